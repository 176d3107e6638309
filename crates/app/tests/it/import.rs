//! `pabean accounts import`: all or nothing, with line and column.

use app::account::enter;
use app::account::import::{Imported, import};
use testkit::{House, on_both};

use crate::support::{PASSWORD, home};

pub const HEAD: &str = "username,nama,email,npwp,nama_perusahaan,nib,kata_sandi,admin";

pub fn run(house: &House, lines: &[&str], dry_run: bool) -> Imported {
    let text = format!("{HEAD}\n{}\n", lines.join("\n"));
    import(&house.app, text.as_bytes(), "uji", dry_run).unwrap()
}

fn errors(report: &Imported) -> Vec<(u64, &str)> {
    report.errors.iter().map(|e| (e.line, e.column.as_str())).collect()
}

on_both! {
    fn accounts_and_companies_arrive(house) {
        let hash = house.app.passwords().hash(PASSWORD, &[1; 32]).unwrap();
        let quoted = format!("ani_lama,Ani,ani@lama.example,99.555.555.1-999.000,PT Lama Contoh,,\"{hash}\",ya");
        let lines = [
            quoted.as_str(),
            "ivan.old,Ivan,ivan@lama.example,0995555551999000,PT Lama Contoh,,,tidak",
            "uli,Uli,uli@lama.example,0990000010999000,PT Contoh Sejahtera Abadi,,,",
        ];
        let dry = run(house, &lines, true);
        assert_eq!((dry.accounts, dry.companies, dry.errors.len()), (3, 1, 0));
        assert_eq!(run(house, &lines, false), dry, "the dry run wrote nothing");
        let twice = run(house, &lines, false);
        assert_eq!(errors(&twice), [(2, "username"), (3, "username"), (4, "username")]);
        let early = enter::login(&house.app, "ani_lama", PASSWORD, &home());
        assert!(early.is_err(), "not before the activation");
    }

    fn every_error_names_line_and_column_and_nothing_is_written(house) {
        let lines = [
            "baik,Baik,baik@lama.example,0995555551999000,PT Lama,,,",
            "budi,Budi,bukan-alamat,123,PT Lama,1,md5:abc,mungkin",
            "baik,Baik Dua,baik@lama.example,0995555551999000,PT Lama,,,",
            "ada spasi,X,x@lama.example,0995555551999000,,,,",
            "importir,X,ppjk@contoh.example,0995555551999000,PT Lama,,,",
            "kurang,kolom",
        ];
        let report = run(house, &lines, false);
        assert_eq!(errors(&report), [
            (3, "npwp"), (3, "email"), (3, "kata_sandi"), (3, "admin"), (3, "nib"), (4, "username"), (4, "email"),
            (5, "username"), (5, "nama_perusahaan"), (7, ""),
        ]);
        let taken = run(house, &[lines[0], lines[4], "lain,X,pfpb@contoh.example,0995555551999000,PT Lama,,,"], false);
        assert_eq!(errors(&taken), [(3, "username"), (4, "email")]);
        assert_eq!(run(house, &lines[..1], false).accounts, 1, "nothing of it was kept");
    }

    fn a_wrong_header_stops_at_once(house) {
        let read = |text: &str| import(&house.app, text.as_bytes(), "uji", false).unwrap();
        assert_eq!(errors(&read("username;nama;email;npwp;warna\n")), [(1, "warna"), (1, "nama_perusahaan")]);
        assert!(!read("").errors.is_empty());
        assert!(!import(&house.app, b"\xff\xfe\x00", "uji", false).unwrap().errors.is_empty());
    }
}
