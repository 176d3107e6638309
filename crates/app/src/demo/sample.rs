//! The demo's declaration: the example of the repository, dated today and valued at today's rate, and the manifest
//! positions that fit it.

use std::sync::atomic::{AtomicU32, Ordering};

use declaration::{Limits, Pib, Section, figures};
use kernel::{Date, Decimal, NomorAju};
use manifest::{Kemasan, NomorPos, Pos, StatusPos, TransportPaper};
use store::manifest::ManifestPos;

use crate::App;
use crate::reference::office_day;

/// The example that the demo sends.
const EXAMPLE: &[u8] = include_bytes!("../../../../examples/pib-hijau.json");
/// Office of the example.
const OFFICE: &str = "040300";
/// Importer of the example.
const IMPORTER: &str = "0990000010999000";
/// Manifest positions kept ready: so many examples can be sent.
const POSITIONS: u32 = 60;
/// Sequence numbers of examples that are handed out begin here: a day of tenths of seconds has room below the reserved.
const FIRST_SEQUENCE: u32 = 100_000;
/// From here on a sequence number chooses an outcome (docs/sandbox.md).
const RESERVED_SEQUENCE: u32 = 990_000;
/// Numbers tried before giving up.
const TRIES: u32 = 1_000;

/// What was handed out last by this process.
static HANDED_SEQUENCE: AtomicU32 = AtomicU32::new(0);
static HANDED_POSITION: AtomicU32 = AtomicU32::new(0);

/// An example as a document.
fn read(example: &[u8]) -> Result<Pib, String> {
    Pib::parse(example, &Limits::default()).map_err(|e| e.to_string())
}

/// Today at the demo's office.
pub fn today(app: &App) -> Date {
    office_day(app.now(), "WIB")
}

/// The aju of the demo's importer with a sequence number, which may choose an outcome (docs/sandbox.md).
pub fn aju(app: &App, sequence: u32) -> Result<NomorAju, String> {
    NomorAju::generate(None, "20", "CTH001", today(app), sequence).map_err(|p| p.message.id.into_owned())
}

/// A declaration that is right today, for the manifest position `position` (1 …).
pub fn document(app: &App, sequence: u32, position: u32) -> Result<String, String> {
    dated(app, EXAMPLE, sequence, position)
}

/// The same of another of the repository's examples.
pub fn dated(app: &App, example: &[u8], sequence: u32, position: u32) -> Result<String, String> {
    let day = today(app);
    let current = app.current().day(app.db(), app.now(), day).map_err(|e| e.to_string())?;
    let rate = current.snapshot.kurs("USD", day).ok_or("tidak ada kurs USD")?.nilai;
    let mut doc = read(example)?;
    let date = day.to_string();
    let yesterday = day.yesterday().map_err(|e| e.to_string())?.to_string();
    let values = [
        ("nomorAju", aju(app, sequence)?.to_string()),
        ("ndpbm", rate.normalize().to_string()),
        ("tanggalAju", date.clone()),
        ("tanggalTtd", date),
        ("tanggalTiba", yesterday.clone()),
        ("tanggalBc11", yesterday),
        ("posBc11", format!("{position:04}")),
        ("dokumen[1].nomorDokumen", format!("CTHSHA{position:07}")),
    ];
    for (path, value) in values {
        set(&mut doc, path, &value)?;
    }
    for index in 0..doc.barang.len() {
        let cif = doc.barang[index].cif.value().map(kernel::Dec::get).unwrap_or_default();
        set(&mut doc, &format!("barang[{index}].ndpbm"), &rate.normalize().to_string())?;
        let rupiah = cif.checked_mul(rate).unwrap_or_default().round_dp(4).normalize();
        set(&mut doc, &format!("barang[{index}].cifRupiah"), &rupiah.to_string())?;
    }
    let assessment = figures::assess(&doc, &current.snapshot, &current.params, day);
    for item in &assessment.items {
        for row in &item.rows {
            let paid = row.amounts.as_ref().map_or(Decimal::ZERO, |a| a.paid.round_dp(2));
            set(
                &mut doc,
                &format!("barang[{}].barangTarif[{}].nilaiBayar", item.index, row.index),
                &paid.normalize().to_string(),
            )?;
        }
    }
    Ok(doc.to_raw().to_json())
}

fn set(doc: &mut Pib, path: &str, value: &str) -> Result<(), String> {
    doc.find_mut(path).ok_or_else(|| format!("contoh tanpa {path}"))?.set_text(value);
    Ok(())
}

/// Puts the manifest of yesterday's vessel into the database, one position for each example that may be sent.
pub fn manifest(app: &App) -> Result<(), String> {
    positions(app, EXAMPLE, POSITIONS)
}

/// Positions 1 to `last` that fit an example; those that were already taken stay as they are.
pub fn positions(app: &App, example: &[u8], last: u32) -> Result<(), String> {
    let doc = read(example)?;
    let lodged = doc.lodge_accepted().map_err(|f| format!("contoh tidak lengkap: {} temuan", f.len()))?;
    let bc11 = lodged.bc11.as_ref().ok_or("contoh tanpa BC 1.1")?;
    let date = today(app).yesterday().map_err(|e| e.to_string())?;
    let mut rows = Vec::new();
    for position in 1..=last {
        let number = format!("{position:04}00000000");
        let nomor_pos: NomorPos = number.parse().map_err(|_| format!("pos {number}"))?;
        let pos = Pos {
            kode_kantor: lodged.kode_kantor,
            nomor_bc11: bc11.nomor.clone(),
            tanggal_bc11: date,
            nomor_pos,
            bl: TransportPaper { nomor: format!("CTHSHA{position:07}"), tanggal: lodged.angkutan.tanggal },
            house_bl: None,
            kontainer: lodged.kontainer.clone(),
            kemasan: Kemasan {
                jenis: lodged.kemasan.first().map(|k| k.0.clone()).unwrap_or_default(),
                jumlah: lodged.kemasan.iter().map(|k| k.1).sum(),
            },
            bruto: lodged.bruto,
            npwp_penerima: Some(lodged.importir.npwp),
            nama_penerima: lodged.importir.nama.clone(),
            parsial: false,
            status: StatusPos::Open,
            nomor_aju: None,
        };
        let paper = pos.bl.clone();
        let row = ManifestPos {
            office: lodged.kode_kantor.to_string(),
            number: bc11.nomor.clone(),
            date,
            pos: number,
            body: serde_json::to_string(&pos).map_err(|e| e.to_string())?,
            status: "OPEN".into(),
            matched_declaration: None,
            version: 1,
        };
        rows.push((row, paper));
    }
    app.db()
        .write(move |tx| {
            for (row, paper) in &rows {
                store::manifest::put(tx, row)?;
                store::manifest::note_paper(tx, row, &paper.nomor, paper.tanggal)?;
            }
            Ok::<_, store::Fault>(())
        })
        .map_err(|e| e.to_string())
}

/// A declaration with a number that nobody has used, for a free position of the demo's manifest that was not handed out
/// before while there is one.
pub fn next(app: &App) -> Result<String, String> {
    let free = free_positions(app)?;
    let pick = |last: u32| free.iter().find(|position| **position > last).or_else(|| free.first()).copied();
    let before = HANDED_POSITION.fetch_update(Ordering::Relaxed, Ordering::Relaxed, pick);
    let position = before.ok().and_then(pick).ok_or("semua pos manifes demo sudah dipakai")?;
    document(app, fresh_sequence(app)?, position)
}

/// The demo's positions of yesterday's manifest that no declaration has taken.
fn free_positions(app: &App) -> Result<Vec<u32>, String> {
    let date = today(app).yesterday().map_err(|e| e.to_string())?;
    let bc11 = read(EXAMPLE)?.nomor_bc11.good().map(ToString::to_string).unwrap_or_default();
    let find = move |date: Date| {
        let bc11 = bc11.clone();
        app.db().read(move |tx| store::manifest::of_manifest(tx, (OFFICE, &bc11, date), "", POSITIONS))
    };
    let mut rows = find(date).map_err(|e| e.to_string())?;
    if rows.is_empty() {
        manifest(app)?;
        rows = find(date).map_err(|e| e.to_string())?;
    }
    let paper = read(EXAMPLE)?.transport_paper().map_err(|_| "contoh tanpa B/L")?.tanggal;
    app.db()
        .read(move |tx| {
            let mut free = Vec::new();
            let Some(company) = store::companies::by_npwp(tx, IMPORTER)? else { return Ok(free) };
            for row in &rows {
                let position: u32 = row.pos.get(..4).and_then(|p| p.parse().ok()).unwrap_or_default();
                let bill = format!("CTHSHA{position:07}");
                if row.status == "OPEN" && store::manifest::find_bl(tx, &company.id, &bill, paper)?.is_none() {
                    free.push(position);
                }
            }
            Ok::<_, store::Fault>(free)
        })
        .map_err(|e| e.to_string())
}

/// A sequence number that was not handed out before and is in no document: a clock of tenths of seconds, or the next
/// number when that is past already. It stays above what portals number from 1 and below what chooses an outcome.
fn fresh_sequence(app: &App) -> Result<u32, String> {
    let tenth = u32::try_from(app.now().as_millisecond().rem_euclid(86_400_000) / 100).unwrap_or_default();
    for _ in 0..TRIES {
        let pick = |last: u32| {
            let next = (FIRST_SEQUENCE + tenth).max(last + 1);
            Some(if next < RESERVED_SEQUENCE { next } else { FIRST_SEQUENCE })
        };
        let before = HANDED_SEQUENCE.fetch_update(Ordering::Relaxed, Ordering::Relaxed, pick);
        let sequence = before.ok().and_then(pick).unwrap_or(FIRST_SEQUENCE);
        let number = aju(app, sequence)?.to_string();
        let used = app.db().read(move |tx| store::declarations::by_nomor_aju(tx, &number));
        if used.map_err(|e: store::Fault| e.to_string())?.is_none() {
            return Ok(sequence);
        }
    }
    Err("tidak ada nomor aju contoh yang bebas".to_owned())
}
