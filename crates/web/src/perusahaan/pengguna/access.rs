//! Closing and opening a user's account, and sending an invitation again.

use app::account::AccountState;
use app::company::users::{self, UserRow};
use axum::extract::{Path, State};
use axum::response::Response;

use super::edit::{load, page};
use super::messages::UserTexts;
use super::rights::RoleChoice;
use super::{PATH, called};
use crate::messages::fill;
use crate::perusahaan::sheet::{Words, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Confirm, Form, Piece};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

/// What can be done about the access of this user.
pub(super) fn forms(user: &UserRow, visit: &Visit) -> Vec<Piece> {
    let t = UserTexts::of(visit.lang());
    let form = |verb: &str| Form::post(format!("{PATH}/{}/{verb}", user.id), visit.csrf());
    let button = |text: &'static str| Buttons::new().with(Button::secondary(text));
    let close = |text| form("nonaktif").confirm(question(user, visit)).with(button(text)).into();
    match user.state {
        AccountState::Aktif => vec![Words::new(t.close_text).into(), close(t.close)],
        AccountState::Baru => vec![
            Words::new(t.invited_text).into(),
            form("kirim-ulang").with(button(t.resend)).into(),
            close(t.withdraw),
        ],
        AccountState::Lama => vec![Words::new(t.old_text).into(), close(t.close)],
        AccountState::Nonaktif => vec![Words::new(t.closed_text).into(), form("aktif").with(button(t.open)).into()],
    }
}

fn question(user: &UserRow, visit: &Visit) -> Confirm {
    let (lang, t) = (visit.lang(), UserTexts::of(visit.lang()));
    let (title, text, yes) = if user.state == AccountState::Baru {
        (t.withdraw_title, t.withdraw_ask, t.withdraw_yes)
    } else {
        (t.close_title, t.close_ask, t.close_yes)
    };
    Confirm::new(lang, fill(text, &[("nama", &called(user))])).title(title).buttons(yes, t.cancel).warning()
}

/// `POST /perusahaan/pengguna/{id}/nonaktif`.
pub async fn close(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let user = load(&web, &visit, &id).await?;
    let back = format!("{PATH}/{}", user.id);
    if !posted.sure() {
        let place = visit.place(&web).back(back.clone());
        return ask(&place, question(&user, &visit), format!("{back}/nonaktif"), &[], back);
    }
    act(&web, &visit, user, "nonaktif", users::deactivate).await
}

/// `POST /perusahaan/pengguna/{id}/aktif`.
pub async fn open(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let user = load(&web, &visit, &id).await?;
    act(&web, &visit, user, "aktif", users::reactivate).await
}

/// `POST /perusahaan/pengguna/{id}/kirim-ulang`.
pub async fn resend(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let user = load(&web, &visit, &id).await?;
    act(&web, &visit, user, "undangan", users::resend).await
}

type Act = fn(&app::App, &app::Actor, &str) -> Result<(), app::Error>;

async fn act(web: &Web, visit: &Visit, user: UserRow, news: &'static str, act: Act) -> Result<Response, Problem> {
    let (actor, id) = (visit.actor()?, user.id.clone());
    let here = format!("{PATH}/{id}");
    match attempt_at(web, &here, move |app| act(app, &actor, &id)).await? {
        Ok(()) => Ok(done(&here, news)),
        Err(error) => page(web, visit, &user, &RoleChoice::of(&user.rights), &errors_of(&error, visit.lang())),
    }
}
