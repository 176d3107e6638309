//! red
