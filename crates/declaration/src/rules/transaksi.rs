//! Rules of the transaction: rate, value, weights, voluntary declaration (portal 4.7).

use kernel::{Dec2, Decimal};

use super::help::{code, intangible, sum, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::document::{Barang, Field};
use crate::levy::DifferenceKind;
use crate::written;

const VALUE: &str = "PMK 144/PMK.04/2022";
const RATE: &str = "PMK 227/PMK.04/2015";
const FORM: &str = "PER-22/BC/2009 jo. PER-20/BC/2016";

rules! {
    "PIB-601" Reject rate_is_official, RATE, "NDPBM sama dengan kurs pajak pada tanggalnya." / "The NDPBM equals the tax exchange rate of its date.";
    "PIB-602" Reject rate_is_known, RATE, "Kurs pajak valuta ini tersedia pada tanggalnya." / "A tax exchange rate exists for the currency and date.";
    "PIB-603" Reject value_adds_up, VALUE, "CIF sama dengan FOB ditambah freight, asuransi, dan biaya." / "CIF equals FOB plus freight, insurance and costs.";
    "PIB-604" Reject cif_of_goods, VALUE, "Jumlah CIF barang sama dengan CIF." / "The goods' CIF add up to the CIF.";
    "PIB-605" Reject fob_of_goods, VALUE, "Jumlah FOB barang sama dengan FOB." / "The goods' FOB add up to the FOB.";
    "PIB-606" Reject freight_of_goods, VALUE, "Jumlah freight barang sama dengan freight." / "The goods' freight add up to the freight.";
    "PIB-607" Reject insurance_of_goods, VALUE, "Jumlah asuransi barang sama dengan asuransi." / "The goods' insurance add up to the insurance.";
    "PIB-608" Reject net_within_gross, FORM, "Berat bersih tidak melebihi berat kotor." / "Net weight is within gross weight.";
    "PIB-609" Reject net_of_goods, FORM, "Jumlah berat bersih barang sama dengan berat bersih." / "The goods' net weights add up to the net weight.";
    "PIB-610" Reject weights_positive, FORM, "Berat kotor dan bersih lebih dari nol." / "Gross and net weight are above zero.";
    "PIB-611" Reject value_positive, VALUE, "CIF lebih dari nol." / "CIF is above zero.";
    "PIB-612" Reject vd_rows, VALUE, "Voluntary declaration memuat rinciannya pada barang." / "A voluntary declaration names its goods.";
    "PIB-613" Reject vd_flag, VALUE, "Rincian VD hanya bila VD dinyatakan." / "VD rows only with the VD flag.";
    "PIB-614" Reject vd_adds_up, VALUE, "Nilai VD sama dengan jumlah VD barang." / "The VD amount equals the goods' VD.";
    "PIB-615" Warn home_insurance, VALUE, "Asuransi dalam negeri tidak ditambahkan." / "Insurance taken at home is not added.";
    "PIB-616" Note missing_freight, VALUE, "Freight tanpa bukti dihitung dengan persentase." / "Freight without proof is computed by percentage.";
    "PIB-617" Warn rate_on_line, RATE, "NDPBM barang sama dengan NDPBM dokumen." / "A line's NDPBM equals the document's.";
    "PIB-618" Note sample_rate, RATE, "Kurs contoh hanya untuk uji coba." / "Sample rates are for trials only.";
}

/// The currency that needs no rate.
const RUPIAH: &str = "IDR";

/// Whether a total and the sum of its parts differ by no more than rounding: parameter `toleransi.cif` (rules 1.5).
fn close(s: &Subject<'_>, total: Decimal, parts: Decimal) -> bool {
    let allowed = s.snapshot.parameter("toleransi.cif", s.today).and_then(reference::Parameter::decimal);
    (total - parts).abs() <= allowed.unwrap_or_else(|| Decimal::new(1, 2))
}

fn rate_is_official(s: &Subject<'_>, out: &mut Sink<'_>) {
    let (Some(currency), Some(declared)) = (s.doc.kode_valuta.good(), s.doc.ndpbm.value()) else { return };
    if currency.as_str() == RUPIAH {
        if declared.get() != Decimal::ONE {
            out.hit("ndpbm", text("Harga dalam rupiah: NDPBM harus 1.", "A price in rupiah: the NDPBM must be 1."));
        }
        return;
    }
    let Some(rate) = s.snapshot.kurs(currency.as_str(), s.today) else { return };
    if declared.get() != rate.nilai {
        let decree = if rate.kmk.is_empty() { "KMK kurs pajak" } else { rate.kmk };
        let (declared, official) = (written::exchange_rate(declared), written::exchange_rate(rate.nilai));
        let (from, until) = (written::day(rate.dari), written::day(rate.sampai));
        out.hit(
            "ndpbm",
            text(
                format!(
                    "NDPBM {} berbeda dari kurs pajak {currency} {} ({decree}, berlaku {} s.d. {}).",
                    declared.id, official.id, from.id, until.id
                ),
                format!(
                    "NDPBM {} differs from the tax exchange rate of {currency}, {} ({decree}, {} to {}).",
                    declared.en, official.en, from.en, until.en
                ),
            ),
        );
    }
}

fn rate_is_known(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(currency) = s.doc.kode_valuta.good() else { return };
    let refused = |rate: reference::Kurs<'_>| rate.contoh && s.facts.kurs_contoh_ditolak;
    if currency.as_str() != RUPIAH && s.snapshot.kurs(currency.as_str(), s.today).is_none_or(refused) {
        let today = written::day(s.today);
        out.hit(
            "kodeValuta",
            text(
                format!(
                    "Kurs pajak {currency} untuk {} belum ada pada instalasi ini. Hubungi operator agar kurs diimpor.",
                    today.id
                ),
                format!(
                    "This installation has no tax exchange rate of {currency} for {}. Ask the operator to import it.",
                    today.en
                ),
            ),
        );
    }
}

fn value_adds_up(s: &Subject<'_>, out: &mut Sink<'_>) {
    let differences = s.assessment.iter().flat_map(|a| &a.differences).filter(|d| d.kind == DifferenceKind::Cif);
    for difference in differences.filter(|d| d.pointer().as_str() == "cif") {
        out.hit("cif", difference.message());
    }
}

fn adds_up(s: &Subject<'_>, out: &mut Sink<'_>, name: &str, total: &Field<Dec2>, part: fn(&Barang) -> &Field<Dec2>) {
    let (Some(total), Some(parts)) = (total.value(), sum(s, part)) else { return };
    if !s.doc.barang.is_empty() && !close(s, total.get(), parts) {
        let label = super::spec("", name).map_or_else(|| text(name, name), super::FieldSpec::label);
        let (total, parts) = (written::money(total), written::money(parts));
        out.hit(
            name,
            text(
                format!(
                    "{} dokumen {}, tetapi jumlah dari seluruh barang {}. Samakan keduanya.",
                    label.id, total.id, parts.id
                ),
                format!(
                    "{} of the document is {}, but of all goods {}. Make them equal.",
                    label.en, total.en, parts.en
                ),
            ),
        );
    }
}

fn cif_of_goods(s: &Subject<'_>, out: &mut Sink<'_>) {
    adds_up(s, out, "cif", &s.doc.cif, |b| &b.cif);
}

fn fob_of_goods(s: &Subject<'_>, out: &mut Sink<'_>) {
    adds_up(s, out, "fob", &s.doc.fob, |b| &b.fob);
}

fn freight_of_goods(s: &Subject<'_>, out: &mut Sink<'_>) {
    adds_up(s, out, "freight", &s.doc.freight, |b| &b.freight);
}

fn insurance_of_goods(s: &Subject<'_>, out: &mut Sink<'_>) {
    adds_up(s, out, "asuransi", &s.doc.asuransi, |b| &b.asuransi);
}

fn net_within_gross(s: &Subject<'_>, out: &mut Sink<'_>) {
    let too_heavy = |net: Option<kernel::Dec4>, gross: Option<kernel::Dec4>| matches!((net, gross), (Some(net), Some(gross)) if net > gross && !gross.is_zero());
    let message = || text("Berat bersih melebihi berat kotor.", "Net weight exceeds gross weight.");
    if too_heavy(s.doc.netto.value(), s.doc.bruto.value()) {
        out.hit("netto", message());
    }
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if too_heavy(goods.netto.value(), goods.bruto.value()) {
            out.hit(format!("barang[{index}].netto"), message());
        }
    }
}

fn net_of_goods(s: &Subject<'_>, out: &mut Sink<'_>) {
    let (Some(total), Some(parts)) = (s.doc.netto.value(), sum(s, |b| &b.netto)) else { return };
    if !s.doc.barang.is_empty() && total.get() != parts {
        let (total, parts) = (written::number(total), written::number(parts));
        out.hit(
            "netto",
            text(
                format!("Berat bersih {} kg, tetapi jumlah dari seluruh barang {} kg.", total.id, parts.id),
                format!("Net weight is {} kg, but of all goods {} kg.", total.en, parts.en),
            ),
        );
    }
}

fn weights_positive(s: &Subject<'_>, out: &mut Sink<'_>) {
    if intangible(s) {
        return;
    }
    for (name, weight) in [("bruto", s.doc.bruto.value()), ("netto", s.doc.netto.value())] {
        if weight.is_some_and(kernel::Dec::is_zero) {
            out.hit(name, text("Berat harus lebih dari nol.", "The weight must be above zero."));
        }
    }
}

fn value_positive(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.cif.value().is_some_and(kernel::Dec::is_zero) {
        out.hit("cif", text("CIF harus lebih dari nol.", "CIF must be above zero."));
    }
}

fn vd_declared(s: &Subject<'_>) -> bool {
    s.doc.flag_vd.value().is_some_and(kernel::YaTidak::is_ya)
}

fn vd_rows(s: &Subject<'_>, out: &mut Sink<'_>) {
    if vd_declared(s) && s.doc.barang.iter().all(|b| b.barang_vd.is_empty()) {
        out.hit(
            "flagVd",
            text(
                "VD dinyatakan Ya; isi jenis dan nilai VD pada barang yang bersangkutan.",
                "VD is declared; give kind and amount on the goods concerned.",
            ),
        );
    }
}

fn vd_flag(s: &Subject<'_>, out: &mut Sink<'_>) {
    if vd_declared(s) {
        return;
    }
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if !goods.barang_vd.is_empty() {
            out.hit(
                format!("barang[{index}].barangVd"),
                text(
                    "Barang ini memuat VD; isi Voluntary Declaration dengan Ya pada header.",
                    "This line carries a VD; set voluntary declaration to Y in the header.",
                ),
            );
        }
    }
}

fn vd_adds_up(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(total) = s.doc.vd.value() else { return };
    let parts = s.doc.barang.iter().flat_map(|b| &b.barang_vd);
    let sum = parts.filter_map(|vd| vd.nilai_barang_vd.value()).try_fold(Decimal::ZERO, |t, v| t.checked_add(v.get()));
    if let Some(sum) = sum.filter(|sum| *sum != total.get() && vd_declared(s)) {
        let (total, sum) = (written::money(total), written::money(sum));
        out.hit(
            "vd",
            text(
                format!("Nilai VD {} tidak sama dengan jumlah VD barang {}.", total.id, sum.id),
                format!("The VD amount {} differs from the goods' {}.", total.en, sum.en),
            ),
        );
    }
}

fn home_insurance(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.kode_asuransi) == "DN" && s.doc.asuransi.value().is_some_and(|v| !v.is_zero()) {
        out.hit(
            "asuransi",
            text(
                "Asuransi yang ditutup di dalam negeri (DN) tidak ditambahkan pada nilai pabean; isi 0.",
                "Insurance taken at home (DN) is not added to the customs value; enter 0.",
            ),
        );
    }
}

fn missing_freight(s: &Subject<'_>, out: &mut Sink<'_>) {
    let terms = code(&s.doc.kode_incoterm);
    if matches!(terms, "FOB" | "FCA" | "FAS" | "EXW") && s.doc.freight.value().is_some_and(kernel::Dec::is_zero) {
        out.hit(
            "freight",
            text(
                format!(
                    "Harga {terms} tanpa freight: freight dihitung dengan persentase dari FOB menurut asal barang."
                ),
                format!("{terms} price without freight: freight is computed as a percentage of FOB by region."),
            ),
        );
    }
}

fn rate_on_line(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(rate) = s.doc.ndpbm.value() else { return };
    let shown = written::exchange_rate(rate);
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if goods.ndpbm.value().is_some_and(|own| own != rate && !own.is_zero()) {
            out.hit(
                format!("barang[{index}].ndpbm"),
                text(
                    format!("NDPBM barang berbeda dari NDPBM dokumen ({}); yang dipakai NDPBM dokumen.", shown.id),
                    format!("The line's NDPBM differs from the document's ({}); the document's counts.", shown.en),
                ),
            );
        }
    }
}

fn sample_rate(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(currency) = s.doc.kode_valuta.good() else { return };
    let sample = s.snapshot.kurs(currency.as_str(), s.today).is_some_and(|rate| rate.contoh);
    if sample && !s.facts.kurs_contoh_ditolak {
        out.hit(
            "ndpbm",
            text(
                "Kurs ini adalah contoh untuk uji coba, bukan kurs pajak yang ditetapkan.",
                "This rate is a sample for trials, not a decreed tax exchange rate.",
            ),
        );
    }
}
