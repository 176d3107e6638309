//! Examples, vectors and properties of the levy engine.

mod builders;
mod codes;
mod explanation;
mod facilities;
mod fines;
mod params;
mod problems;
mod properties;
mod timing;
mod value;
mod vectors;
