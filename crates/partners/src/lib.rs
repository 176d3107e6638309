//! Pabean: partners.
