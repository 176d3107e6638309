//! Pabean: letters.
