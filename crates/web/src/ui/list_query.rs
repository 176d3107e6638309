//! What a reader wants of a list, as its address says it: search, filters, order, page. Bounded, and never SQL.

use std::fmt::Write as _;

/// Rows a page that can be chosen.
pub const SIZES: [usize; 3] = [10, 25, 50];
/// Longest search or filter value, characters.
const LONGEST: usize = 100;
/// Highest page number.
const LAST_PAGE: usize = 100_000;

/// Read from `?cari=…&urut=-kolom&hal=2&per=25` and the filters' own names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// Words to search for.
    pub search: String,
    /// Column to sort by, one of those that were offered.
    pub sort: &'static str,
    /// Largest first.
    pub descending: bool,
    /// Page, from 1.
    pub page: usize,
    /// Rows a page: 10, 25 or 50.
    pub size: usize,
    /// The filters that are set: name and value.
    pub filters: Vec<(&'static str, String)>,
    /// What holds when the address says nothing: column, largest first.
    default_sort: (&'static str, bool),
}

impl ListQuery {
    /// Reads a query string. `columns` may be sorted by, the first is the default, a leading `-` means largest first;
    /// `filters` are the names that are kept.
    pub fn parse(query: &str, columns: &[&'static str], filters: &[&'static str]) -> Self {
        let default = columns.first().copied().unwrap_or_default();
        let default_sort = (default.trim_start_matches('-'), default.starts_with('-'));
        let mut parsed = Self {
            search: String::new(),
            sort: default_sort.0,
            descending: default_sort.1,
            page: 1,
            size: SIZES[0],
            filters: Vec::new(),
            default_sort,
        };
        for (name, value) in query.split('&').filter_map(|member| member.split_once('=')) {
            let value = decode(value);
            match name {
                "cari" => parsed.search = value,
                "hal" => parsed.page = value.parse().unwrap_or(1).clamp(1, LAST_PAGE),
                "per" => parsed.size = value.parse().ok().filter(|size| SIZES.contains(size)).unwrap_or(SIZES[0]),
                "urut" => {
                    let wanted = value.trim_start_matches('-');
                    if let Some(column) = columns.iter().map(|c| c.trim_start_matches('-')).find(|c| *c == wanted) {
                        (parsed.sort, parsed.descending) = (column, value.starts_with('-'));
                    }
                }
                _ => {
                    if let Some(filter) = filters.iter().find(|filter| **filter == name)
                        && !value.is_empty()
                        && parsed.filter(filter).is_empty()
                    {
                        parsed.filters.push((filter, value));
                    }
                }
            }
        }
        parsed
    }

    /// The value of a filter, empty when it is not set.
    pub fn filter(&self, name: &str) -> &str {
        self.filters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// Rows to leave out before this page.
    pub fn offset(&self) -> usize {
        (self.page - 1).saturating_mul(self.size)
    }

    /// Whether search or filters hide anything.
    pub fn is_filtered(&self) -> bool {
        !self.search.is_empty() || !self.filters.is_empty()
    }

    /// The same list, sorted by this column; by the same one again in the other direction.
    #[must_use]
    pub fn sorted_by(&self, column: &'static str) -> Self {
        let descending = self.sort == column && !self.descending;
        Self { sort: column, descending, page: 1, ..self.clone() }
    }

    /// Another page of it.
    #[must_use]
    pub fn at_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// With other page lengths.
    #[must_use]
    pub fn sized(&self, size: usize) -> Self {
        Self { size, page: 1, ..self.clone() }
    }

    /// The address of this list at `path`; what holds anyway is left out.
    pub fn href(&self, path: &str) -> String {
        let mut members = Vec::new();
        if !self.search.is_empty() {
            members.push(format!("cari={}", encode(&self.search)));
        }
        members.extend(self.filters.iter().map(|(name, value)| format!("{name}={}", encode(value))));
        if (self.sort, self.descending) != self.default_sort {
            members.push(format!("urut={}{}", if self.descending { "-" } else { "" }, self.sort));
        }
        if self.size != SIZES[0] {
            members.push(format!("per={}", self.size));
        }
        if self.page > 1 {
            members.push(format!("hal={}", self.page));
        }
        if members.is_empty() { path.to_owned() } else { format!("{path}?{}", members.join("&")) }
    }

    /// What the filter form sends along, so that order and length stay.
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let mut kept = Vec::new();
        if (self.sort, self.descending) != self.default_sort {
            kept.push(("urut", format!("{}{}", if self.descending { "-" } else { "" }, self.sort)));
        }
        if self.size != SIZES[0] {
            kept.push(("per", self.size.to_string()));
        }
        kept
    }
}

/// Once, `+` as a blank, cut to the longest value; what is not UTF-8 is replaced, control characters are dropped.
fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digits = (ahead.next().and_then(hex_digit), ahead.next().and_then(hex_digit));
                if let (Some(high), Some(low)) = digits {
                    bytes.push(high * 16 + low);
                    rest = ahead;
                } else {
                    bytes.push(byte);
                }
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

fn hex_digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(byte as char);
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(query: &str) -> ListQuery {
        ListQuery::parse(query, &["-waktu", "nama"], &["peran", "status"])
    }

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        for query in [
            "",
            "cari=PT%20Contoh%20%26%20Co&peran=Admin&urut=nama&per=25&hal=3",
            "status=aktif&urut=-nama&per=50",
            "urut=waktu",
        ] {
            let expected = if query.is_empty() { "/a".to_owned() } else { format!("/a?{query}") };
            assert_eq!(parse(query).href("/a"), expected);
        }
    }

    #[test]
    fn nonsense_holds_nothing_up() {
        let odd = parse("urut=kata_sandi&per=1000000&hal=-1&lain=x&cari=%zz%00%ff+a&peran=&hal=0");
        assert_eq!((odd.sort, odd.descending, odd.size, odd.page), ("waktu", true, 10, 1));
        assert_eq!(odd.search, "%zz\u{fffd} a");
        assert!(odd.filters.is_empty());
        assert_eq!(parse(&format!("cari={}", "é".repeat(5_000))).search.chars().count(), LONGEST);
        assert_eq!(parse("hal=99999999999999999999").page, 1);
        assert_eq!(parse("hal=999999&per=50").offset(), 99_999 * 50);
    }

    #[test]
    fn sorting_by_the_same_column_again_turns_the_order() {
        let list = parse("hal=4");
        assert_eq!(list.sorted_by("waktu").href("/a"), "/a?urut=waktu");
        assert_eq!(list.sorted_by("nama").sorted_by("nama").href("/a"), "/a?urut=-nama");
    }
}
