//! A date in three fields: quicker to type than a calendar, and the same in every browser.

use askama::Template;

use super::form::{Mistake, described_by};
use super::{Text, components, labelled};
use crate::lang::Lang;
use crate::messages_ui::UiMessages;

/// Day, month, year, posted as `name-tanggal`, `name-bulan`, `name-tahun`.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/date.html")]
pub struct DateField {
    t: &'static UiMessages,
    name: Text,
    legend: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    parts: [Text; 3],
    birthday: bool,
}

impl DateField {
    /// Empty.
    pub fn new(lang: Lang, name: impl Into<Text>, legend: impl Into<Text>) -> Self {
        Self {
            t: lang.ui(),
            name: name.into(),
            legend: legend.into(),
            hint: None,
            error: None,
            parts: ["".into(), "".into(), "".into()],
            birthday: false,
        }
    }

    /// What was typed: day, month, year.
    #[must_use]
    pub fn typed(mut self, day: impl Into<Text>, month: impl Into<Text>, year: impl Into<Text>) -> Self {
        self.parts = [day.into(), month.into(), year.into()];
        self
    }

    /// A day of birth, which browsers may fill in.
    #[must_use]
    pub fn birthday(mut self) -> Self {
        self.birthday = true;
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    fn inputs(&self) -> [DatePart<'_>; 3] {
        let [day, month, year] = &self.parts;
        let part = |id: String, name: &str, label, value, width, token| DatePart {
            id,
            name: format!("{}-{name}", self.name),
            label,
            value,
            width,
            autocomplete: self.birthday.then_some(token),
        };
        // The first field has the plain name as its id, so that errors lead to it.
        [
            part(self.name.to_string(), "tanggal", self.t.date_day, day, 2, "bday-day"),
            part(format!("{}-bulan", self.name), "bulan", self.t.date_month, month, 2, "bday-month"),
            part(format!("{}-tahun", self.name), "tahun", self.t.date_year, year, 4, "bday-year"),
        ]
    }
}

struct DatePart<'a> {
    id: String,
    name: String,
    label: &'static str,
    value: &'a str,
    width: u8,
    autocomplete: Option<&'static str>,
}

components!(DateField);
labelled!(DateField);
