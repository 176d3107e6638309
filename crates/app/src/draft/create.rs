//! A new draft: from nothing, from an earlier document, or from JSON; and the end of one that was never sent.

use std::sync::Arc;

use declaration::document::AnyField;
use declaration::workflow::Stage;
use declaration::{Pib, Section};
use kernel::{Date, NomorAju, Text};
use manifest::Pos;
use serde_json::json;
use store::companies::{self, Company, CompanyClass};
use store::{accounts, counters, declarations, parts};

use super::open::{day, open, state_of};
use crate::access::{Actor, UseCase};
use crate::account::Note;
use crate::declaration::{Submission, consignment, find, read, submit};
use crate::{App, Error};

/// Numbers tried before giving up: another door may have used them.
const TRIES: usize = 20;

/// What a draft begins with.
#[derive(Debug, Clone)]
pub enum Source {
    /// Nothing but what the company's data say.
    Blank,
    /// An earlier document that the actor may see, without what belongs to that shipment alone.
    Copy(String),
    /// A document of the host-to-host interface.
    Json(Vec<u8>),
    /// The position of a bill of lading in a manifest.
    Manifest {
        /// Number of the bill that the consignee holds.
        nomor: String,
        /// Its date.
        tanggal: Date,
        /// Office of arrival, 6 digits.
        kantor: String,
    },
}

/// Who the draft is by: the declaring company and, when somebody else records it, the broker.
struct Parties {
    importer: Company,
    broker: Option<Company>,
    name: String,
    position: String,
}

/// Makes a draft and gives its number. A broker who acts for a client records for him.
pub fn create(app: &App, actor: &Actor, source: &Source) -> Result<NomorAju, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let parties = parties(app, actor)?;
    let mut doc = match source {
        Source::Blank => blank(&parties),
        Source::Copy(aju) => copy(app, actor, aju)?,
        Source::Json(bytes) => read(bytes)?,
        Source::Manifest { nomor, tanggal, kantor } => {
            let name = parties.importer.name.clone();
            match consignment(app, actor, (nomor, *tanggal), kantor, &name)? {
                Ok(pos) => of_position(blank(&parties), &pos),
                Err(_) => return Err(Error::Refused(not_in_a_manifest())),
            }
        }
    };
    if let (Source::Json(_), Some(aju)) = (source, doc.nomor_aju.value()) {
        let submission = Submission::default();
        submit(app, actor, doc.to_raw().to_json().as_bytes(), &submission)?;
        return Ok(aju);
    }
    let code = parties.broker.as_ref().unwrap_or(&parties.importer).code.clone();
    for _ in 0..TRIES {
        let aju = next_number(app, &code)?;
        doc.nomor_aju = declaration::Field::Good(aju);
        match submit(app, actor, doc.to_raw().to_json().as_bytes(), &Submission::default()) {
            Ok(_) => return Ok(aju),
            Err(Error::Duplicate) => {}
            Err(error) => return Err(error),
        }
    }
    Err(Error::Duplicate)
}

fn next_number(app: &App, code: &str) -> Result<NomorAju, Error> {
    let today = day(app, "")?.today;
    let series = format!("aju/{code}/{today}");
    let number = app.db().write(move |tx| Ok::<_, Error>(counters::next_number(tx, &series)?))?;
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    NomorAju::generate(None, "20", code, today, number).map_err(|problem| Error::Refused(problem.message))
}

fn parties(app: &App, actor: &Actor) -> Result<Parties, Error> {
    let (own, subject) = (actor.company()?.to_owned(), actor.subject_company()?.to_owned());
    let id = actor.account_id.clone();
    let name = actor.name.clone();
    app.db().read(move |tx| {
        let importer = companies::by_id(tx, &subject)?.ok_or(Error::NotFound)?;
        let broker = if own == subject { None } else { companies::by_id(tx, &own)? };
        let position = accounts::by_id(tx, &id)?.map(|account| account.position).unwrap_or_default();
        Ok(Parties { importer, broker, name: name.clone(), position })
    })
}

fn set(doc: &mut Pib, pairs: &[(&str, &str)]) {
    for (path, text) in pairs {
        if let Some(field) = doc.find_mut(path) {
            field.set_text(text);
        }
    }
}

fn blank(parties: &Parties) -> Pib {
    let mut doc = Pib::default();
    let Parties { importer, broker, name, position } = parties;
    doc.entitas.resize_with(if broker.is_some() { 3 } else { 2 }, Default::default);
    set(
        &mut doc,
        &[
            ("kodeDokumen", "20"),
            ("asalData", "P"),
            ("kodeJenisProsedur", "1"),
            ("kodeJenisImpor", "1"),
            ("kodeCaraBayar", "1"),
            ("kodeTutupPu", "11"),
            ("flagVd", "T"),
            ("namaTtd", name),
            ("jabatanTtd", position),
        ],
    );
    party(&mut doc, 0, "1", importer);
    party(&mut doc, 1, "7", importer);
    set(
        &mut doc,
        &[
            ("entitas[1].kodeAfiliasi", "TAH"),
            ("entitas[0].kodeJenisApi", importer.api_kind.as_deref().unwrap_or("")),
            ("entitas[0].kodeStatus", status(importer.class)),
        ],
    );
    if let Some(broker) = broker {
        party(&mut doc, 2, "4", broker);
    }
    doc
}

/// The code of a company's standing with customs (list `status_pengusaha`).
fn status(class: CompanyClass) -> &'static str {
    match class {
        CompanyClass::Aeo => "AEO",
        CompanyClass::Mita => "MITA",
        CompanyClass::Reguler => "NON MITA",
    }
}

fn party(doc: &mut Pib, index: usize, role: &str, company: &Company) {
    let at = |name: &str| format!("entitas[{index}].{name}");
    let pairs = [
        ("kodeEntitas", role),
        ("kodeJenisIdentitas", "6"),
        ("nomorIdentitas", &company.npwp),
        ("nitku", company.nitku.as_deref().unwrap_or("")),
        ("namaEntitas", &company.name),
        ("alamatEntitas", &company.address),
        ("nibEntitas", company.nib.as_deref().unwrap_or("")),
    ];
    for (name, text) in pairs {
        set(doc, &[(&at(name), text)]);
    }
}

/// What the carrier says of a consignment, in a document that has nothing of it yet.
fn of_position(mut doc: Pib, pos: &Pos) -> Pib {
    let (paper, number) = (pos.paper(), pos.nomor_pos.to_string());
    doc.dokumen.resize_with(1, Default::default);
    doc.kemasan.resize_with(1, Default::default);
    doc.kontainer.resize_with(pos.kontainer.len(), Default::default);
    set(
        &mut doc,
        &[
            ("kodeKantor", pos.kode_kantor.as_ref()),
            ("nomorBc11", &pos.nomor_bc11),
            ("tanggalBc11", &pos.tanggal_bc11.to_string()),
            ("posBc11", number.get(..4).unwrap_or_default()),
            ("subposBc11", number.get(4..).unwrap_or_default()),
            ("bruto", &pos.bruto.to_string()),
            ("dokumen[0].kodeDokumen", "705"),
            ("dokumen[0].nomorDokumen", &paper.nomor),
            ("dokumen[0].tanggalDokumen", &paper.tanggal.to_string()),
            ("kemasan[0].jumlahKemasan", &pos.kemasan.jumlah.to_string()),
            ("kemasan[0].kodeJenisKemasan", &pos.kemasan.jenis),
        ],
    );
    for (index, container) in pos.kontainer.iter().enumerate() {
        set(&mut doc, &[(&format!("kontainer[{index}].nomorKontainer"), container)]);
    }
    doc
}

fn not_in_a_manifest() -> Text {
    Text::fixed(
        "B/L itu tidak ada di manifes kantor tersebut atas nama perusahaan ini. Periksa nomor, tanggal, dan kantornya, atau mulai dari formulir kosong.",
        "No manifest of that office has this bill of lading for this company. Check number, date and office, or begin with an empty form.",
    )
}

/// What belongs to one shipment alone, or follows from the rest.
const NOT_COPIED: [&str; 19] = [
    "nomorAju",
    "tanggalAju",
    "tanggalTtd",
    "nomorBc11",
    "tanggalBc11",
    "posBc11",
    "subposBc11",
    "tanggalTiba",
    "ndpbm",
    "nilaiIncoterm",
    "nilaiBarang",
    "fob",
    "cif",
    "netto",
    "jumlahKontainer",
    "disclaimer",
    "idPengguna",
    "flagSsm",
    "seri",
];
/// The same of a goods line.
const NOT_COPIED_OF_LINES: [&str; 11] = [
    "seriBarang",
    "fob",
    "freight",
    "asuransi",
    "cif",
    "cifRupiah",
    "hargaSatuan",
    "ndpbm",
    "saldoAwal",
    "saldoAkhir",
    "seriIjin",
];

fn copy(app: &App, actor: &Actor, aju: &str) -> Result<Pib, Error> {
    let earlier = open(app, actor, aju)?;
    let mut doc = Arc::unwrap_or_clone(earlier.typed);
    for name in NOT_COPIED {
        set(&mut doc, &[(name, "")]);
    }
    for paper in &mut doc.dokumen {
        paper.nomor_dokumen.set_text("");
        paper.tanggal_dokumen.set_text("");
    }
    for (goods, full) in doc.barang.iter_mut().zip(&earlier.full.barang) {
        if goods.nilai_barang.is_blank() {
            goods.nilai_barang.set_text(&full.fob.text());
        }
        for name in NOT_COPIED_OF_LINES {
            if let Some(field) = goods.field_mut(name) {
                field.set_text("");
            }
        }
        for row in &mut goods.barang_tarif {
            row.nilai_bayar.set_text("");
            row.nilai_fasilitas.set_text("");
        }
    }
    doc.pungutan.clear();
    doc.kontainer.clear();
    Ok(doc)
}

/// Removes a draft that was never sent; its number is not used again.
pub fn delete(app: &App, actor: &Actor, nomor_aju: &str) -> Result<(), Error> {
    actor.may(UseCase::DeleteDraft)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    app.db().write(move |tx| {
        let known = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let row = declarations::for_update(tx, &known.id)?.ok_or(Error::NotFound)?;
        if state_of(&row)?.tahap != Stage::Recording {
            return Err(Error::Refused(Text::fixed(
                "Dokumen ini sudah pernah dikirim, jadi tidak dapat dihapus; ajukan pembatalan pada halaman statusnya.",
                "This document was sent, so it cannot be deleted; ask for its cancellation on its status page.",
            )));
        }
        parts::clear(tx, &row.id)?;
        declarations::bury(tx, &row.id, at.now())?;
        let note = Note::new("dokumen.hapus", &who.account_id, &row.id, Some(&row.company_id));
        Ok(note.with(json!({ "nomorAju": row.nomor_aju })).write(tx, &at)?)
    })
}
