//! Bars as SVG, made here: no script, no image, the same figures in a table below.

use askama::Template;

use crate::ui::components;

/// Height of one bar with its gap.
const ROW: usize = 28;
/// Width of the names, of the longest bar.
const NAMES: usize = 210;
const LONGEST: u64 = 300;

struct Bar {
    name: String,
    value: String,
    y: usize,
    text_y: usize,
    width: u64,
    value_x: u64,
}

/// A chart of horizontal bars.
#[derive(Template)]
#[template(path = "beranda/batang.html")]
pub struct Chart {
    id: &'static str,
    title: String,
    description: &'static str,
    bars: Vec<Bar>,
    names: usize,
    width: u64,
    height: usize,
}

components!(Chart);

impl Chart {
    /// Bars of name, figure in words, and length.
    pub fn new(id: &'static str, title: String, description: &'static str, rows: &[(String, String, u64)]) -> Self {
        let most = rows.iter().map(|(.., n)| *n).max().unwrap_or(1).max(1);
        let bar = |(at, (name, value, n)): (usize, &(String, String, u64))| {
            let width = (n.saturating_mul(LONGEST) / most).max(2);
            let start = u64::try_from(NAMES).unwrap_or_default();
            Bar {
                name: name.clone(),
                value: value.clone(),
                y: at * ROW + 4,
                text_y: at * ROW + 19,
                width,
                value_x: start + width + 8,
            }
        };
        let width = u64::try_from(NAMES).unwrap_or_default() + LONGEST + 90;
        let bars: Vec<Bar> = rows.iter().enumerate().map(bar).collect();
        Self { id, title, description, height: bars.len() * ROW + 4, bars, names: NAMES, width }
    }
}
