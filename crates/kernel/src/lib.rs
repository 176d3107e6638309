//! The pure vocabulary of Pabean: identity numbers, codes, money, decimals, dates, and the finding that names a datum.
//!
//! Nothing here awaits, reads a file or asks the time.

pub mod datum;
pub mod decimal;
pub mod finding;
pub mod pointer;
pub mod text;

mod macros;
mod scan;
mod screen;
#[cfg(test)]
mod testing;

mod awb;
mod bilangan;
mod id_perusahaan;
mod imo;
mod kode;
mod kode_billing;
mod kode_hs;
mod kode_kantor;
mod kode_kemasan;
mod kode_negara;
mod kode_pelabuhan;
mod kode_proses;
mod kode_respon;
mod kode_satuan;
mod kode_valuta;
mod nib;
mod nik;
mod nitku;
mod nomor_aju;
mod nomor_daftar;
mod nomor_kontainer;
mod nomor_respon;
mod npwp;
mod ntb;
mod ntpn;
mod seri;
mod tanggal;
mod teks;
mod ya_tidak;

pub use awb::Awb;
pub use bilangan::Bilangan;
pub use datum::{Datum, Problem};
pub use decimal::{Dec, Dec2, Dec4, Decimal, Rupiah};
pub use finding::{Finding, Findings, Severity};
pub use id_perusahaan::IdPerusahaan;
pub use imo::Imo;
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use kode::Kode;
pub use kode_billing::KodeBilling;
pub use kode_hs::KodeHs;
pub use kode_kantor::KodeKantor;
pub use kode_kemasan::KodeKemasan;
pub use kode_negara::KodeNegara;
pub use kode_pelabuhan::KodePelabuhan;
pub use kode_proses::KodeProses;
pub use kode_respon::KodeRespon;
pub use kode_satuan::KodeSatuan;
pub use kode_valuta::KodeValuta;
pub use nib::Nib;
pub use nik::{JenisKelamin, Nik};
pub use nitku::Nitku;
pub use nomor_aju::{BagianAju, NomorAju};
pub use nomor_daftar::NomorDaftar;
pub use nomor_kontainer::NomorKontainer;
pub use nomor_respon::NomorRespon;
pub use npwp::Npwp;
pub use ntb::Ntb;
pub use ntpn::Ntpn;
pub use pointer::Pointer;
pub use screen::{Marks, Shape};
pub use seri::Seri;
pub use tanggal::Tanggal;
pub use teks::Teks;
pub use text::Text;
pub use ya_tidak::YaTidak;
