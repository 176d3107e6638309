//! The portal on a loopback port, with a store in memory and nobody outside.

use std::io::Read;
use std::net::SocketAddr;
use std::sync::Arc;

use app::ports::{
    BillingRequest, BillingStatus, Clock, CompanyStanding, Ids, Insw, LartasAnswer, LartasRequest, LetterFault,
    Letters, Mail, Mailer, Mpn, PartnerFault, Registry, Tps, TpsQuery, TpsStatus,
};
use app::{App, Ports, Settings};
use jiff::Timestamp;
use kernel::Date;
use store::Db;
use tokio::net::TcpListener;
use web::{DemoAccount, Extras};

/// 2026-03-05 10:09 in Jakarta.
pub fn now() -> Timestamp {
    "2026-03-05T03:09:00Z".parse().unwrap()
}

/// A running portal.
pub struct Portal {
    pub app: App,
    pub base: String,
    _runtime: tokio::runtime::Runtime,
}

/// An answer, read whole.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    /// Text, as far as it is one.
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Reads a response whole.
    pub fn read(mut response: ureq::http::Response<ureq::Body>) -> Self {
        let mut bytes = Vec::new();
        response.body_mut().as_reader().read_to_end(&mut bytes).unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Self { status: response.status().as_u16(), headers: response.headers().clone(), body, bytes }
    }

    /// A header as text, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The whole cookie of this name, empty when it is not set.
    pub fn cookie(&self, name: &str) -> &str {
        let mut cookies = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        cookies.find(|cookie| cookie.starts_with(&format!("{name}="))).unwrap_or_default()
    }
}

impl Portal {
    /// A demo at `http://…`.
    pub fn demo() -> Self {
        Self::start(Settings { demo: true, ..Settings::default() })
    }

    /// An installation with these settings.
    pub fn start(settings: Settings) -> Self {
        let db = Db::open("sqlite::memory:").unwrap();
        db.migrate(now()).unwrap();
        Self::serve(App::new(db, ports(), settings))
    }

    /// These use cases on a loopback port.
    pub fn serve(app: App) -> Self {
        let extras = Extras {
            simulator_url: Some("http://127.0.0.1:8090/".into()),
            accounts: vec![DemoAccount {
                role: "PENGGUNA_JASA".into(),
                company: "PT Contoh Sejahtera Abadi".into(),
                username: "contoh.sejahtera".into(),
            }],
            partner_states: Arc::new(|| vec![("INSW".into(), "Closed".into()), ("MPN".into(), "half-open".into())]),
        };
        let router = web::router(app.clone(), extras);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        // The runtime ends the server together with the portal.
        runtime.handle().spawn(async move {
            axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await
        });
        Self { app, base, _runtime: runtime }
    }

    /// `GET path`.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    /// One request, redirects not followed.
    pub fn send(&self, method: &str, path: &str, cookie: &str) -> Answer {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        let request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.base));
        let request = request.header("cookie", cookie).body(()).unwrap();
        Answer::read(ureq::Agent::new_with_config(config).run(request).unwrap())
    }
}

/// Ports behind which nobody is.
pub fn ports() -> Ports {
    let nobody = Arc::new(Nobody);
    Ports {
        clock: nobody.clone(),
        ids: nobody.clone(),
        insw: nobody.clone(),
        mpn: nobody.clone(),
        tps: nobody.clone(),
        registry: nobody.clone(),
        letters: nobody.clone(),
        mailer: nobody,
        sheets: Arc::new(app::ports::OpenSheets),
    }
}

/// Time stands still, nobody answers.
struct Nobody;

fn absent<T>() -> Result<T, PartnerFault> {
    Err(PartnerFault::Down { partner: "-", reason: "nobody".into() })
}

impl Clock for Nobody {
    fn now(&self) -> Timestamp {
        now()
    }
}

impl Ids for Nobody {
    fn id(&self, _: Timestamp) -> String {
        "01900000-0000-7000-8000-000000000001".into()
    }

    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

impl Insw for Nobody {
    fn analyse(&self, _: &LartasRequest) -> Result<LartasAnswer, PartnerFault> {
        absent()
    }
}

impl Mpn for Nobody {
    fn create_billing(&self, _: &BillingRequest) -> Result<String, PartnerFault> {
        absent()
    }

    fn billing_status(&self, _: &str) -> Result<BillingStatus, PartnerFault> {
        absent()
    }

    fn cancel_billing(&self, _: &str) -> Result<(), PartnerFault> {
        absent()
    }
}

impl Tps for Nobody {
    fn status(&self, _: &TpsQuery) -> Result<TpsStatus, PartnerFault> {
        absent()
    }

    fn prepare(&self, _: &TpsQuery) -> Result<(), PartnerFault> {
        absent()
    }

    fn release(&self, _: &TpsQuery, _: &str, _: Date) -> Result<(), PartnerFault> {
        absent()
    }
}

impl Registry for Nobody {
    fn standing(&self, _: &str) -> Result<CompanyStanding, PartnerFault> {
        absent()
    }
}

impl Letters for Nobody {
    fn render(&self, kind: &str, _: &serde_json::Value) -> Result<Vec<u8>, LetterFault> {
        Err(LetterFault { kind: kind.into(), reason: "nobody".into() })
    }
}

impl Mailer for Nobody {
    fn send(&self, _: &Mail) -> Result<(), PartnerFault> {
        absent()
    }
}
