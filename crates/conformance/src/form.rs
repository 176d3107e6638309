//! Multipart bodies, written by hand: a client that is not ours may do it wrongly, and so must we be able to.

/// Between the parts.
const BOUNDARY: &str = "batas-uji-7d1f";

/// The content type that goes with [`multipart`].
pub const CONTENT_TYPE: &str = "multipart/form-data; boundary=batas-uji-7d1f";

/// A part named `file`: file name, media type, content.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// The body of an upload: the text part `param` and the part `file`, each when there is one.
pub fn multipart(param: Option<&str>, file: Option<File<'_>>) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(param) = param {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"param\"\r\n\r\n{param}\r\n");
        out.extend_from_slice(head.as_bytes());
    }
    if let Some((name, media, content)) = file {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: {media}\r\n\r\n"
        );
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(content);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    out
}

/// A PDF of one empty page.
pub fn pdf() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (n, object) in (1..).zip(objects) {
        offsets.push(out.len());
        out.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
    }
    let start = out.len();
    out.push_str("xref\n0 4\n0000000000 65535 f \n");
    for offset in offsets {
        out.push_str(&format!("{offset:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    out.into_bytes()
}
