//! Serves every page from samples on http://127.0.0.1:8099, to look at while changing templates and style.
//!
//! `cargo run -p pabean-web --example look`, then `/id/beranda-demo`, `/en/surat-asli` and so on; `/` lists them.
#![expect(clippy::print_stdout, reason = "tells the address")]

use std::error::Error;
use std::fmt::Write as _;

use axum::Router;
use axum::http::header;
use axum::response::Html;
use axum::routing::get;
use web::Lang;

const LISTEN: &str = "127.0.0.1:8099";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut router = Router::new();
    let mut list = String::from("<!doctype html><title>Pabean</title><ul>");
    for lang in Lang::ALL {
        for page in web::samples::pages(lang) {
            let path = format!("/{}/{}", lang.code(), page.name);
            write!(list, "<li><a href=\"{path}\">{path}</a>")?;
            router = router.route(&path, get(move || async move { Html(page.html) }));
        }
    }
    for (path, media_type, bytes) in web::samples::assets() {
        router = router.route(&path, get(move || async move { ([(header::CONTENT_TYPE, media_type)], bytes) }));
    }
    let listener = tokio::net::TcpListener::bind(LISTEN).await?;
    println!("http://{LISTEN}/");
    axum::serve(listener, router.route("/", get(move || async move { Html(list) }))).await?;
    Ok(())
}
