//! Strangers learn nothing about who is known: the same status, the same page, and no measurable difference in time.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests fail by panicking and say what they measured")]

use std::time::{Duration, Instant};

use testkit::{Answer, House, Visitor, token};

/// Pairs of requests with a known and an unknown name.
const PAIRS: usize = 1_000;
/// Largest difference of the medians.
const MEDIANS: Duration = Duration::from_millis(5);
/// Largest deviation of the signed ranks from chance, in standard deviations.
const DEVIATIONS: f64 = 4.0;

/// One kind of request: made once for a known and once for an unknown name.
struct Trial<'a> {
    house: &'a House,
    visitor: Visitor,
    csrf: String,
    /// From the page of the form, where it carries one.
    time_token: String,
}

impl<'a> Trial<'a> {
    fn new(house: &'a House, page: &str) -> Self {
        let mut visitor = Visitor::new(house);
        let html = visitor.get(page).expect(200).text();
        let after = html.split("name=\"waktu\" value=\"").nth(1).unwrap_or_default();
        let time_token = after.split('"').next().unwrap_or_default().to_owned();
        Self { house, csrf: token(&html), visitor, time_token }
    }

    fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> (Duration, Answer) {
        let (csrf, waktu) = (self.csrf.clone(), self.time_token.clone());
        let all = [&[("csrf", csrf.as_str()), ("yakin", "ya"), ("waktu", waktu.as_str())], fields].concat();
        let begun = Instant::now();
        let answer = self.visitor.post(path, &all);
        (begun.elapsed(), answer)
    }

    /// Makes the pairs in changing order; `known` and `unknown` differ in nothing but whom they name.
    fn pairs(&mut self, pause: Duration, mut ask: impl FnMut(&mut Self, bool, usize) -> (Duration, Answer)) {
        let mut times = Vec::with_capacity(PAIRS);
        for turn in 0..PAIRS {
            self.house.clock.pass(pause);
            let first = turn % 2 == 0;
            let (a, b) = (ask(self, first, turn), ask(self, !first, turn));
            let (known, unknown) = if first { (a, b) } else { (b, a) };
            assert_eq!(known.1.status, unknown.1.status, "turn {turn}: {} / {}", known.1.text(), unknown.1.text());
            assert_eq!(known.1.header("location"), unknown.1.header("location"));
            assert_eq!(page(&known.1), page(&unknown.1), "turn {turn}");
            times.push((known.0, unknown.0));
        }
        judge(&times);
    }
}

/// The page without what was typed.
fn page(answer: &Answer) -> String {
    let text = answer.text();
    let lines = text.lines().filter(|line| !line.contains("id=\"username\"") && !line.contains("name=\"csrf\""));
    lines.collect::<Vec<_>>().join("\n")
}

/// Medians close together, and Wilcoxon's signed ranks within chance.
fn judge(times: &[(Duration, Duration)]) {
    let median = |mut all: Vec<Duration>| {
        all.sort_unstable();
        all[all.len() / 2]
    };
    let known = median(times.iter().map(|(k, _)| *k).collect());
    let unknown = median(times.iter().map(|(_, u)| *u).collect());
    let mut differences: Vec<f64> = times.iter().map(|(k, u)| k.as_secs_f64() - u.as_secs_f64()).collect();
    differences.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    let ranks = differences.iter().enumerate().map(|(i, d)| d.signum() * (f64::from(u32::try_from(i).unwrap()) + 1.0));
    let n = f64::from(u32::try_from(times.len()).unwrap());
    let z = ranks.sum::<f64>() / (n * (n + 1.0) * (2.0 * n + 1.0) / 6.0).sqrt();
    println!("known {known:?}, unknown {unknown:?}, z = {z:.2}");
    assert!(known.abs_diff(unknown) < MEDIANS, "medians: known {known:?}, unknown {unknown:?}");
    assert!(z.abs() < DEVIATIONS, "signed ranks deviate by {z:.2}: known {known:?}, unknown {unknown:?}");
}

#[test]
fn login() {
    let house = House::sqlite();
    let mut trial = Trial::new(&house, "/masuk");
    trial.pairs(Duration::from_secs(90), |trial, known, _| {
        let name = if known { "importir" } else { "tidakada" };
        trial.post("/masuk", &[("username", name), ("password", "bukan kata sandinya")])
    });
}

#[test]
fn forgotten_password() {
    let house = House::sqlite();
    let mut trial = Trial::new(&house, "/lupa-kata-sandi");
    trial.pairs(Duration::from_mins(21), |trial, known, _| {
        let email = if known { "importir@contoh.example" } else { "tidakada@contoh.example" };
        trial.post("/lupa-kata-sandi", &[("email", email)])
    });
}

#[test]
fn registration() {
    let house = House::sqlite();
    let mut trial = Trial::new(&house, "/daftar");
    trial.pairs(Duration::from_mins(21), |trial, known, turn| {
        if turn % 8 == 0 {
            *trial = Trial::new(trial.house, "/daftar");
            trial.house.clock.pass(Duration::from_secs(10));
        }
        let (npwp, email) = if known {
            ("0990000010999000".to_owned(), "importir@contoh.example".to_owned())
        } else {
            (format!("099{:013}", 7_000_000 + turn), format!("baru{turn}@contoh.example"))
        };
        let name = format!("pendaftar.{turn}.{}", u8::from(known));
        trial.post(
            "/daftar",
            &[
                ("jenis", "PERORANGAN"),
                ("npwp", &npwp),
                ("nama", "Rekan Contoh"),
                ("jenis_identitas", "NIK"),
                ("nomor_identitas", "3171234505900001"),
                ("jabatan", "Pemilik"),
                ("nomor_hp", "081200000000"),
                ("email", &email),
                ("username", &name),
                ("setuju", "ya"),
            ],
        )
    });
}
