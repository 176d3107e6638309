//! Ids in the order of the clock, secrets from the system.

use std::sync::{Mutex, PoisonError};

use app::ports::Ids;
use jiff::Timestamp;
use rand::RngExt as _;
use uuid::{ContextV7, Uuid};

/// UUIDv7 and secure random numbers.
#[derive(Debug, Default)]
pub struct RealIds(Mutex<ContextV7>);

impl Ids for RealIds {
    fn id(&self, now: Timestamp) -> String {
        let context = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = u64::try_from(now.as_second()).unwrap();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap();
        Uuid::new_v7(uuid::Timestamp::from_unix(&*context, seconds, nanos)).to_string()
    }

    fn secret(&self) -> [u8; 32] {
        rand::rng().random()
    }
}
