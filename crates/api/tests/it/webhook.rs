//! Webhooks against real receivers: signed, in order, tried again, and never in each other's way.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use app::h2h::webhook::{self, HookForm, KINDS};
use serde_json::Value;
use testkit::{House, on_both, until};

/// One call as a receiver saw it.
#[derive(Clone, Debug)]
struct Call {
    at: Instant,
    headers: Vec<(String, String)>,
    body: String,
}

impl Call {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A receiver that answers with `status`, after `delay`.
struct Receiver {
    url: String,
    calls: Arc<Mutex<Vec<Call>>>,
    status: Arc<Mutex<(u16, Duration)>>,
    stop: Arc<AtomicBool>,
}

impl Receiver {
    fn start(status: u16, delay: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/terima", listener.local_addr().unwrap());
        let (calls, stop) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let status = Arc::new(Mutex::new((status, delay)));
        let (seen, answer, ended) = (Arc::clone(&calls), Arc::clone(&status), Arc::clone(&stop));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                std::thread::spawn(move || serve(stream.unwrap(), &seen, &answer));
            }
        });
        Self { url, calls, status, stop }
    }

    fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }

    fn answer(&self, status: u16) {
        self.status.lock().unwrap().0 = status;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn serve(stream: std::net::TcpStream, seen: &Mutex<Vec<Call>>, answer: &Mutex<(u16, Duration)>) {
    let mut out = stream.try_clone().unwrap();
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            headers.push((name.to_ascii_lowercase(), value.to_owned()));
        }
        let length = headers.iter().find(|(n, _)| n == "content-length").map_or(0, |(_, v)| v.parse().unwrap());
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let (status, delay) = *answer.lock().unwrap();
        std::thread::sleep(delay);
        seen.lock().unwrap().push(Call { at: Instant::now(), headers, body: String::from_utf8(body).unwrap() });
        if write!(out, "HTTP/1.1 {status} x\r\ncontent-length: 2\r\n\r\nok").is_err() {
            return;
        }
    }
}

fn form(url: &str, kinds: &[&str]) -> HookForm {
    HookForm {
        label: "Uji".into(),
        url: url.into(),
        kinds: kinds.iter().map(|k| (*k).to_owned()).collect(),
        active: true,
    }
}

/// A document that is released without inspection.
fn green(house: &House) -> String {
    let client = house.importer();
    client.submit(house.document(990_302, 1)).expect(200);
    let aju = house.aju(990_302);
    house.pay_bill(&client, &aju);
    house.until_letter(&client, &aju, "2003");
    aju
}

on_both! {
    fn events_arrive_signed_in_order_and_soon(house) {
        let receiver = Receiver::start(200, Duration::ZERO);
        let actor = house.actor("importir");
        let hook = webhook::create(&house.app, &actor, &form(&receiver.url, &KINDS)).unwrap();
        let aju = green(house);
        let events = house.importer().get("/events?since=0").expect(200).json();
        let events = events["events"].as_array().unwrap().clone();
        let calls = until("all events", || Some(receiver.calls()).filter(|calls| calls.len() >= events.len()));
        assert_eq!(calls.iter().map(Call::json).collect::<Vec<_>>(), events, "in order, each once");
        assert!(calls.iter().any(|c| c.header("x-pabean-jenis") == "Respon" && c.json()["kodeRespon"] == "2003"));
        for call in &calls {
            let at: i64 = call.header("x-pabean-waktu").parse().unwrap();
            assert_eq!(call.header("x-pabean-tanda-tangan"), webhook::sign(&hook.secret, at, &call.body));
            assert_eq!(call.header("x-pabean-id"), format!("{}-{}", hook.id, call.json()["urut"]));
        }
        assert!(calls.iter().all(|c| c.json()["nomorAju"] == aju));
        // From the submission to the first call: the delivery is not what takes long.
        let begun = Instant::now();
        house.importer().submit(house.document(2, 2)).expect(200);
        let count = calls.len();
        until("the next event", || receiver.calls().get(count).cloned());
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }

    fn only_the_chosen_kinds_are_sent(house) {
        let receiver = Receiver::start(204, Duration::ZERO);
        let actor = house.actor("importir");
        let hook = webhook::create(&house.app, &actor, &form(&receiver.url, &["Respon"])).unwrap();
        green(house);
        until("the release", || receiver.calls().iter().any(|c| c.json()["kodeRespon"] == "2003").then_some(()));
        assert!(receiver.calls().iter().all(|call| call.json()["jenis"] == "Respon"));
        until("nothing waits", || (webhook::one(&house.app, &actor, &hook.id).unwrap().0.waiting == 0).then_some(()));
        webhook::remove(&house.app, &actor, &hook.id).unwrap();
        let count = receiver.calls().len();
        let client = house.importer();
        client.submit(house.document(2, 2)).expect(200);
        house.until_letter(&client, &house.aju(2), "2020");
        assert_eq!(receiver.calls().len(), count, "removed is removed");
    }

    fn a_dead_receiver_does_not_hold_up_another(house) {
        let (dead, slow, good) = (
            Receiver::start(503, Duration::ZERO),
            Receiver::start(200, Duration::from_secs(4)),
            Receiver::start(200, Duration::ZERO),
        );
        let actor = house.actor("importir");
        let hooks: Vec<_> = [&dead, &slow, &good]
            .map(|receiver| webhook::create(&house.app, &actor, &form(&receiver.url, &KINDS)).unwrap())
            .into();
        let begun = Instant::now();
        house.importer().submit(house.document(1, 1)).expect(200);
        let first = until("the good one's first", || good.calls().first().cloned());
        assert!(first.at.duration_since(begun) < Duration::from_secs(2), "{:?}", first.at.duration_since(begun));
        until("the good one has all", || {
            (webhook::one(&house.app, &actor, &hooks[2].id).unwrap().0.waiting == 0).then_some(())
        });
        assert!(slow.calls().len() <= 2, "the slow one is still at it");
        let (row, _) = webhook::one(&house.app, &actor, &hooks[0].id).unwrap();
        assert!(row.failures >= 1 && row.last_error.unwrap().contains("503"));
        // It comes back, and gets everything from the first event on.
        dead.answer(200);
        until("the dead one's backlog", || {
            house.pass(Duration::from_secs(5));
            (webhook::one(&house.app, &actor, &hooks[0].id).unwrap().0.waiting == 0).then_some(())
        });
        let delivered = dead.calls().into_iter().map(|c| c.json()["urut"].as_i64().unwrap()).max();
        assert!(delivered >= good.calls().iter().map(|c| c.json()["urut"].as_i64().unwrap()).max());
    }

    fn what_is_refused_is_given_up_listed_and_sent_again(house) {
        let receiver = Receiver::start(400, Duration::ZERO);
        let actor = house.actor("importir");
        let hook = webhook::create(&house.app, &actor, &form(&receiver.url, &["Formulir"])).unwrap();
        house.importer().post("/document", house.document(1, 1)).expect(200);
        until("an event given up", || {
            house.pass(Duration::from_secs(3));
            let failures = webhook::one(&house.app, &actor, &hook.id).unwrap().1;
            failures.first().map(|failure| assert!(failure.error.contains("400")))
        });
        let failed = webhook::one(&house.app, &actor, &hook.id).unwrap().1;
        assert!(!webhook::resend(&house.app, &actor, &hook.id, failed[0].seq).unwrap().taken);
        receiver.answer(200);
        assert!(webhook::resend(&house.app, &actor, &hook.id, failed[0].seq).unwrap().taken);
        assert!(webhook::one(&house.app, &actor, &hook.id).unwrap().1[0].resent.is_some());
        assert!(webhook::test(&house.app, &actor, &hook.id).unwrap().taken);
        let count = receiver.calls().len();
        webhook::replay(&house.app, &actor, &hook.id, 0).unwrap();
        until("the replay", || (receiver.calls().len() > count).then_some(()));
    }

    fn inner_addresses_and_strangers_are_refused(house) {
        let actor = house.actor("importir");
        for url in ["http://10.0.0.1/", "https://169.254.169.254/", "ftp://contoh.id/", "https://u@contoh.id/", "", "https://[fe80::1]/"] {
            assert!(webhook::create(&house.app, &actor, &form(url, &KINDS)).is_err(), "{url}");
        }
        let receiver = Receiver::start(200, Duration::ZERO);
        assert!(webhook::create(&house.app, &actor, &form(&receiver.url, &[])).is_err(), "no kind");
        let hook = webhook::create(&house.app, &actor, &form(&receiver.url, &KINDS)).unwrap();
        let other = house.actor("importir-mita");
        assert!(matches!(webhook::one(&house.app, &other, &hook.id), Err(app::Error::NotFound)));
        assert!(matches!(webhook::test(&house.app, &other, &hook.id), Err(app::Error::NotFound)));
        assert!(matches!(webhook::remove(&house.app, &other, &hook.id), Err(app::Error::NotFound)));
        assert!(webhook::list(&house.app, &other).unwrap().is_empty());
        for _ in 1..10 {
            webhook::create(&house.app, &actor, &form(&receiver.url, &KINDS)).unwrap();
        }
        assert!(webhook::create(&house.app, &actor, &form(&receiver.url, &KINDS)).is_err(), "an eleventh");
    }
}
