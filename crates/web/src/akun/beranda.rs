//! The main page after logging in: where one is, for whom, and the pages one may open.

use app::UseCase;
use app::desk::{self, Pick};
use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::messages::AkunTexts;
use crate::messages::fill;
use crate::petugas;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::Piece;
use crate::visit::{Visit, npwp, run};

struct Tile {
    href: &'static str,
    name: &'static str,
    text: &'static str,
}

struct Group {
    id: &'static str,
    title: &'static str,
    tiles: Vec<Tile>,
}

#[derive(Template)]
#[template(path = "akun/beranda.html")]
struct HomeView {
    t: &'static AkunTexts,
    hello: String,
    acting: Option<String>,
    panel: Option<Piece>,
    queue: Option<Piece>,
    queue_title: &'static str,
    groups: Vec<Group>,
}

/// `GET /beranda`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let (actor, t) = (visit.actor()?, AkunTexts::of(visit.lang()));
    let panel = crate::beranda::panel(&web, &visit).await?;
    let names = visit.menu_names();
    let may = |rows: &[(UseCase, &'static str, &'static str)]| -> Vec<Tile> {
        let allowed = rows.iter().filter(|(case, ..)| actor.may(*case).is_ok());
        allowed.map(|(case, href, text)| Tile { href, name: names(*case), text }).collect()
    };
    let company = may(&[
        (UseCase::ManageUsers, "/perusahaan/pengguna", t.home_users_text),
        (UseCase::ManageKuasa, "/perusahaan/kuasa", t.home_grants_text),
        (UseCase::ManageApiKeys, "/perusahaan/kunci-api", t.home_keys_text),
        (UseCase::ReadAudit, "/perusahaan/riwayat", t.home_audit_text),
    ]);
    let operator = may(&[
        (UseCase::ManageOfficers, "/operator/petugas", t.home_officers_text),
        (UseCase::ApproveChanges, "/operator/persetujuan", t.home_approvals_text),
        (UseCase::ReviveJobs, "/operator/pekerjaan", t.home_jobs_text),
        (UseCase::Operate, "/operator/parameter", t.home_parameters_text),
    ]);
    let account = vec![
        Tile { href: "/akun/profil", name: t.profile_title, text: t.home_profile_text },
        Tile { href: "/akun/keamanan", name: t.security_title, text: t.home_security_text },
    ];
    let groups = [
        Group { id: "perusahaan", title: t.home_company, tiles: company },
        Group { id: "operator", title: t.home_operator, tiles: operator },
        Group { id: "akun", title: t.home_account, tiles: account },
    ];
    let queue = if actor.may(UseCase::WorkDesk).is_ok() {
        let who = actor.clone();
        let (queue, now) = run(&web, move |app| Ok((desk::queue(app, &who, Pick::Kerja)?, app.now()))).await?;
        Some(petugas::home(&queue, now, actor.may(UseCase::AssignWork).is_ok(), visit.lang()))
    } else {
        None
    };
    let acting = actor.acting_for.as_ref().map(|c| fill(t.home_acting, &[("nama", &c.nama), ("npwp", &npwp(&c.npwp))]));
    let view = HomeView {
        t,
        hello: fill(t.home_hello, &[("nama", &actor.name)]),
        acting,
        panel,
        queue,
        queue_title: petugas::PetugasTexts::of(visit.lang()).home_group,
        groups: groups.into_iter().filter(|group| !group.tiles.is_empty()).collect(),
    };
    shell::render(&visit.place(&web), t.home_title, &view)
}
