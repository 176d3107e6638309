//! The importer's software: keeps its connection, and takes an error for what it is — no answer.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::world::World;

/// Longest wait for one answer; only a broken server needs so long.
const PATIENCE: Duration = Duration::from_mins(2);

/// Where a connection breaks.
#[derive(Debug, Clone, Copy)]
pub enum Cut {
    /// After half of the body.
    HalfSent,
    /// So long after all of it, and nothing of an answer is read.
    Unread(Duration),
}

/// A connection pool of its own and the importer's token, which outlives the server.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    token: String,
}

impl Client {
    /// Logs in.
    pub fn login(world: &World, base_url: &str) -> Self {
        let client = Self { agent: agent(), token: String::new() };
        let who = json!({ "username": world.importer.username, "password": world.importer.password });
        let answer = client.post(base_url, "/nle-oauth/v1/user/login", &who.to_string()).unwrap();
        let token = answer["item"]["access_token"].as_str().unwrap();
        Self { token: token.to_owned(), ..client }
    }

    /// The same user on connections of its own.
    pub fn another(&self) -> Self {
        Self { agent: agent(), token: self.token.clone() }
    }

    /// Sends a document for good; its id, or why there is none.
    pub fn submit(&self, base_url: &str, body: &str) -> Result<String, String> {
        let answer = self.post(base_url, "/openapi/document?isFinal=true", body)?;
        let id = answer["idHeader"].as_str().filter(|_| answer["status"] == "OK");
        id.map(str::to_owned).ok_or_else(|| answer.to_string())
    }

    /// POST of JSON to any address.
    pub fn post(&self, base_url: &str, path: &str, body: &str) -> Result<Value, String> {
        let request = self.agent.post(format!("{base_url}{path}")).header("content-type", "application/json");
        let request = request.header("authorization", format!("Bearer {}", self.token));
        let mut response = request.send(body).map_err(|e| e.to_string())?;
        response.body_mut().read_json().map_err(|e| e.to_string())
    }

    /// GET with the token: status, and the seconds of `Retry-After`.
    pub fn look(&self, base_url: &str, path: &str) -> (u16, u64) {
        let request = self.agent.get(format!("{base_url}{path}"));
        let response = request.header("authorization", format!("Bearer {}", self.token)).call().unwrap();
        let wait = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        (response.status().as_u16(), wait.unwrap_or_default())
    }

    /// GET of JSON from any address.
    pub fn get(&self, url: &str) -> Value {
        self.agent.get(url).call().unwrap().body_mut().read_json().unwrap()
    }

    /// Sends a document over a connection that breaks.
    pub fn submit_and_hang_up(&self, base_url: &str, body: &str, cut: Cut) {
        let host = base_url.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        let head = format!(
            "POST /openapi/document?isFinal=true HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.token,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        match cut {
            Cut::HalfSent => stream.write_all(&body.as_bytes()[..body.len() / 2]).unwrap(),
            Cut::Unread(patience) => {
                stream.write_all(body.as_bytes()).unwrap();
                std::thread::sleep(patience);
            }
        }
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).proxy(None);
    config.build().into()
}
