//! What the checks share: one login, one company, one document that is followed, fresh aju numbers.
//!
//! Everything here is forgiving, so that a broken promise fails the check that names it and not all others: a token is
//! found wherever clients look for it, and an answer is kept as it came.

use std::cell::{Cell, OnceCell, RefCell};
use std::time::Instant;

use serde_json::{Value, json};

use crate::Options;
use crate::check::{Generation, Miss};
use crate::client::{Http, Reply};
use crate::sample::{self, Frame};

/// The server under question and what is known of it.
pub struct World {
    /// Whom to ask.
    pub options: Options,
    /// Connections to it.
    pub http: Http,
    logins: [OnceCell<Result<Reply, String>>; 2],
    frame: OnceCell<Result<Frame, String>>,
    followed: OnceCell<Result<Followed, String>>,
    stranger: OnceCell<Result<String, String>>,
    refresh: RefCell<Option<String>>,
    serial: Cell<u32>,
}

/// A document that was sent and has its bill.
#[derive(Debug, Clone)]
pub struct Followed {
    /// Its aju.
    pub aju: String,
    /// As it was sent.
    pub document: Value,
    /// The answer to the sending.
    pub sent: Value,
    /// Where the events ended before it.
    pub before: i64,
}

impl World {
    /// Nothing is asked yet.
    pub fn new(options: Options) -> Self {
        let http = Http::new(&options.base_url);
        Self {
            options,
            http,
            logins: Default::default(),
            frame: OnceCell::new(),
            followed: OnceCell::new(),
            stranger: OnceCell::new(),
            refresh: RefCell::new(None),
            serial: Cell::new(0),
        }
    }

    /// The answer to the log-in on a path generation, asked once.
    pub fn login(&self, generation: Generation) -> Result<&Reply, String> {
        let cell = &self.logins[usize::from(generation == Generation::V2)];
        let answer = cell.get_or_init(|| self.log_in(generation.auth(), &self.credentials()));
        answer.as_ref().map_err(Clone::clone)
    }

    /// The body of a log-in.
    pub fn credentials(&self) -> Value {
        json!({ "username": self.options.username, "password": self.options.password })
    }

    /// Logs in under an auth prefix.
    pub fn log_in(&self, prefix: &str, body: &Value) -> Result<Reply, String> {
        self.http.send("POST", &format!("{prefix}/login"), JSON, body.to_string().as_bytes())
    }

    /// An access token, from where clients look for it.
    pub fn token(&self) -> Result<String, String> {
        let login = self.login(Generation::V1)?.json()?;
        token_in(&login, "access_token").ok_or_else(|| "the log-in gave no access_token".to_owned())
    }

    /// The newest refresh token.
    pub fn refresh_token(&self) -> Result<String, String> {
        if let Some(token) = self.refresh.borrow().clone() {
            return Ok(token);
        }
        let login = self.login(Generation::V1)?.json()?;
        token_in(&login, "refresh_token").ok_or_else(|| "the log-in gave no refresh_token".to_owned())
    }

    /// Remembers the refresh token of an answer: the old one may be over.
    pub fn refreshed(&self, answer: &Reply) {
        if let Some(token) = answer.json().ok().and_then(|body| token_in(&body, "refresh_token")) {
            *self.refresh.borrow_mut() = Some(token);
        }
    }

    /// One request with the token and further headers.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply, String> {
        let bearer = format!("Bearer {}", self.token()?);
        self.send_as(&bearer, method, path, (headers, body))
    }

    fn send_as(
        &self,
        bearer: &str,
        method: &str,
        path: &str,
        (headers, body): (&[(&str, &str)], &[u8]),
    ) -> Result<Reply, String> {
        let mut all = vec![("authorization", bearer)];
        if let Some(key) = &self.options.api_key {
            all.push(("beacukai-api-key", key));
        }
        all.extend_from_slice(headers);
        self.http.send(method, path, &all, body)
    }

    /// GET below a service prefix.
    pub fn get(&self, generation: Generation, path: &str) -> Result<Reply, String> {
        self.send("GET", &format!("{}{path}", generation.services()), &[("accept", "application/json")], b"")
    }

    /// POST of JSON below a service prefix.
    pub fn post(&self, generation: Generation, path: &str, body: &Value) -> Result<Reply, String> {
        self.send("POST", &format!("{}{path}", generation.services()), JSON, body.to_string().as_bytes())
    }

    /// GET below a service prefix as the user of another company.
    pub fn foreign_get(&self, generation: Generation, path: &str) -> Result<Reply, Miss> {
        let Some((username, password)) = &self.options.stranger else {
            return Err(Miss::Skipped("needs a user of another company"));
        };
        let log_in = || {
            let body = json!({ "username": username, "password": password });
            let login = self.log_in(generation.auth(), &body)?.json()?;
            token_in(&login, "access_token").ok_or_else(|| "the stranger could not log in".to_owned())
        };
        let token = self.stranger.get_or_init(log_in).clone()?;
        let path = format!("{}{path}", generation.services());
        Ok(self.send_as(&format!("Bearer {token}"), "GET", &path, (&[], b""))?)
    }

    /// What documents are made for: the company as the server or the caller names it, and today's rate.
    pub fn frame(&self) -> Result<&Frame, String> {
        self.frame.get_or_init(|| self.look_up_frame()).as_ref().map_err(Clone::clone)
    }

    fn look_up_frame(&self) -> Result<Frame, String> {
        let info = self
            .send("GET", &format!("{}/user-info-by-email", Generation::V1.auth()), &[], b"")
            .and_then(|reply| reply.json())
            .unwrap_or_default();
        let own = |flag: &Option<String>, member: &str| {
            let told = info["item"][member].as_str().filter(|t| !t.is_empty()).map(str::to_owned);
            flag.clone().or(told).ok_or(format!("the server does not tell item.{member}; give --npwp and --name"))
        };
        let npwp = own(&self.options.npwp, "identitas")?;
        let rate = self.get(Generation::V1, "/kurs/USD").and_then(|reply| reply.json()).unwrap_or_default();
        let rate = rate["data"][0]["nilaiKurs"].as_str().and_then(|r| r.parse().ok()).unwrap_or(16_300.0);
        Ok(Frame {
            npwp: if npwp.len() == 15 { format!("0{npwp}") } else { npwp },
            name: own(&self.options.name, "nama")?,
            rate,
            today: self.options.today.clone(),
            yesterday: self.options.yesterday.clone(),
        })
    }

    /// An aju nobody used.
    pub fn aju(&self) -> String {
        self.serial.set(self.serial.get() + 1);
        sample::aju(self.options.seed, &self.options.today, self.serial.get())
    }

    /// A right document that nobody sent yet.
    pub fn fresh(&self) -> Result<Value, String> {
        sample::document(self.frame()?, &self.aju())
    }

    /// The document that all checks of status and letters look at, sent once, as soon as it has its bill.
    pub fn followed(&self) -> Result<&Followed, String> {
        self.followed.get_or_init(|| self.follow()).as_ref().map_err(Clone::clone)
    }

    fn follow(&self) -> Result<Followed, String> {
        let mut document = self.fresh()?;
        if let Some(position) = self.options.position {
            sample::at_position(&mut document, position);
        }
        let aju = document["nomorAju"].as_str().unwrap_or_default().to_owned();
        let before = self.events_so_far();
        let sent = self.post(Generation::V1, "/document?isFinal=true", &document)?.is(&[200])?.json()?;
        self.until_letter(&aju, "2020")?;
        Ok(Followed { aju, document, sent, before })
    }

    /// Where the events end now; the beginning on a server that has none.
    fn events_so_far(&self) -> i64 {
        let answer = self.get(Generation::V1, "/events?since=now").and_then(|answer| answer.is(&[200])?.json());
        answer.ok().and_then(|body| body["cursor"].as_i64()).unwrap_or_default()
    }

    /// The status of an aju as it is now.
    pub fn status(&self, generation: Generation, aju: &str) -> Result<Value, String> {
        self.get(generation, &format!("/status/{aju}"))?.is(&[200])?.json()
    }

    /// Waits for a letter; the status that has it.
    pub fn until_letter(&self, aju: &str, code: &str) -> Result<Value, String> {
        let begun = Instant::now();
        loop {
            let status = self.status(Generation::V1, aju)?;
            let letters = status["dataRespon"].as_array();
            if letters.is_some_and(|rows| rows.iter().any(|row| row["kodeRespon"] == code)) {
                return Ok(status);
            }
            if begun.elapsed() > self.options.patience {
                let status: String = status.to_string().chars().take(400).collect();
                return Err(format!("letter {code} of {aju} never came: {status}"));
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }
}

/// The header of a JSON body.
pub const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

/// Clients look under `item`, then at the root, then under `data`.
pub fn token_in(login: &Value, name: &str) -> Option<String> {
    let found = [&login["item"][name], &login[name], &login["data"][name]];
    found.into_iter().find_map(Value::as_str).map(str::to_owned)
}
