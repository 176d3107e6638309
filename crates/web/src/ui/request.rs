//! A request to the office: data, attachments, electronic statement, «Kirim».

use askama::Template;

use super::form::FormErrors;
use super::{Button, Buttons, Checkboxes, DateField, Field, FileUpload, Form, Inset, Piece, Select, Text, components};
use crate::lang::Lang;
use crate::messages::fill;

/// Most attachments of one request.
pub const MOST_ATTACHMENTS: usize = 20;

/// One attachment as it was typed; the file itself is never sent back.
#[derive(Debug, Clone, Default)]
pub struct Attachment {
    /// Code of the kind of document.
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its date: day, month, year.
    pub date: [String; 3],
    /// Name of the file that is already stored.
    pub stored: Option<String>,
}

/// Builds the form. Fields of attachment N (from 1) are `lampiran-N-jenis`, `-nomor`, `-tgl-tanggal` and so on,
/// `-berkas`; the statement is `pernyataan=ya`.
pub struct RequestForm<'a> {
    lang: Lang,
    action: Text,
    csrf: &'a str,
    errors: &'a FormErrors,
    data: Vec<Piece>,
    attachments: Vec<Attachment>,
    kinds: Vec<(Text, Text)>,
    statement: Text,
    agreed: bool,
    send: Text,
}

impl<'a> RequestForm<'a> {
    /// Posts to `action`.
    pub fn new(lang: Lang, action: impl Into<Text>, csrf: &'a str, errors: &'a FormErrors) -> Self {
        let t = lang.ui();
        Self {
            lang,
            action: action.into(),
            csrf,
            errors,
            data: Vec::new(),
            attachments: Vec::new(),
            kinds: Vec::new(),
            statement: t.request_agree.into(),
            agreed: false,
            send: t.request_send.into(),
        }
    }

    /// A field of the data block.
    #[must_use]
    pub fn data(mut self, field: impl Into<Piece>) -> Self {
        self.data.push(field.into());
        self
    }

    /// The attachments so far (at least one is shown), and the kinds of document that may be chosen.
    #[must_use]
    pub fn attachments(mut self, attachments: Vec<Attachment>, kinds: Vec<(Text, Text)>) -> Self {
        self.attachments = attachments;
        self.attachments.truncate(MOST_ATTACHMENTS);
        if self.attachments.is_empty() {
            self.attachments.push(Attachment::default());
        }
        self.kinds = kinds;
        self
    }

    /// Another statement than the usual one, and whether it was agreed to.
    #[must_use]
    pub fn statement(mut self, text: Option<Text>, agreed: bool) -> Self {
        if let Some(text) = text {
            self.statement = text;
        }
        self.agreed = agreed;
        self
    }

    /// The form, in three blocks and a button.
    pub fn build(self) -> Form {
        let t = self.lang.ui();
        let mut form = Form::post(self.action.clone(), self.csrf).multipart().guarded();
        form = form.with(Block { title: t.request_data.into(), body: Piece::join(&self.data) });
        if !self.attachments.is_empty() {
            let mut parts = vec![Piece::from(Inset { text: t.request_attachments_hint.into() })];
            parts.extend(self.attachments.iter().enumerate().map(|(at, one)| self.attachment(at + 1, one)));
            if self.attachments.len() < MOST_ATTACHMENTS {
                let more = Button::secondary(t.request_more).value("tambah", "lampiran");
                parts.push(Buttons::new().with(more).into());
            }
            form = form.with(Block { title: t.request_attachments.into(), body: Piece::join(&parts) });
        }
        let agree = Checkboxes::single("pernyataan", self.statement.clone(), self.agreed).errors(self.errors);
        form.with(Block { title: t.request_statement.into(), body: agree.into() })
            .with(Buttons::new().with(Button::primary(self.send.clone())))
    }

    fn attachment(&self, at: usize, one: &Attachment) -> Piece {
        let t = self.lang.ui();
        let name = |part: &str| format!("lampiran-{at}-{part}");
        let mut kind = Select::new(name("jenis"), t.request_kind).option("", t.choose);
        for (value, text) in &self.kinds {
            kind = kind.option(value.clone(), text.clone());
        }
        let [day, month, year] = one.date.clone();
        let mut file = FileUpload::new(name("berkas"), t.request_file, ".pdf,application/pdf").errors(self.errors);
        if let Some(stored) = &one.stored {
            file = file.hint(stored.clone());
        }
        let body = Piece::join(&[
            kind.value(&one.kind).errors(self.errors).into(),
            Field::code(name("nomor"), t.request_number).value(one.number.clone()).errors(self.errors).into(),
            DateField::new(self.lang, name("tgl"), t.request_date).typed(day, month, year).errors(self.errors).into(),
            file.into(),
        ]);
        let title = fill(t.request_attachment, &[("n", &at.to_string())]);
        Piece::of(&Group { title: title.into(), body })
    }
}

/// A titled part of a form.
#[derive(Template)]
#[template(source = "<section class=\"kartu\">\n<h2>{{ title }}</h2>\n{{ body }}\n</section>", ext = "html")]
struct Block {
    title: Text,
    body: Piece,
}

/// Fields that belong together.
#[derive(Template)]
#[template(
    source = "<fieldset class=\"pb-fieldset kelompok\">\n<legend class=\"pb-fieldset__legend pb-fieldset__legend--s\">{{ title }}</legend>\n{{ body }}\n</fieldset>",
    ext = "html"
)]
struct Group {
    title: Text,
    body: Piece,
}

components!(Block, Group);
