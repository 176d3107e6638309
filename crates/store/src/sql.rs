//! Statement texts: one text for both engines, all of them in one registry.

/// A statement: `$1` … placeholders, `ON CONFLICT`, `RETURNING`, no date or JSON functions.
///
/// A comment that begins with `/*pg ` is a comment on SQLite and text on PostgreSQL; it carries row locks and nothing else,
/// since SQLite has one writer and needs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sql<'a>(&'a str);

impl<'a> Sql<'a> {
    /// A statement outside the registry: for tools, tests and generated text.
    pub const fn adhoc(text: &'a str) -> Self {
        Self(text)
    }

    /// The text as written.
    pub const fn text(self) -> &'a str {
        self.0
    }

    /// The text for SQLite, whose numbered placeholders are `?1`.
    pub(crate) fn for_sqlite(self) -> String {
        self.0.replace('$', "?")
    }

    /// The text for PostgreSQL.
    pub(crate) fn for_postgres(self) -> String {
        if !self.0.contains("/*pg ") {
            return self.0.to_owned();
        }
        self.0.replace("/*pg ", "").replace("*/", "")
    }
}

/// Names the statements of an area and lists them for the registry.
macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(const $name: $crate::Sql<'static> = $crate::Sql::adhoc($text);)+
        /// Every statement of this area, for the registry.
        pub(crate) const ALL: &[$crate::Sql<'static>] = &[$($name),+];
    };
}
pub(crate) use statements;

/// Parameters of a statement, in order.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::ToValue::to_value(&$value)),*] };
}
pub(crate) use params;
