//! One row of a result, read from left to right.

use crate::value::FromValue;
use crate::{Fault, Value};

/// A row; the columns come in the order of the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(Vec<Value>);

impl Row {
    /// A row of these values.
    pub(crate) const fn new(values: Vec<Value>) -> Self {
        Self(values)
    }

    /// All values.
    pub fn values(&self) -> &[Value] {
        &self.0
    }

    /// All values, owned.
    pub fn into_values(self) -> Vec<Value> {
        self.0
    }

    /// A reader that hands out the columns one after the other.
    pub fn cells(self) -> Cells {
        Cells { values: self.0.into_iter(), column: 0 }
    }

    /// The first column, for statements that ask for one value.
    pub fn only<T: FromValue>(self) -> Result<T, Fault> {
        self.cells().take()
    }
}

/// Reads a row from left to right, so that a struct is filled in the order of its columns.
#[derive(Debug)]
pub struct Cells {
    values: std::vec::IntoIter<Value>,
    column: usize,
}

impl Cells {
    /// The next column as `T`.
    pub fn take<T: FromValue>(&mut self) -> Result<T, Fault> {
        self.column += 1;
        let column = self.column;
        let value = self.values.next().ok_or_else(|| Fault::Value(format!("no column {column}")))?;
        T::from_value(value).map_err(|fault| match fault {
            Fault::Value(why) => Fault::Value(format!("column {column}: {why}")),
            other => other,
        })
    }
}

/// A struct that a row fills.
pub(crate) trait FromRow: Sized {
    /// Reads the columns in the order in which the statement names them.
    fn from_row(cells: &mut Cells) -> Result<Self, Fault>;
}

/// Every row as a `T`.
pub(crate) fn all<T: FromRow>(rows: Vec<Row>) -> Result<Vec<T>, Fault> {
    rows.into_iter().map(|row| T::from_row(&mut row.cells())).collect()
}

/// The row as a `T`, if there is one.
pub(crate) fn optional<T: FromRow>(row: Option<Row>) -> Result<Option<T>, Fault> {
    row.map(|row| T::from_row(&mut row.cells())).transpose()
}

/// A struct whose fields are the columns of a table, in that order: `Name as column_list { field: Type, … }`.
///
/// Defines the struct, how a row fills it, its values for an insert, and the macro `column_list!()` with the names.
macro_rules! record {
    (
        $(#[$about:meta])*
        $name:ident as $columns:ident {
            $(#[$first_about:meta])* $first:ident: $first_type:ty,
            $($(#[$field_about:meta])* $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $(#[$first_about])* pub $first: $first_type,
            $($(#[$field_about])* pub $field: $type,)*
        }

        #[allow(unused_macros, reason = "areas that only insert never name the columns")]
        macro_rules! $columns {
            () => { concat!(stringify!($first) $(, ", ", stringify!($field))*) };
        }

        impl $crate::row::FromRow for $name {
            fn from_row(cells: &mut $crate::Cells) -> Result<Self, $crate::Fault> {
                Ok(Self { $first: cells.take()?, $($field: cells.take()?),* })
            }
        }

        impl $name {
            /// The values in the order of the columns.
            #[allow(dead_code, reason = "some areas only read")]
            fn values(&self) -> Vec<$crate::Value> {
                vec![$crate::ToValue::to_value(&self.$first), $($crate::ToValue::to_value(&self.$field)),*]
            }
        }
    };
}
pub(crate) use record;

/// An enum that is stored as a word.
macro_rules! words {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$word_about:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_about])* $variant,)+
        }

        impl $name {
            /// The stored word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::ToValue for $name {
            fn to_value(&self) -> $crate::Value {
                $crate::Value::Text(self.as_str().to_owned())
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(value: $crate::Value) -> Result<Self, $crate::Fault> {
                match <String as $crate::FromValue>::from_value(value)?.as_str() {
                    $($word => Ok(Self::$variant),)+
                    other => Err($crate::Fault::Value(format!("unknown word {other}"))),
                }
            }
        }
    };
}
pub(crate) use words;
