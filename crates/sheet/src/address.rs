//! Addresses of cells as people say them.

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub fn column_name(column: u16) -> String {
    let mut left = u32::from(column) + 1;
    let mut letters = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell: column from 0, row from 1.
pub fn name(column: u16, row: u32) -> String {
    format!("{}{row}", column_name(column))
}

/// Column from 0 and row from 1 of an address; numbers beyond any sheet become the largest there are.
pub(crate) fn parse(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at_checked(letters)?;
    if column.is_empty() || row.is_empty() || !row.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = column.bytes().fold(0_u32, |sum, letter| {
        sum.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some((number - 1, row.parse().unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back() {
        for (column, row, text) in
            [(0, 1, "A1"), (1, 17, "B17"), (25, 3, "Z3"), (26, 4, "AA4"), (99, 20_000, "CV20000")]
        {
            assert_eq!(name(column, row), text);
            assert_eq!(parse(text), Some((u32::from(column), row)));
        }
        assert_eq!(parse("XFD1048576"), Some((16_383, 1_048_576)));
        assert_eq!(parse("ZZZZZZZZZZZZ99999999999999"), Some((u32::MAX - 1, u32::MAX)));
        for bad in ["", "A", "7", "A1B", "Å1", "A-1"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
