//! Another company's users, powers of attorney, keys and documents do not exist, for reading and for changing.

use std::fmt::Debug;

use app::company::{keys, kuasa, users};
use app::{Actor, App};
use testkit::{House, Visitor, on_both, token};
use web::routes;

use crate::filled;

/// The ids that belong to the first importer, by the path they fill.
struct Owned {
    user: String,
    grant: String,
    key: String,
}

fn own(house: &House, actor: &Actor) -> Owned {
    let app = &house.app;
    let grant = kuasa::given(app, actor).unwrap().first().unwrap().id.clone();
    let (_, key) = keys::create(app, actor, "Kunci tetangga").unwrap();
    Owned { user: users::list(app, actor).unwrap().first().unwrap().id.clone(), grant, key: key.id }
}

/// All that the owner has, as text.
fn holdings(app: &App, actor: &Actor) -> String {
    fn text(rows: impl Debug) -> String {
        format!("{rows:?}")
    }
    let users =
        users::list(app, actor).unwrap().into_iter().map(|user| (user.id, user.username, user.rights, user.state));
    [text(users.collect::<Vec<_>>()), text(kuasa::given(app, actor).unwrap()), text(keys::list(app, actor).unwrap())]
        .join("\n")
}

on_both! {
    fn foreign_ids_are_not_there_and_nothing_changes(house) {
        let owner = house.actor("importir");
        let owned = own(house, &owner);
        let before = holdings(&house.app, &owner);
        let mut tried = 0;
        for stranger in ["importir-mita", "ppjk"] {
            let mut visitor = Visitor::login(house, stranger);
            let csrf = token(&visitor.get("/beranda").expect(200).text());
            for route in routes::all().filter(|route| route.path.starts_with("/perusahaan") && route.path.contains("{id}")) {
                let id = match route.path.split('/').nth(2).unwrap() {
                    "pengguna" => &owned.user,
                    "kuasa" => &owned.grant,
                    _ => &owned.key,
                };
                // The broker holds the power of attorney that the importer gave: it may look at it, and no more.
                if stranger == "ppjk" && route.path == "/perusahaan/kuasa/{id}" {
                    continue;
                }
                let path = filled(route.path, id);
                let answer = match route.method {
                    "GET" => visitor.get(&path),
                    _ => visitor.post(&path, &[("csrf", &csrf), ("yakin", "ya"), ("alasan", "coba"), ("peran", "PEMBACA")]),
                };
                assert_eq!(answer.status, 404, "{stranger} {} {path}: {}", route.method, answer.text());
                tried += 1;
            }
        }
        assert!(tried >= 8, "{tried}");
        assert_eq!(holdings(&house.app, &owner), before);
    }

    fn lists_show_ones_own_only(house) {
        let owner = house.actor("importir");
        own(house, &owner);
        let pages = ["/perusahaan/pengguna", "/perusahaan/kunci-api", "/perusahaan/riwayat", "/perusahaan/riwayat?format=csv"];
        let names = ["PT Contoh Sejahtera", "0990 0000 1099 9000", "0990000010999000"];
        let secrets = ["importir@contoh", "Kunci tetangga"];
        // The broker knows the name of its client, who gave it a power of attorney.
        for (stranger, hidden) in [("importir-mita", [&secrets[..], &names].concat()), ("ppjk", secrets.to_vec())] {
            let mut visitor = Visitor::login(house, stranger);
            for page in pages {
                let text = visitor.get(page).expect(200).text();
                for secret in &hidden {
                    assert!(!text.contains(secret), "{stranger} sees «{secret}» on {page}");
                }
            }
        }
    }

    fn a_stolen_session_dies_with_the_password(house) {
        let thief = Visitor::login(house, "importir-mita");
        let mut owner = Visitor::login(house, "importir-mita");
        let password = house.person("importir-mita").password.clone();
        let fields = [("lama", password.as_str()), ("sandi", "Kapal layar menuju timur"), ("ulangi", "Kapal layar menuju timur")];
        let changed = owner.submit("/akun/keamanan", "/akun/kata-sandi", &fields);
        assert_eq!(changed.status, 303, "{}", changed.text());
        let mut thief = thief;
        let answer = thief.get("/beranda");
        assert_eq!((answer.status, answer.header("location").starts_with("/masuk")), (303, true));
        owner.get("/beranda").expect(200);
    }

    fn rights_taken_away_are_gone_on_the_next_request(house) {
        let mut user = Visitor::login(house, "importir");
        user.get("/perusahaan/pengguna").expect(200);
        let account = house.actor("importir").account_id;
        house.app.db().write(move |tx| store::accounts::set_rights(tx, &account, false, "dokumen.lihat")).unwrap();
        user.get("/perusahaan/pengguna").expect(403);
    }
}
