//! The terminals: storage, readiness for inspection and the gate.

use app::ports::{TpsQuery, TpsStatus};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::billing::later;
use super::core::{Sim, Turn};
use super::event::{Event, PosState, Sppb};
use super::fail::Fail;
use super::input::Input;
use super::rule::{Delay, Rule};
use crate::check::digits;
use crate::hint::{HintKind, pos_key};
use crate::wire::{Done, TpsRelease};

/// Most consignments looked at in one tick.
const MOST_MOVED: usize = 2000;

/// `GET /tps/v1/posisi`.
pub async fn status(
    State(sim): State<Sim>,
    query: Result<Query<TpsQuery>, QueryRejection>,
) -> Result<Json<TpsStatus>, Fail> {
    let Query(query) = query.map_err(|e| Fail::bad(e.body_text()))?;
    check(&query)?;
    sim.act(|turn| touch(turn, query, |_, _| Ok(()))).await.map(Json)
}

/// `POST /tps/v1/penyiapan`.
pub async fn prepare(State(sim): State<Sim>, Input(query): Input<TpsQuery>) -> Result<Json<Done>, Fail> {
    check(&query)?;
    let touched = sim.act(|turn| {
        touch(turn, query, |pos, now| {
            pos.diminta_siap.get_or_insert(now);
            Ok(())
        })
    });
    touched.await.map(|_| Json(Done { status: "DITERIMA".to_owned() }))
}

/// `POST /tps/v1/pengeluaran`.
pub async fn release(State(sim): State<Sim>, Input(body): Input<TpsRelease>) -> Result<Json<Done>, Fail> {
    check(&body.query)?;
    let TpsRelease { query, nomor_sppb, tanggal_sppb } = body;
    if !(1..=40).contains(&nomor_sppb.chars().count()) {
        return Err(Fail::bad("nomorSppb: 1–40 karakter (characters)"));
    }
    let touched = sim.act(|turn| {
        touch(turn, query, |pos, now| {
            let sppb = pos.sppb.get_or_insert(Sppb { nomor: nomor_sppb.clone(), tanggal: tanggal_sppb, waktu: now });
            if sppb.nomor == nomor_sppb && sppb.tanggal == tanggal_sppb {
                return Ok(());
            }
            Err(Fail::conflict("SPPB_LAIN", "sudah dilepas dengan SPPB lain (released under another letter)"))
        })
    });
    touched.await.map(|_| Json(Done { status: "DITERIMA".to_owned() }))
}

fn check(query: &TpsQuery) -> Result<(), Fail> {
    let office = digits(&query.kode_kantor, 6..=6);
    let place = (1..=20).contains(&query.kode_tps.len()) && query.kode_tps.bytes().all(|b| b.is_ascii_alphanumeric());
    if office && place && digits(&query.nomor_bc11, 1..=6) && digits(&query.nomor_pos, 4..=12) {
        return Ok(());
    }
    Err(Fail::bad("kodeKantor 6 angka, kodeTps 1–20, nomorBc11 1–6 angka, nomorPos 4–12 angka (digits)"))
}

/// Looks a consignment up, or meets it for the first time; `change`s it; lets pass what time allows.
fn touch(
    turn: &mut Turn<'_>,
    query: TpsQuery,
    change: impl FnOnce(&mut PosState, Timestamp) -> Result<(), Fail>,
) -> Result<TpsStatus, Fail> {
    let now = turn.now;
    let known = turn.state().pos.get(&pos_key(&query)).cloned();
    if known.is_none() {
        turn.state().pos.room()?;
    }
    let mut pos = known.unwrap_or_else(|| PosState::first_seen(query, now));
    change(&mut pos, now)?;
    Ok(settle(turn, pos))
}

/// Moves `pos` on and records it when it differs from what is known.
fn settle(turn: &mut Turn<'_>, mut pos: PosState) -> TpsStatus {
    let key = pos_key(&pos.posisi);
    let before = turn.state().pos.get(&key).cloned();
    let rule = |pick: fn(&Rule) -> Option<Delay>| {
        turn.state().rules.find(&pos.posisi.nomor_pos, pick).unwrap_or(Delay::Seconds(0))
    };
    let (timbun, siap, keluar) = (rule(|r| r.timbun), rule(|r| r.siap), rule(|r| r.keluar));
    let passed = |since: Option<Timestamp>, delay: Delay| match (since, delay) {
        (Some(since), Delay::Seconds(n)) => {
            Some(later(since, SignedDuration::from_secs(i64::from(n)))).filter(|at| *at <= turn.now)
        }
        _ => None,
    };
    pos.timbun = pos.timbun.or_else(|| passed(Some(pos.dilihat), timbun));
    // Goods that are not there can neither be pulled nor leave.
    if let Some(stored) = pos.timbun {
        pos.siap = pos.siap.or_else(|| passed(pos.diminta_siap.map(|at| at.max(stored)), siap));
        pos.keluar = pos.keluar.or_else(|| passed(pos.sppb.as_ref().map(|s| s.waktu.max(stored)), keluar));
    }
    let answer = TpsStatus { waktu_timbun: pos.timbun, waktu_siap_periksa: pos.siap, waktu_keluar: pos.keluar };
    if before.as_ref() != Some(&pos) {
        let was = |pick: fn(&PosState) -> Option<Timestamp>| before.as_ref().and_then(pick).is_some();
        let told = [
            (HintKind::Timbun, pos.timbun.is_some() && !was(|p| p.timbun)),
            (HintKind::SiapPeriksa, pos.siap.is_some() && !was(|p| p.siap)),
            (HintKind::Keluar, pos.keluar.is_some() && !was(|p| p.keluar)),
        ];
        turn.record(Event::Posisi(pos));
        for (kind, _) in told.into_iter().filter(|(_, new)| *new) {
            turn.hint(kind, key.clone());
        }
    }
    answer
}

/// Moves on what waits, so that a hint leaves without a question.
pub fn move_waiting(turn: &mut Turn<'_>) {
    let keys: Vec<String> = turn.state().moving.iter().take(MOST_MOVED).cloned().collect();
    for key in keys {
        if let Some(pos) = turn.state().pos.get(&key).cloned() {
            settle(turn, pos);
        }
    }
}

/// What the page's buttons make happen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TpsAction {
    Timbun,
    Siap,
    Keluar,
}

/// Body of `POST /kendali/v1/tps/aksi`.
#[derive(Debug, Deserialize)]
pub struct TpsForce {
    #[serde(flatten)]
    query: TpsQuery,
    aksi: TpsAction,
}

/// `POST /kendali/v1/tps/aksi`: makes it happen whatever the rules say, with all that must come before.
pub async fn force(State(sim): State<Sim>, Input(body): Input<TpsForce>) -> Result<Json<TpsStatus>, Fail> {
    let TpsForce { query, aksi } = body;
    check(&query)?;
    let touched = sim.act(|turn| {
        touch(turn, query, |pos, now| {
            pos.timbun.get_or_insert(now);
            match aksi {
                TpsAction::Timbun => {}
                TpsAction::Siap => {
                    pos.siap.get_or_insert(now);
                }
                TpsAction::Keluar => {
                    pos.keluar.get_or_insert(now);
                }
            }
            Ok(())
        })
    });
    touched.await.map(Json)
}
