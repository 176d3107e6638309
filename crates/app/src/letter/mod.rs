//! The data of every letter and of the printed form, assembled from frozen facts; pure.
//!
//! When an event issues a letter, an [`Issue`] is stored; with the frozen document and the reference data of that day it
//! determines the letter for ever. By then the document was lodged; it is still read leniently here, so that one frozen
//! under older rules prints and a rejected one can be written about: what is missing stays blank.
//!
//! A moment `batas` of the workflow is the first one at which the time is over; letters print the last one within it.

mod bill;
mod context;
mod decide;
mod extra;
mod extra_inspect;
mod form;
mod form_names;
mod general;
mod goods;
mod inspect;
mod issue;
mod messages;
mod names;
mod reject;
mod release;
mod ruling;
mod titles;
pub(crate) mod words;

#[cfg(test)]
mod tests;

pub use bill::billing_lines;
pub use extra::{
    BillingExtra, DokapExtra, DokapFile, KeputusanExtra, NpdExtra, NppExtra, PejabatExtra, PenerimaanExtra, Perubahan,
    SpblBarang, SpblExtra, SppbExtra, SptnpBarang, SptnpExtra, UmumExtra,
};
pub use extra_inspect::{BapExtra, IpExtra, LhpBarang, LhpExtra, Pelaksanaan};
pub use form::{FormHead, form};
pub(crate) use inspect::to_open;
pub use issue::{Issue, LetterProblem, LetterState, Source};
pub use messages::{MOST_MESSAGES, messages};
pub use titles::{BPN, title};

use serde::Serialize;
use serde_json::Value;

use crate::surat;
use context::Ctx;

/// A letter's kind for the renderer, and its data.
pub type Letter = (&'static str, Value);

/// The letter's kind for the renderer and its data.
pub fn assemble(issue: &Issue, source: &Source<'_>) -> Result<Letter, LetterProblem> {
    if source.snapshot.version() != u64::from(issue.reference_version) {
        return Err(LetterProblem::WrongReference {
            wanted: issue.reference_version,
            given: source.snapshot.version(),
        });
    }
    let ctx = Ctx::new(issue, source);
    match issue.kode_respon.as_str() {
        "2000" => pack(surat::Penerimaan::JENIS, release::receipt(&ctx)?),
        "2001" => pack(surat::Npp::JENIS, reject::npp(&ctx)?),
        "2003" => pack(surat::Sppb::JENIS, release::sppb(&ctx)?),
        "2005" => pack(surat::Spjm::JENIS, release::spjm(&ctx)?),
        "2007" => pack(surat::Lhp::JENIS, inspect::lhp(&ctx)?),
        "2008" => pack(surat::Bap::JENIS, inspect::bap(&ctx)?),
        "2009" => pack(surat::TandaTerimaDokap::JENIS, release::papers(&ctx)?),
        "2013" => pack(surat::Spbl::JENIS, decide::spbl(&ctx)?),
        "2015" => pack(surat::Npd::JENIS, decide::npd(&ctx)?),
        "2020" | "2028" => pack(surat::Billing::JENIS, bill::billing(&ctx)?),
        "2026" => pack(surat::Sptnp::JENIS, decide::sptnp(&ctx)?),
        "2027" | BPN => pack(surat::Bpn::JENIS, bill::receipt(&ctx)?),
        "2066" => pack(surat::Ip::JENIS, inspect::ip(&ctx)?),
        "2004" | "2010" | "2011" | "2021" | "2023" | "2080" | "2090" => {
            pack(surat::SuratUmum::JENIS, general::letter(&ctx)?)
        }
        other => Err(LetterProblem::UnknownCode(other.to_owned())),
    }
}

fn pack(kind: &'static str, letter: impl Serialize) -> Result<Letter, LetterProblem> {
    let data = serde_json::to_value(letter).map_err(|error| LetterProblem::Data(error.to_string()))?;
    Ok((kind, data))
}
