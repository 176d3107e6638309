//! Accounts: logging in, Pendaftaran Baru, Aktivasi Akun Lama, Lupa Password, Update Profile dan Email, security.

mod aktivasi;
mod beranda;
mod daftar;
mod keamanan;
mod kunci;
mod link;
mod lupa;
mod masuk;
mod messages;
mod parts;
mod profil;
mod view;

use axum::routing::{get, post};

use crate::messages::fill;
use crate::routes::{Access, Route};

/// Every address of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/masuk", Access::Public, &["/masuk", "/masuk?sebab=sesi"], || get(masuk::form)),
    Route::post("/masuk", Access::Public, || post(masuk::login)),
    Route::page("/masuk/kode", Access::Entering, &[], || get(masuk::code_form)),
    Route::post("/masuk/kode", Access::Entering, || post(masuk::code)),
    Route::post("/masuk/kunci", Access::Entering, || post(masuk::key)),
    Route::post("/keluar", Access::Entering, || post(masuk::logout)),
    Route::page("/lupa-kata-sandi", Access::Public, &["/lupa-kata-sandi"], || get(lupa::form)),
    Route::post("/lupa-kata-sandi", Access::Public, || post(lupa::send)),
    Route::page("/lupa-kata-sandi/terkirim", Access::Public, &["/lupa-kata-sandi/terkirim"], || get(lupa::sent)),
    Route::page("/akun/reset", Access::Public, &[], || get(lupa::reset_form)),
    Route::post("/akun/reset", Access::Public, || post(lupa::reset)),
    Route::page("/akun/reset/selesai", Access::Public, &["/akun/reset/selesai"], || get(lupa::finished)),
    Route::page("/daftar", Access::Public, &["/daftar"], || get(daftar::form)),
    Route::post("/daftar", Access::Public, || post(daftar::register)),
    Route::page("/daftar/terkirim", Access::Public, &["/daftar/terkirim"], || get(daftar::sent)),
    Route::page("/ketentuan", Access::Public, &["/ketentuan"], || get(daftar::terms)),
    Route::page("/akun/konfirmasi", Access::Public, &[], || get(daftar::confirm_form)),
    Route::post("/akun/konfirmasi", Access::Public, || post(daftar::confirm)),
    Route::page("/akun/selesai", Access::Public, &["/akun/selesai"], || get(aktivasi::finished)),
    Route::page("/aktivasi-akun-lama", Access::Public, &["/aktivasi-akun-lama"], || get(aktivasi::form)),
    Route::post("/aktivasi-akun-lama", Access::Public, || post(aktivasi::request)),
    Route::page("/aktivasi-akun-lama/terkirim", Access::Public, &["/aktivasi-akun-lama/terkirim"], || {
        get(aktivasi::sent)
    }),
    Route::page("/akun/aktivasi/baru", Access::Public, &[], || get(aktivasi::set_form)),
    Route::post("/akun/aktivasi/baru", Access::Public, || post(aktivasi::set)),
    Route::page("/akun/undangan", Access::Public, &[], || get(aktivasi::invited_form)),
    Route::post("/akun/undangan", Access::Public, || post(aktivasi::accept)),
    Route::page("/akun/email", Access::Public, &[], || get(profil::new_mail_form)),
    Route::post("/akun/email", Access::Public, || post(profil::new_mail)),
    Route::page("/beranda", Access::SignedIn, &["/beranda"], || get(beranda::show)),
    Route::page("/akun/profil", Access::SignedIn, &["/akun/profil"], || get(profil::form)),
    Route::post("/akun/profil", Access::SignedIn, || post(profil::save)),
    Route::post("/akun/profil/email", Access::SignedIn, || post(profil::change_email)),
    Route::post("/akun/profil/perusahaan", Access::SignedIn, || post(profil::refresh)),
    Route::page("/akun/keamanan", Access::SignedIn, &["/akun/keamanan"], || get(keamanan::show)),
    Route::post("/akun/kata-sandi", Access::SignedIn, || post(keamanan::change_password)),
    Route::post("/akun/sesi/akhiri", Access::SignedIn, || post(keamanan::end)),
    Route::post("/akun/sesi/akhiri-lain", Access::SignedIn, || post(keamanan::end_others)),
    Route::post("/akun/sesi/tetap", Access::SignedIn, || post(masuk::stay)),
    Route::page("/akun/faktor", Access::Entering, &[], || get(keamanan::enrol)),
    Route::post("/akun/faktor", Access::Entering, || post(keamanan::confirm)),
    Route::post("/akun/faktor/mulai", Access::SignedIn, || post(keamanan::enrol)),
    Route::post("/akun/faktor/pemulihan", Access::SignedIn, || post(keamanan::recovery)),
    Route::post("/akun/faktor/hapus", Access::SignedIn, || post(keamanan::remove)),
    Route::page("/akun/kunci-sandi", Access::Entering, &["/akun/kunci-sandi"], || get(kunci::form)),
    Route::post("/akun/kunci-sandi", Access::Entering, || post(kunci::add)),
    Route::post("/akun/kunci-sandi/nama", Access::SignedIn, || post(kunci::rename)),
    Route::post("/akun/kunci-sandi/hapus", Access::SignedIn, || post(kunci::remove)),
    Route::page("/akun/ulang", Access::SignedIn, &["/akun/ulang"], || get(masuk::prove_form)),
    Route::post("/akun/ulang", Access::SignedIn, || post(masuk::prove)),
    Route::post("/akun/bertindak-untuk", Access::May(app::UseCase::ActForClient), || post(masuk::act_for)),
];

/// A text with a number in it.
fn with_n(text: &str, n: impl std::fmt::Display) -> String {
    fill(text, &[("n", &n.to_string())])
}
