//! Outcomes the user chooses: a rule matches the end of a number, and the longest match that speaks wins.

use std::collections::BTreeMap;

use kernel::Rupiah;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fail::Fail;
use super::input::number;

/// Most rules held at once.
const MOST_RULES: usize = 1000;

/// What INSW decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LartasOutcome {
    /// Passes.
    Sesuai,
    /// Goes back to the importer.
    Dikembalikan,
    /// Passes with the flag.
    PerluPenelitian,
    /// The request itself is refused.
    Tolak,
}

/// What MPN does with a request for a billing code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BillingOutcome {
    /// Issues it.
    Normal,
    /// Refuses it.
    Tolak,
    /// Issues one that has already expired.
    Kedaluwarsa,
}

/// What the bank does with a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PaymentOutcome {
    /// Books it.
    Normal,
    /// Refuses it.
    Gagal,
    /// Books it twice.
    Ganda,
}

/// What OSS and DJP say of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StandingOutcome {
    /// All in order.
    Aktif,
    /// NPWP not known.
    TidakDikenal,
    /// NPWP known but not active.
    TidakAktif,
    /// No NIB.
    TanpaNib,
    /// NIB without customs access.
    TanpaAkses,
}

/// How long something takes: seconds, or the text `TIDAK_PERNAH`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// That many seconds.
    Seconds(u32),
    /// It does not happen by itself.
    Never,
}

impl Serialize for Delay {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Seconds(n) => s.serialize_u32(*n),
            Self::Never => s.serialize_str("TIDAK_PERNAH"),
        }
    }
}

impl<'de> Deserialize<'de> for Delay {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(d)?;
        if value.as_str() == Some("TIDAK_PERNAH") {
            return Ok(Self::Never);
        }
        let seconds = number(&value).and_then(|n| u32::try_from(n).ok());
        seconds.map(Self::Seconds).ok_or_else(|| serde::de::Error::custom("detik (seconds) or TIDAK_PERNAH"))
    }
}

/// Chosen outcomes for every number that ends with `cocok`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Rule {
    /// End of a nomor aju, manifest position or NPWP; `nilai:1013000` for a bill of exactly that; `*` for all.
    pub cocok: String,
    /// A note for the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keterangan: Option<String>,
    /// INSW's decision, by aju.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lartas: Option<LartasOutcome>,
    /// INSW's reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alasan: Option<String>,
    /// Issue of a billing code, by aju or amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing: Option<BillingOutcome>,
    /// Payment, by aju or amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bayar: Option<PaymentOutcome>,
    /// The bank pays by itself so long after the code was issued, by aju or amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bayar_otomatis: Option<Delay>,
    /// From the first question to storage, by position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timbun: Option<Delay>,
    /// From the order to prepare to readiness, by position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siap: Option<Delay>,
    /// From release to the gate, by position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keluar: Option<Delay>,
    /// Standing, by NPWP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registri: Option<StandingOutcome>,
}

impl Rule {
    fn check(&self) -> Result<(), Fail> {
        let short = |text: &Option<String>| text.as_ref().is_none_or(|t| t.chars().count() <= 300);
        let tail = |text: &str| (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let amount = self.cocok.strip_prefix("nilai:").is_some_and(|n| crate::check::digits(n, 1..=18));
        if !(self.cocok == "*" || amount || tail(&self.cocok)) || !short(&self.keterangan) || !short(&self.alasan) {
            return Err(Fail::bad("cocok: 1–40 huruf atau angka, nilai:<rupiah>, atau * (letters, digits, or *)"));
        }
        Ok(())
    }

    fn says_nothing(&self) -> bool {
        *self == Self { cocok: self.cocok.clone(), keterangan: self.keterangan.clone(), ..Self::default() }
    }
}

/// All rules in force.
#[derive(Debug, Default)]
pub struct RuleBook(BTreeMap<String, Rule>);

impl RuleBook {
    /// Whether `rule` may be put.
    pub fn check(&self, rule: &Rule) -> Result<(), Fail> {
        rule.check()?;
        if self.0.len() >= MOST_RULES && !self.0.contains_key(&rule.cocok) {
            return Err(Fail::full());
        }
        Ok(())
    }

    /// Replaces the rule of that suffix; one that says nothing removes it.
    pub fn put(&mut self, rule: Rule) {
        if rule.says_nothing() {
            self.0.remove(&rule.cocok);
        } else {
            self.0.insert(rule.cocok.clone(), rule);
        }
    }

    /// All, by suffix.
    pub fn all(&self) -> impl Iterator<Item = &Rule> {
        self.0.values()
    }

    /// What the longest matching suffix of `key` that has an opinion says, else `*`.
    pub fn find<T>(&self, key: &str, pick: impl Fn(&Rule) -> Option<T>) -> Option<T> {
        let ends = key.char_indices().map(|(at, _)| &key[at..]);
        ends.chain(["*"]).find_map(|end| self.0.get(end).and_then(&pick))
    }

    /// The same for a bill: by aju, then by its exact amount, then `*`.
    pub fn find_bill<T>(&self, aju: &str, total: Rupiah, pick: impl Fn(&Rule) -> Option<T>) -> Option<T> {
        let ends = aju.char_indices().map(|(at, _)| &aju[at..]);
        let amount = format!("nilai:{total}");
        ends.chain([amount.as_str(), "*"]).find_map(|end| self.0.get(end).and_then(&pick))
    }
}

/// The outcomes every sandbox starts with; `docs/sandbox.md` lists them.
pub fn builtin_rules() -> Vec<Rule> {
    let rule = |cocok: &str, keterangan: &str| Rule {
        cocok: cocok.to_owned(),
        keterangan: Some(keterangan.to_owned()),
        ..Rule::default()
    };
    vec![
        Rule { lartas: Some(LartasOutcome::Dikembalikan), ..rule("990101", "INSW: izin belum ada (licence missing)") },
        Rule {
            lartas: Some(LartasOutcome::PerluPenelitian),
            ..rule("990102", "INSW: perlu penelitian (needs a human)")
        },
        Rule { lartas: Some(LartasOutcome::Tolak), ..rule("990103", "INSW menolak permintaan (request refused)") },
        Rule { billing: Some(BillingOutcome::Tolak), ..rule("990201", "MPN menolak billing (billing refused)") },
        Rule {
            billing: Some(BillingOutcome::Kedaluwarsa),
            ..rule("990202", "Billing langsung kedaluwarsa (expired at once)")
        },
        Rule { bayar: Some(PaymentOutcome::Gagal), ..rule("990203", "Bank menolak pembayaran (payment refused)") },
        Rule { bayar: Some(PaymentOutcome::Ganda), ..rule("990204", "Terbayar dua kali (paid twice)") },
        Rule { bayar_otomatis: Some(Delay::Seconds(0)), ..rule("990205", "Langsung terbayar (paid at once)") },
        Rule {
            bayar: Some(PaymentOutcome::Gagal),
            ..rule("nilai:1013000", "Bank menolak pembayaran (payment refused)")
        },
        Rule { bayar: Some(PaymentOutcome::Ganda), ..rule("nilai:1022000", "Terbayar dua kali (paid twice)") },
        Rule { timbun: Some(Delay::Never), ..rule("9901", "Tidak pernah ditimbun (never stored)") },
        Rule { timbun: Some(Delay::Seconds(60)), ..rule("9902", "Ditimbun setelah 60 detik (stored after 60 s)") },
        Rule { siap: Some(Delay::Never), ..rule("9903", "Tidak pernah siap periksa (never ready)") },
        Rule { keluar: Some(Delay::Never), ..rule("9904", "Tidak pernah keluar (never leaves)") },
        Rule { registri: Some(StandingOutcome::TidakDikenal), ..rule("404", "NPWP tidak dikenal (unknown)") },
        Rule { registri: Some(StandingOutcome::TidakAktif), ..rule("403", "NPWP tidak aktif (not active)") },
        Rule { registri: Some(StandingOutcome::TanpaNib), ..rule("402", "Tanpa NIB (no NIB)") },
        Rule {
            registri: Some(StandingOutcome::TanpaAkses),
            ..rule("401", "NIB tanpa akses kepabeanan (no customs access)")
        },
    ]
}
