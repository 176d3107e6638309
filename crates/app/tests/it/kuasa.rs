//! Surat kuasa: who may act for whom, and how soon it ends.

use app::Error;
use app::account::{authenticate, login, session};
use app::company::kuasa::{self, Grant};
use serde_json::json;
use testkit::{House, on_both};

use crate::support::{enter, fields};

const BROKER: &str = "0987654324999000";

/// The example document, filed by the broker.
fn brokered(house: &House, sequence: u32) -> String {
    let mut document: serde_json::Value = serde_json::from_str(&house.document(sequence, sequence - 990_300)).unwrap();
    let parties = document["entitas"].as_array_mut().unwrap();
    parties.retain(|party| party["kodeEntitas"] != "4");
    let mut broker = parties[0].clone();
    broker["kodeEntitas"] = json!("4");
    broker["nomorIdentitas"] = json!(format!("{BROKER}000000"));
    broker["namaEntitas"] = json!("PT Perantara Contoh Logistik");
    broker["seriEntitas"] = json!(parties.len() + 1);
    parties.push(broker);
    document.to_string()
}

fn sk(house: &House) -> String {
    let given = kuasa::given(&house.app, &house.actor("importir")).unwrap();
    given.iter().find(|k| k.berlaku).unwrap().id.clone()
}

on_both! {
    fn a_broker_acts_for_clients_with_a_power_in_force(house) {
        let (secret, signed) = enter(house, "ppjk");
        let clients = kuasa::clients(&house.app, &signed.actor).unwrap();
        assert_eq!(clients.len(), 1);
        assert_eq!(clients[0].npwp, "0990000010999000");
        let other = house.actor("importir-mita").company_id.unwrap();
        let foreign = session::act_for(&house.app, &secret, Some(&other));
        assert!(matches!(foreign, Err(Error::NotFound)));
        let acting = session::act_for(&house.app, &secret, Some(&clients[0].company_id)).unwrap();
        assert!(session::resume(&house.app, &secret).is_err(), "a new cookie at a change of client");
        let now = session::resume(&house.app, &acting.secret).unwrap().actor;
        assert_eq!(now.acting_for.as_ref(), Some(&clients[0]));
        assert_eq!(now.subject_company().unwrap(), clients[0].company_id);
        kuasa::revoke(&house.app, &house.actor("importir"), &sk(house), "selesai").unwrap();
        let after = session::resume(&house.app, &acting.secret).unwrap().actor;
        assert_eq!(after.acting_for, None, "revoked: at once");
        assert_eq!(after.subject_company().unwrap(), after.company_id.as_deref().unwrap());
    }

    fn filing_and_reading_need_the_power(house) {
        let broker = house.broker();
        broker.submit(brokered(house, 990_301)).expect(200);
        let aju = house.aju(990_301);
        assert_eq!(broker.status(&aju)["status"], "Success");
        kuasa::revoke(&house.app, &house.actor("importir"), &sk(house), "selesai").unwrap();
        let refused = broker.submit(brokered(house, 990_302)).expect(409).json();
        assert!(refused["message"].as_str().unwrap().contains("surat kuasa"), "{refused}");
        assert_ne!(broker.status(&aju)["status"], "Success", "what was filed before is out of reach too");
        assert_eq!(house.importer().status(&aju)["status"], "Success");
        let token = login(&house.app, "ppjk", &house.person("ppjk").password).unwrap();
        assert!(authenticate(&house.app, &token.access_token).unwrap().clients.is_empty());
    }

    fn powers_are_dated_and_cover_kinds(house) {
        let admin = house.actor("importir-mita");
        let grant = |jenis: &[&str], mulai: &str, sampai: &str| Grant {
            npwp_ppjk: BROKER.into(),
            nomor: format!("SK-{mulai}"),
            jenis: jenis.iter().map(|j| (*j).to_owned()).collect(),
            mulai: mulai.into(),
            sampai: sampai.into(),
        };
        let give = |g: &Grant| kuasa::grant(&house.app, &admin, g);
        let (client, broker) = (admin.company_id.clone().unwrap(), house.actor("ppjk").company_id.unwrap());
        let live = |kind: &'static str, day: &str| {
            let (client, broker, day) = (client.clone(), broker.clone(), day.parse().unwrap());
            house.app.db().read(move |tx| kuasa::live(tx, &broker, &client, kind, day)).unwrap()
        };
        give(&grant(&["30"], "2026-03-10", "2026-03-12")).unwrap();
        let days = ["2026-03-09", "2026-03-10", "2026-03-12", "2026-03-13"];
        assert_eq!(days.map(|day| live("30", day)), [false, true, true, false]);
        assert!(!live("20", "2026-03-11"));
        assert!(matches!(give(&grant(&["30"], "2026-03-10", "2026-03-12")), Err(Error::Refused(_))), "number used");
        assert_eq!(fields(give(&grant(&["20"], "2026-03-10", "2026-03-09"))), ["sampai"]);
        assert_eq!(fields(give(&grant(&["99"], "kemarin", "2026-03-09"))), ["mulai", "jenis"]);
        let nobody = Grant { npwp_ppjk: "0990000099999000".into(), ..grant(&["20"], "2026-03-11", "2026-03-12") };
        assert!(matches!(give(&nobody), Err(Error::Refused(_))));
        let oneself = Grant { npwp_ppjk: "0991234568999000".into(), ..nobody };
        assert!(matches!(give(&oneself), Err(Error::Refused(_))));
        let theirs = kuasa::revoke(&house.app, &admin, &sk(house), "bukan milik saya");
        assert!(matches!(theirs, Err(Error::NotFound)));
        assert_eq!(kuasa::held(&house.app, &house.actor("ppjk")).unwrap().len(), 2);
    }
}
