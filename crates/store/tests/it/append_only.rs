//! What was recorded stays, whatever SQL is tried.

use store::audit::{self, AuditEvent};
use store::events::{self, Event};
use store::respon::{self, Respon};
use store::{Fault, Sql, blobs, frozen, reference};

use crate::support::{id, now, on_both, stored};

fn event(declaration_id: &str) -> Event {
    Event {
        declaration_id: declaration_id.to_owned(),
        seq: 0,
        id: id(),
        jenis: "DIREKAM".to_owned(),
        kode_proses: Some("001".to_owned()),
        keterangan: Some("Perekaman Dokumen".to_owned()),
        body: "{}".to_owned(),
        actor: "uji".to_owned(),
        at: now(),
    }
}

fn letter(declaration_id: &str) -> Respon {
    Respon {
        id: id(),
        declaration_id: declaration_id.to_owned(),
        seri: Some("respon/040300/2026".to_owned()),
        kode_respon: "2003".to_owned(),
        nomor_respon: Some("000001/KBC.0403/2026".to_owned()),
        at: now(),
        title: "SPPB".to_owned(),
        data: "{}".to_owned(),
        pesan: "[]".to_owned(),
        superseded_by: None,
        verify_code: id(),
    }
}

#[test]
fn triggers_bite() {
    on_both(|db| {
        let (_, draft) = stored(db, 1);
        db.write(move |tx| -> Result<(), Fault> {
            events::append(tx, &event(&draft.id))?;
            frozen::freeze(tx, &draft.id, b"{}", "lodged", now())?;
            respon::insert(tx, &letter(&draft.id))?;
            blobs::put(tx, b"%PDF", "application/pdf", now())?;
            reference::add(tx, &[("tarif".to_owned(), b"hs8".to_vec())], "awal", "uji", now())?;
            let (kind, subject, body) = ("MASUK".to_owned(), "uji".to_owned(), "{}".to_owned());
            audit::append(
                tx,
                &AuditEvent { id: id(), at: now(), actor: "uji".to_owned(), kind, subject, body, company_id: None },
            )
        })
        .unwrap();
        for statement in [
            "UPDATE declaration_event SET body = '[]'",
            "DELETE FROM declaration_event",
            "UPDATE declaration_frozen SET reason = 'x'",
            "DELETE FROM declaration_frozen",
            "UPDATE audit_event SET actor = 'x'",
            "DELETE FROM audit_event",
            "UPDATE respon SET data = '[]'",
            "DELETE FROM respon",
            "UPDATE blob SET media_type = 'x'",
            "DELETE FROM blob",
            "UPDATE reference_blob SET sha256 = 'x'",
            "DELETE FROM reference_snapshot_table",
            "DELETE FROM reference_snapshot",
        ] {
            let tried = db.write(move |tx| tx.execute(Sql::adhoc(statement), &[]));
            assert!(matches!(tried, Err(Fault::AppendOnly(_))), "{:?} {statement}: {tried:?}", db.engine());
        }
        let replaced = match db.engine() {
            store::Engine::Sqlite => {
                "REPLACE INTO blob (sha256, bytes, media_type, created) SELECT sha256, bytes, 'x', 0 FROM blob"
            }
            store::Engine::Postgres => "TRUNCATE audit_event",
        };
        let tried = db.write(move |tx| tx.execute(Sql::adhoc(replaced), &[]));
        assert!(matches!(tried, Err(Fault::AppendOnly(_))), "{tried:?}");
    });
}

#[test]
fn an_answer_may_be_superseded_once() {
    on_both(|db| {
        let (_, draft) = stored(db, 1);
        let issued = letter(&draft.id);
        let (old, check) = (issued.id.clone(), issued.id.clone());
        let marked = db.write(move |tx| {
            respon::insert(tx, &issued)?;
            Ok::<_, Fault>((respon::supersede(tx, &old, "b")?, respon::supersede(tx, &old, "c")?))
        });
        assert_eq!(marked, Ok((true, false)));
        let found = db.read(move |tx| respon::by_id(tx, &check)).unwrap().unwrap();
        assert_eq!(found.superseded_by.as_deref(), Some("b"));
    });
}

#[test]
fn events_are_numbered_without_gaps_and_frozen_copies_keep_their_hash() {
    on_both(|db| {
        let (_, draft) = stored(db, 1);
        let numbers = db.write(move |tx| -> Result<_, Fault> {
            let mut numbers = Vec::new();
            for _ in 0..3 {
                numbers.push(events::append(tx, &event(&draft.id))?);
            }
            let revisions = (
                frozen::freeze(tx, &draft.id, b"one", "lodged", now())?,
                frozen::freeze(tx, &draft.id, b"two", "again", now())?,
            );
            let latest = frozen::latest(tx, &draft.id)?.map(|copy| (copy.revision, copy.body));
            let steps: Vec<u32> = events::steps(tx, &draft.id)?.into_iter().map(|event| event.seq).collect();
            Ok((numbers, revisions, latest, steps))
        });
        assert_eq!(numbers, Ok((vec![1, 2, 3], (1, 2), Some((2, b"two".to_vec())), vec![1, 2, 3])));
    });
}
