//! The officers' desk: the other side of the counter.

mod antrean;
mod bersama;
mod bingkai;
mod dilewati;
mod events;
mod foto;
mod isi;
mod jejak;
mod kasus;
mod messages;
mod messages_periksa;
mod parts;
mod penetapan;
mod penetapan_barang;
mod periksa;
mod periksa_bagian;
mod periksa_barang;
mod periksa_peti;
mod temuan;
mod tindakan;

use app::UseCase::{AssignWork, AuditCase, WorkDesk};
use axum::routing::{get, post};

use crate::routes::Access::May;
use crate::routes::Route;

pub use antrean::home;
pub use messages::PetugasTexts;

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page(
        "/petugas/antrean",
        May(WorkDesk),
        &["/petugas/antrean", "/petugas/antrean?tugas=semua", "/petugas/antrean?kabar=habis"],
        || get(antrean::show),
    ),
    Route::other("/petugas/berikutnya", May(WorkDesk), || get(antrean::next)),
    Route::page("/petugas/persetujuan", May(WorkDesk), &["/petugas/persetujuan"], || get(bersama::pending)),
    Route::post("/petugas/persetujuan/{id}", May(WorkDesk), || post(bersama::decide)),
    Route::page("/petugas/pembagian", May(AssignWork), &["/petugas/pembagian"], || get(bersama::share)),
    Route::post("/petugas/pembagian", May(AssignWork), || post(bersama::move_all)),
    Route::page("/petugas/dokumen/{aju}", May(WorkDesk), &[], || get(kasus::show)),
    Route::post("/petugas/dokumen/{aju}/ambil", May(WorkDesk), || post(kasus::take)),
    Route::post("/petugas/dokumen/{aju}/serahkan", May(WorkDesk), || post(kasus::hand)),
    Route::page("/petugas/dokumen/{aju}/isi", May(WorkDesk), &[], || get(isi::show)),
    Route::page("/petugas/dokumen/{aju}/jejak", May(AuditCase), &[], || get(jejak::show)),
    Route::other("/petugas/dokumen/{aju}/surat/{id}", May(WorkDesk), || get(jejak::letter)),
    Route::page("/petugas/dokumen/{aju}/tindakan/{tindakan}", May(WorkDesk), &[], || get(tindakan::form)),
    Route::post("/petugas/dokumen/{aju}/tindakan/{tindakan}", May(WorkDesk), || post(tindakan::act)),
    Route::page("/petugas/dokumen/{aju}/periksa", May(WorkDesk), &[], || get(periksa::overview)),
    Route::post("/petugas/dokumen/{aju}/periksa", May(WorkDesk), || post(periksa::sign)),
    Route::post("/petugas/dokumen/{aju}/periksa/tempat", May(WorkDesk), || post(periksa::place)),
    Route::page("/petugas/dokumen/{aju}/periksa/peti-kemas/{nomor}", May(WorkDesk), &[], || get(periksa_peti::show)),
    Route::post("/petugas/dokumen/{aju}/periksa/peti-kemas/{nomor}", May(WorkDesk), || post(periksa_peti::save)),
    Route::page("/petugas/dokumen/{aju}/periksa/barang/{seri}", May(WorkDesk), &[], || get(periksa_barang::item)),
    Route::post("/petugas/dokumen/{aju}/periksa/barang/{seri}", May(WorkDesk), || post(periksa_barang::save_item)),
    Route::page("/petugas/dokumen/{aju}/periksa/foto", May(WorkDesk), &[], || get(foto::photo)),
    Route::post("/petugas/dokumen/{aju}/periksa/foto", May(WorkDesk), || post(foto::send_photo)),
    Route::page("/petugas/dokumen/{aju}/penetapan", May(WorkDesk), &[], || get(penetapan::show)),
    Route::post("/petugas/dokumen/{aju}/penetapan", May(WorkDesk), || post(penetapan::issue)),
    Route::post("/petugas/dokumen/{aju}/penetapan/denda", May(WorkDesk), || post(penetapan::percent)),
    Route::page("/petugas/dokumen/{aju}/penetapan/barang/{seri}", May(WorkDesk), &[], || get(penetapan_barang::item)),
    Route::post("/petugas/dokumen/{aju}/penetapan/barang/{seri}", May(WorkDesk), || post(penetapan_barang::save_item)),
];
