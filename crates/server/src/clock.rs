//! The real clock and the real source of ids: the only places that ask the system.

use app::ports::{Clock, Ids};
use jiff::Timestamp;
use rand::RngExt as _;
use uuid::{ContextV7, Uuid};

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the clock that everything else is given")]
        Timestamp::now()
    }
}

/// UUIDv7 and the system's secure random numbers.
#[derive(Debug, Default)]
pub struct SystemIds {
    context: std::sync::Mutex<ContextV7>,
}

impl Ids for SystemIds {
    fn id(&self, now: Timestamp) -> String {
        let context = self.context.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(&*context, seconds, nanos)).to_string()
    }

    fn secret(&self) -> [u8; 32] {
        rand::rng().random()
    }
}
