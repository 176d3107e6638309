//! The overview of a draft: nine tasks with their state, and what can be done with the whole.

use app::UseCase;
use app::draft::Draft;
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::layout::Bagian;
use declaration::workflow::Stage;

use super::bagian::open;
use super::frame::{Page, path, section_path, state};
use super::goods_messages::GoodsTexts;
use super::messages::RekamTexts;
use crate::format;
use crate::lang::Lang;
use crate::perusahaan::sheet::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Fact, Facts, Form, Piece, Task, TaskList};
use crate::visit::Visit;

/// `GET /dokumen/{aju}/isi`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let mut parts: Vec<Piece> = Vec::new();
    if draft.editable {
        parts.push(Words::new(t.overview_lead).into());
    }
    parts.push(tasks(&draft, lang).into());
    parts.push(facts(&draft, lang).into());
    parts.push(actions(&visit, &draft)?);
    Page::new(None, t.overview, Piece::join(&parts), lang).answer(&web, &visit, &draft)
}

fn tasks(draft: &Draft, lang: Lang) -> TaskList {
    let t = RekamTexts::of(lang);
    let task = |bagian: Bagian| {
        let name = lang.say(&bagian.title());
        Task::new(name, state(draft, bagian, t)).href(section_path(draft, bagian)).hint(hint(bagian, t))
    };
    TaskList { id: "bagian", tasks: Bagian::ALL.into_iter().map(task).collect() }
}

/// What one needs at hand for a section.
fn hint(bagian: Bagian, t: &'static RekamTexts) -> &'static str {
    match bagian {
        Bagian::Header => t.hint_header,
        Bagian::Entitas => t.hint_entitas,
        Bagian::Dokumen => t.hint_dokumen,
        Bagian::Pengangkutan => t.hint_pengangkutan,
        Bagian::Kemasan => t.hint_kemasan,
        Bagian::Transaksi => t.hint_transaksi,
        Bagian::Barang => t.hint_barang,
        Bagian::Pungutan => t.hint_pungutan,
        Bagian::Pernyataan => t.hint_pernyataan,
    }
}

fn facts(draft: &Draft, lang: Lang) -> Facts {
    let t = RekamTexts::of(lang);
    Facts {
        facts: vec![
            Fact::code(t.aju, draft.nomor_aju.to_grouped()),
            Fact::indonesian(t.company, draft.perusahaan.0.clone()),
            Fact::text(t.stage, lang.say(&draft.stage.label())),
            Fact::text(t.changed, format::minute(draft.updated, lang)),
        ],
    }
}

fn actions(visit: &Visit, draft: &Draft) -> Result<Piece, Problem> {
    let t = RekamTexts::of(visit.lang());
    let mut top = Buttons::new();
    if draft.editable {
        top = top.with(Button::primary(t.check_title).href(path(draft, "periksa")));
    }
    top = top.with(Button::secondary(t.print).href(path(draft, "cetak-draf")));
    let file = GoodsTexts::of(visit.lang()).download_document;
    top = top.with(Button::secondary(file).href(path(draft, "unduh")));
    if visit.actor()?.may(UseCase::RecordDeclaration).is_ok() {
        top = top.with(Form::post(path(draft, "salin"), visit.csrf()).with(Button::secondary(t.copy)));
    }
    let may_delete = visit.actor()?.may(UseCase::DeleteDraft).is_ok();
    if draft.stage == Stage::Recording && may_delete {
        let delete = Form::post(path(draft, "hapus"), visit.csrf()).confirm(super::hapus::question(visit, draft));
        top = top.with(delete.with(Button::link_like(t.delete)));
    }
    Ok(top.into())
}
