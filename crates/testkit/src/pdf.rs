//! What a PDF says.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The text of a PDF; `None` where pdftotext is not installed. Bytes that are no PDF fail the test.
pub fn text(pdf: &[u8]) -> Option<String> {
    assert!(pdf.starts_with(b"%PDF-"), "no PDF: {}", String::from_utf8_lossy(&pdf[..pdf.len().min(200)]));
    let mut program = Command::new("pdftotext");
    program.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = program.spawn().ok()?;
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(pdf).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
