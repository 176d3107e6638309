//! Somebody at the portal, as a browser without script: keeps cookies, reads a page's token, posts its forms.

use std::collections::BTreeMap;

use crate::client::form;
use crate::{Answer, Client, House};

/// A visitor with his cookies; redirects are looked at, not followed.
#[derive(Debug, Clone)]
pub struct Visitor {
    client: Client,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Somebody who has never been there.
    pub fn new(house: &House) -> Self {
        Self { client: house.stranger(), cookies: BTreeMap::new() }
    }

    /// One of the demo's people, logged in by the form.
    pub fn login(house: &House, username: &str) -> Self {
        let mut visitor = Self::new(house);
        let password = house.person(username).password.clone();
        let answer = visitor.submit("/masuk", "/masuk", &[("username", username), ("password", &password)]);
        assert_eq!((answer.status, answer.header("location")), (303, "/beranda"), "{username}: {}", answer.text());
        visitor
    }

    fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let line: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let line = line.join("; ");
        let mut all = headers.to_vec();
        if !line.is_empty() {
            all.push(("cookie", &line));
        }
        let answer = self.client.send(method, path, &all, body);
        for cookie in answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()) {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    /// Opens a page.
    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[("accept", "text/html")], b"")
    }

    /// Posts fields to `action` with the token of the page at `page`.
    pub fn submit(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let token = token(&self.get(page).text());
        self.post(action, &[&[("csrf", token.as_str())], fields].concat())
    }

    /// Posts fields as they are.
    pub fn post(&mut self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form(fields);
        self.send("POST", action, &[("content-type", "application/x-www-form-urlencoded")], body.as_bytes())
    }

    /// A cookie, as a thief would have it.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }
}

/// The token of the forms of a page, empty when it has none.
pub fn token(html: &str) -> String {
    let after = html.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}
