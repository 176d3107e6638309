//! What a file really is: its first and last bytes and what a PDF must not carry. Nothing is rendered here.

use kernel::Text;

/// Largest PDF or picture, bytes (quality.md, Uploads).
pub const LARGEST: usize = 5 * 1024 * 1024;
/// What a PDF must not carry: it encrypts, runs or hides something. A name may be written in hexadecimal; such a name
/// is not looked through but refused with `#`-escapes in these letters by [`escaped`].
const FORBIDDEN: [&str; 7] =
    ["/Encrypt", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia"];
/// How near its end a PDF says so, bytes.
const TAIL: usize = 2_048;

/// A kind of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl Media {
    /// As HTTP says it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The ending of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nothing in it.
    Empty,
    /// More than 5 MB.
    TooLarge,
    /// None of the kinds taken here.
    Unknown,
    /// It begins like one of them and is cut or broken.
    Broken,
    /// A PDF that is encrypted or carries scripts or other files.
    Active,
}

impl Refused {
    /// What its sender reads.
    pub fn text(self, name: &str) -> Text {
        let name: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
        let (id, en) = match self {
            Self::Empty => ("berkas ini kosong; pilih berkas lain", "this file is empty; choose another"),
            Self::TooLarge => (
                "berkas ini lebih dari 5 MB; perkecil atau bagi menjadi beberapa berkas",
                "this file is over 5 MB; make it smaller or divide it",
            ),
            Self::Unknown => (
                "isinya bukan PDF, JPEG atau PNG; simpan ulang dalam salah satu bentuk itu",
                "its content is no PDF, JPEG or PNG; save it again as one of these",
            ),
            Self::Broken => (
                "berkas ini terpotong atau rusak; buka dan simpan ulang, lalu kirim lagi",
                "this file is cut or broken; open it, save it again, and send it anew",
            ),
            Self::Active => (
                "PDF ini terenkripsi atau memuat skrip atau berkas lain; cetak ulang ke PDF biasa",
                "this PDF is encrypted or carries scripts or other files; print it to a plain PDF",
            ),
        };
        Text::made(format!("{name}: {id}."), format!("{name}: {en}."))
    }
}

/// What these bytes are, if it is one of `taken`.
pub fn look(bytes: &[u8], taken: &[Media]) -> Result<Media, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let media = kind(bytes).filter(|media| taken.contains(media)).ok_or(Refused::Unknown)?;
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let whole = match media {
        Media::Pdf => holds(tail, b"%%EOF"),
        Media::Jpeg => holds(tail, &[0xff, 0xd9]) && jpeg_has_size(bytes),
        Media::Png => holds(tail, b"IEND") && png_has_size(bytes),
    };
    if !whole {
        return Err(Refused::Broken);
    }
    if media == Media::Pdf && (FORBIDDEN.iter().any(|name| names(bytes, name)) || escaped(bytes)) {
        return Err(Refused::Active);
    }
    Ok(media)
}

fn kind(bytes: &[u8]) -> Option<Media> {
    if bytes.starts_with(b"%PDF-") {
        Some(Media::Pdf)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(Media::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Media::Png)
    } else {
        None
    }
}

/// Whether a JPEG's headers say how wide and high it is: bytes between its first and last mark are no picture yet.
fn jpeg_has_size(bytes: &[u8]) -> bool {
    let word = |at: usize| bytes.get(at..at + 2).map(|two| usize::from(u16::from_be_bytes([two[0], two[1]])));
    let mut at = 2;
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            // A filling byte, and marks that stand alone.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            // Frame headers: length, precision, height, width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return word(at + 5).is_some_and(|height| height > 0) && word(at + 7).is_some_and(|width| width > 0);
            }
            // The picture itself or its end before any frame header.
            0xd8..=0xda => return false,
            _ => match word(at + 2) {
                Some(length) if length >= 2 => at += 2 + length,
                _ => return false,
            },
        }
    }
    false
}

/// Whether a PNG begins with its header, which says how wide and high it is.
fn png_has_size(bytes: &[u8]) -> bool {
    let side = |at: usize| bytes.get(at..at + 4).is_some_and(|side| side.iter().any(|byte| *byte != 0));
    bytes.get(8..16) == Some(b"\0\0\0\rIHDR".as_slice()) && side(16) && side(20)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether a PDF uses this name and not only one that begins with it.
fn names(bytes: &[u8], name: &str) -> bool {
    let name = name.as_bytes();
    let ends = |at: usize| bytes.get(at + name.len()).is_none_or(|next| !next.is_ascii_alphanumeric());
    bytes.windows(name.len()).enumerate().any(|(at, window)| window == name && ends(at))
}

/// Whether a PDF hides letters of a short name behind `#xx`, as nobody's software does without a reason.
fn escaped(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|w| w[0] == b'/' && w[1] == b'#' && w[2].is_ascii_hexdigit() && w[3].is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: &[Media] = &[Media::Pdf, Media::Jpeg, Media::Png];

    fn check(bytes: &[u8], expect: Result<Media, Refused>) {
        assert_eq!(look(bytes, ANY), expect, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn content_decides_and_not_the_name() {
        check(b"%PDF-1.7 ... %%EOF", Ok(Media::Pdf));
        let jpeg =
            [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 2, 1, 1, 0x11, 0, 0xff, 0xd9];
        check(&jpeg, Ok(Media::Jpeg));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x02....IEND....", Ok(Media::Png));
        check(b"", Err(Refused::Empty));
        check(b"<svg onload=alert(1)>", Err(Refused::Unknown));
        check(b"MZ\x90", Err(Refused::Unknown));
        check(b"%PDF-1.7 cut", Err(Refused::Broken));
        check(&vec![b'x'; LARGEST + 1], Err(Refused::TooLarge));
        assert_eq!(look(b"%PDF-1.7 %%EOF", &[Media::Png]), Err(Refused::Unknown));
    }

    #[test]
    fn a_picture_says_how_large_it_is() {
        check(&[0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9], Err(Refused::Broken));
        check(&[0xff, 0xd8, 0xff, 0xd9], Err(Refused::Broken));
        check(&[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 2, 1, 1, 0x11, 0, 0xff, 0xd9], Err(Refused::Broken));
        check(&[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9], Err(Refused::Broken));
        check(b"\x89PNG\r\n\x1a\n....IEND....", Err(Refused::Broken));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x02....IEND....", Err(Refused::Broken));
    }

    #[test]
    fn a_pdf_that_acts_is_refused() {
        check(b"%PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >> %%EOF", Err(Refused::Active));
        check(b"%PDF-1.7 trailer << /Encrypt 5 0 R >> %%EOF", Err(Refused::Active));
        check(b"%PDF-1.7 /EmbeddedFiles 3 0 R %%EOF", Err(Refused::Active));
        check(b"%PDF-1.7 /#4aavaScript %%EOF", Err(Refused::Active));
        check(b"%PDF-1.7 /JSomething /Launcher %%EOF", Ok(Media::Pdf));
    }
}
