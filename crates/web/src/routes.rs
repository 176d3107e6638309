//! Every page's address in one table: the router is made of it, tests and scans walk it.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get};

use crate::state::Web;
use crate::visit::guard;
use crate::{
    akun, asset, beranda, dokumen, komponen, lampiran, operator, pengembang, perekaman, perusahaan, petugas, publik,
};

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Everybody, in a demo only.
    Demo,
    /// Whoever has a session, also while the second step of the login is missing.
    Entering,
    /// Whoever is logged in.
    SignedIn,
    /// Whoever may do this; see `app/src/access.rs`.
    May(app::UseCase),
}

impl Access {
    /// In a word, for lists.
    pub fn word(self) -> String {
        match self {
            Self::Public => "public".into(),
            Self::Demo => "demo".into(),
            Self::Entering => "entering".into(),
            Self::SignedIn => "signed-in".into(),
            Self::May(use_case) => format!("{use_case:?}"),
        }
    }
}

/// What comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// A page: scanned, photographed, measured.
    Page,
    /// A file, a redirect, a plain word.
    Other,
}

/// An address.
pub struct Route {
    /// HTTP method.
    pub method: &'static str,
    /// Path as the router takes it.
    pub path: &'static str,
    /// Who may ask.
    pub access: Access,
    /// What comes back.
    pub answer: Answer,
    /// Paths to try, with parameters filled in and queries that show other states; the first one answers 200 in a demo.
    pub samples: &'static [&'static str],
    handler: fn() -> MethodRouter<Web>,
}

impl Route {
    /// A page that is opened.
    pub const fn page(
        path: &'static str,
        access: Access,
        samples: &'static [&'static str],
        handler: fn() -> MethodRouter<Web>,
    ) -> Self {
        Self { method: "GET", path, access, answer: Answer::Page, samples, handler }
    }

    /// Something else that is fetched.
    pub const fn other(path: &'static str, access: Access, handler: fn() -> MethodRouter<Web>) -> Self {
        Self { method: "GET", path, access, answer: Answer::Other, samples: &[], handler }
    }

    /// A form's target.
    pub const fn post(path: &'static str, access: Access, handler: fn() -> MethodRouter<Web>) -> Self {
        Self { method: "POST", path, access, answer: Answer::Other, samples: &[], handler }
    }
}

/// All of them; areas with many pages have a table of their own.
pub fn all() -> impl Iterator<Item = &'static Route> {
    let areas = [
        akun::ROUTES,
        perusahaan::ROUTES,
        operator::ROUTES,
        lampiran::ROUTES,
        perekaman::ROUTES,
        pengembang::ROUTES,
        dokumen::ROUTES,
        beranda::ROUTES,
        petugas::ROUTES,
    ];
    ROUTES.iter().chain(areas.into_iter().flatten())
}

/// Whether there is a page at exactly this path.
pub fn exists(path: &str) -> bool {
    all().any(|route| route.path == path)
}

/// The router of the table.
pub(crate) fn router(web: &Web) -> Router<Web> {
    all().fold(Router::new(), |router, route| {
        let guarded = (route.handler)().layer(from_fn_with_state((web.clone(), route), guard));
        router.route(route.path, guarded)
    })
}

const ROUTES: &[Route] = &[
    Route::page("/", Access::Public, &["/"], || get(publik::home)),
    Route::page("/verifikasi", Access::Public, &["/verifikasi"], || get(publik::verify_form)),
    Route::page("/verifikasi/{code}", Access::Public, &["/verifikasi/7KQ2-M9TX-4HVD"], || get(publik::verify_result)),
    Route::page("/kotak-keluar", Access::Demo, &["/kotak-keluar"], || get(publik::outbox)),
    Route::page("/status-layanan", Access::Public, &["/status-layanan"], || get(publik::status)),
    Route::page(
        "/komponen",
        Access::Demo,
        &["/komponen", "/komponen?keadaan=salah", "/komponen?keadaan=kosong"],
        || get(komponen::index),
    ),
    Route::other("/sehat", Access::Public, || get(|| async { "ok" })),
    Route::other("/aset/{file}", Access::Public, || get(asset::serve)),
];
