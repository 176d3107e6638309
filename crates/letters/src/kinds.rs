//! The table of letters: a new letter is a struct in `app::surat`, a template, a sample and a row here.

use app::surat;
use serde_json::Value;

use crate::form::prepare_bc20;
use crate::prepare::{Letter, prepare};

/// A kind of letter or form.
pub struct Kind {
    /// Name of the kind, as `JENIS` of its data.
    pub name: &'static str,
    /// Response code under which the letter is usually sent; empty when it is no response.
    pub code: &'static str,
    /// Full name, for lists and file names.
    pub title: &'static str,
    /// Main template.
    pub(crate) template: &'static str,
    /// Checks the data and writes what the template reads.
    pub(crate) prepare: fn(&Value) -> Result<Letter, String>,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    row::<surat::Penerimaan>(surat::Penerimaan::JENIS, "2000", "Respons Penerimaan", "penerimaan.typ"),
    row::<surat::Npp>(surat::Npp::JENIS, "2001", "Nota Pemberitahuan Penolakan", "npp.typ"),
    row::<surat::Sppb>(surat::Sppb::JENIS, "2003", "Surat Persetujuan Pengeluaran Barang", "sppb.typ"),
    row::<surat::Spjm>(surat::Spjm::JENIS, "2005", "Surat Pemberitahuan Jalur Merah", "spjm.typ"),
    row::<surat::Lhp>(surat::Lhp::JENIS, "2007", "Laporan Hasil Pemeriksaan", "lhp.typ"),
    row::<surat::Bap>(surat::Bap::JENIS, "2008", "Berita Acara Pemeriksaan Fisik", "bap.typ"),
    row::<surat::TandaTerimaDokap>(
        surat::TandaTerimaDokap::JENIS,
        "2009",
        "Tanda Terima Dokumen Pelengkap",
        "dokap.typ",
    ),
    row::<surat::Spbl>(surat::Spbl::JENIS, "2013", "Surat Penetapan Barang Larangan dan/atau Pembatasan", "spbl.typ"),
    row::<surat::Npd>(surat::Npd::JENIS, "2015", "Nota Permintaan Data dan/atau Dokumen", "npd.typ"),
    row::<surat::Billing>(surat::Billing::JENIS, "2020", "Konfirmasi Bayar", "billing.typ"),
    row::<surat::Sptnp>(surat::Sptnp::JENIS, "2026", "Surat Penetapan Tarif dan/atau Nilai Pabean", "sptnp.typ"),
    row::<surat::Ip>(surat::Ip::JENIS, "2066", "Instruksi Pemeriksaan", "ip.typ"),
    row::<surat::Bpn>(surat::Bpn::JENIS, "", "Bukti Penerimaan Negara", "bpn.typ"),
    row::<surat::SuratUmum>(surat::SuratUmum::JENIS, "", "Surat", "umum.typ"),
    Kind {
        name: surat::FormulirBc20::JENIS,
        code: "",
        title: "Pemberitahuan Impor Barang (BC 2.0)",
        template: "bc20.typ",
        prepare: prepare_bc20,
    },
];

const fn row<T: crate::prepare::Data>(
    name: &'static str,
    code: &'static str,
    title: &'static str,
    template: &'static str,
) -> Kind {
    Kind { name, code, title, template, prepare: prepare::<T> }
}

/// The kind called `name`, or sent under the response code `name`.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name || (!name.is_empty() && kind.code == name))
}
