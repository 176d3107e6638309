//! Every address of the API in one table: the router is made of it, and so is its description.

use std::collections::BTreeMap;

use app::App;
use axum::Router;
use axum::routing::{MethodRouter, any, delete, get, post, put};

use crate::{
    AUTH_PREFIXES, SERVICE_PREFIXES, consignment, detail, document, download, events, files, kurs, login, lookup,
    problem, sandbox, status, user,
};

/// An address.
pub struct Route {
    /// HTTP method.
    pub method: &'static str,
    /// Path below the prefix, as the router takes it.
    pub path: &'static str,
    handler: fn() -> MethodRouter<App>,
}

const fn row(method: &'static str, path: &'static str, handler: fn() -> MethodRouter<App>) -> Route {
    Route { method, path, handler }
}

/// Below [`AUTH_PREFIXES`].
pub const AUTH: &[Route] = &[
    row("POST", "/login", || post(login::login)),
    row("POST", "/update-token", || post(login::update_token)),
    row("GET", "/user-info-by-email", || get(user::info)),
    row("GET", "/userinfo-token", || get(user::info)),
];

/// Below [`SERVICE_PREFIXES`].
pub const SERVICES: &[Route] = &[
    row("POST", "/document", || post(document::submit)),
    row("POST", "/document/{query}", || post(document::submit_or_check)),
    row("GET", "/document/detail/{kind}/{aju}/{office}", || get(detail::of_document)),
    row("GET", "/generate-pungutan/{kind}/{aju}", || get(detail::levies)),
    row("POST", "/file/dokumen", || post(files::document)),
    row("POST", "/file/barang", || post(files::goods)),
    row("POST", "/file/upload-dokap-npd", || post(files::answer)),
    row("GET", "/events", || get(events::since)),
    row("GET", "/status", || get(status::of_company)),
    row("GET", "/status/", || get(status::of_company)),
    row("GET", "/status/{aju}", || get(status::of_ajus)),
    row("GET", "/download-respon", || get(download::by_path)),
    row("GET", "/respon/pdf", || get(download::by_code)),
    row("GET", "/respon/billing", || get(download::of_billing)),
    row("GET", "/respon/cetak-formulir", || get(download::form)),
    row("GET", "/respon/cetak-formulir/{stage}", || get(download::form_stage)),
    row("GET", "/respon/{*path}", || get(download::direct)),
    row("GET", "/kurs/{valuta}", || get(kurs::of_currency)),
    row("GET", "/tarif-hs", || get(lookup::tariff)),
    row("GET", "/hs-lartas", || get(lookup::restrictions)),
    row("GET", "/manifes-bc11", || get(consignment::manifest)),
    row("GET", "/pelabuhan/kata/{words}", || get(lookup::ports_by_word)),
    row("GET", "/pelabuhan/kodeKantor/{office}", || get(lookup::ports_of_office)),
    row("GET", "/gudangTPS/kodeKantor/{office}", || get(lookup::storages)),
    row("GET", "/referensi/pelabuhan-dalam-negeri/{office}", || get(lookup::ports_of_office)),
    row("GET", "/referensi/pelabuhan-luar-negeri/{words}", || get(lookup::ports_abroad)),
    row("GET", "/referensi/tps-gudang/{office}", || get(lookup::storages)),
    row("GET", "/referensi/kantor", || get(lookup::offices)),
    row("GET", "/tps/dokumen-pabean", || get(consignment::release_paper)),
    row("PUT", "/sandbox/outcome/{aju}", || put(sandbox::choose)),
    row("POST", "/sandbox/outcome/{aju}", || post(sandbox::choose)),
    row("GET", "/sandbox/outcome/{aju}", || get(sandbox::chosen)),
    row("DELETE", "/sandbox/outcome/{aju}", || delete(sandbox::forget)),
    row("GET", "/sandbox/clock", || get(sandbox::clock)),
    row("POST", "/sandbox/clock", || post(sandbox::advance)),
];

/// Everything that is served: method and whole path, under every prefix.
pub fn all() -> Vec<(&'static str, String)> {
    let below = |prefixes: &[&'static str], rows: &'static [Route]| -> Vec<(&'static str, String)> {
        let one = |prefix: &&'static str| {
            let prefix = *prefix;
            rows.iter().map(move |route| (route.method, format!("{prefix}{}", route.path)))
        };
        prefixes.iter().flat_map(one).collect()
    };
    [below(&AUTH_PREFIXES, AUTH), below(&SERVICE_PREFIXES, SERVICES)].concat()
}

/// The router of a table; another method gets the gateway's words, another path too.
pub(crate) fn router(rows: &'static [Route]) -> Router<App> {
    let mut paths: BTreeMap<&'static str, MethodRouter<App>> = BTreeMap::new();
    for route in rows {
        let known = paths.remove(route.path).unwrap_or_default();
        paths.insert(route.path, known.merge((route.handler)()));
    }
    let router = paths
        .into_iter()
        .fold(Router::new(), |router, (path, methods)| router.route(path, methods.fallback(problem::method)));
    router.route("/{*path}", any(problem::unknown_path))
}
