//! OSS and DJP: standing of a company (rules 1.2).

use std::sync::Arc;

use app::ports::{Clock, CompanyStanding, PartnerFault, Registry};

use crate::check::{clip, digits};
use crate::client::{Call, Client, Method};
use crate::{BreakerState, ConfigFault, PartnerConfig};

/// Short name in faults.
pub const NAME: &str = "OSS/DJP";

/// Most places of business that an answer may name.
const MOST_PLACES: usize = 1_000;

/// OSS and DJP over HTTP.
pub struct RegistryHttp(Client);

impl RegistryHttp {
    /// An adapter for the gateway at `config.base_url`.
    pub fn new(config: &PartnerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        Client::new(NAME, config, clock).map(Self)
    }

    /// State of its circuit breaker.
    pub fn breaker_state(&self) -> BreakerState {
        self.0.state()
    }
}

impl Registry for RegistryHttp {
    fn standing(&self, npwp: &str) -> Result<CompanyStanding, PartnerFault> {
        if !digits(npwp, 15..=16) {
            return Err(self.0.refuse("404", "NPWP bukan 15 atau 16 angka (not an NPWP)"));
        }
        let call = Call { method: Method::Get, path: format!("/registri/v1/npwp/{npwp}"), query: Vec::new() };
        self.0.call(call, |mut standing: CompanyStanding| {
            if standing.nib.as_ref().is_some_and(|nib| !digits(nib, 13..=13)) {
                return Err("nib");
            }
            if standing.kode_jenis_api.as_ref().is_some_and(|api| api != "01" && api != "02") {
                return Err("kodeJenisApi");
            }
            if standing.nitku.len() > MOST_PLACES || !standing.nitku.iter().all(|place| digits(place, 22..=22)) {
                return Err("nitku");
            }
            standing.nama = clip(&standing.nama, 200);
            standing.alamat = clip(&standing.alamat, 300);
            Ok(standing)
        })
    }
}
