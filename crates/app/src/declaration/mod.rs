//! Declarations as their owners handle them: record, try, send, follow, print.

mod bc11;
mod check;
mod detail;
mod facts;
mod keluar;
mod kind;
mod letters;
mod standing;
mod status;
mod submit;

pub use bc11::{Ulasan, consignment};
pub use check::{Checked, aju_taken, check};
pub use detail::{Detail, Levies, detail, levies};
pub use keluar::{Keluar, release_paper};
pub use kind::{DocumentKind, KINDS};
pub use letters::{Pdf, form, letter_by_code, letter_by_path, letter_of_billing};
pub use status::{
    ResponRow, StatusRow, StatusView, WaitingView, inspector_of, stage_of, status_of_ajus, status_of_company,
};
pub use submit::{Receipt, Submission, submit};

pub(crate) use check::{examine, read};
pub(crate) use facts::{gather, npwp_of};
pub(crate) use standing::{Standings, ask as ask_registry};
pub(crate) use status::{find, path_of, sees};
pub(crate) use submit::importer_name;
