//! The portal's pages: server-rendered, no script needed, nothing from elsewhere.
//!
//! A page is a small file of its own in `src/<area>/` (handler and view model) with a template in `templates/<area>/`;
//! parts that pages share are components in [`ui`]. Every text stands in [`messages`], every address in [`routes`].

mod akun;
mod asset;
mod beranda;
mod dokumen;
mod dress;
mod export;
mod format;
mod komponen;
mod lampiran;
mod lang;
mod messages;
mod messages_ui;
mod operator;
mod pengembang;
mod perekaman;
mod perusahaan;
mod petugas;
mod problem;
mod publik;
mod reader;
pub mod routes;
pub mod samples;
mod shell;
mod state;
mod ui;
mod visit;
mod work;

use std::sync::Arc;

use app::App;
use axum::Router;
use axum::middleware::from_fn_with_state;
use tower_http::catch_panic::CatchPanicLayer;

pub use dress::CONTENT_SECURITY_POLICY;
pub use lang::Lang;
use state::Web;

/// What the composition root knows and the pages show.
#[derive(Clone)]
pub struct Extras {
    /// Address of the partner simulator's page; none when real partners are connected.
    pub simulator_url: Option<String>,
    /// The demo's accounts, the one of the first journey first; empty outside a demo.
    pub accounts: Vec<DemoAccount>,
    /// Name and breaker state of each partner, now. States: `closed`, `open`, `half-open`, or `Closed` and so on.
    pub partner_states: Arc<dyn Fn() -> Vec<(String, String)> + Send + Sync>,
}

/// An account of the demo, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// Role, as [`app::Role::word`].
    pub role: String,
    /// Company or office.
    pub company: String,
    /// User name.
    pub username: String,
}

/// All pages. Merge it with the API's routes; unknown paths end here.
pub fn router(app: App, extras: Extras) -> Router {
    let web = Web::new(app, extras);
    routes::router(&web)
        .fallback(|| async { problem::Problem::NotFound })
        .method_not_allowed_fallback(|| async { problem::Problem::Method })
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(web.clone(), dress::dress))
        .with_state(web)
}
