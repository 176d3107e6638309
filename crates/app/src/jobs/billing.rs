//! Billing codes: have MPN make one, or withdraw one.

use declaration::figures;
use declaration::workflow::{Action, Event, Fact, Untuk};
use kernel::{KodeBilling, Rupiah};
use serde::Deserialize;
use serde_json::json;
use store::billing::{self, Bill, BillState, BillingKind};
use store::jobs::NewJob;
use store::{declarations, events, jobs, respon};

use super::load::{Loaded, answer, load, obstacle, payload};
use super::{Held, Kind, Left};
use crate::letter;
use crate::ports::{BillingLine, BillingRequest, PartnerFault};
use crate::process::{Env, Extras, advance, system};
use crate::reference::office_day;
use crate::surat::NomorTanggal;
use crate::{App, Error};

#[derive(Deserialize)]
struct Ask {
    untuk: Untuk,
    urutan: u32,
    nilai: Rupiah,
}

/// Has a code made for one request; the request id makes a repetition give the same code.
pub(super) fn create(app: &App, held: &Held) -> Result<Left, Error> {
    let ask: Ask = payload(held)?;
    let loaded = load(app, held)?;
    let env = Env::of(app, loaded.row.kode_kantor.parse().ok(), loaded.lodged.clone())?;
    let request = request(app, &loaded, &env, &ask)?;
    match app.ports().mpn.create_billing(&request) {
        Ok(code) => {
            let kode: KodeBilling = code
                .parse()
                .map_err(|_| Error::Broken(format!("MPN memberi kode billing yang tidak sah: {code:?}")))?;
            issued(app, held, &loaded, env, &Issued { ask, request, kode })?;
            Ok(Left::Completed)
        }
        Err(PartnerFault::Refused { code, message, .. }) => {
            let alasan = format!("{code}: {message}");
            answer(app, held, &loaded, Action::BillingFailed { urutan: ask.urutan, alasan }, Extras::default())?;
            Ok(Left::Completed)
        }
        Err(fault) => {
            obstacle(app, &loaded, "MPN", &fault.to_string())?;
            Ok(Left::Later(fault.to_string()))
        }
    }
}

fn request(app: &App, loaded: &Loaded, env: &Env, ask: &Ask) -> Result<BillingRequest, Error> {
    let lodged = loaded.lodged()?;
    let rincian = match ask.untuk {
        Untuk::Pib => {
            let assessment = figures::assess(&loaded.doc, &env.day.snapshot, &env.day.params, env.today());
            letter::billing_lines(&assessment, &env.day.snapshot, env.today())
        }
        Untuk::Sptnp => determination(app, loaded, env)?,
        Untuk::Perbaikan => crate::amendment::billing_lines(app, &loaded.row)?,
    };
    let total: i64 = rincian.iter().map(|line| line.nilai.0).sum();
    if total != ask.nilai.0 {
        return Err(Error::Broken(format!("rincian billing {total} tidak sama dengan tagihan {}", ask.nilai)));
    }
    Ok(BillingRequest {
        request_id: format!("{}-{}", loaded.row.id, ask.urutan),
        nomor_aju: loaded.row.nomor_aju.clone(),
        npwp: lodged.importir.npwp.to_string(),
        nama: lodged.importir.nama.clone(),
        kode_kantor: loaded.row.kode_kantor.clone(),
        rincian,
        berlaku_sampai: env.context().billing_valid_until(&loaded.state, ask.untuk),
    })
}

/// The lines of the latest determination.
fn determination(app: &App, loaded: &Loaded, env: &Env) -> Result<Vec<BillingLine>, Error> {
    let id = loaded.row.id.clone();
    let history = app.db().read(move |tx| events::load(tx, &id, 0, 10_000))?;
    let issued = history.iter().rev().find(|e| e.jenis == "sptnp_issued");
    let event: Event = match issued {
        Some(row) => serde_json::from_str(&row.body).map_err(|e| Error::Broken(e.to_string()))?,
        None => return Ok(Vec::new()),
    };
    let Fact::SptnpIssued { rincian, .. } = event.isi else { return Ok(Vec::new()) };
    let account = |code: &str| {
        let row = env.day.snapshot.kode("akun", code, env.today());
        row.map(|k| k.nama_id().to_owned()).unwrap_or_default()
    };
    let lines = rincian.into_iter().map(|line| BillingLine {
        akun: account(&line.kode),
        kode_jenis_pungutan: line.kode,
        nilai: line.nilai,
    });
    Ok(lines.collect())
}

/// A code that MPN made, and what for.
struct Issued {
    ask: Ask,
    request: BillingRequest,
    kode: KodeBilling,
}

/// Notes the code; when the workflow no longer wants it, it is withdrawn.
fn issued(
    app: &App,
    held: &Held,
    loaded: &Loaded,
    env: Env,
    Issued { ask, request, kode }: &Issued,
) -> Result<(), Error> {
    let kode = *kode;
    let bill = Bill {
        id: app.id(),
        declaration_id: loaded.row.id.clone(),
        kind: if ask.untuk == Untuk::Sptnp { BillingKind::Sptnp } else { BillingKind::Pib },
        request_id: request.request_id.clone(),
        kode_billing: Some(kode.to_string()),
        amount: ask.nilai,
        lines: serde_json::to_string(&request.rincian).map_err(|e| Error::Broken(e.to_string()))?,
        status: BillState::Open,
        expires: request.berlaku_sampai,
        ntpn: None,
        paid_at: None,
        payments: "[]".into(),
        created: env.now,
        version: 1,
    };
    let action = Action::BillingIssued { urutan: ask.urutan, kode, sampai: request.berlaku_sampai };
    let letter = if ask.untuk == Untuk::Sptnp { "2028" } else { "2020" };
    let id = loaded.row.id.clone();
    let ruling = match ask.untuk {
        Untuk::Sptnp => app.db().read(move |tx| determined(tx, &id))?,
        Untuk::Pib | Untuk::Perbaikan => None,
    };
    let extras = Extras::of(letter, json!({ "rincian": request.rincian, "sptnp": ruling }));
    let (at, id, by, job) = (app.clone(), loaded.row.id.clone(), held.owner.clone(), held.job.id.clone());
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
        match advance(tx, &at, &env, &mut row, system().does(action.clone()), &extras) {
            Ok(()) => drop(billing::insert(tx, &bill)?),
            Err(Error::Refused(_)) if bill_is_known(tx, &bill)? => {}
            Err(Error::Refused(_)) => {
                let withdraw = NewJob {
                    id: at.id(),
                    kind: Kind::BatalBilling.word().into(),
                    key: Some(format!("{id}:batal:{kode}")),
                    payload: json!({ "kode": kode }).to_string(),
                    run_at: env.now,
                    declaration_id: Some(id.clone()),
                };
                jobs::enqueue(tx, &withdraw, env.now)?;
            }
            Err(error) => return Err(error),
        }
        Ok(jobs::complete(tx, &job, &by, env.now)?)
    })
}

/// Number and date of the latest SPTNP.
pub(super) fn determined(tx: &mut dyn store::Tx, id: &str) -> Result<Option<NomorTanggal>, Error> {
    let letter = respon::latest(tx, id, "2026")?;
    Ok(letter.map(|letter| NomorTanggal {
        nomor: letter.nomor_respon.unwrap_or_default(),
        tanggal: Some(office_day(letter.at, "WIB")),
    }))
}

fn bill_is_known(tx: &mut dyn store::Tx, bill: &Bill) -> Result<bool, Error> {
    let Some(code) = &bill.kode_billing else { return Ok(false) };
    Ok(billing::by_code(tx, code)?.is_some())
}

#[derive(Deserialize)]
struct Withdraw {
    kode: KodeBilling,
}

/// Withdraws an unpaid code.
pub(super) fn withdraw(app: &App, held: &Held) -> Result<Left, Error> {
    let Withdraw { kode } = payload(held)?;
    match app.ports().mpn.cancel_billing(kode.as_str()) {
        Ok(()) | Err(PartnerFault::Refused { .. }) => {
            let code = kode.to_string();
            app.db().write(move |tx| {
                if let Some(mut bill) = billing::by_code(tx, &code)?
                    && bill.status == BillState::Open
                {
                    bill.status = BillState::Cancelled;
                    billing::save(tx, &mut bill)?;
                }
                Ok::<_, Error>(())
            })?;
            Ok(Left::Nothing)
        }
        Err(fault) => Ok(Left::Later(fault.to_string())),
    }
}
