//! The levies: totals by facility, and for each figure the way it came about.

use app::draft::Draft;
use askama::Template;
use declaration::levy::{Assessment, Facility, Levy};
use kernel::Marks;
use serde_json::Value;

use super::messages::RekamTexts;
use super::values::marks;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Piece, components};

struct LevyRow {
    name: String,
    cells: Vec<String>,
    total: String,
}

#[derive(Template)]
#[template(path = "perekaman/pungutan.html")]
struct Table {
    t: &'static RekamTexts,
    facilities: Vec<String>,
    rows: Vec<LevyRow>,
    sums: Vec<String>,
    sum: String,
    incomplete: bool,
    why: Piece,
}

components!(Table);

/// One figure with what it is made of.
#[derive(Template)]
#[template(path = "perekaman/mengapa.html")]
struct Why {
    label: String,
    value: String,
    lines: Vec<String>,
    children: Vec<Piece>,
}

components!(Why);

/// Table and explanation of a draft's levies.
pub fn table(draft: &Draft, lang: Lang) -> Piece {
    explained(&draft.assessment, lang)
}

/// Table and explanation of any assessment.
pub fn explained(assessment: &Assessment, lang: Lang) -> Piece {
    let t = RekamTexts::of(lang);
    let totals = &assessment.totals;
    let mut facilities: Vec<Facility> = totals.iter().map(|total| total.fasilitas).collect();
    facilities.sort_unstable();
    facilities.dedup();
    let mut levies: Vec<Levy> = totals.iter().map(|total| total.jenis).collect();
    levies.sort_unstable();
    levies.dedup();
    let amount = |levy: Levy, facility: Facility| assessment.total(levy, facility).0;
    let money = |rupiah: i64| format::number(rupiah, lang);
    let row = |levy: &Levy| LevyRow {
        name: format!("{} – {}", levy.code(), lang.say(levy.label())),
        cells: facilities.iter().map(|facility| money(amount(*levy, *facility))).collect(),
        total: money(facilities.iter().map(|facility| amount(*levy, *facility)).sum()),
    };
    let of = |facility: &Facility| levies.iter().map(|levy| amount(*levy, *facility)).sum::<i64>();
    let json = serde_json::to_value(assessment.explanation()).unwrap_or_default();
    let view = Table {
        t,
        facilities: facilities.iter().map(|facility| lang.say(facility.label())).collect(),
        rows: levies.iter().map(row).collect(),
        sums: facilities.iter().map(|facility| money(of(facility))).collect(),
        sum: money(facilities.iter().map(of).sum()),
        incomplete: !assessment.complete,
        why: why(&json, lang, t, 0),
    };
    view.into()
}

/// What one goods line costs, and why; none when nothing can be computed.
pub fn item(draft: &Draft, index: usize, lang: Lang) -> Option<Piece> {
    let t = RekamTexts::of(lang);
    let node = draft.assessment.line_explanation(index)?;
    let json = serde_json::to_value(node).ok()?;
    let body = why(&json, lang, t, 0);
    Some(Piece::of(&ItemLevies { title: t.levy_why, body }))
}

#[derive(Template)]
#[template(
    source = "<section class=\"kartu\" aria-labelledby=\"pungutan-barang\"><h2 id=\"pungutan-barang\">{{ title }}</h2><div class=\"mengapa\">{{ body }}</div></section>",
    ext = "html"
)]
struct ItemLevies {
    title: &'static str,
    body: Piece,
}

components!(ItemLevies);

/// Deepest level of an explanation that is shown.
const DEEPEST: u32 = 8;
/// Most figures below one; the others stand in the list of goods.
const MOST: usize = 60;

fn why(node: &Value, lang: Lang, t: &'static RekamTexts, depth: u32) -> Piece {
    let text = |value: &Value| {
        let pick = if lang == Lang::Id { &value["id"] } else { &value["en"] };
        pick.as_str().unwrap_or_default().to_owned()
    };
    let figure = |value: &Value| {
        let plain = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        shown(&plain, marks(lang))
    };
    let unit = node["unit"].as_str().unwrap_or_default();
    let value = match &node["raw"] {
        Value::Null => t.why_unknown.to_owned(),
        raw => with_unit(&figure(raw), unit),
    };
    let place = node["id"].as_str().unwrap_or_default();
    let index = declaration::document::split_list_step(place).filter(|(list, ..)| *list == "barang");
    let mut label = text(&node["label"]);
    if let Some((_, index, _)) = index {
        label = format!("{label}, {}", fill(t.item_title, &[("n", &(index + 1).to_string())]).to_lowercase());
    }
    if node["facility"].is_object() {
        label = format!("{label} ({})", text(&node["facility"]).to_lowercase());
    }
    let mut lines = Vec::new();
    if let Some(operands) = node["operands"].as_array().filter(|all| !all.is_empty()) {
        let named = |operand: &Value| {
            let value = with_unit(&figure(&operand["value"]), operand["unit"].as_str().unwrap_or_default());
            match source(&operand["source"], lang) {
                Some(from) => format!("{} {value} ({})", text(&operand["label"]), fill(t.why_from, &[("asal", &from)])),
                None => format!("{} {value}", text(&operand["label"])),
            }
        };
        lines.extend(operands.iter().map(named));
    }
    let rounding = &node["rounding"];
    if rounding.is_object() {
        let pairs = [("nilai", &*figure(&rounding["rounded"])), ("aturan", &*text(&rounding["label"]))];
        lines.push(fill(t.why_rounded, &pairs));
    }
    let children = node["children"].as_array().filter(|_| depth < DEEPEST);
    let below = children.map(|all| all.iter().take(MOST).map(|child| why(child, lang, t, depth + 1)).collect());
    Why { label, value, lines, children: below.unwrap_or_default() }.into()
}

/// Where a figure comes from, for people; a computed one stands below.
fn source(source: &Value, lang: Lang) -> Option<String> {
    let say = |pointer: &str| lang.say(&declaration::rules::describe(pointer));
    match source["type"].as_str()? {
        "declared" => Some(say(source["pointer"].as_str()?)),
        "decree" => Some(source["decree"].as_str()?.to_owned()),
        "parameter" => Some(source["law"].as_str().filter(|law| !law.is_empty())?.to_owned()),
        "tariffLine" => Some(source["line"].as_str()?.to_owned()),
        _ => None,
    }
}

fn with_unit(figure: &str, unit: &str) -> String {
    match unit {
        "IDR" => format!("Rp{figure}"),
        "%" => format!("{figure}%"),
        "1" | "" => figure.to_owned(),
        currency => format!("{currency} {figure}"),
    }
}

fn shown(plain: &str, marks: Marks) -> String {
    let cut = plain.split_once('.').map_or_else(
        || plain.to_owned(),
        |(whole, fraction)| {
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
        },
    );
    kernel::Shape::Number.show(&cut, marks)
}
