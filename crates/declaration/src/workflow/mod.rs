//! The life of an import declaration (BC 2.0) as a total pure function (rules 1.3 to 1.18).
//!
//! ```text
//! Recording → AtInsw → (ReturnedByInsw) → Validating → (Rejected → Correcting → AtInsw)
//!   → (LartasReview → AwaitAnswer NPBL) → (AwaitGuarantee)
//!   → BillingRequested → AwaitPayment → (BillingLapsed | PaymentReview)
//!   → AwaitManifest → (AwaitSimilarity) → (AwaitStorage) → ReadyForChannel → Channelled
//! green:  → Released → PostReview → Finished → Archived
//! red:    → AwaitReadiness → AwaitInspector → AwaitInstruction → AwaitPackages → AwaitInspection
//!         → Inspecting → AwaitLhp → Examining → (AwaitAnswer | AwaitSptnp | Restricted) → Released → Finished
//! yellow: → AwaitReadiness → Examining → …
//! ```
//!
//! Beside the steps run enforcement's hold (NHI), a cancellation that the head decides, an amendment that the document
//! officer decides, abandonment (BTD), the thirty days for a determination, and the gate. [`decide`] says what a command leads to, [`apply`] what an event changes,
//! [`waiting`] why nothing happens, [`follow_up`] what the application has to do next. No clock, no randomness, no I/O.

mod actor;
mod apply;
mod calendar;
pub mod channel;
mod command;
mod decide;
mod effects;
mod event;
mod meaning;
mod params;
mod refusal;
mod stage;
mod state;
mod steps;
mod values;
mod waiting;

#[cfg(test)]
mod tests;

pub use actor::{Actor, Role};
pub use apply::apply;
pub use calendar::{Calendar, CalendarFault, Zona, days_after, months_late};
pub use command::{Action, Command};
pub use decide::decide;
pub use effects::{Effect, PesanTps, effects, follow_up};
pub use event::{Event, Fact};
pub use meaning::{Meaning, meaning};
pub use params::{BadParameter, NpblClosing, PARAMETERS, Parameter, WorkflowParams};
pub use refusal::Refusal;
pub use stage::Stage;
pub use state::{Btd, Eskalasi, Gerbang, Kendala, Pemeriksaan, Perbaikan, Pertanyaan, Sptnp, State, Tahanan, Timbun};
pub use steps::{Step, letters, steps};
pub use values::{
    Akibat, Berkas, Billing, HasilLartas, Jalur, Jaminan, KeadaanPerbaikan, Kelas, Kewajiban, Pantauan, Pembayaran,
    Pendaftaran, Perubahan, RincianPenetapan, SebabArsip, SebabBilling, SebabTolak, Selisih, StatusBilling, Tanya,
    Tingkat, Untuk,
};
pub use waiting::{Alongside, Waiting, waiting};

use kernel::Timestamp;

/// What a decision knows of the world.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Now.
    pub now: Timestamp,
    /// Working time of the declaration's office.
    pub calendar: &'a Calendar,
    /// Parameters of the day.
    pub params: &'a WorkflowParams,
}

impl Context<'_> {
    /// Today at the office.
    pub fn today(&self) -> kernel::Date {
        self.calendar.date(self.now)
    }

    /// Until when a billing code that is made now can be paid: a declaration's for `billing.hari` days, an SPTNP's as
    /// long as the SPTNP itself.
    pub fn billing_valid_until(&self, state: &State, untuk: Untuk) -> Timestamp {
        let usual = self.calendar.end_after_days(self.today(), self.params.billing_hari);
        match (untuk, &state.sptnp) {
            (Untuk::Sptnp, Some(sptnp)) => usual.max(sptnp.batas),
            _ => usual,
        }
    }
}
