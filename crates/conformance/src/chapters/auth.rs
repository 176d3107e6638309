//! Log-in, refresh, user information (h2h-api 1.3).

use serde_json::{Value, json};

use crate::check::List;
use crate::expect::{Shape, member, members, that};
use crate::world::{JSON, World, token_in};

/// Older names of the same log-in (h2h-api 1.1).
const ALIASES: [&str; 3] = ["/amws/v1/user", "/auth-amws/v1/user", "/v2/authws/user"];

/// Members of a log-in's answer.
const ANSWER: [(&str, Shape); 11] = [
    ("/status", Shape::Is("success")),
    ("/message", Shape::Is("Berhasil masuk ke SSO BeaCukai")),
    ("/item/access_token", Shape::Filled),
    ("/item/expires_in", Shape::Positive),
    ("/item/refresh_expires_in", Shape::Int),
    ("/item/refresh_token", Shape::Filled),
    ("/item/token_type", Shape::OneOf(&["bearer"])),
    ("/item/id_token", Shape::Filled),
    ("/item/not-before-policy", Shape::Exactly(0)),
    ("/item/session_state", Shape::Uuid),
    ("/item/scope", Shape::Filled),
];

/// Members of the user information.
const USER: [&str; 24] = [
    "idUser",
    "jenisUser",
    "kodeIdentitas",
    "identitas",
    "kodeLevel",
    "divisi",
    "divisiDetail",
    "nip",
    "nama",
    "alamat",
    "handphone",
    "email",
    "userName",
    "pin",
    "ask",
    "answer",
    "tanggalExpired",
    "flagBlokir",
    "flagAktivasi",
    "waktuAktivasi",
    "nipRekam",
    "waktuRekam",
    "nipUpdate",
    "waktuUpdate",
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    login(list);
    refusals(list);
    refresh(list);
    user(list);
}

fn login(list: &mut List) {
    list.both("AUTH-01", "log-in answers 200", |w, g| Ok(w.login(g)?.clone().is(&[200]).map(drop)?));
    for (n, (pointer, shape)) in (2..).zip(ANSWER) {
        list.both(format!("AUTH-{n:02}"), format!("log-in answers {pointer} as {shape:?}"), move |w, g| {
            Ok(member(&w.login(g)?.json()?, pointer, shape)?)
        });
    }
    list.both("AUTH-13", "the token stands under item and nowhere else", |w, g| {
        let body = w.login(g)?.json()?;
        let elsewhere = body.get("access_token").or_else(|| body["data"].get("access_token"));
        Ok(that(elsewhere.is_none() && body["item"].is_object(), || format!("{body}"))?)
    });
    for (n, alias) in (14..).zip(ALIASES) {
        list.one(format!("AUTH-{n}"), format!("{alias}/login is the same log-in"), move |w| {
            let body = w.log_in(alias, &w.credentials())?.is(&[200])?.json()?;
            Ok(members(&body, &ANSWER)?)
        });
    }
    list.one("AUTH-17", "a further member app_id is ignored", |w| {
        let mut body = w.credentials();
        body["app_id"] = json!("aplikasi-lama");
        Ok(w.log_in("/nle-oauth/v1/user", &body)?.is(&[200]).map(drop)?)
    });
}

fn refusals(list: &mut List) {
    list.both("AUTH-20", "a wrong password is refused with status and message", |w, g| {
        let body = json!({ "username": w.options.username, "password": "bukan-kata-sandinya" });
        let answer = w.log_in(g.auth(), &body)?.is(&[401, 400])?.json()?;
        members(&answer, &[("/status", Shape::Filled), ("/message", Shape::Is("Invalid user credentials"))])?;
        Ok(that(token_in(&answer, "access_token").is_none(), || "a refusal with a token".into())?)
    });
    list.one("AUTH-21", "an unknown user is refused exactly as a wrong password", |w| {
        let known = json!({ "username": w.options.username, "password": "bukan-kata-sandinya" });
        let unknown = json!({ "username": "tidak-ada-orang-ini", "password": "bukan-kata-sandinya" });
        let (known, unknown) = (w.log_in("/nle-oauth/v1/user", &known)?, w.log_in("/nle-oauth/v1/user", &unknown)?);
        let same = known.status == unknown.status && known.body == unknown.body;
        Ok(that(same, || format!("{} {} / {} {}", known.status, known.excerpt(), unknown.status, unknown.excerpt()))?)
    });
    let bodies: [(&str, &[u8]); 4] = [
        ("an empty body", b""),
        ("no JSON", b"username=a"),
        ("an empty object", b"{}"),
        ("wrong types", b"{\"username\":1,\"password\":[]}"),
    ];
    for (n, (what, body)) in (22..).zip(bodies) {
        list.one(format!("AUTH-{n}"), format!("a log-in with {what} is refused, not a fault"), move |w| {
            let answer = w.http.send("POST", "/nle-oauth/v1/user/login", JSON, body)?.is(&[400, 401, 422])?;
            Ok(that(answer.json()?.is_object(), || answer.excerpt())?)
        });
    }
    list.both("AUTH-26", "GET of the log-in is refused in the gateway's words", |w, g| {
        let answer = w.http.send("GET", &format!("{}/login", g.auth()), &[], b"")?.is(&[405])?.json()?;
        Ok(member(&answer, "/Exception", Shape::Is("Method not allowed : get"))?)
    });
}

/// The refresh token in a spelling.
type Spelling = fn(&str) -> (Option<String>, Value);

fn refresh(list: &mut List) {
    let spellings: [(&str, &str, Spelling); 3] = [
        ("AUTH-30", "refresh takes the bare token in the header", |t| (Some(t.to_owned()), Value::Null)),
        ("AUTH-31", "refresh takes it with Bearer", |t| (Some(format!("Bearer {t}")), json!({}))),
        ("AUTH-32", "refresh takes it in the body", |t| (None, json!({ "refresh_token": t }))),
    ];
    for (id, title, spelling) in spellings {
        list.both(id, title, move |w, g| {
            let (header, body) = spelling(&w.refresh_token()?);
            let answer = update_token(w, g.auth(), header.as_deref(), &body)?.is(&[200])?;
            w.refreshed(&answer);
            let body = answer.json()?;
            members(&body, &ANSWER[2..])?;
            Ok(member(&body, "/status", Shape::Is("success"))?)
        });
    }
    list.one("AUTH-33", "refresh says Berhasil memperbarui token", |w| {
        let answer = update_token(w, "/nle-oauth/v1/user", Some(&w.refresh_token()?), &Value::Null)?.is(&[200])?;
        w.refreshed(&answer);
        Ok(member(&answer.json()?, "/message", Shape::Is("Berhasil memperbarui token"))?)
    });
    list.one("AUTH-34", "the new access token opens the services", |w| {
        let answer = update_token(w, "/nle-oauth/v1/user", Some(&w.refresh_token()?), &Value::Null)?.is(&[200])?;
        w.refreshed(&answer);
        let token = token_in(&answer.json()?, "access_token").ok_or_else(|| "no access_token".to_owned())?;
        let header = format!("Bearer {token}");
        let answer = w.http.send("GET", "/openapi/kurs/USD", &[("authorization", &header)], b"")?;
        Ok(answer.is(&[200]).map(drop)?)
    });
    for (n, (what, token)) in (35..).zip([("a made-up", Some("bukan-token")), ("no", None)]) {
        list.both(
            format!("AUTH-{n}"),
            format!("refresh with {what} token is refused in the gateway's words"),
            move |w, g| {
                let answer = update_token(w, g.auth(), token, &json!({}))?.is(&[401])?.json()?;
                Ok(member(&answer, "/Exception", Shape::Filled)?)
            },
        );
    }
    list.one("AUTH-37", "an access token is no refresh token", |w| {
        let answer = update_token(w, "/nle-oauth/v1/user", Some(&w.token()?), &json!({}))?;
        Ok(answer.is(&[400, 401]).map(drop)?)
    });
}

fn update_token(w: &World, prefix: &str, header: Option<&str>, body: &Value) -> Result<crate::client::Reply, String> {
    let mut headers = JSON.to_vec();
    headers.extend(header.map(|token| ("authorization", token)));
    let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
    w.http.send("POST", &format!("{prefix}/update-token"), &headers, &body)
}

fn user(list: &mut List) {
    for (n, name) in [(40, "user-info-by-email"), (44, "userinfo-token")] {
        list.both(format!("AUTH-{n}"), format!("{name} answers success with an item"), move |w, g| {
            let body = w.send("GET", &format!("{}/{name}", g.auth()), &[], b"")?.is(&[200])?.json()?;
            Ok(members(&body, &[("/status", Shape::Is("success")), ("/item", Shape::Present)])?)
        });
    }
    list.one("AUTH-41", "user information says Berhasil mengambil data dari database", |w| {
        Ok(member(&info(w)?, "/message", Shape::Is("Berhasil mengambil data dari database"))?)
    });
    list.one("AUTH-42", "user information has all documented members", |w| {
        let body = info(w)?;
        let item = body["item"].as_object().ok_or_else(|| "item is no object".to_owned())?;
        let missing: Vec<_> = USER.iter().filter(|m| !item.contains_key(**m)).collect();
        Ok(that(missing.is_empty(), || format!("missing: {missing:?}"))?)
    });
    list.one("AUTH-43", "user information keeps pin, ask and answer to itself", |w| {
        let null = [("/item/pin", Shape::Null), ("/item/ask", Shape::Null), ("/item/answer", Shape::Null)];
        Ok(members(&info(w)?, &null)?)
    });
    list.one("AUTH-45", "user information names the company's NPWP", |w| {
        let body = info(w)?;
        let npwp = body["item"]["identitas"].as_str().unwrap_or_default();
        Ok(that(matches!(npwp.len(), 15 | 16), || format!("identitas {npwp:?}"))?)
    });
    list.both("AUTH-46", "user information needs a token", |w, g| {
        let answer = w.http.send("GET", &format!("{}/user-info-by-email", g.auth()), &[], b"")?.is(&[401])?.json()?;
        Ok(member(&answer, "/Exception", Shape::Is(" Unauthorized application request"))?)
    });
}

fn info(w: &World) -> Result<Value, String> {
    w.send("GET", "/nle-oauth/v1/user/user-info-by-email", &[], b"")?.is(&[200])?.json()
}
