//! The correction of one goods line: what was declared, what was found, what is determined, and the search for its code.

use ::declaration::figures::Koreksi;
use app::desk::{self, Baris, Lembar, Temuan};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Dec2, Dec4, KodeHs, Shape};

use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, figure, path};
use super::penetapan::{hs_name, load, page};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::marks;
use crate::perusahaan::sheet::{Card, Section, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Checkboxes, Fact, Facts, Field, Form, FormErrors, Piece, Textarea};
use crate::visit::{Posted, Visit, attempt, errors_of, see_other};

/// The field of the code.
const HS: &str = "pos_tarif";
/// Says that the address carries what was typed before a search.
const KEPT: &str = "ketikan";
/// Longest address that the search leads back to.
const LONGEST_BACK: usize = 900;

/// The form of one line, as typed.
#[derive(Default)]
struct Typed {
    hs: String,
    tarif: String,
    jumlah: String,
    cif: String,
    salah_jenis: bool,
    alasan: String,
}

impl Typed {
    /// The correction so far; without one, what the inspector found: nothing is typed twice. Whether the kind of goods was
    /// wrong is for the officer to say, since it is fined.
    fn of(one: &Baris, lang: Lang) -> Self {
        let koreksi = &one.koreksi;
        if koreksi.is_empty()
            && let Some(found) = one.temuan.as_ref().filter(|found| found.sesuai == Some(false))
        {
            return Self {
                hs: found.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
                jumlah: found.jumlah.map(|n| figure(n, lang)).unwrap_or_default(),
                alasan: found.catatan.clone(),
                ..Self::default()
            };
        }
        Self {
            hs: koreksi.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
            tarif: koreksi.tarif_bm.map(|n| figure(n, lang)).unwrap_or_default(),
            jumlah: koreksi.jumlah.map(|n| figure(n, lang)).unwrap_or_default(),
            cif: koreksi.cif.map(|n| figure(n, lang)).unwrap_or_default(),
            salah_jenis: koreksi.salah_jenis,
            alasan: koreksi.alasan.clone(),
        }
    }

    fn read(posted: &Posted) -> Self {
        Self::from(|name| posted.text(name))
    }

    fn from(value: impl Fn(&str) -> String) -> Self {
        Self {
            hs: value("pos_tarif"),
            tarif: value("tarif_bm"),
            jumlah: value("jumlah"),
            cif: value("cif"),
            salah_jenis: value("salah_jenis") == "ya",
            alasan: value("alasan"),
        }
    }

    /// What was typed before the search for a code, with the code that was chosen there.
    fn back(visit: &Visit) -> Option<Self> {
        if visit.query(KEPT) != "ya" {
            return None;
        }
        let mut typed = Self::from(|name| visit.query(name));
        if visit.query("isi") == HS {
            typed.hs = visit.query("nilai");
        }
        Some(typed)
    }

    /// The search for a code, which leads back to `here` with what was typed so far; a reason too long for an address is
    /// left behind.
    fn search(&self, here: &str) -> String {
        let mut back = self.kept(here, &self.alasan);
        if back.len() > LONGEST_BACK {
            back = self.kept(here, "");
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("untuk", HS).append_pair("kembali", &back).append_pair("q", &self.hs);
        format!("/cari/hs?{}", query.finish())
    }

    fn kept(&self, here: &str, alasan: &str) -> String {
        let mut kept = form_urlencoded::Serializer::new(String::new());
        kept.append_pair(KEPT, "ya");
        let tick = if self.salah_jenis { "ya" } else { "" };
        for (name, value) in [
            (HS, self.hs.as_str()),
            ("tarif_bm", &self.tarif),
            ("jumlah", &self.jumlah),
            ("cif", &self.cif),
            ("salah_jenis", tick),
            ("alasan", alasan),
        ] {
            if !value.is_empty() {
                kept.append_pair(name, value);
            }
        }
        format!("{here}?{}", kept.finish())
    }

    /// The correction that it means; what cannot be read is said at its field.
    fn koreksi(&self, seri: u32, errors: &mut FormErrors, lang: Lang) -> Koreksi {
        let t = PeriksaTexts::of(lang);
        let number = |text: &str| Shape::Number.read(text, marks(lang));
        let mut bad = |field: &'static str, text: &'static str| errors.add(field, text);
        let hs = (!self.hs.is_empty()).then(|| self.hs.parse::<KodeHs>().map_err(|_| bad("pos_tarif", t.bad_hs)));
        let tarif = (!self.tarif.is_empty())
            .then(|| number(&self.tarif).parse::<Dec2>().map_err(|_| bad("tarif_bm", t.bad_number)));
        let jumlah = (!self.jumlah.is_empty())
            .then(|| number(&self.jumlah).parse::<Dec4>().map_err(|_| bad("jumlah", t.bad_number)));
        let cif =
            (!self.cif.is_empty()).then(|| number(&self.cif).parse::<Dec2>().map_err(|_| bad("cif", t.bad_number)));
        Koreksi {
            seri,
            pos_tarif: hs.and_then(Result::ok),
            tarif_bm: tarif.and_then(Result::ok),
            jumlah: jumlah.and_then(Result::ok),
            cif: cif.and_then(Result::ok),
            salah_jenis: self.salah_jenis,
            alasan: self.alasan.clone(),
        }
    }
}

/// `GET …/penetapan/barang/{seri}`.
pub async fn item(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, seri)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let held = load(&web, &visit, &aju).await?;
    let one = line(&held, &seri)?;
    let typed = Typed::back(&visit).unwrap_or_else(|| Typed::of(one, visit.lang()));
    item_page(&web, &visit, (&held, one, &typed), &FormErrors::new(visit.lang())).await
}

fn line<'a>(held: &'a Lembar, seri: &str) -> Result<&'a Baris, Problem> {
    held.barang.iter().find(|one| one.seri.to_string() == seri).ok_or(Problem::NotFound)
}

async fn item_page(
    web: &Web,
    visit: &Visit,
    (held, one, typed): (&Lembar, &Baris, &Typed),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t, p) = (visit.lang(), PeriksaTexts::of(visit.lang()), PetugasTexts::of(visit.lang()));
    let named =
        |code: &str| hs_name(held, code, lang).map_or_else(|| code.to_owned(), |name| format!("{code} · {name}"));
    let declared = vec![
        Fact::indonesian(t.description, one.uraian.clone()),
        Fact::text(t.hs, named(&one.pos_tarif)),
        Fact::text(t.quantity, format!("{} {}", figure(one.jumlah, lang), one.satuan)),
        Fact::text(fill(t.cif_of, &[("valuta", &held.valuta)]), figure(one.cif, lang)),
    ];
    let mut sides = vec![Section::new("diberitahukan", t.declared, &[Facts { facts: declared }.into()]).into()];
    if let Some(found) = &one.temuan {
        sides.push(Section::new("ditemukan", t.found, &[found_facts(found, lang)]).into());
    }
    let form = form(held, (one, typed), (visit.csrf(), errors), lang);
    let at = held.barang.iter().position(|line| line.seri == one.seri).map_or(0, |at| at + 1);
    let title = fill(p.item_of, &[("n", &at.to_string()), ("m", &held.barang.len().to_string())]);
    let body = Piece::join(&[Piece::join(&sides), Card::new(Piece::from(form)).into()]);
    page(web, visit, &held.row.nomor_aju, (title, body), errors).await
}

fn form(held: &Lembar, (one, typed): (&Baris, &Typed), (csrf, errors): (&str, &FormErrors), lang: Lang) -> Form {
    let (t, p) = (PeriksaTexts::of(lang), PetugasTexts::of(lang));
    let aju = &held.row.nomor_aju;
    let cif = fill(t.cif_of, &[("valuta", &held.valuta)]);
    let hint = match hs_name(held, &typed.hs, lang) {
        Some(name) => format!("{name}. {}", t.hs_hint),
        None => t.hs_hint.to_owned(),
    };
    let mut buttons = Buttons::new().with(KeyButton::submit(t.save, "x", lang));
    if !one.koreksi.is_empty() {
        buttons = buttons.with(Button::secondary(t.clear).value("hapus", "ya"));
    }
    Form::post(path(aju, &format!("penetapan/barang/{}", one.seri)), csrf)
        .guarded()
        // Enter saves, although the search stands first.
        .with(Form::default_button("simpan", "ya", t.save))
        .with(Field::digits(HS, t.hs).value(typed.hs.clone()).max_length(12).hint(hint).errors(errors))
        .with(Button::secondary(p.hs_search).value("cari", "ya"))
        .with(Field::number("tarif_bm", t.rate).value(typed.tarif.clone()).suffix("%").hint(t.rate_hint).errors(errors))
        .with(
            Field::number("jumlah", t.quantity)
                .value(typed.jumlah.clone())
                .suffix(one.satuan.clone())
                .hint(t.quantity_hint)
                .errors(errors),
        )
        .with(Field::number("cif", cif).value(typed.cif.clone()).hint(t.cif_hint).errors(errors))
        .with(Checkboxes::single("salah_jenis", t.kind_wrong, typed.salah_jenis))
        .with(Textarea::new("alasan", t.reason).value(typed.alasan.clone()).rows(2).max_length(500).errors(errors))
        .with(buttons.with(Button::secondary(p.cancel).href(path(aju, "penetapan"))))
}

fn found_facts(found: &Temuan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    if found.sesuai != Some(false) {
        return Words::new(t.inspector_agrees).into();
    }
    let mut facts = Vec::new();
    facts.extend(found.jumlah.map(|n| Fact::text(t.quantity, figure(n, lang))));
    facts.extend(found.pos_tarif.as_ref().map(|hs| Fact::code(t.hs, hs.to_string())));
    for (name, text) in [
        (t.description, &found.uraian),
        (t.origin, &found.negara),
        (t.condition, &found.kondisi),
        (t.remark, &found.catatan),
    ] {
        if !text.is_empty() {
            facts.push(Fact::indonesian(name, text.clone()));
        }
    }
    Facts { facts }.into()
}

/// `POST …/penetapan/barang/{seri}`.
pub async fn save_item(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, seri)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let number: u32 = seri.parse().map_err(|_| Problem::NotFound)?;
    let mut errors = FormErrors::new(lang);
    let mut typed = Typed::read(&posted);
    if posted.get("hapus") == "ya" {
        typed = Typed::default();
    }
    if posted.get("cari") == "ya" {
        let held = load(&web, &visit, &aju).await?;
        line(&held, &seri)?;
        return Ok(see_other(&typed.search(&path(&aju, &format!("penetapan/barang/{number}")))));
    }
    let koreksi = typed.koreksi(number, &mut errors, lang);
    if errors.is_empty() {
        let (actor, document) = (visit.actor()?, aju.clone());
        match attempt(&web, move |app| desk::save_determination(app, &actor, &document, koreksi, None)).await? {
            Ok(()) => return Ok(see_other(&path(&aju, "penetapan"))),
            Err(error) => errors = errors_of(&error, lang),
        }
    }
    let held = load(&web, &visit, &aju).await?;
    let one = line(&held, &seri)?;
    item_page(&web, &visit, (&held, one, &typed), &errors).await
}
