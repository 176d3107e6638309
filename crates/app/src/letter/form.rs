//! The printed form BC 2.0, draft or sent.

use declaration::document::Section;
use declaration::levy::Assessment;
use declaration::workflow::Untuk;
use declaration::{Pib, Raw};
use kernel::{Date, Timestamp};
use reference::Snapshot;
use serde_json::{Map, Value};

use super::context::{letterhead, text};
use super::form_names;
use super::issue::LetterState;
use super::names::Names;
use super::words;
use crate::surat::{FormulirBc20, Jaminan, Kop, NomorTanggal, PungutanFormulir};

/// What the form prints beside the document.
#[derive(Debug, Clone, Copy)]
pub struct FormHead<'a> {
    /// 26 characters, for a draft that does not hold its number yet.
    pub nomor_aju: &'a str,
    /// Office whose letterhead it bears, 6 digits; may be blank for a draft.
    pub kode_kantor: &'a str,
    /// The moment on the form; for a sent document one that stays the same.
    pub waktu: Timestamp,
    /// Name of the installation.
    pub instalasi: &'a str,
    /// Its public address.
    pub base_url: &'a str,
    /// SHA-256 of the frozen document, hex; none for a draft.
    pub sha256: Option<&'a str>,
    /// Registration, billing and payment so far; the default for a draft.
    pub state: &'a LetterState,
}

/// Data of the printed form BC 2.0 (kind `BC20`).
pub fn form(doc: &Pib, assessment: &Assessment, snapshot: &Snapshot, today: Date, head: &FormHead<'_>) -> Value {
    let names = Names { snapshot, today, kantor: head.kode_kantor };
    let kop = head_kop(snapshot, head);
    let state = head.state;
    let paid = |paid: &declaration::workflow::Pembayaran| NomorTanggal {
        nomor: paid.ntpn.to_string(),
        tanggal: Some(words::local(kop.zona, paid.waktu_bayar).date()),
    };
    let form = FormulirBc20 {
        draf: head.sha256.is_none(),
        pendaftaran: state
            .pendaftaran
            .as_ref()
            .map(|given| NomorTanggal { nomor: given.nomor.to_string(), tanggal: Some(given.tanggal) }),
        dokumen: document(doc, head.nomor_aju),
        nama: form_names::of(doc, names),
        pungutan: levies(assessment),
        nilai_pabean: assessment.valuation.customs_value.and_then(words::whole),
        kode_billing: state.billing_of(Untuk::Pib).and_then(|b| b.kode).map(|k| k.to_string()).unwrap_or_default(),
        ntpn: state.pembayaran.as_ref().map(paid),
        jaminan: guarantee(doc),
        kop,
    };
    serde_json::to_value(form).unwrap_or_default()
}

fn head_kop(snapshot: &Snapshot, head: &FormHead<'_>) -> Kop {
    let kop = letterhead(snapshot, head.kode_kantor, head.waktu, (head.instalasi, head.base_url));
    Kop {
        kantor: if head.kode_kantor.is_empty() { String::new() } else { kop.kantor },
        sidik: head.sha256.unwrap_or_default().to_owned(),
        ..kop
    }
}

/// The document with its number.
fn document(doc: &Pib, nomor_aju: &str) -> Value {
    let mut document = plain(doc.to_raw());
    if doc.nomor_aju.is_blank()
        && let Some(members) = document.as_object_mut()
    {
        members.insert("nomorAju".to_owned(), Value::String(nomor_aju.to_owned()));
    }
    document
}

fn levies(assessment: &Assessment) -> Vec<PungutanFormulir> {
    let row = |total: &declaration::levy::Total| PungutanFormulir {
        kode_jenis_pungutan: total.jenis.code().to_owned(),
        kode_fasilitas_tarif: total.fasilitas.code().to_owned(),
        nilai: total.rounded,
    };
    assessment.totals.iter().map(row).collect()
}

/// The first guarantee that has number, date and amount.
fn guarantee(doc: &Pib) -> Option<Jaminan> {
    doc.jaminan.iter().find_map(|given| {
        Some(Jaminan {
            kode_jenis_jaminan: text(&given.kode_jenis_jaminan),
            nomor: given.nomor_jaminan.good()?.to_string(),
            tanggal: given.tanggal_jaminan.value()?.date(),
            nilai: words::whole(given.nilai_jaminan.value()?.get())?,
            penjamin: text(&given.penjamin),
        })
    })
}

/// The document as plain JSON; a number stays the digits that were sent, as text.
fn plain(raw: Raw) -> Value {
    match raw {
        Raw::Null => Value::Null,
        Raw::Bool(truth) => Value::Bool(truth),
        Raw::Number(text) | Raw::Text(text) => Value::String(text),
        Raw::List(list) => Value::Array(list.into_iter().map(plain).collect()),
        Raw::Object(members) => {
            Value::Object(members.into_iter().map(|(name, value)| (name, plain(value))).collect::<Map<_, _>>())
        }
    }
}
