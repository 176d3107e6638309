//! The cards of a section: header members under their headings, rows of lists, parties by their role.

use app::draft::Draft;
use askama::Template;
use declaration::document::{AnyField, split_list_step};
use declaration::layout::Bagian;

use super::field::Fields;
use super::messages::RekamTexts;
use crate::messages::fill;
use crate::ui::{Button, Piece, components};

/// Most blank rows that are offered at once.
pub const MOST_BLANK: usize = 20;

/// Fields under one heading.
#[derive(Template)]
#[template(path = "perekaman/kelompok.html")]
pub struct Group {
    /// Where errors of the whole group lead.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Below it.
    pub hint: Option<&'static str>,
    /// Sent along.
    pub hidden: Vec<(String, String)>,
    /// In order.
    pub fields: Vec<Piece>,
    /// What can be done with it.
    pub action: Option<Button>,
    /// A row of a list: its fields stand side by side.
    pub row: bool,
    /// Instead of fields: the button that adds rows to a list.
    pub add: Option<Add>,
}

/// The button that adds rows to a list; errors of the list lead to it when there is no row to say them at.
pub struct Add {
    list: &'static str,
    text: &'static str,
    about: &'static str,
    /// What is wrong: the word that says so, and the text.
    error: Option<(&'static str, String)>,
}

components!(Group);

/// All groups of a section; `blank` more rows at the end of its lists.
pub fn groups(fields: &Fields<'_>, bagian: Bagian, blank: usize) -> Vec<Group> {
    let mut all = Vec::new();
    if bagian == Bagian::Entitas {
        all.extend(parties(fields));
    }
    let cards = bagian.cards().iter().filter(|_| bagian != Bagian::Pernyataan);
    for (at, card) in cards.enumerate() {
        all.push(card_of(fields, &format!("{}-{at}", bagian.word()), card));
    }
    if bagian == Bagian::Pernyataan {
        // The statement itself is ticked where the document is sent.
        let cards = bagian.cards().iter().filter(|card| !card.fields.contains(&"disclaimer")).enumerate();
        all.extend(cards.map(|(at, card)| card_of(fields, &format!("{}-{at}", bagian.word()), card)));
    }
    for list in bagian.lists() {
        if let Some(shown) = LISTS.iter().find(|shown| shown.name == *list) {
            all.extend(rows(fields, shown, blank));
        }
    }
    all
}

fn card_of(fields: &Fields<'_>, id: &str, card: &declaration::layout::Card) -> Group {
    Group {
        id: id.to_owned(),
        title: fields.lang.say(&card.title),
        hint: None,
        hidden: Vec::new(),
        fields: card.fields.iter().filter_map(|name| fields.at(name)).collect(),
        action: None,
        row: false,
        add: None,
    }
}

/// A list whose rows are typed in a section.
struct Shown {
    name: &'static str,
    members: &'static [&'static str],
}

const LISTS: [Shown; 5] = [
    Shown { name: "pengangkut", members: &["kodeCaraAngkut", "namaPengangkut", "nomorPengangkut", "kodeBendera"] },
    Shown { name: "dokumen", members: &["kodeDokumen", "nomorDokumen", "tanggalDokumen", "kodeFasilitas", "kodeIjin"] },
    Shown { name: "kemasan", members: &["jumlahKemasan", "kodeJenisKemasan", "merkKemasan"] },
    Shown {
        name: "kontainer",
        members: &["nomorKontainer", "kodeUkuranKontainer", "kodeJenisKontainer", "kodeTipeKontainer"],
    },
    Shown {
        name: "jaminan",
        members: &[
            "kodeJenisJaminan",
            "nomorJaminan",
            "tanggalJaminan",
            "nilaiJaminan",
            "penjamin",
            "tanggalJatuhTempo",
            "nomorBpj",
            "tanggalBpj",
        ],
    },
];

fn length(draft: &Draft, list: &str) -> usize {
    let doc = &draft.typed;
    match list {
        "pengangkut" => doc.pengangkut.len(),
        "dokumen" => doc.dokumen.len(),
        "kemasan" => doc.kemasan.len(),
        "kontainer" => doc.kontainer.len(),
        "jaminan" => doc.jaminan.len(),
        _ => 0,
    }
}

/// Lists that offer a blank row while they are empty: somewhere to begin, without a press.
fn begun(list: &str) -> bool {
    !matches!(list, "kontainer" | "jaminan")
}

/// Where a finding about a whole list or a whole row is mended: its first input, or the button that adds a row when
/// there is none. None for a finding about a single datum.
pub fn input(draft: &Draft, pointer: &str) -> Option<String> {
    let (list, index) = match split_list_step(pointer) {
        Some((list, index, "")) => (list, index),
        Some(_) => return None,
        None => (pointer, 0),
    };
    if list == "entitas" {
        let role = draft.typed.entitas.get(index).map(|row| row.kode_entitas.text()).unwrap_or_default();
        let members = ROLES.iter().find(|(known, _)| *known == role).map_or(HOME, |(_, members)| *members);
        return Some(format!("entitas[{index}].{}", members.first()?));
    }
    let shown = LISTS.iter().find(|shown| shown.name == list)?;
    if index < length(draft, list).max(usize::from(begun(list))) {
        return Some(format!("{list}[{index}].{}", shown.members.first()?));
    }
    Some(format!("{list}-tambah"))
}

fn rows(fields: &Fields<'_>, list: &Shown, blank: usize) -> Vec<Group> {
    let t = fields.t();
    let (title, hint) = match list.name {
        "pengangkut" => (t.list_pengangkut, None),
        "dokumen" => (t.list_dokumen, Some(t.list_dokumen_hint)),
        "kemasan" => (t.list_kemasan, None),
        "kontainer" => (t.list_kontainer, None),
        _ => (t.list_jaminan, Some(t.list_jaminan_hint)),
    };
    let stored = length(fields.draft, list.name);
    let first = usize::from(stored == 0 && begun(list.name));
    // A code that was chosen for a blank row comes back to that row.
    let chosen = fields.chosen.as_ref().and_then(|(pointer, _)| split_list_step(pointer));
    let chosen = chosen.filter(|(of, index, _)| *of == list.name && *index < stored + MOST_BLANK);
    let least = chosen.map_or(0, |(_, index, _)| index + 1);
    let shown = if fields.draft.editable { (stored + blank.max(first)).max(least) } else { stored };
    let mut all: Vec<Group> = (0..shown)
        .map(|index| {
            let at = format!("{}[{index}]", list.name);
            let number = (index + 1).to_string();
            let remove = (index < stored && fields.draft.editable).then(|| {
                Button::link_like(fill(t.remove_row, &[("n", &number)])).value("hapus", format!("{at}.")).about(title)
            });
            Group {
                id: if index == 0 { list.name.to_owned() } else { at.clone() },
                title: format!("{title} {number}"),
                hint: if index == 0 { hint } else { None },
                hidden: Vec::new(),
                fields: list.members.iter().filter_map(|name| fields.at(&format!("{at}.{name}"))).collect(),
                action: remove,
                row: true,
                add: None,
            }
        })
        .collect();
    if fields.draft.editable {
        let id = format!("{}-tambah", list.name);
        let error = fields.errors.of(&id).map(|error| (error.prefix, error.text.into_owned()));
        all.push(Group {
            id,
            title: String::new(),
            hint: None,
            hidden: Vec::new(),
            fields: Vec::new(),
            action: None,
            row: true,
            add: Some(Add { list: list.name, text: t.add_row, about: title, error }),
        });
    }
    all
}

const HOME: &[&str] = &[
    "kodeJenisIdentitas",
    "nomorIdentitas",
    "nitku",
    "namaEntitas",
    "alamatEntitas",
    "nibEntitas",
    "kodeJenisApi",
    "kodeStatus",
];
const OWNER: &[&str] = &["kodeJenisIdentitas", "nomorIdentitas", "namaEntitas", "alamatEntitas", "kodeAfiliasi"];
const ABROAD: &[&str] = &["namaEntitas", "alamatEntitas", "kodeNegara"];
const BROKER: &[&str] =
    &["kodeJenisIdentitas", "nomorIdentitas", "namaEntitas", "alamatEntitas", "nomorIjinEntitas", "tanggalIjinEntitas"];

/// Roles in the order of the form.
const ROLES: [(&str, &[&str]); 6] =
    [("1", HOME), ("7", OWNER), ("9", ABROAD), ("10", ABROAD), ("11", OWNER), ("4", BROKER)];

/// A card for each role, then parties of other or repeated roles.
fn parties(fields: &Fields<'_>) -> Vec<Group> {
    let doc = &fields.draft.typed;
    let role_of = |index: usize| doc.entitas.get(index).map(|row| row.kode_entitas.text()).unwrap_or_default();
    let mut next = doc.entitas.len();
    let mut used = Vec::new();
    let mut all = Vec::new();
    for (role, members) in ROLES {
        let known = (0..doc.entitas.len()).find(|index| role_of(*index) == role);
        // A broker's card is there when a broker records.
        if known.is_none() && (role == "4" || !fields.draft.editable) {
            continue;
        }
        let index = known.unwrap_or_else(|| {
            next += 1;
            next - 1
        });
        used.push(index);
        all.push(party(fields, index, role, members));
    }
    for index in (0..doc.entitas.len()).filter(|index| !used.contains(index)) {
        let role = role_of(index);
        let members = ROLES.iter().find(|(known, _)| *known == role).map_or(HOME, |(_, members)| members);
        all.push(party(fields, index, &role, members));
    }
    all
}

fn party(fields: &Fields<'_>, index: usize, role: &str, members: &[&str]) -> Group {
    let t = fields.t();
    let title = role_name(t, role);
    let at = format!("entitas[{index}]");
    Group {
        id: if index == 0 { "entitas".to_owned() } else { at.clone() },
        title,
        hint: None,
        hidden: vec![(format!("{at}.kodeEntitas"), role.to_owned())],
        fields: members.iter().filter_map(|name| fields.at(&format!("{at}.{name}"))).collect(),
        action: None,
        row: false,
        add: None,
    }
}

/// What a party of this role is called.
pub fn role_name(t: &'static RekamTexts, role: &str) -> String {
    match role {
        "1" => t.role_1.to_owned(),
        "7" => t.role_7.to_owned(),
        "9" => t.role_9.to_owned(),
        "10" => t.role_10.to_owned(),
        "11" => t.role_11.to_owned(),
        "4" => t.role_4.to_owned(),
        other => fill(t.role_other, &[("kode", other)]),
    }
}
