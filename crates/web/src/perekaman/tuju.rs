//! From a pointer to the page and the input where its datum is typed.

use app::draft::Draft;
use declaration::document::split_list_step;
use declaration::layout::Bagian;

use super::barang::{ROWS, Set};
use super::frame::section_path;
use super::groups::input;
use super::rincian::details;

/// Tells a page that its reader came from the list of findings and wants to go back there.
pub const FROM_CHECK: &str = "dari=periksa";

/// The address of the input of a pointer; `query` is added to the page's.
pub fn href(draft: &Draft, pointer: &str, query: &str) -> String {
    let bagian = Bagian::of_pointer(pointer);
    if bagian != Bagian::Barang {
        return format!("{}?{query}#{}", section_path(draft, bagian), anchor(draft, pointer));
    }
    let grid = section_path(draft, bagian);
    let Some((_, index, member)) = split_list_step(pointer) else {
        return format!("{grid}?{query}#{}", blank(draft));
    };
    let Some(line) = draft.lines.get(index) else { return format!("{grid}?{query}") };
    let columns = Set::ALL.into_iter().find(|set| member.is_empty() || set.columns().contains(&member));
    let Some(set) = columns else { return format!("{grid}/{}?{query}#{}", line.key, details(member)) };
    // A finding about the whole line is mended in its details, whose link stands in its row.
    let member = if member.is_empty() { "rincian" } else { member };
    format!("{grid}?hal={}&kolom={}&{query}#b{}.{member}", index / ROWS + 1, set.word(), line.key)
}

/// Where on a page of a section a pointer leads.
fn anchor(draft: &Draft, pointer: &str) -> String {
    if pointer == "disclaimer" { "isi".to_owned() } else { input(draft, pointer).unwrap_or_else(|| pointer.to_owned()) }
}

/// The first cell of the goods: of the first line, or of the blank row when there is none.
fn blank(draft: &Draft) -> String {
    let row = draft.lines.first().map_or_else(|| "n1".to_owned(), |line| format!("b{}", line.key));
    format!("{row}.{}", Set::Base.columns().first().copied().unwrap_or_default())
}
