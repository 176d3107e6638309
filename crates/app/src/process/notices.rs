//! The inbox of a document's companies: what they are told, written in the transaction in which it happens.

use declaration::workflow::{Effect, Event, Fact, Role, Tanya, effects, letters, meaning};
use jiff::Timestamp;
use kernel::Text;
use store::Tx;
use store::notices::{self, Notice, NoticeKind};

use super::advance::Turn;
use crate::Error;
use crate::letter;

/// Something to tell the declarant.
pub(super) struct Entry {
    kind: NoticeKind,
    title: Text,
    kode_respon: Option<&'static str>,
}

impl Entry {
    /// What an event tells: all that issues a letter, and all that the declarant is notified of.
    pub fn of(event: &Event) -> Option<Self> {
        let code = letters(event).first().copied();
        let receipt =
            matches!(event.isi, Fact::PaymentVerified { .. } | Fact::SptnpPaid { .. } | Fact::AmendmentPaid { .. });
        let code = code.or(receipt.then_some(letter::BPN));
        let notified = effects(event).into_iter().find_map(|effect| match effect {
            Effect::Notify { kepada: Role::Importir, hal } => Some(hal),
            _ => None,
        });
        if code.is_none() && notified.is_none() {
            return None;
        }
        let title = meaning(event).map(|said| said.title).or(notified)?;
        let kind = match &event.isi {
            Fact::QuestionIssued { tanya: Tanya::Npd | Tanya::Inp | Tanya::Npbl, .. }
            | Fact::InspectionOrdered { .. }
            | Fact::DocumentsOrdered { .. }
            | Fact::BillingIssued { .. } => NoticeKind::Permintaan,
            Fact::Escalated { .. } | Fact::ReadinessOverdue { .. } | Fact::SptnpOverdue { .. } => NoticeKind::Batas,
            Fact::BillingLapsed { .. } => NoticeKind::Batas,
            _ if code.is_some() => NoticeKind::Surat,
            _ => NoticeKind::Kabar,
        };
        Some(Self { kind, title, kode_respon: code })
    }
}

impl Turn<'_> {
    /// Puts everything into the inbox of the importer and of his broker, with the letter and with what is asked of them.
    pub(super) fn note(
        &mut self,
        tx: &mut dyn Tx,
        issued: &[(&'static str, String)],
        asked: Option<Timestamp>,
    ) -> Result<(), Error> {
        let entries = std::mem::take(&mut self.entries);
        let owner = self.row.company_id.clone();
        let broker = self.row.ppjk_id.clone().filter(|broker| *broker != owner);
        for (n, one) in entries.iter().enumerate() {
            let respon_id = issued.iter().find(|(code, _)| Some(*code) == one.kode_respon).map(|(_, id)| id.clone());
            // What is asked for follows from the last thing that happened.
            let due = asked.filter(|_| n + 1 == entries.len());
            for company_id in std::iter::once(&owner).chain(&broker) {
                let notice = Notice {
                    id: self.app.id(),
                    company_id: company_id.clone(),
                    owner_id: owner.clone(),
                    declaration_id: self.row.id.clone(),
                    kind: one.kind,
                    title_id: one.title.id.clone().into_owned(),
                    title_en: one.title.en.clone().into_owned(),
                    respon_id: respon_id.clone(),
                    due,
                    at: self.env.now,
                };
                notices::insert(tx, &notice)?;
            }
        }
        Ok(())
    }
}
