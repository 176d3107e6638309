//! Pabean: api.
