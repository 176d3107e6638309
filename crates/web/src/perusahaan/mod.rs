//! What a company's administrator decides: users, powers of attorney, API keys; and what happened.

mod kuasa;
mod kunci;
mod messages;
mod pengguna;
mod riwayat;
pub mod sheet;
mod webhook;

use app::UseCase::{ManageApiKeys, ManageKuasa, ManageUsers, ReadAudit};
use axum::routing::{get, post};

use crate::routes::Access::May;
use crate::routes::Route;

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page(
        "/perusahaan/pengguna",
        May(ManageUsers),
        &["/perusahaan/pengguna", "/perusahaan/pengguna?cari=tidak-ada"],
        || get(pengguna::list),
    ),
    Route::page("/perusahaan/pengguna/undang", May(ManageUsers), &["/perusahaan/pengguna/undang"], || {
        get(pengguna::invite_form)
    }),
    Route::post("/perusahaan/pengguna/undang", May(ManageUsers), || post(pengguna::invite)),
    Route::page("/perusahaan/pengguna/{id}", May(ManageUsers), &[], || get(pengguna::edit_form)),
    Route::post("/perusahaan/pengguna/{id}", May(ManageUsers), || post(pengguna::edit)),
    Route::post("/perusahaan/pengguna/{id}/nonaktif", May(ManageUsers), || post(pengguna::close)),
    Route::post("/perusahaan/pengguna/{id}/aktif", May(ManageUsers), || post(pengguna::open)),
    Route::post("/perusahaan/pengguna/{id}/kirim-ulang", May(ManageUsers), || post(pengguna::resend)),
    Route::page(
        "/perusahaan/kuasa",
        May(ManageKuasa),
        &["/perusahaan/kuasa", "/perusahaan/kuasa?cari=tidak-ada"],
        || get(kuasa::list),
    ),
    Route::page("/perusahaan/kuasa/beri", May(ManageKuasa), &["/perusahaan/kuasa/beri"], || get(kuasa::grant_form)),
    Route::post("/perusahaan/kuasa/beri", May(ManageKuasa), || post(kuasa::grant)),
    Route::page("/perusahaan/kuasa/{id}", May(ManageKuasa), &[], || get(kuasa::show)),
    Route::post("/perusahaan/kuasa/{id}/cabut", May(ManageKuasa), || post(kuasa::revoke)),
    Route::page("/perusahaan/kunci-api", May(ManageApiKeys), &["/perusahaan/kunci-api"], || get(kunci::list)),
    Route::post("/perusahaan/kunci-api", May(ManageApiKeys), || post(kunci::create)),
    Route::post("/perusahaan/kunci-api/{id}/cabut", May(ManageApiKeys), || post(kunci::revoke)),
    Route::page("/perusahaan/webhook", May(ManageApiKeys), &["/perusahaan/webhook"], || get(webhook::list)),
    Route::page("/perusahaan/webhook/baru", May(ManageApiKeys), &["/perusahaan/webhook/baru"], || {
        get(webhook::new_form)
    }),
    Route::post("/perusahaan/webhook/baru", May(ManageApiKeys), || post(webhook::create)),
    Route::page("/perusahaan/webhook/{id}", May(ManageApiKeys), &[], || get(webhook::show)),
    Route::post("/perusahaan/webhook/{id}", May(ManageApiKeys), || post(webhook::edit)),
    Route::post("/perusahaan/webhook/{id}/kunci", May(ManageApiKeys), || post(webhook::rotate)),
    Route::post("/perusahaan/webhook/{id}/uji", May(ManageApiKeys), || post(webhook::test)),
    Route::post("/perusahaan/webhook/{id}/ulang", May(ManageApiKeys), || post(webhook::replay)),
    Route::post("/perusahaan/webhook/{id}/kirim/{seq}", May(ManageApiKeys), || post(webhook::resend)),
    Route::post("/perusahaan/webhook/{id}/hapus", May(ManageApiKeys), || post(webhook::remove)),
    Route::page(
        "/perusahaan/riwayat",
        May(ReadAudit),
        &["/perusahaan/riwayat", "/perusahaan/riwayat?kejadian=kunci.cabut"],
        || get(riwayat::list),
    ),
];
