//! Match the manifest until it fits, and draw the channel where the document was not at hand.

use declaration::workflow::{Action, Stage};

use super::load::{answer, load};
use super::{Held, Left};
use crate::h2h::sandbox;
use crate::process::{Extras, manifest as positions};
use crate::{App, Error};

/// Looks for the position once.
pub(super) fn match_up(app: &App, held: &Held) -> Result<Left, Error> {
    let loaded = load(app, held)?;
    if loaded.state.tahap != Stage::AwaitManifest {
        return Ok(Left::Nothing);
    }
    let lodged = loaded.lodged()?.clone();
    let found = app.db().read(move |tx| positions::look(tx, &lodged))?;
    match found {
        matched @ Action::ManifestMatched { .. } => {
            answer(app, held, &loaded, matched, Extras::default())?;
            Ok(Left::Completed)
        }
        Action::ManifestMismatch { selisih } if selisih != loaded.state.selisih => {
            let action = Action::ManifestMismatch { selisih };
            answer(app, held, &loaded, action, Extras::default())?;
            Ok(Left::Completed)
        }
        _ => Ok(Left::Later("manifes belum cocok".into())),
    }
}

/// Draws the channel: the answer's transaction has the document, so the drawing happens there.
pub(super) fn draw(app: &App, held: &Held) -> Result<Left, Error> {
    let loaded = load(app, held)?;
    let (at, row) = (app.clone(), loaded.row.clone());
    let chosen = app.db().read(move |tx| sandbox::lane(tx, &at, &row))?;
    let keputusan = crate::process::draw_channel(app, loaded.lodged()?, &loaded.state, chosen);
    answer(app, held, &loaded, Action::ChannelDrawn { keputusan }, Extras::default())?;
    Ok(Left::Completed)
}
