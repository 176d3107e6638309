//! Rules of the levies and guarantees (portal 4.8 Pungutan, 4.9; rules 2.3–2.5).

use kernel::Decimal;

use super::help::{code, levies, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::levy::{DifferenceKind, Facility, ProblemKind};
use crate::written;

const LEVY: &str = "UU 17/2006; PMK 190/PMK.04/2022 Pasal 22";
const TARIFF: &str = "PMK 26/PMK.010/2022 (BTKI 2022)";
const GUARANTEE: &str = "PMK 168/PMK.04/2022; PER-20/BC/2022";

rules! {
    "PIB-801" Reject duty_row, LEVY, "Setiap barang memuat baris BM atau BMKITE." / "Every line carries import duty (BM or BMKITE).";
    "PIB-802" Reject tax_rows, "UU 42/2009 (PPN); PMK 51/2025", "Setiap barang memuat baris PPN dan PPH." / "Every line carries PPN and PPH.";
    "PIB-803" Reject levy_once, LEVY, "Satu jenis pungutan dan fasilitas hanya sekali per barang." / "A levy under one facility stands once per line.";
    "PIB-804" Reject rate_fits, TARIFF, "Tarif sama dengan tarif yang berlaku pada tanggalnya." / "The rate equals the one in force on its date.";
    "PIB-805" Warn amount_fits, LEVY, "Nilai bayar dan nilai fasilitas sama dengan hasil hitung." / "The amounts equal the computed ones.";
    "PIB-806" Warn luxury_row, "PMK 15/2023 dan lampirannya (PPnBM)", "Barang yang dapat dikenai PPnBM memuat baris PPNBM." / "Goods that may bear luxury tax carry PPNBM.";
    "PIB-807" Reject share_in_range, LEVY, "Tarif fasilitas 0 sampai 100 persen." / "The facility share is 0 to 100 percent.";
    "PIB-808" Reject specific_quantity, LEVY, "Tarif spesifik memuat jumlah satuan." / "A specific rate carries its quantity.";
    "PIB-809" Reject guarantee_for_facility, GUARANTEE, "Pungutan dijaminkan disertai data jaminan." / "Guaranteed levies name the guarantee.";
    "PIB-810" Reject guarantee_suffices, GUARANTEE, "Nilai jaminan mencukupi." / "The guarantee suffices.";
    "PIB-811" Reject guarantee_in_force, GUARANTEE, "Jaminan masih berlaku." / "The guarantee is in force.";
    "PIB-812" Warn excise_commodity, "UU 39/2007 (Cukai)", "Baris cukai memuat komoditi." / "Excise rows name the commodity.";
    "PIB-813" Reject computable, LEVY, "Pungutan dapat dihitung dari data dokumen." / "The levies can be computed from the document.";
    "PIB-814" Reject rate_kind_given, LEVY, "Jenis tarif BM diisi." / "The kind of the duty rate is given.";
}

fn duty_row(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if !goods.barang_tarif.iter().any(|t| matches!(code(&t.kode_jenis_pungutan), "BM" | "BMKITE")) {
            out.hit(
                format!("barang[{index}].barangTarif"),
                text(
                    "Tambahkan baris BM (atau BMKITE), juga bila tarifnya 0 % atau dibebaskan.",
                    "Add a BM (or BMKITE) row, also when the rate is 0 % or exempt.",
                ),
            );
        }
    }
}

fn tax_rows(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        for levy in ["PPN", "PPH"] {
            if !goods.barang_tarif.iter().any(|t| code(&t.kode_jenis_pungutan) == levy) {
                out.hit(
                    format!("barang[{index}].barangTarif"),
                    text(
                        format!("Tambahkan baris {levy}; bila tidak dipungut atau dibebaskan, pilih fasilitasnya."),
                        format!("Add a {levy} row; when it is not collected or exempt, choose the facility."),
                    ),
                );
            }
        }
    }
}

fn levy_once(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let keys = goods.barang_tarif.iter().map(|t| {
            let levy = code(&t.kode_jenis_pungutan);
            (!levy.is_empty()).then(|| (levy, code(&t.kode_fasilitas_tarif)))
        });
        for row in super::help::repeated(keys) {
            out.hit(
                format!("barang[{index}].barangTarif[{row}].kodeJenisPungutan"),
                text(
                    "Jenis pungutan dengan fasilitas ini sudah ada pada barang ini.",
                    "This levy with this facility stands on the line already.",
                ),
            );
        }
    }
}

fn differences(s: &Subject<'_>, out: &mut Sink<'_>, kinds: &[DifferenceKind]) {
    for difference in s.assessment.iter().flat_map(|a| &a.differences).filter(|d| kinds.contains(&d.kind)) {
        out.hit(difference.pointer(), difference.message());
    }
}

fn rate_fits(s: &Subject<'_>, out: &mut Sink<'_>) {
    differences(s, out, &[DifferenceKind::Rate, DifferenceKind::TariffKind]);
}

fn amount_fits(s: &Subject<'_>, out: &mut Sink<'_>) {
    differences(s, out, &[DifferenceKind::Paid, DifferenceKind::Covered]);
}

fn luxury_row(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let Some(hs) = goods.pos_tarif.good() else { continue };
        let luxury = s.snapshot.tarif(hs.as_str(), s.today).is_some_and(|t| !t.ppnbm.is_empty());
        if luxury && !goods.barang_tarif.iter().any(|t| code(&t.kode_jenis_pungutan) == "PPNBM") {
            out.hit(
                format!("barang[{index}].barangTarif"),
                text(
                    format!("Pos {hs} dapat dikenai PPnBM; tambahkan baris PPNBM atau pastikan barang dikecualikan."),
                    format!("Heading {hs} may bear luxury tax; add a PPNBM row or make sure that it is exempt."),
                ),
            );
        }
    }
}

fn share_in_range(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (i, j, _, levy) in levies(s) {
        if levy.tarif_fasilitas.value().is_some_and(|share| share.get() > Decimal::ONE_HUNDRED) {
            out.hit(
                format!("barang[{i}].barangTarif[{j}].tarifFasilitas"),
                text("Isi persentase 0 sampai 100.", "Enter a percentage from 0 to 100."),
            );
        }
    }
}

fn specific_quantity(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (i, j, goods, levy) in levies(s) {
        let unit = code(&levy.kode_satuan_barang);
        let of_goods = !goods.jumlah_satuan.is_blank() && (unit.is_empty() || unit == code(&goods.kode_satuan_barang));
        if code(&levy.kode_jenis_tarif) == "2" && levy.jumlah_satuan.is_blank() && !of_goods {
            out.hit(
                format!("barang[{i}].barangTarif[{j}].jumlahSatuan"),
                text(
                    "Tarif spesifik memerlukan jumlah dalam satuan tarifnya; satuan barang berbeda atau kosong.",
                    "A specific rate needs the quantity in its own unit; the line's unit differs or is blank.",
                ),
            );
        }
    }
}

fn guaranteed(s: &Subject<'_>) -> bool {
    levies(s).any(|(_, _, _, levy)| code(&levy.kode_fasilitas_tarif) == "8")
}

fn guarantee_for_facility(s: &Subject<'_>, out: &mut Sink<'_>) {
    if guaranteed(s) && s.doc.jaminan.is_empty() {
        out.hit(
            "jaminan",
            text(
                "Ada pungutan dengan fasilitas 8 (dijaminkan); isi data jaminan dan BPJ.",
                "Some levy is under facility 8 (guaranteed); give the guarantee and its BPJ.",
            ),
        );
    }
}

fn guarantee_suffices(s: &Subject<'_>, out: &mut Sink<'_>) {
    let (false, Some(assessment)) = (s.doc.jaminan.is_empty(), s.assessment) else { return };
    let Some(needed) = assessment.sum(Facility::Dijaminkan) else { return };
    let given = s
        .doc
        .jaminan
        .iter()
        .filter_map(|j| j.nilai_jaminan.value())
        .try_fold(Decimal::ZERO, |t, v| t.checked_add(v.get()));
    // Corporate and other guarantees may omit an amount (PMK 168/PMK.04/2022): zero means none stated.
    if let Some(given) = given.filter(|given| !given.is_zero() && *given < Decimal::from(needed.0)) {
        let (given, needed) = (written::money(given), written::money(Decimal::from(needed.0)));
        out.hit(
            "jaminan[0].nilaiJaminan",
            text(
                format!("Nilai jaminan Rp{}, yang diperlukan Rp{}.", given.id, needed.id),
                format!("The guarantee is Rp{}, needed are Rp{}.", given.en, needed.en),
            ),
        );
    }
}

fn guarantee_in_force(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, guarantee) in s.doc.jaminan.iter().enumerate() {
        if guarantee.tanggal_jatuh_tempo.value().is_some_and(|until| until.date() < s.today) {
            out.hit(
                format!("jaminan[{index}].tanggalJatuhTempo"),
                text(
                    "Jaminan sudah jatuh tempo; perpanjang atau ganti.",
                    "The guarantee has expired; extend or replace it.",
                ),
            );
        }
    }
}

fn excise_commodity(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (i, j, _, levy) in levies(s) {
        let excise = matches!(code(&levy.kode_jenis_pungutan), "CEA" | "CMEA" | "CTEM");
        if excise && levy.kode_komoditi_cukai.is_blank() {
            out.hit(
                format!("barang[{i}].barangTarif[{j}].kodeKomoditiCukai"),
                text("Isi komoditi cukai.", "Give the excise commodity."),
            );
        }
    }
}

fn computable(s: &Subject<'_>, out: &mut Sink<'_>) {
    // A blank or unreadable NDPBM and a document without goods are reported as such already.
    let said = |kind| match kind {
        ProblemKind::NoItems => true,
        ProblemKind::MissingNdpbm => s.doc.ndpbm.good().is_none(),
        _ => false,
    };
    let problems = s.assessment.iter().flat_map(|a| &a.problems).filter(|p| p.kind.leaves_gap());
    for problem in problems.filter(|p| !said(p.kind)) {
        out.hit(problem.pointer(), problem.kind.message());
    }
}

fn rate_kind_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (i, j, _, levy) in levies(s) {
        if matches!(code(&levy.kode_jenis_pungutan), "BM" | "BMKITE") && levy.kode_jenis_tarif.is_blank() {
            out.hit(
                format!("barang[{i}].barangTarif[{j}].kodeJenisTarif"),
                text(
                    "Isi jenis tarif bea masuk: 1 advalorum atau 2 spesifik.",
                    "Give the kind of the duty rate: 1 ad valorem or 2 specific.",
                ),
            );
        }
    }
}
