//! Manifest positions.
