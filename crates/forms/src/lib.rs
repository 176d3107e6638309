//! Forms with files as browsers and programs send them (`multipart/form-data`, RFC 7578), read once and within bounds.
//!
//! Nothing here knows what the fields mean. The body is whole in memory already, bounded by whoever took it from the line.

use std::convert::Infallible;

use bytes::Bytes;
use futures_util::{FutureExt, stream};
use multer::Multipart;

/// Longest name of a file that is kept, characters.
pub const LONGEST_FILE_NAME: usize = 150;

/// One field of a form; its content is nobody's word until the use case has looked at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The field's name; several parts may share it.
    pub name: String,
    /// The file's name without folders and control characters; none for a field that is no file, empty for a file field
    /// where nothing was chosen.
    pub file: Option<String>,
    /// The content.
    pub bytes: Bytes,
}

/// Why a body is not a form with files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Its content type is another one, or has no boundary.
    Kind,
    /// It is cut off, or a part has no name.
    Form,
    /// It has more parts than were asked for.
    Many,
}

/// Reads all parts in their order, or none.
pub fn parts(body: Bytes, content_type: &str, most: usize) -> Result<Vec<Part>, Broken> {
    let boundary = multer::parse_boundary(content_type).map_err(|_| Broken::Kind)?;
    let whole = stream::iter([Ok::<_, Infallible>(body)]);
    // Everything is there already, so reading never waits.
    take(Multipart::new(whole, boundary), most).now_or_never().unwrap_or(Err(Broken::Form))
}

async fn take(mut form: Multipart<'_>, most: usize) -> Result<Vec<Part>, Broken> {
    let mut parts = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|_| Broken::Form)? {
        if parts.len() == most {
            return Err(Broken::Many);
        }
        let name = field.name().ok_or(Broken::Form)?.to_owned();
        let file = field.file_name().map(file_name);
        let bytes = field.bytes().await.map_err(|_| Broken::Form)?;
        parts.push(Part { name, file, bytes });
    }
    Ok(parts)
}

/// The last step of whatever path a browser sent, without control characters.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(LONGEST_FILE_NAME).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=x";
    const ONE: &str = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

    fn read(body: &str) -> Result<Vec<Part>, Broken> {
        parts(Bytes::from(body.to_owned()), TYPE, 3)
    }

    #[test]
    fn files_come_beside_fields() {
        let file =
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\x\\a.pdf\"\r\n\r\n%PDF\r\n--x--\r\n";
        let read = read(&format!("{ONE}{file}")).unwrap();
        let field = Part { name: "a".into(), file: None, bytes: Bytes::from("1") };
        let file = Part { name: "f".into(), file: Some("a.pdf".into()), bytes: Bytes::from("%PDF") };
        assert_eq!(read, [field, file]);
    }

    #[test]
    fn what_is_broken_is_no_form() {
        for body in ["", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"] {
            assert_eq!(read(body), Err(Broken::Form), "{body:?}");
        }
        assert_eq!(read("--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n"), Err(Broken::Form));
        for kind in ["", "multipart/form-data", "application/json"] {
            assert_eq!(parts(Bytes::from(ONE), kind, 3), Err(Broken::Kind), "{kind:?}");
        }
    }

    #[test]
    fn there_are_not_too_many() {
        assert_eq!(read(&format!("{}--x--\r\n", ONE.repeat(3))).map(|parts| parts.len()), Ok(3));
        assert_eq!(read(&format!("{}--x--\r\n", ONE.repeat(4))), Err(Broken::Many));
    }
}
