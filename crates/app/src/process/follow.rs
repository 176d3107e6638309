//! What an effect becomes: a further step inside the transaction, or a job.

use declaration::workflow::{Action, Effect, PesanTps, Role};
use kernel::NomorDaftar;
use serde_json::{Value, json};
use store::jobs::NewJob;
use store::{Tx, accounts, counters, jobs};

use super::advance::Turn;
use super::issue::Pending;
use super::{channel, manifest, system};
use crate::Error;
use crate::access;
use crate::h2h::sandbox;
use crate::jobs::{Kind, release_claims};

impl Turn<'_> {
    /// Does or enqueues one effect.
    pub(super) fn follow(&mut self, tx: &mut dyn Tx, effect: Effect) -> Result<(), Error> {
        let at = self.state.peristiwa.to_string();
        match effect {
            Effect::AskInsw { kiriman } => {
                self.job(tx, Kind::Insw, &kiriman.to_string(), &json!({ "kiriman": kiriman }))
            }
            Effect::Validate { kiriman } => {
                self.job(tx, Kind::Validasi, &kiriman.to_string(), &json!({ "kiriman": kiriman }))
            }
            Effect::CreateBilling { untuk, urutan, nilai } => {
                let payload = json!({ "untuk": untuk, "urutan": urutan, "nilai": nilai });
                self.job(tx, Kind::Billing, &urutan.to_string(), &payload)
            }
            Effect::WatchPayment { kode, sampai } => {
                self.keyed(tx, Kind::Bayar, format!("bayar:{kode}"), &json!({ "kode": kode, "sampai": sampai }))
            }
            Effect::CancelBilling { kode } => self.job(tx, Kind::BatalBilling, kode.as_str(), &json!({ "kode": kode })),
            Effect::MakeReceipt { .. } => {
                if let Some(event) = self.last_event(tx)? {
                    self.letters.push(Pending::new("BPN", &event, &self.state));
                }
                Ok(())
            }
            Effect::MatchManifest => self.match_or_enqueue(tx, &at),
            Effect::WatchStorage => self.position(tx, "timbun", &at),
            Effect::WatchReadiness => self.position(tx, "siap", &at),
            Effect::WatchPackages => self.position(tx, "kemasan", &at),
            Effect::WatchGate => self.position(tx, "keluar", &at),
            Effect::DrawChannel => self.draw(tx, &at),
            Effect::AssignNumber => self.number(tx),
            Effect::AssignInspector => self.inspector(tx),
            Effect::ClaimPos => manifest::claim(tx, self.row, self.state.pos.as_deref(), self.env.lodged.as_deref()),
            Effect::ClosePos => manifest::close(tx, self.row, self.env.lodged.as_deref()),
            Effect::ReopenPos => {
                release_claims(tx, &self.row.id)?;
                manifest::reopen(tx, self.row, self.env.lodged.as_deref())
            }
            Effect::MarkAmendment { nomor, keadaan } => self.mark_amendment(tx, nomor, keadaan),
            Effect::TellTps { pesan } => {
                let word = serde_json::to_value(pesan).unwrap_or_default();
                let known = matches!(pesan, PesanTps::Siapkan | PesanTps::Lepaskan);
                if known { self.job(tx, Kind::Tps, &at, &json!({ "pesan": word })) } else { Ok(()) }
            }
            Effect::Notify { kepada, hal } => {
                if kepada == Role::Importir {
                    self.job(tx, Kind::Kabar, &at, &json!({ "hal": hal }))
                } else {
                    Ok(())
                }
            }
            // The sweep reads the deadline from the root row; refunds and receivables stand in the state until the
            // treasury's own screens take them up.
            Effect::ScheduleTick { .. } | Effect::NoteRefund { .. } | Effect::OpenReceivable { .. } => Ok(()),
        }
    }

    /// Matches at once when the document is at hand; a job goes on looking while the manifest does not fit.
    fn match_or_enqueue(&mut self, tx: &mut dyn Tx, at: &str) -> Result<(), Error> {
        if let Some(lodged) = self.env.lodged.clone() {
            let found = manifest::look(tx, &lodged)?;
            let fits = matches!(found, Action::ManifestMatched { .. });
            self.next.push_back(system().does(found));
            if fits {
                return Ok(());
            }
        }
        self.job(tx, Kind::Manifes, at, &json!({}))
    }

    /// Draws at once when the document is at hand, otherwise by the same job that loads it for the manifest.
    fn draw(&mut self, tx: &mut dyn Tx, at: &str) -> Result<(), Error> {
        match self.env.lodged.clone() {
            Some(lodged) => {
                let chosen = sandbox::lane(tx, self.app, self.row)?;
                let keputusan = channel::decide(self.app, &lodged, &self.state, chosen);
                self.next.push_back(system().does(Action::ChannelDrawn { keputusan }));
                Ok(())
            }
            None => self.job(tx, Kind::Jalur, at, &json!({})),
        }
    }

    /// The next number of the office's counter for the year.
    fn number(&mut self, tx: &mut dyn Tx) -> Result<(), Error> {
        let tanggal = self.env.today();
        let series = format!("daftar/{}/{}", self.row.kode_kantor, tanggal.year());
        let number = counters::next_number(tx, &series)?;
        let nomor = u32::try_from(number).ok().and_then(NomorDaftar::new);
        let nomor = nomor.ok_or_else(|| Error::Broken(format!("nomor daftar {number} di luar jangkauan")))?;
        self.row.seri_daftar = Some(series);
        self.row.nomor_daftar = Some(nomor.to_string());
        self.row.tanggal_daftar = Some(tanggal);
        self.next.push_back(system().does(Action::NumberGiven { nomor, tanggal }));
        Ok(())
    }

    /// An active inspector of the office who is not the document officer; none leaves the step to the head of office.
    fn inspector(&mut self, tx: &mut dyn Tx) -> Result<(), Error> {
        let staff = accounts::of_office(tx, &self.row.kode_kantor, 500)?;
        let free: Vec<_> = staff
            .into_iter()
            .filter(|a| a.active && a.role == access::Role::Pfpb.word())
            .filter(|a| !self.state.pejabat_dokumen.contains(&a.id))
            .collect();
        // Spread by the document, so that no state is needed and a repetition chooses the same.
        let turn = self.row.nomor_aju.bytes().fold(0_usize, |sum, b| sum.wrapping_add(usize::from(b)));
        if let Some(chosen) = free.get(turn.checked_rem(free.len()).unwrap_or_default()) {
            self.next.push_back(system().does(Action::AppointInspector { pemeriksa: chosen.id.clone() }));
        }
        Ok(())
    }

    fn position(&mut self, tx: &mut dyn Tx, what: &str, at: &str) -> Result<(), Error> {
        self.keyed(tx, Kind::Posisi, format!("{what}:{}:{at}", self.row.id), &json!({ "apa": what }))
    }

    fn job(&mut self, tx: &mut dyn Tx, kind: Kind, which: &str, payload: &Value) -> Result<(), Error> {
        let key = format!("{}:{}:{which}", self.row.id, kind.word());
        self.keyed(tx, kind, key, payload)
    }

    /// Enqueues; the same effect twice is one job. Among due jobs those of the oldest document come first, so that
    /// after a burst the first sender is not kept waiting for the first step of the last one.
    fn keyed(&mut self, tx: &mut dyn Tx, kind: Kind, key: String, payload: &Value) -> Result<(), Error> {
        let job = NewJob {
            id: self.app.id(),
            kind: kind.word().to_owned(),
            key: Some(key),
            payload: payload.to_string(),
            run_at: self.row.created.min(self.env.now),
            declaration_id: Some(self.row.id.clone()),
        };
        jobs::enqueue(tx, &job, self.env.now)?;
        Ok(())
    }
}
