//! Rules of the supporting papers (portal 4.4, h2h-api 2.1 dokumen).

use kernel::Awb;

use super::help::{code, levies, papers, repeated, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::written;

const RELEASE: &str = "PMK 190/PMK.04/2022; PER-02/BC/2023";

rules! {
    "PIB-301" Reject invoice_given, RELEASE, "Invoice (380) dilampirkan." / "An invoice (380) is attached.";
    "PIB-302" Reject transport_given, RELEASE, "B/L (705) atau AWB (740) dilampirkan." / "A B/L (705) or AWB (740) is attached.";
    "PIB-303" Reject papers_numbered, RELEASE, "Seri dokumen tidak berulang." / "Paper numbers do not repeat.";
    "PIB-304" Reject paper_in_future, RELEASE, "Tanggal dokumen tidak di masa depan." / "Dates of papers are not in the future.";
    "PIB-305" Reject relief_has_decree, "UU 17/2006 Pasal 25 dan 26; PER-02/BC/2023", "Fasilitas pembebasan disertai keputusannya." / "A relief names its decree.";
    "PIB-306" Reject preference_has_certificate, "PMK 35/2023", "Tarif preferensi disertai SKA." / "A preferential rate names its certificate of origin.";
    "PIB-307" Warn paper_fits_mode, RELEASE, "Dokumen pengangkutan sesuai cara pengangkutan." / "The transport paper fits the mode of transport.";
    "PIB-308" Warn awb_check, RELEASE, "Digit uji AWB benar." / "The AWB's check digit is right.";
    "PIB-309" Reject bill_length, RELEASE, "Nomor B/L atau AWB paling banyak 30 karakter." / "A B/L or AWB number has at most 30 characters.";
    "PIB-310" Warn restricted_has_licence, "PMK 161/PMK.04/2007 jo. PMK 224/PMK.04/2015", "Barang lartas disertai izinnya." / "Restricted goods name their licence.";
    "PIB-311" Warn one_bill, RELEASE, "Satu PIB untuk satu B/L atau AWB." / "One declaration for one B/L or AWB.";
    "PIB-312" Warn used_has_permit, "Permendag 25/2022", "Barang bekas disertai persetujuan impor." / "Used goods name an import approval.";
}

/// Kinds of papers that carry a licence or approval.
const LICENCES: &[&str] = &["811", "851", "853", "949", "956", "957", "958", "959", "888", "911"];

/// Whether a facility code names a trade agreement; which do is reference data.
pub(super) fn is_preference(s: &Subject<'_>, facility: &str) -> bool {
    !facility.is_empty() && s.snapshot.fta_skema(facility).is_some()
}

fn invoice_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if papers(s, &["380"]).next().is_none() {
        out.hit("dokumen", text("Tambahkan invoice (jenis dokumen 380).", "Add the invoice (kind 380)."));
    }
}

fn transport_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if papers(s, &["705", "740"]).next().is_none() {
        out.hit(
            "dokumen",
            text("Tambahkan house B/L (705) atau house AWB (740).", "Add the house B/L (705) or house AWB (740)."),
        );
    }
}

fn papers_numbered(s: &Subject<'_>, out: &mut Sink<'_>) {
    for index in repeated(s.doc.dokumen.iter().map(|d| d.seri_dokumen.value())) {
        out.hit(
            format!("dokumen[{index}].seriDokumen"),
            text("Seri dokumen ini sudah dipakai baris lain.", "This paper number is used by another row."),
        );
    }
}

fn paper_in_future(s: &Subject<'_>, out: &mut Sink<'_>) {
    let today = written::day(s.today);
    for (index, paper) in s.doc.dokumen.iter().enumerate() {
        if paper.tanggal_dokumen.value().is_some_and(|d| d.date() > s.today) {
            out.hit(
                format!("dokumen[{index}].tanggalDokumen"),
                text(
                    format!("Tanggal dokumen lebih lambat dari hari ini ({}).", today.id),
                    format!("The paper's date is later than today ({}).", today.en),
                ),
            );
        }
    }
}

/// 2 borne by the state, 3 suspended, 5 exempt, 6 not collected need a decree; 4, 7, 8, 9 have papers of their own.
fn relief_has_decree(s: &Subject<'_>, out: &mut Sink<'_>) {
    let decree = s.doc.dokumen.iter().any(|d| {
        let facility = code(&d.kode_fasilitas);
        let kind = code(&d.kode_dokumen);
        (!facility.is_empty() && facility != "00" && !is_preference(s, facility))
            || matches!(kind, "457" | "458" | "911" | "912" | "914" | "915" | "920" | "998")
    });
    if decree {
        return;
    }
    for (i, j, _, levy) in levies(s) {
        if matches!(code(&levy.kode_fasilitas_tarif), "2" | "3" | "5" | "6") {
            out.hit(format!("barang[{i}].barangTarif[{j}].kodeFasilitasTarif"), text(
                "Fasilitas ini memerlukan nomor dan tanggal keputusan pada Dokumen Pendukung (kode fasilitas diisi).",
                "This facility needs the number and date of its decree among the papers (with the facility code).",
            ));
        }
    }
}

fn preference_has_certificate(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, paper) in s.doc.dokumen.iter().enumerate() {
        let facility = code(&paper.kode_fasilitas);
        if is_preference(s, facility) && !matches!(code(&paper.kode_dokumen), "860" | "861") {
            let certificate = papers(s, &["860", "861"]).any(|(_, d)| code(&d.kode_fasilitas) == facility);
            if !certificate {
                out.hit(format!("dokumen[{index}].kodeFasilitas"), text(
                    format!("Fasilitas {facility} memerlukan SKA (860 e-CO atau 861 CO) dengan kode fasilitas yang sama."),
                    format!("Facility {facility} needs a certificate of origin (860 or 861) with the same facility code."),
                ));
            }
        }
    }
}

fn paper_fits_mode(s: &Subject<'_>, out: &mut Sink<'_>) {
    let mode = s.doc.pengangkut.first().map_or("", |p| code(&p.kode_cara_angkut));
    let wrong: &'static [&'static str] = match mode {
        "1" => &["740"],
        "4" => &["705"],
        _ => return,
    };
    let right = if mode == "1" { "705 (B/L)" } else { "740 (AWB)" };
    for (index, _) in papers(s, wrong) {
        out.hit(
            format!("dokumen[{index}].kodeDokumen"),
            text(
                format!("Cara pengangkutan {mode} biasanya memakai dokumen {right}."),
                format!("Mode of transport {mode} usually goes with paper {right}."),
            ),
        );
    }
}

fn awb_check(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, paper) in papers(s, &["741"]) {
        let number = code(&paper.nomor_dokumen);
        if !number.is_empty() && number.parse::<Awb>().is_err() {
            out.hit(
                format!("dokumen[{index}].nomorDokumen"),
                text(
                    "Nomor master AWB terdiri atas 3 angka maskapai, 7 angka, dan 1 digit uji; periksa salah ketik.",
                    "A master AWB number has 3 airline digits, 7 digits and a check digit; check for a slip.",
                ),
            );
        }
    }
}

fn bill_length(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, paper) in papers(s, &["704", "705", "740", "741"]) {
        if code(&paper.nomor_dokumen).chars().count() > 30 {
            out.hit(
                format!("dokumen[{index}].nomorDokumen"),
                text("Nomor B/L atau AWB paling banyak 30 karakter.", "A B/L or AWB number has at most 30 characters."),
            );
        }
    }
}

fn restricted_has_licence(s: &Subject<'_>, out: &mut Sink<'_>) {
    let licence = s.doc.dokumen.iter().any(|d| LICENCES.contains(&code(&d.kode_dokumen)) || !d.kode_ijin.is_blank());
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if goods.pernyataan_lartas.value() == Some(kernel::YaTidak::Ya) && !licence {
            out.hit(format!("barang[{index}].pernyataanLartas"), text(
                "Barang dinyatakan lartas, tetapi belum ada izin pada Dokumen Pendukung; INSW akan mengembalikannya.",
                "The goods are declared restricted but no licence is among the papers; INSW will return it.",
            ));
        }
    }
}

fn one_bill(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, _) in papers(s, &["705", "740"]).skip(1) {
        out.hit(
            format!("dokumen[{index}].kodeDokumen"),
            text(
                "Satu PIB dibuat untuk satu house B/L atau AWB; hanya yang pertama dicocokkan dengan manifes.",
                "A declaration is made for one house B/L or AWB; only the first is matched with the manifest.",
            ),
        );
    }
}

fn used_has_permit(s: &Subject<'_>, out: &mut Sink<'_>) {
    let permit = papers(s, &["959", "911", "888"]).next().is_some();
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if code(&goods.kode_kondisi_barang) == "3" && !permit {
            out.hit(
                format!("barang[{index}].kodeKondisiBarang"),
                text(
                    "Barang bekas pada umumnya memerlukan persetujuan impor (959).",
                    "Used goods generally need an import approval (959).",
                ),
            );
        }
    }
}
