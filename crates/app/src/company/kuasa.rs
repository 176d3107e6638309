//! Surat kuasa: a company lets a broker act for it; dated, by document kind, and revocable at once.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::{Date, Text};
use serde_json::json;
use store::companies::{self, Company};
use store::kuasa::{self, Kuasa};
use store::{Fault, Tx};

use crate::access::{Actor, Client, UseCase};
use crate::account::{Form, Note};
use crate::reference::office_day;
use crate::{App, Error};

/// Document kinds that a power can cover.
pub const KINDS: [&str; 2] = ["20", "30"];
/// Most powers listed.
const MOST: u32 = 1_000;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct Grant {
    /// The broker's NPWP.
    pub npwp_ppjk: String,
    /// Number of the letter.
    pub nomor: String,
    /// Document kinds, of [`KINDS`].
    pub jenis: Vec<String>,
    /// First day, YYYY-MM-DD.
    pub mulai: String,
    /// Last day, YYYY-MM-DD.
    pub sampai: String,
}

/// A party of a power.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Company.
    pub company_id: String,
    /// NPWP, 16 digits.
    pub npwp: String,
    /// Name.
    pub nama: String,
}

/// A power, as both parties see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KuasaRow {
    /// Its id.
    pub id: String,
    /// Number of the letter.
    pub nomor: String,
    /// Who gives it.
    pub pemberi: Party,
    /// Who acts.
    pub penerima: Party,
    /// Document kinds.
    pub jenis: Vec<String>,
    /// First day.
    pub mulai: Date,
    /// Last day.
    pub sampai: Date,
    /// When it was taken back.
    pub dicabut: Option<Timestamp>,
    /// Whether it is in force today.
    pub berlaku: bool,
}

/// Whether `broker_id` may act for `client_id` with this document kind on this day. Asked inside the transaction that
/// relies on it, so that a revocation acts at once.
pub fn live(tx: &mut dyn Tx, broker_id: &str, client_id: &str, kode_dokumen: &str, today: Date) -> Result<bool, Fault> {
    Ok(kuasa::live(tx, broker_id, client_id, today)?
        .iter()
        .any(|k| k.kinds.split(',').any(|kind| kind == kode_dokumen)))
}

/// The client of a broker, while any power is in force.
pub(crate) fn client(tx: &mut dyn Tx, app: &App, broker_id: &str, client_id: &str) -> Result<Option<Client>, Error> {
    if kuasa::live(tx, broker_id, client_id, today(app))?.is_empty() {
        return Ok(None);
    }
    let company = companies::by_id(tx, client_id)?;
    Ok(company.map(|c| Client { company_id: c.id, npwp: c.npwp, nama: c.name }))
}

/// Everybody for whom a broker may act today.
pub(crate) fn client_ids(tx: &mut dyn Tx, app: &App, broker_id: &str) -> Result<BTreeSet<String>, Fault> {
    kuasa::clients(tx, broker_id, today(app))
}

fn today(app: &App) -> Date {
    office_day(app.now(), "WIB")
}

/// Gives a power. The broker must be registered here.
pub fn grant(app: &App, actor: &Actor, grant: &Grant) -> Result<String, Error> {
    actor.may(UseCase::ManageKuasa)?;
    let mut check = Form::default();
    let npwp = check.npwp("npwp_ppjk", &grant.npwp_ppjk);
    let number = check.line("nomor", &grant.nomor, 60);
    let day = |check: &mut Form, field: &'static str, typed: &str| -> Option<Date> {
        let day = typed.trim().parse().ok();
        if day.is_none() || typed.len() > 20 {
            check.wrong(field, "AKUN-17", "Tulis tanggal yang benar.", "Write a real date.");
        }
        day
    };
    let (from, to) = (day(&mut check, "mulai", &grant.mulai), day(&mut check, "sampai", &grant.sampai));
    let today = today(app);
    if let (Some(from), Some(to)) = (from, to)
        && (to < from || to < today || to.year() - today.year() > 10)
    {
        let (id, en) =
            ("Tanggal akhir tidak boleh sebelum tanggal mulai atau hari ini.", "The last day lies too early.");
        check.wrong("sampai", "AKUN-17", id, en);
    }
    let mut kinds: Vec<&str> = KINDS.into_iter().filter(|kind| grant.jenis.iter().any(|j| j == kind)).collect();
    kinds.dedup();
    if kinds.is_empty() || grant.jenis.len() != kinds.len() {
        check.wrong("jenis", "AKUN-14", "Pilih jenis dokumen yang dikuasakan.", "Choose the document kinds.");
    }
    check.done()?;
    let (Some(valid_from), Some(valid_to)) = (from, to) else { return Err(Error::NotFound) };
    let row = Kuasa {
        id: app.id(),
        client_id: actor.company()?.to_owned(),
        broker_id: String::new(),
        number,
        kinds: kinds.join(","),
        valid_from,
        valid_to,
        created: app.now(),
        created_by: actor.account_id.clone(),
        revoked: None,
        revoked_by: None,
        reason: None,
    };
    let at = app.clone();
    app.db().write(move |tx| record(tx, &at, &row, &npwp))
}

fn record(tx: &mut dyn Tx, app: &App, row: &Kuasa, npwp: &str) -> Result<String, Error> {
    let broker = companies::by_npwp(tx, npwp)?.filter(|c| c.id != row.client_id).ok_or_else(|| {
        Error::Refused(Text::fixed(
            "NPWP itu bukan PPJK yang terdaftar pada portal ini.",
            "That NPWP is no broker registered on this portal.",
        ))
    })?;
    let row = Kuasa { broker_id: broker.id.clone(), ..row.clone() };
    if !kuasa::insert(tx, &row)? {
        return Err(Error::Refused(Text::fixed(
            "Nomor surat kuasa itu sudah pernah dicatat.",
            "That number of a power of attorney was recorded before.",
        )));
    }
    let body = json!({ "nomor": row.number, "jenis": row.kinds, "sampai": row.valid_to.to_string() });
    for company in [&row.client_id, &row.broker_id] {
        Note::new("kuasa.beri", &row.created_by, &row.id, Some(company)).with(body.clone()).write(tx, app)?;
    }
    Ok(row.id)
}

/// Takes a power back; acts on the broker's next request.
pub fn revoke(app: &App, actor: &Actor, id: &str, alasan: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageKuasa)?;
    let mut check = Form::default();
    let reason = check.line("alasan", alasan, 200);
    check.done()?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let row = kuasa::by_id(tx, &id)?.ok_or(Error::NotFound)?;
        if !kuasa::revoke(tx, (&id, who.company()?), &who.account_id, &reason, at.now())? {
            return Err(Error::NotFound);
        }
        for company in [&row.client_id, &row.broker_id] {
            let body = json!({ "nomor": row.number, "alasan": reason });
            Note::new("kuasa.cabut", &who.account_id, &id, Some(company)).with(body).write(tx, &at)?;
        }
        Ok(())
    })
}

/// What the actor's company gave.
pub fn given(app: &App, actor: &Actor) -> Result<Vec<KuasaRow>, Error> {
    actor.may(UseCase::ManageKuasa)?;
    let (company, today) = (actor.company()?.to_owned(), today(app));
    app.db().read(move |tx| {
        let all = kuasa::given(tx, &company, MOST)?;
        rows(tx, all, today)
    })
}

/// What the actor's company holds as a broker.
pub fn held(app: &App, actor: &Actor) -> Result<Vec<KuasaRow>, Error> {
    actor.may(UseCase::ActForClient)?;
    let (company, today) = (actor.company()?.to_owned(), today(app));
    app.db().read(move |tx| {
        let all = kuasa::held(tx, &company, MOST)?;
        rows(tx, all, today)
    })
}

/// The clients for whom the actor may act today, by name.
pub fn clients(app: &App, actor: &Actor) -> Result<Vec<Client>, Error> {
    let live = held(app, actor)?.into_iter().filter(|row| row.berlaku).map(|row| row.pemberi);
    let mut clients: Vec<Client> =
        live.map(|p| Client { company_id: p.company_id, npwp: p.npwp, nama: p.nama }).collect();
    clients.sort_by(|a, b| (&a.nama, &a.npwp).cmp(&(&b.nama, &b.npwp)));
    clients.dedup();
    Ok(clients)
}

fn rows(tx: &mut dyn Tx, all: Vec<Kuasa>, today: Date) -> Result<Vec<KuasaRow>, Error> {
    let party = |company: Option<Company>| {
        company.map(|c| Party { company_id: c.id, npwp: c.npwp, nama: c.name }).ok_or(Error::NotFound)
    };
    let mut rows = Vec::with_capacity(all.len());
    for row in all {
        rows.push(KuasaRow {
            pemberi: party(companies::by_id(tx, &row.client_id)?)?,
            penerima: party(companies::by_id(tx, &row.broker_id)?)?,
            jenis: row.kinds.split(',').map(str::to_owned).collect(),
            berlaku: row.revoked.is_none() && row.valid_from <= today && today <= row.valid_to,
            mulai: row.valid_from,
            sampai: row.valid_to,
            dicabut: row.revoked,
            nomor: row.number,
            id: row.id,
        });
    }
    Ok(rows)
}
