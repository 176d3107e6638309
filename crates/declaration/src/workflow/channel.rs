//! The channel: a weighted rule table and a random share that a seed makes repeatable (rules 1.7).
//!
//! Each row that hits adds its weight to the score of its channel; 100 points choose the channel, red before yellow.
//! For AEO and MITA only the rows marked for them count, so they go green by default. The rows are data of the
//! installation; [`starter_rules`] is a sample, since the real scoring is secret. Scores and reasons are for officers
//! only.

use std::collections::BTreeSet;

use kernel::{Rupiah, Text};
use serde::{Deserialize, Serialize};

use super::values::{Jalur, Kelas};

/// Points that choose a channel.
pub const THRESHOLD: i32 = 100;

/// Something known about the importer or the declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tanda {
    /// Importer without history.
    ImportirBaru,
    /// Importer with a high risk profile.
    ImportirRisikoTinggi,
    /// Temporary import.
    ImporSementara,
    /// Goods that come back.
    Reimpor,
    /// Named by enforcement.
    Intelijen,
}

/// What the rules look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChannelInput {
    /// Class of the importer.
    pub kelas: Kelas,
    /// What is known.
    pub tanda: BTreeSet<Tanda>,
    /// Tariff lines, 8 digits.
    pub hs: Vec<String>,
    /// Countries of origin, 2 letters.
    pub asal: Vec<String>,
    /// Customs value in rupiah.
    pub nilai_pabean: Rupiah,
}

/// When a row hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "nilai", rename_all = "snake_case")]
pub enum Criterion {
    /// The fact is known.
    Tanda(Tanda),
    /// A goods line's tariff line begins so; at least 2 digits.
    PosTarif(String),
    /// A goods line comes from the country.
    Asal(String),
    /// The customs value is at least so much.
    NilaiMin(Rupiah),
    /// So many of a thousand declarations, by the seed.
    Acak(u16),
}

/// One row of the rule table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelRule {
    /// Unique code; also picks the row's own random number, so that other rows may come and go.
    pub kode: String,
    /// When it hits.
    pub syarat: Criterion,
    /// Points.
    pub bobot: i32,
    /// Channel that the points count for; green rows do nothing.
    pub jalur: Jalur,
    /// Whether it counts for AEO and MITA too.
    #[serde(default)]
    pub prioritas: bool,
}

/// A row of the rule table that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("channel rule {kode}: {column} has the unusable value {value:?}")]
pub struct BadRule {
    /// Code of the row.
    pub kode: String,
    /// Column.
    pub column: &'static str,
    /// What stands there.
    pub value: String,
}

/// One reason for the channel. For officers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelReason {
    /// Rule.
    pub kode: String,
    /// Points.
    pub bobot: i32,
    /// What hit.
    pub uraian: Text,
}

/// The channel and how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelDecision {
    /// Channel.
    pub jalur: Jalur,
    /// Points for red. For officers only.
    pub skor: i32,
    /// Rules that hit. For officers only.
    pub alasan: Vec<ChannelReason>,
    /// The seed, 64 hexadecimal digits, so that the draw can be repeated.
    pub benih: String,
}

impl ChannelRule {
    /// A row from table columns: `jenis` and `nilai` as in [`Criterion`], `jalur` `merah` or `kuning`, `prioritas` Y or
    /// N.
    pub fn parse(kode: &str, [jenis, nilai, bobot, jalur, prioritas]: [&str; 5]) -> Result<Self, BadRule> {
        let bad = |column, value: &str| BadRule { kode: kode.to_owned(), column, value: value.to_owned() };
        let word = |text: &str| serde_json::Value::String(text.to_owned());
        let digits = |n: &str| n.len() >= 2 && n.len() <= 8 && n.bytes().all(|b| b.is_ascii_digit());
        let syarat = match jenis {
            "tanda" => serde_json::from_value(word(nilai)).ok().map(Criterion::Tanda),
            "pos_tarif" => digits(nilai).then(|| Criterion::PosTarif(nilai.to_owned())),
            "asal" => (nilai.len() == 2).then(|| Criterion::Asal(nilai.to_ascii_uppercase())),
            "nilai_min" => nilai.parse().ok().map(|n| Criterion::NilaiMin(Rupiah(n))),
            "acak" => nilai.parse().ok().filter(|n| *n <= 1000).map(Criterion::Acak),
            _ => return Err(bad("jenis", jenis)),
        };
        let prioritas = match prioritas {
            "Y" => true,
            "N" | "" => false,
            other => return Err(bad("prioritas", other)),
        };
        Ok(Self {
            kode: kode.to_owned(),
            syarat: syarat.ok_or_else(|| bad("nilai", nilai))?,
            bobot: bobot.parse().map_err(|_| bad("bobot", bobot))?,
            jalur: serde_json::from_value(word(jalur)).map_err(|_| bad("jalur", jalur))?,
            prioritas,
        })
    }

    fn hits(&self, input: &ChannelInput, seed: [u8; 32]) -> bool {
        match &self.syarat {
            Criterion::Tanda(sign) => input.tanda.contains(sign),
            Criterion::PosTarif(prefix) => input.hs.iter().any(|hs| hs.starts_with(prefix.as_str())),
            Criterion::Asal(country) => input.asal.iter().any(|from| from.eq_ignore_ascii_case(country)),
            Criterion::NilaiMin(least) => input.nilai_pabean >= *least,
            Criterion::Acak(share) => per_thousand(seed, &self.kode) < u64::from(*share),
        }
    }

    fn reason(&self) -> ChannelReason {
        let uraian = match &self.syarat {
            Criterion::Tanda(sign) => sign_text(*sign),
            Criterion::PosTarif(prefix) => {
                Text::made(format!("Pos tarif {prefix} diawasi"), format!("Tariff heading {prefix} is watched"))
            }
            Criterion::Asal(country) => {
                Text::made(format!("Negara asal {country} diawasi"), format!("Origin {country} is watched"))
            }
            Criterion::NilaiMin(least) => Text::made(
                format!("Nilai pabean mulai {}", least.to_letter()),
                format!("Customs value from {}", least.to_letter()),
            ),
            Criterion::Acak(share) => {
                Text::made(format!("Terpilih acak ({share} dari 1000)"), format!("Random choice ({share} of 1000)"))
            }
        };
        ChannelReason { kode: self.kode.clone(), bobot: self.bobot, uraian }
    }
}

const fn sign_text(sign: Tanda) -> Text {
    match sign {
        Tanda::ImportirBaru => Text::fixed("Importir baru", "New importer"),
        Tanda::ImportirRisikoTinggi => Text::fixed("Importir berisiko tinggi", "High-risk importer"),
        Tanda::ImporSementara => Text::fixed("Impor sementara", "Temporary import"),
        Tanda::Reimpor => Text::fixed("Barang reimpor", "Re-imported goods"),
        Tanda::Intelijen => Text::fixed("Informasi intelijen", "Intelligence"),
    }
}

/// Decides the channel. The same input, rules and seed give the same decision.
pub fn draw(input: &ChannelInput, rules: &[ChannelRule], seed: [u8; 32]) -> ChannelDecision {
    let counted = |rule: &&ChannelRule| {
        (rule.prioritas || !input.kelas.is_priority()) && rule.jalur != Jalur::Hijau && rule.hits(input, seed)
    };
    let hits: Vec<&ChannelRule> = rules.iter().filter(counted).collect();
    let points =
        |jalur: Jalur| hits.iter().filter(|r| r.jalur == jalur).fold(0_i32, |sum, rule| sum.saturating_add(rule.bobot));
    let skor = points(Jalur::Merah);
    let jalur = if skor >= THRESHOLD {
        Jalur::Merah
    } else if points(Jalur::Kuning) >= THRESHOLD {
        Jalur::Kuning
    } else {
        Jalur::Hijau
    };
    ChannelDecision { jalur, skor, alasan: hits.iter().map(|rule| rule.reason()).collect(), benih: hex(seed) }
}

/// A number from 0 to 999 for one row.
///
/// The row's code (FNV-1a) and the seed's four little-endian words run through `SplitMix64`'s finaliser; the top bits
/// are scaled by multiplication. Good mixing, nothing secret: the secrecy is the seed's.
fn per_thousand(seed: [u8; 32], kode: &str) -> u64 {
    let start = kode.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let words = seed.chunks_exact(8).map(|chunk| chunk.iter().rev().fold(0_u64, |word, b| (word << 8) | u64::from(*b)));
    let mixed = words.fold(start, |state, word| splitmix(state ^ word));
    ((u128::from(mixed) * 1000) >> 64) as u64
}

/// One step of Steele, Lea and Flood's `SplitMix64`.
const fn splitmix(state: u64) -> u64 {
    let z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn hex(bytes: [u8; 32]) -> String {
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).filter_map(|n| char::from_digit(u32::from(n), 16)).collect()
}

/// A sample rule table after the criteria that were once published (rules 1.7); an installation brings its own.
pub fn starter_rules() -> Vec<ChannelRule> {
    let row = |kode: &str, syarat, bobot, prioritas| ChannelRule {
        kode: kode.to_owned(),
        syarat,
        bobot,
        jalur: Jalur::Merah,
        prioritas,
    };
    vec![
        row("IMPORTIR-BARU", Criterion::Tanda(Tanda::ImportirBaru), 100, false),
        row("IMPORTIR-TINGGI", Criterion::Tanda(Tanda::ImportirRisikoTinggi), 100, false),
        row("SEMENTARA", Criterion::Tanda(Tanda::ImporSementara), 60, false),
        row("REIMPOR", Criterion::Tanda(Tanda::Reimpor), 100, false),
        row("INTELIJEN", Criterion::Tanda(Tanda::Intelijen), 200, true),
        row("HS-22", Criterion::PosTarif("22".to_owned()), 60, false),
        row("HS-36", Criterion::PosTarif("36".to_owned()), 100, true),
        row("HS-93", Criterion::PosTarif("93".to_owned()), 100, true),
        row("NILAI-5M", Criterion::NilaiMin(Rupiah(5_000_000_000)), 50, false),
        row("ACAK-UMUM", Criterion::Acak(50), 100, false),
        row("ACAK-PRIORITAS", Criterion::Acak(5), 100, true),
    ]
}
