//! What use cases add to the letters of a physical inspection.

use declaration::workflow::Tingkat;
use kernel::{Dec4, Timestamp};
use serde::{Deserialize, Serialize};

use super::extra::extras;
use crate::surat::{NomorTanggal, Pejabat, PetiKemasDiperiksa, Saksi};

extras! {
    /// Inspection instruction (2066).
    pub struct IpExtra {
        /// Inspectors named.
        pemeriksa: Vec<Pejabat>,
        /// Where; blank: the storage place.
        lokasi: String,
        /// Packages to open, in words; blank: computed from the level.
        kemasan_dibuka: String,
        /// Numbers of the containers to open; empty: all of them at a full inspection.
        peti_kemas: Vec<String>,
        /// A sample must be taken.
        ambil_contoh: bool,
        /// What to watch.
        perhatian: Vec<String>,
        /// Who instructs.
        pejabat: Option<Pejabat>,
    }

    /// How an inspection went; the same in minutes and report.
    pub struct Pelaksanaan {
        /// The instruction.
        ip: Option<NomorTanggal>,
        /// Where; blank: the storage place.
        lokasi: String,
        /// Begin; none: the moment of the record.
        mulai: Option<Timestamp>,
        /// End; none: the moment of the record.
        selesai: Option<Timestamp>,
        /// How much was opened.
        tingkat: Option<Tingkat>,
        /// Samples taken, in words.
        contoh: String,
        /// Photographs taken.
        jumlah_foto: u32,
        /// Inspectors, who sign; empty: the officer who recorded it.
        pemeriksa: Vec<Pejabat>,
    }

    /// Minutes of inspection (2008).
    pub struct BapExtra {
        /// How it went.
        pelaksanaan: Pelaksanaan,
        /// Who was present for the importer.
        saksi: Option<Saksi>,
        /// Containers opened.
        peti_kemas: Vec<PetiKemasDiperiksa>,
        /// Packages opened, in words.
        kemasan_dibuka: String,
    }

    /// Inspection report (2007).
    pub struct LhpExtra {
        /// How it went.
        pelaksanaan: Pelaksanaan,
        /// The minutes.
        bap: Option<NomorTanggal>,
        /// Goods found otherwise than declared. A line that is not named agrees; with none at all in a report that does
        /// not agree, no line is printed.
        barang: Vec<LhpBarang>,
    }

    /// A goods line as found.
    pub struct LhpBarang {
        /// Line number from 1; 0 for goods that were not declared.
        seri: u32,
        /// Description found; blank when the same.
        uraian_ditemukan: String,
        /// Quantity found; none when the same.
        jumlah_ditemukan: Option<Dec4>,
        /// Unit code of goods that were not declared.
        satuan: String,
        /// Code of the origin found; blank when not seen.
        negara_asal: String,
        /// Agrees with the declaration.
        sesuai: bool,
        /// Remark.
        catatan: String,
    }
}

impl LhpBarang {
    /// A line found as declared.
    pub fn as_declared(seri: u32) -> Self {
        Self { seri, sesuai: true, ..Self::default() }
    }
}
