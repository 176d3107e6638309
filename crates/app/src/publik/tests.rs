//! The public use cases on a store in memory.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::Date;
use serde_json::{Value, json};
use store::companies::{Company, CompanyClass};
use store::declarations::Declaration;
use store::jobs::NewJob;
use store::mails::StoredMail;
use store::respon::Respon;
use store::{Db, Fault, Tx};

use super::{Verification, code, outbox, service_status, verify};
use crate::ports::{
    BillingRequest, BillingStatus, Clock, CompanyStanding, Ids, Insw, LartasAnswer, LartasRequest, LetterFault,
    Letters, Mail, Mailer, Mpn, PartnerFault, Registry, Tps, TpsQuery, TpsStatus,
};
use crate::{App, Error, Ports, Settings};

/// 2026-03-05 10:09 in Jakarta.
fn now() -> Timestamp {
    "2026-03-05T03:09:00Z".parse().unwrap()
}

/// Time stands still, nobody answers.
struct Nobody;

impl Clock for Nobody {
    fn now(&self) -> Timestamp {
        now()
    }
}

impl Ids for Nobody {
    fn id(&self, _: Timestamp) -> String {
        "01900000-0000-7000-8000-000000000001".into()
    }

    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

fn absent<T>() -> Result<T, PartnerFault> {
    Err(PartnerFault::Down { partner: "-", reason: "nobody".into() })
}

impl Insw for Nobody {
    fn analyse(&self, _: &LartasRequest) -> Result<LartasAnswer, PartnerFault> {
        absent()
    }
}

impl Mpn for Nobody {
    fn create_billing(&self, _: &BillingRequest) -> Result<String, PartnerFault> {
        absent()
    }

    fn billing_status(&self, _: &str) -> Result<BillingStatus, PartnerFault> {
        absent()
    }

    fn cancel_billing(&self, _: &str) -> Result<(), PartnerFault> {
        absent()
    }
}

impl Tps for Nobody {
    fn status(&self, _: &TpsQuery) -> Result<TpsStatus, PartnerFault> {
        absent()
    }

    fn prepare(&self, _: &TpsQuery) -> Result<(), PartnerFault> {
        absent()
    }

    fn release(&self, _: &TpsQuery, _: &str, _: Date) -> Result<(), PartnerFault> {
        absent()
    }
}

impl Registry for Nobody {
    fn standing(&self, _: &str) -> Result<CompanyStanding, PartnerFault> {
        absent()
    }
}

impl Letters for Nobody {
    fn render(&self, kind: &str, _: &Value) -> Result<Vec<u8>, LetterFault> {
        Err(LetterFault { kind: kind.into(), reason: "nobody".into() })
    }
}

impl Mailer for Nobody {
    fn send(&self, _: &Mail) -> Result<(), PartnerFault> {
        absent()
    }
}

fn app(demo: bool) -> App {
    let db = Db::open("sqlite::memory:").unwrap();
    db.migrate(now()).unwrap();
    let nobody = Arc::new(Nobody);
    let ports = Ports {
        clock: nobody.clone(),
        ids: nobody.clone(),
        insw: nobody.clone(),
        mpn: nobody.clone(),
        tps: nobody.clone(),
        registry: nobody.clone(),
        letters: nobody.clone(),
        mailer: nobody,
        sheets: Arc::new(crate::ports::OpenSheets),
    };
    App::new(db, ports, Settings { demo, ..Settings::default() })
}

fn write(app: &App, body: impl Fn(&mut dyn Tx) -> Result<(), Fault> + Send + 'static) {
    app.db().write(body).unwrap();
}

fn company() -> Company {
    Company {
        id: "c1".into(),
        npwp: "0990000010999000".into(),
        nib: None,
        name: "PT Contoh Sejahtera Abadi".into(),
        address: "Jl. Contoh 1, Jakarta".into(),
        class: CompanyClass::Reguler,
        api_kind: Some("01".into()),
        blocked: "[]".into(),
        code: "CTH001".into(),
        created: now(),
        version: 1,
        kind: "BADAN_USAHA".into(),
        nitku: None,
        refreshed: None,
    }
}

fn declaration() -> Declaration {
    Declaration {
        id: "d1".into(),
        company_id: "c1".into(),
        ppjk_id: None,
        nomor_aju: "000020CTH00120260305000017".into(),
        kode_dokumen: "20".into(),
        kode_kantor: "040300".into(),
        seri_daftar: None,
        nomor_daftar: None,
        tanggal_daftar: None,
        jalur: None,
        status: "LEPAS".into(),
        kode_proses: "800".into(),
        waktu_status: now(),
        nama_importir: "PT Contoh Sejahtera Abadi".into(),
        state: "{}".into(),
        version: 1,
        reference_version: 1,
        waiting_until: None,
        created: now(),
        updated: now(),
    }
}

/// An SPPB with the code `7KQ2-M9TX-4HVD`, made from the first frozen revision.
fn sppb() -> Respon {
    Respon {
        id: "r1".into(),
        declaration_id: "d1".into(),
        seri: Some("respon/040300/2026".into()),
        kode_respon: "2003".into(),
        nomor_respon: Some("000123/KBC.0403/2026".into()),
        at: now(),
        title: "Surat Persetujuan Pengeluaran Barang".into(),
        data: json!({ "revision": 1, "extra": { "importir": "PT Contoh Sejahtera Abadi" } }).to_string(),
        pesan: "[]".into(),
        superseded_by: None,
        verify_code: "7KQ2-M9TX-4HVD".into(),
    }
}

fn with_letter(letter: Respon) -> App {
    let app = app(false);
    write(&app, move |tx| {
        assert!(store::companies::insert(tx, &company())?);
        assert!(store::declarations::insert(tx, &declaration())?);
        assert_eq!(store::frozen::freeze(tx, "d1", b"{}", "kirim", now())?, 1);
        store::respon::insert(tx, &letter)
    });
    app
}

#[test]
fn a_letter_shows_what_its_paper_says_and_nobodys_name() {
    let app = with_letter(sppb());
    let Verification::Authentic(letter) = verify(&app, "7KQ2-M9TX-4HVD").unwrap() else { panic!("not authentic") };
    let expected = "\
Letter { title: \"Surat Persetujuan Pengeluaran Barang\", kode_respon: \"2003\", nomor: Some(\"000123/KBC.0403/2026\"), \
tanggal: 2026-03-05, kantor: \"Kantor Pabean 040300\", aju_tail: \"000017\", fingerprint: Some(\"44136fa355b3678a\") }";
    assert_eq!(format!("{letter:?}"), expected);
}

#[test]
fn a_code_is_found_however_it_is_typed() {
    let app = with_letter(sppb());
    for typed in ["7kq2-m9tx-4hvd", "7KQ2M9TX4HVD", " 7KQ2 m9tx 4hvd ", "7KQ2-M9TX-4HVD\0"] {
        assert!(matches!(verify(&app, typed), Ok(Verification::Authentic(_))), "{typed}");
    }
    for typed in ["", "-", "7KQ2-M9TX-4HV", "8KQ2-M9TX-4HVD", "%' OR 1=1 --", "✔✔✔✔", &"7".repeat(100_000)] {
        assert_eq!(verify(&app, typed).unwrap(), Verification::Unknown, "{}", typed.len());
    }
}

#[test]
fn a_replaced_letter_says_so() {
    let app = with_letter(sppb());
    write(&app, |tx| store::respon::supersede(tx, "r1", "r2").map(drop));
    assert!(matches!(verify(&app, "7KQ2-M9TX-4HVD"), Ok(Verification::Superseded(_))));
}

#[test]
fn a_letter_of_no_frozen_document_still_verifies() {
    for data in ["{}", "null", "no JSON", "{\"revision\":7}"] {
        let app = with_letter(Respon { data: data.into(), nomor_respon: None, ..sppb() });
        let Verification::Authentic(letter) = verify(&app, "7KQ2-M9TX-4HVD").unwrap() else { panic!("not authentic") };
        assert_eq!((letter.nomor, letter.fingerprint), (None, None), "{data}");
    }
}

#[test]
fn a_new_code_reads_back_as_itself() {
    let secret = std::array::from_fn(|i| u8::try_from(i * 37 % 256).unwrap());
    let code = code(&secret);
    assert_eq!(code, "05AF-MSY3-8DJQ");
    assert_eq!(super::verify::regroup(&code.to_lowercase().replace('-', "")), code);
}

#[test]
fn the_outbox_is_the_demos_and_shows_the_latest_fifty() {
    assert!(matches!(outbox(&app(false)), Err(Error::NotFound)));
    let app = app(true);
    write(&app, |tx| {
        for n in 0..60_i64 {
            let at = now() + SignedDuration::from_secs(n);
            let (recipient, body) = ("importir@contoh.example".into(), "Isi.".into());
            store::mails::put(
                tx,
                &StoredMail { id: format!("m{n:02}"), recipient, subject: format!("Surat {n}"), body, at },
            )?;
        }
        Ok(())
    });
    let mails = outbox(&app).unwrap();
    assert_eq!(mails.len(), 50);
    assert_eq!((mails[0].subject.as_str(), mails[49].subject.as_str()), ("Surat 59", "Surat 10"));
}

#[test]
fn the_status_counts_what_is_not_done_and_how_long_it_waits() {
    let app = app(false);
    write(&app, |tx| {
        for (n, kind, wait) in [(1, "insw", 90), (2, "insw", 5), (3, "mail", -60), (4, "mpn", 10)] {
            let run_at = now() - SignedDuration::from_secs(wait);
            let job = NewJob {
                id: format!("j{n}"),
                kind: kind.into(),
                key: None,
                payload: "{}".into(),
                run_at,
                declaration_id: None,
            };
            assert!(store::jobs::enqueue(tx, &job, now())?);
        }
        let claimed = store::jobs::claim(tx, "w", now() - SignedDuration::from_secs(60), now(), 1)?;
        store::jobs::bury(tx, &claimed[0].id, "w", "ditolak", now())
    });
    let status = service_status(&app).unwrap();
    let queues: Vec<_> = status.queues.iter().map(|q| (q.kind.as_str(), q.waiting, q.dead)).collect();
    assert_eq!(queues, [("insw", 1, 1), ("mail", 1, 0), ("mpn", 1, 0)]);
    assert_eq!((status.lag_seconds(), status.dead(), status.engine, status.reference), (10, 1, "SQLite", None));
}
