//! Decisions of the head on a cancellation (2011) and on an amendment (2010).

use declaration::rules::describe;
use declaration::workflow::{Fact, Pembayaran};
use kernel::Text;

use super::context::Ctx;
use super::extra::{KeputusanExtra, Perubahan};
use super::general::{Said, table};
use super::issue::LetterProblem;
use super::words;

/// Decision on a cancellation, with the payments that are refunded.
pub(super) fn cancellation(ctx: &Ctx<'_>) -> Result<Said, LetterProblem> {
    let (decided, alasan, refunds): (Text, &str, &[Pembayaran]) = match &ctx.issue.event.isi {
        Fact::Cancelled { alasan, pengembalian, .. } => (
            Text::fixed(
                "Permohonan pembatalan disetujui. Dokumen ini batal dan nomor pendaftarannya tidak berlaku lagi.",
                "The cancellation is granted. This declaration is void, and so is its registration number.",
            ),
            alasan,
            pengembalian,
        ),
        Fact::CancellationRefused { alasan } => (
            Text::fixed(
                "Permohonan pembatalan ditolak. Dokumen ini tetap berlaku.",
                "The cancellation is refused. This declaration stays in force.",
            ),
            alasan,
            &[],
        ),
        _ => return Err(ctx.wrong_event()),
    };
    let mut said = Said::default().say(decided);
    if !alasan.trim().is_empty() {
        said = said.quote(&format!("Alasan (reason): {}", words::clip(alasan)));
    }
    if refunds.is_empty() {
        return Ok(said);
    }
    let row = |paid: &Pembayaran| {
        let day = words::date(ctx.local(paid.waktu_bayar).date());
        vec![paid.ntpn.to_string(), day, paid.nilai.to_letter()]
    };
    said.tabel = Some(table(["NTPN", "Tanggal bayar", "Jumlah"], &[2], refunds.iter().map(row).collect()));
    Ok(said.close(Text::fixed(
        "Pembayaran di atas dapat dimintakan pengembalian melalui portal.",
        "A refund of these payments can be asked for in the portal.",
    )))
}

/// Decision on an amendment, datum by datum: what the event tells, else what the use case added.
pub(super) fn amendment(fact: &Fact, mut extra: KeputusanExtra) -> Said {
    match fact {
        Fact::Amended { alasan, perubahan, .. } => {
            extra.setuju = Some(true);
            extra.alasan.clone_from(alasan);
            let row = |p: &declaration::workflow::Perubahan| Perubahan {
                pointer: p.pointer.clone(),
                semula: p.semula.clone(),
                menjadi: p.menjadi.clone(),
            };
            extra.perubahan = perubahan.iter().map(row).collect();
        }
        Fact::AmendmentRefused { alasan, .. } => {
            extra.setuju = Some(false);
            extra.alasan.clone_from(alasan);
        }
        _ => {}
    }
    let decided = match extra.setuju {
        Some(true) => Text::fixed("Perubahan data berikut disetujui.", "The following amendment is granted."),
        Some(false) => Text::fixed("Perubahan data berikut ditolak.", "The following amendment is refused."),
        None => Text::fixed(
            "Permohonan perubahan data telah diputuskan; lihat halaman dokumen di portal.",
            "The amendment has been decided; see the document's page in the portal.",
        ),
    };
    let mut said = Said::default().say(decided);
    if !extra.alasan.trim().is_empty() {
        said = said.quote(&format!("Alasan (reason): {}", words::clip(&extra.alasan)));
    }
    let rows: Vec<Vec<String>> = extra
        .perubahan
        .into_iter()
        .map(|change| vec![describe(&change.pointer).id.into_owned(), change.semula, change.menjadi])
        .collect();
    said.tabel = (!rows.is_empty()).then(|| table(["Data", "Semula", "Menjadi"], &[], rows));
    said
}
