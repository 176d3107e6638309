//! The workflow by example.

mod actions;
mod amendment;
mod calendar;
mod case;
mod channel;
mod guards;
mod journeys;
mod matrix;
mod params;
mod paths;
mod random;
mod stored;
mod waits;
