//! Use cases are synchronous; here they leave the async threads, at most a bounded number at a time.

use std::sync::LazyLock;

use app::Error;
use tokio::sync::Semaphore;

/// Most requests in use cases at the same time; more wait in order.
const AT_ONCE: usize = 64;

static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// Runs a use case on a blocking thread.
pub async fn run<T: Send + 'static>(body: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    let _place = PLACES.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
    tokio::task::spawn_blocking(body).await.map_err(|e| Error::Broken(format!("panic: {e}")))?
}
