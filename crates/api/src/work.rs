//! Use cases are synchronous; here they leave the async threads, at most a bounded number at a time.

use app::Error;

use crate::gate::Here;

/// Runs a use case on a blocking thread, when it is its caller's turn.
pub async fn run<T: Send + 'static>(body: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    let here = Here::current();
    let place = match &here {
        Some(here) => Some(here.place().await?),
        None => None,
    };
    tokio::task::spawn_blocking(move || {
        // Held until the work is done, whether or not anybody still waits for it.
        let _place = place;
        body()
    })
    .await
    .map_err(|e| Error::Broken(format!("panic: {e}")))?
}
