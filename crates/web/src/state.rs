//! What every handler shares.

use std::sync::Arc;

use app::App;

use crate::Extras;
use crate::publik::StatusCache;

/// The pages' state; cheap to clone.
#[derive(Clone)]
pub struct Web(Arc<Inner>);

struct Inner {
    app: App,
    extras: Extras,
    status: StatusCache,
}

impl Web {
    /// Puts it together.
    pub fn new(app: App, extras: Extras) -> Self {
        Self(Arc::new(Inner { app, extras, status: StatusCache::default() }))
    }

    /// The use cases.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// What the composition root handed over.
    pub fn extras(&self) -> &Extras {
        &self.0.extras
    }

    /// The last look at the service.
    pub fn status(&self) -> &StatusCache {
        &self.0.status
    }
}
