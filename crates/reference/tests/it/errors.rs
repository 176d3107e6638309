//! Every fault of a file is told with its place.

use reference::{MAX_ERRORS, TableKind, parse, recognise};

/// The faults of a file as `line:column name: English message`.
fn faults(kind: TableKind, bytes: &[u8]) -> Vec<String> {
    let errors = parse(kind, bytes).expect_err("the file has faults");
    for error in &errors {
        assert!(
            !error.message.id.is_empty() && !error.remedy.id.is_empty() && !error.remedy.en.is_empty(),
            "{error:?}"
        );
    }
    errors.iter().map(|e| format!("{}:{} {}: {}", e.line, e.number, e.column, e.message.en)).collect()
}

#[track_caller]
fn check(kind: TableKind, csv: &str, expected: &[&str]) {
    assert_eq!(faults(kind, csv.as_bytes()), expected);
}

#[test]
fn all_faults_of_a_file_are_told_in_order() {
    check(
        TableKind::Tarif,
        "hs8,bm_mfn_pct,bm_specific_idr,bm_specific_unit,ppn_pct_2022,ppn_conditional,ppnbm_pct_options,\
         ppnbm_conditional,export_duty_conditional\n\
         1012100,5,,,11,N,,N,N\n\
         01012900,\"12,5\",,,11,N,,N,N\n\
         01013010,,,,11,N,,N,N\n\
         01013090,5,450,,11,N,,N,Q\n\
         01019000,5,450,KGM,11,N,,N,N\n",
        &[
            "2:1 hs8: is not an 8-digit tariff code.",
            "3:2 bm_mfn_pct: is not a number.",
            "4:2 bm_mfn_pct: there is no rate.",
            "5:9 export_duty_conditional: is neither Y nor N.",
            "6:3 bm_specific_idr: a percentage and a specific rate cannot stand together.",
        ],
    );
}

#[test]
fn columns_are_counted_as_the_file_has_them() {
    check(
        TableKind::Kurs,
        "valuta,nilai_idr,berlaku_dari,berlaku_sampai\nUSD,16.000,2026-11-18,2026-11-24\nEUR,,2026-11-18,2026-13-24\n",
        &["3:2 nilai_idr: this column must be filled.", "3:4 berlaku_sampai: is not a date that exists."],
    );
}

#[test]
fn the_header_must_fit() {
    check(
        TableKind::Valuta,
        "kode,nama_id,nama_id,harga\nUSD,Dolar,Dolar,1\n",
        &[
            "1:0 : column numerik is missing.",
            "1:0 : column desimal is missing.",
            "1:0 : column nama_en is missing.",
            "1:3 nama_id: this column is there twice.",
            "1:4 harga: table valuta does not know this column.",
        ],
    );
    check(TableKind::Valuta, "kode;numerik;desimal\n", &["1:0 : the columns are not separated by commas."]);
    check(TableKind::Valuta, "", &["0:0 : the file is empty."]);
}

#[test]
fn lines_must_have_the_columns_of_the_header() {
    check(
        TableKind::Imdg,
        "kelas,nama_en,divisi\n1,Explosives, mass,1.1\n2,Gases,2.1\n",
        &["2:0 : there are 4 columns, but 3 in the first line."],
    );
    check(
        TableKind::Imdg,
        "kelas,nama_en,divisi\n1,\"Explosives,1.1\n2,Gases,2.1\n3,Flammable liquids,3\n",
        &["1:0 : a double quote is never closed.", "2:0 : there are 2 columns, but 3 in the first line."],
    );
}

#[test]
fn wrong_encodings_are_told_by_line() {
    let header = b"kelas,nama_en,divisi\n".to_vec();
    let latin = [header, b"1,Explosives,1.1\n2,G\xE4s,2.1\n3,Liquids\xFF,3\n".to_vec()].concat();
    let told = ["3:2 ?: the bytes in this column are not UTF-8.", "4:2 ?: the bytes in this column are not UTF-8."];
    assert_eq!(faults(TableKind::Imdg, &latin), told);
    assert_eq!(faults(TableKind::Imdg, b"\xFF\xFEk\0e\0"), ["0:0 : the file is in UTF-16."]);
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_no_faults() {
    let table =
        parse(TableKind::Imdg, b"\xEF\xBB\xBFkelas,nama_en,divisi\r\n2,Gases,2.1\r\n\r\n1,Explosives,\r\n").unwrap();
    assert_eq!(String::from_utf8_lossy(&table.canonical()), "kelas,nama_en,divisi\n1,Explosives,\n2,Gases,2.1\n");
}

#[test]
fn a_key_stands_for_one_row_at_a_time() {
    check(
        TableKind::Parameter,
        "kunci,nilai,berlaku_dari,berlaku_sampai,dasar_hukum,catatan\n\
         ppn.tarif,11,2022-04-01,2025-01-31,,\n\
         ppn.tarif,12,2025-01-01,,,\n\
         ppn.tarif,10,,,,\n\
         ppn.tarif,9,,,,\n\
         billing.hari,5,2025-01-01,2024-01-01,,\n",
        &[
            "3:3 berlaku_dari: the validity of ppn.tarif 2025-01-01 overlaps line 2, which holds until 2025-01-31.",
            "5:1 kunci: key ppn.tarif is already on line 4 with another content.",
            "6:4 berlaku_sampai: the validity ends before it begins (2025-01-01).",
        ],
    );
}

#[test]
fn the_same_row_twice_is_one_row() {
    let table = crate::table(TableKind::Imdg, "kelas,nama_en,divisi\n2,Gases,2.1\n1,Explosives,\n2,Gases,2.1\n");
    assert_eq!(table.len(), 2);
}

#[test]
fn weeks_of_rates_follow_one_another() {
    check(
        TableKind::Kurs,
        "berlaku_dari,berlaku_sampai,valuta,nilai_idr,contoh\n\
         2026-11-04,2026-11-10,USD,16000,\n\
         2026-11-18,2026-11-24,USD,16000,\n\
         2026-11-23,2026-12-01,EUR,18000,\n\
         2026-12-02,2027-12-08,USD,16000,\n\
         2020-01-01,2020-01-07,USD,14000,Y\n",
        &[
            "3:1 berlaku_dari: a week is missing: there are no rates from 2026-11-11.",
            "4:1 berlaku_dari: this week overlaps the one before, which ends 2026-11-24.",
            "5:2 berlaku_sampai: the rate holds for more than 31 days.",
        ],
    );
}

#[test]
fn the_list_of_faults_is_bounded() {
    let mut csv = "kelas,nama_en,divisi\n".to_owned();
    csv.extend((0..500).map(|_| "1,,\n"));
    let told = faults(TableKind::Imdg, csv.as_bytes());
    assert_eq!(told.len(), MAX_ERRORS);
    assert_eq!(told.last().unwrap(), "0:0 : 301 further errors are not shown.");
}

#[test]
fn files_are_recognised_by_name_or_by_header() {
    let kurs = b"berlaku_dari,berlaku_sampai,valuta,nilai_idr\n";
    assert_eq!(recognise("pack/kurs_pajak_2018_2019.csv", b""), Ok(TableKind::Kurs));
    assert_eq!(recognise("C:\\unduh\\KMK 50.csv", kurs), Ok(TableKind::Kurs));
    assert_eq!(recognise("hari_libur_2022_2027.csv", b""), Ok(TableKind::Libur));
    let unknown = recognise("catatan.csv", b"a,b\n").unwrap_err();
    assert!(unknown.to_string().contains("fit no reference table"), "{unknown}");
}

#[test]
fn an_error_reads_as_a_sentence() {
    let errors = parse(TableKind::Imdg, b"kelas,nama_en,divisi\n\"1 2\",Explosives,\n").unwrap_err();
    assert_eq!(
        errors[0].to_text().id,
        "baris 2, kolom 1 (kelas): \"1 2\": bukan 1 sampai 5 huruf, angka, atau tanda . - _ / % Hapus spasi dan tanda lain."
    );
    assert!(errors[0].to_string().starts_with("line 2, column 1 (kelas): \"1 2\": is not"));
}
