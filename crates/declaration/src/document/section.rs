//! The shape of one section: a table of fields by CEISA's names, from which reading, writing and pointing follow.

use kernel::Pointer;
use serde::de::MapAccess;

use super::field::{AnyField, write_text};
use super::read::{self, Budget};
use crate::{Limits, Malformed, Raw};

/// Where something stands, kept on the stack and written out only when a finding needs it.
#[derive(Debug, Clone, Copy)]
pub enum Path<'a> {
    /// The whole document.
    Root,
    /// A member of what stands before.
    Member(&'a Path<'a>, &'a str),
    /// An element of a list, from 0.
    Element(&'a Path<'a>, &'a str, usize),
}

impl Path<'_> {
    /// The path of member `name` here, as a pointer.
    pub fn pointer(&self, name: &str) -> Pointer {
        let here = self.to_pointer();
        if name.is_empty() { here } else { here.member(name) }
    }

    /// This place as a pointer.
    pub fn to_pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Member(parent, name) => parent.to_pointer().member(name),
            Self::Element(parent, name, index) => parent.to_pointer().member(name).at(*index),
        }
    }
}

/// Sees every datum of a document once, in the document's order.
pub trait Visit {
    /// A named field.
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField);
    /// Members that the document model does not know, or lists that are none.
    fn extra(&mut self, at: &Path<'_>, name: &str, raw: &Raw, is_list: bool);
}

/// A section of a document.
pub trait Section: Default + Sized {
    /// Names of the plain fields, in the document's order.
    const FIELDS: &'static [&'static str];
    /// Names of the lists, in the document's order.
    const LISTS: &'static [&'static str];

    /// Reads JSON text: the same as [`Section::from_raw`] of its tree, which is built only where something is unusual.
    fn parse(bytes: &[u8], limits: &Limits) -> Result<Self, Malformed> {
        match read::document(bytes, limits) {
            Some(section) => Ok(section),
            None => Raw::parse(bytes, limits).map(Self::from_raw),
        }
    }
    /// Takes the member `name`, which the reader has reached.
    fn take<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A, budget: &Budget) -> Result<(), A::Error>;
    /// Takes whatever came; what does not fit is kept as extra.
    fn from_raw(raw: Raw) -> Self;
    /// The JSON object; blank fields and empty lists are left out.
    fn to_raw(&self) -> Raw;
    /// The JSON text of that object.
    fn to_json(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }
    /// Appends that text.
    fn write(&self, out: &mut Vec<u8>);
    /// Shows every datum to `visit`.
    fn walk(&self, at: &Path<'_>, visit: &mut dyn Visit);
    /// The field called `name`, to read.
    fn field(&self, name: &str) -> Option<&dyn AnyField>;
    /// The field or list element at a pointer's remaining `path`, to read.
    fn find(&self, path: &str) -> Option<&dyn AnyField>;
    /// The field called `name`.
    fn field_mut(&mut self, name: &str) -> Option<&mut dyn AnyField>;
    /// The field or list element at a pointer's remaining `path`, such as `barang[0].posTarif`.
    fn find_mut(&mut self, path: &str) -> Option<&mut dyn AnyField>;
}

/// Splits `barang[3].posTarif` into (`barang`, 3, `posTarif`); `None` when it is no list step.
pub fn split_list_step(path: &str) -> Option<(&str, usize, &str)> {
    let (name, rest) = path.split_once('[')?;
    let (index, rest) = rest.split_once(']')?;
    let index = index.parse().ok()?;
    Some((name, index, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Takes a list member: each element becomes a row; anything else that is not null is kept by the caller.
pub fn rows<T: Section>(raw: Raw) -> Result<Vec<T>, Raw> {
    match raw {
        Raw::Null => Ok(Vec::new()),
        Raw::List(list) => Ok(list.into_iter().map(T::from_raw).collect()),
        other => Err(other),
    }
}

/// Begins a member of the object that is being written.
pub fn write_name(out: &mut Vec<u8>, name: &str) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
    write_text(out, name);
    out.push(b':');
}

/// Appends a list of sections.
pub fn write_rows<T: Section>(out: &mut Vec<u8>, rows: &[T]) {
    for (index, row) in rows.iter().enumerate() {
        out.push(if index == 0 { b'[' } else { b',' });
        row.write(out);
    }
    out.push(b']');
}

/// Declares a section from one table: documentation, Rust name, kind, CEISA name.
macro_rules! section {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$fmeta:meta])* $field:ident: $kind:ty = $json:literal, )*
            $( ; $( $(#[$lmeta:meta])* $list:ident: [$row:ty] = $ljson:literal, )* )?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            $( $(#[$fmeta])* pub $field: $crate::document::Field<$kind>, )*
            $( $( $(#[$lmeta])* pub $list: Vec<$row>, )* )?
            /// Members that this version does not know, kept as they came.
            pub extra: Vec<(String, $crate::Raw)>,
        }

        impl $crate::document::Section for $name {
            const FIELDS: &'static [&'static str] = &[$($json),*];
            const LISTS: &'static [&'static str] = &[$($($ljson),*)?];

            fn take<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                name: &str,
                map: &mut A,
                budget: &$crate::document::read::Budget,
            ) -> Result<(), A::Error> {
                use $crate::document::read;
                match name {
                    $( $json => read::field(map, &mut self.$field, budget)?, )*
                    $( $( $ljson => self.$list = read::rows(map, budget)?, )* )?
                    _ => self.extra.push((name.to_owned(), read::other(map, budget)?)),
                }
                Ok(())
            }

            fn write(&self, out: &mut Vec<u8>) {
                out.push(b'{');
                $( if !$crate::document::AnyField::blank(&self.$field) {
                    $crate::document::section::write_name(out, $json);
                    $crate::document::AnyField::write(&self.$field, out);
                } )*
                $( $( if !self.$list.is_empty() {
                    $crate::document::section::write_name(out, $ljson);
                    $crate::document::section::write_rows(out, &self.$list);
                } )* )?
                for (name, raw) in &self.extra {
                    $crate::document::section::write_name(out, name);
                    out.extend_from_slice(raw.to_json().as_bytes());
                }
                out.push(b'}');
            }

            fn from_raw(raw: $crate::Raw) -> Self {
                let mut this = Self::default();
                let members = match raw {
                    $crate::Raw::Object(members) => members,
                    $crate::Raw::Null => return this,
                    other => vec![(String::new(), other)],
                };
                for (name, value) in members {
                    match name.as_str() {
                        $( $json => $crate::document::AnyField::set_raw(&mut this.$field, value), )*
                        $( $( $ljson => match $crate::document::section::rows(value) {
                            Ok(rows) => this.$list = rows,
                            Err(other) => this.extra.push((name, other)),
                        }, )* )?
                        _ => this.extra.push((name, value)),
                    }
                }
                this
            }

            fn to_raw(&self) -> $crate::Raw {
                let mut members: Vec<(String, $crate::Raw)> = Vec::new();
                $( if let Some(value) = $crate::document::AnyField::raw(&self.$field) {
                    members.push(($json.to_owned(), value));
                } )*
                $( $( if !self.$list.is_empty() {
                    let rows = self.$list.iter().map($crate::document::Section::to_raw).collect();
                    members.push(($ljson.to_owned(), $crate::Raw::List(rows)));
                } )* )?
                members.extend(self.extra.iter().cloned());
                $crate::Raw::Object(members)
            }

            fn walk(&self, at: &$crate::document::Path<'_>, visit: &mut dyn $crate::document::Visit) {
                $( visit.field(at, $json, &self.$field); )*
                $( $( for (index, row) in self.$list.iter().enumerate() {
                    let here = $crate::document::Path::Element(at, $ljson, index);
                    $crate::document::Section::walk(row, &here, visit);
                } )* )?
                for (name, raw) in &self.extra {
                    visit.extra(at, name, raw, Self::LISTS.contains(&name.as_str()));
                }
            }

            fn field(&self, name: &str) -> Option<&dyn $crate::document::AnyField> {
                match name {
                    $( $json => Some(&self.$field), )*
                    _ => None,
                }
            }

            fn find(&self, path: &str) -> Option<&dyn $crate::document::AnyField> {
                match $crate::document::section::split_list_step(path) {
                    None => $crate::document::Section::field(self, path),
                    Some((_name, _index, _rest)) => {
                        $( $( if _name == $ljson {
                            return self.$list.get(_index)
                                .and_then(|row| $crate::document::Section::find(row, _rest));
                        } )* )?
                        None
                    }
                }
            }

            fn field_mut(&mut self, name: &str) -> Option<&mut dyn $crate::document::AnyField> {
                match name {
                    $( $json => Some(&mut self.$field), )*
                    _ => None,
                }
            }

            fn find_mut(&mut self, path: &str) -> Option<&mut dyn $crate::document::AnyField> {
                match $crate::document::section::split_list_step(path) {
                    None => $crate::document::Section::field_mut(self, path),
                    Some((_name, _index, _rest)) => {
                        $( $( if _name == $ljson {
                            return self.$list.get_mut(_index)
                                .and_then(|row| $crate::document::Section::find_mut(row, _rest));
                        } )* )?
                        None
                    }
                }
            }
        }
    };
}
pub(crate) use section;
