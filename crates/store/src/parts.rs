//! The parts of a draft: one JSON document per section and per goods line.

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One part.
    Part as part_columns {
        /// Section, for example `header` or `barang`.
        part: String,
        /// 0 for a section, from 1 for lines.
        seq: u32,
        /// JSON.
        body: String,
        /// Starts at 1; every save raises it.
        version: u32,
    }
}

statements! {
    LOAD = concat!("SELECT ", part_columns!(), " FROM declaration_part WHERE declaration_id = $1 ORDER BY part, seq");
    ONE = concat!("SELECT ", part_columns!(), " FROM declaration_part WHERE declaration_id = $1 AND part = $2 AND seq = $3");
    LINES = concat!("SELECT ", part_columns!(), " FROM declaration_part WHERE declaration_id = $1 AND part = $2 AND seq > $3 \
        ORDER BY seq LIMIT $4");
    PUT = "INSERT INTO declaration_part (declaration_id, part, seq, body, version) VALUES ($1, $2, $3, $4, 1) \
        ON CONFLICT (declaration_id, part, seq) DO UPDATE SET body = excluded.body, version = declaration_part.version + 1";
    // Four rows a round trip: a document of ten goods lines has some twenty parts.
    PUT_FOUR = "INSERT INTO declaration_part (declaration_id, part, seq, body, version) VALUES \
        ($1, $2, $3, $4, 1), ($1, $5, $6, $7, 1), ($1, $8, $9, $10, 1), ($1, $11, $12, $13, 1) \
        ON CONFLICT (declaration_id, part, seq) DO UPDATE SET body = excluded.body, version = declaration_part.version + 1";
    INSERT = "INSERT INTO declaration_part (declaration_id, part, seq, body, version) VALUES ($1, $2, $3, $4, 1) \
        ON CONFLICT (declaration_id, part, seq) DO NOTHING";
    SAVE = "UPDATE declaration_part SET body = $5, version = version + 1 \
        WHERE declaration_id = $1 AND part = $2 AND seq = $3 AND version = $4";
    DELETE = "DELETE FROM declaration_part WHERE declaration_id = $1 AND part = $2 AND seq = $3";
    CLEAR = "DELETE FROM declaration_part WHERE declaration_id = $1";
}

/// All parts, by section and line.
pub fn load(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<Part>, Fault> {
    all(tx.query(LOAD, params![declaration_id])?)
}

/// One part.
pub fn one(tx: &mut dyn Tx, declaration_id: &str, part: &str, seq: u32) -> Result<Option<Part>, Fault> {
    optional(tx.query_opt(ONE, params![declaration_id, part, seq])?)
}

/// Lines of a section after line `after`.
pub fn lines(tx: &mut dyn Tx, declaration_id: &str, part: &str, after: u32, limit: u32) -> Result<Vec<Part>, Fault> {
    all(tx.query(LINES, params![declaration_id, part, after, limit])?)
}

/// Saves one part; `expected` is the version that the user saw, 0 when there was none, else `Conflict`.
pub fn save(tx: &mut dyn Tx, declaration_id: &str, part: &Part, expected: u32) -> Result<(), Fault> {
    let Part { part: name, seq, body, .. } = part;
    let changed = match expected {
        0 => tx.execute(INSERT, params![declaration_id, name, seq, body])?,
        _ => tx.execute(SAVE, params![declaration_id, name, seq, expected, body])?,
    };
    if changed == 0 { Err(Fault::conflict(format!("part {name}[{seq}] of {declaration_id}"))) } else { Ok(()) }
}

/// Writes parts as they come, whatever was there: `(section, line, JSON)`, each named once. The root's version is the guard.
pub fn put_all(tx: &mut dyn Tx, declaration_id: &str, parts: &[(String, u32, String)]) -> Result<(), Fault> {
    let (fours, rest) = parts.as_chunks::<4>();
    for four in fours {
        let mut values = params![declaration_id].to_vec();
        for (name, seq, body) in four {
            values.extend_from_slice(params![name, seq, body]);
        }
        tx.execute(PUT_FOUR, &values)?;
    }
    for (name, seq, body) in rest {
        tx.execute(PUT, params![declaration_id, name, seq, body])?;
    }
    Ok(())
}

/// Removes one line; removing what is not there changes nothing.
pub fn delete(tx: &mut dyn Tx, declaration_id: &str, part: &str, seq: u32) -> Result<(), Fault> {
    tx.execute(DELETE, params![declaration_id, part, seq]).map(drop)
}

/// Removes every part, before a whole document is put in its place.
pub fn clear(tx: &mut dyn Tx, declaration_id: &str) -> Result<(), Fault> {
    tx.execute(CLEAR, params![declaration_id]).map(drop)
}
