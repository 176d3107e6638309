//! Decisions of the document officer: SPBL (2013), NPD (2015) and SPTNP (2026).

use declaration::document::Barang;
use declaration::levy::{InterestRules, Levy};
use declaration::workflow::{Fact, RincianPenetapan, Tanya, Untuk};
use kernel::{Date, Dec2, Decimal, Rupiah, Text};

use super::bill::billing_lines;
use super::context::{Ctx, text};
use super::extra::{NpdExtra, SpblBarang, SpblExtra, SptnpBarang, SptnpExtra};
use super::issue::LetterProblem;
use super::words;
use crate::ports::BillingLine;
use crate::surat::{BarangLarangan, BarangSptnp, Denda, Npd, Permintaan, SelisihPungutan, Semula, Spbl, Sptnp};

/// Restricted goods without their licence.
pub(super) fn spbl(ctx: &Ctx<'_>) -> Result<Spbl, LetterProblem> {
    let Fact::SpblIssued { alasan } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: SpblExtra = ctx.extra()?;
    let mut barang: Vec<BarangLarangan> = extra.barang.into_iter().map(|row| restricted(ctx, row)).collect();
    if barang.is_empty() {
        barang.push(BarangLarangan {
            seri: 0,
            pos_tarif: String::new(),
            uraian: "Barang dalam dokumen ini".to_owned(),
            ketentuan: words::clip(alasan),
            izin: String::new(),
            penerbit: String::new(),
        });
    }
    let tindak_lanjut = if extra.tindak_lanjut.is_empty() { usual_ways() } else { extra.tindak_lanjut };
    let pejabat = ctx.signer(extra.pejabat);
    Ok(Spbl { kop: ctx.kop(), acuan: ctx.acuan(), barang, tindak_lanjut, batas: extra.batas, pejabat })
}

fn restricted(ctx: &Ctx<'_>, row: SpblBarang) -> BarangLarangan {
    let line = ctx.line(row.seri);
    BarangLarangan {
        seri: row.seri,
        pos_tarif: line.map(|line| text(&line.pos_tarif)).unwrap_or_default(),
        uraian: line.map(|line| text(&line.uraian)).unwrap_or_default(),
        ketentuan: row.ketentuan,
        izin: row.izin,
        penerbit: row.penerbit,
    }
}

fn usual_ways() -> Vec<String> {
    vec![
        "Penuhi perizinannya dan tunjukkan nomor serta tanggalnya melalui portal; atau (obtain the licence and show it \
         in the portal; or)"
            .to_owned(),
        "ajukan reekspor atau pemusnahan barang kepada Kepala Kantor (ask the head of the office for re-export or \
         destruction)."
            .to_owned(),
    ]
}

/// Request for data or documents.
pub(super) fn npd(ctx: &Ctx<'_>) -> Result<Npd, LetterProblem> {
    let Fact::QuestionIssued { tanya: Tanya::Npd, uraian, batas } = &ctx.issue.event.isi else {
        return Err(ctx.wrong_event());
    };
    let extra: NpdExtra = ctx.extra()?;
    let asked = words::clip(uraian);
    let (alasan, permintaan) = if extra.permintaan.is_empty() {
        let row = Permintaan { jenis: "Data dan/atau dokumen".to_owned(), uraian: asked };
        ("Diperlukan untuk penelitian dokumen.".to_owned(), vec![row])
    } else {
        (asked, extra.permintaan)
    };
    Ok(Npd {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        alasan,
        permintaan,
        batas: ctx.until(*batas),
        akibat: unanswered(),
        pejabat: ctx.signer(extra.pejabat),
    })
}

/// What an unanswered question of the examination leads to.
pub(super) const fn unanswered() -> Text {
    Text::fixed(
        "Jika tidak disampaikan, penelitian dilanjutkan dengan data yang ada.",
        "Otherwise the examination goes on with what is at hand.",
    )
}

/// Determination of tariff or value.
pub(super) fn sptnp(ctx: &Ctx<'_>) -> Result<Sptnp, LetterProblem> {
    let Fact::SptnpIssued { rincian, total, jatuh_tempo, .. } = &ctx.issue.event.isi else {
        return Err(ctx.wrong_event());
    };
    let extra: SptnpExtra = ctx.extra()?;
    let fined = |line: &&RincianPenetapan| line.kode == Levy::Denda.code();
    let fine: Option<Rupiah> = rincian.iter().find(fined).map(|line| line.nilai);
    let denda = extra.denda.filter(|explained: &Denda| fine == Some(explained.nilai));
    let interest = interest(ctx);
    let computed = || billing_lines(&ctx.assessment(), ctx.source.snapshot, ctx.issue.today);
    let declared = if extra.diberitahukan.is_empty() { computed() } else { extra.diberitahukan };
    let billed = || ctx.issue.state.billing_of(Untuk::Sptnp).and_then(|b| b.kode).map(|kode| kode.to_string());
    Ok(Sptnp {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        valuta: text(&ctx.source.doc.kode_valuta),
        ndpbm: text(&ctx.source.doc.ndpbm),
        barang: extra.barang.into_iter().map(|row| determined(ctx, row)).collect(),
        pungutan: differences(ctx, rincian, &declared, denda.is_some()),
        denda,
        total: *total,
        jatuh_tempo: *jatuh_tempo,
        tenggat_hari: days_between(ctx.local(ctx.issue.event.waktu).date(), *jatuh_tempo),
        bunga_persen: Dec2::new(interest.percent).unwrap_or_default(),
        bunga_bulan_maks: interest.max_months,
        kode_billing: extra.kode_billing.or_else(billed),
        dasar_hukum: words::or(&extra.dasar_hukum, || "UU Kepabeanan Pasal 16".to_owned()),
        pejabat: ctx.signer(extra.pejabat),
    })
}

/// Interest on late payment; the law's own figures where the reference data have none (UU Kepabeanan art. 38).
fn interest(ctx: &Ctx<'_>) -> InterestRules {
    let parameter = |key: &str| ctx.source.snapshot.parameter(key, ctx.issue.today).map(|p| p.nilai.clone());
    InterestRules::from_lookup(&parameter).unwrap_or(InterestRules { percent: Decimal::TWO, max_months: 24 })
}

fn days_between(from: Date, to: Date) -> u32 {
    from.until(to).ok().and_then(|span| u32::try_from(span.get_days()).ok()).unwrap_or_default()
}

/// One levy a row: what was to be paid as declared, and with the difference of the event. The fine has a place of its own
/// when its computation is known.
fn differences(
    ctx: &Ctx<'_>,
    rincian: &[RincianPenetapan],
    declared: &[BillingLine],
    fine_apart: bool,
) -> Vec<SelisihPungutan> {
    let row = |line: &RincianPenetapan| {
        let before = declared.iter().find(|d| d.kode_jenis_pungutan == line.kode).map_or(Rupiah::ZERO, |d| d.nilai);
        SelisihPungutan {
            uraian: ctx.names.levy(&line.kode),
            diberitahukan: before,
            ditetapkan: Rupiah(before.0.saturating_add(line.nilai.0)),
            selisih: line.nilai,
        }
    };
    rincian.iter().filter(|line| !(fine_apart && line.kode == Levy::Denda.code())).map(row).collect()
}

fn determined(ctx: &Ctx<'_>, row: SptnpBarang) -> BarangSptnp {
    let line = ctx.line(row.seri);
    let declared = line.map_or_else(
        || Semula { pos_tarif: String::new(), tarif_bm: String::new(), cif: Dec2::ZERO },
        |line| Semula {
            pos_tarif: text(&line.pos_tarif),
            tarif_bm: duty_rate(ctx, line),
            cif: line.cif.value().unwrap_or_default(),
        },
    );
    let ditetapkan = Semula {
        pos_tarif: words::or(&row.pos_tarif, || declared.pos_tarif.clone()),
        tarif_bm: words::or(&row.tarif_bm, || declared.tarif_bm.clone()),
        cif: row.cif.unwrap_or(declared.cif),
    };
    BarangSptnp {
        seri: row.seri,
        uraian: line.map(|line| text(&line.uraian)).unwrap_or_default(),
        diberitahukan: declared,
        ditetapkan,
        alasan: row.alasan,
    }
}

/// The declared rate of import duty in words: `7,5 %`, `Rp450/kilogram`.
fn duty_rate(ctx: &Ctx<'_>, line: &Barang) -> String {
    let is_duty = |kode: &str| matches!(kode, "BM" | "BMKITE");
    let row = line.barang_tarif.iter().find(|row| row.kode_jenis_pungutan.good().is_some_and(|k| is_duty(k.as_str())));
    let Some((row, rate)) = row.and_then(|row| Some((row, row.tarif.value()?))) else { return String::new() };
    let rate = words::figure(rate.get());
    if row.kode_jenis_tarif.good().is_some_and(|kind| kind.as_str() == "2") {
        format!("Rp{rate}/{}", ctx.names.short("satuan", &text(&row.kode_satuan_barang)))
    } else {
        format!("{rate} %")
    }
}
