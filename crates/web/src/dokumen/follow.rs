//! Status dan respon: whose turn it is, what can be done, the letters, and everything that happened.

use app::dokumen::{self, Can, Entry, Following, LetterRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use declaration::workflow::Stage;

use super::messages::DokumenTexts;
use super::parts::{grouped, lane, stage_badge};
use super::{PATH, path};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Fact, Facts, Form, Inset, Link, NotificationBanner, Piece, Timeline, TimelineEvent, Tone,
};
use crate::visit::{Visit, npwp, run};

struct Letter {
    title: String,
    number: String,
    at: (String, String),
    href: String,
    replaced: bool,
}

struct Wait {
    reason: String,
    badge: Option<Badge>,
    facts: Facts,
    beside: Vec<String>,
}

#[derive(Template)]
#[template(path = "dokumen/status.html")]
struct StatusView {
    t: &'static DokumenTexts,
    aju: String,
    badge: Badge,
    lane: Option<Badge>,
    facts: Facts,
    partner: Option<NotificationBanner>,
    notes: Vec<Inset>,
    wait: Option<Wait>,
    /// Said when nothing is awaited.
    nothing: &'static str,
    actions: Piece,
    others: Piece,
    letters: Vec<Letter>,
    timeline: Timeline,
}

/// `GET /dokumen/{aju}/status`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let seen = run(&web, move |app| dokumen::follow(app, &actor, &aju)).await?;
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let mine = seen.turn.as_ref().is_some_and(|turn| turn.mine);
    let view = StatusView {
        t,
        aju: grouped(&seen.nomor_aju),
        badge: stage_badge(seen.stage, mine, lang),
        lane: lane(seen.jalur.as_deref(), lang),
        facts: facts(&seen, lang),
        partner: partner(&seen, lang),
        notes: notes(&seen, lang),
        wait: wait(&seen, lang),
        nothing: if seen.stage == Stage::Finished { t.wait_over } else { t.wait_none },
        actions: actions(&seen, &visit),
        others: others(&seen, lang),
        letters: seen.letters.iter().map(|row| letter(&seen, row, lang)).collect(),
        timeline: Timeline { events: seen.entries.iter().map(|entry| event(&seen, entry, lang)).collect() },
    };
    let title = format!("{} – {}", t.status_title, view.aju);
    Ok(shell::render(&visit.place(&web).back(PATH).wide(), &title, &view)?.into_response())
}

fn facts(seen: &Following, lang: Lang) -> Facts {
    let t = DokumenTexts::of(lang);
    let mut facts = vec![
        Fact::indonesian(t.col_company, seen.nama_importir.clone()),
        Fact::indonesian(t.company, format!("{}, NPWP {}", seen.perusahaan.0, npwp(&seen.perusahaan.1))),
        Fact::indonesian(t.col_office, format!("{} {}", seen.kantor.0, seen.kantor.1)),
    ];
    if let Some((number, day)) = &seen.pendaftaran {
        facts.push(Fact::text(t.col_registered, format!("{number}, {}", format::date(*day, lang))));
    }
    Facts { facts }
}

fn partner(seen: &Following, lang: Lang) -> Option<NotificationBanner> {
    let t = DokumenTexts::of(lang);
    let (name, _, since) = seen.turn.as_ref()?.partner.as_ref()?;
    let pairs = [("mitra", name.as_str()), ("kapan", &format::minute(*since, lang))];
    Some(NotificationBanner::warning(lang, fill(t.partner_down, &pairs)).id("mitra"))
}

fn notes(seen: &Following, lang: Lang) -> Vec<Inset> {
    let t = DokumenTexts::of(lang);
    let mut notes = Vec::new();
    if let Some(asked) = &seen.state.perbaikan {
        let n = asked.perubahan.len().to_string();
        let pairs = [("n", n.as_str()), ("kapan", &format::minute(asked.sejak, lang))];
        let words = if asked.disetujui.is_some() { t.amend_to_pay } else { t.amend_pending };
        notes.push(Inset { text: fill(words, &pairs).into() });
    }
    if let Some(asked) = &seen.state.batal {
        let kapan = format::minute(asked.sejak, lang);
        notes.push(Inset { text: fill(t.cancel_pending, &[("kapan", &kapan)]).into() });
    }
    notes
}

fn wait(seen: &Following, lang: Lang) -> Option<Wait> {
    let (t, turn) = (DokumenTexts::of(lang), seen.turn.as_ref()?);
    let badge = match (turn.late, turn.mine) {
        (true, _) => Some(Badge::new(Tone::Bad, t.wait_late)),
        (_, true) => Some(Badge::new(Tone::Warn, t.wait_mine)),
        _ => None,
    };
    let mut facts = vec![
        Fact::text(t.wait_owner, lang.say(&turn.owner)),
        Fact::text(t.wait_until, format::deadline(turn.until, lang)),
        Fact::text(t.wait_since, format::moment(turn.since, lang)),
    ];
    if !turn.mine {
        // What others take is worth knowing; how long the reader takes is up to him.
        facts.push(Fact::text(t.wait_usual, format::span(turn.usually.as_secs(), lang)));
    }
    facts.push(Fact::text(t.wait_then, lang.say(&turn.consequence)));
    let beside = turn.beside.iter().map(|side| {
        let (owner, then) = (lang.say(&side.owner), lang.say(&side.consequence));
        format!("{}: {owner}. {then}", format::due(side.until, lang))
    });
    Some(Wait { reason: lang.say(&turn.reason), badge, facts: Facts { facts }, beside: beside.collect() })
}

/// What is asked of the reader now: the first one is the page's primary button.
fn actions(seen: &Following, visit: &Visit) -> Piece {
    let (t, can) = (DokumenTexts::of(visit.lang()), &seen.can);
    let at = |page: &str| path(&seen.nomor_aju, page);
    let fix = if seen.stage == Stage::Recording { t.act_continue } else { t.act_fix };
    let payable = seen.state.billing.iter().any(|b| b.status == declaration::workflow::StatusBilling::Aktif);
    let links = [
        (can.edit, if seen.stage == Stage::Recording { at("isi") } else { at("periksa") }, fix),
        (payable, at("bayar"), t.act_pay),
        (can.rebill.is_some(), at("bayar"), t.act_rebill),
        (can.upload, at("unggah"), t.act_upload),
        (can.ready, at("siap"), t.act_ready),
        (can.answer.is_some(), at("jawab"), t.act_answer),
        (can.licence, at("jawab"), t.act_licence),
        (can.object, at("keberatan"), t.act_object),
    ];
    let mut buttons = Buttons::new();
    for (n, (_, href, words)) in links.into_iter().filter(|(yes, ..)| *yes).enumerate() {
        let button = if n == 0 { Button::primary(words) } else { Button::secondary(words) };
        buttons = buttons.with(button.href(href));
    }
    let mut pieces = vec![Piece::from(buttons)];
    if can.rematch {
        let form = Form::post(at("cocokkan"), visit.csrf()).with(Button::secondary(t.act_rematch));
        pieces.push(form.into());
    }
    Piece::join(&pieces)
}

fn others(seen: &Following, lang: Lang) -> Piece {
    let (t, can) = (DokumenTexts::of(lang), &seen.can);
    let Can { amend, cancel, bills, .. } = *can;
    let link = |words: &'static str, href: String| Button::link_like(words).href(href);
    let mut buttons = Buttons::new()
        .with(link(t.view_whole, format!("{PATH}/{}", seen.nomor_aju)))
        .with(link(t.print_form, path(&seen.nomor_aju, "cetak")));
    for (yes, page, words) in
        [(bills, "bayar", t.pay_title), (amend, "perbaikan", t.act_amend), (cancel, "batal", t.act_cancel)]
    {
        if yes {
            buttons = buttons.with(link(words, path(&seen.nomor_aju, page)));
        }
    }
    buttons.into()
}

fn letter(seen: &Following, row: &LetterRow, lang: Lang) -> Letter {
    Letter {
        title: row.title.clone(),
        number: row.nomor.clone().unwrap_or_default(),
        at: (format::minute(row.at, lang), format::machine(row.at)),
        href: path(&seen.nomor_aju, &format!("surat/{}", row.id)),
        replaced: row.replaced,
    }
}

fn event(seen: &Following, entry: &Entry, lang: Lang) -> TimelineEvent {
    let t = DokumenTexts::of(lang);
    let mut text = lang.say(&entry.text);
    if let Some(until) = entry.until {
        let by = fill(t.by, &[("kapan", &format::due(until, lang))]);
        text = if text.is_empty() { by } else { format!("{text} ({by})") };
    }
    let role = lang.say(&entry.role);
    let title = lang.say(&entry.title);
    TimelineEvent {
        title: entry.kode_proses.as_ref().map_or(title.clone(), |code| format!("{title} ({code})")).into(),
        at: (format::moment(entry.at, lang), format::machine(entry.at)),
        actor: entry.name.as_ref().map_or(role.clone(), |name| format!("{name}, {role}")).into(),
        text: (!text.is_empty()).then(|| text.into()),
        links: entry
            .letters
            .iter()
            .map(|(_, short, id)| Link::new(path(&seen.nomor_aju, &format!("surat/{id}")), format!("{short} (PDF)")))
            .collect(),
    }
}
