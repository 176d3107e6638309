//! The sandbox page: what it shows, and its forms without script.

use app::ports::{BillingStatus, Insw, Mpn, Tps};
use jiff::civil::date;

use crate::world::{World, aju, billing, goods, http, lartas, world, world_with};

fn page(world: &World, path: &str) -> String {
    let (status, html) = http("GET", &world.url(path), "", b"");
    assert_eq!(status, 200);
    html
}

#[test]
fn it_shows_all_partners() {
    let world = world();
    let mpn = &world.partners.mpn;
    for (id, sequence) in [("b1", "000001"), ("b2", "000002"), ("b3", "990202")] {
        mpn.create_billing(&billing(id, &aju(sequence), 5_125_000, &world.clock)).unwrap();
    }
    let (_, listed) = world.get(&format!("/kendali/v1/billing?nomorAju={}", aju("000002")));
    world.pay(listed[0]["kodeBilling"].as_str().unwrap(), &serde_json::json!({}));
    world.partners.insw.analyse(&lartas("r1", &aju("000001"), &["17019910"], &[])).unwrap();
    world.partners.insw.analyse(&lartas("r2", &aju("000002"), &["84713020"], &[])).unwrap();
    world.partners.tps.status(&goods("000100009901")).unwrap();
    world.partners.tps.release(&goods("000100000000"), "000001/SPPB/2019", date(2019, 1, 2)).unwrap();
    world.switch("tps", &serde_json::json!({"mode": "LAMBAT", "ms": 250, "kali": 3}));
    insta::assert_snapshot!("page", page(&world, "/"));
}

#[test]
fn a_form_pays_and_comes_back_to_the_page() {
    let world = world();
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    let path = format!("/mpn/v1/billing/{kode}/bayar");
    assert!(page(&world, "/").contains(&format!("action=\"{path}\"")));
    assert_eq!(world.form(&path, "").0, 303);
    assert!(matches!(world.partners.mpn.billing_status(&kode), Ok(BillingStatus::Lunas { .. })));
    let (status, html) = world.form(&path, "");
    assert_eq!(status, 409);
    assert!(html.contains("sudah dibayar (already paid)") && html.contains("<a href=\"/\">"), "{html}");
    assert_eq!(world.form(&path, "paksa=true&bank=Bank+Rekaan").0, 303);
    let Ok(BillingStatus::Lunas { pembayaran }) = world.partners.mpn.billing_status(&kode) else { panic!() };
    assert_eq!(pembayaran.len(), 2);
}

#[test]
fn a_bill_that_was_asked_for_stands_first_and_leads_back_to_the_portal() {
    let world = world_with(|config| config.portal_url = Some("https://pabean.example".to_owned()));
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    world.partners.mpn.create_billing(&billing("b2", &aju("000002"), 6000, &world.clock)).unwrap();
    let html = page(&world, &format!("/?kode={kode}"));
    let action = format!("action=\"/mpn/v1/billing/{kode}/bayar?lihat\"");
    let back = format!("<a href=\"https://pabean.example/dokumen/{}/bayar\">", aju("000001"));
    assert!(html.contains(&action) && html.contains(&back) && html.contains("<button autofocus>"), "{html}");
    assert!(html.find(&action) < html.find("Sakelar mitra"), "first on the page");
    assert_eq!(world.form(&format!("/mpn/v1/billing/{kode}/bayar?lihat"), "").0, 303);
    let html = page(&world, &format!("/?kode={kode}"));
    assert!(html.contains(&back) && !html.contains("autofocus"), "{html}");
    for other in ["/", "/?kode=", "/?kode=//contoh.invalid", "/?kode=820000000000000"] {
        assert!(!page(&world, other).contains("class=\"chosen\""), "{other}");
    }
}

#[test]
fn forms_set_switches_and_rules_and_move_goods() {
    let world = world();
    assert_eq!(world.form("/kendali/v1/mpn", "mode=LAMBAT&ms=40&kali=").0, 303);
    assert_eq!(world.get("/kendali/v1").1["mitra"]["mpn"]["ms"], 40);
    let rule = "cocok=1234&lartas=&alasan=&billing=&bayar=GAGAL&bayarOtomatis=&timbun=30&siap=TIDAK_PERNAH&keluar=";
    assert_eq!(world.form("/kendali/v1/aturan", rule).0, 303);
    let (_, rules) = world.get("/kendali/v1/aturan");
    let put = rules.as_array().unwrap().iter().find(|rule| rule["cocok"] == "1234").unwrap();
    assert_eq!(put, &serde_json::json!({"cocok": "1234", "bayar": "GAGAL", "timbun": 30, "siap": "TIDAK_PERNAH"}));
    assert_eq!(world.form("/kendali/v1/aturan", "cocok=1234").0, 303);
    assert!(!world.get("/kendali/v1/aturan").1.to_string().contains("1234"));
    let goods_form =
        "kodeKantor=040300&kodeTps=KOJA&nomorBc11=000123&tanggalBc11=2019-01-02&nomorPos=000100009901&aksi=SIAP";
    assert_eq!(world.form("/kendali/v1/tps/aksi", goods_form).0, 303);
    assert!(world.partners.tps.status(&goods("000100009901")).unwrap().waktu_siap_periksa.is_some());
}

#[test]
fn text_from_outside_is_escaped_and_nothing_is_scripted() {
    let world = world();
    let mut request = billing("b1", &aju("000001"), 5000, &world.clock);
    request.nama = "<script>alert(1)</script>\"'&".to_owned();
    world.partners.mpn.create_billing(&request).unwrap();
    let html = page(&world, "/");
    assert!(!html.contains("<script") && !html.contains("style=") && !html.contains("onclick"), "{html}");
    assert!(html.contains("&#60;script&#62;"), "{html}");
    let response = ureq::get(world.url("/")).call().unwrap();
    let policy = response.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'"), "{policy}");
    assert!(page(&world, "/gaya.css").contains("body"));
}

#[test]
fn long_lists_are_paged() {
    let world = world();
    for n in 0..51 {
        world.partners.mpn.create_billing(&billing(&format!("b{n}"), &aju("000001"), 1000 + n, &world.clock)).unwrap();
    }
    assert!(page(&world, "/").contains("Halaman 1 dari 2") && !page(&world, "/").contains("Rp1.000<"));
    assert!(page(&world, "/?halaman=2").contains("Rp1.000<"));
    assert!(page(&world, "/?halaman=99999999999999999999").contains("Halaman 1 dari 2"));
    assert!(page(&world, "/?halaman=3").contains("Belum ada"));
}
