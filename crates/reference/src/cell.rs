//! One cell: checked against its shape and brought to its canonical writing.

use std::borrow::Cow;

use kernel::{Date, Decimal, Text};

use crate::schema::Shape;

/// What is wrong with a cell, and what to write instead.
pub(crate) type Fault = (Text, Text);

/// Longest number, in characters.
const LONGEST_NUMBER: usize = 24;

/// The names that other packs give to the small lists (left) and ours.
const GROUP_ALIASES: [(&str, &str); 7] = [
    ("fasilitas_impor", "fasilitas"),
    ("jenis_muatan_kontainer", "jenis_kontainer"),
    ("jenis_transaksi_vd", "jenis_vd"),
    ("proses_dokumen", "proses"),
    ("jenis_respon", "respon"),
    ("metode_penentuan_nilai", "metode_nilai"),
    ("alasan_metode_penentuan_nilai", "alasan_metode"),
];

/// The date written `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range].iter().try_fold(0i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The canonical group name for the name a file uses.
pub fn canonical_group(name: &str) -> &str {
    GROUP_ALIASES.iter().find(|(other, _)| *other == name).map_or(name, |(_, ours)| ours)
}

/// The canonical writing of a filled cell.
pub(crate) fn normal(shape: Shape, text: &str) -> Result<Cow<'_, str>, Fault> {
    if text.bytes().any(|b| b.is_ascii_control()) {
        return joined(shape, text).map(Cow::Owned).ok_or_else(control_character);
    }
    let same = Cow::Borrowed(text);
    let ok = |holds: bool, fault: fn(Shape) -> Fault| if holds { Ok(same.clone()) } else { Err(fault(shape)) };
    match shape {
        Shape::Text(most) => ok(text.len() <= most || text.chars().count() <= most, too_long),
        Shape::GroupCode => ok(text.chars().count() <= 40, too_long),
        Shape::Mark(most) => ok(text.len() <= most && text.bytes().all(is_mark), not_a_mark),
        Shape::Digits(least, most) => {
            ok((least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()), not_digits)
        }
        Shape::Code(least, most) => {
            ok((least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric()), not_a_code)
                .map(raised)
        }
        Shape::Locode => ok(is_locode(text), not_a_locode).map(raised),
        Shape::Hs8 => hs_digits(text).filter(|d| d.len() == 8).ok_or_else(not_hs8),
        Shape::HsNode => hs_digits(text).filter(|d| matches!(d.len(), 2 | 4 | 6 | 8)).ok_or_else(not_hs_node),
        Shape::Facility => {
            ok(text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()), not_a_facility).map(|_| two_digits(text))
        }
        Shape::Date => ok(parse_date(text).is_some(), not_a_date),
        Shape::Decimal(places) => decimal_fault(text, places).map_or(Ok(same), Err),
        Shape::Decimals => text.split('|').find_map(|part| decimal_fault(part, 4)).map_or(Ok(same), Err),
        Shape::YesNo | Shape::Flag => yes_no(shape, text),
        Shape::OneOf(words) => words
            .iter()
            .find(|w| w.eq_ignore_ascii_case(text))
            .map_or_else(|| Err(not_one_of(words)), |w| Ok(Cow::Borrowed(*w))),
        Shape::Group => ok(
            text.len() <= 40 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
            not_a_group,
        )
        .map(|_| Cow::Borrowed(canonical_group(text))),
    }
}

/// A text with one line break inside, as spreadsheets write it, with a blank instead. More breaks than that are the sign
/// of a quote that was never closed.
fn joined(shape: Shape, text: &str) -> Option<String> {
    let one = text.replace("\r\n", "\n");
    let joined = one.replacen('\n', " ", 1);
    let fits = matches!(shape, Shape::Text(most) if joined.len() <= most);
    (fits && !joined.bytes().any(|b| b.is_ascii_control())).then_some(joined)
}

/// A facility code of one digit is the same as with a leading zero.
pub(crate) fn two_digits(text: &str) -> Cow<'_, str> {
    if text.len() == 1 && text.bytes().all(|b| b.is_ascii_digit()) {
        Cow::Owned(format!("0{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn raised(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_lowercase()) { Cow::Owned(text.to_ascii_uppercase()) } else { text }
}

fn is_mark(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b".-_/%".contains(&b)
}

fn is_locode(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() == 5 && b[..2].iter().all(u8::is_ascii_alphabetic) && b[2..].iter().all(u8::is_ascii_alphanumeric)
}

fn hs_digits(text: &str) -> Option<Cow<'_, str>> {
    let digits: Cow<'_, str> = if text.contains(['.', ' ']) {
        Cow::Owned(text.chars().filter(|c| !matches!(c, '.' | ' ')).collect())
    } else {
        Cow::Borrowed(text)
    };
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(digits)
}

/// The number, when it is a plain non-negative decimal.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && text.bytes().next().is_some_and(|b| b.is_ascii_digit())
        && !text.ends_with('.');
    (plain && text.len() <= LONGEST_NUMBER).then(|| Decimal::from_str_exact(text).ok()).flatten()
}

fn decimal_fault(text: &str, places: u32) -> Option<Fault> {
    match decimal(text) {
        Some(value) if value.normalize().scale() <= places => None,
        Some(_) => Some(too_many_places(places)),
        None => Some(not_a_number()),
    }
}

fn yes_no(shape: Shape, text: &str) -> Result<Cow<'_, str>, Fault> {
    match (text, shape) {
        ("N" | "n" | "T" | "t", Shape::Flag) => Ok(Cow::Borrowed("")),
        ("Y" | "y", _) => Ok(Cow::Borrowed("Y")),
        ("N" | "n" | "T" | "t", _) => Ok(Cow::Borrowed("N")),
        _ => Err((
            Text::fixed("bukan Y atau N.", "is neither Y nor N."),
            Text::fixed("Tulis Y atau N.", "Write Y or N."),
        )),
    }
}

fn control_character() -> Fault {
    (
        Text::fixed(
            "ada karakter kendali atau ganti baris di dalam sel.",
            "the cell holds a control character or a line break.",
        ),
        Text::fixed("Hapus karakter itu.", "Remove that character."),
    )
}

fn bounds(shape: Shape) -> (usize, usize) {
    match shape {
        Shape::Digits(least, most) | Shape::Code(least, most) => (least, most),
        Shape::Text(most) | Shape::Mark(most) => (1, most),
        Shape::GroupCode => (1, 40),
        _ => (0, 0),
    }
}

fn length(shape: Shape) -> (String, String) {
    let (least, most) = bounds(shape);
    if least == most {
        (format!("{most}"), format!("{most}"))
    } else {
        (format!("{least} sampai {most}"), format!("{least} to {most}"))
    }
}

fn too_long(shape: Shape) -> Fault {
    let (_, most) = bounds(shape);
    (
        Text::made(format!("lebih panjang dari {most} karakter."), format!("is longer than {most} characters.")),
        Text::fixed("Persingkat teksnya.", "Shorten the text."),
    )
}

fn not_digits(shape: Shape) -> Fault {
    let (id, en) = length(shape);
    (
        Text::made(format!("bukan {id} angka."), format!("is not {en} digits.")),
        Text::fixed(
            "Tulis angka saja; periksa nol di depan yang hilang karena lembar kerja.",
            "Write digits only; check for leading zeros that a spreadsheet removed.",
        ),
    )
}

fn not_a_code(shape: Shape) -> Fault {
    let (id, en) = length(shape);
    (
        Text::made(format!("bukan kode {id} huruf atau angka."), format!("is not a code of {en} letters or digits.")),
        Text::fixed(
            "Tulis huruf besar dan angka tanpa spasi; periksa nol di depan.",
            "Write capital letters and digits without blanks; check leading zeros.",
        ),
    )
}

fn not_a_mark(shape: Shape) -> Fault {
    let (id, en) = length(shape);
    (
        Text::made(
            format!("bukan {id} huruf, angka, atau tanda . - _ / %"),
            format!("is not {en} letters, digits or marks . - _ / %"),
        ),
        Text::fixed("Hapus spasi dan tanda lain.", "Remove blanks and other marks."),
    )
}

fn not_a_locode(_: Shape) -> Fault {
    (
        Text::fixed("bukan kode UN/LOCODE.", "is not a UN/LOCODE."),
        Text::fixed(
            "Tulis dua huruf negara dan tiga huruf atau angka tempat, misalnya IDTPP.",
            "Write two letters of the country and three letters or digits of the place, such as IDTPP.",
        ),
    )
}

fn not_hs8() -> Fault {
    (
        Text::fixed("bukan pos tarif 8 angka.", "is not an 8-digit tariff code."),
        Text::fixed(
            "Tulis 8 angka, dengan atau tanpa titik; periksa nol di depan.",
            "Write 8 digits, with or without dots; check the leading zero.",
        ),
    )
}

fn not_hs_node() -> Fault {
    (
        Text::fixed("bukan kode tarif 2, 4, 6, atau 8 angka.", "is not a tariff code of 2, 4, 6 or 8 digits."),
        Text::fixed("Tulis angka saja; periksa nol di depan.", "Write digits only; check the leading zero."),
    )
}

fn not_a_facility(_: Shape) -> Fault {
    (
        Text::fixed("bukan kode fasilitas 2 angka.", "is not a facility code of 2 digits."),
        Text::fixed("Tulis 2 angka, misalnya 06.", "Write 2 digits, such as 06."),
    )
}

fn not_a_date(_: Shape) -> Fault {
    (
        Text::fixed("bukan tanggal yang ada.", "is not a date that exists."),
        Text::fixed("Tulis tahun-bulan-hari, misalnya 2026-11-18.", "Write year-month-day, such as 2026-11-18."),
    )
}

fn not_a_number() -> Fault {
    (
        Text::fixed("bukan angka.", "is not a number."),
        Text::fixed(
            "Tulis angka tidak negatif dengan titik desimal dan tanpa pemisah ribuan, misalnya 16250.50.",
            "Write a non-negative number with a decimal point and no thousands separator, such as 16250.50.",
        ),
    )
}

fn too_many_places(places: u32) -> Fault {
    (
        Text::made(
            format!("lebih dari {places} angka di belakang titik."),
            format!("has more than {places} digits after the point."),
        ),
        Text::fixed("Kurangi angka di belakang titik.", "Write fewer digits after the point."),
    )
}

fn not_one_of(words: &[&str]) -> Fault {
    let list = words.join(", ");
    (
        Text::fixed("tidak ada dalam pilihan.", "is not among the choices."),
        Text::made(format!("Tulis salah satu: {list}."), format!("Write one of: {list}.")),
    )
}

fn not_a_group(_: Shape) -> Fault {
    (
        Text::fixed("bukan nama kelompok.", "is not the name of a list."),
        Text::fixed(
            "Tulis huruf kecil, angka, dan garis bawah, misalnya cara_bayar.",
            "Write small letters, digits and underscores, such as cara_bayar.",
        ),
    )
}
