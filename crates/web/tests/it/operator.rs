//! What operators do: officers with four eyes, failed jobs, reference data.

use jiff::SignedDuration;
use store::Fault;
use store::jobs::NewJob;

use crate::pages::well_made;
use crate::people::{Town, Visitor, check};
use crate::support::now;

const OFFICERS: &str = "/operator/petugas";
const APPROVALS: &str = "/operator/persetujuan";

#[test]
fn nobody_else_comes_in() {
    let town = Town::new();
    let (strangers, operator) = (["admin-a", "ppd"].map(|name| (name, town.login(name))), town.login("operator-1"));
    for route in web::routes::all().filter(|route| route.path.starts_with("/operator/")) {
        let path = route.path.replace("{id}", "akun-ppd");
        for (username, visitor) in &strangers {
            let answer =
                if route.method == "GET" { visitor.get(&path) } else { visitor.post(&path, &[("yakin", "ya")]) };
            assert_eq!(answer.status, 403, "{username} {} {path}", route.method);
        }
        if route.method == "POST" {
            assert_eq!(operator.post_foreign(&path, &[("yakin", "ya")]).status, 403, "{path}");
        }
    }
}

/// The address of the only request.
fn request_path(visitor: &Visitor<'_>) -> String {
    let list = visitor.get(APPROVALS).body;
    let (_, rest) = list.split_once("href=\"/operator/persetujuan/").unwrap_or_else(|| panic!("{list}"));
    format!("{APPROVALS}/{}", rest.split('"').next().unwrap())
}

#[test]
fn a_new_officer_is_asked_for_by_one_and_approved_by_another() {
    let town = Town::new();
    let (first, second) = (town.login("operator-1"), town.login("operator-2"));
    check(&first.get("/operator/petugas/tambah"), 200, "Minta persetujuan");
    let form = [("email", "baru@contoh.example"), ("nama", "Petugas Baru"), ("role", "PFPB"), ("office", "040300")];
    let asked = first.follow(&first.post("/operator/petugas/tambah", &form));
    check(&asked, 200, "Permintaan dicatat");
    check(&asked, 200, "Menunggu operator lain");
    let path = request_path(&first);
    let own = first.get(&path);
    check(&own, 200, "Operator lain yang memutuskan");
    assert!(!own.body.contains("/setujui"));
    assert_eq!(first.post(&format!("{path}/setujui"), &[("yakin", "ya")]).status, 403);
    assert!(!town.mails().iter().any(|(to, _)| to == "baru@contoh.example"));

    check(&second.get(APPROVALS), 200, "Menunggu Saudara");
    let done = second.follow(&second.post_sure(&format!("{path}/setujui"), &[]));
    check(&done, 200, "Permintaan disetujui");
    check(&done, 200, "Tidak ada permintaan yang menunggu");
    check(&second.get(OFFICERS), 200, "Petugas Baru");
    check(&second.get(OFFICERS), 200, "Pemeriksa fisik barang");
    assert!(town.mails().iter().any(|(to, _)| to == "baru@contoh.example"));
    check(&second.post(&format!("{path}/setujui"), &[("yakin", "ya")]), 404, "Halaman tidak ada");
}

#[test]
fn a_wrong_officer_is_explained_at_the_field() {
    let town = Town::new();
    let first = town.login("operator-1");
    let form = [("email", "baru@contoh.example"), ("nama", "Petugas Baru"), ("role", ""), ("office", "")];
    check(&first.post("/operator/petugas/tambah", &form), 422, "href=\"#role\"");
    let form = [("email", "baru@contoh.example"), ("nama", "Petugas Baru"), ("role", "PPD"), ("office", "x")];
    let answer = first.post("/operator/petugas/tambah", &form);
    check(&answer, 422, "href=\"#office\"");
    check(&answer, 422, "value=\"Petugas Baru\"");
    check(&first.get(APPROVALS), 200, "Tidak ada permintaan yang menunggu");
}

#[test]
fn a_change_of_function_waits_and_then_ends_the_session() {
    let town = Town::new();
    let (first, second, officer) = (town.login("operator-1"), town.login("operator-2"), town.login("ppd"));
    let path = format!("{OFFICERS}/akun-ppd");
    check(&first.get(&path), 200, "Pemeriksa dokumen");
    check(&first.post(&path, &[("role", "PPD"), ("office", "040300")]), 422, "sama dengan sekarang");
    let asked = first.follow(&first.post(&path, &[("role", "P2"), ("office", "040300")]));
    check(&asked, 200, "Nama ppd");
    assert_eq!(town.account("ppd").role, "PPD");
    second.post_sure(&format!("{}/setujui", request_path(&second)), &[]);
    assert_eq!(town.account("ppd").role, "P2");
    assert_eq!(officer.get("/akun/profil").status, 303);
}

#[test]
fn closing_an_officer_is_asked_twice_and_can_be_rejected_with_a_reason() {
    let town = Town::new();
    let (first, second) = (town.login("operator-1"), town.login("operator-2"));
    let path = format!("{OFFICERS}/akun-ppd");
    first.post_sure(&path, &[("aksi", "nonaktif")]);
    let request = request_path(&second);
    check(&second.post(&format!("{request}/tolak"), &[("alasan", "")]), 422, "Tulis alasan penolakan");
    let rejected = second.follow(&second.post_sure(&format!("{request}/tolak"), &[("alasan", "masih bertugas")]));
    check(&rejected, 200, "Permintaan ditolak");
    assert!(town.account("ppd").active);

    first.post_sure(&path, &[("aksi", "nonaktif")]);
    second.post_sure(&format!("{}/setujui", request_path(&second)), &[]);
    assert!(!town.account("ppd").active);
    check(&first.get(&path), 200, "Minta diaktifkan lagi");
    first.post(&path, &[("aksi", "aktif")]);
    second.post_sure(&format!("{}/setujui", request_path(&second)), &[]);
    assert!(town.account("ppd").active);
}

#[test]
fn company_users_and_unknown_ids_are_no_officers() {
    let town = Town::new();
    let first = town.login("operator-1");
    for id in ["akun-admin-a", "tidak-ada"] {
        check(&first.get(&format!("{OFFICERS}/{id}")), 404, "Halaman tidak ada");
        check(
            &first.post(&format!("{OFFICERS}/{id}"), &[("aksi", "nonaktif"), ("yakin", "ya")]),
            404,
            "Halaman tidak ada",
        );
        check(&first.get(&format!("{APPROVALS}/{id}")), 404, "Halaman tidak ada");
        check(&first.post(&format!("{APPROVALS}/{id}/setujui"), &[("yakin", "ya")]), 404, "Halaman tidak ada");
        check(&first.post(&format!("/operator/pekerjaan/{id}/ulang"), &[]), 404, "Halaman tidak ada");
    }
    assert!(!first.get(OFFICERS).body.contains("admin-a"));
}

#[test]
fn approving_needs_a_fresh_proof() {
    let town = Town::new();
    let (first, second) = (town.login("operator-1"), town.login("operator-2"));
    first.post_sure(&format!("{OFFICERS}/akun-ppd"), &[("aksi", "nonaktif")]);
    let request = request_path(&second);
    town.pass(6);
    let answer = second.post_sure(&format!("{request}/setujui"), &[]);
    assert_eq!(answer.status, 303);
    assert!(answer.header("location").starts_with("/akun/ulang?kembali=%2Foperator%2Fpersetujuan%2F"));
    assert!(town.account("ppd").active);
}

#[test]
fn a_failed_job_is_shown_and_runs_again() {
    let town = Town::new();
    let first = town.login("operator-1");
    check(&first.get("/operator/pekerjaan"), 200, "Tidak ada pekerjaan yang gagal");
    let job = NewJob {
        id: "j1".into(),
        kind: "insw".into(),
        key: None,
        payload: "{}".into(),
        run_at: now(),
        declaration_id: None,
    };
    let dead = town.portal.app.db().write(move |tx| {
        store::jobs::enqueue(tx, &job, now())?;
        for hours in 0..50 {
            let at = now() + SignedDuration::from_hours(48 * hours);
            let Some(held) = store::jobs::claim(tx, "uji", at, at + SignedDuration::from_mins(1), 1)?.pop() else {
                break;
            };
            store::jobs::fail(tx, &held, "uji", "INSW tidak menjawab", at)?;
        }
        Ok::<_, Fault>(())
    });
    dead.unwrap();
    let list = first.get("/operator/pekerjaan");
    check(&list, 200, "Analisis lartas di INSW");
    check(&list, 200, "INSW tidak menjawab");
    check(&first.get("/operator/pekerjaan?cari=tps"), 200, "Tidak ada yang cocok");
    let revived = first.follow(&first.post("/operator/pekerjaan/j1/ulang", &[]));
    check(&revived, 200, "Pekerjaan dijalankan lagi");
    check(&revived, 200, "Tidak ada pekerjaan yang gagal");
}

#[test]
fn the_reference_page_says_when_nothing_is_imported_and_shows_what_is() {
    let town = Town::new();
    let first = town.login("operator-1");
    check(&first.get("/operator/parameter"), 200, "Belum ada data referensi");
    app::reference::import(&town.portal.app, &app::reference::starter(), "uji", false).unwrap();
    town.pass(1);
    let page = first.get("/operator/parameter");
    for words in
        ["Kurs pajak hari ini", "<code>USD</code>", "Kantor pabean", "kantor_pabean.csv", "Buka simulator mitra"]
    {
        check(&page, 200, words);
    }
    check(&first.get("/operator/petugas/tambah"), 200, "040300 - ");
    check(&first.get(OFFICERS), 200, "040300 - ");
}

#[test]
fn every_page_is_well_made_in_both_languages() {
    let town = Town::new();
    let (first, second) = (town.login("operator-1"), town.login("operator-2"));
    app::reference::import(&town.portal.app, &app::reference::starter(), "uji", false).unwrap();
    town.pass(1);
    first.post_sure(&format!("{OFFICERS}/akun-ppd"), &[("aksi", "nonaktif")]);
    let request = request_path(&first);
    for lang in web::Lang::ALL {
        for (visitor, asked) in [(&first, true), (&second, false)] {
            visitor.get(&format!("/beranda?bahasa={}", lang.code()));
            let officer = format!("{OFFICERS}/akun-ppd");
            let add = format!("{OFFICERS}/tambah");
            for path in [OFFICERS, &add, &officer, APPROVALS, &request, "/operator/pekerjaan", "/operator/parameter"] {
                well_made(&format!("{path} {}", lang.code()), lang, &visitor.get(path).body, false);
            }
            // Whoever asked does not decide.
            let (empty, question) = if asked { (403, 403) } else { (422, 200) };
            let (reject, approve) = (format!("{request}/tolak"), format!("{request}/setujui"));
            for (path, status) in [(add, 422), (officer, 422), (reject, empty), (approve, question)] {
                let answer = visitor.post(&path, &[("role", "PPD"), ("office", "040300")]);
                assert_eq!(answer.status, status, "{path}");
                well_made(&format!("{path} {}", lang.code()), lang, &answer.body, false);
            }
        }
    }
}
