//! The officers' desk over HTTP: each act, what it issues, and who may not.

use app::lampiran::{Kind, NewFile};
use declaration::workflow::{Action, Stage};
use serde_json::{Value, json};
use store::accounts::{Account, AccountState};
use testkit::{Answer, House, Visitor, column, letter, on_both, pdf, until};

/// A page of a case.
fn at(aju: &str, page: &str) -> String {
    if page.is_empty() { format!("/petugas/dokumen/{aju}") } else { format!("/petugas/dokumen/{aju}/{page}") }
}

/// Posts a form of a case with the token of its own page.
fn does(who: &mut Visitor, aju: &str, page: &str, fields: &[(&str, &str)]) -> Answer {
    who.submit("/petugas/antrean", &at(aju, page), fields)
}

/// The same when it must be taken.
#[track_caller]
fn done(who: &mut Visitor, aju: &str, page: &str, fields: &[(&str, &str)]) {
    let answer = does(who, aju, page, fields);
    assert_eq!(answer.status, 303, "{page}: {}", answer.text());
}

/// A document in a lane that was paid: 990301 red, 990302 green.
fn lane(house: &House, sequence: u32, position: u32) -> String {
    let (client, aju) = (house.importer(), house.aju(sequence));
    client.submit(house.document(sequence, position)).expect(200);
    house.pay_bill(&client, &aju);
    house.until_letter(&client, &aju, if sequence == 990_301 { "2005" } else { "2003" });
    aju
}

/// A red document whose papers and goods are ready.
fn ready(house: &House) -> String {
    let aju = lane(house, 990_301, 1);
    house.act("importir", &aju, Action::DocumentsUploaded { jumlah: 3 }, Value::Null).unwrap();
    if house.stage(&aju) == Stage::AwaitReadiness {
        drop(house.act("importir", &aju, Action::GoodsReady, Value::Null));
    }
    house.until_stage(&aju, Stage::AwaitInstruction);
    aju
}

/// Container numbers and goods lines that the inspection asks for.
fn links(page: &str, part: &str) -> Vec<String> {
    let found = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|href| href.contains(part)).filter_map(|href| href.rsplit('/').next()).map(str::to_owned).collect()
}

/// Records and signs an inspection; line 1 is found with `found` pieces.
fn inspect(house: &House, aju: &str, found: Option<&str>) {
    let mut who = Visitor::login(house, house.inspector(aju));
    done(&mut who, aju, "periksa", &[]);
    let page = who.get(&at(aju, "periksa")).expect(200).text();
    let (boxes, lines) = (links(&page, "/peti-kemas/"), links(&page, "/periksa/barang/"));
    assert!(!boxes.is_empty() && !lines.is_empty(), "{page}");
    let early = does(&mut who, aju, "periksa", &[]);
    assert_eq!(early.status, 422, "minutes before the containers were looked at");
    for number in &boxes {
        let page = format!("periksa/peti-kemas/{number}");
        let met = does(&mut who, aju, &page, &[("segel_utuh", "ya"), ("nomor_ditemukan", "MSKU-1")]);
        assert_eq!(met.status, 422, "a number that no container has");
        done(&mut who, aju, &page, &[("segel", "SGL-7788"), ("segel_utuh", "ya")]);
    }
    minutes(&mut who, aju);
    let photo = NewFile {
        kind: Kind::Foto,
        seri: Some(1),
        note: "Segel".into(),
        name: "segel.jpg".into(),
        bytes: vec![0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xd9],
    };
    app::lampiran::attach(&house.app, &house.actor(house.inspector(aju)), aju, photo).unwrap();
    assert!(who.get(&at(aju, "periksa")).expect(200).text().contains("/lampiran/"), "the photo is shown");
    let early = does(&mut who, aju, "periksa", &[]);
    assert_eq!(early.status, 422, "report before the goods were looked at");
    let silent = does(&mut who, aju, "periksa/barang/1", &[("sesuai", "tidak")]);
    assert_eq!(silent.status, 422, "a difference without saying which");
    let unknown = does(&mut who, aju, "periksa/barang/1", &[("sesuai", "tidak"), ("pos_tarif", "99999999")]);
    assert_eq!(unknown.status, 422, "a code that the tariff does not have");
    assert!(unknown.text().contains("tidak ada dalam BTKI"), "{}", unknown.text());
    for line in &lines {
        let page = format!("periksa/barang/{line}");
        match found.filter(|_| line == "1") {
            Some(n) => done(&mut who, aju, &page, &[("sesuai", "tidak"), ("jumlah", n), ("catatan", "Lebih dari PIB")]),
            None => done(&mut who, aju, &page, &[("sesuai", "ya")]),
        }
    }
    let question = does(&mut who, aju, "periksa", &[("surat", "lhp")]);
    assert_eq!(question.status, 200, "asked first");
    done(&mut who, aju, "periksa", &[("surat", "lhp"), ("yakin", "ya")]);
    house.until_stage(aju, Stage::Examining);
    let page = who.get(&at(aju, "periksa")).expect(200).text();
    assert!(page.contains("LHP sudah ditandatangani"), "{page}");
}

/// Signs the minutes with what stands beside them: asked first, with the witness by name; signed once.
fn minutes(who: &mut Visitor, aju: &str) {
    let page = who.get(&at(aju, "periksa")).expect(200).text();
    assert!(page.contains("Hitung ulang kemasan"), "what the instruction says: {page}");
    assert!(!page.contains("sesuai pemberitahuan."), "goods that nobody looked at: {page}");
    let alone = does(who, aju, "periksa", &[("surat", "bap")]);
    assert_eq!(alone.status, 200, "asked first");
    assert!(alone.text().contains("tanpa saksi dari importir"), "{}", alone.text());
    let fields = [
        ("surat", "bap"),
        ("saksi", "Rina Contoh"),
        ("jabatan", "Staf"),
        ("kemasan", "12 kemasan"),
        ("teks", "Segel utuh, dua peti kemas dibuka."),
    ];
    let question = does(who, aju, "periksa", &fields);
    assert_eq!(question.status, 200, "asked first");
    assert!(question.text().contains("dengan saksi Rina Contoh"), "{}", question.text());
    let page = who.get(&at(aju, "periksa")).expect(200).text();
    assert!(page.contains("value=\"Rina Contoh\""), "kept when the question is answered with no: {page}");
    let sure: Vec<(&str, &str)> = fields.into_iter().chain([("yakin", "ya")]).collect();
    done(who, aju, "periksa", &sure);
    done(who, aju, "periksa", &sure);
    let late = does(who, aju, "periksa/tempat", &[("saksi", "Orang Lain")]);
    assert_eq!(late.status, 422, "what the minutes say stays");
    let page = who.get(&at(aju, "periksa")).expect(200).text();
    assert!(page.contains("Rina Contoh (Staf)") && !page.contains("name=\"saksi\""), "{page}");
}

fn examining(house: &House, found: Option<&str>) -> String {
    let aju = ready(house);
    let mut ppd = Visitor::login(house, "ppd");
    done(&mut ppd, &aju, "tindakan/instruksi", &[("pilihan", "tiga_puluh_persen"), ("teks", "Hitung ulang kemasan")]);
    inspect(house, &aju, found);
    aju
}

/// The text of the newest letter of a kind, when poppler is there.
fn text(house: &House, aju: &str, code: &str) -> Option<String> {
    let client = house.importer();
    let status = house.until_letter(&client, aju, code);
    pdf::text(&client.letter(letter(&status, code).unwrap()["pdf"].as_str().unwrap()))
}

#[track_caller]
fn says(house: &House, aju: &str, code: &str, parts: &[&str]) {
    let Some(text) = text(house, aju, code) else { return };
    for part in parts {
        assert!(text.contains(part), "{code} without «{part}»:\n{text}");
    }
}

/// The hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}

/// An officer of another office.
fn stranger(house: &House) -> Visitor {
    let mut account = Account::blank("petugas-lain".into(), "PPD", AccountState::Aktif, house.app.now());
    account.office = Some("050100".into());
    account.username = "ppd-lain".into();
    account.email = "ppd-lain@contoh.example".into();
    account.display_name = "Petugas Kantor Lain".into();
    let own = house.actor("ppd").account_id;
    let known = house.app.db().read(move |tx| store::accounts::by_id(tx, &own)).unwrap().unwrap();
    account.password_hash = known.password_hash;
    house.app.db().write(move |tx| store::accounts::insert(tx, &account).map(drop)).unwrap();
    let mut visitor = Visitor::new(house);
    let password = house.person("ppd").password.clone();
    let answer = visitor.submit("/masuk", "/masuk", &[("username", "ppd-lain"), ("password", &password)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    visitor
}

on_both! {
    fn red_lane_through_four_officers(house) {
        let aju = ready(house);
        let (mut kepala, mut ppd) = (Visitor::login(house, "kepala"), Visitor::login(house, "ppd"));
        // The head appoints another inspector than the system did.
        let other = if house.inspector(&aju) == "pfpb" { "pfpb2" } else { "pfpb" };
        let id = house.actor(other).account_id;
        done(&mut kepala, &aju, "tindakan/tunjuk", &[("pilihan", &id)]);
        assert_eq!(house.inspector(&aju), other);
        let nobody = does(&mut kepala, &aju, "tindakan/tunjuk", &[("pilihan", "tidak-ada")]);
        assert_eq!(nobody.status, 422, "an inspector who does not exist");
        let queue = ppd.get("/petugas/antrean").expect(200).text();
        assert!(queue.contains(&at(&aju, "")), "{queue}");
        let next = ppd.get("/petugas/berikutnya");
        assert_eq!((next.status, next.header("location")), (303, at(&aju, "").as_str()));
        let unclear = does(&mut ppd, &aju, "tindakan/instruksi", &[]);
        assert_eq!(unclear.status, 422, "an instruction without a level");
        done(&mut ppd, &aju, "tindakan/instruksi", &[("pilihan", "mendalam"), ("teks", "Hitung ulang kemasan")]);
        inspect(house, &aju, Some("999"));
        says(house, &aju, "2066", &["Mendalam", "Hitung ulang"]);
        says(house, &aju, "2008", &["SGL-7788", "Rina Contoh"]);
        says(house, &aju, "2007", &["999", "Lebih"]);

        // The document officer asks enforcement, which answers.
        done(&mut ppd, &aju, "tindakan/p2", &[("teks", "Jumlah ditemukan lebih dari PIB")]);
        let mut p2 = Visitor::login(house, "p2");
        assert!(p2.get("/petugas/antrean").expect(200).text().contains(&at(&aju, "")));
        done(&mut p2, &aju, "tindakan/jawab-p2", &[("teks", "Tidak ada keberatan")]);
        house.until_stage(&aju, Stage::Examining);

        // Releasing against the report needs a second officer, who is not the first.
        done(&mut ppd, &aju, "tindakan/lepas", &[("teks", "Selisih dalam toleransi")]);
        assert_eq!(house.stage(&aju), Stage::Examining);
        let page = kepala.get("/petugas/persetujuan").expect(200).text();
        let id = page.split("/petugas/persetujuan/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = format!("/petugas/persetujuan/{id}");
        let own = ppd.submit("/petugas/antrean", &path, &[("putusan", "setuju")]);
        assert_eq!(own.status, 403, "nobody confirms his own");
        let silent = kepala.submit("/petugas/antrean", &path, &[("putusan", "tolak")]);
        assert_eq!(silent.status, 422, "a refusal without a reason");
        let yes = kepala.submit("/petugas/antrean", &path, &[("putusan", "setuju")]);
        assert_eq!(yes.status, 303, "{}", yes.text());
        says(house, &aju, "2003", &["Selisih dalam toleransi"]);
        let again = kepala.submit("/petugas/antrean", &path, &[("putusan", "setuju")]);
        assert_eq!(again.status, 404, "decided once");

        let trail = kepala.get(&at(&aju, "jejak")).expect(200).text();
        for part in ["Rahmat Contoh", "Dewi Contoh", "Menyetujui sebagai petugas kedua", "SPPB terbit"] {
            assert!(trail.contains(part), "no «{part}» in the trail");
        }
        assert_eq!(ppd.get(&at(&aju, "jejak")).status, 403);
    }

    fn a_determination_is_computed_shown_issued_and_paid(house) {
        let aju = examining(house, Some("2500"));
        let mut ppd = Visitor::login(house, "ppd");
        let empty = ppd.get(&at(&aju, "penetapan")).expect(200).text();
        assert!(empty.contains("Belum ada barang yang dikoreksi"), "{empty}");
        let item = ppd.get(&at(&aju, "penetapan/barang/1")).expect(200).text();
        assert!(item.contains("value=\"2.500\""), "the inspector's figure stands there: {item}");
        let silent = does(&mut ppd, &aju, "penetapan/barang/1", &[("jumlah", "2.500")]);
        assert_eq!(silent.status, 422, "a correction without a reason");
        let bad = does(&mut ppd, &aju, "penetapan/barang/1", &[("cif", "banyak"), ("alasan", "x")]);
        assert_eq!(bad.status, 422, "a figure that is none");
        done(&mut ppd, &aju, "penetapan/barang/1", &[("jumlah", "2.500"), ("alasan", "Jumlah lebih menurut LHP")]);
        let page = ppd.get(&at(&aju, "penetapan")).expect(200).text();
        assert!(page.contains("PP 39/2019 Pasal 6"), "the fine is explained: {page}");
        let mark = hidden(&page, "tanda");
        assert!(!mark.is_empty(), "{page}");
        let question = does(&mut ppd, &aju, "penetapan", &[("tanda", &mark)]);
        assert_eq!(question.status, 200, "asked first");
        let old = does(&mut ppd, &aju, "penetapan", &[("tanda", "0-0"), ("yakin", "ya")]);
        assert_eq!(old.status, 422, "figures that nobody saw");
        done(&mut ppd, &aju, "penetapan", &[("tanda", &mark), ("yakin", "ya")]);
        let client = house.importer();
        let status = house.until_letter(&client, &aju, "2028");
        says(house, &aju, "2026", &["LHP", "39/2019"]);
        says(house, &aju, "2028", &["4121", "SPTNP"]);
        let code = testkit::open_bill(&status).unwrap();
        house.pay(&code);
        let status = house.until_letter(&client, &aju, "2003");
        says(house, &aju, "2027", &["4121"]);
        assert!(column(&status, "dataRespon", "kodeRespon").contains(&"2027".to_owned()));
        let twice = does(&mut ppd, &aju, "penetapan", &[("tanda", &mark), ("yakin", "ya")]);
        assert_eq!(twice.status, 422, "once");
    }

    fn enforcement_holds_and_frees(house) {
        let aju = examining(house, None);
        let (mut p2, mut ppd) = (Visitor::login(house, "p2"), Visitor::login(house, "ppd"));
        let silent = does(&mut p2, &aju, "tindakan/nhi", &[]);
        assert_eq!(silent.status, 422, "a hold without a reason");
        done(&mut p2, &aju, "tindakan/nhi", &[("teks", "Laporan intelijen 12")]);
        let refused = does(&mut ppd, &aju, "tindakan/lepas", &[]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("ditahan"), "{}", refused.text());
        assert!(ppd.get(&at(&aju, "")).expect(200).text().contains("Laporan intelijen 12"));
        let seen = house.importer().status(&aju).to_string();
        assert!(!seen.contains("Laporan intelijen"), "the importer never learns why");
        assert_eq!(does(&mut ppd, &aju, "tindakan/buka-nhi", &[]).status, 403);
        let way = ppd.get(&at(&aju, "tindakan/buka-nhi")).expect(303).header("location").to_owned();
        let case = ppd.get(&way).expect(200).text();
        assert!(case.contains("tidak tersedia bagi fungsi Saudara"), "an act that is not his is said to be so: {case}");
        done(&mut p2, &aju, "tindakan/buka-nhi", &[("teks", "Tidak terbukti")]);
        done(&mut ppd, &aju, "tindakan/lepas", &[]);
        house.until_letter(&house.importer(), &aju, "2003");
    }

    fn other_offices_see_nothing_and_other_functions_only_read(house) {
        let aju = ready(house);
        let mut away = stranger(house);
        assert!(!away.get("/petugas/antrean?tugas=semua").expect(200).text().contains(&aju));
        let pages = ["", "isi", "periksa", "penetapan", "tindakan/instruksi", "periksa/foto"];
        for page in pages {
            assert_eq!(away.get(&at(&aju, page)).status, 404, "{page}");
        }
        for page in ["ambil", "serahkan", "tindakan/instruksi", "tindakan/lepas", "periksa/foto", "penetapan/denda"] {
            assert_eq!(does(&mut away, &aju, page, &[("pilihan", "mendalam"), ("persen", "100")]).status, 404, "{page}");
        }
        let before = house.importer().status(&aju)["dataStatus"].clone();
        for (who, page) in [("hanggar", "tindakan/instruksi"), ("p2", "tindakan/instruksi"), ("pfpb", "tindakan/lepas"),
            ("perbendaharaan", "tindakan/tunjuk"), ("ppd", "tindakan/nhi"), ("hanggar", "tindakan/batal")] {
            let mut officer = Visitor::login(house, who);
            let shown = officer.get(&at(&aju, "")).expect(200).text();
            assert!(!shown.contains(&at(&aju, page)), "{who} is not offered {page}");
            officer.get(&at(&aju, "isi")).expect(200);
            let fields = [("pilihan", "mendalam"), ("teks", "coba"), ("setuju", "ya")];
            assert_eq!(does(&mut officer, &aju, page, &fields).status, 403, "{who} {page}");
        }
        assert_eq!(house.importer().status(&aju)["dataStatus"], before);
        let mut trader = Visitor::login(house, "importir");
        assert_eq!(trader.get(&at(&aju, "")).status, 403);
    }

    fn work_is_taken_handed_over_and_reassigned(house) {
        let aju = ready(house);
        let mut ppd = Visitor::login(house, "ppd");
        done(&mut ppd, &aju, "ambil", &[]);
        assert!(ppd.get("/petugas/antrean?tugas=milik").expect(200).text().contains(&at(&aju, "")));
        let wrong = does(&mut ppd, &aju, "serahkan", &[("kepada", &house.actor("p2").account_id)]);
        assert_eq!(wrong.status, 422, "not to another function");
        let mut second = Account::blank("ppd-dua".into(), "PPD", AccountState::Aktif, house.app.now());
        second.office = Some("040300".into());
        second.username = "ppd2".into();
        second.email = "ppd2@contoh.example".into();
        second.display_name = "Wulan Umpama".into();
        house.app.db().write(move |tx| store::accounts::insert(tx, &second).map(drop)).unwrap();
        done(&mut ppd, &aju, "serahkan", &[("kepada", "ppd-dua")]);
        let held = does(&mut ppd, &aju, "tindakan/instruksi", &[("pilihan", "mendalam")]);
        assert_eq!(held.status, 422);
        assert!(held.text().contains("Wulan Umpama"), "{}", held.text());
        let mut kepala = Visitor::login(house, "kepala");
        let ppd_id = house.actor("ppd").account_id;
        let page = kepala.get("/petugas/pembagian").expect(200).text();
        assert!(page.contains("Wulan Umpama"));
        let same = kepala.submit("/petugas/pembagian", "/petugas/pembagian", &[("dari", "ppd-dua"), ("kepada", "ppd-dua")]);
        assert_eq!(same.status, 422);
        let fields = [("dari", "ppd-dua"), ("kepada", ppd_id.as_str())];
        let moved = kepala.submit("/petugas/pembagian", "/petugas/pembagian", &fields);
        assert_eq!(moved.header("location"), "/petugas/pembagian?pindah=1&sisa=0");
        assert_eq!(ppd.submit("/petugas/antrean", "/petugas/pembagian", &fields).status, 403);
        done(&mut ppd, &aju, "tindakan/instruksi", &[("pilihan", "mendalam")]);
    }

    fn flagged_restrictions_need_two_officers(house) {
        let (client, aju) = (house.importer(), house.aju(990_102));
        client.submit(house.document(990_102, 2)).expect(200);
        house.until_stage(&aju, Stage::LartasReview);
        let (mut ppd, mut kepala) = (Visitor::login(house, "ppd"), Visitor::login(house, "kepala"));
        done(&mut ppd, &aju, "tindakan/lartas", &[("teks", "Izin sudah ada di berkas")]);
        assert_eq!(house.stage(&aju), Stage::LartasReview);
        let twice = does(&mut ppd, &aju, "tindakan/lartas", &[("teks", "Sekali lagi")]);
        assert_eq!(twice.status, 422, "one request at a time");
        let page = kepala.get("/petugas/persetujuan").expect(200).text();
        let id = page.split("/petugas/persetujuan/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let no = kepala.submit("/petugas/antrean", &format!("/petugas/persetujuan/{id}"),
            &[("putusan", "tolak"), (&format!("alasan-{id}"), "Izinnya kedaluwarsa")]);
        assert_eq!(no.status, 303, "{}", no.text());
        assert_eq!(house.stage(&aju), Stage::LartasReview);
        done(&mut ppd, &aju, "tindakan/lartas", &[("teks", "Izin baru sudah terbit")]);
        let page = kepala.get("/petugas/persetujuan").expect(200).text();
        let id = page.split("/petugas/persetujuan/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        kepala.submit("/petugas/antrean", &format!("/petugas/persetujuan/{id}"), &[("putusan", "setuju")]).expect(303);
        house.until_letter(&client, &aju, "2020");
    }

    fn a_name_that_differs_is_shown_to_both_officers(house) {
        let (client, aju, other) = (house.importer(), house.aju(990_104), "PT Bahari Lain Sekali");
        client.submit(house.document(990_104, 4).replace("PT Contoh Sejahtera Abadi", other)).expect(200);
        house.pay_bill(&client, &aju);
        house.until_stage(&aju, Stage::AwaitSimilarity);
        let (mut ppd, mut kepala) = (Visitor::login(house, "ppd"), Visitor::login(house, "kepala"));
        let page = ppd.get(&at(&aju, "tindakan/kemiripan")).expect(200).text();
        assert!(page.contains(other) && page.contains("Di manifes: PT Contoh Sejahtera Abadi"), "{page}");
        done(&mut ppd, &aju, "tindakan/kemiripan", &[("setuju", "ya"), ("teks", "Ganti nama, akta terlampir")]);
        let page = kepala.get("/petugas/persetujuan").expect(200).text();
        assert!(page.contains("akta terlampir") && page.contains("Di manifes: PT Contoh Sejahtera Abadi"), "{page}");
    }

    fn a_payment_that_differs_is_shown_to_both_officers(house) {
        let (client, aju) = (house.importer(), house.aju(990_105));
        client.submit(house.document(990_105, 5)).expect(200);
        let code = testkit::until("an open bill", || testkit::open_bill(&client.status(&aju)));
        house.pay_sum(&code, 7_654_000);
        house.until_stage(&aju, Stage::PaymentReview);
        let (mut treasury, mut kepala) = (Visitor::login(house, "perbendaharaan"), Visitor::login(house, "kepala"));
        let page = treasury.get(&at(&aju, "tindakan/pembayaran")).expect(200).text();
        assert!(page.contains("7.654.000"), "{page}");
        done(&mut treasury, &aju, "tindakan/pembayaran", &[("setuju", "ya"), ("teks", "Sisanya dibayar tunai")]);
        let page = kepala.get("/petugas/persetujuan").expect(200).text();
        assert!(page.contains("dibayar tunai") && page.contains("7.654.000"), "{page}");
    }

    fn questions_restrictions_and_cancellation_issue_their_letters(house) {
        let aju = examining(house, None);
        let mut ppd = Visitor::login(house, "ppd");
        let silent = does(&mut ppd, &aju, "tindakan/npd", &[]);
        assert_eq!(silent.status, 422);
        done(&mut ppd, &aju, "tindakan/npd", &[("teks", "Untuk meneliti nilai"), ("daftar", "Kontrak penjualan\nBukti transfer")]);
        says(house, &aju, "2015", &["Kontrak", "Bukti", "Rahmat Contoh"]);
        let answer = Action::Answer { tanya: declaration::workflow::Tanya::Npd, uraian: "Terlampir".into() };
        house.act("importir", &aju, answer, Value::Null).unwrap();
        done(&mut ppd, &aju, "tindakan/lab", &[("teks", "Contoh cairan 100 ml")]);
        done(&mut ppd, &aju, "tindakan/jawab-lab", &[("teks", "Sesuai uraian")]);
        house.until_stage(&aju, Stage::Examining);
        done(&mut ppd, &aju, "tindakan/spbl", &[("teks", "Permendag 1"), ("pilihan", "Persetujuan impor"), ("daftar", "1")]);
        says(house, &aju, "2013", &["Permendag", "Persetujuan"]);
        house.act("importir", &aju, Action::RequestCancellation { alasan: "Barang batal dikirim".into() }, Value::Null).unwrap();
        let mut kepala = Visitor::login(house, "kepala");
        let page = kepala.get(&at(&aju, "tindakan/batal")).expect(200).text();
        assert!(page.contains("Barang batal dikirim"), "{page}");
        let unclear = does(&mut kepala, &aju, "tindakan/batal", &[("teks", "x")]);
        assert_eq!(unclear.status, 422, "neither yes nor no");
        done(&mut kepala, &aju, "tindakan/batal", &[("setuju", "ya"), ("teks", "Terbukti batal")]);
        says(house, &aju, "2011", &["Terbukti batal", "disetujui"]);
        assert_eq!(house.stage(&aju), Stage::Cancelled);
    }

    fn green_lane_ends_at_the_gate_and_the_research(house) {
        house.outcome(&json!({ "cocok": "*", "keluar": "TIDAK_PERNAH" }));
        let aju = lane(house, 990_302, 3);
        let (mut gate, mut ppd) = (Visitor::login(house, "hanggar"), Visitor::login(house, "ppd"));
        assert!(gate.get("/petugas/antrean").expect(200).text().contains(&at(&aju, "")));
        let empty = does(&mut gate, &aju, "tindakan/keluar", &[]);
        assert_eq!(empty.status, 422, "nothing that leaves");
        done(&mut gate, &aju, "tindakan/masuk", &[]);
        done(&mut gate, &aju, "tindakan/keluar", &[("tanda", "ya")]);
        house.until_stage(&aju, Stage::PostReview);
        done(&mut ppd, &aju, "tindakan/tutup", &[("teks", "Tidak ada temuan")]);
        until("the end", || (house.stage(&aju) == Stage::Finished).then_some(()));
        assert_eq!(does(&mut gate, &aju, "tindakan/keluar", &[("tanda", "ya")]).status, 422, "only once");
    }
}
