//! `pabean routes`: the portal's addresses for scans in a browser, from the table that the router is made of.

use std::io::Write as _;
use std::process::ExitCode;

use serde_json::json;
use web::routes::Answer;

/// Prints one JSON array.
pub fn run() -> ExitCode {
    let routes: Vec<serde_json::Value> = web::routes::all()
        .map(|route| {
            json!({
                "method": route.method,
                "path": route.path,
                "access": route.access.word(),
                "page": route.answer == Answer::Page,
                "samples": route.samples,
            })
        })
        .collect();
    // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
    match writeln!(std::io::stdout().lock(), "{}", json!(routes)) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}
