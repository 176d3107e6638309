//! The areas that people and their software work in: recording, inbox, desk, events.

use store::amendments::{self, Amendment, AmendmentState};
use store::desk::{self, Draft, Request};
use store::draft_files::{self, DraftFile, DraftUndo};
use store::feed::{self, FeedKind};
use store::manifest::{self, ManifestPos};
use store::notices::{self, Notice, NoticeKind, Reader};
use store::saved_views::{self, SavedView};
use store::webhooks::{self, Failure, Webhook};
use store::{Fault, Tx, rates, sandbox};

use crate::area_rows::{bc11, some, text};
use crate::areas::Log;
use crate::support::{after, now};

fn file(number: u32) -> DraftFile {
    DraftFile {
        id: format!("g{number}"),
        company_id: text("c1"),
        account_id: text("a1"),
        nomor_aju: text("000020000001202603020000"),
        body: text("{}"),
        created: now(),
    }
}

fn undo(body: &str) -> DraftUndo {
    DraftUndo { declaration_id: text("d2"), account_id: text("a1"), body: text(body), created: now() }
}

fn notice(number: u32) -> Notice {
    Notice {
        id: format!("n{number}"),
        company_id: text("c1"),
        owner_id: text("c1"),
        declaration_id: text("d1"),
        kind: NoticeKind::Surat,
        title_id: text("SPPB"),
        title_en: text("Release"),
        respon_id: some("r1"),
        due: None,
        at: after(number.into()),
    }
}

fn amendment(number: u32) -> Amendment {
    Amendment {
        id: format!("p{number}"),
        declaration_id: text("d1"),
        number,
        state: AmendmentState::Draf,
        reason: text("salah ketik"),
        changes: text("[]"),
        body: None,
        lines: text("[]"),
        version: 1,
        created: now(),
        sent: None,
        decided: None,
    }
}

fn recording(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    for number in [1, 2] {
        draft_files::insert(tx, &file(number))?;
    }
    draft_files::delete(tx, "g2", "a2")?;
    draft_files::delete(tx, "g2", "a1")?;
    log.note("file", &(draft_files::by_id(tx, "g1", "a1")?, draft_files::by_id(tx, "g1", "a2")?));
    for body in ["{\"n\":1}", "{\"n\":2}"] {
        draft_files::keep_undo(tx, &undo(body))?;
    }
    let view = SavedView {
        id: text("w1"),
        account_id: text("a1"),
        company_id: text("c1"),
        name: text("Menunggu bayar"),
        query: text("status=await_payment"),
        created: now(),
    };
    saved_views::save(tx, &view)?;
    saved_views::save(tx, &SavedView { id: text("w2"), query: text("jalur=M"), ..view })?;
    log.note("foreign view", &saved_views::delete(tx, "w1", "a2")?);
    log.note("amendment", &(amendments::insert(tx, &amendment(1))?, amendments::insert(tx, &amendment(1))?));
    let mut sent = amendment(1);
    (sent.state, sent.body, sent.sent) = (AmendmentState::Diajukan, Some(b"{}".to_vec()), Some(after(3)));
    amendments::save(tx, &mut sent)?;
    amendments::insert(tx, &amendment(2))?;
    amendments::drop_draft(tx, "p1")?;
    amendments::drop_draft(tx, "p2")
}

fn inbox(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    for number in 1..=3 {
        notices::insert(tx, &notice(number))?;
    }
    notices::read_all(tx, "a1", after(1))?;
    notices::read(tx, "a1", "n2", after(5))?;
    notices::read(tx, "a1", "n2", after(6))?;
    let until = notices::mark(tx, "a1")?.unwrap();
    log.note("unread", &notices::unread(tx, &Reader { company: "c1", account: "a1", today: bc11(), until }, 9)?);
    Ok(())
}

fn at_the_desk(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    let draft = |version, body| Draft {
        declaration_id: text("d1"),
        kind: text("PERIKSA"),
        body: text(body),
        version,
        updated: now(),
        updated_by: text("a2"),
    };
    let saves = [draft(0, "{\"n\":1}"), draft(1, "{\"n\":2}"), draft(1, "{\"n\":3}")]
        .map(|d| desk::save_draft(tx, &d).unwrap());
    log.note("desk saves", &saves);
    let request = |id: &str| Request {
        id: text(id),
        declaration_id: text("d1"),
        office: text("040300"),
        act: text("TETAPKAN"),
        action: text("{}"),
        letter: text("{}"),
        note: text("nilai naik"),
        asked_by: text("a2"),
        asked: now(),
        decided_by: None,
        decided: None,
        outcome: None,
        reason: None,
    };
    log.note("asked", &(desk::ask(tx, &request("q1"))?, desk::ask(tx, &request("q2"))?));
    log.note("foreign office", &desk::request(tx, "q1", "050100")?);
    let mut decide = || desk::decide(tx, "q1", "a1", after(4), ("SETUJU", None));
    log.note("decided", &(decide()?, decide()?));
    Ok(())
}

fn software(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    let two = [(FeedKind::Formulir, text("{}")), (FeedKind::Respon, text("{\"kodeRespon\":\"2003\"}"))];
    feed::append(tx, "c1", "d1", &two, now())?;
    feed::append(tx, "c1", "d2", &two[..1], after(1))?;
    log.note("last", &(feed::last(tx, "c1")?, feed::last(tx, "c2")?));
    let hook = Webhook {
        id: text("h1"),
        company_id: text("c1"),
        label: text("ERP"),
        url: text("https://erp.contoh.example/masuk"),
        kinds: text("Respon,Formulir"),
        secret: text("rahasia"),
        active: true,
        position: 0,
        failures: 0,
        last_error: None,
        last_try: None,
        last_ok: None,
        created: now(),
        created_by: text("a1"),
        removed: None,
    };
    webhooks::insert(tx, &hook)?;
    log.note("delivered", &(webhooks::delivered(tx, "h1", 0, 1, now())?, webhooks::delivered(tx, "h1", 0, 2, now())?));
    log.note("failed", &webhooks::failed(tx, "h1", 1, "503", after(1))?);
    let failure = Failure {
        webhook_id: text("h1"),
        seq: 2,
        nomor_aju: text("000020000001202603020000"),
        kind: text("Respon"),
        error: text("400"),
        tries: 2,
        at: after(2),
        resent: None,
    };
    log.note("given up", &webhooks::give_up(tx, &failure, 1)?);
    sandbox::choose(tx, "c1", "000020000001202603020000", "MERAH", now())?;
    log.note("clock", &(sandbox::advance(tx, 60, now())?, sandbox::advance(tx, 60, now())?));
    let taken = [0, 0, 1, 1].map(|second| rates::take(tx, "c1", after(second), 1_000_000, 1_000_000).unwrap());
    log.note("tokens", &taken);
    Ok(())
}

/// Fills the areas that come after the documents.
pub fn write(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    recording(tx, log)?;
    inbox(tx, log)?;
    at_the_desk(tx, log)?;
    software(tx, log)
}

/// Makes a manifest's position known by its bill of lading.
pub fn paper(tx: &mut dyn Tx, pos: &ManifestPos) -> Result<(), Fault> {
    manifest::note_paper(tx, pos, "BL-1", bc11())
}

/// Reads the same areas back.
pub fn read(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    log.note("file", &draft_files::by_id(tx, "g1", "a1")?);
    log.note("undo", &draft_files::last_undo(tx, "d2", "a1")?);
    log.note("views", &saved_views::of_account(tx, "a1", 9)?);
    log.note("amendment", &(amendments::latest(tx, "d1")?, amendments::one(tx, "d1", 1)?));
    let until = notices::mark(tx, "a1")?.unwrap();
    let reader = Reader { company: "c1", account: "a1", today: bc11(), until };
    log.note("notices", &["n1", "n2", "n3"].map(|id| notices::one(tx, &reader, id).unwrap()));
    log.note("desk draft", &desk::draft(tx, "d1", "PERIKSA")?);
    log.note("requests", &(desk::of_declaration(tx, "d1")?, desk::open_request(tx, "d1")?));
    log.note("feed", &feed::after(tx, "c1", 0, 9)?);
    log.note("webhook", &(webhooks::of_company(tx, "c1", 9)?, webhooks::failures(tx, "h1", 9)?));
    log.note("sandbox", &(sandbox::chosen(tx, "c1", "000020000001202603020000")?, sandbox::shift(tx)?));
    log.note("paper", &manifest::by_paper(tx, "040300", "BL-1", bc11())?);
    Ok(())
}
