//! What an inspection found beside what was declared, for those who decide on it.

use declaration::Pib;
use kernel::Dec4;
use store::Tx;
use store::declarations::Declaration;

use super::inspect::{self, Kontainer, Pemeriksaan, Temuan};
use crate::Error;

/// A goods line that was found to be another than declared.
#[derive(Debug, Clone)]
pub struct BedaBarang {
    /// Line number.
    pub seri: u32,
    /// Declared description.
    pub uraian: String,
    /// Declared quantity.
    pub jumlah: Dec4,
    /// Declared unit.
    pub satuan: String,
    /// Declared HS code, 8 digits.
    pub pos_tarif: String,
    /// Declared origin, two letters.
    pub negara: String,
    /// What was found.
    pub temuan: Temuan,
}

/// Result of an inspection.
#[derive(Debug, Clone, Default)]
pub struct Beda {
    /// Conclusion of the report.
    pub kesimpulan: String,
    /// All containers as met.
    pub kontainer: Vec<Kontainer>,
    /// Goods lines that differ.
    pub barang: Vec<BedaBarang>,
}

impl Beda {
    /// Compares a record with its document.
    pub fn of(doc: &Pib, isi: Pemeriksaan) -> Self {
        let differing = isi.barang.into_iter().filter(|found| found.sesuai == Some(false));
        Self {
            kesimpulan: isi.kesimpulan,
            kontainer: isi.kontainer,
            barang: differing.map(|found| line(doc, found)).collect(),
        }
    }

    /// Containers that are not as declared.
    pub fn containers(&self) -> impl Iterator<Item = &Kontainer> {
        self.kontainer.iter().filter(|one| container_differs(one))
    }
}

/// Another container stood there, or its seal was not whole.
pub fn container_differs(one: &Kontainer) -> bool {
    !one.nomor_ditemukan.is_empty() || one.segel_utuh == Some(false)
}

fn line(doc: &Pib, temuan: Temuan) -> BedaBarang {
    let seri = temuan.seri;
    let Some(goods) = declaration::figures::position(doc, seri).and_then(|at| doc.barang.get(at)) else {
        let blank = String::new;
        let (uraian, satuan, pos_tarif, negara) = (blank(), blank(), blank(), blank());
        return BedaBarang { seri, uraian, jumlah: Dec4::ZERO, satuan, pos_tarif, negara, temuan };
    };
    BedaBarang {
        seri,
        uraian: goods.uraian.good().map(ToString::to_string).unwrap_or_default(),
        jumlah: goods.jumlah_satuan.value().unwrap_or_default(),
        satuan: goods.kode_satuan_barang.good().map(ToString::to_string).unwrap_or_default(),
        pos_tarif: goods.pos_tarif.good().map(ToString::to_string).unwrap_or_default(),
        negara: goods.kode_negara_asal.good().map(ToString::to_string).unwrap_or_default(),
        temuan,
    }
}

/// The result of the case's inspection.
pub(super) fn load(tx: &mut dyn Tx, row: &Declaration, doc: &Pib) -> Result<Beda, Error> {
    Ok(Beda::of(doc, inspect::load(tx, row, doc)?.0))
}
