//! An act as a page: what will happen, what it needs, which letter it issues; then the next case.

use app::Role;
use app::desk::{self, Case, Colleague, Hasil, Isian, Tindakan};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::workflow::{Akibat, Perbaikan};
use kernel::Rupiah;

use super::dilewati;
use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::parts::{Heading, KeyButton, Tabel, grouped, path, plain};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Words};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    Button, Buttons, Checkboxes, Choice, DateField, Field, Form, FormErrors, Inset, Piece, Radios, Select, Text,
    Textarea,
};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

/// What the form holds.
#[derive(Default)]
struct Typed {
    isian: Isian,
    day: [String; 3],
}

/// What the form is made with.
struct Sheet<'a> {
    case: &'a Case,
    act: Tindakan,
    typed: &'a Typed,
    errors: &'a FormErrors,
    colleagues: &'a [Colleague],
    lang: Lang,
}

/// Acts with a form here; the others have pages of their own.
fn parse(word: &str) -> Result<Tindakan, Problem> {
    let act = Tindakan::parse(word).ok_or(Problem::NotFound)?;
    if matches!(act, Tindakan::Periksa | Tindakan::Penetapan) { Err(Problem::NotFound) } else { Ok(act) }
}

/// `GET /petugas/dokumen/{aju}/tindakan/{tindakan}`.
pub async fn form(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let act = parse(&word)?;
    page(&web, &visit, &aju, act, (&Typed::default(), &FormErrors::new(visit.lang()))).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    act: Tindakan,
    (typed, errors): (&Typed, &FormErrors),
) -> Result<Response, Problem> {
    let (case, _) = kasus::load(web, visit, aju).await?;
    let colleagues = if act == Tindakan::Tunjuk {
        let actor = visit.actor()?;
        run(web, move |app| desk::colleagues(app, &actor, Some(Role::Pfpb))).await?
    } else {
        Vec::new()
    };
    // An act of another function or stage has no form; the case says so. One that came too late says why.
    let known = case.acts.iter().find(|one| one.act == act);
    if known.is_none() && errors.is_empty() {
        return Ok(see_other(&format!("{}?belum={}", path(aju, ""), act.word())));
    }
    let lang = visit.lang();
    let mut errors = errors.clone();
    if let Some(text) = known.and_then(|one| one.refusal.as_ref()).filter(|_| errors.is_empty()) {
        errors.add("", lang.say(text));
    }
    let sheet = Sheet { case: &case, act, typed, errors: &errors, colleagues: &colleagues, lang };
    let title = lang.say(&act.label());
    let page = Page { here: "-", title, body: sheet.body(visit.csrf()), aside: None };
    let frame = frame(visit, &case, page);
    let title = format!("{} – {}", lang.say(&act.label()), grouped(aju));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = visit.place(web).wide().errors(&errors);
    Ok((status, shell::render(&place, &title, &frame)?).into_response())
}

/// `POST /petugas/dokumen/{aju}/tindakan/{tindakan}`.
pub async fn act(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let act = parse(&word)?;
    let typed = read(act, &posted);
    let (actor, number, isian) = (visit.actor()?, aju.clone(), typed.isian.clone());
    let outcome = attempt(&web, move |app| {
        let done = desk::perform(app, &actor, &number, act, &isian)?;
        let next = desk::next(app, &actor, Some(&number))?;
        Ok((done, next))
    });
    match outcome.await? {
        Ok((done, next)) => {
            let stays = posted.get("lalu") == "tetap";
            let to = next.filter(|_| !stays).map(|aju| path(&aju, ""));
            let to = match to {
                Some(to) => to,
                None if stays => path(&aju, ""),
                None => super::antrean::PATH.to_owned(),
            };
            let second = if done == Hasil::MenungguKedua { "&kedua=ya" } else { "" };
            Ok(see_other(&format!("{to}?selesai={}&untuk={aju}{second}", act.word())))
        }
        Err(error) => page(&web, &visit, &aju, act, (&typed, &errors_of(&error, visit.lang()))).await,
    }
}

fn read(act: Tindakan, posted: &Posted) -> Typed {
    let day = ["tanggal", "bulan", "tahun"].map(|part| posted.text(&format!("pilihan-{part}")));
    let mut pilihan = posted.text("pilihan");
    if act == Tindakan::Tpp {
        let number = |text: &String| text.parse::<i8>().unwrap_or_default();
        let year: i16 = day[2].parse().unwrap_or_default();
        let date = kernel::Date::new(year, number(&day[1]), number(&day[0]));
        pilihan = date.map(|date| date.to_string()).unwrap_or_default();
    }
    let daftar = if act == Tindakan::Npd {
        posted.get("daftar").lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    } else {
        posted.all("daftar").into_iter().map(str::to_owned).collect()
    };
    let setuju = match posted.get("setuju") {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    };
    let isian = Isian { teks: posted.text("teks"), setuju, pilihan, daftar, tanda: posted.get("tanda") == "ya" };
    Typed { isian, day }
}

impl Sheet<'_> {
    fn body(&self, csrf: &str) -> Piece {
        let t = PetugasTexts::of(self.lang);
        let (second, letter) = (self.second(), self.letter());
        let mut parts = self.context();
        let issues = letter.map_or_else(|| t.no_letter.to_owned(), |name| fill(t.letter_text, &[("surat", name)]));
        parts.push(Words::new(issues).into());
        if second {
            parts.push(Inset { text: t.second_text.into() }.into());
        }
        let mut form = Form::post(path(&self.case.row.nomor_aju, &format!("tindakan/{}", self.act.word())), csrf);
        for field in self.fields() {
            form = form.with(field);
        }
        let (main, stay) = match (second, letter) {
            (true, _) => (t.ask_second, t.ask_stay),
            (false, Some(_)) => (t.confirm, t.confirm_stay),
            (false, None) => (t.confirm_plain, t.confirm_stay),
        };
        let buttons = Buttons::new()
            .with(KeyButton::submit(main, "x", self.lang))
            .with(Button::secondary(stay).value("lalu", "tetap"))
            .with(Button::secondary(t.cancel).href(path(&self.case.row.nomor_aju, "")));
        parts.push(form.with(buttons).into());
        Card::new(Piece::join(&parts)).into()
    }

    /// Whether a second officer has to confirm it.
    fn second(&self) -> bool {
        self.act.needs_second(&Isian { setuju: Some(true), ..Isian::default() }, &self.case.state)
    }

    /// The letter that the act issues.
    fn letter(&self) -> Option<&'static str> {
        Some(match self.act {
            Tindakan::Lepas => "SPPB",
            Tindakan::Instruksi => "Instruksi Pemeriksaan (IP)",
            Tindakan::Npd => "NPD",
            Tindakan::Inp => "INP",
            Tindakan::Npbl => "NPBL",
            Tindakan::Lab => "Kirim barang ke laboratorium",
            Tindakan::Spbl => "SPBL",
            Tindakan::Batal => "Keputusan pembatalan",
            Tindakan::Perbaikan => "Keputusan perbaikan data",
            Tindakan::BillingUlang => "Billing",
            _ => return None,
        })
    }

    /// What the decision is about.
    fn context(&self) -> Vec<Piece> {
        let (t, state) = (PetugasTexts::of(self.lang), &self.case.state);
        let words = |text: String| vec![Words::new(text).into()];
        match self.act {
            Tindakan::Lartas | Tindakan::Kemiripan | Tindakan::Pembayaran => {
                self.case.overrides(self.act).iter().map(|over| dilewati::piece(over, self.lang)).collect()
            }
            Tindakan::Lepas => self.findings(),
            Tindakan::Tunjuk => {
                let now = self.case.inspector.as_ref();
                now.map(|name| words(fill(t.inspector_now, &[("nama", name)]))).unwrap_or_default()
            }
            Tindakan::Batal => match &state.batal {
                Some(asked) => words(fill(t.cancel_ground, &[("alasan", &asked.alasan)])),
                None => Vec::new(),
            },
            Tindakan::Perbaikan => state.perbaikan.as_ref().map(|asked| self.amendment(asked)).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// What a release overrides: the inspector's findings that no determination settled.
    fn findings(&self) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        let Some(over) = self.case.overrides(self.act).filter(|_| self.second()) else { return Vec::new() };
        let mut parts = vec![Heading::new(t.overridden).into()];
        parts.extend(kasus::unsettled(self.case, self.lang));
        parts.push(dilewati::piece(&over, self.lang));
        parts
    }

    /// Ground, old and new of each datum, and what it does to the levies.
    fn amendment(&self, asked: &Perbaikan) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        let columns = [t.amend_place, t.amend_old, t.amend_new].map(|name| (name.into(), false));
        let mut table = Tabel::new(t.amend_changes, columns.into());
        for change in &asked.perubahan {
            let place = self.lang.say(&declaration::rules::describe(&change.pointer));
            let value = |text: &String| plain(if text.is_empty() { "–".to_owned() } else { text.clone() });
            table.row(vec![plain(place), value(&change.semula), value(&change.menjadi)]);
        }
        let Akibat { kurang, lebih } = asked.akibat;
        let effect = |sum: Rupiah, text| (sum > Rupiah::ZERO).then(|| fill(text, &[("nilai", &sum.to_letter())]));
        let mut effects: Vec<String> =
            [effect(kurang, t.amend_more), effect(lebih, t.amend_less)].into_iter().flatten().collect();
        if effects.is_empty() {
            effects.push(t.amend_same.to_owned());
        }
        let ground = Words::new(fill(t.cancel_ground, &[("alasan", &asked.alasan)])).into();
        let effects = effects.into_iter().map(|text| Words::new(text).into());
        [ground, table.into()].into_iter().chain(effects).collect()
    }

    fn fields(&self) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        match self.act {
            Tindakan::Masuk | Tindakan::BillingUlang => Vec::new(),
            Tindakan::Jaminan => {
                let field = Field::code("pilihan", t.bpj).value(self.typed.isian.pilihan.clone()).max_length(60);
                vec![field.errors(self.errors).into()]
            }
            Tindakan::Kemiripan => vec![self.decision(t.yes_similar, t.no_similar), self.text(t.reason, None)],
            Tindakan::Pembayaran => vec![self.decision(t.yes_payment, t.no_payment), self.text(t.reason, None)],
            Tindakan::Batal => vec![self.decision(t.yes_cancel, t.no_cancel), self.text(t.reason, None)],
            Tindakan::Perbaikan => vec![self.decision(t.yes_amend, t.no_amend), self.text(t.reason, None)],
            Tindakan::Tunjuk => vec![self.inspectors()],
            Tindakan::Instruksi => self.instruction(),
            Tindakan::Npd => {
                let wanted = Textarea::new("daftar", t.requested).value(self.typed.isian.daftar.join("\n")).rows(4);
                vec![self.text(t.reason, Some(t.question_hint)), wanted.errors(self.errors).into()]
            }
            Tindakan::Inp | Tindakan::Npbl | Tindakan::P2 | Tindakan::Lab => {
                vec![self.text(t.question, Some(t.question_hint))]
            }
            Tindakan::JawabLab | Tindakan::JawabP2 => vec![self.text(t.answer, None)],
            Tindakan::Spbl => self.restricted(),
            Tindakan::Nhi => vec![self.text(t.reason, Some(t.nhi_hint))],
            Tindakan::Keluar => self.gate(),
            Tindakan::Tpp => {
                let [day, month, year] = self.typed.day.clone();
                let field = DateField::new(self.lang, "pilihan", t.tpp_day).typed(day, month, year);
                vec![field.errors(self.errors).into()]
            }
            Tindakan::Lartas | Tindakan::BillingBatal => vec![self.text(t.reason, None)],
            Tindakan::Lepas if self.second() => vec![self.text(t.reason, Some(t.second_reason_hint))],
            _ => vec![self.text(t.note, Some(t.note_hint))],
        }
    }

    fn text(&self, label: &'static str, hint: Option<&'static str>) -> Piece {
        let mut field = Textarea::new("teks", label).value(self.typed.isian.teks.clone()).rows(3);
        if let Some(hint) = hint {
            field = field.hint(hint);
        }
        field.max_length(4_000).errors(self.errors).into()
    }

    fn decision(&self, yes: &'static str, no: &'static str) -> Piece {
        let t = PetugasTexts::of(self.lang);
        let chosen = match self.typed.isian.setuju {
            Some(true) => "ya",
            Some(false) => "tidak",
            None => "",
        };
        let radios = Radios::new("setuju", t.decide).choice(Choice::new("ya", yes)).choice(Choice::new("tidak", no));
        radios.value(chosen).errors(self.errors).into()
    }

    fn inspectors(&self) -> Piece {
        let t = PetugasTexts::of(self.lang);
        let mut radios = Radios::new("pilihan", t.who_inspects);
        let now = self.case.state.pemeriksaan.pemeriksa.as_ref();
        let others: Vec<&Colleague> = self.colleagues.iter().filter(|one| one.active && now != Some(&one.id)).collect();
        if others.is_empty() {
            return Inset { text: t.no_other_inspector.into() }.into();
        }
        for one in others {
            let text = fill(t.holds, &[("nama", &one.nama), ("n", &one.tasks.to_string())]);
            radios = radios.choice(Choice::new(one.id.clone(), text));
        }
        radios.value(&self.typed.isian.pilihan).errors(self.errors).into()
    }

    fn instruction(&self) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        let levels = [("sepuluh_persen", t.level_10), ("tiga_puluh_persen", t.level_30), ("mendalam", t.level_100)];
        let mut radios = Radios::new("pilihan", t.level);
        for (value, text) in levels {
            radios = radios.choice(Choice::new(value, text));
        }
        let typed = &self.typed.isian;
        let chosen = if typed.pilihan.is_empty() { "tiga_puluh_persen" } else { &typed.pilihan };
        let mut fields: Vec<Piece> = vec![radios.value(chosen).errors(self.errors).into()];
        fields.extend(self.containers(t.open_containers, false));
        fields.push(self.text(t.watch, Some(t.watch_hint)));
        fields.push(Checkboxes::single("tanda", t.sample, typed.tanda).into());
        fields
    }

    /// Containers of the document to tick; `all` ticks them before anything was typed.
    fn containers(&self, legend: &'static str, all: bool) -> Option<Piece> {
        let numbers = self.case.doc.kontainer.iter().filter_map(|k| k.nomor_kontainer.good());
        let gone = self.gone();
        let fresh = self.errors.is_empty();
        let choice = |number: String| {
            let chosen = self.typed.isian.daftar.contains(&number) || (all && fresh);
            Choice::new(number.clone(), number).chosen(chosen)
        };
        let choices: Vec<Choice> =
            numbers.map(ToString::to_string).filter(|number| !gone.contains(number)).map(choice).collect();
        if choices.is_empty() {
            return None;
        }
        let mut boxes = Checkboxes::new("daftar", legend);
        for choice in choices {
            boxes = boxes.choice(choice);
        }
        Some(boxes.errors(self.errors).into())
    }

    /// Containers that left already.
    fn gone(&self) -> Vec<String> {
        let left = self.case.events.iter().filter_map(|event| match &event.fact {
            declaration::workflow::Fact::GateOut { kontainer, .. } => Some(kontainer.clone()),
            _ => None,
        });
        left.flatten().collect()
    }

    fn gate(&self) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        let mut fields: Vec<Piece> = self.containers(t.leaving, true).into_iter().collect();
        let ticked = self.typed.isian.tanda || self.errors.is_empty();
        fields.push(Checkboxes::single("tanda", t.nothing_left, ticked).into());
        fields
    }

    fn restricted(&self) -> Vec<Piece> {
        let t = PetugasTexts::of(self.lang);
        let mut goods = Checkboxes::new("daftar", t.which_goods);
        for (index, line) in self.case.doc.barang.iter().enumerate().take(200) {
            let seri = (index + 1).to_string();
            let hs = line.pos_tarif.good().map(ToString::to_string).unwrap_or_default();
            let name = line.uraian.good().map(ToString::to_string).unwrap_or_default();
            let text: Text = format!("{seri} · {hs} · {name}").into();
            let chosen = self.typed.isian.daftar.contains(&seri);
            goods = goods.choice(Choice::new(seri, text).chosen(chosen));
        }
        let licence = Field::text("pilihan", t.licence).value(self.typed.isian.pilihan.clone()).max_length(200);
        vec![self.text(t.reason, None), licence.errors(self.errors).into(), goods.errors(self.errors).into()]
    }
}

/// Names of officers in a drop-down.
pub fn officers(name: &'static str, label: &'static str, all: &[Colleague], lang: Lang) -> Select {
    let t = PetugasTexts::of(lang);
    let mut select = Select::new(name, label).option("", t.choose);
    for one in all {
        let role = crate::publik::role(one.role.word(), lang.texts());
        let text = fill(t.holds, &[("nama", &format!("{} – {role}", one.nama)), ("n", &one.tasks.to_string())]);
        select = select.option(one.id.clone(), text);
    }
    select
}
