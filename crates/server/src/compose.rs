//! The composition root: which adapter stands behind which port.

use std::sync::Arc;

use app::outward::Outward;
use app::ports::{
    BillingRequest, BillingStatus, Clock, CompanyStanding, Ids, Insw, LartasAnswer, LartasRequest, LetterFault,
    Letters, Mail, Mailer, Mpn, PartnerFault, Registry, Tps, TpsQuery, TpsStatus,
};
use app::{App, Ports, Settings};
use kernel::Date;
use letters::Typst;
use partners::{HooksHttp, Partners, PartnersConfig};
use store::Db;

use crate::clock::{SystemClock, SystemIds};
use crate::config::Config;
use crate::mail::{OutboxMailer, SmtpMailer};
use crate::moved::MovedClock;
use crate::sheets::ChildReader;
use crate::trial::Trial;

/// The database at `url`, created and migrated.
pub fn database(url: &str) -> Result<Db, String> {
    if let Some(path) = url.strip_prefix("sqlite:")
        && let Some(folder) = std::path::Path::new(path).parent()
        && !folder.as_os_str().is_empty()
        && path != ":memory:"
    {
        std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let db = Db::open(url).map_err(|e| e.to_string())?;
    db.migrate(SystemClock.now()).map_err(|e| e.to_string())?;
    Ok(db)
}

/// Settings out of the command line.
pub fn settings(config: &Config, demo: bool) -> Settings {
    Settings {
        name: config.name.clone(),
        base_url: config.public_url(),
        demo,
        // The demo's people log in with a password alone; `Settings::factor_required` ignores this elsewhere.
        second_factor: !demo,
        trusted_proxies: config.trusted_proxies.clone(),
        workers: config.workers.clamp(1, 64),
        lease_seconds: i64::from(config.lease_seconds.max(1)),
        h2h: config.h2h(demo),
        ..Settings::default()
    }
}

/// The application with its real adapters, and the partner adapters for the status page.
pub fn online(config: &Config, db: Db, demo: bool) -> Result<(App, Arc<Partners>), String> {
    online_at(config, db, demo, &Arc::new(MovedClock::default()))
}

/// The same on a clock that others look at, too; it moves only in a sandbox.
pub fn online_at(config: &Config, db: Db, demo: bool, moved: &Arc<MovedClock>) -> Result<(App, Arc<Partners>), String> {
    let clock: Arc<dyn Clock> = moved.clone();
    let partners = PartnersConfig::all_at(&config.partners_url);
    let partners = Arc::new(Partners::new(&partners, &clock).map_err(|e| format!("{}: {}", e.partner, e.reason))?);
    let mailer: Arc<dyn Mailer> = match &config.smtp_url {
        Some(url) => Arc::new(SmtpMailer::new(url, &config.mail_from)?),
        None => Arc::new(OutboxMailer::new(db.clone(), Arc::clone(&clock))),
    };
    let ports = Ports {
        clock,
        ids: Arc::new(SystemIds::default()) as Arc<dyn Ids>,
        insw: partners.insw.clone(),
        mpn: partners.mpn.clone(),
        tps: partners.tps.clone(),
        registry: partners.registry.clone(),
        letters: Arc::new(Typst::lazy()),
        mailer,
        sheets: Arc::new(ChildReader),
    };
    let settings = settings(config, demo);
    let outward = Outward {
        hooks: Arc::new(HooksHttp::new(&settings.h2h.webhook_networks)),
        sandbox: Arc::new(Trial::new(&config.partners_url, Arc::clone(moved))),
    };
    let app = App::assemble(db, ports, settings, outward);
    app::h2h::sandbox::follow(&app).map_err(|e| e.to_string())?;
    Ok((app, partners))
}

/// The application for commands that need only the database.
pub fn offline(config: &Config) -> Result<App, String> {
    let db = database(&config.database())?;
    let nobody = Arc::new(Nobody);
    let ports = Ports {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds::default()),
        insw: nobody.clone(),
        mpn: nobody.clone(),
        tps: nobody.clone(),
        registry: nobody.clone(),
        letters: nobody.clone(),
        mailer: nobody,
        sheets: Arc::new(ChildReader),
    };
    Ok(App::new(db, ports, settings(config, false)))
}

/// Stands where a command has no partner: every call says so.
struct Nobody;

const ABSENT: &str = "perintah ini berjalan tanpa sistem mitra";

fn absent<T>() -> Result<T, PartnerFault> {
    Err(PartnerFault::Down { partner: "-", reason: ABSENT.into() })
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
        Err(LetterFault { kind: kind.into(), reason: ABSENT.into() })
    }
}

impl Mailer for Nobody {
    fn send(&self, _: &Mail) -> Result<(), PartnerFault> {
        absent()
    }
}
