//! Reference tables from file to look-up.

mod full_pack;
