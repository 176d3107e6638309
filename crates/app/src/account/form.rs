//! What people type about themselves: cleaned, bounded, and refused with a reason that helps.

use kernel::{Finding, Findings, Nib, Nik, Nitku, Npwp, Pointer, Severity, Text};
use unicode_normalization::UnicodeNormalization as _;

use crate::Error;

/// Longest text that is looked at, bytes; anything longer is refused unread.
const LONGEST: usize = 2_000;
/// Longest address, characters (RFC 5321).
const LONGEST_EMAIL: usize = 254;

/// One finding about a field.
pub(crate) fn finding(field: &'static str, code: &'static str, id: &str, en: &str) -> Finding {
    Finding {
        code: code.into(),
        severity: Severity::Reject,
        pointer: Pointer::new(field),
        message: Text::made(id.to_owned(), en.to_owned()),
        law: "".into(),
    }
}

/// A single finding as the outcome.
pub(crate) fn refuse(field: &'static str, code: &'static str, id: &str, en: &str) -> Error {
    Error::Findings(vec![finding(field, code, id, en)])
}

/// Reads the fields of one form and collects what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Form(Findings);

impl Form {
    /// Notes a problem.
    pub fn wrong(&mut self, field: &'static str, code: &'static str, id: &str, en: &str) {
        self.0.push(finding(field, code, id, en));
    }

    /// Ends the reading: nothing wrong, or everything that is.
    pub fn done(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Findings(self.0)) }
    }

    /// One line of text, such as a name: any script, no control or invisible characters.
    pub fn line(&mut self, field: &'static str, typed: &str, most: usize) -> String {
        match line(typed) {
            Some(text) if text.is_empty() => {
                self.wrong(field, "AKUN-01", "Isian ini wajib diisi.", "Fill in this field.");
            }
            Some(text) if text.chars().count() > most => {
                let (id, en) = (format!("Paling banyak {most} huruf."), format!("At most {most} characters."));
                self.wrong(field, "AKUN-02", &id, &en);
            }
            Some(text) => return text,
            None => self.wrong(
                field,
                "AKUN-03",
                "Tulis dalam satu baris tanpa huruf kendali atau huruf tersembunyi.",
                "Write one line without control or invisible characters.",
            ),
        }
        String::new()
    }

    /// A mail address.
    pub fn email(&mut self, field: &'static str, typed: &str) -> String {
        match email(typed) {
            Ok(email) => return email,
            Err(text) => self.wrong(field, "AKUN-04", &text.id, &text.en),
        }
        String::new()
    }

    /// A new user name.
    pub fn username(&mut self, field: &'static str, typed: &str) -> String {
        match username(typed) {
            Some(name) => return name,
            None => self.wrong(
                field,
                "AKUN-05",
                "Tulis 4 sampai 32 huruf a–z, angka, titik, garis bawah atau tanda hubung, diawali huruf atau angka.",
                "Write 4 to 32 of a–z, digits, full stop, underscore or hyphen, beginning with a letter or digit.",
            ),
        }
        String::new()
    }

    /// An NPWP, as 16 digits.
    pub fn npwp(&mut self, field: &'static str, typed: &str) -> String {
        match short(typed).parse::<Npwp>() {
            Ok(npwp) => return npwp.to_string(),
            Err(problem) => self.wrong(field, "AKUN-06", &problem.message.id, &problem.message.en),
        }
        String::new()
    }

    /// A NIB; empty is none.
    pub fn nib(&mut self, field: &'static str, typed: &str) -> Option<String> {
        if typed.trim().is_empty() {
            return None;
        }
        match short(typed).parse::<Nib>() {
            Ok(nib) => return Some(nib.to_string()),
            Err(problem) => self.wrong(field, "AKUN-07", &problem.message.id, &problem.message.en),
        }
        None
    }

    /// A place of business of `npwp`; empty is none.
    pub fn nitku(&mut self, field: &'static str, typed: &str, npwp: &str) -> Option<String> {
        if typed.trim().is_empty() {
            return None;
        }
        match short(typed).parse::<Nitku>() {
            Ok(nitku) if npwp.is_empty() || nitku.to_string().starts_with(npwp) => return Some(nitku.to_string()),
            Ok(_) => self.wrong(
                field,
                "AKUN-08",
                "NITKU diawali 16 angka NPWP perusahaan yang sama.",
                "The NITKU begins with the 16 digits of the same company's NPWP.",
            ),
            Err(problem) => self.wrong(field, "AKUN-08", &problem.message.id, &problem.message.en),
        }
        None
    }

    /// Kind and number of a person's identity.
    pub fn identity(&mut self, kind: &str, typed: &str) -> (String, String) {
        let number = match kind {
            "NIK" => match short(typed).parse::<Nik>() {
                Ok(nik) => nik.to_string(),
                Err(problem) => {
                    self.wrong("nomor_identitas", "AKUN-09", &problem.message.id, &problem.message.en);
                    String::new()
                }
            },
            "PASPOR" => {
                let number = line(typed).unwrap_or_default().replace(' ', "").to_uppercase();
                if !(5..=20).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_alphanumeric()) {
                    self.wrong(
                        "nomor_identitas",
                        "AKUN-09",
                        "Tulis nomor paspor 5 sampai 20 huruf dan angka.",
                        "Write the passport number as 5 to 20 letters and digits.",
                    );
                }
                number
            }
            _ => {
                self.wrong("jenis_identitas", "AKUN-14", "Pilih NIK atau paspor.", "Choose NIK or passport.");
                String::new()
            }
        };
        (kind.chars().take(10).collect(), number)
    }

    /// A telephone number: digits, with a plus in front if it is foreign.
    pub fn phone(&mut self, field: &'static str, typed: &str) -> String {
        let bare: String = short(typed).chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')')).collect();
        let digits = bare.strip_prefix('+').unwrap_or(&bare);
        if !(8..=15).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            self.wrong(
                field,
                "AKUN-10",
                "Tulis nomor HP 8 sampai 15 angka, misalnya 081234567890.",
                "Write the mobile number as 8 to 15 digits, such as 081234567890.",
            );
        }
        bare
    }

    /// One of a few words.
    pub fn choice(&mut self, field: &'static str, typed: &str, words: &[&str]) -> String {
        if !words.contains(&typed) {
            self.wrong(field, "AKUN-14", "Pilih salah satu.", "Choose one.");
        }
        typed.chars().take(40).collect()
    }
}

/// The first part of a text, so that nothing long is parsed.
fn short(typed: &str) -> &str {
    typed.get(..typed.len().min(100)).unwrap_or("terlalu panjang")
}

/// One line: compatibility forms folded, blanks collapsed; none when it holds what nobody can see.
fn line(typed: &str) -> Option<String> {
    if typed.len() > LONGEST {
        return Some("x".repeat(LONGEST));
    }
    let text: String = typed.trim().nfkc().collect();
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if text.chars().any(hidden) {
        return None;
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A user name in its one form; none when it cannot be one. Full-width letters become plain ones, look-alikes of other
/// scripts stay what they are and are refused.
pub(crate) fn username(typed: &str) -> Option<String> {
    let name = login_name(typed)?;
    let ends = |c: u8| c.is_ascii_alphanumeric();
    let inside = |c: u8| ends(c) || matches!(c, b'.' | b'_' | b'-');
    let good = (4..=32).contains(&name.len())
        && name.bytes().all(inside)
        && name.bytes().next().is_some_and(ends)
        && !name.starts_with("undangan-");
    good.then_some(name)
}

/// A user name as somebody logs in with it: ASCII, lower case.
pub(crate) fn login_name(typed: &str) -> Option<String> {
    if typed.len() > 400 {
        return None;
    }
    let name: String = typed.trim().nfkc().collect::<String>().to_lowercase();
    (!name.is_empty() && name.len() <= 100 && name.bytes().all(|b| b.is_ascii_graphic())).then_some(name)
}

/// A mail address in its one form: lower case, ASCII.
pub(crate) fn email(typed: &str) -> Result<String, Text> {
    let typed = typed.trim();
    if typed.len() > LONGEST_EMAIL * 4 {
        return Err(BAD_EMAIL);
    }
    if !typed.is_ascii() {
        return Err(Text::fixed(
            "Alamat ini memuat huruf di luar a–z yang dapat menyerupai huruf lain; pakai alamat dengan huruf biasa.",
            "This address holds letters outside a–z, which can look like others; use an address in plain letters.",
        ));
    }
    let address = typed.to_ascii_lowercase();
    let Some((local, domain)) = address.split_once('@') else { return Err(BAD_EMAIL) };
    let local_good = (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-'".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let top = labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()));
    if !local_good || labels.len() < 2 || !top || !labels.iter().all(|l| label(l)) || address.len() > LONGEST_EMAIL {
        return Err(BAD_EMAIL);
    }
    if labels.iter().any(|l| l.starts_with("xn--")) {
        return Err(Text::fixed(
            "Nama domain dengan huruf non-Latin (xn--) tidak diterima karena dapat menyerupai domain lain.",
            "Domain names in non-Latin letters (xn--) are not accepted, since they can look like others.",
        ));
    }
    Ok(address)
}

const BAD_EMAIL: Text = Text::fixed(
    "Tulis alamat e-mail lengkap, misalnya nama@perusahaan.co.id.",
    "Write a whole e-mail address, such as name@company.co.id.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_or_refused() {
        assert_eq!(email(" Budi.Contoh@Contoh.CO.ID "), Ok("budi.contoh@contoh.co.id".to_owned()));
        let long = format!("{}@contoh.id", "a".repeat(10_000));
        for bad in [
            "",
            "budi",
            "budi@",
            "@contoh.id",
            "budi@contoh",
            "bu di@contoh.id",
            "budi@contoh.id\r\nBcc: a@b.id",
            "a..b@contoh.id",
            "budi@-contoh.id",
            "budi@contoh.1",
            "budi@[127.0.0.1]",
            "\"budi\"@contoh.id",
            "budi@contoh.id,siti@contoh.id",
            &long,
        ] {
            assert!(email(bad).is_err(), "{bad:?}");
        }
        for alike in ["b\u{443}di@contoh.id", "budi@c\u{43e}ntoh.id", "budi@xn--cntoh-nye.id"] {
            let text = email(alike).unwrap_err();
            assert!(text.id.contains("menyerupai"), "{alike}: {}", text.id);
        }
    }

    #[test]
    fn user_names_have_one_form() {
        assert_eq!(username("Budi.Contoh").as_deref(), Some("budi.contoh"));
        assert_eq!(username("\u{ff42}\u{ff55}\u{ff44}\u{ff49}").as_deref(), Some("budi"), "full-width letters");
        for bad in ["abc", "b\u{443}di", ".budi", "budi contoh", "budi\0x", "undangan-1", &"a".repeat(33)] {
            assert_eq!(username(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn lines_hold_nothing_hidden() {
        let read = |typed: &str| {
            let mut form = Form::default();
            let text = form.line("nama", typed, 100);
            form.done().map(|()| text)
        };
        assert_eq!(read("  <script>alert(1)</script> ").unwrap(), "<script>alert(1)</script>");
        assert_eq!(read("Ni  Luh\u{a0}Contoh").unwrap(), "Ni Luh Contoh");
        for bad in ["", " ", "a\nb", "a\u{202e}b", "a\u{200b}b", &"x".repeat(10_000)] {
            assert!(read(bad).is_err(), "{bad:?}");
        }
    }
}
