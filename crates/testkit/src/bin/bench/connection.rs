//! One keep-alive HTTP/1.1 connection that costs next to nothing: the clients share the processors with the server.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection with the token of its user.
pub struct Connection {
    stream: TcpStream,
    address: String,
    token: String,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects to `address`, such as `127.0.0.1:8080`.
    pub fn open(address: &str, token: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|e| format!("{address}: {e}"))?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|e| e.to_string())?;
        Ok(Self { stream, address: address.to_owned(), token: token.to_owned(), buffer: Vec::new() })
    }

    /// Sends a document; an error unless it was taken.
    pub fn submit(&mut self, document: &str) -> Result<(), String> {
        let Self { address, token, .. } = &*self;
        let request = format!(
            "POST /openapi/document?isFinal=true HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{document}",
            document.len()
        );
        self.stream.write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        let answer = self.answer()?;
        if answer.starts_with("HTTP/1.1 200 ") { Ok(()) } else { Err(answer) }
    }

    /// Head and body of the next answer.
    fn answer(&mut self) -> Result<String, String> {
        self.buffer.clear();
        let mut chunk = [0; 4_096];
        loop {
            let read = self.stream.read(&mut chunk).map_err(|e| e.to_string())?;
            if read == 0 {
                return Err("the server closed the connection".into());
            }
            self.buffer.extend_from_slice(&chunk[..read]);
            let text = String::from_utf8_lossy(&self.buffer);
            if let Some((head, body)) = text.split_once("\r\n\r\n")
                && body.len() >= length(head)?
            {
                return Ok(text.into_owned());
            }
        }
    }
}

fn length(head: &str) -> Result<usize, String> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    lengths.next().and_then(|(_, n)| n.trim().parse().ok()).ok_or_else(|| format!("no content-length: {head}"))
}
