//! Before every handler: who visits, may he, and does the form come from our own page.

use std::net::SocketAddr;
use std::sync::Arc;

use app::account::session::{self, Origin, Signed, Step};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Inner, Posted, Visit, cookie, frame, see_other, token};
use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::routes::{Access, Answer, Route};
use crate::shell::LOGIN;
use crate::state::Web;
use crate::work;

/// Longest form, bytes.
const LONGEST_FORM: usize = 512 * 1024;
/// Longest form with files, from somebody who is logged in, bytes.
const LONGEST_UPLOAD: usize = 12 * 1024 * 1024;
/// Where a code is asked for, and where a second factor is set up.
pub const CODE_PAGE: &str = "/masuk/kode";
/// See above.
pub const ENROL_PAGE: &str = "/akun/faktor";

/// The layer of one route.
pub async fn guard(State((web, route)): State<(Web, &'static Route)>, request: Request, next: Next) -> Response {
    if route.access == Access::Public && route.answer == Answer::Other && route.method == "GET" {
        return next.run(request).await;
    }
    match admit(&web, route, request).await {
        Ok((request, guest)) => {
            let mut response = next.run(request).await;
            if let Some(guest) = guest {
                cookie::set(&web, &mut response, &cookie::guest_name(&web), &guest, None);
            }
            response
        }
        Err(response) => response,
    }
}

/// The request with its visitor; also the guest's new secret, when he needs one.
async fn admit(web: &Web, route: &'static Route, request: Request) -> Result<(Request, Option<String>), Response> {
    // Nobody's name, number or text holds one, and no database keeps it.
    if request.uri().to_string().contains("%00") {
        return Err(Problem::NotFound.into_response());
    }
    let reader = Reader::of(request.uri(), request.headers());
    let origin = origin(web, &request);
    let secret = cookie::value(request.headers(), &cookie::session_name(web)).map(str::to_owned);
    let session = match &secret {
        Some(secret) => resume(web, secret, reader.lang).await.map_err(IntoResponse::into_response)?,
        None => None,
    };
    let (secret, guest) = match (secret.filter(|_| session.is_some()), &session) {
        (Some(secret), _) => (secret, None),
        (None, _) => guest(web, request.headers()),
    };
    let Seat { step, signed, who } = session.unwrap_or_default();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let csrf = token(&secret);
    let visit = Visit(Arc::new(Inner { reader, query, secret, csrf, origin, signed, step, who }));
    let mut request = request;
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let (checked, posted) = own_form(request, &visit).await.map_err(IntoResponse::into_response)?;
        request = checked;
        request.extensions_mut().insert(posted);
    }
    may(route, &visit).map_err(|response| *response)?;
    request.extensions_mut().insert(visit);
    Ok((request, guest))
}

fn origin(web: &Web, request: &Request) -> Origin {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let text = |name| request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    Origin::seen(web.app().settings(), peer, text("x-forwarded-for"), text("user-agent"))
}

/// Whom a cookie names.
#[derive(Default)]
struct Seat {
    step: Option<Step>,
    signed: Option<Signed>,
    who: Option<crate::shell::Who>,
}

/// The live session behind a cookie; none when it is over.
async fn resume(web: &Web, secret: &str, lang: Lang) -> Result<Option<Seat>, Problem> {
    let (app, secret) = (web.app().clone(), secret.to_owned());
    work::run(move || match session::resume(&app, &secret) {
        Ok(signed) => {
            let who = Some(frame::who(&app, &signed, lang)?);
            Ok(Some(Seat { step: Some(Step::Done), signed: Some(signed), who }))
        }
        Err(app::Error::Unauthenticated) => match session::waiting(&app, &secret) {
            Ok(waiting) => Ok(Some(Seat { step: Some(waiting.step), ..Seat::default() })),
            Err(app::Error::Unauthenticated) => Ok(None),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    })
    .await
}

/// A visitor who is not logged in: the secret of his forms, known or new.
fn guest(web: &Web, headers: &HeaderMap) -> (String, Option<String>) {
    if let Some(known) = cookie::value(headers, &cookie::guest_name(web)) {
        return (known.to_owned(), None);
    }
    let fresh = hex::encode(web.app().ports().ids.secret());
    (fresh.clone(), Some(fresh))
}

/// Passes a form that was sent from one of our own pages by whoever holds the secret.
async fn own_form(request: Request, visit: &Visit) -> Result<(Request, Posted), Problem> {
    let (parts, body) = request.into_parts();
    let site = parts.headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
    if site.is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return Err(Problem::Foreign);
    }
    let kind = parts.headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let with_files = kind.starts_with("multipart/form-data") && visit.step() == Some(Step::Done);
    let longest = if with_files { LONGEST_UPLOAD } else { LONGEST_FORM };
    let bytes = to_bytes(body, longest).await.map_err(|_| Problem::TooLarge)?;
    let posted = if with_files { Posted::parts(bytes, &kind) } else { Posted::parse(&bytes) };
    let posted = posted.filter(|posted| posted.pairs().all(|(_, value)| !value.contains('\0'))).ok_or(Problem::Form)?;
    if !session::csrf_fits(visit.secret(), posted.get("csrf")) {
        return Err(Problem::Foreign);
    }
    Ok((Request::from_parts(parts, Body::empty()), posted))
}

/// Passes a visitor who may enter; otherwise the way to where he can.
fn may(route: &Route, visit: &Visit) -> Result<(), Box<Response>> {
    match (route.access, visit.step()) {
        (Access::Public | Access::Demo, _) | (Access::Entering, Some(_)) | (Access::SignedIn, Some(Step::Done)) => {
            Ok(())
        }
        (Access::May(case), Some(Step::Done)) => {
            let allowed = visit.actor().and_then(|actor| actor.may(case).map_err(Problem::from));
            allowed.map_err(|problem| Box::new(problem.into_response()))
        }
        (_, Some(Step::Factor)) => Err(Box::new(see_other(CODE_PAGE))),
        (_, Some(Step::Enrol)) => Err(Box::new(see_other(ENROL_PAGE))),
        (_, None) => Err(Box::new(to_login(route, visit))),
    }
}

/// The login page, which leads back; a form that was posted leads to the main page.
fn to_login(route: &Route, visit: &Visit) -> Response {
    if route.method != "GET" {
        return see_other(&format!("{LOGIN}?sebab=sesi"));
    }
    let back: String = form_urlencoded::byte_serialize(visit.reader().path.as_bytes()).collect();
    see_other(&format!("{LOGIN}?kembali={back}"))
}
