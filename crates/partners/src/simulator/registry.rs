//! OSS and DJP: standing of a company (rules 1.2).

use app::ports::CompanyStanding;
use axum::Json;
use axum::extract::{Path, State};

use super::core::Sim;
use super::fail::Fail;
use super::numbers::nib;
use super::rule::StandingOutcome;
use crate::check::digits;

/// `GET /registri/v1/npwp/{npwp}`.
pub async fn standing(State(sim): State<Sim>, Path(npwp): Path<String>) -> Result<Json<CompanyStanding>, Fail> {
    if !digits(&npwp, 15..=16) {
        return Err(Fail::bad("npwp: 15 atau 16 angka (digits)"));
    }
    let outcome = sim.act(|turn| Ok(turn.state().rules.find(&npwp, |rule| rule.registri))).await?;
    let mut company = sim.config().companies.get(&npwp).cloned().unwrap_or_else(|| CompanyStanding {
        nama: format!("PT Contoh {npwp}"),
        alamat: "Jl. Contoh No. 1, Jakarta 10000".to_owned(),
        nitku: Vec::new(),
        npwp_aktif: true,
        nib: Some(nib(&sim.config().secret, &npwp)),
        akses_kepabeanan: true,
        kode_jenis_api: Some("01".to_owned()),
    });
    match outcome {
        None | Some(StandingOutcome::Aktif) => {}
        Some(StandingOutcome::TidakDikenal) => return Err(Fail::unknown("NPWP tidak dikenal (unknown NPWP)")),
        Some(StandingOutcome::TidakAktif) => company.npwp_aktif = false,
        Some(StandingOutcome::TanpaNib) => {
            company = CompanyStanding { nib: None, akses_kepabeanan: false, kode_jenis_api: None, ..company };
        }
        Some(StandingOutcome::TanpaAkses) => company.akses_kepabeanan = false,
    }
    Ok(Json(company))
}
