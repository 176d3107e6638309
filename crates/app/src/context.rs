//! Everything a use case is given: the store, the clock, the partners, the reference data.

use std::sync::Arc;

use jiff::Timestamp;
use store::Db;

use crate::bell::Bell;
use crate::declaration::Standings;
use crate::draft::Kept;
use crate::h2h::rate::Buckets;
use crate::outward::Outward;
use crate::password::Passwords;
use crate::ports::{Clock, Ids, Insw, Letters, Mailer, Mpn, Registry, Sheets, Tps};
use crate::reference::Current;
use crate::settings::Settings;

/// The ways out.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Fresh ids and secrets.
    pub ids: Arc<dyn Ids>,
    /// Lartas.
    pub insw: Arc<dyn Insw>,
    /// Billing and payment.
    pub mpn: Arc<dyn Mpn>,
    /// Terminals.
    pub tps: Arc<dyn Tps>,
    /// NIB and NPWP.
    pub registry: Arc<dyn Registry>,
    /// Letters.
    pub letters: Arc<dyn Letters>,
    /// Mail.
    pub mailer: Arc<dyn Mailer>,
    /// Workbooks.
    pub sheets: Arc<dyn Sheets>,
}

/// The application; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    ports: Ports,
    settings: Settings,
    current: Current,
    passwords: Passwords,
    bell: Bell,
    standings: Standings,
    buckets: Buckets,
    outward: Outward,
    drafts: Kept,
}

impl App {
    /// Puts the application together, without receivers of webhooks and without a sandbox.
    pub fn new(db: Db, ports: Ports, settings: Settings) -> Self {
        Self::assemble(db, ports, settings, Outward::default())
    }

    /// Puts the application together.
    pub fn assemble(db: Db, ports: Ports, settings: Settings, outward: Outward) -> Self {
        let current = Current::new(settings.demo);
        Self(Arc::new(Inner {
            db,
            ports,
            settings,
            current,
            passwords: Passwords::default(),
            bell: Bell::default(),
            standings: Standings::default(),
            buckets: Buckets::default(),
            outward,
            drafts: Kept::default(),
        }))
    }

    /// The store.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The ways out.
    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// The ways out that only some installations have.
    pub fn outward(&self) -> &Outward {
        &self.0.outward
    }

    /// The installation's choices.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The reference data in force.
    pub fn current(&self) -> &Current {
        &self.0.current
    }

    /// Password hashing, bounded.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// Wakes the workers of this process.
    pub fn bell(&self) -> &Bell {
        &self.0.bell
    }

    /// How much of the API each company has used lately.
    pub fn buckets(&self) -> &Buckets {
        &self.0.buckets
    }

    /// What the registry said lately.
    pub(crate) fn standings(&self) -> &Standings {
        &self.0.standings
    }

    /// Drafts that were opened lately.
    pub(crate) fn drafts(&self) -> &Kept {
        &self.0.drafts
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.ports.clock.now()
    }

    /// A fresh id.
    pub fn id(&self) -> String {
        self.0.ports.ids.id(self.now())
    }
}
