//! A house under question.

use std::time::Duration;

use conformance::{Options, Report};
use testkit::House;

/// Asks the server at `base_url`, which stands for the house.
pub fn ask(house: &House, base_url: &str, seed: u64, only: &[&str]) -> Report {
    let today = app_day(house);
    let importer = house.person("importir");
    let stranger = house.person("importir-mita");
    let options = Options {
        base_url: base_url.to_owned(),
        username: importer.username.clone(),
        password: importer.password.clone(),
        stranger: Some((stranger.username.clone(), stranger.password.clone())),
        npwp: Some(importer.npwp.clone()),
        name: Some("PT Contoh Sejahtera Abadi".into()),
        api_key: None,
        simulator: Some(house.simulator.base_url()),
        position: None,
        today: today.0,
        yesterday: today.1,
        seed,
        only: only.iter().map(|id| (*id).to_owned()).collect(),
        patience: Duration::from_secs(30),
    };
    conformance::run(&options, |_| {})
}

/// Today and yesterday at the house's office.
fn app_day(house: &House) -> (String, String) {
    let document: serde_json::Value = serde_json::from_str(&house.document(1, 1)).unwrap();
    let day = |name: &str| document[name].as_str().unwrap().to_owned();
    (day("tanggalTtd"), day("tanggalTiba"))
}
