//! The officers of the red lane, each acting through the same use case as the officers' desk.

use app::access::{Actor, Rights, Role};
use app::act::act;
use app::declaration::stage_of;
use declaration::workflow::{Action, Stage, Tingkat};
use serde_json::{Value, json};
use store::accounts;

use super::House;

/// Does what the document waits for, if an officer or the importer has to act.
pub fn turn(house: &House, aju: &str) -> Result<(), String> {
    let stage = stage_of(&house.app, aju).map_err(|e| e.to_string())?;
    let (user, action, letter) = match stage {
        Stage::AwaitReadiness => return ready(house, aju),
        Stage::AwaitInstruction => ("ppd", Action::IssueInstruction { tingkat: Tingkat::TigaPuluhPersen }, Value::Null),
        Stage::AwaitInspection => (inspector(house, aju)?, Action::StartInspection, Value::Null),
        Stage::Inspecting => {
            let uraian = "Segel utuh, dua peti kemas dibuka, jumlah dan jenis sesuai.".to_owned();
            (inspector(house, aju)?, Action::RecordBap { uraian }, Value::Null)
        }
        Stage::AwaitLhp => {
            let uraian = "Barang sesuai pemberitahuan.".to_owned();
            (inspector(house, aju)?, Action::RecordLhp { sesuai: true, uraian }, json!({}))
        }
        Stage::Examining => ("ppd", Action::Release { catatan: "Sesuai.".into() }, Value::Null),
        _ => return Ok(()),
    };
    give(house, user, aju, action, letter)
}

/// The importer brings the documents and declares the goods ready.
fn ready(house: &House, aju: &str) -> Result<(), String> {
    give(house, "importir", aju, Action::DocumentsUploaded { jumlah: 3 }, Value::Null)?;
    give(house, "importir", aju, Action::GoodsReady, Value::Null)
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

fn give(house: &House, username: &str, aju: &str, action: Action, letter: Value) -> Result<(), String> {
    match act(&house.app, &actor(house, username)?, aju, action, letter) {
        Ok(()) | Err(app::Error::Refused(_)) => Ok(()),
        Err(error) => Err(format!("{username}: {error}")),
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
