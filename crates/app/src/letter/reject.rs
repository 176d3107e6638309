//! Rejection (2001 NPP).

use declaration::rules::describe;
use declaration::workflow::{Fact, SebabTolak};
use kernel::{Finding, Severity, Text};

use super::context::Ctx;
use super::extra::NppExtra;
use super::issue::LetterProblem;
use crate::surat::{Npp, TemuanNpp};

/// Rejection with everything that was found.
pub(super) fn npp(ctx: &Ctx<'_>) -> Result<Npp, LetterProblem> {
    let Fact::Rejected { temuan, sebab } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: NppExtra = ctx.extra()?;
    let mut rows: Vec<TemuanNpp> = extra.findings.into_iter().map(row).collect();
    if *sebab == SebabTolak::NpblDitutup {
        rows.insert(0, unanswered());
    } else if rows.is_empty() {
        rows.push(untold(*temuan));
    }
    Ok(Npp { kop: ctx.kop(), acuan: ctx.acuan(), temuan: rows })
}

fn row(finding: Finding) -> TemuanNpp {
    TemuanNpp {
        kode: finding.code.into_owned(),
        tingkat: finding.severity,
        tempat: describe(finding.pointer.as_str()).id.into_owned(),
        pointer: finding.pointer.to_string(),
        pesan: finding.message,
        perbaikan: None,
        dasar_hukum: finding.law.into_owned(),
    }
}

/// The reason when nobody answered the note on restricted goods.
pub(super) fn npbl_text() -> Text {
    Text::fixed(
        "Nota Pemberitahuan Barang Larangan/Pembatasan (NPBL) tidak dijawab sampai batas waktunya.",
        "The note on prohibited or restricted goods (NPBL) was not answered in time.",
    )
}

fn unanswered() -> TemuanNpp {
    TemuanNpp {
        perbaikan: Some(Text::fixed(
            "Penuhi perizinannya, tambahkan pada daftar dokumen, lalu kirim kembali.",
            "Obtain the licence, add it to the list of papers, and send again.",
        )),
        dasar_hukum: "PER-02/BC/2023".to_owned(),
        ..whole_document("NPBL", npbl_text())
    }
}

/// The findings were not kept with the letter: say how many there were and where to see them.
fn untold(count: u32) -> TemuanNpp {
    whole_document(
        "PIB",
        Text::made(
            format!("Validasi menemukan {count} hal; rinciannya ada pada halaman dokumen di portal."),
            format!("Validation found {count} things; the document's page in the portal lists them."),
        ),
    )
}

fn whole_document(kode: &str, pesan: Text) -> TemuanNpp {
    TemuanNpp {
        kode: kode.to_owned(),
        tingkat: Severity::Reject,
        tempat: describe("").id.into_owned(),
        pointer: String::new(),
        pesan,
        perbaikan: None,
        dasar_hukum: String::new(),
    }
}
