//! The role of a user in a form: a ready-made one, or ticks of his own, menu by menu.

use app::access::{Menu, Ready, Right, Rights};
use askama::Template;

use super::messages::UserTexts;
use crate::lang::Lang;
use crate::ui::{Button, Buttons, Choice, FormErrors, Piece, Radios, Select, Text, components};
use crate::visit::Posted;

/// Posted when the ticks are the user's own.
const OWN: &str = "KHUSUS";

/// What a form says about the role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleChoice {
    /// Word of the ready-made role, [`OWN`], or empty.
    word: String,
    /// The ticks.
    ticked: Rights,
}

impl RoleChoice {
    /// The role that somebody has.
    pub fn of(rights: &Rights) -> Self {
        let word = rights.ready().map_or(OWN, Ready::word).to_owned();
        let ticked = if rights.admin { Rights::none() } else { rights.clone() };
        Self { word: if *rights == Rights::none() { String::new() } else { word }, ticked }
    }

    /// What was posted.
    pub fn read(posted: &Posted) -> Self {
        let ticked = Rights::parse(false, &posted.all("hak").join(" "));
        Self { word: posted.text("peran"), ticked }
    }

    /// What was posted, with the ticks of a ready-made role when that button was pressed. Only with ticks of one's
    /// own, so that Enter in another field cannot mean it.
    pub fn filled(posted: &Posted) -> Option<Self> {
        let sample = Ready::parse(posted.get("contoh"))?;
        let wanted = posted.get("aksi") == "isi" && posted.get("peran") == OWN;
        wanted.then(|| Self { word: OWN.into(), ticked: sample.rights() })
    }

    /// The rights, or what is missing: field and words.
    pub fn rights(&self, lang: Lang) -> Result<Rights, (&'static str, &'static str)> {
        let t = UserTexts::of(lang);
        if self.word != OWN {
            return Ready::parse(&self.word).map(Ready::rights).ok_or(("peran", t.role_missing));
        }
        if self.ticked == Rights::none() { Err(("hak", t.rights_missing)) } else { Ok(self.ticked.clone()) }
    }

    /// The field.
    pub fn field(&self, lang: Lang, errors: &FormErrors) -> Radios {
        let t = UserTexts::of(lang);
        let mut field = Radios::new("peran", t.role).hint(t.role_hint);
        for ready in Ready::ALL {
            field = field.choice(Choice::new(ready.word(), lang.say(&ready.label())).hint(hint(ready, t)));
        }
        let own = Choice::new(OWN, t.role_own).hint(t.role_own_hint).inside(self.own(lang, errors));
        field.choice(own).value(&self.word).errors(errors)
    }

    fn own(&self, lang: Lang, errors: &FormErrors) -> Piece {
        let t = UserTexts::of(lang);
        let mut sample = Select::new("contoh", t.sample).option("", lang.ui().choose);
        for ready in Ready::ALL.into_iter().filter(|ready| *ready != Ready::Admin) {
            sample = sample.option(ready.word(), lang.say(&ready.label()));
        }
        let fill = Buttons::new().with(Button::secondary(t.sample_button).value("aksi", "isi").small());
        Piece::join(&[Matrix::new(&self.ticked, lang, errors).into(), sample.into(), fill.into()])
    }
}

fn hint(ready: Ready, t: &'static UserTexts) -> &'static str {
    match ready {
        Ready::Admin => t.admin_hint,
        Ready::Perekam => t.recorder_hint,
        Ready::Pengirim => t.sender_hint,
        Ready::Perbendaharaan => t.treasury_hint,
        Ready::Manifes => t.manifest_hint,
        Ready::Pembaca => t.reader_hint,
    }
}

/// The role in words: the ready-made one's name, or what is ticked.
pub fn in_words(rights: &Rights, lang: Lang) -> Text {
    let t = UserTexts::of(lang);
    if *rights == Rights::none() {
        return t.role_none.into();
    }
    if let Some(ready) = rights.ready() {
        return lang.say(&ready.label()).into();
    }
    let menu = |menu: Menu| {
        let held = Right::ALL.into_iter().filter(|right| rights.has(menu, *right));
        let held: Vec<String> = held.map(|right| lang.say(&right.label()).to_lowercase()).collect();
        (!held.is_empty()).then(|| format!("{} ({})", lang.say(&menu.label()), held.join(", ")))
    };
    let menus: Vec<String> = Menu::ALL.into_iter().filter_map(menu).collect();
    format!("{}: {}", t.role_own_short, menus.join("; ")).into()
}

/// Rights across, a box in each cell, the menu on a line of its own above them: so it fits on a telephone.
#[derive(Template)]
#[template(path = "perusahaan/matrix.html")]
struct Matrix {
    t: &'static UserTexts,
    /// Prefix and words.
    error: Option<(&'static str, Text)>,
    rights: Vec<String>,
    rows: Vec<MatrixRow>,
}

struct MatrixRow {
    menu: String,
    boxes: Vec<TickBox>,
}

struct TickBox {
    id: String,
    value: String,
    label: String,
    ticked: bool,
}

impl Matrix {
    fn new(ticked: &Rights, lang: Lang, errors: &FormErrors) -> Self {
        let row = |menu: Menu| {
            let name = lang.say(&menu.label());
            let tick = |right: Right| TickBox {
                // The first one has the plain name, so that errors lead to it.
                id: if (menu, right) == (Menu::ALL[0], Right::ALL[0]) {
                    "hak".into()
                } else {
                    format!("hak-{}-{}", menu.word(), right.word())
                },
                value: format!("{}.{}", menu.word(), right.word()),
                label: format!("{name}: {}", lang.say(&right.label())),
                ticked: ticked.has(menu, right),
            };
            MatrixRow { boxes: Right::ALL.into_iter().map(tick).collect(), menu: name }
        };
        Self {
            t: UserTexts::of(lang),
            error: errors.of("hak").map(|mistake| (mistake.prefix, mistake.text)),
            rights: Right::ALL.into_iter().map(|right| lang.say(&right.label())).collect(),
            rows: Menu::ALL.into_iter().map(row).collect(),
        }
    }
}

components!(Matrix);
