//! Samples of notices, fields, choices, buttons.

use super::messages::SampleTexts;
use super::{Block, Look};
use crate::lang::Lang;
use crate::ui::{
    Badge, Button, Buttons, Checkboxes, Choice, Confirm, DateField, Details, Fact, Facts, Field, FileUpload, Form,
    FormErrors, Inset, NotificationBanner, Panel, Password, Piece, Radios, Select, Summary, SummaryRow, Text, Textarea,
    Tone, Warning,
};

fn block(name: &'static str, body: impl Into<Piece>) -> Block {
    Block { name, body: body.into() }
}

fn typed(look: Look, right: &'static str, wrong: &'static str) -> &'static str {
    if look == Look::Wrong { wrong } else { right }
}

pub(super) fn asides(lang: Lang, t: &'static SampleTexts) -> Vec<Block> {
    let facts = Facts { facts: vec![Fact::text(t.name, "Sri Contoh Rahayu"), Fact::code(t.npwp, "0345678901234567")] };
    let summary = Summary::new(lang)
        .row(SummaryRow::new(t.name, "Sri Contoh Rahayu").change("#nama"))
        .row(SummaryRow::new(t.list_company, "PT Contoh Sejahtera Abadi").line("Jalan Rekaan 1, Jakarta").indonesian())
        .row(SummaryRow::piece(t.list_state, Badge::new(Tone::Good, t.state_done)).change("#peran"));
    let tones = [
        Badge::new(Tone::Good, t.state_released),
        Badge::new(Tone::Warn, t.state_part),
        Badge::new(Tone::Bad, t.state_red),
        Badge::new(Tone::Info, t.state_draft),
        Badge::new(Tone::Neutral, t.state_todo),
    ];
    let panel = Panel::new(t.panel).text(t.panel_text).number("000123").below_heading();
    vec![
        block("Panel", panel),
        block("NotificationBanner", NotificationBanner::info(lang, t.info).id("kabar")),
        block("NotificationBanner::warning", NotificationBanner::warning(lang, t.warning).id("awas")),
        block("Inset", Inset { text: t.inset.into() }),
        block("Warning", Warning::new(lang, t.danger)),
        block("Details", Details::new(t.details, Inset { text: t.details_text.into() })),
        block("Badge", Buttons::new().with(Piece::join(&tones.map(Piece::from)))),
        block("Facts", facts),
        block("Summary", summary),
    ]
}

pub(super) fn fields(lang: Lang, t: &'static SampleTexts, look: Look, errors: &FormErrors) -> Vec<Block> {
    let name = Field::text("nama", t.name)
        .value(typed(look, "Sri Contoh Rahayu", ""))
        .autocomplete("name")
        .no_spellcheck()
        .required();
    let mail = Field::email("surel", t.mail).hint(t.mail_hint).value(typed(look, "sri@contoh.example", "sri@"));
    let npwp = Field::digits("npwp", t.npwp).hint(t.npwp_hint).value(typed(look, "0345678901234567", "03.456"));
    let amount = Field::number("nilai", t.value).value("1.234.567,50").prefix("Rp");
    let weight = Field::number("berat", t.weight).value("12,5").suffix("kg");
    let date = DateField::new(lang, "lahir", t.date).hint(t.date_hint).birthday();
    let date = date.typed("27", typed(look, "3", "33"), "1990").errors(errors);
    vec![
        block("Field::text", name.errors(errors)),
        block("Field::email", mail.errors(errors)),
        block("Field::digits", npwp.max_length(22).width(20).errors(errors)),
        block("Field::tel", Field::tel("hp", t.phone).value("0812000000")),
        block("Field::number, prefix", amount),
        block("Field::number, suffix", weight),
        block("Field::search", Field::search("kata", t.search)),
        block("Field, read_only", Field::text("tetap", t.fixed).value("sri.contoh").read_only().width(20)),
        block("Password", Password::new(lang, "sandi", t.password).hint(t.password_hint).errors(errors)),
        block(
            "Textarea",
            Textarea::new("alasan", t.reason)
                .hint(t.date_hint)
                .value(t.details_text)
                .rows(4)
                .max_length(1_000)
                .errors(errors),
        ),
        block("DateField", date),
        block("FileUpload", FileUpload::new("surat", t.file, ".pdf").hint(t.file_hint).multiple().errors(errors)),
    ]
}

pub(super) fn choices(t: &'static SampleTexts, look: Look, errors: &FormErrors) -> Vec<Block> {
    let role = Select::new("peran", t.role)
        .hint(t.rights_hint)
        .option("", t.list_all)
        .option("perekam", t.role_recorder)
        .option("pengirim", t.role_sender)
        .option("pembaca", t.role_reader)
        .value(typed(look, "pengirim", ""))
        .errors(errors);
    let business = Choice::new("badan", t.kind_business).hint(t.kind_business_hint);
    let kind = Radios::new("jenis-pengguna", t.kind)
        .hint(t.details)
        .choice(business.inside(Field::digits("nib", t.kind_nib).width(20)))
        .choice(Choice::new("orang", t.kind_person))
        .value(typed(look, "badan", ""))
        .errors(errors);
    let short = Radios::new("kabari", t.express).inline();
    let short = short.choice(Choice::new("ya", t.yes)).choice(Choice::new("tidak", t.no)).value("ya");
    let rights = Checkboxes::new("hak", t.rights)
        .hint(t.rights_hint)
        .choice(Choice::new("lihat", t.right_see))
        .choice(Choice::new("rekam", t.right_record))
        .choice(Choice::new("kirim", t.right_send).hint(t.right_send_hint))
        .values(if look == Look::Wrong { &[] } else { &["lihat", "kirim"] })
        .errors(errors);
    let small = Checkboxes::new("hak-kecil", t.rights).small();
    let small =
        small.choice(Choice::new("lihat", t.right_see).name("hak-lihat")).choice(Choice::new("hapus", t.right_delete));
    vec![
        block("Select", role),
        block("Radios, inside", kind),
        block("Radios, inline", short),
        block("Checkboxes", rights),
        block("Checkboxes, small", small),
    ]
}

pub(super) fn buttons(lang: Lang, t: &'static SampleTexts) -> Vec<Block> {
    let all = Buttons::new()
        .with(Button::primary(t.save))
        .with(Button::secondary(t.cancel).href("/komponen"))
        .with(Button::warning(t.delete))
        .with(Button::secondary(t.list_copy).small().form("contoh-form").action("/komponen"));
    let question = Confirm::new(lang, t.confirm_text).title(t.delete).buttons(t.delete, t.cancel);
    let ask = Form::post("/komponen", "contoh-token")
        .id("contoh-form")
        .confirm(question.warning().id("tanya"))
        .with(Field::email("surel-konfirmasi", t.mail))
        .with(Buttons::new().with(Button::secondary(lang.ui().request_send)));
    let fields: [(&str, &str); 1] = [("surel", "sri@contoh.example")];
    let page = Confirm::new(lang, t.confirm_text).title(Text::Borrowed(t.confirm_form));
    let page = page.page("/komponen", "contoh-token", &fields, "/komponen");
    vec![block("Button, Buttons", all), block("Form::confirm", ask), block("Confirm::page", page.below_heading())]
}
