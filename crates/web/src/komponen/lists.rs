//! Samples of lists, steps, requests.

use super::messages::SampleTexts;
use super::{Block, Look};
use crate::lang::Lang;
use crate::ui::{
    Attachment, Badge, Breadcrumbs, BulkAction, Button, Cell, Column, DaftarTabel, FormErrors, Link, ListQuery, Piece,
    RequestForm, Row, Section, SectionList, Select, Task, TaskList, Textarea, Timeline, TimelineEvent, Tone,
};

pub(super) fn whereabouts(lang: Lang, t: &'static SampleTexts) -> Vec<Block> {
    let crumbs = Breadcrumbs::new(lang, vec![Link::new("/", t.documents), Link::new("/", t.list)], t.header);
    let tasks = vec![
        Task::new(t.header, Badge::new(Tone::Good, t.state_done)).href("#nama"),
        Task::new(t.goods, Badge::new(Tone::Bad, t.state_wrong_count)).href("#nilai").hint(t.task_hint),
        Task::new(t.payment, Badge::new(Tone::Neutral, t.state_todo)),
    ];
    let section = |text: &'static str, state: Option<Badge>, current| Section {
        link: Link::new("/komponen", text),
        state,
        current,
    };
    let sections = vec![
        section(t.header, Some(Badge::new(Tone::Good, t.state_done)), false),
        section(t.goods, Some(Badge::new(Tone::Bad, t.state_wrong_count)), true),
        section(t.payment, None, false),
    ];
    let at = || (t.at_first.to_owned(), "2026-03-05T03:09:00Z".to_owned());
    let events = vec![
        TimelineEvent {
            title: t.status_note.into(),
            at: at(),
            actor: t.status_note_by.into(),
            text: Some(t.status_note_text.into()),
            links: vec![Link::new("/komponen", t.status_letter)],
        },
        TimelineEvent {
            title: t.status_sent.into(),
            at: at(),
            actor: "Sri Contoh Rahayu".into(),
            text: None,
            links: Vec::new(),
        },
    ];
    vec![
        Block { name: "Breadcrumbs", body: crumbs.into() },
        Block { name: "TaskList", body: TaskList { id: "tugas", tasks }.into() },
        Block { name: "SectionList", body: SectionList { label: t.documents.into(), sections }.into() },
        Block { name: "Timeline", body: Timeline { events }.into() },
    ]
}

pub(super) fn records(lang: Lang, t: &'static SampleTexts, look: Look, query: ListQuery) -> Vec<Block> {
    let columns = vec![
        Column::sortable("nama", t.list_number),
        Column::new(t.list_company),
        Column::sortable("nilai", t.list_value).numeric(),
        Column::new(t.list_state),
        Column::sortable("waktu", t.list_at),
    ];
    let kind = Select::new("jenis", t.list_kind)
        .form("dokumen-saring")
        .option("", t.list_all)
        .option("20", "20 - BC 2.0")
        .option("30", "30 - BC 3.0")
        .value(query.filter("jenis"));
    let bulk = vec![
        BulkAction { value: "ekspor", text: t.list_export.into() },
        BulkAction { value: "hapus", text: t.list_delete.into() },
    ];
    let rows = if look == Look::Empty { Vec::new() } else { rows(t) };
    let total = if look == Look::Empty { 0 } else { 1_234 };
    let list = DaftarTabel::new(lang, "dokumen", "/komponen", t.list, query)
        .columns(columns)
        .filter(kind)
        .search(t.search)
        .rows(rows, total)
        .bulk("/komponen", "contoh-token", bulk)
        .export(Link::new("/komponen?format=csv", t.list_csv))
        .empty(t.list_empty);
    vec![Block { name: "DaftarTabel, Pagination", body: list.into() }]
}

fn rows(t: &'static SampleTexts) -> Vec<Row> {
    let states = [
        Badge::new(Tone::Good, t.state_released),
        Badge::new(Tone::Bad, t.state_red),
        Badge::new(Tone::Warn, t.state_reject),
        Badge::new(Tone::Info, t.state_draft),
    ];
    let row = |(at, state): (usize, Badge)| {
        let number = format!("000020-CTH001-20260305-00001{at}");
        let cells = vec![
            if at == 1 {
                Cell::Link(Link::new("/komponen?dokumen=1", number.clone()))
            } else {
                Cell::Code(number.clone().into())
            },
            if at == 0 { Cell::Empty } else { Cell::Text("PT Contoh Sejahtera Abadi".into()) },
            Cell::Number(["1.234.567.890,00", "98.765,50", "0,00", "12.000.000,00"][at % 4].into()),
            Cell::Badge(state),
            Cell::Moment(t.at_first.into(), "2026-03-05T03:09:00Z".into()),
        ];
        Row::new(format!("d{at}"), number.clone(), cells)
            .action(Button::link_like(t.list_open).href(format!("/komponen?dokumen={at}")).about(number.clone()))
            .action(Button::link_like(t.list_copy).form("dokumen-massal").about(number))
    };
    states.into_iter().enumerate().map(row).collect()
}

pub(super) fn request(lang: Lang, t: &'static SampleTexts, errors: &FormErrors) -> Block {
    let kinds = vec![("861".into(), t.kind_letter.into()), ("862".into(), t.kind_deed.into())];
    let first = Attachment {
        kind: "861".into(),
        number: "12/SP/2026".into(),
        date: ["5".into(), "3".into(), "2026".into()],
        stored: None,
    };
    let form = RequestForm::new(lang, "/komponen", "contoh-token", errors)
        .data(Textarea::new("alasan-permohonan", t.request_reason).rows(3))
        .attachments(vec![first], kinds)
        .statement(None, false)
        .build();
    Block { name: "RequestForm", body: Piece::of(&form) }
}
