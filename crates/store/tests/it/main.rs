//! Every test runs on both engines: the same calls, the same answers.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod append_only;
mod area_rows;
mod area_work;
mod areas;
mod copy;
mod counters;
mod engine;
mod jobs;
mod kill;
mod row_security;
mod support;
mod trader_list;
mod versions;
