//! The command line as its users see it: examples with their expected output, exit codes, unusable input.

mod check;
mod demo;
mod reference;
