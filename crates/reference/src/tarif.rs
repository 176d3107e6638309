//! Tariff lines and preference rates.

use std::fmt;

use arrayvec::ArrayString;
use kernel::{Decimal, Text};

use crate::cell::decimal;
use crate::table::{Berlaku, Row};

/// A short code kept in place.
pub type Short<const N: usize> = ArrayString<N>;

pub(crate) fn short<const N: usize>(text: &str) -> Short<N> {
    ArrayString::from(text).unwrap_or_default()
}

/// A rate of duty (kodeJenisTarif, rules 2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// Percent of the customs value.
    AdValorem(Decimal),
    /// Rupiah for one unit.
    Spesifik {
        /// Rupiah.
        nilai: Decimal,
        /// Unit code.
        satuan: Short<3>,
    },
}

impl Rate {
    /// The percentage of an ad valorem rate.
    pub fn percent(&self) -> Option<Decimal> {
        match self {
            Self::AdValorem(percent) => Some(*percent),
            Self::Spesifik { .. } => None,
        }
    }

    /// From the cells for percentage, amount and unit; the import made sure that exactly one kind is filled.
    fn read(percent: &str, amount: &str, unit: &str) -> Self {
        match decimal(amount) {
            Some(nilai) => Self::Spesifik { nilai, satuan: short(unit) },
            None => Self::AdValorem(decimal(percent).unwrap_or_default()),
        }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AdValorem(percent) => write!(f, "{}%", percent.normalize()),
            Self::Spesifik { nilai, satuan } => write!(f, "Rp{}/{satuan}", nilai.normalize()),
        }
    }
}

/// Class of goods for the import income tax (PMK 51/2025 art. 3, rules 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PphKelas {
    /// Everything not named elsewhere.
    #[default]
    Umum,
    /// Annex A.
    A,
    /// Annex B.
    B,
    /// Soybean, wheat, wheat flour.
    Pangan,
    /// Gold bars.
    Emas,
}

impl PphKelas {
    /// The word in the table and in parameter keys such as `pph22.umum.api`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Umum => "umum",
            Self::A => "a",
            Self::B => "b",
            Self::Pangan => "pangan",
            Self::Emas => "emas",
        }
    }

    fn read(word: &str) -> Self {
        [Self::A, Self::B, Self::Pangan, Self::Emas].into_iter().find(|k| k.as_str() == word).unwrap_or_default()
    }
}

/// One tariff line and what is levied on it.
#[expect(clippy::struct_excessive_bools, reason = "each is one flag of the published tariff")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TarifLine {
    /// Eight digits.
    pub hs: Short<8>,
    /// Edition of the tariff, such as `2022`.
    pub edisi: Short<12>,
    /// Import duty, most favoured nation.
    pub bm: Rate,
    /// No VAT on import. The rate itself is a dated parameter.
    pub ppn_nol: bool,
    /// VAT depends on conditions that the line does not tell.
    pub ppn_bersyarat: bool,
    /// Luxury tax percentages that may apply; empty for none.
    pub ppnbm: Vec<Decimal>,
    /// Which percentage applies depends on conditions.
    pub ppnbm_bersyarat: bool,
    /// Export duty may apply.
    pub bea_keluar: bool,
    /// Restricted or prohibited at import.
    pub lartas: bool,
    /// Income tax class.
    pub pph_kelas: PphKelas,
    /// Statistical unit; empty when the table does not tell.
    pub satuan: Short<3>,
    /// Validity.
    pub berlaku: Berlaku,
}

impl TarifLine {
    pub(crate) fn read(row: Row<'_>) -> Self {
        let yes = |column| row.get(column) == "Y";
        let edisi = row.get("edisi");
        Self {
            hs: short(row.get("hs8")),
            edisi: short(if edisi.is_empty() { "2022" } else { edisi }),
            bm: Rate::read(row.get("bm_mfn_pct"), row.get("bm_specific_idr"), row.get("bm_specific_unit")),
            ppn_nol: decimal(row.get("ppn_pct_2022")).is_some_and(|d| d.is_zero()),
            ppn_bersyarat: yes("ppn_conditional"),
            ppnbm: row.get("ppnbm_pct_options").split('|').filter_map(decimal).collect(),
            ppnbm_bersyarat: yes("ppnbm_conditional"),
            bea_keluar: yes("export_duty_conditional"),
            lartas: yes("lartas"),
            pph_kelas: PphKelas::read(row.get("pph_kelas")),
            satuan: short(row.get("satuan")),
            berlaku: row.berlaku(),
        }
    }

    /// The levies in one line, for lists.
    pub fn summary(&self) -> Text {
        let ppnbm = self.ppnbm.iter().map(|d| d.normalize().to_string()).collect::<Vec<_>>().join("/");
        let parts = |vat_free: &'static str, restricted: &'static str, export: &'static str| {
            let mut out = vec![format!("BM {}", self.bm)];
            out.extend(self.ppn_nol.then(|| vat_free.to_owned()));
            out.extend((!ppnbm.is_empty()).then(|| format!("PPnBM {ppnbm}%")));
            out.push(format!("PPh {}", self.pph_kelas.as_str()));
            out.extend(self.lartas.then(|| restricted.to_owned()));
            out.extend(self.bea_keluar.then(|| export.to_owned()));
            out.join("; ")
        };
        Text::made(
            parts("tanpa PPN", "lartas", "bea keluar mungkin"),
            parts("no VAT", "restricted", "export duty possible"),
        )
    }
}

/// A preference rate of one scheme for one tariff line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferensi {
    /// Scheme, such as `ATIGA`.
    pub skema: Short<12>,
    /// Eight digits.
    pub hs: Short<8>,
    /// Import duty under the scheme.
    pub tarif: Rate,
    /// Regulation.
    pub pmk: String,
    /// Validity.
    pub berlaku: Berlaku,
}

impl Preferensi {
    pub(crate) fn read(row: Row<'_>) -> Self {
        Self {
            skema: short(row.get("skema")),
            hs: short(row.get("hs8")),
            tarif: Rate::read(row.get("tarif_pct"), row.get("tarif_spesifik"), row.get("satuan")),
            pmk: row.get("pmk").to_owned(),
            berlaku: row.berlaku(),
        }
    }
}
