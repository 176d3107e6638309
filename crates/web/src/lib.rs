//! Pabean: web.
