//! One broken promise after the other: exactly its checks fail.

use std::sync::Arc;

use serde_json::{Value, json};
use testkit::on_both;

use crate::proxy::{Answer, Breaking, Proxy};
use crate::support::ask;

/// What is broken, which chapters are asked, which checks must fail.
struct Case {
    what: &'static str,
    only: &'static [&'static str],
    breaking: fn(&str, &str, &mut Answer),
    fails: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case { what: "nothing", only: &["STS", "RSP-0", "REF-0"], breaking: |_, _, _| {}, fails: &[] },
    Case {
        what: "kodeStatus is lost",
        only: &["STS"],
        breaking: |_, path, answer| rows(path, "/status/", answer, "dataStatus", |row| drop(row.remove("kodeStatus"))),
        fails: &["STS-12/v1", "STS-12/v2", "STS-40/v1", "STS-40/v2"],
    },
    Case {
        what: "a date has another form",
        only: &["STS"],
        breaking: |_, path, answer| {
            rows(path, "/openapi/status/", answer, "dataRespon", |row| {
                drop(row.insert("tanggalRespon".into(), json!("06-03-2026 09:00:00")))
            });
        },
        fails: &["STS-26/v1", "STS-26/v2"],
    },
    Case {
        what: "steps are oldest first",
        only: &["STS"],
        breaking: |_, path, answer| {
            change(path, "/status/", answer, |body| {
                if let Some(rows) = body["dataStatus"].as_array_mut() {
                    rows.reverse();
                }
            });
        },
        fails: &["STS-50/v1", "STS-50/v2", "STS-52/v1", "STS-52/v2"],
    },
    Case {
        what: "nothing found is 404",
        only: &["STS"],
        breaking: |_, path, answer| {
            if path.contains("/status/") && holds(answer, "Data Tidak Ditemukan") {
                answer.status = 404;
            }
        },
        fails: &["STS-63/v1", "STS-63/v2", "STS-64/v1", "STS-64/v2", "STS-65"],
    },
    Case {
        what: "a letter is a page",
        only: &["RSP-0"],
        breaking: |_, path, answer| {
            if path.starts_with("/v2/openapi/respon/billing") {
                answer.media = "text/html".into();
                answer.body = b"<html>".to_vec();
            }
        },
        fails: &["RSP-06/v2"],
    },
    Case {
        what: "a letter is cut off",
        only: &["RSP-0"],
        breaking: |_, path, answer| {
            if path.starts_with("/openapi/respon/pdf") {
                answer.body.truncate(2_000);
            }
        },
        fails: &["RSP-05/v1"],
    },
    Case {
        what: "a rate is a number",
        only: &["REF-0", "REF-1"],
        breaking: |_, path, answer| {
            change(path, "/v2/openapi/kurs/", answer, |body| {
                if let Some(rate) = body.pointer_mut("/data/0/nilaiKurs") {
                    *rate = json!(16_300);
                }
            });
        },
        fails: &["REF-05/v2"],
    },
    Case {
        what: "an unknown currency is not found",
        only: &["REF-0", "REF-1"],
        breaking: |_, path, answer| {
            if path == "/openapi/kurs/XTS" {
                answer.status = 404;
            }
        },
        fails: &["REF-11/v1"],
    },
    Case {
        what: "an accepted document says success",
        only: &["DOC-1"],
        breaking: |_, path, answer| {
            change(path, "/v2/openapi/document?isFinal=true", answer, |body| {
                if body["status"] == "OK" {
                    body["status"] = json!("success");
                }
            })
        },
        fails: &["DOC-12/v2"],
    },
    Case {
        what: "a refusal is 200",
        only: &["DOC-17", "DUP-0"],
        breaking: |method, path, answer| {
            if method == "POST" && path.starts_with("/v2/openapi/document?isFinal=true") && answer.status == 400 {
                answer.status = 200;
            }
        },
        // A duplicate may be answered with 200: nobody knows what the live service does.
        fails: &["DOC-170/v2", "DOC-171/v2", "DOC-172/v2"],
    },
    Case {
        what: "a guarded service is open",
        only: &["HDR-4"],
        breaking: |_, path, answer| {
            if path == "/openapi/kurs/USD" && answer.status == 401 {
                answer.status = 200;
            }
        },
        fails: &["HDR-49/v1"],
    },
    Case {
        what: "a log-in loses its session",
        only: &["AUTH-0", "AUTH-1"],
        breaking: |_, path, answer| {
            change(path, "/v1/openapi-auth/user/login", answer, |body| {
                if let Some(item) = body["item"].as_object_mut() {
                    item.remove("session_state");
                }
            })
        },
        fails: &["AUTH-11/v2"],
    },
    Case {
        what: "a wrong method is not allowed in other words",
        only: &["ERR"],
        breaking: |method, path, answer| {
            change(path, "/openapi/tarif-hs", answer, |body| {
                if method == "PUT" {
                    body["Exception"] = json!("Request method 'PUT' not supported");
                }
            })
        },
        fails: &["ERR-19/v1", "ERR-19/v2"],
    },
];

fn holds(answer: &Answer, text: &str) -> bool {
    String::from_utf8_lossy(&answer.body).contains(text)
}

/// Changes the JSON of answers whose path holds `part`.
fn change(path: &str, part: &str, answer: &mut Answer, change: impl FnOnce(&mut Value)) {
    let Ok(mut body) = serde_json::from_slice::<Value>(&answer.body) else { return };
    if path.contains(part) {
        change(&mut body);
        answer.body = body.to_string().into_bytes();
    }
}

fn rows(path: &str, part: &str, answer: &mut Answer, list: &str, each: impl Fn(&mut serde_json::Map<String, Value>)) {
    change(path, part, answer, |body| {
        body[list].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut).for_each(each);
    });
}

on_both! {
    fn each_broken_promise_is_named(house) {
        for (seed, case) in (100..).zip(CASES) {
            let breaking: Arc<Breaking> = Arc::new(case.breaking);
            let proxy = Proxy::before(house.base_url(), breaking);
            let report = ask(house, &proxy.base_url(), seed, case.only);
            assert_eq!(report.broken(), case.fails, "{}: {}", case.what, report.summary());
            assert!(report.passed() > 0, "{}", case.what);
            // Log-ins of one address are counted by the minute.
            house.pass(std::time::Duration::from_mins(1));
        }
    }
}
