//! Use cases are synchronous; here they leave the async threads, a bounded number at a time and for a bounded time.

use std::sync::LazyLock;
use std::time::Duration;

use app::Error;
use tokio::sync::Semaphore;

use crate::problem::Problem;

/// Most page requests in use cases at the same time; more wait in order.
const AT_ONCE: usize = 16;
/// Longest time a reader waits, queue included.
const LONGEST: Duration = Duration::from_secs(10);

static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// Runs a use case on a blocking thread.
pub async fn run<T: Send + 'static>(body: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Problem> {
    run_within(LONGEST, body).await
}

/// The same for what takes longer than a page, such as the print of a document with a thousand lines.
pub async fn run_within<T: Send + 'static>(
    longest: Duration,
    body: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Problem> {
    let work = async {
        let place = PLACES.acquire().await.map_err(|e| Problem::fault(&e))?;
        // The place goes along: a reader who gave up must not make room for another thread.
        let task = tokio::task::spawn_blocking(move || {
            let answer = body();
            drop(place);
            answer
        });
        task.await.map_err(|e| Problem::fault(&e))?.map_err(Problem::from)
    };
    tokio::time::timeout(longest, work).await.unwrap_or(Err(Problem::Busy))
}
