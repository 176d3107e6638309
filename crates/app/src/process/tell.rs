//! What software is told of a transaction: one event for each step, letter and notice, in the order in which they happened.

use declaration::workflow::{Event, Step};
use serde_json::{Value, json};
use store::feed::{self, FeedKind};
use store::respon::Respon;
use store::{Tx, jobs, webhooks};

use super::advance::Turn;
use crate::Error;
use crate::h2h::webhook::job_key;
use crate::letter;

/// What was noted during a turn, not yet numbered.
#[derive(Debug, Default)]
pub(super) struct Told(Vec<(FeedKind, Value)>);

impl Told {
    /// A step, or something that is no step.
    pub fn event(&mut self, event: &Event, jenis: &str, step: Option<&Step>) {
        let waktu = event.waktu.to_string();
        self.0.push(match step {
            Some(step) => (
                FeedKind::Formulir,
                json!({
                    "waktu": waktu, "kodeProses": step.kode_proses, "kodeStatus": step.kode_proses,
                    "keterangan": step.nama.id, "keteranganEn": step.nama.en, "peristiwa": jenis,
                }),
            ),
            None => (FeedKind::Informasi, json!({ "waktu": waktu, "peristiwa": jenis })),
        });
    }

    /// A letter.
    pub fn letter(&mut self, row: &Respon) {
        self.0.push((
            FeedKind::Respon,
            json!({
                "waktu": row.at.to_string(),
                "kodeRespon": row.kode_respon,
                "nomorRespon": row.nomor_respon,
                "keterangan": letter::title(&row.kode_respon).0,
                "judul": row.title,
                "pdf": crate::declaration::path_of(row),
                "pesan": serde_json::from_str::<Value>(&row.pesan).unwrap_or_default(),
            }),
        ));
    }
}

impl Turn<'_> {
    /// Numbers what was noted for the company and its broker, and wakes their webhooks. Last in the transaction: from
    /// here to the commit nobody else can number events of these companies.
    pub(super) fn tell(&mut self, tx: &mut dyn Tx, told: Told) -> Result<(), Error> {
        let row = &*self.row;
        let events: Vec<(FeedKind, String)> = told
            .0
            .into_iter()
            .map(|(kind, mut body)| {
                body["nomorAju"] = json!(row.nomor_aju);
                body["idHeader"] = json!(row.id);
                body["kodeDokumen"] = json!(row.kode_dokumen);
                body["kodeKantor"] = json!(row.kode_kantor);
                body["nomorDaftar"] = json!(row.nomor_daftar);
                body["tanggalDaftar"] = json!(row.tanggal_daftar.map(|d| d.to_string()));
                body["jalur"] = json!(row.jalur);
                body["status"] = json!(row.status);
                (kind, body.to_string())
            })
            .collect();
        let mut companies = vec![row.company_id.as_str()];
        companies.extend(row.ppjk_id.as_deref().filter(|broker| *broker != row.company_id));
        // One order for everybody, so that two transactions never wait for each other.
        companies.sort_unstable();
        for company in companies {
            feed::append(tx, company, &row.id, &events, self.env.now)?;
            for webhook in webhooks::active_ids(tx, company)? {
                jobs::wake(tx, &job_key(&webhook), self.env.now)?;
            }
        }
        Ok(())
    }
}
