//! Recording: section by section, line by line, to the registration number.

use app::Error;
use app::draft::{self, Edit, LineEdit, Saved, Sending, Source};
use declaration::document::{AnyField, Path, Visit};
use declaration::layout::Bagian;
use declaration::workflow::Stage;
use declaration::{Limits, Pib, Raw, Section};
use kernel::Severity;
use testkit::{House, on_both};

/// What somebody types who has the papers before him: pointers and texts, without what the portal computes.
struct Typist(Vec<(String, String)>);

impl Visit for Typist {
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        if !field.blank() {
            self.0.push((at.pointer(name).to_string(), field.text()));
        }
    }

    fn extra(&mut self, _: &Path<'_>, _: &str, _: &Raw, _: bool) {}
}

fn papers(house: &House, sequence: u32, position: u32) -> Vec<(String, String)> {
    let json = house.document(sequence, position);
    let doc = Pib::parse(json.as_bytes(), &Limits::default()).unwrap();
    let mut typist = Typist(Vec::new());
    doc.walk(&Path::Root, &mut typist);
    typist.0
}

/// Types all of it into a draft, as the form would send it.
fn record(house: &House, who: &str, aju: &str, values: &[(String, String)]) {
    let actor = house.actor(who);
    for bagian in Bagian::ALL.into_iter().filter(|b| !matches!(b, Bagian::Barang | Bagian::Pungutan)) {
        let mine: Vec<_> = values.iter().filter(|(p, _)| Bagian::of_pointer(p) == bagian).cloned().collect();
        let edit = Edit { values: mine, ..Edit::default() };
        assert!(matches!(draft::save(&house.app, &actor, aju, bagian, edit), Ok(Saved::Done(_))), "{bagian:?}");
    }
    let typed = [
        "posTarif",
        "kodeBarang",
        "uraian",
        "merk",
        "tipe",
        "ukuran",
        "kodeNegaraAsal",
        "kodeKondisiBarang",
        "jumlahSatuan",
        "kodeSatuanBarang",
        "jumlahKemasan",
        "kodeJenisKemasan",
        "netto",
        "nilaiBarang",
    ];
    let mut lines: Vec<LineEdit> = Vec::new();
    for (pointer, text) in values {
        let Some(rest) = pointer.strip_prefix("barang[") else { continue };
        let (index, member) = rest.split_once("].").unwrap();
        let index: usize = index.parse().unwrap();
        lines.resize_with(lines.len().max(index + 1), LineEdit::default);
        if typed.contains(&member) {
            lines[index].values.push((member.to_owned(), text.clone()));
        }
    }
    draft::save_lines(&house.app, &actor, aju, lines).unwrap();
}

fn rejects(opened: &draft::Draft) -> Vec<String> {
    let all = opened.findings.iter().filter(|f| f.severity == Severity::Reject);
    all.map(|f| format!("{} {}: {}", f.code, f.pointer, f.message.id)).collect()
}

/// Without the figures that follow from others, and without the number.
fn by_hand(values: Vec<(String, String)>) -> Vec<(String, String)> {
    let computed = [
        "nomorAju",
        "ndpbm",
        "cif",
        "fob",
        "netto",
        "nilaiIncoterm",
        "nilaiBarang",
        "jumlahKontainer",
        "tanggalAju",
        "tanggalTtd",
        "asalData",
        "kodeDokumen",
    ];
    values.into_iter().filter(|(pointer, _)| !computed.contains(&pointer.as_str())).collect()
}

on_both! {
    fn a_document_is_typed_from_nothing_sent_paid_and_registered(house) {
        let actor = house.actor("importir");
        let aju = draft::create(&house.app, &actor, &Source::Blank).unwrap().to_string();
        let blank = draft::open(&house.app, &actor, &aju).unwrap();
        assert!(blank.editable && blank.stage == Stage::Recording && !rejects(&blank).is_empty());
        assert_eq!(blank.typed.entitas[0].nama_entitas.text(), "PT Contoh Sejahtera Abadi");

        record(house, "importir", &aju, &by_hand(papers(house, 1, 1)));
        let done = draft::open(&house.app, &actor, &aju).unwrap();
        assert_eq!(rejects(&done), Vec::<String>::new());
        assert_eq!(done.lines.len(), 3);
        assert!(done.typed.cif.is_blank());
        assert_eq!(done.full.cif.text(), "25326");
        let sample = house.document(1, 1);
        let sample = Pib::parse(sample.as_bytes(), &Limits::default()).unwrap();
        let rates = |doc: &Pib| doc.barang[0].barang_tarif.iter().map(|row| row.tarif.text()).collect::<Vec<_>>();
        assert_eq!(rates(&done.full), rates(&sample));

        let unsaid = Sending { mark: done.mark.clone(), ..Sending::default() };
        assert!(matches!(draft::send(&house.app, &actor, &aju, &unsaid), Err(Error::Findings(f)) if f[0].code == "DRAF-001"));
        let ticked = done.findings.iter().filter(|f| f.severity == Severity::Warn).map(Sending::word).collect();
        let sending = Sending { mark: done.mark, ticked, statement: true, key: "sekali".into() };
        let receipt = draft::send(&house.app, &actor, &aju, &sending).unwrap();
        assert_eq!(receipt.nomor_aju.to_string(), aju);
        let client = house.importer();
        house.pay_bill(&client, &aju);
        // Its lane is drawn: what comes is the release or an inspection.
        testkit::until("a registration number", || {
            let steps = client.status(&aju)["dataStatus"].as_array().cloned()?;
            steps.iter().any(|step| step["nomorDaftar"].is_string()).then_some(())
        });
        let sent = draft::open(&house.app, &actor, &aju).unwrap();
        assert!(!sent.editable);
        let late = draft::save(&house.app, &actor, &aju, Bagian::Header, Edit::default());
        assert!(matches!(late, Err(Error::Refused(_))));
    }

    fn two_people_do_not_write_over_each_other(house) {
        let actor = house.actor("importir");
        let aju = draft::create(&house.app, &actor, &Source::Blank).unwrap().to_string();
        let seen = draft::open(&house.app, &actor, &aju).unwrap();
        let edit = |text: &str| Edit {
            mark: Some(seen.marks[&Bagian::Transaksi].clone()),
            values: vec![("bruto".into(), text.into()), ("kodeValuta".into(), "USD".into())],
            ..Edit::default()
        };
        assert!(matches!(draft::save(&house.app, &actor, &aju, Bagian::Transaksi, edit("100.50")), Ok(Saved::Done(_))));
        let second = draft::save(&house.app, &actor, &aju, Bagian::Transaksi, edit("200")).unwrap();
        let now = draft::open(&house.app, &actor, &aju).unwrap();
        let theirs = vec![("bruto".to_owned(), "100.5".to_owned())];
        assert_eq!(second, Saved::Conflict(theirs, now.marks[&Bagian::Transaksi].clone()));
        assert_eq!(now.typed.bruto.text(), "100.5");
        // Another section is not in the way.
        let header = Edit {
            mark: Some(seen.marks[&Bagian::Header].clone()),
            values: vec![("kodeKantor".into(), "040300".into())],
            ..Edit::default()
        };
        assert!(matches!(draft::save(&house.app, &actor, &aju, Bagian::Header, header), Ok(Saved::Done(_))));
    }

    fn what_is_wrong_is_kept_as_typed(house) {
        let actor = house.actor("importir");
        let aju = draft::create(&house.app, &actor, &Source::Blank).unwrap().to_string();
        let values = vec![("bruto".to_owned(), "banyak".to_owned()), ("kodeValuta".to_owned(), "DOLAR".to_owned())];
        draft::save(&house.app, &actor, &aju, Bagian::Transaksi, Edit { values, ..Edit::default() }).unwrap();
        let draft = draft::open(&house.app, &actor, &aju).unwrap();
        assert_eq!((draft.typed.bruto.text(), draft.typed.kode_valuta.text()), ("banyak".into(), "DOLAR".into()));
        assert!(rejects(&draft).iter().any(|f| f.starts_with("PIB-B.bruto bruto")));
        let sending = Sending { mark: draft.mark, statement: true, ..Sending::default() };
        assert!(matches!(draft::send(&house.app, &actor, &aju, &sending), Err(Error::Findings(_))));
    }

    fn rows_come_and_go(house) {
        let actor = house.actor("importir");
        let aju = draft::create(&house.app, &actor, &Source::Blank).unwrap().to_string();
        let value = |p: &str, t: &str| (p.to_owned(), t.to_owned());
        let values = vec![
            value("dokumen[0].kodeDokumen", "380"), value("dokumen[0].nomorDokumen", "INV-1"),
            value("dokumen[2].kodeDokumen", "705"), value("dokumen[1].nomorDokumen", ""),
        ];
        draft::save(&house.app, &actor, &aju, Bagian::Dokumen, Edit { values, ..Edit::default() }).unwrap();
        let kinds = |d: &draft::Draft| d.typed.dokumen.iter().map(|p| p.kode_dokumen.text()).collect::<Vec<_>>();
        assert_eq!(kinds(&draft::open(&house.app, &actor, &aju).unwrap()), ["380", "705"]);
        let remove = vec![("dokumen".to_owned(), 0)];
        draft::save(&house.app, &actor, &aju, Bagian::Dokumen, Edit { remove, ..Edit::default() }).unwrap();
        assert_eq!(kinds(&draft::open(&house.app, &actor, &aju).unwrap()), ["705"]);

        let line = |key, text: &str| LineEdit { key, values: vec![value("uraian", text)], ..LineEdit::default() };
        draft::save_lines(&house.app, &actor, &aju, vec![line(0, "satu"), line(0, ""), line(0, "dua")]).unwrap();
        let seen = draft::open(&house.app, &actor, &aju).unwrap();
        assert_eq!(seen.lines.iter().map(|l| l.key).collect::<Vec<_>>(), [1, 2]);
        let mark = Some(seen.lines[0].mark.clone());
        draft::save_lines(&house.app, &actor, &aju, vec![LineEdit { mark: mark.clone(), ..line(1, "satu lagi") }]).unwrap();
        let late = draft::save_lines(&house.app, &actor, &aju, vec![LineEdit { mark, ..line(1, "lain") }]).unwrap();
        assert_eq!(late, Saved::Conflict(vec![("b1.uraian".into(), "satu lagi".into())], String::new()));
        assert_eq!(draft::delete_lines(&house.app, &actor, &aju, &[1, 7]).unwrap(), 1);
        let left = draft::open(&house.app, &actor, &aju).unwrap();
        assert_eq!((left.lines[0].key, left.full.barang[0].seri_barang.text()), (2, "1".to_owned()));
    }

    fn an_earlier_document_is_copied_without_what_was_its_own(house) {
        let actor = house.actor("importir");
        let first = draft::create(&house.app, &actor, &Source::Json(house.document(7, 1).into_bytes())).unwrap();
        let copy = draft::create(&house.app, &actor, &Source::Copy(first.to_string())).unwrap().to_string();
        let draft = draft::open(&house.app, &actor, &copy).unwrap();
        assert_eq!(draft.typed.nomor_bc11.text(), "");
        assert_eq!(draft.typed.dokumen[0].kode_dokumen.text(), "380");
        assert_eq!(draft.typed.dokumen[0].nomor_dokumen.text(), "");
        assert_eq!((draft.typed.barang[0].nilai_barang.text(), draft.typed.barang[0].cif.text()), ("12000".into(), String::new()));
        assert_eq!(draft.full.cif.text(), "25326");
        let other = draft::create(&house.app, &house.actor("importir-mita"), &Source::Copy(first.to_string()));
        assert!(matches!(other, Err(Error::NotFound)));
    }

    fn a_draft_is_deleted_and_a_sent_document_is_not(house) {
        let actor = house.actor("importir");
        let aju = draft::create(&house.app, &actor, &Source::Blank).unwrap().to_string();
        assert!(matches!(draft::delete(&house.app, &house.actor("importir-mita"), &aju), Err(Error::NotFound)));
        draft::delete(&house.app, &actor, &aju).unwrap();
        assert!(matches!(draft::open(&house.app, &actor, &aju), Err(Error::NotFound)));
        assert!(matches!(draft::delete(&house.app, &actor, &aju), Err(Error::NotFound)));
        let sent = house.aju(3);
        house.importer().submit(house.document(3, 1)).expect(200);
        assert!(matches!(draft::delete(&house.app, &actor, &sent), Err(Error::Refused(_))));
    }
}
