//! The pages over HTTP and from samples.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

mod contrast;
mod headers;
mod operator;
mod pages;
mod people;
mod perusahaan;
mod routes;
mod support;
mod table;
