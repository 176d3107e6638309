//! Forms with files: read within bounds, and what was read is written so that it reads as the same.
#![no_main]

use bytes::Bytes;
use forms::{Broken, LONGEST_FILE_NAME, Part};
use libfuzzer_sys::fuzz_target;

const MOST: usize = 12;
/// Stands in no content that is written again.
const BOUNDARY: &str = "batas-yang-tidak-ada";

// The first line is the content type, the rest the body.
fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let kind = String::from_utf8_lossy(&input[..end]);
    let body = Bytes::copy_from_slice(input.get(end + 1..).unwrap_or_default());
    let parts = match forms::parts(body.clone(), &kind, MOST) {
        Ok(parts) => parts,
        Err(Broken::Many) => {
            let more = forms::parts(body, &kind, MOST + 1);
            assert!(more.is_err() || more.is_ok_and(|parts| parts.len() == MOST + 1), "counted wrong");
            return;
        }
        Err(Broken::Kind | Broken::Form) => return,
    };
    assert!(parts.len() <= MOST);
    assert!(parts.iter().map(|part| part.bytes.len()).sum::<usize>() <= input.len(), "more came out than went in");
    for name in parts.iter().filter_map(|part| part.file.as_ref()) {
        assert!(name.chars().count() <= LONGEST_FILE_NAME && !name.contains(['/', '\\', '\r', '\n', '\0']), "{name:?}");
    }
    if let Some(written) = write(&parts) {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        assert_eq!(forms::parts(written, &kind, MOST), Ok(parts), "what was written reads differently");
    }
});

/// The same form once more; none where a name or content would need what only we could write.
fn write(parts: &[Part]) -> Option<Bytes> {
    let plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    let mut out = Vec::new();
    for part in parts {
        let inside = part.bytes.windows(BOUNDARY.len()).any(|window| window == BOUNDARY.as_bytes());
        if inside || !plain(&part.name) || !part.file.as_deref().is_none_or(plain) {
            return None;
        }
        let file = part.file.as_ref().map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\n\r\n", part.name);
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(&part.bytes);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    (!parts.is_empty()).then(|| out.into())
}
