//! The short way from JSON text to sections: one pass without a tree between, for documents that are as they should be.
//!
//! It knows neither places nor messages. Whatever it cannot take, a wrong shape or a bound, sends the reader the long way
//! by [`Raw`], which names the fault or keeps what came; so both ways always give the same.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{AnyField, Section};
use crate::raw::{LONGEST_NAME, MOST_MEMBERS};
use crate::{Limits, Raw};

/// Longest number in characters that goes the short way, and longest exponent.
const LONGEST_NUMBER: usize = 100;

/// What is left of the bounds of one document.
#[derive(Debug)]
pub struct Budget {
    limits: Limits,
    values: Cell<usize>,
    depth: Cell<u32>,
}

/// The document, when it can go the short way.
pub(super) fn document<T: Section>(bytes: &[u8], limits: &Limits) -> Option<T> {
    let budget = Budget { limits: *limits, values: Cell::new(limits.values), depth: Cell::new(limits.depth) };
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let section = One { budget: &budget, kind: PhantomData }.deserialize(&mut json).ok()?;
    json.end().ok().map(|()| section)
}

impl Budget {
    fn value<E: serde::de::Error>(&self) -> Result<(), E> {
        let left = self.values.get().checked_sub(1).ok_or_else(|| E::custom("values"))?;
        self.values.set(left);
        Ok(())
    }

    fn deeper<E: serde::de::Error>(&self) -> Result<(), E> {
        self.depth.set(self.depth.get().checked_sub(1).ok_or_else(|| E::custom("depth"))?);
        self.value()
    }

    fn back(&self) {
        self.depth.set(self.depth.get() + 1);
    }
}

/// Takes one datum of the object that is being read.
pub fn field<'de, A: MapAccess<'de>>(map: &mut A, field: &mut dyn AnyField, budget: &Budget) -> Result<(), A::Error> {
    let value: &RawValue = map.next_value()?;
    let json = value.get();
    match json.as_bytes().first() {
        Some(b'"') => {
            budget.value()?;
            let inside = json.get(1..json.len() - 1).unwrap_or_default();
            let text: Cow<'_, str> = if inside.contains('\\') {
                Cow::Owned(serde_json::from_str(json).map_err(A::Error::custom)?)
            } else {
                Cow::Borrowed(inside)
            };
            if text.len() > budget.limits.text {
                return Err(A::Error::custom("text"));
            }
            field.set_text(&text);
        }
        Some(b'-' | b'0'..=b'9') if plain(json) => {
            budget.value()?;
            field.set_text(json);
        }
        _ => field.set_raw(tree(json, budget)?),
    }
    Ok(())
}

/// Takes a member that is no field and no list.
pub fn other<'de, A: MapAccess<'de>>(map: &mut A, budget: &Budget) -> Result<Raw, A::Error> {
    let value: &RawValue = map.next_value()?;
    tree(value.get(), budget)
}

/// Takes the rows of a list.
pub fn rows<'de, A: MapAccess<'de>, T: Section>(map: &mut A, budget: &Budget) -> Result<Vec<T>, A::Error> {
    map.next_value_seed(Many { budget, kind: PhantomData })
}

/// A number without exponent that is not too long.
fn plain(json: &str) -> bool {
    json.len() <= LONGEST_NUMBER && !json.bytes().any(|b| b == b'e' || b == b'E')
}

fn tree<E: serde::de::Error>(json: &str, budget: &Budget) -> Result<Raw, E> {
    let limits = Limits { depth: budget.depth.get(), values: budget.values.get(), ..budget.limits };
    let raw = Raw::parse(json.as_bytes(), &limits).map_err(|e| E::custom(e.code))?;
    budget.values.set(budget.values.get().saturating_sub(count(&raw)));
    Ok(raw)
}

fn count(raw: &Raw) -> usize {
    match raw {
        Raw::List(list) => 1 + list.iter().map(count).sum::<usize>(),
        Raw::Object(members) => 1 + members.iter().map(|(_, value)| count(value)).sum::<usize>(),
        _ => 1,
    }
}

/// An object that becomes a section.
struct One<'b, T> {
    budget: &'b Budget,
    kind: PhantomData<T>,
}

impl<'de, T: Section> DeserializeSeed<'de> for One<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<T, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de, T: Section> Visitor<'de> for One<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        self.budget.deeper()?;
        let mut section = T::default();
        let mut names: Vec<(u32, Cow<'de, str>)> = Vec::with_capacity(48);
        while let Some(Name(name)) = map.next_key()? {
            let print = print(&name);
            let known = names.iter().any(|(other, known)| *other == print && *known == name);
            if known || name.len() > LONGEST_NAME || names.len() >= MOST_MEMBERS {
                return Err(A::Error::custom("name"));
            }
            section.take(&name, &mut map, self.budget)?;
            names.push((print, name));
        }
        self.budget.back();
        Ok(section)
    }
}

/// A list of objects.
struct Many<'b, T> {
    budget: &'b Budget,
    kind: PhantomData<T>,
}

impl<'de, T: Section> DeserializeSeed<'de> for Many<'_, T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Vec<T>, D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, T: Section> Visitor<'de> for Many<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        self.budget.deeper()?;
        let mut rows = Vec::new();
        while let Some(row) = list.next_element_seed(One { budget: self.budget, kind: PhantomData })? {
            if rows.len() == self.budget.limits.elements {
                return Err(A::Error::custom("rows"));
            }
            rows.push(row);
        }
        self.budget.back();
        Ok(rows)
    }
}

/// The name of a member, borrowed from the text where it has no escapes.
#[derive(serde::Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// Tells most names apart without comparing them: length, first, middle and last byte.
fn print(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    u32::from_le_bytes([length, byte(0), byte(bytes.len() / 2), byte(bytes.len().saturating_sub(1))])
}
