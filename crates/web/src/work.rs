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

/// Most papers that are set at the same time: they take long, and pages do not wait behind them.
const PAPERS_AT_ONCE: usize = 2;
/// Longest time a reader waits for a paper, such as the print of a document with a thousand lines, queue included.
const LONGEST_PAPER: Duration = Duration::from_mins(2);

static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));
static PAPERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(PAPERS_AT_ONCE));

/// Runs a use case on a blocking thread.
pub async fn run<T: Send + 'static>(body: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Problem> {
    within(&PLACES, LONGEST, body).await
}

/// The same for a use case that sets a paper.
pub async fn paper<T: Send + 'static>(body: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Problem> {
    within(&PAPERS, LONGEST_PAPER, body).await
}

async fn within<T: Send + 'static>(
    places: &'static Semaphore,
    longest: Duration,
    body: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Problem> {
    let work = async {
        let place = places.acquire().await.map_err(|e| Problem::fault(&e))?;
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
