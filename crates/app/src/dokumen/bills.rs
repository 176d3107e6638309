//! The bills of a document: codes, amounts per levy, until when, and what was paid.

use declaration::levy::Levy;
use declaration::workflow::{StatusBilling, Untuk};
use jiff::Timestamp;
use kernel::{Rupiah, Text};
use serde::Deserialize;
use store::billing::{self, Bill};
use store::respon;

use super::{Can, Following, follow};
use crate::access::Actor;
use crate::declaration::find;
use crate::ports::BillingLine;
use crate::{App, Error};

/// One bill.
#[derive(Debug, Clone)]
pub struct BillRow {
    /// What it pays.
    pub untuk: Untuk,
    /// Where it stands.
    pub status: StatusBilling,
    /// 15 digits, once made.
    pub kode: Option<String>,
    /// Sum.
    pub nilai: Rupiah,
    /// Account, name of the levy, amount.
    pub lines: Vec<(String, Text, Rupiah)>,
    /// Last instant of validity.
    pub sampai: Option<Timestamp>,
    /// Receipt: NTPN, when it was paid.
    pub paid: Option<(String, Timestamp)>,
    /// Id of its letter.
    pub letter: Option<String>,
    /// Since when it stands so.
    pub since: Timestamp,
}

/// All bills of a document, newest first.
#[derive(Debug, Clone)]
pub struct Bills {
    /// 26 characters.
    pub nomor_aju: String,
    /// Importer.
    pub nama_importir: String,
    /// The bills.
    pub rows: Vec<BillRow>,
    /// What can be done.
    pub can: Can,
    /// A partner that does not answer: name and since when.
    pub partner: Option<(String, Timestamp)>,
    /// Now.
    pub now: Timestamp,
}

/// Reads them.
pub fn bills(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Bills, Error> {
    let seen = follow(app, actor, nomor_aju)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (stored, letters) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        Ok::<_, Error>((billing::of_declaration(tx, &row.id)?, respon::of_declaration(tx, &row.id)?))
    })?;
    let levy = |code: &str| {
        let known = Levy::from_code(code).map(|levy| levy.label().clone());
        known.unwrap_or_else(|| Text::made(code.to_owned(), code.to_owned()))
    };
    let Following { nomor_aju, nama_importir, can, state, now, .. } = seen;
    let rows = state.billing.iter().rev().map(|asked| {
        let kode = asked.kode.map(|kode| kode.to_string());
        let bill = stored.iter().find(|bill| bill.kode_billing.is_some() && bill.kode_billing == kode);
        let letter = letters.iter().rev().find(|letter| {
            matches!(letter.kode_respon.as_str(), "2020" | "2028")
                && kode.as_deref().is_some_and(|kode| letter.data.contains(kode))
        });
        BillRow {
            untuk: asked.untuk,
            status: asked.status,
            nilai: asked.nilai,
            lines: bill
                .map(lines)
                .unwrap_or_default()
                .into_iter()
                .map(|l| {
                    let name = levy(&l.kode_jenis_pungutan);
                    (l.akun, name, l.nilai)
                })
                .collect(),
            sampai: asked.sampai,
            paid: bill.and_then(|bill| bill.ntpn.clone().zip(bill.paid_at)),
            letter: letter.map(|letter| letter.id.clone()),
            since: asked.sejak,
            kode,
        }
    });
    let rows = rows.collect();
    let partner = state.kendala.as_ref().map(|k| (k.mitra.clone(), k.sejak));
    Ok(Bills { nomor_aju, nama_importir, rows, can, partner, now })
}

fn lines(bill: &Bill) -> Vec<BillingLine> {
    let json: serde_json::Value = serde_json::from_str(&bill.lines).unwrap_or_default();
    Vec::<BillingLine>::deserialize(json).unwrap_or_default()
}
