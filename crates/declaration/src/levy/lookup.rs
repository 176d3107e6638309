//! Reading dated parameters by key, each with its legal basis.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::rounding::{Ratio, RoundingRule};

/// A value with the key it was read by and the law that sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param<T> {
    /// The value.
    pub value: T,
    /// Key of the parameter table.
    pub key: &'static str,
    /// Legal basis; empty when the table names none.
    pub law: Arc<str>,
}

/// A parameter that is missing or unreadable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("parameter {key}: {}; expected {expected}", .found.as_ref().map_or("missing".into(), |text| format!("found {text:?}")))]
pub struct ParamProblem {
    /// Key of the parameter table.
    pub key: &'static str,
    /// What stood there.
    pub found: Option<String>,
    /// How the value should look.
    pub expected: &'static str,
}

/// Looks a parameter up by its key, at the date of the assessment.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads parameters and remembers their legal basis.
pub(super) struct Reader<'a> {
    pub value: Lookup<'a>,
    pub law: Lookup<'a>,
}

impl Reader<'_> {
    pub fn read<T>(
        &self,
        key: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Param<T>, ParamProblem> {
        let found = (self.value)(key);
        match found.as_deref().map(str::trim).and_then(parse) {
            Some(value) => Ok(Param { value, key, law: (self.law)(key).unwrap_or_default().into() }),
            None => Err(ParamProblem { key, found, expected }),
        }
    }

    pub fn percent(&self, key: &'static str) -> Result<Param<Decimal>, ParamProblem> {
        self.read(key, "a percentage from 0 to 10000", percent)
    }

    pub fn switch(&self, key: &'static str) -> Result<Param<bool>, ParamProblem> {
        self.read(key, "0 or 1", |text| match text {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        })
    }

    pub fn ratio(&self, key: &'static str) -> Result<Param<Ratio>, ParamProblem> {
        self.read(key, "a fraction such as 11/12, or 1", Ratio::parse)
    }

    pub fn rule(&self, key: &'static str) -> Result<RoundingRule, ParamProblem> {
        self.read(key, "atas:N or bawah:N", RoundingRule::parse).map(|param| param.value)
    }
}

/// A percentage from 0 to 10000.
pub(super) fn percent(text: &str) -> Option<Decimal> {
    let value = Decimal::from_str_exact(text).ok()?;
    (!value.is_sign_negative() && value <= Decimal::from(10_000)).then_some(value)
}
