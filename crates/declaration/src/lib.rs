//! Pabean: declaration.
