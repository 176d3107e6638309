//! What the frame of a page says about who is logged in, and the pages it offers him.

use app::access::Actor;
use app::account::session::Signed;
use app::{App, Error, UseCase, company, desk};

use crate::lang::Lang;
use crate::messages::fill;
use crate::publik::role;
use crate::shell::{Client, Who};
use crate::ui::Link;

use super::news::{VisitTexts, Word};

/// Pages by the use case that opens them, in the order of the navigation.
const PAGES: [(UseCase, &str, Word); 12] = [
    (UseCase::WorkDesk, "/petugas/antrean", |t| t.menu_queue),
    (UseCase::WorkDesk, CONFIRM, |t| t.menu_confirmations),
    (UseCase::AssignWork, "/petugas/pembagian", |t| t.menu_share),
    (UseCase::ManageUsers, "/perusahaan/pengguna", |t| t.menu_users),
    (UseCase::ManageKuasa, "/perusahaan/kuasa", |t| t.menu_grants),
    (UseCase::ManageApiKeys, "/perusahaan/kunci-api", |t| t.menu_keys),
    (UseCase::ManageApiKeys, "/perusahaan/webhook", |t| t.menu_hooks),
    (UseCase::ReadAudit, "/perusahaan/riwayat", |t| t.menu_audit),
    (UseCase::ManageOfficers, "/operator/petugas", |t| t.menu_officers),
    (UseCase::ApproveChanges, "/operator/persetujuan", |t| t.menu_approvals),
    (UseCase::ReviveJobs, "/operator/pekerjaan", |t| t.menu_jobs),
    (UseCase::Operate, "/operator/parameter", |t| t.menu_parameters),
];

/// The page of second confirmations, which only some functions ever decide on.
const CONFIRM: &str = "/petugas/persetujuan";

fn offered(actor: &Actor, case: UseCase, href: &str) -> bool {
    actor.may(case).is_ok() && (href != CONFIRM || desk::decides(actor))
}

/// The frame for a session.
pub(super) fn who(app: &App, signed: &Signed, lang: Lang) -> Result<Who, Error> {
    let (t, actor) = (VisitTexts::of(lang), &signed.actor);
    let client = |c: app::access::Client| Client { id: c.company_id, name: c.nama, npwp: npwp(&c.npwp) };
    let clients =
        if actor.may(UseCase::ActForClient).is_ok() { company::kuasa::clients(app, actor)? } else { Vec::new() };
    let reads = actor.company_id.is_some() && actor.may(UseCase::ReadDeclaration).is_ok();
    let documents = reads.then(|| Link::new("/dokumen", t.menu_documents));
    let menus = std::iter::once(Link::new("/beranda", t.menu_main)).chain(documents).chain(
        PAGES
            .iter()
            .filter(|(case, href, _)| offered(actor, *case, href))
            .map(|(_, href, text)| Link::new(*href, text(t))),
    );
    let left = signed.session.idle_until.duration_since(app.now()).as_secs().max(0);
    Ok(Who {
        name: actor.name.clone(),
        role: role(actor.role.word(), lang.texts()).to_owned(),
        company: company::name(app, actor)?
            .or_else(|| actor.office.as_ref().map(|code| fill(t.office, &[("kode", code)]))),
        npwp: actor.npwp.as_deref().map(npwp),
        acting_for: actor.acting_for.clone().map(client),
        clients: clients.into_iter().map(client).collect(),
        menus: menus.collect(),
        unread: if reads { Some(app::dokumen::unread(app, actor)?) } else { None },
        account: vec![Link::new("/akun/profil", t.menu_profile), Link::new("/akun/keamanan", t.menu_security)],
        session_seconds: u32::try_from(left).ok(),
    })
}

/// The name of the page that a use case opens.
pub(super) fn name(case: UseCase, lang: Lang) -> &'static str {
    PAGES.iter().find(|(known, ..)| *known == case).map_or("", |(_, _, text)| text(VisitTexts::of(lang)))
}

/// 16 digits in groups of four, as people compare them.
pub fn npwp(digits: &str) -> String {
    let groups: Vec<&str> = digits.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}
