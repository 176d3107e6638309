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

/// A type that can be a parameter.
pub trait ToValue {
    /// The value to bind.
    fn to_value(&self) -> Value;
}

macro_rules! to_value {
    ($($from:ty => |$this:ident| $value:expr;)*) => {$(
        impl ToValue for $from {
            fn to_value(&self) -> Value {
                let $this = self;
                $value
            }
        }
    )*};
}

to_value! {
    Value => |value| value.clone();
    i64 => |value| Value::Int(*value);
    u32 => |value| Value::Int((*value).into());
    bool => |value| Value::Int((*value).into());
    str => |value| Value::Text(value.to_owned());
    String => |value| Value::Text(value.clone());
    [u8] => |value| Value::Bytes(value.to_vec());
    Vec<u8> => |value| Value::Bytes(value.clone());
    Timestamp => |value| Value::Int(value.as_microsecond());
    Date => |value| Value::Text(value.to_string());
    Rupiah => |value| Value::Int(value.0);
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
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

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}
