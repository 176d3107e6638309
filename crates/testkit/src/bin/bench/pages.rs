//! Pages while many people type: sections that save themselves, the grid of goods, a document of five thousand lines, the
//! list of twenty thousand documents, a workbook of ten thousand rows.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::browser::Browser;
use crate::house::{House, Setting};
use crate::memory::Watch;

/// People who work at the same time.
const PEOPLE: usize = 50;
/// How often each of them does something a second, by a pause between two acts.
const PAUSE: Duration = Duration::from_millis(500);
/// Lines of the document whose grid is opened by everybody.
const LINES: usize = 500;
/// Lines of the longest document that has to open quickly.
const LONG: usize = 5_000;
/// Rows of the workbook.
const ROWS: usize = 10_000;
/// Documents of the list.
const DOCUMENTS: u32 = 20_000;
/// How often a page is opened by one person alone.
const ALONE: usize = 20;

/// What was measured on one engine; times are those that nineteen of twenty were below.
pub struct Pages {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// A section saves itself, fifty people.
    pub save: Duration,
    /// A page of the grid, fifty people.
    pub goods: Duration,
    /// The grid of a document of five thousand lines that nobody opened before, one person.
    pub first: Duration,
    /// The same from then on.
    pub long: Duration,
    /// The list of twenty thousand documents, one person.
    pub list: Duration,
    /// A workbook of ten thousand rows: uploaded, read, shown.
    pub workbook: Duration,
    /// Most resident memory of the house meanwhile, KiB.
    pub memory_kib: u64,
}

impl Pages {
    /// Rows of a table: what, value, aim.
    pub fn rows(&self) -> Vec<(&'static str, String, &'static str)> {
        let ms = |time: Duration| format!("{:.0} ms", time.as_secs_f64() * 1e3);
        vec![
            ("section saved, 50 people, p95", ms(self.save), "150 ms"),
            ("page of 50 goods lines of 500, 50 people, p95", ms(self.goods), "200 ms"),
            ("document of 5,000 lines opened first, p95", ms(self.first), "300 ms"),
            ("page of 50 goods lines of 5,000, p95", ms(self.long), "300 ms"),
            ("list of 20,000 documents, p95", ms(self.list), ""),
            ("workbook of 10,000 rows read and shown", format!("{:.1} s", self.workbook.as_secs_f64()), "30 s"),
            ("resident memory meanwhile", format!("{} MB", self.memory_kib / 1_024), "300 MB"),
        ]
    }
}

/// Measures on a fresh database.
pub fn measure(engine: &'static str, database: String, time: Duration) -> Result<Pages, String> {
    let house = House::open(&Setting { database: database.clone(), partners: None, positions: 0 })?;
    let mut first = Browser::enter(&house)?;
    let save = saves(&house, &first, time)?;
    let (opened, long) = opened(&house, &mut first)?;
    let grid = draft(&house, &mut first, 900_002, LINES)?;
    let goods = many(&house, &first, time, |browser, _| browser.get(&format!("/dokumen/{grid}/isi/barang")).map(drop))?;
    let long = alone(&mut first, &format!("/dokumen/{long}/isi/barang?hal=50"))?;
    let watch = Watch::start(house.pid());
    let workbook = workbook(&house, &mut first)?;
    let memory_kib = watch.end();
    crate::house::stock(&database, DOCUMENTS)?;
    let list = alone(&mut first, "/dokumen")?;
    Ok(Pages { engine, save, goods, first: opened, long, list, workbook, memory_kib })
}

/// Puts a draft with so many goods lines and tells its aju.
fn draft(house: &House, browser: &mut Browser, sequence: u32, lines: usize) -> Result<String, String> {
    let text = house.sheet.numbered(sequence, 1);
    let mut document: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let sample = document["barang"].as_array().cloned().unwrap_or_default();
    let goods = sample.iter().cycle().take(lines).enumerate().map(|(at, line)| {
        let mut line = line.clone();
        line["seriBarang"] = Value::from(at + 1);
        forget(&mut line, &["cif", "cifRupiah", "fob", "freight", "asuransi", "nilaiBarang"]);
        for row in line["barangTarif"].as_array_mut().into_iter().flatten() {
            forget(row, &["nilaiBayar", "nilaiFasilitas", "nilaiSudahDilunasi"]);
        }
        if lines == ROWS {
            forget(&mut line, &["barangTarif", "barangDokumen", "barangVd", "barangSpekKhusus", "barangPemilik"]);
        }
        line
    });
    document["barang"] = goods.collect();
    forget(&mut document, &["cif", "fob", "nilaiBarang", "nilaiIncoterm", "netto", "bruto"]);
    browser.put_draft(&document.to_string())?;
    Ok(document["nomorAju"].as_str().unwrap_or_default().to_owned())
}

/// Leaves out what follows from other figures, which so many lines change.
fn forget(object: &mut Value, members: &[&str]) {
    if let Some(object) = object.as_object_mut() {
        for member in members {
            object.remove(*member);
        }
    }
}

/// Everybody saves a section of a draft of his own.
fn saves(house: &House, first: &Browser, time: Duration) -> Result<Duration, String> {
    let mut own = Vec::new();
    for n in 0..PEOPLE {
        let sequence = u32::try_from(n).unwrap_or_default() + 1;
        own.push(draft(house, &mut first.again()?, sequence, 10)?);
    }
    many(house, first, time, |browser, who| {
        let path = format!("/dokumen/{}/isi/pernyataan", own[who]);
        if browser.mark.is_empty() {
            browser.mark = browser.hidden(&path, "tanda")?;
        }
        let town = format!("JAKARTA {}", browser.asked);
        browser.save(&path, &[("kotaTtd", &town)])
    })
}

/// Lets everybody act for a while and tells below what nineteen of twenty answers were.
fn many(
    house: &House,
    first: &Browser,
    time: Duration,
    act: impl Fn(&mut Browser, usize) -> Result<(), String> + Sync,
) -> Result<Duration, String> {
    let begun = Instant::now();
    let act = &act;
    let waits = std::thread::scope(|scope| {
        let person = |who: usize| -> Result<Vec<Duration>, String> {
            let mut browser = first.elsewhere(&house.address)?;
            // The first one asks for what later ones know.
            act(&mut browser, who)?;
            std::thread::sleep(PAUSE * u32::try_from(who).unwrap_or_default() / 50);
            let mut waits = Vec::new();
            while begun.elapsed() < time {
                let asked = Instant::now();
                act(&mut browser, who)?;
                waits.push(asked.elapsed());
                std::thread::sleep(PAUSE);
            }
            Ok(waits)
        };
        let threads: Vec<_> = (0..PEOPLE).map(|who| scope.spawn(move || person(who))).collect();
        let joined = threads.into_iter().map(|t| t.join().unwrap_or_else(|_| Err("a person panicked".into())));
        joined.collect::<Result<Vec<_>, _>>()
    })?;
    Ok(nineteen_of_twenty(waits.concat()))
}

/// Opens documents of many lines that just came in; the time, and the last one's aju.
fn opened(house: &House, browser: &mut Browser) -> Result<(Duration, String), String> {
    let mut waits = Vec::new();
    let mut aju = String::new();
    for n in 0..u32::try_from(ALONE).unwrap_or_default() {
        aju = draft(house, browser, 900_100 + n, LONG)?;
        let asked = Instant::now();
        browser.get(&format!("/dokumen/{aju}/isi/barang"))?;
        waits.push(asked.elapsed());
    }
    Ok((nineteen_of_twenty(waits), aju))
}

fn alone(browser: &mut Browser, path: &str) -> Result<Duration, String> {
    browser.get(path)?;
    let mut waits = Vec::new();
    for _ in 0..ALONE {
        let asked = Instant::now();
        browser.get(path)?;
        waits.push(asked.elapsed());
    }
    Ok(nineteen_of_twenty(waits))
}

fn nineteen_of_twenty(mut waits: Vec<Duration>) -> Duration {
    waits.sort_unstable();
    waits.get(waits.len() * 95 / 100).copied().unwrap_or_default()
}

/// Downloads the goods of a document of ten thousand lines as a workbook and uploads them to another one.
fn workbook(house: &House, browser: &mut Browser) -> Result<Duration, String> {
    // Ten thousand lines and nothing below them.
    let full = draft(house, browser, 900_003, ROWS)?;
    let file = browser.get(&format!("/dokumen/{full}/isi/barang/unduh"))?;
    let empty = draft(house, browser, 900_004, 0)?;
    let begun = Instant::now();
    let shown = browser.upload(&format!("/dokumen/{empty}/isi/barang/unggah"), "barang.xlsx", &file)?;
    browser.get(&shown)?;
    Ok(begun.elapsed())
}
