//! Pabean: store.
