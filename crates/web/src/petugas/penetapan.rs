//! The determination: corrections line by line beside what was found, and what follows from them, before it is issued.

use ::declaration::figures::{Denda, Koreksi, Penetapan};
use ::declaration::levy::{ShortageFine, TariffKind};
use app::desk::{self, Baris, Lembar};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Decimal, Rupiah};

use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, Lines, Tabel, anchor, figure, path, plain};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Words, ask};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Button, Buttons, Confirm, Details, Form, FormErrors, Inset, Piece, Select, Tone};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

/// The sheet on which a determination is made.
pub(super) async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<Lembar, Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| desk::determination(app, &actor, &aju)).await
}

/// What the tariff of the day calls a code; none when the code is not in it.
pub(super) fn hs_name(held: &Lembar, code: &str, lang: Lang) -> Option<String> {
    held.day.snapshot.hs(code, held.day.today).map(|hit| lang.say(&hit.context()))
}

/// A page of the determination.
pub(super) async fn page(
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
            (t.corrected.into(), false),
            (t.outcome.into(), false),
            (t.hs.into(), false),
            (t.quantity.into(), true),
            (fill(t.cif_of, &[("valuta", &held.valuta)]).into(), true),
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
            corrected,
            found,
            codes(held, one, lang),
            plain(format!("{} {}", figure(one.jumlah, lang), one.satuan)),
            plain(figure(one.cif, lang)),
        ]);
    }
    Section::new("barang", t.goods, &[table.into()]).into()
}

/// The declared code, and the determined one with its name.
fn codes(held: &Lembar, one: &Baris, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let Some(chosen) = one.koreksi.pos_tarif.as_ref().map(ToString::to_string) else {
        return plain(one.pos_tarif.clone());
    };
    let name = hs_name(held, &chosen, lang).unwrap_or_else(|| t.hs_unknown.to_owned());
    let lines = [one.pos_tarif.clone(), format!("→ {chosen} · {name}")];
    Lines { lines: lines.into_iter().map(plain).collect() }.into()
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
            both(figure(one.jumlah.0, lang), figure(one.jumlah.1, lang)),
            both(figure(one.cif.0.round_dp(2), lang), figure(one.cif.1.round_dp(2), lang)),
            plain(one.koreksi.alasan.clone()),
        ]);
    }
    table.into()
}

fn rate((kind, rate): (TariffKind, Decimal), lang: Lang) -> String {
    match kind {
        TariffKind::AdValorem => format!("{} %", figure(rate.normalize(), lang)),
        TariffKind::Specific => format!("Rp{}", figure(rate.normalize(), lang)),
    }
}

fn levies(found: &Penetapan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut table = Tabel::new(
        t.levy,
        vec![(t.levy.into(), false), (t.after.into(), true), (t.change.into(), true), (t.before.into(), true)],
    );
    let money = |rupiah: i64| plain(format::number(rupiah, lang));
    let (mut before, mut after) = (0_i64, 0_i64);
    for one in &found.pungutan {
        before = before.saturating_add(one.semula.0);
        after = after.saturating_add(one.menjadi.0);
        let name = format!("{} – {}", one.jenis.code(), lang.say(one.jenis.label()));
        table.row(vec![plain(name), money(one.menjadi.0), money(one.nilai().0), money(one.semula.0)]);
    }
    if let Some(nilai) = found.denda.nilai {
        after = after.saturating_add(nilai.0);
        table.row(vec![plain(t.fine_title), money(nilai.0), money(nilai.0), money(0)]);
    }
    table.foot(vec![plain(t.sum), money(after), money(after.saturating_sub(before)), money(before)]);
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
            let (percent, gap, amount) = (figure(fine.percent.normalize(), lang), short.to_letter(), nilai.to_letter());
            let ratio = Decimal::from(short.0) * Decimal::ONE_HUNDRED;
            let ratio = ratio.checked_div(Decimal::from(denda.dibayar.0)).map(|ratio| figure(ratio.round_dp(3), lang));
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
