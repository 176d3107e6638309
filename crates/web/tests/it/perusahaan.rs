//! What a company's administrator does: users, powers of attorney, keys, history.

use app::access::{Menu, Ready, Right};

use crate::pages::well_made;
use crate::people::{NPWP_B, Town, check};
use crate::support::Answer;

const USERS: &str = "/perusahaan/pengguna";

#[test]
fn the_list_shows_the_users_of_the_own_company_only() {
    let town = Town::new();
    let page = town.login("admin-a").get(USERS);
    check(&page, 200, "Nama rekam-a");
    check(&page, 200, "Perekam");
    assert!(!page.body.contains("admin-b") && !page.body.contains("baca-b"));
    let found = town.login("admin-a").get("/perusahaan/pengguna?cari=REKAM-a%40contoh");
    assert!(found.body.contains("Nama rekam-a") && !found.body.contains("Nama admin-a</a>"));
    let english = town.login("admin-a").get("/perusahaan/pengguna?peran=PEREKAM&bahasa=en");
    check(&english, 200, "Recorder");
    check(&town.login("admin-a").get("/perusahaan/pengguna?peran=MANIFES"), 200, "Tidak ada yang cocok");
}

#[test]
fn only_administrators_see_these_pages() {
    let town = Town::new();
    let paths =
        [USERS, "/perusahaan/kuasa", "/perusahaan/kunci-api", "/perusahaan/riwayat", "/perusahaan/riwayat?format=csv"];
    for path in paths {
        assert_eq!(town.login("rekam-a").get(path).status, 403, "{path}");
        assert_eq!(town.login("operator-1").get(path).status, 403, "{path}");
        let stranger = town.stranger().get(path);
        assert_eq!(stranger.status, 303, "{path}");
        assert!(stranger.header("location").starts_with("/masuk?kembali=%2Fperusahaan"), "{path}");
    }
}

#[test]
fn an_invitation_goes_out_by_mail_with_its_role() {
    let town = Town::new();
    let admin = town.login("admin-a");
    check(&admin.get("/perusahaan/pengguna/undang"), 200, "Kirim undangan");
    let form = [("email", "baru@contoh.example"), ("nama", "Orang Baru"), ("peran", "PENGIRIM")];
    let answer = admin.post("/perusahaan/pengguna/undang", &form);
    let list = admin.follow(&answer);
    check(&list, 200, "Undangan dikirim lewat surel");
    check(&list, 200, "Diundang");
    check(&list, 200, "Pengirim");
    let (to, body) = town.mails().pop().unwrap();
    assert_eq!(to, "baru@contoh.example");
    assert!(body.contains("/akun/undangan?token="), "{body}");
}

#[test]
fn a_wrong_invitation_says_what_to_do_and_keeps_what_was_typed() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let none = admin.post("/perusahaan/pengguna/undang", &[("email", "x@contoh.example"), ("nama", "Orang Baru")]);
    check(&none, 422, "Pilih peran pengguna ini");
    check(&none, 422, "value=\"Orang Baru\"");
    let wrong = admin.post("/perusahaan/pengguna/undang", &[("email", "x"), ("nama", "N"), ("peran", "PEMBACA")]);
    check(&wrong, 422, "href=\"#email\"");
    let empty = admin.post("/perusahaan/pengguna/undang", &[("email", "x@contoh.example"), ("peran", "KHUSUS")]);
    check(&empty, 422, "Centang paling sedikit satu hak");
    assert!(town.mails().is_empty());
}

#[test]
fn a_change_of_rights_acts_on_the_very_next_request() {
    let town = Town::new();
    let (admin, user) = (town.login("admin-a"), town.login("rekam-a"));
    assert_eq!(user.get(USERS).status, 403);
    let path = format!("{USERS}/akun-rekam-a");
    check(&admin.get(&path), 200, "Peran dan hak");
    check(&admin.follow(&admin.post(&path, &[("peran", "ADMIN")])), 200, "Perubahan disimpan");
    assert_eq!(user.get(USERS).status, 200);
    admin.post(&path, &[("peran", "KHUSUS"), ("hak", "dokumen.lihat"), ("hak", "manifes.kirim")]);
    assert_eq!(user.get(USERS).status, 403);
    let rights = town.rights("rekam-a");
    assert!(rights.has(Menu::Manifes, Right::Kirim) && !rights.has(Menu::Dokumen, Right::Rekam) && !rights.admin);
    check(&admin.get(USERS), 200, "Diatur sendiri: Dokumen Pabean (lihat); Manifes (lihat, kirim)");
}

#[test]
fn a_ready_made_role_fills_the_ticks_and_saves_nothing() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let path = format!("{USERS}/akun-rekam-a");
    let filled = admin.post(&path, &[("peran", "KHUSUS"), ("contoh", "MANIFES"), ("aksi", "isi")]);
    check(&filled, 200, "Hak sudah dicentang menurut peran itu");
    check(&filled, 200, "value=\"manifes.kirim\" aria-label=\"Manifes: Kirim\" checked");
    assert_eq!(town.rights("rekam-a"), Ready::Perekam.rights());
    // Enter in another field presses the first button of the form; a ready-made role is saved nevertheless.
    admin.post(&path, &[("peran", "PEMBACA"), ("contoh", "MANIFES"), ("aksi", "isi")]);
    assert_eq!(town.rights("rekam-a"), Ready::Pembaca.rights());
}

#[test]
fn the_last_administrator_stays() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let path = format!("{USERS}/akun-admin-a");
    check(&admin.get(&path), 200, "Ini akun Saudara sendiri");
    check(&admin.post(&path, &[("peran", "PEMBACA")]), 422, "Ini admin terakhir perusahaan");
    check(&admin.post_sure(&format!("{path}/nonaktif"), &[]), 422, "Ini admin terakhir perusahaan");
    assert!(town.account("admin-a").admin && town.account("admin-a").active);
}

#[test]
fn whoever_gives_up_the_administration_lands_where_he_may_be() {
    let town = Town::new();
    let admin = town.login("admin-a");
    admin.post(&format!("{USERS}/akun-rekam-a"), &[("peran", "ADMIN")]);
    let answer = admin.post(&format!("{USERS}/akun-admin-a"), &[("peran", "PEMBACA")]);
    assert_eq!((answer.status, answer.header("location")), (303, "/beranda?kabar=tersimpan"));
    assert_eq!(admin.get(USERS).status, 403);
}

#[test]
fn a_closed_user_is_out_at_once_and_can_come_back() {
    let town = Town::new();
    let (admin, user) = (town.login("admin-a"), town.login("rekam-a"));
    let path = format!("{USERS}/akun-rekam-a");
    let asked = admin.post(&format!("{path}/nonaktif"), &[]);
    check(&asked, 200, "Nama rekam-a langsung keluar dari semua perangkat");
    assert!(town.account("rekam-a").active, "only asked so far");
    check(&admin.follow(&admin.post_sure(&format!("{path}/nonaktif"), &[])), 200, "Aktifkan lagi");
    assert_eq!(user.get("/beranda").status, 303);
    check(&admin.follow(&admin.post(&format!("{path}/aktif"), &[])), 200, "Pengguna diaktifkan lagi");
    town.login("rekam-a");
}

#[test]
fn an_invitation_is_sent_again_or_withdrawn() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let form = [("email", "baru@contoh.example"), ("nama", "Orang Baru"), ("peran", "PEMBACA")];
    admin.post("/perusahaan/pengguna/undang", &form);
    let list = admin.get("/perusahaan/pengguna?keadaan=BARU").body;
    let (_, rest) = list.split_once("href=\"/perusahaan/pengguna/01").unwrap();
    let path = format!("{USERS}/01{}", rest.split('"').next().unwrap());
    check(&admin.follow(&admin.post(&format!("{path}/kirim-ulang"), &[])), 200, "Undangan dikirim lewat surel");
    assert_eq!(town.mails().iter().filter(|(to, _)| to == "baru@contoh.example").count(), 2);
    check(&admin.follow(&admin.post_sure(&format!("{path}/nonaktif"), &[])), 200, "Nonaktif");
}

#[test]
fn foreign_ids_are_pages_that_do_not_exist() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let foreign = format!("{USERS}/akun-baca-b");
    check(&admin.get(&foreign), 404, "Halaman tidak ada");
    for (verb, fields) in
        [("", &[("peran", "ADMIN")][..]), ("/nonaktif", &[("yakin", "ya")]), ("/aktif", &[]), ("/kirim-ulang", &[])]
    {
        check(&admin.post(&format!("{foreign}{verb}"), fields), 404, "Halaman tidak ada");
    }
    assert_eq!(town.rights("baca-b"), Ready::Pembaca.rights());
    assert!(town.account("baca-b").active);
    check(&admin.get(&format!("{USERS}/tidak-ada")), 404, "Halaman tidak ada");
    check(&admin.get("/perusahaan/kuasa/tidak-ada"), 404, "Halaman tidak ada");
    let key = key_of(&town, "admin-b");
    check(&admin.post(&format!("/perusahaan/kunci-api/{key}/cabut"), &[("yakin", "ya")]), 404, "Halaman tidak ada");
    assert!(town.login("admin-b").get("/perusahaan/kunci-api").body.contains("Berlaku"));
}

/// Makes a key and gives its id.
fn key_of(town: &Town, admin: &str) -> String {
    let visitor = town.login(admin);
    check(&visitor.post("/perusahaan/kunci-api", &[("label", "ERP")]), 200, "Kunci API sudah dibuat");
    let list = visitor.get("/perusahaan/kunci-api").body;
    let (_, rest) = list.split_once("action=\"/perusahaan/kunci-api/").unwrap();
    rest.split('/').next().unwrap().to_owned()
}

#[test]
fn forms_without_the_token_are_refused() {
    let town = Town::new();
    let admin = town.login("admin-a");
    for route in web::routes::all().filter(|route| route.method == "POST" && route.path.starts_with("/perusahaan/")) {
        let path = route.path.replace("{id}", "akun-rekam-a");
        let answer = admin.post_foreign(&path, &[("peran", "ADMIN"), ("yakin", "ya"), ("label", "x")]);
        assert_eq!(answer.status, 403, "{path}");
    }
    assert!(town.account("rekam-a").active && !town.account("rekam-a").admin);
}

const GRANT: [(&str, &str); 10] = [
    ("npwp_ppjk", NPWP_B),
    ("nomor", "SK-1/2026"),
    ("jenis", "20"),
    ("jenis", "30"),
    ("mulai-tanggal", "5"),
    ("mulai-bulan", "3"),
    ("mulai-tahun", "2026"),
    ("sampai-tanggal", "31"),
    ("sampai-bulan", "12"),
    ("sampai-tahun", "2026"),
];

/// The address of the only power of attorney.
fn grant_path(list: &str) -> String {
    let (_, rest) = list.split_once("href=\"/perusahaan/kuasa/01").unwrap();
    format!("/perusahaan/kuasa/01{}", rest.split('"').next().unwrap())
}

#[test]
fn authority_is_given_seen_by_both_and_revoked() {
    let town = Town::new();
    let (giver, broker) = (town.login("admin-a"), town.login("admin-b"));
    check(&giver.get("/perusahaan/kuasa"), 200, "Belum ada surat kuasa");
    let given = giver.follow(&giver.post_sure("/perusahaan/kuasa/beri", &GRANT));
    check(&given, 200, "SK-1/2026");
    check(&given, 200, "BC 2.0 (impor), BC 3.0 (ekspor)");
    check(&given, 200, "5 Mar 2026 s.d. 31 Des 2026");
    let path = grant_path(&given.body);
    check(&broker.get("/perusahaan/kuasa?arah=diterima"), 200, "PT Contoh A");
    check(&broker.get("/perusahaan/kuasa?arah=diberikan"), 200, "Tidak ada yang cocok");
    let held = broker.get(&path);
    check(&held, 200, "Hanya pemberi kuasa yang bisa mencabutnya");
    let theft = broker.post(&format!("{path}/cabut"), &[("alasan", "x"), ("yakin", "ya")]);
    check(&theft, 404, "Halaman tidak ada");

    check(&giver.post(&format!("{path}/cabut"), &[("alasan", " ")]), 422, "Tulis alasan pencabutan");
    let asked = giver.post(&format!("{path}/cabut"), &[("alasan", "ganti PPJK")]);
    check(&asked, 200, "PT Contoh B langsung tidak bisa lagi bertindak");
    let revoked = giver.follow(&giver.post_sure(&format!("{path}/cabut"), &[("alasan", "ganti PPJK")]));
    check(&revoked, 200, "Dicabut");
    check(&giver.post(&format!("{path}/cabut"), &[]), 404, "Halaman tidak ada");
    check(&broker.get("/perusahaan/kuasa?keadaan=berlaku"), 200, "Tidak ada yang cocok");
}

#[test]
fn whoever_acts_for_a_client_still_sees_his_own_company() {
    let town = Town::new();
    let (giver, broker) = (town.login("admin-a"), town.login("admin-b"));
    giver.post_sure("/perusahaan/kuasa/beri", &GRANT);
    assert!(!broker.get(USERS).body.contains("perusahaan Saudara sendiri"));
    assert_eq!(broker.post("/akun/bertindak-untuk", &[("klien", "a"), ("kembali", USERS)]).status, 303);
    for path in [USERS, "/perusahaan/riwayat"] {
        let page = broker.get(path);
        check(&page, 200, "Halaman ini tentang perusahaan Saudara sendiri, PT Contoh B, bukan tentang PT Contoh A");
        assert!(!page.body.contains("rekam-a"), "{path}");
    }
}

#[test]
fn a_wrong_power_of_attorney_is_explained_at_its_fields() {
    let town = Town::new();
    let giver = town.login("admin-a");
    let wrong =
        [("npwp_ppjk", "12"), ("nomor", ""), ("sampai-tanggal", "31"), ("sampai-bulan", "2"), ("sampai-tahun", "2026")];
    let answer = giver.post_sure("/perusahaan/kuasa/beri", &wrong);
    for field in ["npwp_ppjk", "nomor", "jenis", "mulai", "sampai"] {
        check(&answer, 422, &format!("href=\"#{field}\""));
    }
    check(&answer, 422, "value=\"31\"");
    let own = GRANT.map(|(name, value)| if name == "npwp_ppjk" { (name, "0990000010999000") } else { (name, value) });
    check(&giver.post_sure("/perusahaan/kuasa/beri", &own), 422, "bukan PPJK yang terdaftar");
}

#[test]
fn a_key_is_shown_once_and_revoked() {
    let town = Town::new();
    let admin = town.login("admin-a");
    check(&admin.get("/perusahaan/kunci-api"), 200, "Belum ada kunci");
    check(&admin.post("/perusahaan/kunci-api", &[("label", "")]), 422, "href=\"#label\"");
    let made = admin.post("/perusahaan/kunci-api", &[("label", "ERP <Cikarang>")]);
    check(&made, 200, "Salin kunci ini sekarang");
    check(&made, 200, "ERP &#60;Cikarang&#62;");
    let (_, rest) = made.body.split_once("name=\"kunci\" type=\"text\" value=\"").unwrap();
    let secret = rest.split('"').next().unwrap().to_owned();
    let company = app::company::keys::company_of(&town.portal.app, &secret).unwrap();
    assert_eq!(company.as_deref(), Some("a"));
    let list = admin.get("/perusahaan/kunci-api");
    check(&list, 200, "Berlaku");
    assert!(!list.body.contains(&secret));
    let (_, rest) = list.body.split_once("action=\"/perusahaan/kunci-api/").unwrap();
    let path = format!("/perusahaan/kunci-api/{}/cabut", rest.split('/').next().unwrap());
    check(&admin.follow(&admin.post_sure(&path, &[])), 200, "Kunci API dicabut");
    assert_eq!(app::company::keys::company_of(&town.portal.app, &secret).unwrap(), None);
}

#[test]
fn sensitive_acts_need_a_fresh_proof() {
    let town = Town::new();
    let admin = town.login("admin-a");
    town.pass(6);
    let answer = admin.post("/perusahaan/kunci-api", &[("label", "ERP")]);
    assert_eq!((answer.status, answer.header("location")), (303, "/akun/ulang?kembali=%2Fperusahaan%2Fkunci-api"));
    let answer = admin.post("/perusahaan/pengguna/akun-rekam-a", &[("peran", "ADMIN")]);
    assert_eq!(answer.status, 303);
    assert!(answer.header("location").starts_with("/akun/ulang?"));
    assert!(!town.account("rekam-a").admin);
}

#[test]
fn the_history_tells_who_did_what_and_nothing_of_others() {
    let town = Town::new();
    let admin = town.login("admin-a");
    town.login("admin-b");
    admin.post("/perusahaan/kunci-api", &[("label", "ERP")]);
    admin.post(&format!("{USERS}/akun-rekam-a"), &[("peran", "PEMBACA")]);
    let page = admin.get("/perusahaan/riwayat");
    for words in [
        "Masuk ke portal",
        "<td>ERP</td>",
        "Kunci API dibuat",
        "Hak akses diubah",
        "Nama rekam-a",
        "5 Mar 2026 10.09 WIB",
    ] {
        check(&page, 200, words);
    }
    assert!(!page.body.contains("Nama admin-b"));
    let keys = admin.get("/perusahaan/riwayat?kejadian=kunci.buat");
    let table = keys.body.split("<tbody>").nth(1).unwrap();
    assert!(table.contains("Kunci API dibuat") && !table.contains("Masuk ke portal"));
    check(&admin.get("/perusahaan/riwayat?kejadian=kuasa.beri"), 200, "Tidak ada kejadian yang cocok");
}

#[test]
fn the_history_goes_on_page_by_page_and_as_a_file() {
    let town = Town::new();
    let admin = town.login("admin-a");
    for n in 0..55 {
        admin.post("/perusahaan/kunci-api", &[("label", &format!("Kunci {n}"))]);
    }
    let first = admin.get("/perusahaan/riwayat?kejadian=kunci.buat");
    assert_eq!(first.body.matches("<td>Kunci API dibuat</td>").count(), 50);
    let (_, rest) = first.body.split_once("href=\"/perusahaan/riwayat?kejadian=kunci.buat&#38;sebelum=").unwrap();
    let next = rest.split('"').next().unwrap();
    let second = admin.get(&format!("/perusahaan/riwayat?kejadian=kunci.buat&sebelum={next}"));
    assert_eq!(second.body.matches("<td>Kunci API dibuat</td>").count(), 5);
    check(&second, 200, "Ke yang terbaru");
    assert!(!second.body.contains("Yang lebih lama"));

    let file = admin.get("/perusahaan/riwayat?kejadian=kunci.buat&format=csv");
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"riwayat-aktivitas.csv\"");
    assert_eq!(file.body.lines().count(), 56);
    assert!(
        file.body
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("\"5 Mar 2026 10.09 WIB\";\"Nama admin-a\";\"Kunci API dibuat\";\"Kunci 54\"")
    );
}

#[test]
fn a_list_is_had_as_a_file_with_all_its_rows() {
    let town = Town::new();
    let admin = town.login("admin-a");
    for n in 0..12 {
        admin.post("/perusahaan/kunci-api", &[("label", &format!("=Kunci {n:02}"))]);
    }
    let page = admin.get("/perusahaan/kunci-api?urut=nama");
    check(&page, 200, "1–10 dari 12");
    check(&page, 200, "href=\"/perusahaan/kunci-api?urut=nama&#38;format=xlsx\"");
    let file = admin.get("/perusahaan/kunci-api?urut=nama&format=xlsx");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"kunci-api.xlsx\"");
    let rows = sheet(&file);
    assert_eq!(rows.len(), 13);
    assert_eq!(rows[0][..2], ["Nama kunci", "Keadaan"]);
    assert_eq!((rows[1][0].as_str(), rows[12][0].as_str()), ("=Kunci 00", "=Kunci 11"));
    let text = admin.get("/perusahaan/kunci-api?urut=-nama&format=csv").body;
    assert!(text.lines().nth(1).unwrap().starts_with("\"'=Kunci 11\";"), "{text}");

    let people = sheet(&admin.get("/perusahaan/pengguna?cari=rekam&format=xlsx"));
    assert_eq!((people.len(), people[1][0].as_str()), (2, "Nama rekam-a"));
    let events = sheet(&admin.get("/perusahaan/riwayat?kejadian=kunci.buat&format=xlsx"));
    assert_eq!(events.len(), 13);
}

/// The rows of a workbook's only sheet.
fn sheet(file: &Answer) -> Vec<Vec<String>> {
    use calamine::Reader;
    assert_eq!(file.status, 200, "{}", file.body);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&file.bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn names_with_markup_stay_text() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let name = "<script>alert(1)</script>";
    let form = [("email", "baru@contoh.example"), ("nama", name), ("peran", "PEMBACA")];
    let answer = admin.post("/perusahaan/pengguna/undang", &form);
    let page = if answer.status == 303 { admin.follow(&answer) } else { answer };
    assert!(!page.body.contains("<script>alert"), "{}", page.body);
    let long = "x".repeat(10_000);
    check(&admin.post("/perusahaan/kunci-api", &[("label", &long)]), 422, "href=\"#label\"");
    check(&admin.get(&format!("{USERS}?cari={long}")), 200, "Tidak ada yang cocok");
}

#[test]
fn every_page_is_well_made_in_both_languages() {
    let town = Town::new();
    let admin = town.login("admin-a");
    let form = [("email", "baru@contoh.example"), ("nama", "Orang Baru"), ("peran", "PEMBACA")];
    admin.post("/perusahaan/pengguna/undang", &form);
    admin.post("/perusahaan/kunci-api", &[("label", "ERP")]);
    admin.post("/perusahaan/kunci-api", &[("label", "Gudang")]);
    let list = admin.follow(&admin.post_sure("/perusahaan/kuasa/beri", &GRANT));
    let (grant, user) = (grant_path(&list.body), format!("{USERS}/akun-rekam-a"));
    for lang in web::Lang::ALL {
        admin.get(&format!("/beranda?bahasa={}", lang.code()));
        let look = |path: &str, html: String| well_made(&format!("{path} {}", lang.code()), lang, &html, false);
        let paths = [
            USERS,
            "/perusahaan/pengguna?cari=tidak-ada",
            "/perusahaan/pengguna/undang",
            user.as_str(),
            "/perusahaan/pengguna/akun-admin-a",
            "/perusahaan/kuasa",
            "/perusahaan/kuasa/beri",
            grant.as_str(),
            "/perusahaan/kunci-api",
            "/perusahaan/riwayat",
            "/perusahaan/riwayat?kejadian=kuasa.cabut",
        ];
        for path in paths {
            look(path, admin.get(path).body);
        }
        let wrong: [(&str, &[(&str, &str)]); 6] = [
            ("/perusahaan/pengguna/undang", &[("peran", "KHUSUS")]),
            (&user, &[("peran", "KHUSUS")]),
            (&user, &[]),
            ("/perusahaan/kuasa/beri", &[("yakin", "ya")]),
            (&format!("{grant}/cabut"), &[("alasan", "")]),
            ("/perusahaan/kunci-api", &[("label", "")]),
        ];
        for (path, fields) in wrong {
            let answer = admin.post(path, fields);
            assert_eq!(answer.status, 422, "{path}");
            look(path, answer.body);
        }
        for (path, fields) in [(format!("{user}/nonaktif"), &[][..]), (format!("{grant}/cabut"), &[("alasan", "x")])] {
            look(&path, admin.post(&path, fields).body);
        }
        look("kunci baru", admin.post("/perusahaan/kunci-api", &[("label", "Kunci")]).body);
    }
}
