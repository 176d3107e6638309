//! Every letter, set for real.

mod form;
mod hostile;
mod letters;
mod stable;
mod support;
mod tools;
