//! The fields and files of a posted form.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use multer::Multipart;

use crate::problem::Problem;

/// Most fields of one form.
const MOST_FIELDS: usize = 2_000;
/// Most files of one form.
const MOST_FILES: usize = 20;
/// Longest name of a file that is kept, characters.
const LONGEST_NAME: usize = 150;

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
    pub(super) async fn parts(body: Bytes, content_type: &str) -> Option<Self> {
        let boundary = multer::parse_boundary(content_type).ok()?;
        let mut parts = Multipart::new(Body::from(body).into_data_stream(), boundary);
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        while let Some(part) = parts.next_field().await.ok()? {
            let name = part.name()?.to_owned();
            let file = part.file_name().map(file_name);
            let bytes = part.bytes().await.ok()?;
            match file {
                // A file field that was left empty comes with neither name nor content.
                Some(file) if file.is_empty() && bytes.is_empty() => {}
                Some(file) => files.push((name, File { name: file, bytes })),
                None => fields.push((name, String::from_utf8(bytes.to_vec()).ok()?)),
            }
            if fields.len() > MOST_FIELDS || files.len() > MOST_FILES {
                return None;
            }
        }
        Some(Self { fields: Arc::new(fields), files: Arc::new(files) })
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

/// The last step of whatever path a browser sent, without control characters.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect::<String>().trim().to_owned()
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

    #[tokio::test]
    async fn files_come_beside_fields() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
            --x\r\nContent-Disposition: form-data; name=\"kosong\"; filename=\"\"\r\n\r\n\r\n\
            --x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\x\\a.pdf\"\r\n\r\n%PDF\r\n--x--\r\n";
        let posted = Posted::parts(Bytes::from(body), TYPE).await.unwrap();
        assert_eq!(posted.get("a"), "1");
        assert!(posted.file("kosong").is_none());
        let file = posted.file("f").unwrap();
        assert_eq!((file.name.as_str(), file.bytes.as_ref()), ("a.pdf", b"%PDF".as_slice()));
        assert_eq!(posted.files("f").len(), 1);
    }

    #[tokio::test]
    async fn broken_parts_are_no_form() {
        for body in ["", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"] {
            assert!(Posted::parts(Bytes::from(body), TYPE).await.is_none(), "{body:?}");
        }
        let one = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        let many = format!("{}--x--\r\n", one.repeat(MOST_FIELDS + 1));
        assert!(Posted::parts(Bytes::from(many), TYPE).await.is_none());
        assert!(Posted::parts(Bytes::from(one), "multipart/form-data").await.is_none());
    }
}
