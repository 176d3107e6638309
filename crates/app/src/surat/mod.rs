//! What stands in each letter and printed form: plain data, frozen with the event that issues it.
//!
//! Every struct carries its kind as `JENIS`; `serde_json::to_value` of it is what [`crate::ports::Letters`] renders.
//! Texts are printed as they are, dates and amounts are formatted by the template. Members that were added later carry a
//! default, so that data frozen years ago still prints.

mod formulir;
mod keuangan;
mod lepas;
mod penetapan;
mod periksa;
mod tolak;
mod umum;

pub use formulir::{FormulirBc20, Jaminan, PungutanFormulir};
pub use keuangan::{Billing, Bpn, RincianAkun};
pub use lepas::{DokumenDiterima, Penerimaan, Spjm, Sppb, TandaTerimaDokap};
pub use penetapan::{BarangLarangan, BarangSptnp, Denda, Npd, Permintaan, SelisihPungutan, Semula, Spbl, Sptnp};
pub use periksa::{Bap, BarangLhp, BarangRingkas, Ip, Lhp, PetiKemasDiperiksa, Saksi};
pub use tolak::{Npp, TemuanNpp};
pub use umum::{Acuan, Kemasan, Kop, NomorTanggal, Pejabat, Pengangkutan, PetiKemas, Pihak, SuratUmum, Tabel, Zona};
