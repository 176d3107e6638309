//! The dated parameters of the levy arithmetic.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::codes::Facility;
use super::lookup::{Lookup, Param, ParamProblem, Reader, percent};
use super::rounding::{Ratio, Regime};
use super::terms::{FreightGroup, PphClass};

/// PPh 22 rates by class, in percent (PMK 51/2025 art. 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PphRates {
    /// Everything not listed, importer with API.
    pub general_api: Param<Decimal>,
    /// Everything not listed, importer without API.
    pub general_no_api: Param<Decimal>,
    /// Annex A.
    pub annex_a: Param<Decimal>,
    /// Annex B.
    pub annex_b: Param<Decimal>,
    /// Soybean, wheat, wheat flour, importer with API.
    pub food_api: Param<Decimal>,
    /// Soybean, wheat, wheat flour, importer without API.
    pub food_no_api: Param<Decimal>,
    /// Gold bars.
    pub gold: Param<Decimal>,
}

impl PphRates {
    fn read(reader: &Reader<'_>) -> Result<Self, ParamProblem> {
        Ok(Self {
            general_api: reader.percent("pph22.umum.api")?,
            general_no_api: reader.percent("pph22.umum.non_api")?,
            annex_a: reader.percent("pph22.a")?,
            annex_b: reader.percent("pph22.b")?,
            food_api: reader.percent("pph22.pangan.api")?,
            food_no_api: reader.percent("pph22.pangan.non_api")?,
            gold: reader.percent("pph22.emas")?,
        })
    }

    /// The rate of a class for an importer with or without API.
    pub fn rate(&self, class: PphClass, has_api: bool) -> &Param<Decimal> {
        match (class, has_api) {
            (PphClass::General, true) => &self.general_api,
            (PphClass::General, false) => &self.general_no_api,
            (PphClass::AnnexA, _) => &self.annex_a,
            (PphClass::AnnexB, _) => &self.annex_b,
            (PphClass::Food, true) => &self.food_api,
            (PphClass::Food, false) => &self.food_no_api,
            (PphClass::Gold, _) => &self.gold,
        }
    }
}

/// Which facilities leave their part of a duty in the import value (rules 2.3).
///
/// Paid and paid-before parts always count; `pdri.bm_*` decides the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting([bool; Facility::COUNT]);

impl Counting {
    fn read(reader: &Reader<'_>) -> Result<Self, ParamProblem> {
        let mut counts = [true; Facility::COUNT];
        for (facility, key) in [
            (Facility::DitanggungPemerintah, "pdri.bm_ditanggung"),
            (Facility::Ditangguhkan, "pdri.bm_ditangguhkan"),
            (Facility::Berkala, "pdri.bm_berkala"),
            (Facility::Dibebaskan, "pdri.bm_dibebaskan"),
            (Facility::TidakDipungut, "pdri.bm_tidak_dipungut"),
            (Facility::Dijaminkan, "pdri.bm_dijaminkan"),
            (Facility::Ditunda, "pdri.bm_ditunda"),
        ] {
            counts[facility.index()] = reader.switch(key)?.value;
        }
        Ok(Self(counts))
    }

    /// Whether the part under this facility counts.
    pub fn has(self, facility: Facility) -> bool {
        self.0[facility.index()]
    }
}

/// How a missing freight by air is treated, `freight.udara`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AirFreight {
    /// The same percentage as by sea.
    Percent,
    /// The actual tariff must be declared.
    Actual,
}

/// All dated parameters of one assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevyParams {
    /// Rounding rules (`pembulatan`).
    pub regime: Param<Regime>,
    /// PPN rate in percent.
    pub ppn_rate: Param<Decimal>,
    /// Part of the import value that PPN at the legal rate is charged on.
    pub ppn_base: Param<Ratio>,
    /// The same for luxury goods that bear PPnBM.
    pub ppn_base_luxury: Param<Ratio>,
    /// Whether the PPN base takes duty and excise after rounding.
    pub ppn_on_rounded_duty: Param<bool>,
    /// PPh 22 rates.
    pub pph: PphRates,
    /// Freight from ASEAN, percent of FOB.
    pub freight_asean: Param<Decimal>,
    /// Freight from other Asia and Australia, percent of FOB.
    pub freight_asia_au: Param<Decimal>,
    /// Freight from elsewhere, percent of FOB.
    pub freight_elsewhere: Param<Decimal>,
    /// Missing freight by air.
    pub freight_air: Param<AirFreight>,
    /// Missing insurance, percent of FOB + freight.
    pub insurance: Param<Decimal>,
    /// Whether insurance bought in Indonesia is added.
    pub insurance_home_added: Param<bool>,
    /// Facilities whose part counts in the import value.
    pub counting: Counting,
    /// Allowed difference between a declared and a computed CIF, in the declaration's currency.
    pub cif_tolerance: Param<Decimal>,
}

impl LevyParams {
    /// Reads every parameter; the first missing or unreadable one is the error.
    pub fn from_lookup(value: Lookup<'_>) -> Result<Self, ParamProblem> {
        Self::from_lookup_with_law(value, &|_| None)
    }

    /// The same, with a second look-up for each key's legal basis.
    ///
    /// A value under the shorthand `ppn` (such as 10) replaces rate and bases: PPN is that percentage of the full
    /// import value.
    pub fn from_lookup_with_law(value: Lookup<'_>, law: Lookup<'_>) -> Result<Self, ParamProblem> {
        let reader = Reader { value, law };
        let ppn = Ppn::read(&reader)?;
        Ok(Self {
            regime: regime(&reader)?,
            ppn_rate: ppn.rate,
            ppn_base: ppn.base,
            ppn_base_luxury: ppn.luxury,
            ppn_on_rounded_duty: reader.switch("ppn.basis_bm_bulat")?,
            pph: PphRates::read(&reader)?,
            freight_asean: reader.percent("freight.asean")?,
            freight_asia_au: reader.percent("freight.asia_au")?,
            freight_elsewhere: reader.percent("freight.lain")?,
            freight_air: reader.read("freight.udara", "persen or aktual", |text| match text {
                "persen" => Some(AirFreight::Percent),
                "aktual" => Some(AirFreight::Actual),
                _ => None,
            })?,
            insurance: reader.percent("asuransi.persen")?,
            insurance_home_added: reader.switch("asuransi.dn_ditambahkan")?,
            counting: Counting::read(&reader)?,
            cif_tolerance: reader.read("toleransi.cif", "an amount from 0 to 10000", percent)?,
        })
    }

    /// Freight percentage of a group of loading countries.
    pub fn freight(&self, group: FreightGroup) -> &Param<Decimal> {
        match group {
            FreightGroup::Asean => &self.freight_asean,
            FreightGroup::AsiaAustralia => &self.freight_asia_au,
            FreightGroup::Elsewhere => &self.freight_elsewhere,
        }
    }
}

struct Ppn {
    rate: Param<Decimal>,
    base: Param<Ratio>,
    luxury: Param<Ratio>,
}

impl Ppn {
    fn read(reader: &Reader<'_>) -> Result<Self, ParamProblem> {
        if (reader.value)("ppn").is_some() {
            let rate = reader.percent("ppn")?;
            let whole = Param { value: Ratio::ONE, key: "ppn", law: Arc::clone(&rate.law) };
            return Ok(Self { rate, base: whole.clone(), luxury: whole });
        }
        Ok(Self {
            rate: reader.percent("ppn.tarif")?,
            base: reader.ratio("ppn.dpp")?,
            luxury: reader.ratio("ppn.dpp_mewah")?,
        })
    }
}

/// `pembulatan`: 190, 228, or `jenis` to take `pembulatan.bm`, `.cukai`, `.ppn`, `.ppnbm` and `.pph22`.
fn regime(reader: &Reader<'_>) -> Result<Param<Regime>, ParamProblem> {
    let named = reader.read("pembulatan", "190, 228 or jenis", |text| match text {
        "190" => Some(Some(Regime::PMK_190)),
        "228" => Some(Some(Regime::PMK_228)),
        "jenis" => Some(None),
        _ => None,
    })?;
    let value = match named.value {
        Some(regime) => regime,
        None => Regime {
            duty: reader.rule("pembulatan.bm")?,
            excise: reader.rule("pembulatan.cukai")?,
            ppn: reader.rule("pembulatan.ppn")?,
            ppnbm: reader.rule("pembulatan.ppnbm")?,
            pph: reader.rule("pembulatan.pph22")?,
        },
    };
    Ok(Param { value, key: named.key, law: named.law })
}
