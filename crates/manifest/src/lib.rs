//! Manifest positions (BC 1.1) and how a declaration is matched with one (rules 1.6, 5.3, 5.5). Pure.

mod keys;
mod matching;
mod name;
mod nomor_pos;
mod pos;

pub use keys::{Key, MatchKeys, Mismatch};
pub use matching::match_position;
pub use name::similarity;
pub use nomor_pos::NomorPos;
pub use pos::{Kemasan, Pos, StatusPos, TransportPaper};
