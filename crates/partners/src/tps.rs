//! The terminals: arrival, readiness for inspection and the gate (rules 1.6, 1.15).

use std::sync::Arc;

use app::ports::{Clock, PartnerFault, Tps, TpsQuery, TpsStatus};
use jiff::civil::Date;

use crate::client::{Call, Client, Method};
use crate::hint::pos_key;
use crate::wire::{Done, TpsRelease};
use crate::{BreakerState, ConfigFault, PartnerConfig};

/// Short name in faults.
pub const NAME: &str = "TPS";

/// The terminals' gateway over HTTP.
pub struct TpsHttp(Client);

impl TpsHttp {
    /// An adapter for the gateway at `config.base_url`.
    pub fn new(config: &PartnerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        Client::new(NAME, config, clock).map(Self)
    }

    /// State of its circuit breaker.
    pub fn breaker_state(&self) -> BreakerState {
        self.0.state()
    }

    fn tell(&self, path: &str, key: &str, body: serde_json::Result<Vec<u8>>) -> Result<(), PartnerFault> {
        let call = Call { method: Method::Post { body, key }, path: path.to_owned(), query: Vec::new() };
        self.0.call(call, |_: Done| Ok(()))
    }
}

impl Tps for TpsHttp {
    fn status(&self, query: &TpsQuery) -> Result<TpsStatus, PartnerFault> {
        let parameters = vec![
            ("kodeKantor", query.kode_kantor.clone()),
            ("kodeTps", query.kode_tps.clone()),
            ("nomorBc11", query.nomor_bc11.clone()),
            ("tanggalBc11", query.tanggal_bc11.to_string()),
            ("nomorPos", query.nomor_pos.clone()),
        ];
        self.0.call(Call { method: Method::Get, path: "/tps/v1/posisi".to_owned(), query: parameters }, Ok)
    }

    fn prepare(&self, query: &TpsQuery) -> Result<(), PartnerFault> {
        let key = format!("penyiapan/{}", pos_key(query));
        self.tell("/tps/v1/penyiapan", &key, serde_json::to_vec(query))
    }

    fn release(&self, query: &TpsQuery, nomor_sppb: &str, tanggal: Date) -> Result<(), PartnerFault> {
        let key = format!("pengeluaran/{}/{nomor_sppb}", pos_key(query));
        let body = TpsRelease { query: query.clone(), nomor_sppb: nomor_sppb.to_owned(), tanggal_sppb: tanggal };
        self.tell("/tps/v1/pengeluaran", &key, serde_json::to_vec(&body))
    }
}
