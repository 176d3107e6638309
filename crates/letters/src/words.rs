//! Amounts in words, as money letters must show them.

const ONES: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

const SCALES: [(u64, &str); 6] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
    (1_000, "ribu"),
];

/// A whole number in Indonesian words: `22252506` is "dua puluh dua juta dua ratus lima puluh dua ribu lima ratus enam".
pub fn terbilang(number: i64) -> String {
    let mut words = Vec::new();
    if number < 0 {
        words.push("minus");
    }
    let mut rest = number.unsigned_abs();
    if rest == 0 {
        words.push(ONES[0]);
    }
    for (scale, name) in SCALES {
        let count = rest / scale;
        rest %= scale;
        match (count, scale) {
            (0, _) => {}
            (1, 1_000) => words.push("seribu"),
            _ => {
                below_thousand(count, &mut words);
                words.push(name);
            }
        }
    }
    below_thousand(rest, &mut words);
    words.join(" ")
}

/// Appends a number from 0 to 999; nothing for 0.
fn below_thousand(number: u64, words: &mut Vec<&'static str>) {
    let one = |n: u64| usize::try_from(n).ok().and_then(|n| ONES.get(n)).copied().unwrap_or_default();
    let (hundreds, rest) = (number / 100, number % 100);
    match hundreds {
        0 => {}
        1 => words.push("seratus"),
        _ => words.extend([one(hundreds), "ratus"]),
    }
    match rest {
        0 => {}
        1..=11 => words.push(one(rest)),
        12..=19 => words.extend([one(rest - 10), "belas"]),
        _ => {
            words.extend([one(rest / 10), "puluh"]);
            if rest % 10 > 0 {
                words.push(one(rest % 10));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::terbilang;

    fn check(number: i64, words: &str) {
        assert_eq!(terbilang(number), words);
    }

    #[test]
    fn numbers_are_said_as_a_teller_says_them() {
        check(0, "nol");
        check(10, "sepuluh");
        check(11, "sebelas");
        check(12, "dua belas");
        check(20, "dua puluh");
        check(100, "seratus");
        check(111, "seratus sebelas");
        check(1_000, "seribu");
        check(1_001, "seribu satu");
        check(2_000, "dua ribu");
        check(11_000, "sebelas ribu");
        check(101_000, "seratus satu ribu");
        check(1_000_000, "satu juta");
        check(1_001_000, "satu juta seribu");
        check(22_252_506, "dua puluh dua juta dua ratus lima puluh dua ribu lima ratus enam");
        check(1_048_905_000, "satu miliar empat puluh delapan juta sembilan ratus lima ribu");
        check(3_000_000_000_019, "tiga triliun sembilan belas");
        check(-150_000, "minus seratus lima puluh ribu");
        assert!(terbilang(i64::MIN).starts_with("minus sembilan kuintiliun dua ratus dua puluh tiga kuadriliun"));
    }
}
