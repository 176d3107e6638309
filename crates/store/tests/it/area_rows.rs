//! Fixed rows of the areas.

use jiff::civil::{Date, date};
use store::approvals::{Approval, ApprovalState};
use store::kuasa::Kuasa;
use store::links::Link;
use store::registrations::Registration;
use store::{attachments, passkeys};

use crate::support::{after, now};

pub fn text(value: &str) -> String {
    value.to_owned()
}

pub fn some(value: &str) -> Option<String> {
    Some(value.to_owned())
}

pub fn bc11() -> Date {
    date(2026, 3, 1)
}

pub fn attachment(sha256: String) -> attachments::Attachment {
    attachments::Attachment {
        id: text("f1"),
        declaration_id: text("d1"),
        kind: text("DOKUMEN"),
        seri: Some(1),
        note: String::new(),
        name: text("faktur.pdf"),
        media_type: text("application/pdf"),
        size: 6,
        sha256,
        account_id: text("a1"),
        created: now(),
        removed: None,
    }
}

pub fn passkey() -> passkeys::Passkey {
    passkeys::Passkey {
        id: text("p1"),
        account_id: text("a1"),
        credential: text("kredensial"),
        public_key: vec![0xa5, 1, 2],
        counter: 4,
        name: text("hijau"),
        created: now(),
        used: None,
    }
}

pub fn registration() -> Registration {
    Registration {
        id: text("r1"),
        email: text("siti@contoh.id"),
        npwp: text("0990000001999000"),
        form: text("{}"),
        company: None,
        terms: text("1"),
        outcome: text("MENUNGGU"),
        created: now(),
        decided: None,
    }
}

pub fn link(hash: &str) -> Link {
    Link {
        hash: text(hash),
        id: text(hash),
        purpose: text("RESET"),
        account_id: some("a1"),
        registration_id: None,
        email: text("budi1@contoh.id"),
        created: now(),
        expires: after(1800),
        used: None,
        void: None,
    }
}

pub fn power() -> Kuasa {
    Kuasa {
        id: text("p1"),
        client_id: text("c1"),
        broker_id: text("c2"),
        number: text("SK-1"),
        kinds: text("20"),
        valid_from: bc11(),
        valid_to: bc11(),
        created: now(),
        created_by: text("a1"),
        revoked: None,
        revoked_by: None,
        reason: None,
    }
}

pub fn approval() -> Approval {
    Approval {
        id: text("v1"),
        kind: text("PETUGAS"),
        subject: text("a2"),
        payload: text("{}"),
        state: ApprovalState::Menunggu,
        requested_by: text("a1"),
        requested: now(),
        decided_by: None,
        decided: None,
        reason: None,
    }
}
