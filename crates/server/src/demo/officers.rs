//! The officers of the red lane, each acting through the same use case as the officers' desk.

use app::access::{Actor, Rights, Role};
use app::act::act;
use app::declaration::stage_of;
use app::desk::{self, Kontainer, Langkah, Tanda, Temuan, Umum};
use declaration::workflow::{Action, Stage, Tingkat};
use serde_json::Value;
use store::accounts;

use super::House;

/// Does what the document waits for, if an officer or the importer has to act.
pub fn turn(house: &House, aju: &str) -> Result<(), String> {
    let stage = stage_of(&house.app, aju).map_err(|e| e.to_string())?;
    let (user, action) = match stage {
        Stage::AwaitReadiness => return ready(house, aju),
        Stage::AwaitInspection | Stage::Inspecting | Stage::AwaitLhp => return inspect(house, aju, stage),
        Stage::AwaitInstruction => ("ppd", Action::IssueInstruction { tingkat: Tingkat::TigaPuluhPersen }),
        Stage::Examining => ("ppd", Action::Release { catatan: "Sesuai.".into() }),
        _ => return Ok(()),
    };
    give(house, user, aju, action)
}

/// The inspector begins, looks at containers and goods, and signs, step by step as on his telephone.
fn inspect(house: &House, aju: &str, stage: Stage) -> Result<(), String> {
    let who = actor(house, inspector(house, aju)?)?;
    let app = &house.app;
    let fault = |error: app::Error| format!("{}: {error}", who.name);
    let isi = desk::inspection(app, &who, aju).map_err(fault)?.isi;
    let record = |step| desk::save_inspection(app, &who, aju, step).map_err(fault);
    let mut paper = Tanda::default();
    match stage {
        Stage::Inspecting => {
            for one in isi.kontainer {
                let segel = format!("CTH-{}", one.nomor.get(7..).unwrap_or_default());
                record(Langkah::Kontainer(Kontainer { segel, segel_utuh: Some(true), ..one }))?;
            }
            let (saksi_nama, saksi_jabatan) = ("Rina Contoh".to_owned(), "Staf ekspedisi".to_owned());
            let kemasan_dibuka = "27 dari 90 kemasan".to_owned();
            paper.umum = Some(Umum { saksi_nama, saksi_jabatan, kemasan_dibuka, ..Umum::default() });
        }
        Stage::AwaitLhp => {
            for one in isi.barang {
                record(Langkah::Barang(Temuan { sesuai: Some(true), ..one }))?;
            }
        }
        _ => {}
    }
    taken(&who.name, desk::sign(app, &who, aju, paper).map(drop))
}

/// The importer brings the documents and declares the goods ready.
fn ready(house: &House, aju: &str) -> Result<(), String> {
    give(house, "importir", aju, Action::DocumentsUploaded { jumlah: 3 })?;
    give(house, "importir", aju, Action::GoodsReady)
}

/// The user name of the appointed inspector.
fn inspector(house: &House, aju: &str) -> Result<&'static str, String> {
    let chosen = app::declaration::inspector_of(&house.app, aju).map_err(|e| e.to_string())?;
    let names = ["pfpb", "pfpb2"];
    for name in names {
        if chosen.as_deref() == Some(actor(house, name)?.account_id.as_str()) {
            return Ok(name);
        }
    }
    Ok(names[0])
}

fn give(house: &House, username: &str, aju: &str, action: Action) -> Result<(), String> {
    taken(username, act(&house.app, &actor(house, username)?, aju, action, Value::Null))
}

/// What is refused came too late: the document moved on by itself.
fn taken(who: &str, outcome: Result<(), app::Error>) -> Result<(), String> {
    match outcome {
        Ok(()) | Err(app::Error::Refused(_)) => Ok(()),
        Err(error) => Err(format!("{who}: {error}")),
    }
}

/// The actor behind a user name of the demo.
fn actor(house: &House, username: &str) -> Result<Actor, String> {
    let name = username.to_owned();
    let account = house.app.db().read(move |tx| accounts::by_username(tx, &name)).map_err(|e| e.to_string())?;
    let account = account.ok_or_else(|| format!("akun {username} tidak ada"))?;
    let person = house.people.iter().find(|p| p.username == username);
    Ok(Actor {
        account_id: account.id,
        name: account.display_name,
        role: Role::parse(&account.role).ok_or("peran tidak dikenal")?,
        company_id: account.company_id,
        npwp: person.map(|p| p.npwp.clone()).filter(|n| !n.is_empty()),
        office: account.office,
        rights: Rights::parse(account.admin, &account.rights),
        clients: std::collections::BTreeSet::new(),
        acting_for: None,
    })
}
