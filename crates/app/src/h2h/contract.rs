//! How strictly a document keeps to the published schema: order of tuples, JSON types, members of the newest
//! schema (h2h-api 2, 7). The content itself is judged by the rules, whatever these say.

use std::borrow::Cow;

use declaration::{Pib, Raw};
use kernel::{Date, Finding, Findings, Pointer, Severity, Text};

use super::config::{H2h, SchemaPolicy, Strictness};

/// Most findings of one kind: more would not help.
const MOST: usize = 100;
const LAW: &str = "Skema JSON BC 2.0 0.5.7.23";

/// Codes that the schema expects at each place of `entitas`.
const ENTITAS: &[&str] = &["1", "7", "9", "10", "11", "4"];
/// The same of `dokumen`; every further place is free.
const DOKUMEN: &[&str] = &["380", "705 740"];
/// Findings about members that 0.5.7.23 made mandatory.
const NEW: &str = "PIB-W.";

/// What a submission in CEISA's JSON is told about its form.
pub(crate) fn judge(h2h: &H2h, body: &[u8], doc: &Pib) -> Findings {
    let mut out = Findings::new();
    if h2h.tuple_order == Strictness::Strict {
        let entitas = doc.entitas.iter().map(|e| e.kode_entitas.good().map(ToString::to_string));
        tuple(&mut out, "entitas", "kodeEntitas", ENTITAS, entitas.collect());
        let dokumen = doc.dokumen.iter().map(|d| d.kode_dokumen.good().map(ToString::to_string));
        tuple(&mut out, "dokumen", "kodeDokumen", DOKUMEN, dokumen.collect());
    }
    if h2h.json_types == Strictness::Strict
        && let Ok(raw) = Raw::parse(body, &declaration::Limits::default())
    {
        types(&mut out, "", &raw);
    }
    out
}

/// What the installation makes of the newest schema's members: the rules warn, and here the warning is dropped or
/// becomes a refusal.
pub(crate) fn weigh_schema(policy: SchemaPolicy, findings: &mut Findings, today: Date) {
    match policy {
        SchemaPolicy::Warn => {}
        SchemaPolicy::Ignore => findings.retain(|f| !f.code.starts_with(NEW)),
        SchemaPolicy::From(day) if today < day => {}
        SchemaPolicy::From(_) => {
            for finding in findings.iter_mut().filter(|f| f.code.starts_with(NEW)) {
                finding.severity = Severity::Reject;
            }
        }
    }
}

fn push(out: &mut Findings, code: &'static str, severity: Severity, pointer: &str, message: Text) {
    let pointer = Pointer::new(pointer);
    out.push(Finding { code: Cow::Borrowed(code), severity, pointer, message, law: Cow::Borrowed(LAW) });
}

fn tuple(out: &mut Findings, list: &str, member: &str, expected: &[&str], found: Vec<Option<String>>) {
    for (place, (code, wanted)) in found.into_iter().zip(expected).enumerate() {
        let code = code.unwrap_or_default();
        if wanted.split(' ').any(|one| one == code) {
            continue;
        }
        let wanted = wanted.replace(' ', "/");
        let message = Text::made(
            format!("1042: baris ini harus {member} {wanted}, bukan {code}; urutkan seperti skema."),
            format!("1042: this row must have {member} {wanted}, not {code}; keep the schema's order."),
        );
        push(out, "H2H-1042", Severity::Reject, &format!("{list}[{place}].{member}"), message);
    }
}

/// Whether the schema has a number at a member.
fn is_number(name: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "asuransi",
        "biayaTambahan",
        "biayaPengurang",
        "bruto",
        "cif",
        "cifRupiah",
        "fob",
        "freight",
        "hargaPenyerahan",
        "jumlahKontainer",
        "jumlahTandaPengaman",
        "ndpbm",
        "netto",
        "nilaiBarang",
        "nilaiIncoterm",
        "nilaiMaklon",
        "totalDanaSawit",
        "vd",
        "volume",
        "seri",
        "jumlahSatuan",
        "jumlahKemasan",
        "hargaSatuan",
        "hargaEkspor",
        "hargaPatokan",
        "hargaPerolehan",
        "diskon",
        "nilaiTambah",
        "nilaiDevisa",
        "saldoAwal",
        "saldoAkhir",
        "tarif",
        "tarifFasilitas",
        "nilaiBayar",
        "nilaiFasilitas",
        "nilaiSudahDilunasi",
        "persentaseImpor",
        "isiPerKemasan",
    ];
    NUMBERS.contains(&name)
}

fn is_text(name: &str) -> bool {
    let code = name.starts_with("kode") && name != "kodeSpekKhusus" && name != "kodeKategoriKonsolidator";
    code || (name.starts_with("nomor") || name.starts_with("nama") || name.starts_with("tanggal") || name == "posTarif")
}

fn types(out: &mut Findings, path: &str, raw: &Raw) {
    if out.len() >= MOST {
        return;
    }
    match raw {
        Raw::Object(members) => {
            for (name, value) in members {
                let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                match value {
                    Raw::Text(_) if is_number(name) => push(out, "H2H-TIPE", Severity::Reject, &at, NUMBER),
                    Raw::Number(_) if is_text(name) => push(out, "H2H-TIPE", Severity::Reject, &at, STRING),
                    nested => types(out, &at, nested),
                }
            }
        }
        Raw::List(rows) => {
            for (place, row) in rows.iter().enumerate() {
                types(out, &format!("{path}[{place}]"), row);
            }
        }
        Raw::Null | Raw::Bool(_) | Raw::Number(_) | Raw::Text(_) => {}
    }
}

const NUMBER: Text =
    Text::fixed("Tulis sebagai bilangan JSON, tanpa tanda kutip.", "Write a JSON number, without quotation marks.");
const STRING: Text =
    Text::fixed("Tulis sebagai teks JSON, dengan tanda kutip.", "Write a JSON string, with quotation marks.");
