//! Moving an installation from one engine to the other.

use crate::tables::{TABLES, TableInfo};
use crate::{Db, Fault, Row, Sql, ToValue, Tx, Value};

/// Rows in one transaction of the target.
const BATCH: u32 = 200;

/// Copies everything from `from`, as it stands at this moment, to `to`, whose schema is up to date and whose tables are empty.
/// Returns the tables and how many rows each holds now on both sides.
///
/// A copy that fails leaves the target half filled: start again with an empty one.
pub fn migrate_between(from: &Db, to: &Db) -> Result<Vec<(&'static str, i64)>, Fault> {
    let counts = |tx: &mut dyn Tx| TABLES.iter().map(|table| count(tx, table)).collect::<Result<Vec<i64>, Fault>>();
    if to.read(counts)?.into_iter().any(|rows| rows > 0) {
        return Err(Fault::Schema("the target is not empty".to_owned()));
    }
    let target = to.clone();
    let expected = from.read(move |tx| {
        for table in TABLES {
            copy(tx, &target, table)?;
        }
        counts(tx)
    })?;
    let found = to.read(counts)?;
    let mut report = Vec::with_capacity(TABLES.len());
    for (table, (wanted, present)) in TABLES.iter().zip(expected.into_iter().zip(found)) {
        if wanted != present {
            return Err(Fault::Schema(format!("{}: {wanted} rows read, {present} arrived", table.name)));
        }
        report.push((table.name, present));
    }
    Ok(report)
}

fn count(tx: &mut dyn Tx, table: &TableInfo) -> Result<i64, Fault> {
    let text = format!("SELECT COUNT(*) FROM {}", table.name);
    tx.query_opt(Sql::adhoc(&text), &[])?.map_or(Ok(0), Row::only)
}

fn copy(tx: &mut dyn Tx, target: &Db, table: &'static TableInfo) -> Result<(), Fault> {
    let TableInfo { name, key, columns } = table;
    let keys: Vec<&str> = key.split(", ").collect();
    let first = format!("SELECT {columns} FROM {name} ORDER BY {key} LIMIT $1");
    let places: Vec<String> = (2..).take(keys.len()).map(|place| format!("${place}")).collect();
    let next = format!("SELECT {columns} FROM {name} WHERE ({key}) > ({}) ORDER BY {key} LIMIT $1", places.join(", "));
    let at: Vec<usize> = keys.iter().filter_map(|key| columns.split(", ").position(|column| column == *key)).collect();
    let mut page = tx.query(Sql::adhoc(&first), &[BATCH.to_value()])?;
    while let Some(last) = page.last() {
        let mut params = vec![BATCH.to_value()];
        params.extend(at.iter().filter_map(|&column| last.values().get(column).cloned()));
        let full = page.len() == BATCH as usize;
        let rows: Vec<Vec<Value>> = page.into_iter().map(Row::into_values).collect();
        target.write(move |tx| insert(tx, table, &rows))?;
        if !full {
            break;
        }
        page = tx.query(Sql::adhoc(&next), &params)?;
    }
    Ok(())
}

fn insert(tx: &mut dyn Tx, table: &TableInfo, rows: &[Vec<Value>]) -> Result<(), Fault> {
    let places: Vec<String> = (1..).take(table.columns.split(", ").count()).map(|place| format!("${place}")).collect();
    let text = format!("INSERT INTO {} ({}) VALUES ({})", table.name, table.columns, places.join(", "));
    rows.iter().try_for_each(|row| tx.execute(Sql::adhoc(&text), row).map(drop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn the_list_of_tables_is_the_schema() {
        let db = Db::open("sqlite::memory:").unwrap();
        db.migrate(Timestamp::UNIX_EPOCH).unwrap();
        let ask = |text: &'static str, name: &'static str| -> Vec<String> {
            let rows = db.read(move |tx| tx.query(Sql::adhoc(text), &[name.to_value()])).unwrap();
            rows.into_iter().map(|row| row.only().unwrap()).collect()
        };
        let mut known: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
        known.sort_unstable();
        let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> $1 AND name NOT LIKE 'sqlite_%' ORDER BY name";
        assert_eq!(ask(tables, "schema_migration"), known);
        for table in TABLES {
            let columns = ask("SELECT name FROM pragma_table_info($1) ORDER BY cid", table.name);
            assert_eq!(columns.join(", "), table.columns);
            let key = ask("SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk", table.name);
            assert_eq!(key.join(", "), table.key);
        }
    }
}
