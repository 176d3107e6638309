//! What the operator does: officers, approvals, failed jobs, reference data.

mod approvals;
mod calendar;
mod decided;
mod import;
mod jobs;
mod messages;
mod messages_calendar;
mod messages_import;
mod messages_tables;
mod officer_add;
mod officer_edit;
mod officers;
mod reference;
mod report;
mod tables;

use app::UseCase::{ApproveChanges, ManageOfficers, Operate, ReviveJobs};
use axum::routing::{get, post};

use crate::routes::Access::May;
use crate::routes::Route;

/// Their addresses.
pub const ROUTES: &[Route] = &[
    Route::page(
        "/operator/petugas",
        May(ManageOfficers),
        &["/operator/petugas", "/operator/petugas?cari=tidak-ada"],
        || get(officers::list),
    ),
    Route::page("/operator/petugas/tambah", May(ManageOfficers), &["/operator/petugas/tambah"], || {
        get(officer_add::form)
    }),
    Route::post("/operator/petugas/tambah", May(ManageOfficers), || post(officer_add::ask)),
    Route::page("/operator/petugas/{id}", May(ManageOfficers), &[], || get(officer_edit::form)),
    Route::post("/operator/petugas/{id}", May(ManageOfficers), || post(officer_edit::request)),
    Route::page("/operator/persetujuan", May(ApproveChanges), &["/operator/persetujuan"], || get(approvals::list)),
    Route::page("/operator/persetujuan/selesai", May(ApproveChanges), &["/operator/persetujuan/selesai"], || {
        get(decided::list)
    }),
    Route::page("/operator/persetujuan/{id}", May(ApproveChanges), &[], || get(approvals::show)),
    Route::post("/operator/persetujuan/{id}/setujui", May(ApproveChanges), || post(approvals::approve)),
    Route::post("/operator/persetujuan/{id}/tolak", May(ApproveChanges), || post(approvals::reject)),
    Route::post("/operator/persetujuan/{id}/tarik", May(ApproveChanges), || post(approvals::withdraw)),
    Route::page("/operator/pekerjaan", May(ReviveJobs), &["/operator/pekerjaan"], || get(jobs::list)),
    Route::post("/operator/pekerjaan/{id}/ulang", May(ReviveJobs), || post(jobs::revive)),
    Route::page("/operator/parameter", May(Operate), &["/operator/parameter"], || get(tables::show)),
    Route::page("/operator/impor", May(Operate), &["/operator/impor"], || get(import::form)),
    Route::post("/operator/impor", May(Operate), || post(import::send)),
    Route::page(
        "/operator/kalender",
        May(Operate),
        &["/operator/kalender", "/operator/kalender?kantor=050100"],
        || get(calendar::show),
    ),
    Route::post("/operator/kalender/libur", May(Operate), || post(calendar::ask_closed)),
    Route::post("/operator/kalender/jam", May(Operate), || post(calendar::ask_hours)),
];
