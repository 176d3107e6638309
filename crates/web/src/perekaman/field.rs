//! One field of the form, made from the catalogue: label, kind, options, what is typed, what is wrong.

use app::draft::Draft;
use askama::Template;
use declaration::layout::COMPUTED;
use declaration::rules::{Allowed, FieldSpec, Need, spec};
use kernel::{Finding, Severity, Shape};

use super::codes::{Book, Tabel};
use super::groups::input;
use super::messages::RekamTexts;
use super::values::Values;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Field, FormErrors, Piece, Select, Textarea, components};

/// The fields of one page.
pub struct Fields<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// Its values.
    pub values: Values,
    /// What is wrong, by pointer.
    pub errors: FormErrors,
    /// Language.
    pub lang: Lang,
    /// A value that was chosen and is not saved yet: pointer and code.
    pub chosen: Option<(String, String)>,
    /// Addresses of searches lead back here.
    pub here: String,
}

/// A text field with a code, its name, and the way to search for it.
#[derive(Debug, Clone, Template)]
#[template(path = "perekaman/lookup.html")]
struct Lookup {
    field: Field,
    table: &'static str,
    name: String,
    search: &'static str,
    about: String,
    pointer: String,
    within: String,
}

components!(Lookup);

impl Fields<'_> {
    /// Texts.
    pub fn t(&self) -> &'static RekamTexts {
        RekamTexts::of(self.lang)
    }

    fn book(&self) -> Book<'_> {
        Book { snapshot: &self.draft.day.snapshot, today: self.draft.day.today, lang: self.lang }
    }

    /// The field at a pointer such as `entitas[0].namaEntitas`, called as the catalogue calls it.
    pub fn at(&self, pointer: &str) -> Option<Piece> {
        let (section, name) = place(pointer);
        let spec = spec(section, name)?;
        Some(self.field(pointer, pointer, spec))
    }

    /// The same posted under another name.
    pub fn named(&self, pointer: &str, posted: &str) -> Option<Piece> {
        let (section, name) = place(pointer);
        Some(self.field(pointer, posted, spec(section, name)?))
    }

    /// The value with the computed figures, and for a code what it is called.
    pub fn told(&self, pointer: &str) -> String {
        let (section, name) = place(pointer);
        let value = self.values.computed(pointer).unwrap_or_default();
        let Some(spec) = spec(section, name).filter(|_| !value.is_empty()) else { return value };
        let called = match Tabel::of(spec.name, spec.allowed) {
            Some(table) => self.book().name(table, &value, &self.values.raw("kodeKantor")),
            None => {
                let options = self.book().options(spec.allowed).unwrap_or_default();
                options.into_iter().find(|(code, _)| *code == value).map(|(_, name)| name)
            }
        };
        match called.filter(|name| !name.is_empty()) {
            Some(name) => format!("{value} – {name}"),
            None => value,
        }
    }

    fn field(&self, pointer: &str, posted: &str, spec: &FieldSpec) -> Piece {
        let label = self.lang.say(&spec.label());
        let value = match &self.chosen {
            Some((at, code)) if at == posted => code.clone(),
            _ => self.values.shown(pointer),
        };
        if let Some(table) = Tabel::of(spec.name, spec.allowed) {
            return self.lookup(posted, label, value, table);
        }
        if let Some(options) = self.book().options(spec.allowed) {
            return self.select(posted, label, &value, options, spec);
        }
        match self.values.shape(pointer) {
            Shape::YesNo => {
                let t = self.t();
                let options = vec![("Y".to_owned(), t.yes.to_owned()), ("T".to_owned(), t.no.to_owned())];
                self.select(posted, label, &value, options, spec)
            }
            Shape::Number => {
                let field = Field::number(posted.to_owned(), label).value(value).autocomplete("off").max_length(30);
                self.hinted(field.width(20), pointer, spec).errors(&self.errors).into()
            }
            Shape::Date => {
                let field = Field::text(posted.to_owned(), label).value(value).width(10).input_mode("numeric");
                field.hint(self.t().date_hint).autocomplete("off").max_length(30).errors(&self.errors).into()
            }
            Shape::Text if is_long(spec.name) => {
                Textarea::new(posted.to_owned(), label).value(value).rows(2).errors(&self.errors).into()
            }
            Shape::Text => {
                let field = Field::text(posted.to_owned(), label).value(value).autocomplete("off").no_spellcheck();
                self.hinted(field, pointer, spec).errors(&self.errors).into()
            }
        }
    }

    /// Says what a blank field is computed to.
    fn hinted(&self, field: Field, pointer: &str, spec: &FieldSpec) -> Field {
        let can = COMPUTED.contains(&spec.name) || (pointer.starts_with("barang[") && spec.need == Need::Always);
        match self.values.computed(pointer).filter(|_| can && self.values.raw(pointer).is_empty()) {
            Some(value) => field.hint(fill(self.t().computed, &[("nilai", &value)])),
            None => field,
        }
    }

    fn select(
        &self,
        posted: &str,
        label: String,
        value: &str,
        options: Vec<(String, String)>,
        spec: &FieldSpec,
    ) -> Piece {
        let t = self.t();
        let mut field = Select::new(posted.to_owned(), label);
        if spec.need != Need::Always || value.is_empty() {
            field = field.option("", t.choose);
        }
        let known = value.is_empty() || options.iter().any(|(code, _)| code == value);
        for (code, name) in options {
            let same = name.is_empty() || name.eq_ignore_ascii_case(&code) || spec.allowed == Allowed::Any;
            let text = match (same, name.is_empty()) {
                (true, true) => code.clone(),
                (true, false) => name,
                (false, _) => format!("{code} – {name}"),
            };
            field = field.option(code, text);
        }
        if !known {
            field = field.option(value.to_owned(), fill(t.unknown_code, &[("kode", value)]));
        }
        field.value(value).errors(&self.errors).into()
    }

    fn lookup(&self, posted: &str, label: String, value: String, table: Tabel) -> Piece {
        let t = self.t();
        let within = if table == Tabel::Tps { self.values.raw("kodeKantor") } else { String::new() };
        let name = self.book().name(table, &value, &within).unwrap_or_default();
        let width = if table == Tabel::Hs { 10 } else { 5 };
        let field = Field::code(posted.to_owned(), label.clone()).value(value).width(width).max_length(40);
        let about = fill(t.search_about, &[("apa", &label)]);
        let field = field.errors(&self.errors);
        let (search, pointer) = (t.search, posted.to_owned());
        Lookup { field, table: table.word(), name, search, about, pointer, within }.into()
    }
}

/// Long texts get more than one line.
fn is_long(name: &str) -> bool {
    matches!(name, "uraian" | "alamatEntitas" | "spesifikasiLain" | "merkKemasan")
}

/// The catalogue's section and member of a pointer.
fn place(pointer: &str) -> (&str, &str) {
    match pointer.rsplit_once("].") {
        Some((lists, name)) => {
            let list = lists.rsplit('.').next().unwrap_or(lists);
            (list.split('[').next().unwrap_or(list), name)
        }
        None => ("", pointer),
    }
}

/// The findings of some pointers as errors of a form, at the inputs where they are mended; what only warns is left to
/// the check page.
pub fn errors_at<'a>(draft: &Draft, lang: Lang, findings: impl Iterator<Item = &'a Finding>) -> FormErrors {
    let mut errors = FormErrors::new(lang);
    for finding in findings.filter(|finding| finding.severity == Severity::Reject) {
        let at = input(draft, finding.pointer.as_str()).unwrap_or_else(|| finding.pointer.to_string());
        errors.add(at, with_law(finding, lang));
    }
    errors
}

/// What is wrong and what to do, with the rule and its law.
pub fn with_law(finding: &Finding, lang: Lang) -> String {
    let message = lang.say(&finding.message);
    match finding.law.as_ref() {
        "" => format!("{message} ({})", finding.code),
        law => format!("{message} ({}, {law})", finding.code),
    }
}
