//! From a pointer to the page and the input where its datum is typed.

use app::draft::Draft;
use declaration::document::split_list_step;
use declaration::layout::Bagian;

use super::barang::{ROWS, Set};
use super::frame::section_path;

/// Tells a page that its reader came from the list of findings and wants to go back there.
pub const FROM_CHECK: &str = "dari=periksa";

/// The address of the input of a pointer; `query` is added to the page's.
pub fn href(draft: &Draft, pointer: &str, query: &str) -> String {
    let bagian = Bagian::of_pointer(pointer);
    if bagian != Bagian::Barang {
        return format!("{}?{query}#{}", section_path(draft, bagian), anchor(pointer));
    }
    let grid = section_path(draft, bagian);
    let Some((_, index, member)) = split_list_step(pointer) else { return format!("{grid}?{query}") };
    let Some(line) = draft.lines.get(index) else { return format!("{grid}?{query}") };
    if let Some(set) = Set::ALL.into_iter().find(|set| set.columns().contains(&member)) {
        format!("{grid}?hal={}&kolom={}&{query}#b{}.{member}", index / ROWS + 1, set.word(), line.key)
    } else {
        format!("{grid}/{}?{query}#{}", line.key, anchor(member))
    }
}

/// Where on a page of a section a pointer leads.
fn anchor(pointer: &str) -> &str {
    if pointer == "disclaimer" { "isi" } else { pointer }
}
