//! Which passwords are good enough: long, not guessable from lists, from the subject, or from the owner's own names.

use super::form::{finding, refuse};
use crate::Error;
use crate::access::Role;

/// Longest password, bytes: far beyond what anybody types, and a bound on the work.
const LONGEST: usize = 1_000;
/// Words that help nobody guess less: common passwords and the words of this place, one a line.
const COMMON: &str = include_str!("common_passwords.txt");
/// Characters that must be left when every known word is taken out.
const LEFT: usize = 6;

/// Fewest characters for a role: with a second factor 12, for customs 15.
pub fn shortest(role: Role) -> usize {
    if role == Role::PenggunaJasa { 12 } else { 15 }
}

/// Checks a new password and its repetition; `own` are names that belong to its owner.
pub(crate) fn check(password: &str, again: &str, role: Role, own: &[&str]) -> Result<(), Error> {
    let least = shortest(role);
    if password.len() > LONGEST {
        return Err(refuse("kata_sandi", "AKUN-11", "Kata sandi terlalu panjang.", "The password is too long."));
    }
    if password.chars().count() < least {
        let (id, en) = (
            format!("Kata sandi paling sedikit {least} huruf; kalimat pendek yang Anda ingat juga baik."),
            format!("At least {least} characters; a short sentence that you remember is fine."),
        );
        return Err(refuse("kata_sandi", "AKUN-11", &id, &en));
    }
    if guessable(password, own) {
        return Err(refuse(
            "kata_sandi",
            "AKUN-11",
            "Kata sandi ini mudah ditebak: pola umum, atau memuat nama Anda atau perusahaan Anda. Pilih yang lain.",
            "This password is easy to guess: a common pattern, or your own or your company's name. Choose another.",
        ));
    }
    if password != again {
        let (id, en) = ("Konfirmasi tidak sama dengan kata sandi.", "The confirmation differs from the password.");
        return Err(Error::Findings(vec![finding("konfirmasi", "AKUN-12", id, en)]));
    }
    Ok(())
}

/// Whether little is left once known words, repetitions and runs are taken out, read as typed and read as meant.
fn guessable(password: &str, own: &[&str]) -> bool {
    little_left(password, own, |c| c) || little_left(password, own, plain)
}

fn little_left(password: &str, own: &[&str], letter: fn(char) -> char) -> bool {
    let fold = |text: &str| -> String { text.to_lowercase().chars().map(letter).collect() };
    let own = own.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
    let mut words: Vec<String> = COMMON.lines().chain(own).map(fold).filter(|w| w.chars().count() >= 4).collect();
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = fold(password);
    for word in &words {
        if rest.contains(word.as_str()) {
            rest = rest.replace(word.as_str(), "");
        }
    }
    let mut letters: Vec<char> = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let runs = letters.windows(2).filter(|pair| u32::from(pair[0]).abs_diff(u32::from(pair[1])) <= 1).count();
    let left = letters.len().saturating_sub(runs);
    letters.sort_unstable();
    letters.dedup();
    left < LEFT || letters.len() < 5
}

/// Undoes the usual replacements of letters by signs.
fn plain(c: char) -> char {
    match c {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessable_passwords_are_refused() {
        let own = ["budi.santika", "PT Contoh Sejahtera Abadi"];
        let fits = |password: &str| check(password, password, Role::PenggunaJasa, &own).is_ok();
        for bad in [
            "pendek",
            "passwordpassword",
            "P@ssw0rdP@ssw0rd",
            "beacukai20262026",
            "CEISA-ceisa-ceisa",
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "contohsejahtera1",
            "budisantika2026!",
            "qwertyuiopasdf",
            "abcdefghijklmnop",
            "rahasia rahasia",
        ] {
            assert!(!fits(bad), "{bad}");
        }
        for good in ["kapal tua berlayar pelan", "Zx9#kLmq77vT", "кораблик идёт домой", "gudang-hijau-sepeda"]
        {
            assert!(fits(good), "{good}");
        }
        assert!(check("Zx9#kLmq77vT", "Zx9#kLmq77vT", Role::Ppd, &own).is_err(), "fifteen for officers");
        assert!(check("Zx9#kLmq77vT", "lain", Role::PenggunaJasa, &own).is_err());
        assert!(!fits(&"ab9 kurma ".repeat(200)));
    }
}
