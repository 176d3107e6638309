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
        let headers = [("content-type", "application/json")];
        let reply = self.ask("POST", "/openapi/document?isFinal=true", &headers, document.as_bytes())?;
        if reply.status == 200 { Ok(()) } else { Err(String::from_utf8_lossy(&reply.body).into_owned()) }
    }

    /// Sends any request and waits for the whole answer; headers without a value are left out.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply, String> {
        let Self { address, token, .. } = &*self;
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\n", body.len());
        if path.starts_with("/openapi") {
            request.push_str(&format!("authorization: Bearer {token}\r\n"));
        }
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        let mut request = request.into_bytes();
        request.extend_from_slice(body);
        self.stream.write_all(&request).map_err(|e| e.to_string())?;
        self.answer()
    }

    fn answer(&mut self) -> Result<Reply, String> {
        self.buffer.clear();
        let mut chunk = [0; 16_384];
        let mut head = None;
        loop {
            let read = self.stream.read(&mut chunk).map_err(|e| e.to_string())?;
            if read == 0 {
                return Err("the server closed the connection".into());
            }
            self.buffer.extend_from_slice(&chunk[..read]);
            if head.is_none()
                && let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n")
            {
                let text = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
                head = Some((length(&text)?, text, end + 4));
            }
            if let Some((length, text, start)) = &head
                && self.buffer.len() >= start + length
            {
                return Ok(Reply::of(text, self.buffer[*start..].to_vec()));
            }
        }
    }
}

/// An answer.
pub struct Reply {
    /// Status.
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    /// Names and values of the cookies that were set.
    pub cookies: Vec<String>,
    /// Body.
    pub body: Vec<u8>,
}

impl Reply {
    fn of(head: &str, body: Vec<u8>) -> Self {
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or_default();
        let all = |wanted: &str| -> Vec<String> {
            let lines = head.lines().filter_map(|line| line.split_once(':'));
            let lines = lines.filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
            lines.map(|(_, value)| value.split(';').next().unwrap_or_default().trim().to_owned()).collect()
        };
        Self { status, location: all("location").pop(), cookies: all("set-cookie"), body }
    }
}

fn length(head: &str) -> Result<usize, String> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    match lengths.next() {
        Some((_, n)) => n.trim().parse().map_err(|_| format!("no content-length: {head}")),
        // A redirect has none.
        None if head.starts_with("HTTP/1.1 3") => Ok(0),
        None => Err(format!("no content-length: {head}")),
    }
}
