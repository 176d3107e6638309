//! What an act overrides: shown to the officer who does it, and to the second one who confirms it.

use declaration::workflow::State;
use kernel::{Npwp, Rupiah};
use store::declarations::Declaration;
use store::{Tx, frozen};

use super::act::Tindakan;
use super::differ::{self, Beda};
use super::manifes::{self, ManifestRow};
use super::state_of;
use crate::Error;
use crate::jobs::parse_frozen;

/// What is overridden.
#[derive(Debug, Clone)]
pub enum Dilewati {
    /// Flags of INSW.
    Lartas(Vec<String>),
    /// Names that differ.
    Nama {
        /// In the document.
        importir: String,
        /// In the manifest; empty when its position is not there any more.
        penerima: String,
        /// Likeness, percent.
        persen: u8,
    },
    /// A payment that does not fit its bill.
    Bayar {
        /// Paid amount.
        dibayar: Rupiah,
        /// Payer.
        npwp: Npwp,
        /// Amount of the bill; none when the code is none of this document's.
        tagihan: Option<Rupiah>,
    },
    /// Findings of the inspector.
    Beda(Beda),
}

impl Dilewati {
    /// Of a document that is at hand; the findings of an inspection are elsewhere.
    pub(super) fn read(
        act: Tindakan,
        row: &Declaration,
        state: &State,
        manifest: Option<&ManifestRow>,
    ) -> Option<Self> {
        Some(match act {
            Tindakan::Lartas => Self::Lartas(state.lartas.clone()),
            Tindakan::Kemiripan => Self::Nama {
                importir: row.nama_importir.clone(),
                penerima: manifest.map(|m| m.penerima.clone()).unwrap_or_default(),
                persen: state.kemiripan,
            },
            Tindakan::Pembayaran => {
                let paid = state.sengketa.as_ref()?;
                let bill = state.billing.iter().find(|bill| bill.kode.as_ref() == Some(&paid.kode_billing));
                Self::Bayar { dibayar: paid.nilai, npwp: paid.npwp, tagihan: bill.map(|bill| bill.nilai) }
            }
            _ => return None,
        })
    }
}

/// The same for a request that waits, findings included.
pub(super) fn load(tx: &mut dyn Tx, row: &Declaration, act: Tindakan) -> Result<Option<Dilewati>, Error> {
    let state = state_of(row)?;
    let body = frozen::latest(tx, &row.id)?.map(|f| f.body);
    if act == Tindakan::Lepas && state.pemeriksaan.sesuai.is_some() {
        let doc = body.as_deref().map(parse_frozen).transpose()?.unwrap_or_default();
        return Ok(Some(Dilewati::Beda(differ::load(tx, row, &doc)?)));
    }
    let manifest = match act {
        Tindakan::Kemiripan => manifes::position(tx, row, body.as_deref(), state.pos.as_deref())?,
        _ => None,
    };
    Ok(Dilewati::read(act, row, &state, manifest.as_ref()))
}
