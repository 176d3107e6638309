//! A simulator on a free loopback port, the adapters in front of it, and a clock that moves only when told.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::ports::{BillingLine, BillingRequest, Clock, LartasGoods, LartasRequest, TpsQuery};
use jiff::Timestamp;
use kernel::Rupiah;
use partners::simulator::{Running, SimulatorConfig};
use partners::{BreakerConfig, PartnerConfig, Partners, PartnersConfig};
use serde_json::Value;

pub const NPWP: &str = "0990000010999000";

/// The aju whose sequence is `sequence`, 26 characters.
pub fn aju(sequence: &str) -> String {
    format!("040300PTCSA120190102{sequence}")
}

/// 2019-01-02 09:00 WIB, moved by hand.
#[derive(Debug)]
pub struct HandClock(AtomicI64);

impl HandClock {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(1_546_394_400)))
    }

    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

pub struct World {
    pub clock: Arc<HandClock>,
    pub simulator: Running,
    pub partners: Partners,
}

/// A world with the simulator's defaults.
pub fn world() -> World {
    world_with(|_| {})
}

/// A world whose simulator is configured by `adjust`.
pub fn world_with(adjust: impl FnOnce(&mut SimulatorConfig)) -> World {
    let clock = HandClock::new();
    let simulator = start(&clock, adjust);
    let partners = partners(&clock, &simulator.base_url());
    World { clock, simulator, partners }
}

pub fn loopback() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

pub fn start(clock: &Arc<HandClock>, adjust: impl FnOnce(&mut SimulatorConfig)) -> Running {
    let mut config = SimulatorConfig::new(clock.clone());
    adjust(&mut config);
    Running::start(config, loopback()).unwrap()
}

fn config(base_url: &str) -> PartnerConfig {
    PartnerConfig {
        body_limit: 64 * 1024,
        breaker: BreakerConfig { failures: 3, cool: Duration::from_secs(5), cool_max: Duration::from_secs(15) },
        ..PartnerConfig::new(base_url)
    }
}

fn adapters(clock: &Arc<HandClock>, one: PartnerConfig) -> Partners {
    let config = PartnersConfig { insw: one.clone(), mpn: one.clone(), tps: one.clone(), registry: one };
    let clock: Arc<dyn Clock> = clock.clone();
    Partners::new(&config, &clock).unwrap()
}

/// Adapters with the usual patience, so that a busy machine fails no test.
pub fn partners(clock: &Arc<HandClock>, base_url: &str) -> Partners {
    adapters(clock, config(base_url))
}

/// Adapters with little patience, so that a test of a time-out is short.
pub fn impatient(clock: &Arc<HandClock>, base_url: &str) -> Partners {
    let half = Duration::from_millis(500);
    adapters(clock, PartnerConfig { connect: half, answer: half, total: half + half / 2, ..config(base_url) })
}

pub fn lartas(request_id: &str, aju: &str, hs: &[&str], documents: &[&str]) -> LartasRequest {
    let goods = |(at, hs): (usize, &&str)| LartasGoods {
        seri_barang: u32::try_from(at + 1).unwrap(),
        pos_tarif: (*hs).to_owned(),
        kode_negara_asal: "JP".to_owned(),
    };
    LartasRequest {
        request_id: request_id.to_owned(),
        nomor_aju: aju.to_owned(),
        npwp: NPWP.to_owned(),
        barang: hs.iter().enumerate().map(goods).collect(),
        dokumen: documents.iter().map(|code| ((*code).to_owned(), "SPI-1".to_owned())).collect(),
    }
}

pub fn billing(request_id: &str, aju: &str, rupiah: i64, clock: &HandClock) -> BillingRequest {
    BillingRequest {
        request_id: request_id.to_owned(),
        nomor_aju: aju.to_owned(),
        npwp: NPWP.to_owned(),
        nama: "PT Contoh Sejahtera Abadi".to_owned(),
        kode_kantor: "040300".to_owned(),
        rincian: vec![BillingLine {
            akun: "412111".to_owned(),
            kode_jenis_pungutan: "BM".to_owned(),
            nilai: Rupiah(rupiah),
        }],
        berlaku_sampai: clock.now() + jiff::SignedDuration::from_hours(5 * 24),
    }
}

pub fn goods(nomor_pos: &str) -> TpsQuery {
    TpsQuery {
        kode_kantor: "040300".to_owned(),
        kode_tps: "KOJA".to_owned(),
        nomor_bc11: "000123".to_owned(),
        tanggal_bc11: jiff::civil::date(2019, 1, 2),
        nomor_pos: nomor_pos.to_owned(),
    }
}

/// A plain client without the adapters' care: status and body.
pub fn http(method: &str, url: &str, kind: &str, body: &[u8]) -> (u16, String) {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(10)))
        .build()
        .into();
    let mut response = match method {
        "GET" => agent.get(url).call(),
        "DELETE" => agent.delete(url).call(),
        _ => agent.post(url).content_type(kind).send(body),
    }
    .unwrap();
    (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
}

impl World {
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.simulator.base_url())
    }

    pub fn get(&self, path: &str) -> (u16, Value) {
        json(http("GET", &self.url(path), "", b""))
    }

    pub fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        json(http("POST", &self.url(path), "application/json", body.to_string().as_bytes()))
    }

    pub fn form(&self, path: &str, body: &str) -> (u16, String) {
        http("POST", &self.url(path), "application/x-www-form-urlencoded", body.as_bytes())
    }

    pub fn rule(&self, rule: &Value) {
        let (status, body) = self.post("/kendali/v1/aturan", rule);
        assert_eq!(status, 200, "{body}");
    }

    pub fn switch(&self, partner: &str, switch: &Value) {
        let (status, body) = self.post(&format!("/kendali/v1/{partner}"), switch);
        assert_eq!(status, 200, "{body}");
    }

    pub fn pay(&self, kode: &str, body: &Value) -> (u16, Value) {
        self.post(&format!("/mpn/v1/billing/{kode}/bayar"), body)
    }
}

fn json((status, body): (u16, String)) -> (u16, Value) {
    (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
}

/// A file name of its own in the build's temporary folder, removed at the end.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let next = NEXT.fetch_add(1, Ordering::SeqCst);
        let file = format!("{name}-{}-{next}.jsonl", std::process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file);
        let _ = std::fs::remove_file(&path);
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Waits up to five seconds of real time for `done`.
pub fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    for _ in 0..250 {
        if done() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{what} did not happen");
}

/// Things a server thread saw.
pub type Seen<T> = Arc<Mutex<Vec<T>>>;
