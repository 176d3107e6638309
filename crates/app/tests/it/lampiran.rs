//! Files of a document: taken in whole or refused, seen by whoever sees the document.

use app::Error;
use app::lampiran::{self, Kind, MOST_FILES, NewFile};
use testkit::{House, on_both};

fn paper(kind: Kind, name: &str, bytes: &[u8]) -> NewFile {
    NewFile { kind, seri: Some(1), note: "faktur\nasli".into(), name: name.into(), bytes: bytes.to_vec() }
}

const PDF: &[u8] = b"%PDF-1.7 isi %%EOF";

fn draft(house: &House) -> String {
    app::draft::create(&house.app, &house.actor("importir"), &app::draft::Source::Blank).unwrap().to_string()
}

on_both! {
    fn a_file_comes_in_and_out_whole(house) {
        let aju = draft(house);
        let importer = house.actor("importir");
        let sent = paper(Kind::Dokumen, "..\\faktur.exe", PDF);
        let row = lampiran::attach(&house.app, &importer, &aju, sent).unwrap();
        assert_eq!((row.name.as_str(), row.media_type.as_str()), ("faktur.pdf", "application/pdf"));
        assert_eq!((row.note.as_str(), row.size, row.seri), ("faktur asli", 18, Some(1)));
        let (again, bytes) = lampiran::open(&house.app, &importer, &aju, &row.id).unwrap();
        assert_eq!((again.id.as_str(), again.name.as_str(), bytes.as_slice()), (row.id.as_str(), "faktur.pdf", PDF));
        assert_eq!(lampiran::list(&house.app, &importer, &aju).unwrap(), [again]);
        lampiran::remove(&house.app, &importer, &aju, &row.id).unwrap();
        assert!(lampiran::list(&house.app, &importer, &aju).unwrap().is_empty());
        assert!(matches!(lampiran::open(&house.app, &importer, &aju, &row.id), Err(Error::NotFound)));
    }

    fn what_is_no_paper_or_too_many_is_refused_and_not_stored(house) {
        let aju = draft(house);
        let importer = house.actor("importir");
        let refused = lampiran::attach(&house.app, &importer, &aju, paper(Kind::Dokap, "a.pdf", b"<html>"));
        assert!(matches!(refused, Err(Error::Refused(text)) if text.id.contains("a.pdf")));
        for n in 0..MOST_FILES {
            lampiran::attach(&house.app, &importer, &aju, paper(Kind::Dokap, &format!("{n}"), PDF)).unwrap();
        }
        let over = lampiran::attach(&house.app, &importer, &aju, paper(Kind::Dokap, "lagi", PDF));
        assert!(matches!(over, Err(Error::Refused(_))));
        assert_eq!(lampiran::list(&house.app, &importer, &aju).unwrap().len(), MOST_FILES);
    }

    fn others_see_no_file_and_a_trader_makes_no_photos(house) {
        let aju = draft(house);
        let importer = house.actor("importir");
        let row = lampiran::attach(&house.app, &importer, &aju, paper(Kind::Dokumen, "f.pdf", PDF)).unwrap();
        let stranger = house.actor("importir-mita");
        assert!(matches!(lampiran::list(&house.app, &stranger, &aju), Err(Error::NotFound)));
        assert!(matches!(lampiran::open(&house.app, &stranger, &aju, &row.id), Err(Error::NotFound)));
        assert!(matches!(lampiran::remove(&house.app, &stranger, &aju, &row.id), Err(Error::NotFound)));
        let add = lampiran::attach(&house.app, &stranger, &aju, paper(Kind::Dokumen, "f.pdf", PDF));
        assert!(matches!(add, Err(Error::NotFound)));
        let photo = lampiran::attach(&house.app, &importer, &aju, paper(Kind::Foto, "f.pdf", PDF));
        assert!(matches!(photo, Err(Error::Denied(_))));
    }
}
