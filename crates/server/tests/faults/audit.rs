//! What the database says afterwards.

use std::collections::BTreeMap;

use app::App;
use store::{FromValue, Row, Sql};

/// Counts the work that nobody but the machinery is waited for. A document in the red lane rightly asks the terminal on
/// and on until its importer has made the goods ready.
pub const OPEN_JOBS: &str = "SELECT COUNT(*) FROM job j LEFT JOIN declaration d ON d.id = j.declaration_id \
    WHERE j.state <> 'done' AND NOT (j.kind = 'posisi' AND COALESCE(d.jalur, '') = 'M')";

/// The process codes of a document in order; none when it is not there.
pub fn steps(app: &App, aju: &str) -> Vec<String> {
    let aju = aju.to_owned();
    let steps = app.db().read(move |tx| {
        let Some(declaration) = store::declarations::by_nomor_aju(tx, &aju)? else { return Ok(Vec::new()) };
        store::events::steps(tx, &declaration.id)
    });
    steps.unwrap().into_iter().filter_map(|event| event.kode_proses).collect()
}

/// How many letters of each kind a document has.
pub fn letters(app: &App, aju: &str) -> BTreeMap<String, usize> {
    let aju = aju.to_owned();
    let letters = app.db().read(move |tx| {
        let Some(declaration) = store::declarations::by_nomor_aju(tx, &aju)? else { return Ok(Vec::new()) };
        store::respon::of_declaration(tx, &declaration.id)
    });
    let mut counts = BTreeMap::new();
    for letter in letters.unwrap() {
        *counts.entry(letter.kode_respon).or_default() += 1;
    }
    counts
}

/// Every document's id by its aju; an aju that is there twice fails.
pub fn documents(app: &App) -> BTreeMap<String, String> {
    let rows: Vec<(String, String)> = pairs(app, "SELECT nomor_aju, id FROM declaration");
    let (count, by_aju) = (rows.len(), rows.into_iter().collect::<BTreeMap<_, _>>());
    assert_eq!(by_aju.len(), count, "an aju is there twice");
    by_aju
}

/// The events of every document are numbered from 1 without gap or double, and every document has some.
pub fn events_are_whole(app: &App) {
    let broken = "SELECT d.nomor_aju, COUNT(e.seq) FROM declaration d LEFT JOIN declaration_event e \
        ON e.declaration_id = d.id GROUP BY d.nomor_aju \
        HAVING COUNT(e.seq) = 0 OR MIN(e.seq) <> 1 OR MAX(e.seq) <> COUNT(e.seq) OR COUNT(DISTINCT e.seq) <> COUNT(e.seq)";
    let broken: Vec<(String, i64)> = pairs(app, broken);
    assert_eq!(broken, [], "documents whose events have gaps");
}

/// Registration numbers are 1 … n, each once, and the counter stands at n; returns n.
pub fn numbers_are_whole(app: &App) -> usize {
    let given =
        "SELECT seri_daftar, nomor_daftar FROM declaration WHERE nomor_daftar IS NOT NULL ORDER BY nomor_daftar";
    let registered = series_is_whole(app, given);
    let letters = "SELECT seri, nomor_respon FROM respon WHERE nomor_respon IS NOT NULL ORDER BY nomor_respon";
    series_is_whole(app, letters);
    registered
}

/// The numbers of the one series in a query are 1 … n.
fn series_is_whole(app: &App, query: &'static str) -> usize {
    let given: Vec<(String, String)> = pairs(app, query);
    let Some((series, _)) = given.first().cloned() else { return 0 };
    assert!(given.iter().all(|(other, _)| *other == series), "the run crossed the turn of the year");
    let numbers: Vec<usize> = given.iter().map(|(_, number)| number[..6].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=given.len()).collect::<Vec<_>>(), "{series} has gaps or doubles");
    let last = app.db().read(move |tx| store::counters::last_number(tx, &series)).unwrap();
    assert_eq!(usize::try_from(last).unwrap(), given.len(), "the counter ran ahead of what was given");
    given.len()
}

/// One number.
pub fn count(app: &App, query: &'static str) -> i64 {
    let found = app.db().read(move |tx| tx.query_opt(Sql::adhoc(query), &[])?.map_or(Ok(0), Row::only));
    found.unwrap()
}

/// Rows of two columns.
pub fn pairs<A, B>(app: &App, query: &'static str) -> Vec<(A, B)>
where
    A: FromValue + Send + 'static,
    B: FromValue + Send + 'static,
{
    let read = app.db().read(move |tx| {
        let pair = |row: Row| {
            let mut cells = row.cells();
            Ok((cells.take()?, cells.take()?))
        };
        tx.query(Sql::adhoc(query), &[])?.into_iter().map(pair).collect()
    });
    let read: Result<_, store::Fault> = read;
    read.unwrap()
}
