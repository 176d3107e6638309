//! Boxes 1 to 30 of the form, and the lists that continue on further sheets.

use app::surat::FormulirBc20;
use serde::Serialize;
use serde_json::{Value, json};

use super::take::{Names, rows, text};

/// Document codes with a box of their own: invoice, house and master transport documents.
const INVOICE: &[&str] = &["380"];
const HOUSE: &[&str] = &["705", "740"];
const MASTER: &[&str] = &["704", "741"];

/// Office, number, and boxes A to C.
pub fn header(document: &Value, names: Names) -> Value {
    let office = text(document, "kodeKantor");
    let coded = |member: &str, list: &str| {
        let code = text(document, member);
        json!({ "kode": code, "nama": names.name(list, &code) })
    };
    json!({
        "kantor": { "kode": office, "nama": names.name("kantor_pabean", &office) },
        "nomorAju": text(document, "nomorAju"),
        "tanggalAju": text(document, "tanggalAju"),
        "jenisPib": coded("kodeJenisProsedur", "jenis_prosedur"),
        "jenisImpor": coded("kodeJenisImpor", "jenis_impor"),
        "caraBayar": coded("kodeCaraBayar", "cara_bayar"),
    })
}

/// Sender, seller, importer, owners, centralised taxpayer and broker.
pub fn parties(document: &Value, names: Names) -> Value {
    let of = |kind: &str| -> Vec<Value> {
        let same = |row: &&Value| text(row, "kodeEntitas") == kind;
        rows(document, "entitas").iter().filter(same).map(|row| party(row, names)).collect()
    };
    let first = |kind: &str| of(kind).into_iter().next();
    json!({
        "pengirim": first("9"),
        "penjual": first("10"),
        "importir": first("1"),
        "pemilik": of("7"),
        "pemusatan": first("11"),
        "ppjk": first("4"),
    })
}

fn party(row: &Value, names: Names) -> Value {
    let country = text(row, "kodeNegara").to_uppercase();
    json!({
        "nama": text(row, "namaEntitas"),
        "alamat": text(row, "alamatEntitas"),
        "jenisIdentitas": names.short("jenis_identitas", &text(row, "kodeJenisIdentitas")),
        "identitas": text(row, "nomorIdentitas"),
        "nib": text(row, "nibEntitas"),
        "api": names.short("jenis_api", &text(row, "kodeJenisApi")),
        "status": names.short("status_pengusaha", &text(row, "kodeStatus")),
        "negara": { "kode": country, "nama": names.name("negara", &country) },
        "izin": text(row, "nomorIjinEntitas"),
    })
}

/// Boxes 9 to 14, 18 and 20.
pub fn transport(document: &Value, names: Names) -> Value {
    let means: Vec<Value> = rows(document, "pengangkut")
        .iter()
        .map(|row| {
            let (flag, mode) = (text(row, "kodeBendera").to_uppercase(), text(row, "kodeCaraAngkut"));
            json!({
                "nama": text(row, "namaPengangkut"),
                "nomor": text(row, "nomorPengangkut"),
                "bendera": { "kode": flag, "nama": names.name("negara", &flag) },
                "cara": { "kode": mode, "nama": names.name("cara_angkut", &mode) },
            })
        })
        .collect();
    let port = |member: &str| {
        let code = text(document, member);
        json!({ "kode": code, "nama": names.name("pelabuhan", &code) })
    };
    let warehouse = text(document, "kodeTps");
    let closing = text(document, "kodeTutupPu");
    json!({
        "sarana": means,
        "tanggalTiba": text(document, "tanggalTiba"),
        "muat": port("kodePelMuat"),
        "transit": port("kodePelTransit"),
        "tujuan": port("kodePelTujuan"),
        "tutupPu": names.short("tutup_pu", &closing),
        "nomorBc11": text(document, "nomorBc11"),
        "tanggalBc11": text(document, "tanggalBc11"),
        "pos": text(document, "posBc11"),
        "subpos": text(document, "subposBc11"),
        "tps": { "kode": warehouse, "nama": names.name("tps", &warehouse) },
    })
}

/// Boxes 21 to 26, 29 and 30.
pub fn price(document: &Value, names: Names) -> Value {
    let currency = text(document, "kodeValuta");
    let insurance = text(document, "kodeAsuransi");
    let transaction = text(document, "kodeJenisNilai");
    json!({
        "valuta": { "kode": currency, "nama": names.name("valuta", &currency) },
        "ndpbm": text(document, "ndpbm"),
        "transaksi": { "kode": transaction, "nama": names.name("jenis_nilai", &transaction) },
        "incoterm": text(document, "kodeIncoterm"),
        "nilaiBarang": text(document, "nilaiBarang"),
        "fob": text(document, "fob"),
        "tambahan": text(document, "biayaTambahan"),
        "pengurang": text(document, "biayaPengurang"),
        "asuransi": text(document, "asuransi"),
        "jenisAsuransi": names.short("asuransi", &insurance),
        "freight": text(document, "freight"),
        "cif": text(document, "cif"),
        "vd": text(document, "vd"),
        "bruto": text(document, "bruto"),
        "netto": text(document, "netto"),
        "jumlahKontainer": text(document, "jumlahKontainer"),
    })
}

/// Place, date, name and office of the signatory.
pub fn statement(document: &Value) -> Value {
    json!({
        "kota": text(document, "kotaTtd"),
        "tanggal": text(document, "tanggalTtd"),
        "nama": text(document, "namaTtd"),
        "jabatan": text(document, "jabatanTtd"),
    })
}

/// Containers.
pub fn containers(document: &Value, names: Names) -> Vec<Value> {
    let row = |row: &Value| {
        json!({
            "seri": text(row, "seriKontainer"),
            "nomor": text(row, "nomorKontainer"),
            "ukuran": text(row, "kodeUkuranKontainer"),
            "muatan": names.short("jenis_kontainer", &text(row, "kodeJenisKontainer")),
            "tipe": names.short("tipe_kontainer", &text(row, "kodeTipeKontainer")),
        })
    };
    rows(document, "kontainer").iter().map(row).collect()
}

/// Packages.
pub fn packages(document: &Value, names: Names) -> Vec<Value> {
    let row = |row: &Value| {
        json!({
            "seri": text(row, "seriKemasan"),
            "jumlah": text(row, "jumlahKemasan"),
            "jenis": names.full("kemasan", &text(row, "kodeJenisKemasan")),
            "merek": text(row, "merkKemasan"),
        })
    };
    rows(document, "kemasan").iter().map(row).collect()
}

/// One supporting document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    seri: String,
    kode: String,
    jenis: String,
    nomor: String,
    tanggal: String,
    fasilitas: String,
    izin: String,
}

/// All supporting documents.
pub struct Papers {
    /// In the order of the document.
    pub rows: Vec<Paper>,
}

impl Papers {
    fn first(&self, codes: &[&str]) -> Option<&Paper> {
        self.rows.iter().find(|paper| codes.contains(&paper.kode.as_str()))
    }

    fn privileged(&self) -> impl Iterator<Item = &Paper> {
        self.rows.iter().filter(|paper| !paper.fasilitas.is_empty() || !paper.izin.is_empty())
    }

    /// Boxes 15, 17 and 19.
    pub fn leading(&self) -> Value {
        json!({
            "invoice": self.first(INVOICE),
            "house": self.first(HOUSE),
            "master": self.first(MASTER),
            "fasilitas": self.privileged().next(),
            "jumlahFasilitas": self.privileged().count(),
            "jumlah": self.rows.len(),
        })
    }

    /// How many of the documents stand in those boxes.
    pub fn on_first_sheet(&self) -> usize {
        let own = [INVOICE, HOUSE, MASTER].iter().filter(|codes| self.first(codes).is_some()).count();
        let covered = [INVOICE, HOUSE, MASTER].concat();
        let further = self.privileged().next().is_some_and(|paper| !covered.contains(&paper.kode.as_str()));
        own + usize::from(further)
    }
}

/// Supporting documents.
pub fn papers(document: &Value, names: Names) -> Papers {
    let row = |row: &Value| {
        let (code, privilege) = (text(row, "kodeDokumen"), text(row, "kodeFasilitas"));
        let privilege = if privilege == "00" { String::new() } else { names.full("fasilitas", &privilege) };
        Paper {
            seri: text(row, "seriDokumen"),
            jenis: names.name("kode_dokumen", &code).to_owned(),
            kode: code,
            nomor: text(row, "nomorDokumen"),
            tanggal: text(row, "tanggalDokumen"),
            fasilitas: privilege,
            izin: text(row, "kodeIjin"),
        }
    };
    Papers { rows: rows(document, "dokumen").iter().map(row).collect() }
}

/// The guarantee, if one was given.
pub fn guarantee(form: &FormulirBc20, names: Names) -> Option<Value> {
    form.jaminan.as_ref().map(|given| {
        json!({
            "kode": given.kode_jenis_jaminan,
            "jenis": names.short("jenis_jaminan", &given.kode_jenis_jaminan),
            "nomor": given.nomor,
            "tanggal": given.tanggal,
            "nilai": given.nilai,
            "penjamin": given.penjamin,
        })
    })
}
