//! Around a document: the list, status and responses, the whole content, payment, papers, answers, cancellation, amendment.

mod act;
mod amend;
mod bulk;
mod follow;
mod list;
mod messages;
mod parts;
mod pay;
mod pdf;
mod upload;
mod whole;

use app::UseCase::{ActOnDeclaration, DeleteDraft, ManageBilling, ReadDeclaration};
use axum::routing::{get, post};

pub use parts::{grouped, stage_badge};

use crate::routes::Access::May;
use crate::routes::Route;

/// Address of the list.
pub const PATH: &str = "/dokumen";

/// The address of a page of a document.
pub fn path(nomor_aju: &str, page: &str) -> String {
    format!("{PATH}/{nomor_aju}/{page}")
}

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page(
        "/dokumen",
        May(ReadDeclaration),
        &["/dokumen", "/dokumen?cari=tidak-ada", "/dokumen?giliran=saya&keadaan=bayar&per=50"],
        || get(list::show),
    ),
    Route::post("/dokumen/aksi", May(ReadDeclaration), || post(bulk::act)),
    Route::post("/dokumen/hapus-draf", May(DeleteDraft), || post(bulk::delete)),
    Route::post("/dokumen/tampilan", May(ReadDeclaration), || post(list::save_view)),
    Route::post("/dokumen/tampilan/{id}/hapus", May(ReadDeclaration), || post(list::delete_view)),
    Route::page("/dokumen/{aju}", May(ReadDeclaration), &[], || get(whole::show)),
    Route::page("/dokumen/{aju}/status", May(ReadDeclaration), &[], || get(follow::show)),
    Route::other("/dokumen/{aju}/surat/{id}", May(ReadDeclaration), || get(pdf::letter)),
    Route::other("/dokumen/{aju}/cetak", May(ReadDeclaration), || get(pdf::form)),
    Route::page("/dokumen/{aju}/bayar", May(ReadDeclaration), &[], || get(pay::show)),
    Route::post("/dokumen/{aju}/bayar/kode", May(ManageBilling), || post(pay::again)),
    Route::post("/dokumen/{aju}/bayar/batal", May(ManageBilling), || post(pay::withdraw)),
    Route::page("/dokumen/{aju}/unggah", May(ActOnDeclaration), &[], || get(upload::show)),
    Route::post("/dokumen/{aju}/unggah", May(ActOnDeclaration), || post(upload::add)),
    Route::post("/dokumen/{aju}/unggah/hapus", May(ActOnDeclaration), || post(upload::remove)),
    Route::post("/dokumen/{aju}/unggah/serahkan", May(ActOnDeclaration), || post(upload::hand_in)),
    Route::page("/dokumen/{aju}/siap", May(ActOnDeclaration), &[], || get(act::ready_page)),
    Route::post("/dokumen/{aju}/siap", May(ActOnDeclaration), || post(act::ready)),
    Route::page("/dokumen/{aju}/jawab", May(ActOnDeclaration), &[], || get(act::answer_page)),
    Route::post("/dokumen/{aju}/jawab", May(ActOnDeclaration), || post(act::answer)),
    Route::page("/dokumen/{aju}/keberatan", May(ActOnDeclaration), &[], || get(act::object_page)),
    Route::post("/dokumen/{aju}/keberatan", May(ActOnDeclaration), || post(act::object)),
    Route::page("/dokumen/{aju}/batal", May(ActOnDeclaration), &[], || get(act::cancel_page)),
    Route::post("/dokumen/{aju}/batal", May(ActOnDeclaration), || post(act::cancel)),
    Route::post("/dokumen/{aju}/cocokkan", May(ActOnDeclaration), || post(act::rematch)),
    Route::page("/dokumen/{aju}/perbaikan", May(ActOnDeclaration), &[], || get(amend::show)),
    Route::post("/dokumen/{aju}/perbaikan", May(ActOnDeclaration), || post(amend::send)),
    Route::post("/dokumen/{aju}/perbaikan/buang", May(ActOnDeclaration), || post(amend::discard)),
    Route::page("/dokumen/{aju}/perbaikan/{bagian}", May(ActOnDeclaration), &[], || get(amend::section)),
    Route::post("/dokumen/{aju}/perbaikan/{bagian}", May(ActOnDeclaration), || post(amend::save)),
];
