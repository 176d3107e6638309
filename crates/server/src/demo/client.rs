//! A small host-to-host client, as any importer's software would be.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A logged-in client.
pub struct Client {
    agent: Agent,
    base: String,
    token: String,
}

impl Client {
    /// Logs in.
    pub fn login(base: &str, username: &str, password: &str) -> Result<Self, String> {
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        let agent: Agent = config.build().into();
        let mut client = Self { agent, base: base.to_owned(), token: String::new() };
        let answer = client
            .post("/nle-oauth/v1/user/login", &json!({ "username": username, "password": password }).to_string())?;
        client.token = answer["item"]["access_token"].as_str().ok_or_else(|| format!("login: {answer}"))?.to_owned();
        Ok(client)
    }

    /// POST of a JSON text.
    pub fn post(&self, path: &str, body: &str) -> Result<Value, String> {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request
            .header("content-type", "application/json")
            .header("authorization", format!("Bearer {}", self.token));
        let mut response = request.send(body).map_err(|e| format!("{path}: {e}"))?;
        response.body_mut().read_json().map_err(|e| format!("{path}: {e}"))
    }

    /// GET of a JSON answer.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let mut response = request
            .header("authorization", format!("Bearer {}", self.token))
            .call()
            .map_err(|e| format!("{path}: {e}"))?;
        response.body_mut().read_json().map_err(|e| format!("{path}: {e}"))
    }

    /// GET of a file.
    pub fn download(&self, path: &str) -> Result<Vec<u8>, String> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let request =
            request.header("authorization", format!("Bearer {}", self.token)).header("accept", "application/json");
        let mut response = request.call().map_err(|e| format!("{path}: {e}"))?;
        let status = response.status();
        let bytes = response.body_mut().read_to_vec().map_err(|e| format!("{path}: {e}"))?;
        if status.is_success() {
            Ok(bytes)
        } else {
            Err(format!("{path}: {status} {}", String::from_utf8_lossy(&bytes)))
        }
    }
}
