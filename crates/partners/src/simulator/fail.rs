//! Why a request is not served, as the partners' error body.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::wire::ErrorBody;

/// An answer outside 2xx.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fail {
    pub status: StatusCode,
    pub kode: &'static str,
    pub pesan: String,
}

impl Fail {
    pub fn new(status: StatusCode, kode: &'static str, pesan: impl Into<String>) -> Self {
        Self { status, kode, pesan: pesan.into() }
    }

    /// The request is not what the interface says.
    pub fn bad(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "PERMINTAAN", pesan)
    }

    /// The thing asked for is not known.
    pub fn unknown(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "404", pesan)
    }

    /// It cannot be done in the present state.
    pub fn conflict(kode: &'static str, pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, kode, pesan)
    }

    /// The partner refuses.
    pub fn refused(kode: &'static str, pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, kode, pesan)
    }

    /// The same key with other content.
    pub fn reused() -> Self {
        Self::conflict("IDEMPOTENSI", "requestId sudah dipakai untuk isi lain (the key was used for other content)")
    }

    /// A bound was reached.
    pub fn full() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "PENUH", "simulator penuh (the simulator is full)")
    }

    /// Not serving now.
    pub fn down(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "503", pesan)
    }
}

impl IntoResponse for Fail {
    fn into_response(self) -> Response {
        let body = ErrorBody { kode: self.kode.to_owned(), pesan: self.pesan };
        (self.status, Json(body)).into_response()
    }
}
