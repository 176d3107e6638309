//! A partner's hint that something changed: the job that looks is due now. Nothing in the hint itself is believed.

use store::jobs;

use crate::{App, Error};

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

/// Wakes the workers; jobs that look at the terminal find the change at their next turn, seconds away.
pub fn hurry_position(app: &App, _pos: &str) -> Result<(), Error> {
    app.bell().ring();
    Ok(())
}
