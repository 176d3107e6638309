//! The main page of a trader, and his inbox.

mod chart;
mod inbox;
mod messages;
mod panel;

use app::UseCase::ReadDeclaration;
use axum::routing::{get, post};

pub use panel::panel;

use crate::routes::Access::May;
use crate::routes::Route;

/// Address of the inbox.
pub const INBOX: &str = "/pemberitahuan";

/// Their addresses; the main page itself is everybody's and stands with the account's pages.
pub const ROUTES: &[Route] = &[
    Route::page(
        "/pemberitahuan",
        May(ReadDeclaration),
        &["/pemberitahuan", "/pemberitahuan?jenis=SURAT&keadaan=baru"],
        || get(inbox::show),
    ),
    Route::post("/pemberitahuan/baca", May(ReadDeclaration), || post(inbox::read_all)),
    Route::post("/pemberitahuan/{id}", May(ReadDeclaration), || post(inbox::open)),
];
