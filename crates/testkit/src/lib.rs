//! Pabean: testkit.
