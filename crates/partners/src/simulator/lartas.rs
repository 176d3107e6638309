//! INSW: the lartas analysis (rules 1.4).

use app::ports::LartasAnswer;
use axum::Json;
use axum::extract::State;

use super::core::{Sim, Turn};
use super::event::{Event, LartasRecord};
use super::fail::Fail;
use super::input::Input;
use super::numbers::fingerprint;
use super::rule::LartasOutcome;
use crate::check::{alphanumeric, digits};
use crate::wire::LartasBody;

/// Most goods lines and most documents of a request.
const MOST_LINES: usize = 10_000;
/// Most reasons given.
const MOST_REASONS: usize = 100;

/// `POST /insw/v1/lartas`.
pub async fn analyse(State(sim): State<Sim>, Input(body): Input<LartasBody>) -> Result<Json<LartasAnswer>, Fail> {
    check(&body)?;
    let content = serde_json::to_string(&body).map_err(|e| Fail::bad(e.to_string()))?;
    let sidik = fingerprint(&sim.config().secret, &content);
    sim.act(|turn| answer(turn, body, sidik)).await.map(Json)
}

fn check(body: &LartasBody) -> Result<(), Fail> {
    request_id(&body.request_id)?;
    if !alphanumeric(&body.nomor_aju, 26..=26) {
        return Err(Fail::bad("nomorAju: 26 karakter (characters)"));
    }
    if !digits(&body.npwp, 15..=16) {
        return Err(Fail::bad("npwp: 15 atau 16 angka (digits)"));
    }
    if body.barang.is_empty() || body.barang.len() > MOST_LINES || body.dokumen.len() > MOST_LINES {
        return Err(Fail::bad("barang: 1–10000, dokumen: 0–10000"));
    }
    match body.barang.iter().position(|goods| goods.seri_barang == 0 || !digits(&goods.pos_tarif, 8..=8)) {
        Some(at) => Err(Fail::bad(format!("barang[{at}]: seriBarang dari 1, posTarif 8 angka (digits)"))),
        None => Ok(()),
    }
}

/// A key of 1 to 100 characters.
pub fn request_id(text: &str) -> Result<(), Fail> {
    if (1..=100).contains(&text.chars().count()) {
        return Ok(());
    }
    Err(Fail::bad("requestId: 1–100 karakter (characters)"))
}

fn answer(turn: &mut Turn<'_>, body: LartasBody, sidik: String) -> Result<LartasAnswer, Fail> {
    if let Some(known) = turn.state().lartas.get(&body.request_id) {
        return if known.sidik == sidik { Ok(known.jawaban.clone()) } else { Err(Fail::reused()) };
    }
    turn.state().lartas.room()?;
    let jawaban = decide(turn, &body)?;
    turn.record(Event::Lartas(LartasRecord {
        waktu: turn.now,
        jumlah_barang: body.barang.len(),
        request_id: body.request_id,
        nomor_aju: body.nomor_aju,
        npwp: body.npwp,
        sidik,
        jawaban: jawaban.clone(),
    }));
    Ok(jawaban)
}

fn decide(turn: &Turn<'_>, body: &LartasBody) -> Result<LartasAnswer, Fail> {
    let rules = &turn.state().rules;
    let Some(outcome) = rules.find(&body.nomor_aju, |rule| rule.lartas) else { return by_table(turn, body) };
    let reason = rules.find(&body.nomor_aju, |rule| rule.alasan.clone());
    let reason = |usual: &str| reason.unwrap_or_else(|| usual.to_owned());
    match outcome {
        LartasOutcome::Sesuai => Ok(LartasAnswer::Sesuai),
        LartasOutcome::Dikembalikan => {
            Ok(LartasAnswer::Dikembalikan { alasan: vec![reason("Izin belum ada (licence missing)")] })
        }
        LartasOutcome::PerluPenelitian => {
            Ok(LartasAnswer::PerluPenelitian { alasan: vec![reason("Perlu penelitian (needs a human)")] })
        }
        LartasOutcome::Tolak => Err(Fail::refused("DITOLAK", reason("Permintaan ditolak (request refused)"))),
    }
}

/// A missing licence returns the document even when another line only needs a human.
fn by_table(turn: &Turn<'_>, body: &LartasBody) -> Result<LartasAnswer, Fail> {
    let (mut missing, mut human) = (Vec::new(), Vec::new());
    for goods in &body.barang {
        let restricted = turn.config.lartas.iter().find(|rule| goods.pos_tarif.starts_with(&rule.awalan));
        let Some(rule) = restricted else { continue };
        if body.dokumen.iter().any(|document| rule.dokumen.contains(&document.kode_dokumen)) {
            continue;
        }
        let (seri, hs) = (goods.seri_barang, &goods.pos_tarif);
        let needed = rule.dokumen.join(" / ");
        match rule.hasil {
            LartasOutcome::Sesuai => {}
            LartasOutcome::Dikembalikan => {
                missing.push(format!("Barang {seri} ({hs}): perlu dokumen {needed} (document needed)"));
            }
            LartasOutcome::PerluPenelitian => {
                human.push(format!("Barang {seri} ({hs}): perlu penelitian (needs a human)"));
            }
            LartasOutcome::Tolak => {
                return Err(Fail::refused("DITOLAK", format!("Barang {seri} ({hs}) ditolak (refused)")));
            }
        }
    }
    missing.truncate(MOST_REASONS);
    human.truncate(MOST_REASONS);
    Ok(match (missing.is_empty(), human.is_empty()) {
        (false, _) => LartasAnswer::Dikembalikan { alasan: missing },
        (true, false) => LartasAnswer::PerluPenelitian { alasan: human },
        (true, true) => LartasAnswer::Sesuai,
    })
}
