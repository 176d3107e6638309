//! Events: in order, by number, each company its own; waited for when asked.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use testkit::{Client, House, column, on_both};

fn all(client: &Client) -> Vec<Value> {
    let (mut events, mut since) = (Vec::new(), 0);
    loop {
        let page = client.get(&format!("/events?since={since}&limit=7")).expect(200).json();
        events.extend(page["events"].as_array().unwrap().iter().cloned());
        since = page["cursor"].as_i64().unwrap();
        if page["more"] == false {
            return events;
        }
    }
}

fn released(house: &House, client: &Client, n: u32) -> String {
    client.submit(house.document(n, n % 60 + 1)).expect(200);
    let aju = house.aju(n);
    house.pay_bill(client, &aju);
    house.until_letter(client, &aju, "2003");
    aju
}

/// How many steps of a document the events tell.
fn formulir(events: &[Value], aju: &str) -> usize {
    events.iter().filter(|e| e["jenis"] == "Formulir" && e["nomorAju"] == aju).count()
}

on_both! {
    fn events_tell_what_the_status_tells(house) {
        let client = house.importer();
        let aju = released(house, &client, 990_302);
        let begun = Instant::now();
        // The document goes on by itself for a while: both are read at a moment when neither moved.
        let (status, events) = loop {
            let (before, events, after) = (client.status(&aju), all(&client), client.status(&aju));
            if before == after && column(&after, "dataStatus", "kodeProses").len() == formulir(&events, &aju) {
                break (after, events);
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{after}\n{events:?}");
        };
        let numbers: Vec<i64> = events.iter().map(|e| e["urut"].as_i64().unwrap()).collect();
        assert_eq!(numbers, (1..=i64::try_from(events.len()).unwrap()).collect::<Vec<_>>());
        let of = |kind: &str, member: &str| -> Vec<String> {
            let kind = events.iter().filter(|e| e["jenis"] == kind && e["nomorAju"] == aju);
            kind.map(|e| e[member].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(of("Formulir", "kodeProses"), column(&status, "dataStatus", "kodeProses"));
        let (mut told, mut shown) = (of("Respon", "kodeRespon"), column(&status, "dataRespon", "kodeRespon"));
        told.sort();
        shown.sort();
        assert_eq!(told, shown);
        for path in of("Respon", "pdf") {
            assert!(client.letter(&path).starts_with(b"%PDF-"));
        }
        assert_eq!(client.on("/v2/openapi").get("/events?since=0").expect(200).json()["events"][0], events[0]);
    }

    fn events_of_others_are_absent(house) {
        let client = house.importer();
        released(house, &client, 990_302);
        let nothing = house.other_company().get("/events").expect(200).json();
        assert_eq!((&nothing["events"], &nothing["cursor"]), (&json!([]), &json!(0)));
        house.login("ppd").get("/events").expect(403);
    }

    fn whoever_waits_is_answered_when_something_comes(house) {
        let client = house.importer();
        let begun = Instant::now();
        let idle = client.get("/events?since=now&wait=1").expect(200).json();
        assert!(idle["events"].as_array().unwrap().is_empty() && begun.elapsed() >= Duration::from_secs(1));
        let waiting = client.clone();
        std::thread::scope(|scope| {
            let waiter = scope.spawn(move || waiting.get("/events?since=0&wait=20").expect(200).json());
            std::thread::sleep(Duration::from_millis(600));
            client.submit(house.document(1, 1)).expect(200);
            let answer = waiter.join().unwrap();
            assert!(!answer["events"].as_array().unwrap().is_empty());
            assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
        });
    }

    fn nonsense_is_refused(house) {
        let client = house.importer();
        for query in ["since=-1", "since=x", "limit=x", "wait=-5", "since=99999999999999999999"] {
            client.get(&format!("/events?{query}")).expect(400);
        }
        let far = client.get("/events?since=9223372036854775807").expect(200).json();
        assert_eq!(far["events"], json!([]));
    }
}
