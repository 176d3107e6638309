//! Pages for integrators: every call of the host-to-host API, every field of the document, from its OpenAPI description;
//! the code lists and the codes of findings.

mod codes;
mod description;
mod document;
mod findings;
mod index;
mod messages;

use axum::routing::get;

use crate::routes::Access::Public;
use crate::routes::Route;

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page("/pengembang", Public, &["/pengembang"], || get(index::show)),
    Route::page(
        "/pengembang/dokumen",
        Public,
        &["/pengembang/dokumen", "/pengembang/dokumen?bagian=Bc20Barang"],
        || get(document::show),
    ),
    Route::page(
        "/pengembang/kode",
        Public,
        &["/pengembang/kode", "/pengembang/kode?daftar=fasilitas", "/pengembang/kode?daftar=tps"],
        || get(codes::show),
    ),
    Route::page("/pengembang/temuan", Public, &["/pengembang/temuan"], || get(findings::show)),
];
