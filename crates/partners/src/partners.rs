//! All adapters together, as the composition root wants them.

use std::sync::Arc;

use app::ports::Clock;

use crate::{BreakerState, ConfigFault, InswHttp, MpnHttp, PartnersConfig, RegistryHttp, TpsHttp};

/// The four adapters; each is shared by all workers.
#[derive(Clone)]
pub struct Partners {
    /// INSW.
    pub insw: Arc<InswHttp>,
    /// MPN G3 / SIMPONI.
    pub mpn: Arc<MpnHttp>,
    /// The terminals.
    pub tps: Arc<TpsHttp>,
    /// OSS and DJP.
    pub registry: Arc<RegistryHttp>,
}

impl Partners {
    /// Adapters for `config`; nothing is sent yet.
    pub fn new(config: &PartnersConfig, clock: &Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        Ok(Self {
            insw: Arc::new(InswHttp::new(&config.insw, clock.clone())?),
            mpn: Arc::new(MpnHttp::new(&config.mpn, clock.clone())?),
            tps: Arc::new(TpsHttp::new(&config.tps, clock.clone())?),
            registry: Arc::new(RegistryHttp::new(&config.registry, clock.clone())?),
        })
    }

    /// Breaker of each partner by name, for the operator's page.
    pub fn states(&self) -> [(&'static str, BreakerState); 4] {
        [
            (crate::insw::NAME, self.insw.breaker_state()),
            (crate::mpn::NAME, self.mpn.breaker_state()),
            (crate::tps::NAME, self.tps.breaker_state()),
            (crate::registry::NAME, self.registry.breaker_state()),
        ]
    }
}
