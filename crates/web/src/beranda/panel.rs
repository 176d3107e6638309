//! What a trader sees first: what needs him, where his documents are, how long it took, whether the partners answer.

use app::UseCase;
use app::dokumen::{self, Listed, Overview};
use askama::Template;

use super::chart::Chart;
use super::messages::BerandaTexts;
use crate::dokumen::{path, stage_badge};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Badge, Button, Link, NotificationBanner, Piece, components};
use crate::visit::{Visit, run};

struct Need {
    link: Link,
    importer: String,
    badge: Badge,
    reason: String,
    by: (String, String),
    late: bool,
}

struct Row {
    link: Option<Link>,
    name: String,
    value: String,
    more: String,
}

#[derive(Template)]
#[template(path = "beranda/panel.html")]
struct Panel {
    t: &'static BerandaTexts,
    first: Option<Button>,
    needs: Vec<Need>,
    all: Option<Link>,
    groups: Vec<Row>,
    groups_chart: Chart,
    medians: Vec<Row>,
    medians_chart: Chart,
    clients: Vec<Row>,
    partners: Vec<NotificationBanner>,
}

components!(Panel);

/// The panel; none for whoever has no documents to look after.
pub async fn panel(web: &Web, visit: &Visit) -> Result<Option<Piece>, Problem> {
    let actor = visit.actor()?;
    if actor.company_id.is_none() || actor.may(UseCase::ReadDeclaration).is_err() {
        return Ok(None);
    }
    let records = actor.may(UseCase::RecordDeclaration).is_ok();
    let seen = run(web, move |app| dokumen::overview(app, &actor)).await?;
    let (lang, t) = (visit.lang(), BerandaTexts::of(visit.lang()));
    let number = |n: i64| format::number(n, lang);
    let groups: Vec<Row> = seen
        .groups
        .iter()
        .map(|(group, n)| Row {
            link: Some(Link::new(format!("/dokumen?keadaan={}", group.word()), lang.say(&group.label()))),
            name: lang.say(&group.label()),
            value: number(*n),
            more: String::new(),
        })
        .collect();
    let bars = |rows: &[(String, String, i64)]| -> Vec<(String, String, u64)> {
        rows.iter().map(|(a, b, n)| (a.clone(), b.clone(), n.unsigned_abs())).collect()
    };
    let by_group: Vec<_> = seen.groups.iter().map(|(g, n)| (lang.say(&g.label()), number(*n), *n)).collect();
    let by_step: Vec<_> =
        seen.medians.iter().map(|m| (lang.say(&m.name), format::span(m.seconds, lang), m.seconds)).collect();
    let empty = seen.groups.is_empty();
    let view = Panel {
        t,
        first: (empty && records).then(|| Button::primary(t.first_button).href("/dokumen/tambah")),
        needs: seen.mine.iter().map(|listed| need(listed, lang)).collect(),
        all: more(&seen, t),
        groups,
        groups_chart: Chart::new("menurut-status", t.groups.to_owned(), t.chart, &bars(&by_group)),
        medians: seen
            .medians
            .iter()
            .map(|m| Row {
                link: None,
                name: lang.say(&m.name),
                value: format::span(m.seconds, lang),
                more: number(i64::try_from(m.count).unwrap_or_default()),
            })
            .collect(),
        medians_chart: Chart::new("lama-langkah", t.medians.to_owned(), t.chart, &bars(&by_step)),
        clients: seen
            .clients
            .iter()
            .map(|c| Row {
                link: Some(Link::new(format!("/dokumen?klien={}", c.company_id), c.nama.clone())),
                name: c.nama.clone(),
                value: number(c.documents),
                more: number(c.waiting),
            })
            .collect(),
        partners: partners(web, lang),
    };
    Ok(Some(view.into()))
}

fn more(seen: &Overview, t: &'static BerandaTexts) -> Option<Link> {
    let rest = seen.waiting > i64::try_from(seen.mine.len()).unwrap_or_default();
    let words = fill(t.mine_all, &[("n", &seen.waiting.to_string())]);
    rest.then(|| Link::new("/dokumen?giliran=saya&urut=batas", words))
}

fn need(listed: &Listed, lang: Lang) -> Need {
    let aju = &listed.nomor_aju;
    let turn = listed.turn.as_ref();
    let until = turn.map_or(listed.updated, |turn| turn.until);
    Need {
        link: Link::new(path(aju, "status"), crate::dokumen::grouped(aju)),
        importer: listed.nama_importir.clone(),
        badge: stage_badge(listed.stage, true, lang),
        reason: turn.map(|turn| lang.say(&turn.reason)).unwrap_or_default(),
        by: (
            turn.map_or_else(|| format::minute(until, lang), |turn| format::due(turn.until, lang)),
            format::machine(until),
        ),
        late: turn.is_some_and(|turn| turn.late),
    }
}

/// Partners that do not answer; silence is good news.
fn partners(web: &Web, lang: Lang) -> Vec<NotificationBanner> {
    let t = BerandaTexts::of(lang);
    let states = (web.extras().partner_states)();
    let told = states.into_iter().enumerate().filter_map(|(n, (name, state))| {
        let words = match state.to_ascii_lowercase().replace(['-', '_'], "").as_str() {
            "closed" => return None,
            "open" => t.partner_down,
            _ => t.partner_trying,
        };
        let text = fill(words, &[("mitra", &name)]);
        Some(NotificationBanner::warning(lang, text).id(format!("mitra-{n}")))
    });
    told.collect()
}
