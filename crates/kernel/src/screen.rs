//! Values as people of a language type and read them: `1.234,56` and `06-03-2026`; documents hold `1234.56` and
//! `2026-03-06`.

/// How a kind of value is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As it is.
    Text,
    /// A figure.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
}

/// Which marks a figure has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// `1.234,56`.
    Comma,
    /// `1,234.56`.
    Point,
}

impl Marks {
    const fn group(self) -> char {
        match self {
            Self::Comma => '.',
            Self::Point => ',',
        }
    }

    const fn decimal(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

impl Shape {
    /// What was typed, in the document's form; what cannot be understood stays as typed and is refused by its kind.
    pub fn read(self, typed: &str, marks: Marks) -> String {
        match self {
            Self::Text => typed.to_owned(),
            Self::YesNo => typed.trim().to_owned(),
            Self::Number => read_number(typed, marks).unwrap_or_else(|| typed.to_owned()),
            Self::Date => read_date(typed).unwrap_or_else(|| typed.to_owned()),
        }
    }

    /// What the document holds, as it is shown; typed text that is no value is shown as typed.
    pub fn show(self, text: &str, marks: Marks) -> String {
        match self {
            Self::Text | Self::YesNo => text.to_owned(),
            Self::Number => show_number(text, marks).unwrap_or_else(|| text.to_owned()),
            Self::Date => show_date(text).unwrap_or_else(|| text.to_owned()),
        }
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whole part in groups of three.
fn grouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next().filter(|g| digits(g) && g.len() <= 3)?;
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

fn read_number(typed: &str, marks: Marks) -> Option<String> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let plain = |whole: String, fraction: &str| match fraction {
        "" => Some(whole),
        fraction => digits(fraction).then(|| format!("{whole}.{fraction}")),
    };
    match (points, commas) {
        (0, 0) => digits(&text).then_some(text),
        (1.., 1..) => {
            // The mark that comes last divides the fraction, whatever the language.
            let (decimal, group) = if text.rfind('.') > text.rfind(',') { ('.', ',') } else { (',', '.') };
            let (whole, fraction) = text.rsplit_once(decimal)?;
            plain(grouped(whole, group)?, fraction)
        }
        (2.., 0) => grouped(&text, '.'),
        (0, 2..) => grouped(&text, ','),
        _ => {
            let mark = if points == 1 { '.' } else { ',' };
            let (whole, fraction) = text.split_once(mark)?;
            let like_a_group = fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            if mark == marks.group() && like_a_group {
                return grouped(&text, mark);
            }
            // `1,500` may be one and a half or fifteen hundred: whoever typed it is asked.
            let unclear = like_a_group && mark == ',' && marks == Marks::Comma;
            (!unclear && digits(whole)).then(|| plain(whole.to_owned(), fraction)).flatten()
        }
    }
}

fn show_number(text: &str, marks: Marks) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !digits(whole) || !(fraction.is_empty() || digits(fraction)) {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(marks.group());
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(marks.decimal());
        out.push_str(fraction);
        // Three places would read like a group.
        if fraction.len() == 3 {
            out.push('0');
        }
    }
    Some(out)
}

fn read_date(typed: &str) -> Option<String> {
    let text = typed.trim();
    let mut parts = text.split(['-', '/', '.', ' ']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| digits(part) && part.len() <= 2;
    let fits = parts.next().is_none() && short(day) && short(month) && digits(year) && year.len() == 4;
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

fn show_date(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits =
        parts.next().is_none() && [(year, 4), (month, 2), (day, 2)].iter().all(|(p, n)| digits(p) && p.len() == *n);
    fits.then(|| format!("{day}-{month}-{year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(marks: Marks, typed: &str, expect: &str) {
        assert_eq!(Shape::Number.read(typed, marks), expect, "{typed}");
    }

    #[test]
    fn figures_are_read_in_the_language_of_the_screen() {
        for (typed, expect) in [
            ("1.234,56", "1234.56"),
            ("1.500", "1500"),
            ("1.500.000", "1500000"),
            ("0.125", "0.125"),
            ("12.5", "12.5"),
            ("1500.50", "1500.50"),
            ("1,234.56", "1234.56"),
            ("1,234,567", "1234567"),
            ("12,5", "12.5"),
            ("0,125", "0.125"),
            ("1 500", "1500"),
            // Refused by the field: nobody guesses.
            ("1,500", "1,500"),
            ("1.50.000", "1.50.000"),
            ("-5", "-5"),
            ("lima", "lima"),
        ] {
            reads(Marks::Comma, typed, expect);
        }
        for (typed, expect) in [("1,500", "1500"), ("1.500", "1.500"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5")] {
            reads(Marks::Point, typed, expect);
        }
    }

    #[test]
    fn dates_are_read_day_first() {
        for typed in ["6-3-2026", "06/03/2026", "06.03.2026", " 06 03 2026 "] {
            assert_eq!(Shape::Date.read(typed, Marks::Comma), "2026-03-06", "{typed}");
        }
        for typed in ["2026-03-06", "6-3-26", "kemarin", "1-2-3-4"] {
            assert_eq!(Shape::Date.read(typed, Marks::Comma), typed);
        }
        assert_eq!(Shape::Date.show("2026-03-06", Marks::Comma), "06-03-2026");
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_is_read_back(whole in "[1-9][0-9]{0,14}|0", fraction in "[0-9]{0,4}") {
            let text = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
            let value: crate::Dec4 = text.parse().unwrap();
            for marks in [Marks::Comma, Marks::Point] {
                let shown = Shape::Number.show(&value.to_string(), marks);
                let back: crate::Dec4 = Shape::Number.read(&shown, marks).parse().unwrap();
                assert_eq!(back, value, "{shown}");
            }
        }

        #[test]
        fn any_text_gives_an_answer(text in ".{0,30}") {
            for shape in [Shape::Text, Shape::Number, Shape::Date, Shape::YesNo] {
                let _ = shape.show(&shape.read(&text, Marks::Comma), Marks::Comma);
            }
        }
    }
}
