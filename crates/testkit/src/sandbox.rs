//! The partner simulator as its user handles it: switches, counts, the bank's counter.

use std::sync::Arc;
use std::time::Duration;

use app::outward::Sandbox;
use app::ports::PartnerFault;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{Client, House, VirtualClock};

/// The sandbox of a house: its simulator and its clock.
pub struct Trial {
    pub clock: Arc<VirtualClock>,
    pub simulator: Client,
}

impl Sandbox for Trial {
    fn rule(&self, rule: &Value) -> Result<(), PartnerFault> {
        let answer = self.simulator.post("/kendali/v1/aturan", rule.to_string());
        let message = answer.text();
        let code = answer.status.to_string();
        if code.starts_with('2') { Ok(()) } else { Err(PartnerFault::Refused { partner: "simulator", code, message }) }
    }

    fn shift(&self, by: SignedDuration) {
        self.clock.shift(Duration::try_from(by).unwrap());
    }
}

impl House {
    fn sandbox(&self) -> Client {
        Client::new(&self.simulator.base_url()).on("")
    }

    /// Sets a partner's switch: `NORMAL`, `MATI`, `LAMBAT`, `TOLAK`, `RUSAK`, `BISU` (docs/sandbox.md).
    pub fn switch(&self, partner: &str, mode: &str) {
        let body = json!({ "mode": mode, "ms": 2_000 });
        self.sandbox().post(&format!("/kendali/v1/{partner}"), body.to_string()).expect(200);
    }

    /// Sets an outcome for numbers that end in `cocok`.
    pub fn outcome(&self, rule: &Value) {
        self.sandbox().post("/kendali/v1/aturan", rule.to_string()).expect(200);
    }

    /// What the partners hold: (INSW analyses, billing codes, consignments).
    pub fn partner_counts(&self) -> (u64, u64, u64) {
        let summary = self.sandbox().get("/kendali/v1").expect(200).json();
        let count = |name: &str| summary[name].as_u64().unwrap();
        (count("jumlahLartas"), count("jumlahBilling"), count("jumlahPosisi"))
    }

    /// Every billing code of an aju, as MPN knows it.
    pub fn billings(&self, aju: &str) -> Vec<Value> {
        let list = self.sandbox().get(&format!("/kendali/v1/billing?nomorAju={aju}")).expect(200).json();
        list.as_array().unwrap().clone()
    }

    /// How many requests a partner saw.
    pub fn calls(&self, partner: &str) -> u64 {
        let summary = self.sandbox().get("/kendali/v1").expect(200).json();
        summary["mitra"][partner]["panggilan"].as_u64().unwrap()
    }

    /// Pays a billing code at the bank; the payment as booked.
    pub fn pay(&self, code: &str) -> Value {
        self.sandbox().post(&format!("/mpn/v1/billing/{code}/bayar"), "{}").expect(200).json()
    }

    /// Pays another amount than the bill says, which a bank would refuse; the payment as booked.
    pub fn pay_sum(&self, code: &str, sum: i64) -> Value {
        let body = json!({ "jumlah": sum, "paksa": true });
        self.sandbox().post(&format!("/mpn/v1/billing/{code}/bayar"), body.to_string()).expect(200).json()
    }

    /// Makes something happen at the terminal: `TIMBUN`, `SIAP`, `KELUAR` for a manifest position (1 …).
    pub fn terminal(&self, position: u32, action: &str) {
        let date = app::demo::sample::today(&self.app).yesterday().unwrap();
        let body = json!({
            "kodeKantor": "040300", "kodeTps": "PRK1", "nomorBc11": "001234", "tanggalBc11": date.to_string(),
            "nomorPos": format!("{position:04}00000000"), "aksi": action,
        });
        self.sandbox().post("/kendali/v1/tps/aksi", body.to_string()).expect(200);
    }
}
