//! A partner's hint that something changed: the job that looks is due now. Nothing in the hint itself is believed.

use kernel::Date;
use store::{jobs, manifest};

use super::Kind;
use crate::{App, Error};

/// Most jobs of one declaration that a hint looks through.
const MOST_JOBS: u32 = 200;

/// Makes the job with this key due now.
pub fn hurry(app: &App, key: &str) -> Result<(), Error> {
    let (key, now) = (key.to_owned(), app.now());
    app.db().write(move |tx| {
        if let Some(job) = jobs::by_key(tx, &key)? {
            jobs::hurry(tx, &job.id, now)?;
        }
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// Makes the jobs due now that look where a consignment is: `office/tps/BC 1.1 number/date/position`.
pub fn hurry_position(app: &App, key: &str) -> Result<(), Error> {
    let parts: Vec<&str> = key.split('/').collect();
    let [office, _, number, date, pos] = parts[..] else { return Ok(()) };
    let Ok(date) = date.parse::<Date>() else { return Ok(()) };
    let (office, number, pos, now) = (office.to_owned(), number.to_owned(), pos.to_owned(), app.now());
    app.db().write(move |tx| {
        let found = manifest::find(tx, &office, &number, date, &pos)?;
        let Some(declaration) = found.and_then(|pos| pos.matched_declaration) else { return Ok(()) };
        for job in jobs::of_declaration(tx, &declaration, MOST_JOBS)? {
            if job.kind == Kind::Posisi.word() {
                jobs::hurry(tx, &job.id, now)?;
            }
        }
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}
