//! Goods on their way in and out of a terminal: `manifes-bc11` and `tps/dokumen-pabean` (h2h-api 1.6).

use app::App;
use app::declaration::{self as use_case, Keluar, Ulasan};
use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::lookup::backwards;
use crate::problem::Problem;
use crate::{query, work};

/// Members of `manifes-bc11` that are there whatever is found.
const TEXTS: &[&str] = &[
    "bendera",
    "caraPengangkutan",
    "idManifesDetail",
    "kodeGudang",
    "namaPemilik",
    "namaPenerima",
    "namaSaranaPengangkut",
    "nilaiSimi",
    "noBc11",
    "noPos",
    "noVoyage",
    "npwpPemilik",
    "npwpPenerima",
    "pelAsal",
    "pelBongkar",
    "pelTransit",
    "respon",
    "tglBc11",
    "tglTiba",
];

/// `GET {S}/manifes-bc11?noHostBl=&tglHostBl=&kodeKantor=&nama=`: a flat object, empty `noBc11` when there is nothing.
pub async fn manifest(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let (paper, office) = (query::required(&raw, "noHostBl")?, query::required(&raw, "kodeKantor")?);
    let (day, name) = (query::required_day(&raw, "tglHostBl")?, query::required(&raw, "nama")?);
    let asked = office.clone();
    let found = work::run(move || use_case::consignment(&app, &actor, (&paper, day), &office, &name)).await?;
    let mut answer = Value::Object(TEXTS.iter().map(|name| ((*name).to_owned(), json!(""))).collect());
    answer["nilaiSimi"] = json!("0.0,0.0");
    answer["listContainer"] = json!([]);
    match found {
        Err(Ulasan::TidakAda) => answer["respon"] = json!("Data Tidak Ditemukan"),
        Err(Ulasan::NamaBerbeda) => {
            answer["respon"] = json!("Gagal Ambil Data Similarity Nama Perusahaan dan Nama Consignee");
        }
        Ok(pos) => {
            let containers = pos.kontainer.iter().map(|number| {
                json!({ "noKontainer": number, "jenisKontainer": "", "tipeKontainer": "", "ukuranKontainer": "" })
            });
            answer["listContainer"] = containers.collect();
            answer["noBc11"] = json!(pos.nomor_bc11);
            answer["tglBc11"] = json!(backwards(pos.tanggal_bc11));
            answer["noPos"] = json!(pos.nomor_pos.to_string());
            answer["namaPenerima"] = json!(pos.nama_penerima);
            answer["npwpPenerima"] = json!(pos.npwp_penerima.map(|n| n.to_string()).unwrap_or_default());
            answer["idManifesDetail"] =
                json!(format!("{asked}-{}-{}-{}", pos.nomor_bc11, pos.tanggal_bc11, pos.nomor_pos));
            answer["respon"] = json!("Data Ditemukan");
        }
    }
    // One page of the documentation spells the member so.
    answer["npwpPemilk"] = answer["npwpPemilik"].clone();
    Ok(Json(answer))
}

/// `GET {S}/tps/dokumen-pabean?jnsDokumen=&noDokumen=&tglDokumen=&kdKantor=`.
pub async fn release_paper(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let (kind, number) = (query::required(&raw, "jnsDokumen")?, query::required(&raw, "noDokumen")?);
    let (day, office) = (query::required_day(&raw, "tglDokumen")?, query::required(&raw, "kdKantor")?);
    let found = work::run(move || use_case::release_paper(&app, &actor, &kind, (&number, day), &office)).await?;
    let Some(paper) = found else {
        return Ok(Json(json!({
            "status": false, "message": "Data Tidak Ditemukan",
            "detil_dokumen": [], "detil_kemasan": [], "detil_kontainer": [],
        })));
    };
    Ok(Json(shape(&paper)))
}

fn shape(paper: &Keluar) -> Value {
    let doc = &paper.dokumen;
    let bc11 = doc.bc11.as_ref();
    let packages = doc.kemasan.iter().zip(1..).map(
        |((kind, count), seri)| json!({ "seri_kemasan": seri, "kode_jenis_kemasan": kind, "jumlah_kemasan": count }),
    );
    let containers = doc.kontainer.iter().zip(1..);
    let containers = containers.map(|(number, seri)| json!({ "seri_kontainer": seri, "nomor_kontainer": number }));
    json!({
        "status": true,
        "message": "success",
        "kode_jenis_dokumen": paper.jenis,
        "nomor_dokumen_pengeluaran": paper.nomor,
        "tanggal_dokumen_pengeluaran": paper.tanggal.to_string(),
        "kode_kantor": paper.kode_kantor,
        "nomor_aju": paper.nomor_aju,
        "nomor_daftar": paper.nomor_daftar,
        "tanggal_daftar": paper.tanggal_daftar.map(|d| d.to_string()),
        "npwp_importir": doc.importir.npwp.to_string(),
        "nama_importir": doc.importir.nama,
        "kode_tps": doc.kode_tps,
        "bruto": query::number(&doc.bruto.to_string()),
        "nomor_bc11": bc11.map(|b| &b.nomor),
        "tanggal_bc11": bc11.map(|b| b.tanggal.to_string()),
        "nomor_pos": bc11.map(|b| &b.pos),
        "detil_dokumen": [{
            "seri_dokumen": 1,
            "nomor_dokumen": doc.angkutan.nomor,
            "tanggal_dokumen": doc.angkutan.tanggal.to_string(),
        }],
        "detil_kemasan": packages.collect::<Vec<_>>(),
        "detil_kontainer": containers.collect::<Vec<_>>(),
    })
}
