//! The determination: corrections line by line beside what was found, and what follows from them, before it is issued.

use ::declaration::figures::{Denda, Koreksi, Penetapan};
use ::declaration::levy::{ShortageFine, TariffKind};
use app::desk::{self, Baris, Lembar, Temuan};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Dec2, Dec4, Decimal, KodeHs, Marks, Rupiah, Shape};

use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, Tabel, anchor, path, plain};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Section, Words, ask};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Checkboxes, Confirm, Details, Fact, Facts, Field, Form, FormErrors, Inset, Piece, Select,
    Textarea, Tone,
};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<Lembar, Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| desk::determination(app, &actor, &aju)).await
}

fn marks(lang: Lang) -> Marks {
    if lang == Lang::Id { Marks::Comma } else { Marks::Point }
}

fn shown(number: impl ToString, lang: Lang) -> String {
    Shape::Number.show(&number.to_string(), marks(lang))
}

async fn page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (title, body): (String, Piece),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (case, _) = kasus::load(web, visit, aju).await?;
    let frame = frame(visit, &case, Page { here: "penetapan", title: title.clone(), body, aside: None });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = visit.place(web).wide().errors(errors);
    Ok((status, shell::render(&place, &title, &frame)?).into_response())
}

/// `GET /petugas/dokumen/{aju}/penetapan`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    sheet(&web, &visit, &aju, &FormErrors::new(visit.lang())).await
}

async fn sheet(web: &Web, visit: &Visit, aju: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let held = load(web, visit, aju).await?;
    let writes = held.refusal.is_none();
    let mut parts: Vec<Piece> = vec![Words::new(t.ruling_lead).into()];
    parts.extend(held.refusal.as_ref().map(|text| Inset { text: lang.say(text).into() }.into()));
    parts.push(lines(&held, aju, writes, lang));
    match &held.hasil {
        Ok(found) => parts.push(effect(&held, found, (aju, visit.csrf(), errors), lang)),
        Err(wrongs) => {
            let wrongs = wrongs.iter().map(|one| Words::new(lang.say(&one.text())).into()).collect::<Vec<Piece>>();
            parts.push(Section::new("akibat", t.effect, &wrongs).into());
        }
    }
    page(web, visit, aju, (t.ruling.to_owned(), Piece::join(&parts)), errors).await
}

fn lines(held: &Lembar, aju: &str, writes: bool, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut table = Tabel::new(
        t.goods,
        vec![
            (t.line.into(), false),
            (t.hs.into(), false),
            (t.quantity.into(), true),
            (fill(t.cif_of, &[("valuta", &held.valuta)]).into(), true),
            (t.outcome.into(), false),
            (t.corrected.into(), false),
        ],
    );
    for one in &held.barang {
        let name = format!("{} · {}", one.seri, one.uraian);
        let name =
            if writes { anchor(path(aju, &format!("penetapan/barang/{}", one.seri)), name) } else { plain(name) };
        let found = match one.temuan.as_ref().and_then(|found| found.sesuai) {
            Some(true) => Piece::of(&Badge::new(Tone::Good, t.fine)),
            Some(false) => Piece::of(&Badge::new(Tone::Bad, t.differs)),
            None => plain("–"),
        };
        let corrected =
            if one.koreksi.is_empty() { plain("–") } else { Piece::of(&Badge::new(Tone::Warn, t.corrected)) };
        table.row(vec![
            name,
            plain(one.pos_tarif.clone()),
            plain(format!("{} {}", shown(one.jumlah, lang), one.satuan)),
            plain(shown(one.cif, lang)),
            found,
            corrected,
        ]);
    }
    Section::new("barang", t.goods, &[table.into()]).into()
}

/// Differences, the fine and the sum, and the button that issues them.
fn effect(held: &Lembar, found: &Penetapan, (aju, csrf, errors): (&str, &str, &FormErrors), lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut parts: Vec<Piece> = vec![corrections(found, lang), levies(found, lang)];
    parts.push(fine(held, &found.denda, (aju, csrf, errors), lang));
    if held.beside() {
        let line = |(levy, facility, nilai): &(::declaration::levy::Levy, ::declaration::levy::Facility, Rupiah)| {
            format!("{} ({}) {}", levy.code(), lang.say(facility.label()), nilai.to_letter())
        };
        let all: Vec<String> = found.fasilitas.iter().map(line).collect();
        parts.push(Inset { text: fill(t.beside, &[("apa", &all.join("; "))]).into() }.into());
    }
    let total = found.total;
    let (text, amount) = match total.0 {
        0 => (t.total_same, total),
        1.. => (t.total_due, total),
        _ => (t.total_back, Rupiah(total.0.saturating_neg())),
    };
    parts.push(Inset { text: fill(text, &[("nilai", &amount.to_letter())]).into() }.into());
    let undecided = matches!(found.denda.hasil, ShortageFine::OfficerDecides { .. });
    if held.refusal.is_none() && !undecided && !found.rincian.is_empty() {
        let form = Form::post(path(aju, "penetapan"), csrf)
            .hidden("tanda", held.mark.clone())
            .confirm(question(total, lang))
            .with(Buttons::new().with(KeyButton::submit(t.issue, "x", lang)));
        parts.push(form.into());
    }
    let tree = crate::perekaman::explained(&found.menjadi, lang);
    parts.push(Details::new(t.after_tree, tree).into());
    Section::new("akibat", t.effect, &parts).into()
}

fn question(total: Rupiah, lang: Lang) -> Confirm {
    let t = PeriksaTexts::of(lang);
    Confirm::new(lang, fill(t.issue_ask, &[("nilai", &total.to_letter())])).buttons(t.issue_yes, t.issue_no).warning()
}

/// Declared and determined, line by line.
fn corrections(found: &Penetapan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut table = Tabel::new(
        t.corrected,
        vec![
            (t.line.into(), false),
            (t.hs.into(), false),
            (t.rate.into(), false),
            (t.quantity.into(), true),
            (t.cif.into(), true),
            (t.reason.into(), false),
        ],
    );
    let both = |a: String, b: String| if a == b { plain(a) } else { plain(format!("{a} → {b}")) };
    for one in &found.barang {
        table.row(vec![
            plain(one.koreksi.seri.to_string()),
            both(one.pos_tarif.0.clone(), one.pos_tarif.1.clone()),
            both(rate(one.tarif_bm.0, lang), rate(one.tarif_bm.1, lang)),
            both(shown(one.jumlah.0, lang), shown(one.jumlah.1, lang)),
            both(shown(one.cif.0.round_dp(2), lang), shown(one.cif.1.round_dp(2), lang)),
            plain(one.koreksi.alasan.clone()),
        ]);
    }
    table.into()
}

fn rate((kind, rate): (TariffKind, Decimal), lang: Lang) -> String {
    match kind {
        TariffKind::AdValorem => format!("{} %", shown(rate.normalize(), lang)),
        TariffKind::Specific => format!("Rp{}", shown(rate.normalize(), lang)),
    }
}

fn levies(found: &Penetapan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut table = Tabel::new(
        t.levy,
        vec![(t.levy.into(), false), (t.before.into(), true), (t.after.into(), true), (t.change.into(), true)],
    );
    let money = |rupiah: i64| plain(format::number(rupiah, lang));
    let (mut before, mut after) = (0_i64, 0_i64);
    for one in &found.pungutan {
        before = before.saturating_add(one.semula.0);
        after = after.saturating_add(one.menjadi.0);
        let name = format!("{} – {}", one.jenis.code(), lang.say(one.jenis.label()));
        table.row(vec![plain(name), money(one.semula.0), money(one.menjadi.0), money(one.nilai().0)]);
    }
    if let Some(nilai) = found.denda.nilai {
        after = after.saturating_add(nilai.0);
        table.row(vec![plain(t.fine_title), money(0), money(nilai.0), money(nilai.0)]);
    }
    table.foot(vec![plain(t.sum), money(before), money(after), money(after.saturating_sub(before))]);
    table.into()
}

/// How the fine came about, or why there is none.
fn fine(held: &Lembar, denda: &Denda, (aju, csrf, errors): (&str, &str, &FormErrors), lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let short = Rupiah(denda.seharusnya.0.saturating_sub(denda.dibayar.0));
    let how = || {
        let (paid, due, gap) = (denda.dibayar.to_letter(), denda.seharusnya.to_letter(), short.to_letter());
        fill(t.fine_how, &[("dibayar", &*paid), ("seharusnya", &*due), ("kurang", &*gap)])
    };
    let mut parts: Vec<Piece> = Vec::new();
    match (&denda.hasil, denda.nilai) {
        (ShortageFine::Fined(fine), Some(nilai)) => {
            parts.push(Words::new(how()).into());
            let (percent, gap, amount) = (shown(fine.percent.normalize(), lang), short.to_letter(), nilai.to_letter());
            let ratio = Decimal::from(short.0) * Decimal::ONE_HUNDRED;
            let ratio = ratio.checked_div(Decimal::from(denda.dibayar.0)).map(|ratio| shown(ratio.round_dp(3), lang));
            let pairs = [
                ("persen", &*percent),
                ("kurang", &*gap),
                ("denda", &*amount),
                ("rasio", ratio.as_deref().unwrap_or("–")),
            ];
            let text = if ratio.is_some() { t.fine_tier } else { t.fine_set };
            parts.push(Words::new(fill(text, &pairs)).into());
        }
        (ShortageFine::OfficerDecides { .. }, _) => {
            parts.push(Words::new(how()).into());
            parts.push(Words::new(t.fine_choose).into());
        }
        _ => {
            let tariff = held.barang.iter().all(|one| one.koreksi.is_empty() || !one.koreksi.is_fined());
            let why = if tariff { t.fine_tariff_only } else { t.fine_no_shortage };
            parts.push(Words::new(fill(t.fine_none, &[("sebab", why)])).into());
        }
    }
    let zero = denda.dibayar == Rupiah::ZERO && denda.seharusnya > Rupiah::ZERO;
    if zero && held.refusal.is_none() {
        let mut select = Select::new("persen", t.fine_percent);
        for percent in held.percents {
            select = select.option(percent.to_string(), format!("{percent} %"));
        }
        let chosen = held.persen.map(|n| n.to_string()).unwrap_or_default();
        let form = Form::post(path(aju, "penetapan/denda"), csrf)
            .with(select.value(&chosen).errors(errors))
            .with(Button::secondary(t.fine_apply));
        parts.push(form.into());
    }
    Section::new("denda", t.fine_title, &parts).into()
}

/// `POST /petugas/dokumen/{aju}/penetapan`: issues what was shown.
pub async fn issue(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    if !posted.sure() {
        let held = load(&web, &visit, &aju).await?;
        let total = held.hasil.as_ref().map(|found| found.total).unwrap_or_default();
        let here = path(&aju, "penetapan");
        let place = visit.place(&web).back(here.clone());
        return ask(&place, question(total, visit.lang()), here.clone(), &[("tanda", posted.get("tanda"))], here);
    }
    let (actor, number, mark) = (visit.actor()?, aju.clone(), posted.text("tanda"));
    let issued = attempt(&web, move |app| {
        desk::issue_determination(app, &actor, &number, &mark)?;
        desk::next(app, &actor, Some(&number))
    });
    match issued.await? {
        Ok(next) => {
            let to = next.map_or_else(|| path(&aju, ""), |aju| path(&aju, ""));
            Ok(see_other(&format!("{to}?selesai=penetapan&untuk={aju}")))
        }
        Err(error) => sheet(&web, &visit, &aju, &errors_of(&error, visit.lang())).await,
    }
}

/// `POST …/penetapan/denda`: sets the percentage where no duty was paid.
pub async fn percent(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.clone());
    let percent = posted.get("persen").parse().unwrap_or(0);
    let saved =
        attempt(&web, move |app| desk::save_determination(app, &actor, &number, Koreksi::default(), Some(percent)));
    match saved.await? {
        Ok(()) => Ok(see_other(&path(&aju, "penetapan"))),
        Err(error) => sheet(&web, &visit, &aju, &errors_of(&error, visit.lang())).await,
    }
}

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
    /// The correction so far; without one, what the inspector found: nothing is typed twice.
    fn of(one: &Baris, lang: Lang) -> Self {
        let koreksi = &one.koreksi;
        if koreksi.is_empty()
            && let Some(found) = one.temuan.as_ref().filter(|found| found.sesuai == Some(false))
        {
            return Self {
                hs: found.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
                jumlah: found.jumlah.map(|n| shown(n, lang)).unwrap_or_default(),
                salah_jenis: !found.uraian.is_empty(),
                alasan: found.catatan.clone(),
                ..Self::default()
            };
        }
        Self {
            hs: koreksi.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
            tarif: koreksi.tarif_bm.map(|n| shown(n, lang)).unwrap_or_default(),
            jumlah: koreksi.jumlah.map(|n| shown(n, lang)).unwrap_or_default(),
            cif: koreksi.cif.map(|n| shown(n, lang)).unwrap_or_default(),
            salah_jenis: koreksi.salah_jenis,
            alasan: koreksi.alasan.clone(),
        }
    }

    fn read(posted: &Posted) -> Self {
        Self {
            hs: posted.text("pos_tarif"),
            tarif: posted.text("tarif_bm"),
            jumlah: posted.text("jumlah"),
            cif: posted.text("cif"),
            salah_jenis: posted.get("salah_jenis") == "ya",
            alasan: posted.text("alasan"),
        }
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
    let typed = Typed::of(one, visit.lang());
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
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let aju = &held.row.nomor_aju;
    let declared = vec![
        Fact::indonesian(t.description, one.uraian.clone()),
        Fact::code(t.hs, one.pos_tarif.clone()),
        Fact::text(t.quantity, format!("{} {}", shown(one.jumlah, lang), one.satuan)),
        Fact::text(fill(t.cif_of, &[("valuta", &held.valuta)]), shown(one.cif, lang)),
    ];
    let mut sides = vec![Section::new("diberitahukan", t.declared, &[Facts { facts: declared }.into()]).into()];
    if let Some(found) = &one.temuan {
        sides.push(Section::new("ditemukan", t.found, &[found_facts(found, lang)]).into());
    }
    let cif = fill(t.cif_of, &[("valuta", &held.valuta)]);
    let form = Form::post(path(aju, &format!("penetapan/barang/{}", one.seri)), visit.csrf())
        .guarded()
        .with(Field::digits("pos_tarif", t.hs).value(typed.hs.clone()).max_length(12).hint(t.hs_hint).errors(errors))
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
        .with(
            Buttons::new()
                .with(KeyButton::submit(t.save, "x", lang))
                .with(Button::secondary(t.clear).value("hapus", "ya"))
                .with(Button::secondary(PetugasTexts::of(lang).cancel).href(path(aju, "penetapan"))),
        );
    let title = fill(t.item_title, &[("n", &one.seri.to_string())]);
    let body = Piece::join(&[Piece::join(&sides), Card::new(Piece::from(form)).into()]);
    page(web, visit, aju, (title, body), errors).await
}

fn found_facts(found: &Temuan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    if found.sesuai != Some(false) {
        return Words::new(t.inspector_agrees).into();
    }
    let mut facts = Vec::new();
    facts.extend(found.jumlah.map(|n| Fact::text(t.quantity, shown(n, lang))));
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
