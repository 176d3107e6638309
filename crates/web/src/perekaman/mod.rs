//! Recording an import declaration: a draft is begun, filled section by section, checked and sent.
//!
//! The goods have their own pages (`barang`, `rincian`, `lembar`); every other section is the same form made from the
//! layout ([`bagian`], [`groups`], [`field`]).

mod bagian;
mod barang;
mod cari;
mod cetak;
mod codes;
mod field;
mod frame;
mod goods_messages;
mod groups;
mod hapus;
mod ikhtisar;
mod impor;
mod kirim;
mod lembar;
mod marked;
mod messages;
mod periksa;
mod pungutan;
mod rincian;
mod tambah;
mod transaksi;
mod tuju;
mod unduh;
mod values;

pub use pungutan::explained;

use app::Error;
use app::UseCase::{DeleteDraft, ReadDeclaration, ReadReference, RecordDeclaration, SubmitDeclaration};
use askama::Template;
use axum::routing::{get, post};

use crate::lang::Lang;
use crate::routes::Access::May;
use crate::routes::Route;
use crate::ui::{Inset, Link, Piece, components};
use crate::visit::errors_of;

pub use values::{Reading, marks};

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page("/dokumen/tambah", May(RecordDeclaration), &["/dokumen/tambah"], || get(tambah::form)),
    Route::post("/dokumen/tambah", May(RecordDeclaration), || post(tambah::create)),
    Route::page("/dokumen/{aju}/isi", May(ReadDeclaration), &[], || get(ikhtisar::show)),
    Route::page("/dokumen/{aju}/isi/barang", May(ReadDeclaration), &[], || get(barang::show)),
    Route::post("/dokumen/{aju}/isi/barang", May(RecordDeclaration), || post(barang::save)),
    Route::post("/dokumen/{aju}/isi/barang/batal", May(RecordDeclaration), || post(barang::undo)),
    Route::post("/dokumen/{aju}/isi/barang/tempel", May(RecordDeclaration), || post(lembar::paste)),
    Route::other("/dokumen/{aju}/isi/barang/unduh", May(ReadDeclaration), || get(unduh::goods)),
    Route::other("/dokumen/{aju}/isi/barang/templat", May(ReadDeclaration), || get(unduh::template)),
    Route::page("/dokumen/{aju}/isi/barang/unggah", May(RecordDeclaration), &[], || get(lembar::form)),
    Route::post("/dokumen/{aju}/isi/barang/unggah", May(RecordDeclaration), || post(lembar::upload)),
    Route::page("/dokumen/{aju}/isi/barang/unggah/{id}", May(RecordDeclaration), &[], || get(lembar::show)),
    Route::post("/dokumen/{aju}/isi/barang/unggah/{id}", May(RecordDeclaration), || post(lembar::decide)),
    Route::other("/dokumen/{aju}/isi/barang/unggah/{id}/tandai", May(RecordDeclaration), || get(lembar::marked)),
    Route::other("/dokumen/{aju}/unduh", May(ReadDeclaration), || get(unduh::document)),
    Route::page("/dokumen/impor", May(RecordDeclaration), &["/dokumen/impor"], || get(impor::form)),
    Route::post("/dokumen/impor", May(RecordDeclaration), || post(impor::upload)),
    Route::other("/dokumen/impor/templat", May(RecordDeclaration), || get(unduh::blank)),
    Route::page("/dokumen/impor/{id}", May(RecordDeclaration), &[], || get(impor::show)),
    Route::post("/dokumen/impor/{id}", May(RecordDeclaration), || post(impor::decide)),
    Route::other("/dokumen/impor/{id}/tandai", May(RecordDeclaration), || get(impor::marked)),
    Route::page("/dokumen/{aju}/isi/barang/{kunci}", May(ReadDeclaration), &[], || get(rincian::show)),
    Route::post("/dokumen/{aju}/isi/barang/{kunci}", May(RecordDeclaration), || post(rincian::save)),
    Route::page("/dokumen/{aju}/isi/{bagian}", May(ReadDeclaration), &[], || get(bagian::show)),
    Route::post("/dokumen/{aju}/isi/{bagian}", May(RecordDeclaration), || post(bagian::save)),
    Route::page("/dokumen/{aju}/periksa", May(ReadDeclaration), &[], || get(periksa::show)),
    Route::page("/dokumen/{aju}/kirim", May(SubmitDeclaration), &[], || get(kirim::show)),
    Route::post("/dokumen/{aju}/kirim", May(SubmitDeclaration), || post(kirim::send)),
    Route::page("/dokumen/{aju}/terkirim", May(ReadDeclaration), &[], || get(kirim::sent)),
    Route::post("/dokumen/{aju}/hapus", May(DeleteDraft), || post(hapus::delete)),
    Route::post("/dokumen/{aju}/salin", May(RecordDeclaration), || post(tambah::copy)),
    Route::other("/dokumen/{aju}/cetak-draf", May(ReadDeclaration), || get(cetak::draft)),
    Route::page(
        "/cari/{tabel}",
        May(ReadReference),
        &["/cari/pelabuhan?q=singapura", "/cari/hs?q=katup", "/cari/negara?q=tidak-ada"],
        || get(cari::show),
    ),
];

/// Why nothing was stored, as a remark.
fn refused(error: &Error, lang: Lang) -> Inset {
    let texts: Vec<String> = errors_of(error, lang).pairs().into_iter().map(|(_, text)| text.into_owned()).collect();
    Inset { text: texts.join(" ").into() }
}

#[derive(Template)]
#[template(source = "<p><a class=\"pb-back-link\" href=\"{{ link.href }}\">{{ link.text }}</a></p>", ext = "html")]
struct Back<'a> {
    link: &'a Link,
}

components!(Back<'_>);

/// The way back to the page above.
fn to(link: &Link) -> Piece {
    Piece::of(&Back { link })
}
