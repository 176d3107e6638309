//! What becomes of a requested amendment: its document becomes the next frozen revision, or it is closed.

use declaration::workflow::KeadaanPerbaikan;
use store::amendments::{self, AmendmentState};
use store::{Tx, frozen};

use super::advance::Turn;
use crate::Error;

impl Turn<'_> {
    /// Notes how a request stands; in force, the document that was asked for is the document.
    pub(super) fn mark_amendment(
        &mut self,
        tx: &mut dyn Tx,
        nomor: u32,
        keadaan: KeadaanPerbaikan,
    ) -> Result<(), Error> {
        let missing = || Error::Broken(format!("permohonan perubahan {nomor} dari {}", self.row.nomor_aju));
        let mut asked = amendments::one(tx, &self.row.id, nomor)?.ok_or_else(missing)?;
        asked.state = match keadaan {
            KeadaanPerbaikan::Disetujui => AmendmentState::Disetujui,
            KeadaanPerbaikan::Berlaku => AmendmentState::Berlaku,
            KeadaanPerbaikan::Ditolak => AmendmentState::Ditolak,
        };
        asked.decided = Some(self.env.now);
        if keadaan == KeadaanPerbaikan::Berlaku {
            let body = asked.body.as_deref().ok_or_else(missing)?;
            frozen::freeze(tx, &self.row.id, body, "perubahan data", self.env.now)?;
        }
        Ok(amendments::save(tx, &mut asked)?)
    }
}
