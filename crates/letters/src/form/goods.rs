//! Columns 31 to 36: the goods lines.

use serde::Serialize;
use serde_json::Value;

use super::take::{Names, join, rows, text};

/// One goods line, ready to be printed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GoodsLine {
    seri: String,
    pos_tarif: String,
    uraian: String,
    /// Brand, type, size and further features.
    rincian: String,
    asal: String,
    /// Facilities and licences with the line of the supporting document.
    keterangan: Vec<String>,
    /// One levy a line.
    tarif: Vec<Tariff>,
    jumlah: String,
    satuan: String,
    netto: String,
    jumlah_kemasan: String,
    kemasan: String,
    cif: String,
    /// Method of valuation, kinds and amounts of the voluntary declaration.
    nilai: Vec<String>,
}

#[derive(Serialize)]
struct Tariff {
    pungutan: String,
    tarif: String,
    /// Unit of a specific rate; empty for a percentage.
    satuan: String,
    fasilitas: String,
    persen: String,
}

impl GoodsLine {
    /// Characters of free text.
    pub fn length(&self) -> usize {
        let notes = self.keterangan.iter().chain(&self.nilai);
        self.uraian.chars().count() + self.rincian.chars().count() + notes.map(|n| n.chars().count()).sum::<usize>()
    }
}

/// The goods lines in the order of the document.
pub fn goods(document: &Value, names: Names) -> Vec<GoodsLine> {
    let papers = rows(document, "dokumen");
    rows(document, "barang").iter().map(|row| line(row, papers, names)).collect()
}

fn line(row: &Value, papers: &[Value], names: Names) -> GoodsLine {
    let origin = text(row, "kodeNegaraAsal").to_uppercase();
    GoodsLine {
        seri: text(row, "seriBarang"),
        pos_tarif: text(row, "posTarif"),
        uraian: text(row, "uraian"),
        rincian: features(row, names),
        asal: names.full("negara", &origin),
        keterangan: rows(row, "barangDokumen").iter().map(|link| linked(link, papers, names)).collect(),
        tarif: rows(row, "barangTarif").iter().map(|rate| tariff(rate, names)).collect(),
        jumlah: text(row, "jumlahSatuan"),
        satuan: names.full("satuan", &text(row, "kodeSatuanBarang")),
        netto: text(row, "netto"),
        jumlah_kemasan: text(row, "jumlahKemasan"),
        kemasan: names.full("kemasan", &text(row, "kodeJenisKemasan")),
        cif: text(row, "cif"),
        nilai: valuation(row, names),
    }
}

fn features(row: &Value, names: Names) -> String {
    let labelled = |label: &str, value: String| if value.is_empty() { value } else { format!("{label}: {value}") };
    let condition = text(row, "kodeKondisiBarang");
    let mut parts = vec![
        labelled("Kode", text(row, "kodeBarang")),
        labelled("Merek", text(row, "merk")),
        labelled("Tipe", text(row, "tipe")),
        labelled("Ukuran", text(row, "ukuran")),
        labelled("Spesifikasi lain", text(row, "spesifikasiLain")),
        labelled("Kondisi", names.short("kondisi_barang", &condition)),
    ];
    for special in rows(row, "barangSpekKhusus") {
        let code = text(special, "kodeSpekKhusus");
        parts.push(labelled(&names.short("spek_khusus", &code), text(special, "uraianBarangSpekKhusus")));
    }
    join(&parts, "; ")
}

/// The supporting document that a goods line names.
fn linked(link: &Value, papers: &[Value], names: Names) -> String {
    let line = text(link, "seriDokumen");
    let Some(paper) = papers.iter().find(|paper| text(paper, "seriDokumen") == line) else {
        return format!("Dokumen urut {line}");
    };
    let code = text(paper, "kodeDokumen");
    let facility = text(paper, "kodeFasilitas");
    let facility = if facility == "00" { String::new() } else { names.short("fasilitas", &facility) };
    let what = join(&[facility, names.short("kode_dokumen", &code)], " – ");
    format!("{what} (urut {line})")
}

fn tariff(rate: &Value, names: Names) -> Tariff {
    let code = text(rate, "kodeFasilitasTarif");
    let specific = text(rate, "kodeJenisTarif") == "2";
    Tariff {
        pungutan: text(rate, "kodeJenisPungutan"),
        tarif: text(rate, "tarif"),
        satuan: if specific { text(rate, "kodeSatuanBarang") } else { String::new() },
        fasilitas: facility(&code, names),
        persen: text(rate, "tarifFasilitas"),
    }
}

/// What happens to a levy under a facility, in small letters as within a sentence.
fn facility(code: &str, names: Names) -> String {
    let known = match code {
        "1" => "dibayar",
        "2" => "ditanggung pemerintah",
        "3" => "ditangguhkan",
        "4" => "berkala",
        "5" => "dibebaskan",
        "6" => "tidak dipungut",
        "7" => "sudah dilunasi",
        "8" => "dijaminkan",
        "9" => "ditunda",
        other => return names.short("fasilitas_tarif", other).to_lowercase(),
    };
    known.to_owned()
}

fn valuation(row: &Value, names: Names) -> Vec<String> {
    let mut out = vec![text(row, "metodePenentuanNilai")];
    for added in rows(row, "barangVd") {
        let kind = text(added, "kodeJenisVd");
        out.push(join(&[names.short("jenis_vd", &kind), text(added, "nilaiBarangVd")], " "));
    }
    out.retain(|part| !part.is_empty());
    out
}
