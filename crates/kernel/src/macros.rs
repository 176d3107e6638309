//! The boilerplate that every value of a field shares.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use crate::{Datum, Problem};

/// Writes `Datum` and serde through text for a type that has `FromStr` and `Display`.
macro_rules! datum {
    ($name:ident) => {
        $crate::macros::datum!($name, Text);
    };
    ($name:ident, $shape:ident) => {
        impl $crate::Datum for $name {
            const SHAPE: $crate::Shape = $crate::Shape::$shape;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                $crate::macros::from_text(d)
            }
        }
    };
}

/// Writes a `Copy` code of at most `$len` ASCII characters, from a parser of trimmed text and a message for the rest.
macro_rules! code {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($len:literal);
        parse = $parse:expr;
        id = $id:literal;
        en = $en:literal;
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(arrayvec::ArrayString<$len>);

        impl $name {
            /// The canonical text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Problem;

            fn from_str(text: &str) -> Result<Self, $crate::Problem> {
                let parse: fn(&str) -> Option<arrayvec::ArrayString<$len>> = $parse;
                parse(text.trim()).map(Self).ok_or_else(|| $crate::Problem::fixed($id, $en))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }

        $crate::macros::datum!($name);
    };
}

/// Writes a whole number within inclusive bounds that JSON shows as a number and that may also arrive as text.
macro_rules! whole {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($int:ty) in $low:literal..=$high:literal;
        id = $id:literal;
        en = $en:literal;
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($int);

        impl $name {
            /// Smallest value.
            pub const MIN: Self = Self($low);
            /// Largest value.
            pub const MAX: Self = Self($high);

            /// The value when it is within the bounds.
            pub fn new(value: $int) -> Option<Self> {
                ($low..=$high).contains(&value).then_some(Self(value))
            }

            /// The plain number.
            pub const fn get(self) -> $int {
                self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Problem;

            fn from_str(text: &str) -> Result<Self, $crate::Problem> {
                let text = text.trim();
                let digits = text.strip_suffix(".00").or_else(|| text.strip_suffix(".0")).unwrap_or(text);
                let value = $crate::scan::number(digits).and_then(|n| Self::new(<$int>::from(n)));
                value.ok_or_else(|| $crate::Problem::fixed($id, $en))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl $crate::Datum for $name {
            const NUMBER: bool = true;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0, s)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                $crate::macros::from_number_or_text(d)
            }
        }
    };
}

pub(crate) use {code, datum, whole};

/// Parses the text that serde hands over.
pub(crate) fn from_text<'de, D: Deserializer<'de>, T: Datum>(d: D) -> Result<T, D::Error> {
    d.deserialize_str(Parse(PhantomData))
}

/// Parses the text, or the text of the whole number, that serde hands over.
pub(crate) fn from_number_or_text<'de, D: Deserializer<'de>, T: Datum>(d: D) -> Result<T, D::Error> {
    d.deserialize_any(Parse(PhantomData))
}

struct Parse<T>(PhantomData<T>);

impl<T: Datum> Visitor<'_> for Parse<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if T::NUMBER { "a whole number" } else { "a text" })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|p: Problem| E::custom(p.message.en))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.visit_str(&value.to_string())
    }
}
