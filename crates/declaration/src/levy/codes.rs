//! The small codes that steer the arithmetic: levy kinds, facilities, kinds of tariff, terms of delivery.

use kernel::Text;
use serde::{Serialize, Serializer};

/// When a levy is computed, and on which base (rules 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Import duty and the additional duties, on the customs value.
    Duty,
    /// Excise, on quantity, retail price, or customs value plus duty.
    Excise,
    /// Taxes in respect of import (PDRI), on the import value.
    Tax,
    /// Not computed from a rate: the declared amount stands.
    AsDeclared,
}

/// A levy type, `kodeJenisPungutan`, in the order of the levy table (portal 4.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is CEISA's own code; `label` spells it out")]
pub enum Levy {
    Bm,
    Bmkite,
    Bmad,
    Bmads,
    Bmi,
    Bmis,
    Bmtp,
    Bmtps,
    Bmp,
    Cea,
    Cmea,
    Ctem,
    Ppn,
    Ppnbm,
    Pph,
    Denda,
    Pnbp,
}

struct Known {
    levy: Levy,
    code: &'static str,
    stage: Stage,
    label: Text,
}

const fn known(levy: Levy, code: &'static str, stage: Stage, id: &'static str, en: &'static str) -> Known {
    Known { levy, code, stage, label: Text::fixed(id, en) }
}

static LEVIES: [Known; Levy::COUNT] = [
    known(Levy::Bm, "BM", Stage::Duty, "Bea masuk", "Import duty"),
    known(Levy::Bmkite, "BMKITE", Stage::Duty, "Bea masuk KITE", "Import duty, KITE"),
    known(Levy::Bmad, "BMAD", Stage::Duty, "Bea masuk antidumping", "Anti-dumping duty"),
    known(Levy::Bmads, "BMADS", Stage::Duty, "Bea masuk antidumping sementara", "Provisional anti-dumping duty"),
    known(Levy::Bmi, "BMI", Stage::Duty, "Bea masuk imbalan", "Countervailing duty"),
    known(Levy::Bmis, "BMIS", Stage::Duty, "Bea masuk imbalan sementara", "Provisional countervailing duty"),
    known(Levy::Bmtp, "BMTP", Stage::Duty, "Bea masuk tindakan pengamanan", "Safeguard duty"),
    known(Levy::Bmtps, "BMTPS", Stage::Duty, "Bea masuk tindakan pengamanan sementara", "Provisional safeguard duty"),
    known(Levy::Bmp, "BMP", Stage::Duty, "Bea masuk pembalasan", "Retaliatory duty"),
    known(Levy::Cea, "CEA", Stage::Excise, "Cukai etil alkohol", "Excise on ethyl alcohol"),
    known(Levy::Cmea, "CMEA", Stage::Excise, "Cukai MMEA", "Excise on alcoholic beverages"),
    known(Levy::Ctem, "CTEM", Stage::Excise, "Cukai hasil tembakau", "Excise on tobacco"),
    known(Levy::Ppn, "PPN", Stage::Tax, "PPN impor", "Value added tax on import"),
    known(Levy::Ppnbm, "PPNBM", Stage::Tax, "PPnBM impor", "Luxury goods sales tax on import"),
    known(Levy::Pph, "PPH", Stage::Tax, "PPh Pasal 22 impor", "Income tax article 22 on import"),
    known(Levy::Denda, "DENDA", Stage::AsDeclared, "Denda administrasi", "Administrative fine"),
    known(Levy::Pnbp, "PNBP", Stage::AsDeclared, "PNBP", "Non-tax state revenue"),
];

impl Levy {
    /// How many levy types there are.
    pub const COUNT: usize = 17;

    /// Every levy type, in the order of the levy table.
    pub fn all() -> impl Iterator<Item = Self> {
        LEVIES.iter().map(|known| known.levy)
    }

    /// The levy of a `kodeJenisPungutan`; `None` for codes that no PIB line carries (BK, DS, PPNLOKAL, …).
    pub fn from_code(code: &str) -> Option<Self> {
        LEVIES.iter().find(|known| known.code == code).map(|known| known.levy)
    }

    fn known(self) -> &'static Known {
        &LEVIES[self as usize]
    }

    /// CEISA's code, such as `PPNBM`.
    pub fn code(self) -> &'static str {
        self.known().code
    }

    /// When it is computed.
    pub fn stage(self) -> Stage {
        self.known().stage
    }

    /// Its name in both languages.
    pub fn label(self) -> &'static Text {
        &self.known().label
    }
}

impl Serialize for Levy {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}

/// What happens to the amount of a levy, `kodeFasilitasTarif` (rules 2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Facility {
    /// 1: billed.
    Dibayar = 1,
    /// 2: borne by the state.
    DitanggungPemerintah,
    /// 3: suspended, such as in a bonded zone.
    Ditangguhkan,
    /// 4: due on the periodic date.
    Berkala,
    /// 5: exempt.
    Dibebaskan,
    /// 6: not collected.
    TidakDipungut,
    /// 7: paid before, such as by excise stamps.
    SudahDilunasi,
    /// 8: covered by a guarantee.
    Dijaminkan,
    /// 9: deferred.
    Ditunda,
}

static FACILITIES: [(Facility, &str, Text); Facility::COUNT] = [
    (Facility::Dibayar, "1", Text::fixed("Dibayar", "Paid")),
    (Facility::DitanggungPemerintah, "2", Text::fixed("Ditanggung pemerintah", "Borne by the state")),
    (Facility::Ditangguhkan, "3", Text::fixed("Ditangguhkan", "Suspended")),
    (Facility::Berkala, "4", Text::fixed("Berkala", "Periodic")),
    (Facility::Dibebaskan, "5", Text::fixed("Dibebaskan", "Exempt")),
    (Facility::TidakDipungut, "6", Text::fixed("Tidak dipungut", "Not collected")),
    (Facility::SudahDilunasi, "7", Text::fixed("Sudah dilunasi", "Paid before")),
    (Facility::Dijaminkan, "8", Text::fixed("Dijaminkan", "Guaranteed")),
    (Facility::Ditunda, "9", Text::fixed("Ditunda", "Deferred")),
];

impl Facility {
    /// How many facility codes there are.
    pub const COUNT: usize = 9;

    /// Every facility, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        FACILITIES.iter().map(|row| row.0)
    }

    /// The facility of a code `1` to `9`.
    pub fn from_code(code: &str) -> Option<Self> {
        FACILITIES.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    pub(super) fn index(self) -> usize {
        self as usize - 1
    }

    /// The code `1` to `9`.
    pub fn code(self) -> &'static str {
        FACILITIES[self.index()].1
    }

    /// Its name in both languages.
    pub fn label(self) -> &'static Text {
        &FACILITIES[self.index()].2
    }
}

impl Serialize for Facility {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}
