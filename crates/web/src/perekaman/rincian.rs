//! The details of one goods line: all its members, its levies, its papers.

use app::draft::{self, Draft, LineEdit, Saved};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::document::{AnyField, Entitas, split_list_step};
use declaration::layout::Bagian;

use super::bagian::{back_button, from, keep, open, went_back};
use super::barang::{ROWS, conflict, tariff, wrong};
use super::field::Fields;
use super::frame::{Page, path};
use super::goods_messages::GoodsTexts;
use super::groups::Group;
use super::messages::RekamTexts;
use super::values::{Reading, Values};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Checkboxes, Choice, Form, FormErrors, Link, Piece, components};
use crate::visit::{Posted, Visit, attempt, done, errors_of, see_other};

const GOODS: &[&str] =
    &["posTarif", "uraian", "merk", "tipe", "ukuran", "spesifikasiLain", "kodeBarang", "pernyataanLartas"];
const AMOUNTS: &[&str] =
    &["jumlahSatuan", "kodeSatuanBarang", "jumlahKemasan", "kodeJenisKemasan", "netto", "bruto", "volume"];
const PRICE: &[&str] =
    &["nilaiBarang", "hargaSatuan", "diskon", "nilaiTambah", "fob", "freight", "asuransi", "cif", "cifRupiah"];
const VALUATION: &[&str] = &["metodePenentuanNilai", "alasanMetodePenentuanNilai", "statementPerbedaanHarga"];
const OTHER: &[&str] = &["kodeKondisiBarang", "kodeNegaraAsal", "kodeKategoriBarang", "seriIjin"];
const QUOTA: &[&str] = &["saldoAwal", "saldoAkhir"];
const EXCISE: &[&str] = &["hjeCukai", "tarifCukai", "jumlahPitaCukai", "jumlahDilekatkan", "isiPerKemasan"];
const VEHICLE: &[&str] = &["kapasitasSilinder", "tahunPembuatan"];
const LEVY: &[&str] =
    &["kodeJenisPungutan", "kodeJenisTarif", "tarif", "kodeFasilitasTarif", "tarifFasilitas", "jumlahSatuan"];
const VD: &[&str] = &["kodeJenisVd", "nilaiBarangVd", "tanggalJatuhTempo"];
const SPECIAL: &[&str] = &["kodeSpekKhusus", "uraianBarangSpekKhusus"];

fn find(draft: &Draft, key: u32) -> Result<usize, Problem> {
    draft.lines.iter().position(|line| line.key == key).ok_or(Problem::NotFound)
}

/// The input on a line's page where a finding about a member is mended; that of a whole list begins with its first row.
pub fn details(member: &str) -> String {
    let list = member.split('[').next().unwrap_or(member);
    let first = match list {
        "barangDokumen" => return "dokumen".to_owned(),
        "barangPemilik" => return "pemilik".to_owned(),
        "barangTarif" => LEVY,
        "barangSpekKhusus" => SPECIAL,
        "barangVd" => VD,
        _ => return member.to_owned(),
    };
    match (split_list_step(member), first.first()) {
        (None, Some(name)) => format!("{list}[0].{name}"),
        (Some((_, row, "")), Some(name)) => format!("{list}[{row}].{name}"),
        _ => member.to_owned(),
    }
}

/// `GET /dokumen/{aju}/isi/barang/{kunci}`.
pub async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, key)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key: u32 = key.parse().map_err(|_| Problem::NotFound)?;
    let draft = open(&web, &visit, &aju).await?;
    let index = find(&draft, key)?;
    let chosen = Some((visit.query("isi"), visit.query("nilai"))).filter(|(name, _)| !name.is_empty());
    let mut errors = FormErrors::new(visit.lang());
    let prefix = format!("barang[{index}].");
    for finding in wrong(&draft, index) {
        let member = finding.pointer.as_str().strip_prefix(&prefix).unwrap_or_default();
        errors.add(details(member), visit.lang().say(&finding.message));
    }
    page(&web, &visit, &draft, index, errors, chosen)
}

fn page(
    web: &Web,
    visit: &Visit,
    draft: &Draft,
    index: usize,
    errors: FormErrors,
    chosen: Option<(String, String)>,
) -> Result<Response, Problem> {
    let (lang, t, g) = (visit.lang(), RekamTexts::of(visit.lang()), GoodsTexts::of(visit.lang()));
    let line = draft.lines.get(index).ok_or(Problem::NotFound)?;
    let here = keep(&path(draft, &format!("isi/barang/{}", line.key)), visit);
    let fields =
        Fields { draft, values: Values::of(draft, lang), errors: errors.clone(), lang, chosen, here: here.clone() };
    let item = Item { fields: &fields, index };
    let number = (index + 1).to_string();
    let mut form = Form::post(here, visit.csrf()).hidden("tanda", line.mark.clone());
    if draft.editable {
        form = form.with(Form::default_button("langkah", "simpan", t.save));
        // The page is long: who came for one field need not look for the end of it.
        form = form.with(Buttons::new().with(Button::secondary(t.save).value("langkah", "simpan").about(g.item_above)));
    }
    for group in item.groups(t, g) {
        form = form.with(group);
    }
    if draft.full.dokumen.is_empty() {
        form = form.with(Words::new(g.item_no_papers));
    } else {
        form = form.with(item.papers(t));
    }
    form = item.owners(g).into_iter().fold(form, Form::with);
    if draft.editable {
        form = form.with(buttons(visit, index + 1 < draft.lines.len()));
    }
    let grid = format!("{}?hal={}", path(draft, "isi/barang"), index / ROWS + 1);
    let back = Link::new(keep(&grid, visit), t.item_back);
    let mut parts: Vec<Piece> = vec![crate::perekaman::to(&back), walk(visit, draft, index)];
    parts.extend(tariff(draft, index, lang).map(|text| Words::new(text).into()));
    parts.push(form.into());
    parts.extend(super::pungutan::item(draft, index, lang));
    let title = fill(t.item_title, &[("n", &number)]);
    let mut page = Page::new(Some(Bagian::Barang), title, Piece::join(&parts), lang);
    page.errors = errors;
    page.answer(web, visit, draft)
}

/// The ways to save at the end of the page.
fn buttons(visit: &Visit, more: bool) -> Buttons {
    let (t, g) = (RekamTexts::of(visit.lang()), GoodsTexts::of(visit.lang()));
    let next = |button: Button| button.value("langkah", "lanjut");
    let save = |button: Button| button.value("langkah", "simpan");
    match (from(visit), more) {
        (Some(from), true) => Buttons::new()
            .with(back_button(from, t))
            .with(save(Button::secondary(t.save)))
            .with(next(Button::secondary(g.item_save_next))),
        (Some(from), false) => Buttons::new().with(back_button(from, t)).with(save(Button::secondary(t.save))),
        (None, true) => {
            Buttons::new().with(next(Button::primary(g.item_save_next))).with(save(Button::secondary(t.save)))
        }
        (None, false) => Buttons::new().with(save(Button::primary(t.save))),
    }
}

#[derive(Template)]
#[template(
    source = "<nav class=\"perkakas\" aria-label=\"{{ label }}\"><ul>{% for link in links %}<li><a href=\"{{ link.href }}\" rel=\"{% if loop.first && links.len() > 1 %}prev{% else %}next{% endif %}\">{{ link.text }}</a></li>{% endfor %}</ul></nav>",
    ext = "html"
)]
struct Walk {
    label: &'static str,
    links: Vec<Link>,
}

components!(Walk);

/// The lines before and after.
fn walk(visit: &Visit, draft: &Draft, index: usize) -> Piece {
    let g = GoodsTexts::of(visit.lang());
    let to = |index: Option<usize>, text: &'static str| {
        let line = draft.lines.get(index?)?;
        Some(Link::new(keep(&path(draft, &format!("isi/barang/{}", line.key)), visit), text))
    };
    let before = to(index.checked_sub(1), g.item_previous);
    let links: Vec<Link> = before.into_iter().chain(to(Some(index + 1), g.item_next)).collect();
    if links.is_empty() { Piece::default() } else { Piece::of(&Walk { label: g.item_walk, links }) }
}

struct Item<'a> {
    fields: &'a Fields<'a>,
    index: usize,
}

impl Item<'_> {
    fn field(&self, member: &str) -> Option<Piece> {
        self.fields.named(&format!("barang[{}].{member}", self.index), member)
    }

    fn card(&self, id: &str, title: &str, members: &[&str]) -> Group {
        Group {
            id: id.to_owned(),
            title: title.to_owned(),
            hint: None,
            hidden: Vec::new(),
            fields: members.iter().filter_map(|member| self.field(member)).collect(),
            action: None,
            row: false,
            add: None,
        }
    }

    fn groups(&self, t: &'static RekamTexts, g: &'static GoodsTexts) -> Vec<Group> {
        let line = &self.fields.draft.typed.barang[self.index];
        let mut all = vec![
            self.card("jenis", t.item_goods, GOODS),
            self.card("keterangan", g.item_other, OTHER),
            self.card("jumlah", t.item_amounts, AMOUNTS),
            self.card("harga", t.item_price, PRICE),
            self.card("nilai", t.item_value, VALUATION),
        ];
        all.extend(self.rows("barangTarif", (t.item_levies, Some(t.item_levies_hint)), LEVY, line.barang_tarif.len()));
        all.extend(self.rows("barangSpekKhusus", (t.item_special, None), SPECIAL, line.barang_spek_khusus.len()));
        if self.fields.values.raw("flagVd") == "Y" || !line.barang_vd.is_empty() {
            all.extend(self.rows("barangVd", (t.item_vd, None), VD, line.barang_vd.len()));
        }
        all.push(self.card("saldo", g.item_quota, QUOTA));
        all.push(self.card("cukai", g.item_excise, EXCISE));
        all.push(self.card("kendaraan", g.item_vehicle, VEHICLE));
        all
    }

    fn rows(
        &self,
        list: &str,
        (title, hint): (&str, Option<&'static str>),
        members: &[&str],
        stored: usize,
    ) -> Vec<Group> {
        let t = self.fields.t();
        let shown = if self.fields.draft.editable { stored + 1 } else { stored };
        (0..shown)
            .map(|row| {
                let number = (row + 1).to_string();
                let remove = (row < stored && self.fields.draft.editable).then(|| {
                    Button::link_like(fill(t.remove_row, &[("n", &number)]))
                        .value("hapus", format!("{list}[{row}]."))
                        .about(title.to_owned())
                });
                Group {
                    id: if row == 0 { list.to_owned() } else { format!("{list}[{row}]") },
                    title: format!("{title} {number}"),
                    hint: if row == 0 { hint } else { None },
                    hidden: Vec::new(),
                    fields: members.iter().filter_map(|name| self.field(&format!("{list}[{row}].{name}"))).collect(),
                    action: remove,
                    row: true,
                    add: None,
                }
            })
            .collect()
    }

    /// Which papers of the document belong to this line.
    fn papers(&self, t: &'static RekamTexts) -> Checkboxes {
        let draft = self.fields.draft;
        let ticked: Vec<String> =
            draft.typed.barang[self.index].barang_dokumen.iter().map(|row| row.seri_dokumen.text()).collect();
        let mut boxes = Checkboxes::new("dokumen", t.item_papers).small();
        for paper in &draft.full.dokumen {
            let text = format!("{} – {}", paper.kode_dokumen.text(), paper.nomor_dokumen.text());
            boxes = boxes.choice(Choice::new(paper.seri_dokumen.text(), text));
        }
        let ticked: Vec<&str> = ticked.iter().map(String::as_str).collect();
        boxes.values(&ticked)
    }
}

impl Item<'_> {
    /// Which owners the line belongs to, where the document names any.
    fn owners(&self, g: &'static GoodsTexts) -> Option<Checkboxes> {
        let draft = self.fields.draft;
        let owners: Vec<&Entitas> = draft.full.entitas.iter().filter(|party| is_owner(party)).collect();
        if owners.is_empty() {
            return None;
        }
        let rows = &draft.typed.barang[self.index].barang_pemilik;
        let ticked: Vec<String> = rows.iter().map(|row| row.seri_entitas.text()).collect();
        let boxes = owners.iter().fold(Checkboxes::new("pemilik", g.item_owner).small(), |boxes, party| {
            boxes.choice(Choice::new(party.seri_entitas.text(), party.nama_entitas.text()))
        });
        let ticked: Vec<&str> = ticked.iter().map(String::as_str).collect();
        Some(boxes.values(&ticked))
    }
}

fn edit(posted: &Posted, lang: Lang, key: u32) -> LineEdit {
    let mut reading = Reading::new(lang);
    let mark = Some(posted.text("tanda")).filter(|mark| !mark.is_empty());
    let mut edit = LineEdit { key, mark, ..LineEdit::default() };
    for (name, value) in posted.pairs() {
        let pointer = format!("barang[0].{name}");
        if reading.knows(&pointer) {
            edit.values.push((name.to_owned(), reading.of(&pointer, value)));
        }
    }
    if let Some((list, row, _)) = split_list_step(posted.get("hapus")) {
        edit.remove.push((list.to_owned(), row));
    }
    edit
}

/// The ticks as rows of a list: rows that lost their tick become blank, and blank rows go away.
fn tick(edit: &mut LineEdit, (list, member): (&str, &str), ticked: &[&str], stored: usize) {
    for row in 0..ticked.len().max(stored).min(100) {
        let seri = ticked.get(row).copied().unwrap_or_default();
        edit.values.push((format!("{list}[{row}].{member}"), seri.to_owned()));
        if list == "barangPemilik" {
            // The portal numbers the line and its owners; both are mandatory where there is an owner.
            let number = if seri.is_empty() { String::new() } else { (row + 1).to_string() };
            edit.values.push((format!("{list}[{row}].seriBarangPemilik"), number));
        }
    }
}

/// A party that may own single lines.
fn is_owner(party: &Entitas) -> bool {
    party.kode_entitas.text() == "7"
}

/// `POST /dokumen/{aju}/isi/barang/{kunci}`.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, key)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let key: u32 = key.parse().map_err(|_| Problem::NotFound)?;
    let draft = open(&web, &visit, &aju).await?;
    let index = find(&draft, key)?;
    let mut edit = edit(&posted, visit.lang(), key);
    let line = draft.typed.barang.get(index).cloned().unwrap_or_default();
    tick(&mut edit, ("barangDokumen", "seriDokumen"), &posted.all("dokumen"), line.barang_dokumen.len());
    if draft.full.entitas.iter().any(is_owner) {
        tick(&mut edit, ("barangPemilik", "seriEntitas"), &posted.all("pemilik"), line.barang_pemilik.len());
    }
    let here = keep(&path(&draft, &format!("isi/barang/{key}")), &visit);
    let (actor, typed) = (visit.actor()?, edit.clone());
    match attempt(&web, move |app| draft::save_lines(app, &actor, &aju, vec![typed])).await? {
        Ok(Saved::Done(_)) => {
            if let Some(back) = went_back(&posted, &visit, draft.nomor_aju.as_ref()) {
                return Ok(back);
            }
            let next = draft.lines.get(index + 1).filter(|_| posted.get("langkah") == "lanjut");
            let next = next.map(|line| keep(&path(&draft, &format!("isi/barang/{}", line.key)), &visit));
            Ok(after(&posted, next.as_deref().unwrap_or(&here), &here))
        }
        Ok(Saved::Conflict(theirs, _)) => {
            let draft = open(&web, &visit, draft.nomor_aju.as_ref()).await?;
            let name = |_: usize, _: &LineEdit, member: &str| member.to_owned();
            conflict(&web, &visit, &draft, (&[edit], &theirs), (here, name)).await
        }
        Err(error) => page(&web, &visit, &draft, index, errors_of(&error, visit.lang()), None),
    }
}

fn after(posted: &Posted, next: &str, here: &str) -> Response {
    match posted.get("cari").split_once(' ') {
        Some((table, member)) => {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair("untuk", member).append_pair("kembali", here).append_pair("q", posted.get(member));
            see_other(&format!("/cari/{table}?{}", query.finish()))
        }
        None => done(next, "tersimpan"),
    }
}
