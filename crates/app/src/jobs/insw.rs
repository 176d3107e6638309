//! Ask INSW for the lartas analysis.

use declaration::workflow::{Action, HasilLartas};
use serde::Deserialize;

use super::load::{Loaded, answer, load, obstacle, payload};
use super::{Held, Left};
use crate::ports::{LartasAnswer, LartasGoods, LartasRequest};
use crate::process::Extras;
use crate::{App, Error};

#[derive(Deserialize)]
struct Ask {
    kiriman: u32,
}

/// Asks once; the request id makes a repetition harmless.
pub(super) fn ask(app: &App, held: &Held) -> Result<Left, Error> {
    let Ask { kiriman } = payload(held)?;
    let loaded = load(app, held)?;
    if loaded.state.kiriman != kiriman {
        return Ok(Left::Nothing);
    }
    match app.ports().insw.analyse(&request(&loaded, kiriman)?) {
        Ok(result) => {
            let hasil = match result {
                LartasAnswer::Sesuai => HasilLartas::Sesuai,
                LartasAnswer::Dikembalikan { alasan } => HasilLartas::Dikembalikan { alasan },
                LartasAnswer::PerluPenelitian { alasan } => HasilLartas::PerluPenelitian { alasan },
            };
            answer(app, held, &loaded, Action::InswAnswered { kiriman, hasil }, Extras::default())?;
            Ok(Left::Completed)
        }
        Err(fault) => {
            obstacle(app, &loaded, "INSW", &fault.to_string())?;
            Ok(Left::Later(fault.to_string()))
        }
    }
}

fn request(loaded: &Loaded, kiriman: u32) -> Result<LartasRequest, Error> {
    let lodged = loaded.lodged()?;
    Ok(LartasRequest {
        request_id: format!("{}-{kiriman}", loaded.row.id),
        nomor_aju: loaded.row.nomor_aju.clone(),
        npwp: lodged.importir.npwp.to_string(),
        barang: lodged
            .barang
            .iter()
            .map(|line| LartasGoods {
                seri_barang: line.seri.get(),
                pos_tarif: line.hs.to_string(),
                kode_negara_asal: line.negara_asal.clone(),
            })
            .collect(),
        dokumen: loaded
            .doc
            .dokumen
            .iter()
            .filter_map(|d| Some((d.kode_dokumen.good()?.to_string(), d.nomor_dokumen.good()?.to_string())))
            .collect(),
    })
}
