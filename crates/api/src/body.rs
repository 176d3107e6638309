//! A request's body within the bound. What is too large is read to its end all the same, up to a second bound: a
//! client that is still writing when the connection closes never sees why.

use std::future::poll_fn;
use std::pin::Pin;

use axum::body::{Body, HttpBody as _};
use axum::extract::{FromRequest, Request};

use crate::LARGEST_BODY;
use crate::problem::Problem;

/// Most that is read and thrown away, bytes.
const MOST_DRAINED: usize = 4 * LARGEST_BODY;

/// The bytes of a body.
pub struct Whole(pub Vec<u8>);

/// Why there are none.
pub enum NoBody {
    /// More than [`LARGEST_BODY`].
    TooLarge,
    /// The client went away.
    Broken,
}

impl<S: Send + Sync> FromRequest<S> for Whole {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request.into_body(), LARGEST_BODY, MOST_DRAINED).await.map(Self).map_err(Problem::from)
    }
}

async fn read(mut body: Body, most: usize, drained: usize) -> Result<Vec<u8>, NoBody> {
    let (mut bytes, mut seen) = (Vec::new(), 0_usize);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(data) = frame.map_err(|_| NoBody::Broken)?.into_data() else { continue };
        seen = seen.saturating_add(data.len());
        if seen <= most {
            bytes.extend_from_slice(&data);
        } else if seen > drained {
            break;
        } else {
            bytes = Vec::new();
        }
    }
    if seen > most { Err(NoBody::TooLarge) } else { Ok(bytes) }
}
