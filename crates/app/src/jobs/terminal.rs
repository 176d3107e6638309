//! The terminal: where the goods are, and what it is told.

use declaration::Lodged;
use declaration::workflow::{Action, PesanTps};
use serde::Deserialize;
use store::respon;

use super::load::{Loaded, answer, load, obstacle, payload};
use super::{Held, Left};
use crate::ports::{PartnerFault, TpsQuery, TpsStatus};
use crate::process::Extras;
use crate::reference::office_day;
use crate::{App, Error};

#[derive(Deserialize)]
struct Watch {
    apa: String,
}

/// Asks once where the goods are.
pub(super) fn look(app: &App, held: &Held) -> Result<Left, Error> {
    let Watch { apa } = payload(held)?;
    let loaded = load(app, held)?;
    if loaded.state.tahap.is_final() {
        return Ok(Left::Nothing);
    }
    let later = Left::Later;
    let Some(query) = query(loaded.lodged()?) else { return Ok(later("BC 1.1 belum diisi".into())) };
    match app.ports().tps.status(&query) {
        Ok(status) => match happened(&apa, &status, loaded.lodged()?) {
            Some(action) => {
                answer(app, held, &loaded, action, Extras::default())?;
                Ok(Left::Completed)
            }
            None => Ok(later(format!("TPS: {apa} belum"))),
        },
        Err(fault) => {
            obstacle(app, &loaded, "TPS", &fault.to_string())?;
            Ok(later(fault.to_string()))
        }
    }
}

fn happened(apa: &str, status: &TpsStatus, lodged: &Lodged) -> Option<Action> {
    match apa {
        "timbun" => status.waktu_timbun.map(|waktu| Action::StorageConfirmed { waktu }),
        "siap" => status.waktu_siap_periksa.map(|_| Action::GoodsReady),
        "kemasan" => status.waktu_siap_periksa.map(|_| Action::PackagesPulled),
        _ => status.waktu_keluar.map(|_| Action::GateOut { kontainer: lodged.kontainer.clone(), terakhir: true }),
    }
}

#[derive(Deserialize)]
struct Tell {
    pesan: PesanTps,
}

/// Tells the terminal; repeating it changes nothing there.
pub(super) fn tell(app: &App, held: &Held) -> Result<Left, Error> {
    let Tell { pesan } = payload(held)?;
    let loaded = load(app, held)?;
    let Some(query) = query(loaded.lodged()?) else { return Ok(Left::Nothing) };
    let told = match pesan {
        PesanTps::Siapkan => app.ports().tps.prepare(&query),
        PesanTps::Lepaskan => release(app, &loaded, &query)?,
        PesanTps::Tahan | PesanTps::BukaTahanan | PesanTps::Batalkan => Ok(()),
    };
    match told {
        Ok(()) | Err(PartnerFault::Refused { .. }) => Ok(Left::Nothing),
        Err(fault) => {
            obstacle(app, &loaded, "TPS", &fault.to_string())?;
            Ok(Left::Later(fault.to_string()))
        }
    }
}

fn release(app: &App, loaded: &Loaded, query: &TpsQuery) -> Result<Result<(), PartnerFault>, Error> {
    let id = loaded.row.id.clone();
    let letter = app.db().read(move |tx| respon::latest(tx, &id, "2003"))?;
    let letter = letter.ok_or_else(|| Error::Broken("SPPB belum ada".into()))?;
    let number = letter.nomor_respon.unwrap_or_default();
    Ok(app.ports().tps.release(query, &number, office_day(letter.at, "WIB")))
}

/// Where the terminal finds the goods; none before the manifest is known.
fn query(lodged: &Lodged) -> Option<TpsQuery> {
    let bc11 = lodged.bc11.as_ref()?;
    Some(TpsQuery {
        kode_kantor: lodged.kode_kantor.to_string(),
        kode_tps: lodged.kode_tps.clone(),
        nomor_bc11: bc11.nomor.clone(),
        tanggal_bc11: bc11.tanggal,
        nomor_pos: bc11.pos.clone(),
    })
}
