//! What an operation is; the rows stand in the files beside.

mod documents;
mod lookups;

/// Under which prefixes an operation is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// Those of the log-in.
    Auth,
    /// Those of the services.
    Services,
    /// None.
    Root,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// JSON of a schema.
    Json(&'static str),
    /// JSON of a schema, or nothing.
    Perhaps(&'static str),
    /// A form with a file.
    Form(&'static str),
}

impl Body {
    /// Media type and schema.
    pub fn media(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None => None,
            Self::Json(schema) | Self::Perhaps(schema) => Some(("application/json", schema)),
            Self::Form(schema) => Some(("multipart/form-data", schema)),
        }
    }

    /// Whether something must be sent.
    pub fn required(self) -> bool {
        !matches!(self, Self::Perhaps(_))
    }
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In the headers.
    Header,
}

/// A parameter.
#[derive(Debug, Clone, Copy)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub place: Where,
    /// Whether it must be there.
    pub required: bool,
    /// What it is, Indonesian.
    pub keterangan: &'static str,
    /// What it is, English.
    pub en: &'static str,
    /// A value.
    pub example: &'static str,
}

/// An operation.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Small letters.
    pub method: &'static str,
    /// Path below the prefix, as in the router.
    pub path: &'static str,
    /// Prefixes.
    pub home: Home,
    /// Group.
    pub tag: &'static str,
    /// Name for generated clients.
    pub id: &'static str,
    /// What it does, Indonesian.
    pub ringkasan: &'static str,
    /// What it does, English.
    pub en: &'static str,
    /// Without a token.
    pub open: bool,
    /// Parameters.
    pub params: &'static [Param],
    /// What is sent.
    pub body: Body,
    /// Schema of the good answer, or `PDF`.
    pub answer: &'static str,
    /// What the good answer is.
    pub answered: &'static str,
    /// Statuses of refusals.
    pub refusals: &'static [u16],
}

/// Groups: name, Indonesian, English.
pub const TAGS: &[(&str, &str, &str)] = &[
    ("auth", "Masuk, perbarui token, data pengguna", "Log in, refresh the token, user information"),
    ("document", "Mengirim dan memeriksa dokumen", "Send and check documents"),
    ("file", "Mengunggah dokumen pelengkap", "Upload supporting files"),
    ("status", "Status dan respons", "Status and responses"),
    ("letter", "Surat dan formulir PDF", "Letters and forms as PDF"),
    ("reference", "Kurs, tarif, dan referensi", "Rates, tariff and references"),
    ("event", "Kejadian berurutan", "Events in order"),
    ("sandbox", "Hanya di sandbox: hasil dan jam", "Only in a sandbox: outcomes and clock"),
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Operation> {
    documents::ROWS.iter().chain(lookups::ROWS)
}

pub(super) const fn path(
    name: &'static str,
    keterangan: &'static str,
    en: &'static str,
    example: &'static str,
) -> Param {
    Param { name, place: Where::Path, required: true, keterangan, en, example }
}

pub(super) const fn query(
    name: &'static str,
    keterangan: &'static str,
    en: &'static str,
    example: &'static str,
) -> Param {
    Param { name, place: Where::Query, required: false, keterangan, en, example }
}

pub(super) const fn must(param: Param) -> Param {
    Param { required: true, ..param }
}

pub(super) const AJU: Param =
    path("aju", "Nomor aju, 26 karakter", "Submission number, 26 characters", "000020CTH00120260306000001");
pub(super) const AJU_ASKED: Param =
    must(query("nomorAju", "Nomor aju, 26 karakter", "Submission number, 26 characters", "000020CTH00120260306000001"));
pub(super) const DAY: Param = query(
    "tanggal",
    "Hari yang ditanyakan, YYYY-MM-DD; hari ini bila kosong",
    "Day asked for, YYYY-MM-DD; today when left out",
    "2026-03-06",
);
pub(super) const HS: Param = must(query("kodeHs", "Pos tarif 8 digit", "HS code, 8 digits", "84818099"));
pub(super) const OFFICE: Param = path("office", "Kantor pabean, 6 digit", "Customs office, 6 digits", "040300");
pub(super) const WORDS: Param = path("words", "Bagian nama atau kode", "Part of a name or code", "shanghai");
pub(super) const FINAL: Param = query(
    "isFinal",
    "true atau 1: kirim; selain itu disimpan sebagai draf",
    "true or 1: send; anything else stores a draft",
    "true",
);
pub(super) const REVISION: Param = query("isRevision", "true: perubahan", "true: an amendment", "false");
pub(super) const KEY: Param = Param {
    name: "Idempotency-Key",
    place: Where::Header,
    required: false,
    keterangan: "Kunci buatan klien: permintaan yang sama dijawab sama",
    en: "Chosen by the client: the same request gets the same answer",
    example: "kirim-0001",
};

/// What may happen to any call with a token.
pub(super) const USUAL: &[u16] = &[400, 401, 403, 404, 405, 413, 429, 500, 503];
pub(super) const SENDING: &[u16] = &[400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503];
pub(super) const UPLOADING: &[u16] = &[400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503];
pub(super) const ENTERING: &[u16] = &[400, 401, 405, 413, 429, 500, 503];

/// An operation with a token that is asked for.
pub(super) const fn get(
    path: &'static str,
    tag: &'static str,
    id: &'static str,
    about: (&'static str, &'static str),
) -> Operation {
    Operation {
        method: "get",
        path,
        home: Home::Services,
        tag,
        id,
        ringkasan: about.0,
        en: about.1,
        open: false,
        params: &[],
        body: Body::None,
        answer: "PDF",
        answered: "PDF",
        refusals: USUAL,
    }
}
