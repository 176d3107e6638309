//! Mail that stays in memory.

use std::sync::{Mutex, PoisonError};

use app::ports::{Mail, Mailer, PartnerFault};

/// Every mail that was sent.
#[derive(Debug, Default)]
pub struct Postbox(Mutex<Vec<Mail>>);

impl Postbox {
    /// What was sent so far.
    pub fn mails(&self) -> Vec<Mail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Mailer for Postbox {
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
        Ok(())
    }
}
