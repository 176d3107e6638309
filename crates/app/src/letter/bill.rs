//! Billing (2020, 2028) and receipt of payment (BPN, 2027).

use declaration::levy::{Assessment, Facility};
use declaration::workflow::{Fact, Untuk};
use kernel::{Date, Rupiah};
use reference::Snapshot;

use super::context::Ctx;
use super::extra::{self, BillingExtra};
use super::issue::LetterProblem;
use super::names::Names;
use super::words;
use crate::ports::BillingLine;
use crate::surat::{Billing, Bpn, Pihak, RincianAkun};

/// The account lines of a billing: what is paid now, rounded, one line a levy. The account of a levy for which the
/// reference data name none stays blank.
pub fn billing_lines(assessment: &Assessment, snapshot: &Snapshot, today: Date) -> Vec<BillingLine> {
    let names = Names { snapshot, today, kantor: "" };
    let paid = assessment.totals.iter().filter(|total| total.fasilitas == Facility::Dibayar);
    let line = |total: &declaration::levy::Total| BillingLine {
        akun: names.account(total.jenis.code()),
        kode_jenis_pungutan: total.jenis.code().to_owned(),
        nilai: total.rounded,
    };
    paid.filter(|total| total.rounded != Rupiah::ZERO).map(line).collect()
}

/// Billing of the declaration or of its determination.
pub(super) fn billing(ctx: &Ctx<'_>) -> Result<Billing, LetterProblem> {
    let Fact::BillingIssued { untuk, kode, nilai, sampai, .. } = &ctx.issue.event.isi else {
        return Err(ctx.wrong_event());
    };
    let extra: BillingExtra = ctx.extra()?;
    Ok(Billing {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        kode_billing: kode.to_string(),
        untuk: purpose(*untuk, &extra),
        wajib_bayar: ctx.importer(),
        rincian: accounts(ctx, &extra, *untuk, *nilai),
        total: *nilai,
        berlaku_sampai: ctx.until(*sampai),
    })
}

/// Receipt of a payment.
pub(super) fn receipt(ctx: &Ctx<'_>) -> Result<Bpn, LetterProblem> {
    let (untuk, paid) = match &ctx.issue.event.isi {
        Fact::PaymentVerified { pembayaran } => (Untuk::Pib, pembayaran),
        Fact::SptnpPaid { pembayaran, .. } => (Untuk::Sptnp, pembayaran),
        Fact::AmendmentPaid { pembayaran } => (Untuk::Perbaikan, pembayaran),
        _ => return Err(ctx.wrong_event()),
    };
    let extra: BillingExtra = ctx.extra()?;
    let importer = ctx.importer();
    let payer = paid.npwp.to_string();
    Ok(Bpn {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        kode_billing: paid.kode_billing.to_string(),
        ntpn: paid.ntpn.to_string(),
        ntb: paid.ntb.clone(),
        bank: paid.bank.clone(),
        waktu_bayar: ctx.local(paid.waktu_bayar),
        wajib_bayar: if importer.identitas == payer {
            importer
        } else {
            Pihak { identitas: payer, ..Pihak::default() }
        },
        rincian: accounts(ctx, &extra, untuk, paid.nilai),
        total: paid.nilai,
    })
}

fn purpose(untuk: Untuk, extra: &BillingExtra) -> String {
    match (untuk, &extra.sptnp) {
        (Untuk::Pib, _) => "Pungutan impor PIB".to_owned(),
        (Untuk::Perbaikan, _) => "Tambahan pungutan impor karena perubahan data PIB".to_owned(),
        (Untuk::Sptnp, None) => "Tagihan SPTNP".to_owned(),
        (Untuk::Sptnp, Some(letter)) => {
            let day = letter.tanggal.map(|day| format!(" tanggal {}", words::date(day))).unwrap_or_default();
            format!("Tagihan SPTNP nomor {}{day}", letter.nomor)
        }
    }
}

/// The accounts as sent to MPN, else as computed from the document, else one line: always what adds up to the amount.
fn accounts(ctx: &Ctx<'_>, extra: &BillingExtra, untuk: Untuk, amount: Rupiah) -> Vec<RincianAkun> {
    let adds_up = |lines: &Vec<BillingLine>| !lines.is_empty() && extra::sum(lines) == Some(amount);
    let computed = || match untuk {
        Untuk::Pib => billing_lines(&ctx.assessment(), ctx.source.snapshot, ctx.issue.today),
        Untuk::Sptnp | Untuk::Perbaikan => Vec::new(),
    };
    let given = Some(extra.rincian.clone()).filter(adds_up);
    let Some(lines) = given.or_else(|| Some(computed()).filter(adds_up)) else {
        return vec![RincianAkun { akun: String::new(), uraian: purpose(untuk, extra), nilai: amount }];
    };
    let row = |line: BillingLine| RincianAkun {
        uraian: ctx.names.levy(&line.kode_jenis_pungutan),
        akun: line.akun,
        nilai: line.nilai,
    };
    lines.into_iter().map(row).collect()
}
