//! Who and what is in the demo: companies, users, officers, reference data, manifest positions. All names are invented.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use store::Fault;
use store::accounts::{self, Account, AccountState};
use store::companies::{self, Company, CompanyClass};
use store::kuasa::{self, Kuasa};
use store::tokens::{self, ApiKey};

use super::sample;
use crate::ports::CompanyStanding;
use crate::reference::{office_day, starter};
use crate::{App, Role};

/// One login, as written to `accounts.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// What he is.
    pub role: String,
    /// His company, or his office.
    pub company: String,
    /// Its NPWP, empty for officers.
    pub npwp: String,
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
    /// Key of his company for the API, empty for officers.
    pub api_key: String,
}

/// A company of the demo.
struct Firm {
    npwp: &'static str,
    nib: &'static str,
    name: &'static str,
    address: &'static str,
    class: CompanyClass,
    code: &'static str,
    user: &'static str,
    /// Name of that user.
    person: &'static str,
}

const FIRMS: &[Firm] = &[
    Firm {
        npwp: "0990000010999000",
        nib: "9120001234567",
        name: "PT Contoh Sejahtera Abadi",
        address: "Jl. Contoh Raya No. 1, Jakarta Utara 14000",
        class: CompanyClass::Reguler,
        code: "CTH001",
        user: "importir",
        person: "Rina Contoh",
    },
    Firm {
        npwp: "0991234568999000",
        nib: "9120007654321",
        name: "PT Misal Makmur Elektronika",
        address: "Jl. Misal No. 2, Bekasi 17000",
        class: CompanyClass::Mita,
        code: "MSL002",
        user: "importir-mita",
        person: "Budi Misal",
    },
    Firm {
        npwp: "0987654324999000",
        nib: "9120005550001",
        name: "PT Perantara Contoh Logistik",
        address: "Jl. Umpama No. 3, Jakarta Utara 14000",
        class: CompanyClass::Reguler,
        code: "PPJ003",
        user: "ppjk",
        person: "Putu Umpama",
    },
];

/// Officers of the demo's office.
const OFFICERS: &[(Role, &str, &str)] = &[
    (Role::Ppd, "ppd", "Rahmat Contoh"),
    (Role::Pfpb, "pfpb", "Sari Misal"),
    (Role::Pfpb, "pfpb2", "Wayan Umpama"),
    (Role::Kepala, "kepala", "Dewi Contoh"),
    (Role::P2, "p2", "Bagus Misal"),
    (Role::Hanggar, "hanggar", "Tono Umpama"),
    (Role::Perbendaharaan, "perbendaharaan", "Lina Contoh"),
];

/// Office of the demo.
pub const OFFICE: &str = "040300";

/// What the tax office and OSS know of the demo's companies, by NPWP.
pub fn standings() -> Vec<(String, CompanyStanding)> {
    let standing = |firm: &Firm| CompanyStanding {
        nama: firm.name.into(),
        alamat: firm.address.into(),
        nitku: Vec::new(),
        npwp_aktif: true,
        nib: Some(firm.nib.into()),
        akses_kepabeanan: true,
        kode_jenis_api: Some("01".into()),
    };
    FIRMS.iter().map(|firm| (firm.npwp.to_owned(), standing(firm))).collect()
}

/// Fills a fresh database and writes `accounts.json`; an old one is only read.
pub fn prepare(app: &App, home: Option<&Path>) -> Result<Vec<Person>, String> {
    let file = home.map(|home| home.join("accounts.json"));
    let fresh = app.db().read(|tx| companies::list(tx, "", 1)).map_err(|e| e.to_string())?.is_empty();
    if !fresh {
        let file = file.ok_or("basis data demo tanpa accounts.json")?;
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        return serde_json::from_str(&text).map_err(|e| format!("{}: {e}", file.display()));
    }
    let report = crate::reference::import(app, &starter(), "demo", false).map_err(|e| e.to_string())?;
    if report.refused() {
        return Err("paket referensi awal ditolak".into());
    }
    let people = people(app)?;
    sample::manifest(app)?;
    if let Some(file) = file {
        let text = serde_json::to_string_pretty(&people).map_err(|e| e.to_string())?;
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok(people)
}

fn people(app: &App) -> Result<Vec<Person>, String> {
    let mut people = Vec::new();
    for firm in FIRMS {
        let company = Company {
            id: app.id(),
            npwp: firm.npwp.into(),
            nib: Some(firm.nib.into()),
            name: firm.name.into(),
            address: firm.address.into(),
            class: firm.class,
            api_kind: Some("01".into()),
            blocked: "[]".into(),
            code: firm.code.into(),
            created: app.now(),
            version: 1,
            kind: "BADAN_USAHA".into(),
            nitku: None,
            refreshed: None,
        };
        let api_key = app.id();
        let key = ApiKey {
            hash: crate::account::digest(&api_key),
            company_id: company.id.clone(),
            label: "demo".into(),
            created: app.now(),
            revoked: None,
            created_by: None,
            last_used: None,
        };
        let id = company.id.clone();
        app.db()
            .write(move |tx| {
                companies::insert(tx, &company)?;
                tokens::insert_key(tx, &key)
            })
            .map_err(|e| e.to_string())?;
        let mut person = user(app, Role::PenggunaJasa, firm.user, firm.person, Some(id), None)?;
        (person.company, person.npwp, person.api_key) = (firm.name.into(), firm.npwp.into(), api_key);
        people.push(person);
    }
    power_of_attorney(app)?;
    for (role, username, name) in OFFICERS {
        people.push(user(app, *role, username, name, None, Some(OFFICE.into()))?);
    }
    // Two, since one asks and the other approves.
    for (username, name) in [("operator", "Agus Contoh"), ("operator2", "Maya Misal")] {
        people.push(user(app, Role::Operator, username, name, None, None)?);
    }
    Ok(people)
}

/// The first importer lets the broker act for it.
fn power_of_attorney(app: &App) -> Result<(), String> {
    let now = app.now();
    let today = office_day(now, "WIB");
    let kuasa = Kuasa {
        id: app.id(),
        client_id: String::new(),
        broker_id: String::new(),
        number: "SK-CONTOH-001".into(),
        kinds: "20,30".into(),
        valid_from: today,
        valid_to: today.saturating_add(jiff::Span::new().years(5)),
        created: now,
        created_by: "demo".into(),
        revoked: None,
        revoked_by: None,
        reason: None,
    };
    let recorded = app.db().write(move |tx| {
        let mut id = |npwp: &str| Ok::<_, Fault>(companies::by_npwp(tx, npwp)?.map(|c| c.id).unwrap_or_default());
        let (client_id, broker_id) = (id(FIRMS[0].npwp)?, id(FIRMS[2].npwp)?);
        kuasa::insert(tx, &Kuasa { client_id, broker_id, ..kuasa.clone() })
    });
    recorded.map(drop).map_err(|e| e.to_string())
}

fn user(
    app: &App,
    role: Role,
    username: &str,
    name: &str,
    company_id: Option<String>,
    office: Option<String>,
) -> Result<Person, String> {
    let secret = app.ports().ids.secret();
    let password = URL_SAFE_NO_PAD.encode(&secret[..12]);
    let mut account = Account::blank(app.id(), role.word(), AccountState::Aktif, app.now());
    account.admin = company_id.is_some();
    account.company_id = company_id;
    account.office.clone_from(&office);
    account.username = username.into();
    account.email = format!("{username}@contoh.example");
    account.display_name = name.into();
    account.password_hash = app.passwords().hash(&password, &app.ports().ids.secret()).map_err(|e| e.to_string())?;
    app.db().write(move |tx| accounts::insert(tx, &account)).map_err(|e| e.to_string())?;
    Ok(Person {
        role: role.word().into(),
        company: office.map(|o| format!("Kantor {o}")).unwrap_or_default(),
        npwp: String::new(),
        username: username.into(),
        password,
        api_key: String::new(),
    })
}
