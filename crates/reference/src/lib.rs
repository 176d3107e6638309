//! Pabean: reference.
