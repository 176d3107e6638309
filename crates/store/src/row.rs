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
    /// Reads the columns in the order in which the area's `COLUMNS` names them.
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
