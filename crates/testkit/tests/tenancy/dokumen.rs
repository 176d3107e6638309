//! Documents at the portal: followed, paid, cancelled, amended by their owner; absent for everybody else.

use std::time::Duration;

use declaration::workflow::{Action, Stage};
use serde_json::Value;
use testkit::{House, Visitor, on_both, token, until};
use web::routes;

use crate::filled;

/// The letter of release: it stays, while the stage may already be the next one.
const SPPB: &str = "2003";

/// The first address after `before` on a page.
fn link(html: &str, before: &str) -> String {
    let after = html.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {html}"));
    format!("{before}{}", after.split('"').next().unwrap())
}

/// A document of the importer, sent; its aju.
fn sent(house: &House, sequence: u32, position: u32) -> String {
    house.importer().submit(house.document(sequence, position)).expect(200);
    house.aju(sequence)
}

/// The same, paid and released; the goods stay at the terminal, so that it can still be amended.
fn released(house: &House, sequence: u32, position: u32) -> String {
    house.outcome(&serde_json::json!({ "cocok": "*", "keluar": "TIDAK_PERNAH" }));
    let aju = sent(house, sequence, position);
    house.pay_bill(&house.importer(), &aju);
    house.until_stage(&aju, Stage::Released);
    aju
}

/// The billing code on the payment page, once MPN made it.
fn code(owner: &mut Visitor, aju: &str) -> String {
    until("a billing code", || {
        let page = owner.get(&format!("/dokumen/{aju}/bayar")).expect(200).text();
        let after = page.split("class=\"tagihan__kode\">").nth(1)?;
        (page.contains("Dapat dibayar")).then(|| after.split("<code>").nth(1).unwrap()[..15].to_owned())
    })
}

/// The document officer finds the request in his queue, sees old and new, and grants it.
fn decide(house: &House, aju: &str) {
    let mut ppd = Visitor::login(house, "ppd");
    assert!(ppd.get("/petugas/antrean").expect(200).text().contains(aju), "it waits for him");
    let here = format!("/petugas/dokumen/{aju}/tindakan/perbaikan");
    let page = ppd.get(&here).expect(200).text();
    for words in ["Uraian yang dibetulkan", "Salah ketik, lihat invoice", "Pungutan tidak berubah"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(ppd.submit(&here, &here, &[("teks", "Sesuai invoice")]).status, 422, "yes or no");
    let done = ppd.submit(&here, &here, &[("setuju", "ya"), ("teks", "Sesuai invoice")]);
    assert_eq!(done.status, 303, "{}", done.text());
}

on_both! {
    fn a_document_is_followed_to_its_release(house) {
        let mut owner = Visitor::login(house, "importir");
        assert!(owner.get("/beranda").expect(200).text().contains("/dokumen/tambah"));
        let aju = sent(house, 990_302, 1);
        let kode = code(&mut owner, &aju);
        let beranda = owner.get("/beranda").expect(200).text();
        assert!(beranda.contains(&format!("/dokumen/{aju}/status")) && beranda.contains("<svg"), "{beranda}");
        let list = owner.get("/dokumen?giliran=saya").expect(200).text();
        assert!(list.contains(&format!("/dokumen/{aju}/status")) && list.contains("Menunggu pembayaran"), "{list}");
        house.pay(&kode);
        house.until_letter(&house.importer(), &aju, SPPB);
        let status = owner.get(&format!("/dokumen/{aju}/status")).expect(200).text();
        for words in ["Barang boleh keluar (SPPB)", "Pembayaran diterima", "Nomor pendaftaran terbit", "Hijau"] {
            assert!(status.contains(words), "no {words} in {status}");
        }
        let letter = owner.get(&link(&status, &format!("/dokumen/{aju}/surat/"))).expect(200);
        assert_eq!(letter.header("content-type"), "application/pdf");
        assert!(letter.body.starts_with(b"%PDF"));
        let whole = owner.get(&format!("/dokumen/{aju}")).expect(200).text();
        assert!(whole.contains("class=\"mengapa\"") && whole.contains("bagian-barang"), "{whole}");
        // The first letter of a process loads the typesetter, which a busy machine answers with «try again».
        let form = until("a printed form", || {
            Some(owner.get(&format!("/dokumen/{aju}/cetak"))).filter(|answer| answer.status == 200)
        });
        assert!(form.body.starts_with(b"%PDF"));
        assert!(!owner.get("/dokumen?giliran=saya&cari=tidak-ada").expect(200).text().contains(&aju));
    }

    fn the_inbox_tells_each_user_once(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = released(house, 990_302, 2);
        let inbox = owner.get("/pemberitahuan").expect(200).text();
        assert!(inbox.contains("Barang boleh keluar (SPPB)") && inbox.contains("Kode billing terbit"), "{inbox}");
        let count = |page: &str| page.matches("class=\"baru\"").count();
        let before = count(&inbox);
        assert!(before >= 4, "{before}");
        let csrf = token(&inbox);
        let open = link(&inbox, "/pemberitahuan/0");
        let answer = owner.post(&open, &[("csrf", &csrf)]);
        assert_eq!((answer.status, answer.header("location")), (303, format!("/dokumen/{aju}/status").as_str()));
        assert_eq!(count(&owner.get("/pemberitahuan").expect(200).text()), before - 1);
        assert_eq!(owner.post("/pemberitahuan/baca", &[("csrf", &csrf)]).status, 303);
        let read = owner.get("/pemberitahuan").expect(200).text();
        assert_eq!(count(&read), 0);
        assert!(read.contains("Barang boleh keluar (SPPB)"));
        // Mails name the document and no figure.
        let mails = house.postbox.mails();
        let about: Vec<_> = mails.iter().filter(|mail| mail.subject.contains(&aju)).collect();
        assert!(!about.is_empty());
        assert!(about.iter().all(|mail| !mail.body.contains("Rp") && mail.body.contains(&format!("/dokumen/{aju}/status"))));
    }

    fn an_expired_billing_is_asked_for_anew(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = sent(house, 990_302, 3);
        let old = code(&mut owner, &aju);
        house.pass(Duration::from_hours(24 * 7));
        house.until_stage(&aju, Stage::BillingLapsed);
        // A week later nobody is logged in any more.
        let mut owner = Visitor::login(house, "importir");
        let page = owner.get(&format!("/dokumen/{aju}/bayar")).expect(200).text();
        assert!(page.contains("Kedaluwarsa") && page.contains("Minta kode baru"), "{page}");
        let again = owner.submit(&format!("/dokumen/{aju}/bayar"), &format!("/dokumen/{aju}/bayar/kode"), &[("untuk", "pib")]);
        assert_eq!(again.status, 303, "{}", again.text());
        let fresh = code(&mut owner, &aju);
        assert_ne!(fresh, old);
        let twice = owner.submit(&format!("/dokumen/{aju}/bayar"), &format!("/dokumen/{aju}/bayar/kode"), &[("untuk", "pib")]);
        assert_eq!(twice.status, 422, "{}", twice.text());
        house.pay(&fresh);
        house.until_letter(&house.importer(), &aju, SPPB);
    }

    fn a_cancellation_asks_twice_and_goes_to_the_head(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = sent(house, 990_302, 4);
        code(&mut owner, &aju);
        let here = format!("/dokumen/{aju}/batal");
        assert_eq!(owner.submit(&here, &here, &[("yakin", "ya")]).status, 422);
        let asked = owner.submit(&here, &here, &[("alasan", "Dikirim dua kali")]);
        assert!(asked.status == 200 && asked.text().contains("name=\"yakin\""), "{}", asked.text());
        let done = owner.submit(&here, &here, &[("alasan", "Dikirim dua kali"), ("yakin", "ya")]);
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(owner.get(&format!("/dokumen/{aju}/status")).expect(200).text().contains("Pembatalan dimohonkan"));
        let decide = Action::DecideCancellation { setuju: true, alasan: "Benar ganda".into() };
        house.act("kepala", &aju, decide, Value::Null).unwrap();
        let status = owner.get(&format!("/dokumen/{aju}/status")).expect(200).text();
        assert!(status.contains("Dokumen dibatalkan") && !status.contains("/batal\""), "{status}");
    }

    fn an_amendment_shows_old_and_new_and_becomes_the_next_revision(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = released(house, 990_302, 5);
        let here = format!("/dokumen/{aju}/perbaikan");
        let line = format!("{here}/barang-1");
        let page = owner.get(&line).expect(200).text();
        assert!(page.contains("barang[0].uraian") && !page.contains("kodeFasilitasTarif"), "{page}");
        let saved = owner.submit(&line, &line, &[("barang[0].uraian", "Uraian yang dibetulkan"), ("kodeKantor", "999999")]);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let diff = owner.get(&here).expect(200).text();
        assert!(diff.contains("<ins>Uraian yang dibetulkan</ins>") && diff.contains("Pungutan tidak berubah"), "{diff}");
        assert!(!diff.contains("999999"));
        assert_eq!(owner.submit(&here, &here, &[]).status, 422);
        let sent = owner.submit(&here, &here, &[("alasan", "Salah ketik, lihat invoice")]);
        assert_eq!(sent.status, 303, "{}", sent.text());
        let granted = Action::DecideAmendment { setuju: true, alasan: "Sesuai invoice".into() };
        assert!(house.act("importir", &aju, granted, Value::Null).is_err());
        decide(house, &aju);
        let whole = owner.get(&format!("/dokumen/{aju}")).expect(200).text();
        assert!(whole.contains("Uraian yang dibetulkan") && whole.contains("ke-2"), "{whole}");
        let status = house.importer().status(&aju);
        let decided = testkit::letter(&status, "2010").unwrap();
        let letter = house.importer().letter(decided["pdf"].as_str().unwrap());
        let Some(pdf) = testkit::pdf::text(&letter) else { return };
        assert!(pdf.contains("Uraian yang dibetulkan"), "{pdf}");
    }

    fn views_are_ones_own(house) {
        let mut owner = Visitor::login(house, "importir");
        let page = "/dokumen?keadaan=bayar";
        sent(house, 990_302, 6);
        let saved = owner.submit(page, "/dokumen/tampilan", &[("nama", "Belum dibayar"), ("kueri", "keadaan=bayar")]);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let list = owner.get("/dokumen").expect(200).text();
        assert!(list.contains("Belum dibayar"), "{list}");
        let delete = link(&list, "/dokumen/tampilan/0");
        let mut other = Visitor::login(house, "importir-mita");
        assert!(!other.get("/dokumen").expect(200).text().contains("Belum dibayar"));
        assert_eq!(other.submit("/dokumen", &delete, &[]).status, 404);
        assert_eq!(owner.submit("/dokumen", &delete, &[]).status, 303);
        assert!(!owner.get("/dokumen").expect(200).text().contains("Belum dibayar"));
    }

    fn strangers_learn_nothing_of_a_document(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = released(house, 990_302, 7);
        let status = owner.get(&format!("/dokumen/{aju}/status")).expect(200).text();
        let letter = link(&status, &format!("/dokumen/{aju}/surat/"));
        let inbox = owner.get("/pemberitahuan").expect(200).text();
        let notice = link(&inbox, "/pemberitahuan/0");
        for stranger in ["importir-mita", "ppjk"] {
            let mut visitor = Visitor::login(house, stranger);
            let csrf = token(&visitor.get("/beranda").expect(200).text());
            let mut tried = 0;
            for route in routes::all().filter(|route| route.path.starts_with("/dokumen/{aju}")) {
                let path = if route.path.contains("/surat/") { letter.clone() } else { filled(&filled(route.path, &aju), "header") };
                let answer = match route.method {
                    "GET" => visitor.get(&path),
                    _ => visitor.post(&path, &[("csrf", &csrf), ("yakin", "ya"), ("alasan", "coba"), ("uraian", "coba")]),
                };
                assert_eq!(answer.status, 404, "{stranger} {} {path}: {}", route.method, answer.text());
                tried += 1;
            }
            assert!(tried > 30, "{tried}");
            assert_eq!(visitor.post(&notice, &[("csrf", &csrf)]).status, 404);
            for page in ["/dokumen", "/dokumen?format=csv", &format!("/dokumen?cari={aju}"), "/pemberitahuan", "/beranda"] {
                let text = visitor.get(page).expect(200).text();
                assert!(!text.contains(&format!("/dokumen/{aju}")) && !text.contains("SPPB)"), "{stranger} {page}");
            }
            let csv = visitor.post("/dokumen/aksi", &[("csrf", &csrf), ("aksi", "csv"), ("id", &aju)]);
            assert!(!csv.text().contains(&aju), "{stranger}");
        }
        // A colleague without the right sees neither list nor document, nor that there is one.
        let account = house.actor("importir").account_id;
        house.app.db().write(move |tx| store::accounts::set_rights(tx, &account, false, "manifes.lihat")).unwrap();
        for page in ["/dokumen", "/pemberitahuan", &format!("/dokumen/{aju}/status"), &letter] {
            assert_eq!(owner.get(page).status, 403, "{page}");
        }
        let beranda = owner.get("/beranda").expect(200).text();
        assert!(!beranda.contains(&aju) && !beranda.contains("/pemberitahuan"), "{beranda}");
    }
}
