//! The generated families: shape (`PIB-B.*`), mandatory (`PIB-W.*`), code list (`PIB-D.*`), unknown member (`PIB-N.*`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use kernel::{Finding, Findings, Pointer, Severity, Text};
use reference::TableKind;

use super::catalog::{Allowed, FieldSpec, Need, SECTIONS};
use super::words::section_label;
use super::{MOST_PER_RULE, Subject, left_out};
use crate::document::{AnyField, Path, Section, Visit};
use crate::raw::Raw;

/// Where the shape of the document is laid down.
const LAW: &str = "PER-22/BC/2009 jo. PER-20/BC/2016; skema CEISA 4.0 BC 2.0";

/// Runs the generated rules over every datum.
pub(super) fn check(subject: &Subject<'_>, out: &mut Findings) {
    let mut pass = Pass {
        subject,
        out,
        counts: BTreeMap::new(),
        section: 0,
        next: 0,
        buffer: String::new(),
        accepted: SECTIONS.iter().map(|(_, table)| vec![String::new(); table.len()]).collect(),
    };
    subject.doc.walk(&Path::Root, &mut pass);
    pass.close();
}

struct Pass<'a, 'b> {
    subject: &'a Subject<'a>,
    out: &'b mut Findings,
    counts: BTreeMap<String, (Severity, usize)>,
    /// Position in [`SECTIONS`] of the section that the last field was in.
    section: usize,
    /// Position in its table of the field that comes next, since rows come field by field in its order.
    next: usize,
    /// Room for the text of a code.
    buffer: String,
    /// The code that each field of each section held when it was last found in its list: goods lines repeat themselves.
    accepted: Vec<Vec<String>>,
}

impl Pass<'_, '_> {
    /// The specification of a field and its place in the section's table; the section of the last field is kept, since
    /// fields come section by section.
    fn spec(&mut self, at: &Path<'_>, name: &str) -> Option<(usize, &'static FieldSpec)> {
        let section = match at {
            Path::Root => "",
            Path::Member(_, name) | Path::Element(_, name, _) => name,
        };
        if section != SECTIONS[self.section].0 {
            (self.section, self.next) = (SECTIONS.iter().position(|(s, _)| *s == section)?, 0);
        }
        let table = SECTIONS[self.section].1;
        let expected = table.get(self.next).filter(|f| f.name == name).map(|_| self.next);
        let place = expected.or_else(|| table.iter().position(|f| f.name == name))?;
        self.next = place + 1;
        Some((place, &table[place]))
    }

    fn report(&mut self, family: char, key: &str, severity: Severity, pointer: Pointer, message: Text) {
        let code = format!("PIB-{family}.{key}");
        let (_, count) = self.counts.entry(code.clone()).or_insert((severity, 0));
        *count += 1;
        if *count <= MOST_PER_RULE {
            self.out.push(Finding { code: Cow::Owned(code), severity, pointer, message, law: Cow::Borrowed(LAW) });
        }
    }

    /// Says how many findings of a rule were left out.
    fn close(self) {
        for (code, (severity, count)) in self.counts {
            if let Some(message) = left_out(count) {
                let pointer = Pointer::root();
                self.out.push(Finding { code: Cow::Owned(code), severity, pointer, message, law: Cow::Borrowed(LAW) });
            }
        }
    }

    fn check_code(&mut self, at: &Path<'_>, (place, spec): (usize, &'static FieldSpec), code: &str) {
        let accepted = &mut self.accepted[self.section][place];
        if accepted == code {
            return;
        }
        let Some(severity) = spec.allowed.severity() else { return };
        if is_known(self.subject, spec.allowed, code) {
            code.clone_into(accepted);
            return;
        }
        let hint = hint(spec.allowed);
        let message = Text::made(
            format!("{}: kode \"{code}\" tidak dikenal. {}", spec.id, hint.id),
            format!("{}: code \"{code}\" is not known. {}", spec.en, hint.en),
        );
        self.report('D', &spec.key(), severity, at.pointer(spec.name), message);
    }
}

impl Visit for Pass<'_, '_> {
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        let Some((place, spec)) = self.spec(at, name) else { return };
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
            let message = Text::made(format!("{} wajib diisi.", spec.id), format!("{} must be filled in.", spec.en));
            self.report('W', &spec.key(), severity, at.pointer(name), message);
        } else if spec.allowed != Allowed::Any {
            let mut code = std::mem::take(&mut self.buffer);
            code.clear();
            field.show(&mut code);
            self.check_code(at, (place, spec), &code);
            self.buffer = code;
        }
    }

    fn extra(&mut self, at: &Path<'_>, name: &str, raw: &Raw, is_list: bool) {
        if name.is_empty() || is_list {
            let (key, message) = if is_list {
                let (id, en) = section_label(name);
                (name, Text::made(format!("{id} harus berupa daftar."), format!("{en} must be a list.")))
            } else {
                ("objek", Text::fixed("Baris ini harus berupa objek.", "This row must be an object."))
            };
            self.report('B', key, Severity::Reject, at.pointer(name), message);
        } else if *raw != Raw::Null {
            let message = Text::made(
                format!("Anggota \"{}\" tidak dikenal; disimpan apa adanya dan tidak dipakai.", shorten(name)),
                format!("Member \"{}\" is not known; it is kept as it came and not used.", shorten(name)),
            );
            self.report('N', "anggota", Severity::Note, at.pointer(name), message);
        }
    }
}

/// Long texts are cut in messages.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(60).chain(['…']).collect() }
}

/// Whether the reference data have the code on the day; a list that the installation never loaded judges nothing.
fn is_known(subject: &Subject<'_>, allowed: Allowed, code: &str) -> bool {
    let data = subject.snapshot;
    let in_table = |kind, found: bool| found || !data.has(kind);
    match allowed {
        Allowed::Any => true,
        Allowed::Fixed(codes) => codes.contains(&code),
        Allowed::List(group) | Allowed::OpenList(group) => {
            data.kode(group, code, subject.today).is_some() || !data.has_list(group)
        }
        Allowed::Country => in_table(TableKind::Negara, data.negara(code).is_some()),
        Allowed::Port => in_table(TableKind::Pelabuhan, data.pelabuhan(code).is_some()),
        Allowed::Office => in_table(TableKind::Kantor, data.kantor(code).is_some()),
        Allowed::Currency => in_table(TableKind::Valuta, data.valuta(code).is_some()),
        Allowed::Unit => in_table(TableKind::Satuan, data.satuan(code).is_some()),
        Allowed::Package => in_table(TableKind::Kemasan, data.kemasan(code).is_some()),
        Allowed::DocumentKind => in_table(TableKind::Dokumen, data.dokumen(code).is_some()),
    }
}

/// What a known code looks like.
fn hint(allowed: Allowed) -> Text {
    let (id, en) = match allowed {
        Allowed::Any | Allowed::List(_) => ("Pilih kode dari daftar.", "Choose a code of the list."),
        Allowed::Fixed(codes) => {
            let codes = codes.join(", ");
            return Text::made(format!("Yang berlaku: {codes}."), format!("Valid: {codes}."));
        }
        Allowed::OpenList(_) => (
            "Pilih kode dari daftar, atau pastikan kode ini benar; daftarnya dapat belum lengkap.",
            "Choose a code of the list, or make sure that this one is right; the list may be incomplete.",
        ),
        Allowed::Country => ("Tulis kode negara 2 huruf, misalnya JP.", "Write the 2-letter country code, such as JP."),
        Allowed::Port => (
            "Tulis UN/LOCODE 5 karakter, misalnya SGSIN; daftar pelabuhan dapat belum lengkap.",
            "Write the 5-character UN/LOCODE, such as SGSIN; the list of ports may be incomplete.",
        ),
        Allowed::Office => ("Tulis kode kantor 6 angka, misalnya 040300.", "Write the 6-digit office, such as 040300."),
        Allowed::Currency => ("Tulis kode ISO 3 huruf, misalnya USD.", "Write the 3-letter ISO code, such as USD."),
        Allowed::Unit => (
            "Tulis kode satuan UN/ECE Rec 20, misalnya KGM atau PCE.",
            "Write the unit by UN/ECE Rec 20, such as KGM or PCE.",
        ),
        Allowed::Package => (
            "Tulis kode kemasan 2 huruf UN/ECE Rec 21, misalnya CT.",
            "Write the 2-letter package kind by UN/ECE Rec 21, such as CT.",
        ),
        Allowed::DocumentKind => (
            "Pilih jenis dokumen dari daftar, misalnya 380 untuk invoice.",
            "Choose a kind of the list, such as 380 for an invoice.",
        ),
    };
    Text::fixed(id, en)
}
