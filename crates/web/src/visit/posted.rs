//! The fields and files of a posted form.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::problem::Problem;

/// Most fields of one form.
const MOST_FIELDS: usize = 2_000;
/// Most files of one form.
const MOST_FILES: usize = 20;

/// What was posted, parsed by the guard; names may repeat.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    fields: Arc<Vec<(String, String)>>,
    files: Arc<Vec<(String, File)>>,
}

/// A file as it was sent; its content is nobody's word until the use case has looked at it.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name without folders and control characters.
    pub name: String,
    /// The content.
    pub bytes: Bytes,
}

impl Posted {
    /// Reads `application/x-www-form-urlencoded`; none when there are too many fields.
    pub(super) fn parse(body: &[u8]) -> Option<Self> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().take(MOST_FIELDS + 1).collect();
        (pairs.len() <= MOST_FIELDS).then(|| Self { fields: Arc::new(pairs), files: Arc::default() })
    }

    /// Reads `multipart/form-data`; none when it is broken or has too many fields or files.
    pub(super) fn parts(body: Bytes, content_type: &str) -> Option<Self> {
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        for part in forms::parts(body, content_type, MOST_FIELDS + MOST_FILES).ok()? {
            match part.file {
                // A file field that was left empty comes with neither name nor content.
                Some(name) if name.is_empty() && part.bytes.is_empty() => {}
                Some(name) => files.push((part.name, File { name, bytes: part.bytes })),
                None => fields.push((part.name, String::from_utf8(part.bytes.to_vec()).ok()?)),
            }
        }
        let few = fields.len() <= MOST_FIELDS && files.len() <= MOST_FILES;
        few.then(|| Self { fields: Arc::new(fields), files: Arc::new(files) })
    }

    /// First file of a field; none when nothing was chosen.
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, file)| file)
    }

    /// All files of a field.
    pub fn files(&self, name: &str) -> Vec<&File> {
        self.files.iter().filter(|(known, _)| known == name).map(|(_, file)| file).collect()
    }

    /// First value of a field as it was typed; empty when it is not there.
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// First value without blanks around it.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The same, owned.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// All fields in their order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether the question before it was answered with yes.
    pub fn sure(&self) -> bool {
        self.get("yakin") == "ya"
    }
}

impl<S: Sync> FromRequestParts<S> for Posted {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::Form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_repeat_and_passwords_keep_their_blanks() {
        let posted = Posted::parse(b"a=1&a=2&sandi=+x+&yakin=ya&b=%C3%A9").unwrap();
        assert_eq!(posted.all("a"), ["1", "2"]);
        assert_eq!((posted.raw("sandi"), posted.get("sandi"), posted.get("b"), posted.get("c")), (" x ", "x", "é", ""));
        assert!(posted.sure());
        assert!(Posted::parse("a=1&".repeat(MOST_FIELDS + 1).as_bytes()).is_none());
    }

    const TYPE: &str = "multipart/form-data; boundary=x";

    #[test]
    fn files_come_beside_fields() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
            --x\r\nContent-Disposition: form-data; name=\"kosong\"; filename=\"\"\r\n\r\n\r\n\
            --x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\x\\a.pdf\"\r\n\r\n%PDF\r\n--x--\r\n";
        let posted = Posted::parts(Bytes::from(body), TYPE).unwrap();
        assert_eq!(posted.get("a"), "1");
        assert!(posted.file("kosong").is_none());
        let file = posted.file("f").unwrap();
        assert_eq!((file.name.as_str(), file.bytes.as_ref()), ("a.pdf", b"%PDF".as_slice()));
        assert_eq!(posted.files("f").len(), 1);
    }

    #[test]
    fn broken_parts_are_no_form() {
        for body in ["", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"] {
            assert!(Posted::parts(Bytes::from(body), TYPE).is_none(), "{body:?}");
        }
        let one = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        let many = format!("{}--x--\r\n", one.repeat(MOST_FIELDS + 1));
        assert!(Posted::parts(Bytes::from(many), TYPE).is_none());
        assert!(Posted::parts(Bytes::from(one), "multipart/form-data").is_none());
    }
}
