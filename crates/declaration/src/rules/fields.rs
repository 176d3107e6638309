//! The generated families: shape (`PIB-B.*`), mandatory (`PIB-W.*`), code list (`PIB-D.*`), unknown member (`PIB-N.*`).

use std::borrow::Cow;

use kernel::{Finding, Findings, Pointer, Severity, Text};

use super::catalog::{Allowed, FieldSpec, Need, SECTIONS, spec};
use super::{MOST_PER_RULE, Subject};
use crate::document::{AnyField, Path, Section, Visit};
use crate::raw::Raw;

/// Where the shape of the document is laid down.
const LAW: &str = "PER-22/BC/2009 jo. PER-20/BC/2016; skema CEISA 4.0 BC 2.0";

/// Runs the generated rules over every datum.
pub(super) fn check(subject: &Subject<'_>, out: &mut Findings) {
    let mut pass = Pass { subject, out, limit: MOST_PER_RULE * 50, table: SECTIONS[0].1, section: "" };
    subject.doc.walk(&Path::Root, &mut pass);
}

struct Pass<'a, 'b> {
    subject: &'a Subject<'a>,
    out: &'b mut Findings,
    limit: usize,
    table: &'static [FieldSpec],
    section: &'static str,
}

impl Pass<'_, '_> {
    /// The specification of a field; the table of the last section is kept, since fields come section by section.
    fn spec(&mut self, at: &Path<'_>, name: &str) -> Option<&'static FieldSpec> {
        let section = match at {
            Path::Root => "",
            Path::Member(_, name) | Path::Element(_, name, _) => name,
        };
        if section != self.section {
            let (name, table) = SECTIONS.iter().find(|(s, _)| *s == section)?;
            (self.section, self.table) = (name, table);
        }
        self.table.iter().find(|f| f.name == name)
    }

    fn report(&mut self, family: char, key: &str, severity: Severity, pointer: Pointer, message: Text) {
        if self.out.len() < self.limit {
            let code = Cow::Owned(format!("PIB-{family}.{key}"));
            self.out.push(Finding { code, severity, pointer, message, law: Cow::Borrowed(LAW) });
        }
    }

    fn check_code(&mut self, at: &Path<'_>, spec: &'static FieldSpec, code: &str) {
        let Some((severity, list)) = unknown(self.subject, spec.allowed, code) else { return };
        let message = Text::made(
            format!("{}: kode \"{code}\" tidak ada dalam {list}. Pilih kode dari daftar.", spec.id),
            format!("{}: code \"{code}\" is not in {list}. Choose a code of the list.", spec.en),
        );
        self.report('D', &spec.key(), severity, at.pointer(spec.name), message);
    }
}

impl Visit for Pass<'_, '_> {
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        let Some(spec) = self.spec(at, name) else { return };
        if let Some(problem) = field.problem() {
            let message = Text::made(
                format!("{}: \"{}\" tidak dapat dibaca. {}", spec.id, shorten(&field.text()), problem.message.id),
                format!("{}: \"{}\" cannot be read. {}", spec.en, shorten(&field.text()), problem.message.en),
            );
            self.report('B', &spec.key(), Severity::Reject, at.pointer(name), message);
        } else if field.blank() {
            let severity = match spec.need {
                Need::Always => Severity::Reject,
                Need::NewSchema => Severity::Warn,
                Need::Optional => return,
            };
            let message = Text::made(
                format!("{} wajib diisi.", spec.id),
                format!("{} must be filled in.", spec.en),
            );
            self.report('W', &spec.key(), severity, at.pointer(name), message);
        } else if spec.allowed != Allowed::Any {
            let code = field.text();
            self.check_code(at, spec, &code);
        }
    }

    fn extra(&mut self, at: &Path<'_>, name: &str, raw: &Raw, is_list: bool) {
        if name.is_empty() || is_list {
            let message = Text::made(
                format!("{} harus berupa {}.", label(name), if is_list { "daftar" } else { "objek" }),
                format!("{} must be {}.", label(name), if is_list { "a list" } else { "an object" }),
            );
            self.report('B', if name.is_empty() { "objek" } else { name }, Severity::Reject, at.pointer(name), message);
        } else if *raw != Raw::Null {
            let message = Text::made(
                format!("Anggota \"{}\" tidak dikenal; disimpan apa adanya dan tidak dipakai.", shorten(name)),
                format!("Member \"{}\" is not known; it is kept as it came and not used.", shorten(name)),
            );
            self.report('N', "anggota", Severity::Note, at.pointer(name), message);
        }
    }
}

fn label(name: &str) -> &str {
    if name.is_empty() { "Baris ini" } else { name }
}

/// Long texts are cut in messages.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(60).chain(['…']).collect() }
}

/// Whether `code` breaks its list: how much that weighs and what the list is called.
fn unknown(subject: &Subject<'_>, allowed: Allowed, code: &str) -> Option<(Severity, String)> {
    let (known, severity, list) = match allowed {
        Allowed::Any => return None,
        Allowed::Fixed(codes) => (codes.contains(&code), Severity::Reject, codes.join(", ")),
        Allowed::List(group) => (in_list(subject, group, code), Severity::Reject, format!("daftar {group}")),
        Allowed::OpenList(group) => (in_list(subject, group, code), Severity::Warn, format!("daftar {group}")),
        Allowed::Country => (subject.snapshot.negara(code).is_some(), Severity::Reject, "daftar negara".into()),
        Allowed::Port => (subject.snapshot.pelabuhan(code).is_some(), Severity::Warn, "daftar pelabuhan".into()),
        Allowed::Office => (subject.snapshot.kantor(code).is_some(), Severity::Reject, "daftar kantor pabean".into()),
        Allowed::Currency => (subject.snapshot.valuta(code).is_some(), Severity::Reject, "daftar valuta".into()),
        Allowed::Unit => (subject.snapshot.satuan(code).is_some(), Severity::Warn, "daftar satuan".into()),
        Allowed::Package => (subject.snapshot.kemasan(code).is_some(), Severity::Reject, "daftar kemasan".into()),
        Allowed::DocumentKind => {
            (subject.snapshot.dokumen(code).is_some(), Severity::Warn, "daftar jenis dokumen".into())
        }
    };
    (!known).then_some((severity, list))
}

/// Whether the list has the code on the day; a list that the installation never loaded judges nothing.
fn in_list(subject: &Subject<'_>, group: &str, code: &str) -> bool {
    !subject.snapshot.has_list(group) || subject.snapshot.kode(group, code, subject.today).is_some()
}

/// The place of a pointer in plain words, for letters and screens: «Barang 4, Pos tarif/HS».
pub fn describe(pointer: &str) -> Text {
    let mut id = Vec::new();
    let mut en = Vec::new();
    let mut section = "";
    let mut rest = pointer;
    while let Some((list, row, tail)) = crate::document::split_list_step(rest) {
        let (list_id, list_en) = section_label(list);
        id.push(format!("{list_id} {}", row + 1));
        en.push(format!("{list_en} {}", row + 1));
        section = SECTIONS.iter().find(|(s, _)| *s == list).map_or("", |(s, _)| s);
        rest = tail;
    }
    if let Some(field) = spec(section, rest) {
        id.push(field.id.to_owned());
        en.push(field.en.to_owned());
    } else if !rest.is_empty() {
        let (label_id, label_en) = section_label(rest);
        id.push(label_id.to_owned());
        en.push(label_en.to_owned());
    }
    if id.is_empty() {
        return Text::fixed("Dokumen", "Document");
    }
    Text::made(id.join(", "), en.join(", "))
}

fn section_label(list: &str) -> (&str, &str) {
    match list {
        "entitas" => ("Entitas", "Party"),
        "dokumen" => ("Dokumen", "Paper"),
        "pengangkut" => ("Pengangkut", "Transport"),
        "kemasan" => ("Kemasan", "Packages"),
        "kontainer" => ("Peti kemas", "Container"),
        "informasiKomponenBiaya" => ("Komponen biaya", "Cost components"),
        "barang" => ("Barang", "Goods line"),
        "barangTarif" => ("Pungutan", "Levy"),
        "barangVd" => ("VD", "Voluntary declaration"),
        "barangDokumen" => ("Dokumen barang", "Paper of the line"),
        "barangSpekKhusus" => ("Spesifikasi khusus", "Special specification"),
        "barangPemilik" => ("Pemilik", "Owner"),
        "pungutan" => ("Total pungutan", "Levy total"),
        "jaminan" => ("Jaminan", "Guarantee"),
        other => (other, other),
    }
}

/// Codes and titles of the generated rules, for the public list: (code, severity, title).
pub fn generated() -> Vec<(String, Severity, Text)> {
    let mut rules = Vec::new();
    for field in SECTIONS.iter().flat_map(|(_, fields)| fields.iter()) {
        let key = field.key();
        match field.need {
            Need::Always => rules.push((format!("PIB-W.{key}"), Severity::Reject, must(field))),
            Need::NewSchema => rules.push((format!("PIB-W.{key}"), Severity::Warn, must(field))),
            Need::Optional => {}
        }
        if field.allowed != Allowed::Any {
            let title = Text::made(
                format!("{} harus kode yang dikenal.", field.id),
                format!("{} must be a known code.", field.en),
            );
            let open = matches!(
                field.allowed,
                Allowed::OpenList(_) | Allowed::Port | Allowed::Unit | Allowed::DocumentKind
            );
            rules.push((format!("PIB-D.{key}"), if open { Severity::Warn } else { Severity::Reject }, title));
        }
    }
    rules
}

fn must(field: &FieldSpec) -> Text {
    Text::made(format!("{} wajib diisi.", field.id), format!("{} must be filled in.", field.en))
}
