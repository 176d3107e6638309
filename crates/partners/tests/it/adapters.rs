//! Each adapter against the simulator, when all goes well and when it is refused.

use app::ports::{BillingStatus, Insw, LartasAnswer, Mpn, PartnerFault, Registry, Tps};
use jiff::civil::date;
use kernel::Rupiah;
use serde_json::json;

use crate::world::{NPWP, aju, billing, goods, lartas, world, world_with};

#[test]
fn insw_passes_returns_and_flags_goods() {
    let world = world();
    let check = |id: &str, hs: &[&str], documents: &[&str], expect: LartasAnswer| {
        let request = lartas(id, &aju("000001"), hs, documents);
        assert_eq!(world.partners.insw.analyse(&request), Ok(expect), "{hs:?} {documents:?}");
    };
    check("r1", &["84713020"], &[], LartasAnswer::Sesuai);
    check("r2", &["84713020", "17019910"], &["959"], LartasAnswer::Sesuai);
    let alasan = vec!["Barang 2 (17019910): perlu dokumen 959 (document needed)".to_owned()];
    check("r3", &["93040090", "17019910"], &["380"], LartasAnswer::Dikembalikan { alasan });
    let alasan = vec!["Barang 1 (93040090): perlu penelitian (needs a human)".to_owned()];
    check("r4", &["93040090"], &["959"], LartasAnswer::PerluPenelitian { alasan });
}

#[test]
fn insw_gives_the_same_answer_to_the_same_request() {
    let world = world();
    let request = lartas("r1", &aju("000001"), &["84713020"], &[]);
    assert_eq!(world.partners.insw.analyse(&request), Ok(LartasAnswer::Sesuai));
    world.rule(&json!({"cocok": "000001", "lartas": "DIKEMBALIKAN", "alasan": "izin dicabut"}));
    assert_eq!(world.partners.insw.analyse(&request), Ok(LartasAnswer::Sesuai), "a repeat");
    let again = lartas("r2", &aju("000001"), &["84713020"], &[]);
    let returned = LartasAnswer::Dikembalikan { alasan: vec!["izin dicabut".to_owned()] };
    assert_eq!(world.partners.insw.analyse(&again), Ok(returned), "a new request");
    let other = lartas("r1", &aju("000001"), &["84713090"], &[]);
    assert!(
        matches!(world.partners.insw.analyse(&other), Err(PartnerFault::Refused { code, .. }) if code == "IDEMPOTENSI")
    );
}

#[test]
fn a_billing_is_issued_paid_and_reported() {
    let world = world();
    let mpn = &world.partners.mpn;
    let kode = mpn.create_billing(&billing("b1", &aju("000001"), 5_000_000, &world.clock)).unwrap();
    assert!(kode.len() == 15 && ('4'..='6').contains(&kode.chars().next().unwrap()), "{kode}");
    assert_eq!(mpn.billing_status(&kode), Ok(BillingStatus::Aktif));

    world.clock.pass(60);
    let (status, receipt) = world.pay(&kode, &json!({"bank": "Bank Rekaan"}));
    assert_eq!(status, 200, "{receipt}");
    let Ok(BillingStatus::Lunas { pembayaran }) = mpn.billing_status(&kode) else { panic!("not paid") };
    let [payment] = pembayaran.as_slice() else { panic!("{pembayaran:?}") };
    assert_eq!(receipt["ntpn"], payment.ntpn.as_str());
    assert_eq!((payment.ntpn.len(), payment.ntb.len()), (16, 12));
    assert_eq!((payment.bank.as_str(), payment.nilai, payment.npwp.as_str()), ("Bank Rekaan", Rupiah(5_000_000), NPWP));
    assert_eq!(payment.waktu_bayar.to_string(), "2019-01-02T02:01:00Z");
}

#[test]
fn a_repeated_billing_request_gives_the_same_code() {
    let world = world();
    let mpn = &world.partners.mpn;
    let request = billing("b1", &aju("000001"), 5_000_000, &world.clock);
    let kode = mpn.create_billing(&request).unwrap();
    world.clock.pass(3600);
    let later = billing("b1", &aju("000001"), 5_000_000, &world.clock);
    assert_eq!(mpn.create_billing(&later), Ok(kode.clone()), "a later deadline does not matter");
    let dearer = billing("b1", &aju("000001"), 6_000_000, &world.clock);
    assert!(matches!(mpn.create_billing(&dearer), Err(PartnerFault::Refused { code, .. }) if code == "IDEMPOTENSI"));
    let second = mpn.create_billing(&billing("b2", &aju("000001"), 5_000_000, &world.clock)).unwrap();
    assert_ne!(second, kode);
    let (_, listed) = world.get(&format!("/kendali/v1/billing?nomorAju={}", aju("000001")));
    let codes: Vec<_> = listed.as_array().unwrap().iter().map(|b| b["kodeBilling"].as_str().unwrap()).collect();
    assert_eq!(codes, [kode, second]);
}

#[test]
fn a_billing_is_cancelled_once_and_for_all() {
    let world = world();
    let mpn = &world.partners.mpn;
    let kode = mpn.create_billing(&billing("b1", &aju("000001"), 5_000_000, &world.clock)).unwrap();
    assert_eq!(mpn.cancel_billing(&kode), Ok(()));
    assert_eq!(mpn.cancel_billing(&kode), Ok(()), "repeating changes nothing");
    assert_eq!(mpn.billing_status(&kode), Ok(BillingStatus::Dibatalkan));
    assert_eq!(world.pay(&kode, &json!({})).1["kode"], "DIBATALKAN");

    let paid = mpn.create_billing(&billing("b2", &aju("000002"), 5_000_000, &world.clock)).unwrap();
    world.pay(&paid, &json!({}));
    assert!(matches!(mpn.cancel_billing(&paid), Err(PartnerFault::Refused { code, .. }) if code == "LUNAS"));
    for unknown in ["412345678901234", "0", "../../kendali", "４１２３４５６７８９０１２３４"] {
        let refused = mpn.billing_status(unknown).unwrap_err();
        assert!(matches!(&refused, PartnerFault::Refused { code, .. } if code == "404"), "{unknown}: {refused}");
    }
}

#[test]
fn goods_are_stored_pulled_and_let_go() {
    let world = world();
    let (tps, query) = (&world.partners.tps, goods("000100000000"));
    let stored = tps.status(&query).unwrap();
    assert!(stored.waktu_timbun.is_some() && stored.waktu_siap_periksa.is_none() && stored.waktu_keluar.is_none());

    world.clock.pass(60);
    assert_eq!(tps.prepare(&query), Ok(()));
    world.clock.pass(60);
    assert_eq!(tps.prepare(&query), Ok(()));
    let ready = tps.status(&query).unwrap();
    assert_eq!(ready.waktu_timbun, stored.waktu_timbun);
    assert_eq!(ready.waktu_siap_periksa.unwrap().to_string(), "2019-01-02T02:01:00Z", "the first order counts");

    assert_eq!(tps.release(&query, "000001/SPPB/2019", date(2019, 1, 2)), Ok(()));
    world.clock.pass(60);
    assert_eq!(tps.release(&query, "000001/SPPB/2019", date(2019, 1, 2)), Ok(()));
    assert_eq!(tps.status(&query).unwrap().waktu_keluar.unwrap().to_string(), "2019-01-02T02:02:00Z");
    let other = tps.release(&query, "000002/SPPB/2019", date(2019, 1, 2));
    assert!(matches!(other, Err(PartnerFault::Refused { code, .. }) if code == "SPPB_LAIN"));
}

#[test]
fn companies_stand_as_described_or_as_their_number_says() {
    let described = app::ports::CompanyStanding {
        nama: "PT Contoh Sejahtera Abadi".to_owned(),
        alamat: "Jl. Contoh Raya No. 1, Jakarta Utara 14000".to_owned(),
        nitku: vec![format!("{NPWP}000001")],
        npwp_aktif: true,
        nib: Some("9120001234567".to_owned()),
        akses_kepabeanan: true,
        kode_jenis_api: Some("02".to_owned()),
    };
    let world = world_with(|config| {
        config.companies.insert(NPWP.to_owned(), described.clone());
    });
    let registry = &world.partners.registry;
    assert_eq!(registry.standing(NPWP), Ok(described));
    let usual = registry.standing("0991234568999000").unwrap();
    assert!(usual.npwp_aktif && usual.akses_kepabeanan && usual.nib.is_some_and(|nib| nib.len() == 13));
    let unknown = registry.standing("0991234568999404").unwrap_err();
    assert!(matches!(&unknown, PartnerFault::Refused { code, .. } if code == "404"), "{unknown}");
    assert!(!registry.standing("0991234568999403").unwrap().npwp_aktif);
    assert_eq!(registry.standing("0991234568999402").unwrap().nib, None);
    assert!(!registry.standing("0991234568999401").unwrap().akses_kepabeanan);
    assert!(registry.standing("bukan-angka/..").is_err());
}

#[test]
fn a_configuration_that_cannot_work_is_refused_at_the_start() {
    let clock = crate::world::HandClock::new();
    for bad in ["", "127.0.0.1:9", "ftp://contoh.invalid", "http://", "http://a b", "http://contoh.invalid/?x=1"] {
        let fault = partners::MpnHttp::new(&partners::PartnerConfig::new(bad), clock.clone());
        assert!(fault.is_err(), "{bad:?}");
    }
    let mut config = partners::PartnerConfig::new("https://contoh.invalid");
    config.ca_pem = Some("bukan sertifikat".to_owned());
    assert!(partners::MpnHttp::new(&config, clock.clone()).is_err());
    config = partners::PartnerConfig::new("https://contoh.invalid");
    config.token = Some("dua\nbaris".to_owned());
    assert!(partners::MpnHttp::new(&config, clock).is_err());
    assert!(
        !format!("{:?}", partners::PartnerConfig { token: Some("rahasia".to_owned()), ..config }).contains("rahasia")
    );
}
