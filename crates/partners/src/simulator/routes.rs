//! Every route of the simulator, in one table that the OpenAPI document is tested against.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodFilter, on};
use tokio::sync::Semaphore;

use super::core::Sim;
use super::fail::Fail;
use super::gate::{Partner, gate, summary};
use super::{BODY_LIMIT, billing, control, forms, lartas, page, payment, registry, terminal};

/// A router that remembers what was added to it.
#[derive(Default)]
struct Table {
    router: Router<Sim>,
    rows: Vec<(&'static str, &'static str)>,
}

impl Table {
    fn get<H: Handler<T, Sim>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(("get", MethodFilter::GET), path, handler)
    }

    fn post<H: Handler<T, Sim>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(("post", MethodFilter::POST), path, handler)
    }

    fn delete<H: Handler<T, Sim>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(("delete", MethodFilter::DELETE), path, handler)
    }

    fn add<H, T>(mut self, (name, filter): (&'static str, MethodFilter), path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Sim>,
        T: 'static,
    {
        self.rows.push((name, path));
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// Puts a partner's switch in front of the routes so far.
    fn behind(mut self, sim: Option<&Sim>, partner: Partner) -> Self {
        if let Some(sim) = sim {
            self.router = self.router.route_layer(from_fn_with_state((sim.clone(), partner), gate));
        }
        self
    }

    fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.rows.extend(other.rows);
        self
    }
}

fn table(sim: Option<&Sim>) -> Table {
    let insw = Table::default().post("/insw/v1/lartas", lartas::analyse).behind(sim, Partner::Insw);
    let mpn = Table::default()
        .post("/mpn/v1/billing", billing::create)
        .get("/mpn/v1/billing/{kode}", billing::status)
        .delete("/mpn/v1/billing/{kode}", billing::cancel)
        .behind(sim, Partner::Mpn);
    let tps = Table::default()
        .get("/tps/v1/posisi", terminal::status)
        .post("/tps/v1/penyiapan", terminal::prepare)
        .post("/tps/v1/pengeluaran", terminal::release)
        .behind(sim, Partner::Tps);
    let registri = Table::default().get("/registri/v1/npwp/{npwp}", registry::standing).behind(sim, Partner::Registri);
    // The bank's counter stays open while MPN's line to customs is cut.
    let bank = Table::default().post("/mpn/v1/billing/{kode}/bayar", payment::pay);
    let control = Table::default()
        .get("/kendali/v1", summary)
        .get("/kendali/v1/aturan", control::rules)
        .post("/kendali/v1/aturan", control::put_rule)
        .get("/kendali/v1/billing", control::billings)
        .post("/kendali/v1/tps/aksi", terminal::force)
        .post("/kendali/v1/{mitra}", control::switch);
    let page = Table::default().get("/", page::page).get("/gaya.css", page::style);
    [mpn, tps, registri, bank, control, page].into_iter().fold(insw, Table::merge)
}

/// Method in lower case and path of every route.
pub fn routes() -> Vec<(&'static str, &'static str)> {
    table(None).rows
}

/// The whole server for `sim`.
pub fn router(sim: Sim) -> Router {
    table(Some(&sim))
        .router
        .fallback(async || Fail::unknown("alamat tidak dikenal (unknown address)"))
        .method_not_allowed_fallback(async || {
            Fail::new(StatusCode::METHOD_NOT_ALLOWED, "405", "metode tidak dilayani (method not allowed)")
        })
        .layer(from_fn(forms::forms))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(Arc::new(Semaphore::new(forms::MOST_AT_ONCE)), forms::guard))
        .with_state(sim)
}
