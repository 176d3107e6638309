//! The four kinds of value that both engines share, and what our types become in a column.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::Rupiah;

use crate::Fault;

/// A parameter or a stored value. Instants are microseconds UTC, dates ISO text, booleans 0 or 1, money whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// SQL null.
    Null,
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(String),
    /// BYTEA / BLOB.
    Bytes(Vec<u8>),
}

impl Value {
    /// A word for messages.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "integer",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        }
    }

    /// PostgreSQL refuses NUL inside text, so the store refuses it on both engines.
    pub(crate) fn is_portable(&self) -> bool {
        !matches!(self, Self::Text(text) if text.as_bytes().contains(&0))
    }
}

macro_rules! into_value {
    ($($from:ty => |$name:ident| $value:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($name: $from) -> Self {
                $value
            }
        }
    )*};
}

into_value! {
    i64 => |value| Self::Int(value);
    i32 => |value| Self::Int(value.into());
    u32 => |value| Self::Int(value.into());
    u16 => |value| Self::Int(value.into());
    bool => |value| Self::Int(value.into());
    String => |value| Self::Text(value);
    &String => |value| Self::Text(value.clone());
    &str => |value| Self::Text(value.to_owned());
    Vec<u8> => |value| Self::Bytes(value);
    &Vec<u8> => |value| Self::Bytes(value.clone());
    &[u8] => |value| Self::Bytes(value.to_vec());
    Timestamp => |value| Self::Int(value.as_microsecond());
    Date => |value| Self::Text(value.to_string());
    Rupiah => |value| Self::Int(value.0);
    &serde_json::Value => |value| Self::Text(value.to_string());
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a, T> From<&'a Option<T>> for Value
where
    &'a T: Into<Self>,
{
    fn from(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Null, Into::into)
    }
}

/// A type that a column can be read as.
pub trait FromValue: Sized {
    /// The typed value, or the fault that names what was found instead.
    fn from_value(value: Value) -> Result<Self, Fault>;
}

/// The fault for a value of the wrong kind.
pub(crate) fn mismatch(wanted: &str, found: &Value) -> Fault {
    Fault::Value(format!("wanted {wanted}, found {}", found.kind()))
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, Fault> {
        Ok(value)
    }
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Int(number) => Ok(number),
            other => Err(mismatch("integer", &other)),
        }
    }
}

impl FromValue for u32 {
    fn from_value(value: Value) -> Result<Self, Fault> {
        let number = i64::from_value(value)?;
        Self::try_from(number).map_err(|_| Fault::Value(format!("{number} does not fit 32 bits")))
    }
}

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match i64::from_value(value)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(Fault::Value(format!("{other} is neither 0 nor 1"))),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(mismatch("text", &other)),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => Err(mismatch("bytes", &other)),
        }
    }
}

impl FromValue for Timestamp {
    fn from_value(value: Value) -> Result<Self, Fault> {
        Self::from_microsecond(i64::from_value(value)?).map_err(|error| Fault::Value(error.to_string()))
    }
}

impl FromValue for Date {
    fn from_value(value: Value) -> Result<Self, Fault> {
        let text = String::from_value(value)?;
        text.parse().map_err(|_| Fault::Value(format!("{text} is not a date")))
    }
}

impl FromValue for Rupiah {
    fn from_value(value: Value) -> Result<Self, Fault> {
        i64::from_value(value).map(Self)
    }
}

impl FromValue for serde_json::Value {
    fn from_value(value: Value) -> Result<Self, Fault> {
        serde_json::from_str(&String::from_value(value)?).map_err(|error| Fault::Value(error.to_string()))
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}
