//! Look whether a billing code was paid; a hint of the payment system only makes this happen sooner.

use std::collections::BTreeMap;

use declaration::workflow::{Action, Pembayaran};
use jiff::Timestamp;
use kernel::KodeBilling;
use serde::Deserialize;
use serde_json::{Value, json};
use store::billing::{self, BillState, BillingKind};
use store::{Tx, declarations, jobs};

use super::billing::determined;
use super::load::{Loaded, load, obstacle, payload};
use super::{Held, Left};
use crate::letter;
use crate::ports::{BillingStatus, Payment};
use crate::process::{Env, Extras, advance, system};
use crate::{App, Error};

#[derive(Deserialize)]
struct Watch {
    kode: KodeBilling,
    sampai: Timestamp,
}

/// Asks once; goes on until the code is paid, over or withdrawn.
pub(super) fn look(app: &App, held: &Held) -> Result<Left, Error> {
    let Watch { kode, sampai } = payload(held)?;
    match app.ports().mpn.billing_status(kode.as_str()) {
        Ok(BillingStatus::Lunas { pembayaran }) => {
            paid(app, held, &load(app, held)?, kode, &pembayaran)?;
            Ok(Left::Completed)
        }
        Ok(BillingStatus::Dibatalkan) => over(app, kode, BillState::Cancelled),
        Ok(BillingStatus::Kedaluwarsa) => over(app, kode, BillState::Expired),
        Ok(BillingStatus::Aktif) if app.now() > sampai => over(app, kode, BillState::Expired),
        Ok(BillingStatus::Aktif) => Ok(Left::Later("belum dibayar".into())),
        Err(fault) => {
            obstacle(app, &load(app, held)?, "MPN", &fault.to_string())?;
            Ok(Left::Later(fault.to_string()))
        }
    }
}

/// The bill can no longer be paid; the workflow learns it from its own deadline.
fn over(app: &App, kode: KodeBilling, state: BillState) -> Result<Left, Error> {
    app.db().write(move |tx| match billing::by_code(tx, kode.as_str())? {
        Some(mut bill) if bill.status == BillState::Open => {
            bill.status = state;
            billing::save(tx, &mut bill).map_err(Error::from)
        }
        _ => Ok(()),
    })?;
    Ok(Left::Nothing)
}

fn paid(app: &App, held: &Held, loaded: &Loaded, kode: KodeBilling, payments: &[Payment]) -> Result<(), Error> {
    let env = Env::of(app, loaded.row.kode_kantor.parse().ok(), loaded.lodged.clone())?;
    let reports = payments.iter().map(|p| report(kode, p)).collect::<Result<Vec<_>, Error>>()?;
    let all = serde_json::to_string(payments).map_err(|e| Error::Broken(e.to_string()))?;
    let (at, id, by, job) = (app.clone(), loaded.row.id.clone(), held.owner.clone(), held.job.id.clone());
    app.db().write(move |tx| {
        let extras = accounts(tx, &id, kode)?;
        for pembayaran in &reports {
            let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
            let action = Action::PaymentReported { pembayaran: pembayaran.clone() };
            match advance(tx, &at, &env, &mut row, system().does(action), &extras) {
                Ok(()) | Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        note(tx, kode, reports.first(), &all)?;
        Ok(jobs::complete(tx, &job, &by, env.now)?)
    })
}

/// What the receipts print of the bill: its accounts as sent to MPN, and the determination that it pays.
fn accounts(tx: &mut dyn Tx, id: &str, kode: KodeBilling) -> Result<Extras, Error> {
    let Some(bill) = billing::by_code(tx, kode.as_str())? else { return Ok(Extras::default()) };
    let lines: Value = serde_json::from_str(&bill.lines).map_err(|e| Error::Broken(e.to_string()))?;
    let sptnp = if bill.kind == BillingKind::Sptnp { determined(tx, id)? } else { None };
    let data = json!({ "rincian": lines, "sptnp": sptnp });
    Ok(Extras(BTreeMap::from([(letter::BPN, data.clone()), ("2027", data)])))
}

fn report(kode: KodeBilling, payment: &Payment) -> Result<Pembayaran, Error> {
    let wrong = |what: &str| Error::Broken(format!("MPN melaporkan {what} yang tidak sah untuk billing {kode}"));
    Ok(Pembayaran {
        kode_billing: kode,
        ntpn: payment.ntpn.parse().map_err(|_| wrong("NTPN"))?,
        ntb: payment.ntb.clone(),
        bank: payment.bank.clone(),
        nilai: payment.nilai,
        npwp: payment.npwp.parse().map_err(|_| wrong("NPWP"))?,
        waktu_bayar: payment.waktu_bayar,
    })
}

/// The bill carries its first payment and the list of all.
fn note(tx: &mut dyn Tx, kode: KodeBilling, first: Option<&Pembayaran>, all: &str) -> Result<(), Error> {
    let (Some(mut bill), Some(first)) = (billing::by_code(tx, kode.as_str())?, first) else { return Ok(()) };
    bill.status = BillState::Paid;
    bill.ntpn = Some(first.ntpn.to_string());
    bill.paid_at = Some(first.waktu_bayar);
    all.clone_into(&mut bill.payments);
    Ok(billing::save(tx, &mut bill)?)
}
