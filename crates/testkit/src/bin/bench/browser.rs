//! A browser that costs next to nothing: one connection, one session, no script.

use testkit::form;

use crate::connection::{Connection, Reply};
use crate::house::House;

/// Somebody who is logged in.
pub struct Browser {
    connection: Connection,
    cookies: String,
    csrf: String,
    address: String,
    token: String,
    /// Mark of the section that is being typed in.
    pub mark: String,
    /// Requests so far.
    pub asked: usize,
}

impl Browser {
    /// Logs in by the form.
    pub fn enter(house: &House) -> Result<Self, String> {
        let mut new = Self::on(&house.address, &house.token)?;
        new.csrf = new.hidden("/masuk", "csrf")?;
        let (name, password) = &house.importer;
        let body = form(&[("csrf", &new.csrf), ("username", name), ("password", password)]);
        let answer = new.ask("POST", "/masuk", FORM, body.as_bytes())?;
        if answer.status != 303 {
            return Err(format!("the log-in answered {}", answer.status));
        }
        new.csrf = new.hidden("/beranda", "csrf")?;
        Ok(new)
    }

    fn on(address: &str, token: &str) -> Result<Self, String> {
        Ok(Self {
            connection: Connection::open(address, token)?,
            cookies: String::new(),
            csrf: String::new(),
            address: address.to_owned(),
            token: token.to_owned(),
            mark: String::new(),
            asked: 0,
        })
    }

    /// The same person at another connection.
    pub fn again(&self) -> Result<Self, String> {
        self.elsewhere(&self.address)
    }

    /// The same session on a connection to `address`.
    pub fn elsewhere(&self, address: &str) -> Result<Self, String> {
        Ok(Self { cookies: self.cookies.clone(), csrf: self.csrf.clone(), ..Self::on(address, &self.token)? })
    }

    /// The body of a page; an error unless it is shown.
    pub fn get(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let answer = self.ask("GET", path, "", b"")?;
        if answer.status == 200 { Ok(answer.body) } else { Err(format!("{path}: {}", answer.status)) }
    }

    /// The value of a hidden field of a page.
    pub fn hidden(&mut self, path: &str, name: &str) -> Result<String, String> {
        let page = String::from_utf8_lossy(&self.get(path)?).into_owned();
        let mark = format!("name=\"{name}\" value=\"");
        let value = page.split(&mark).nth(1).and_then(|rest| rest.split('"').next());
        value.map(str::to_owned).ok_or_else(|| format!("{path} has no field {name}"))
    }

    /// Saves fields as the page's script does and remembers the new mark.
    pub fn save(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<(), String> {
        let own = [("csrf", self.csrf.as_str()), ("tanda", &self.mark), ("diam", "ya")];
        let body = form(&[&own, fields].concat());
        let answer = self.ask("POST", path, FORM, body.as_bytes())?;
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let mark = told["tanda"].as_str().ok_or_else(|| format!("{path}: {} {told}", answer.status))?;
        mark.clone_into(&mut self.mark);
        Ok(())
    }

    /// Puts a draft over the API.
    pub fn put_draft(&mut self, document: &str) -> Result<(), String> {
        let answer = self.ask("POST", "/openapi/document?isFinal=false", "application/json", document.as_bytes())?;
        if answer.status == 200 { Ok(()) } else { Err(String::from_utf8_lossy(&answer.body).into_owned()) }
    }

    /// Uploads a workbook and tells where it is shown.
    pub fn upload(&mut self, path: &str, name: &str, file: &[u8]) -> Result<String, String> {
        let mut body = format!(
            "--batas\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--batas\r\n\
             content-disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n",
            self.csrf
        )
        .into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--batas--\r\n");
        let answer = self.ask("POST", path, "multipart/form-data; boundary=batas", &body)?;
        let said = || {
            let page = String::from_utf8_lossy(&answer.body).into_owned();
            let summary = page.split("data-ringkasan").nth(1).unwrap_or_default();
            format!("{path}: {} {}", answer.status, summary.chars().take(600).collect::<String>())
        };
        answer.location.clone().ok_or_else(said)
    }

    fn ask(&mut self, method: &str, path: &str, media: &str, body: &[u8]) -> Result<Reply, String> {
        self.asked += 1;
        let answer = self.connection.ask(method, path, &[("cookie", &self.cookies), ("content-type", media)], body)?;
        for cookie in &answer.cookies {
            let kept = self.cookies.split("; ").filter(|old| old.split('=').next() != cookie.split('=').next());
            let kept: Vec<&str> = kept.filter(|old| !old.is_empty()).chain([cookie.as_str()]).collect();
            self.cookies = kept.join("; ");
        }
        Ok(answer)
    }
}

const FORM: &str = "application/x-www-form-urlencoded";
