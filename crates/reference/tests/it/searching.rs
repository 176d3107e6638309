//! Search by code and by words.

use reference::{Lang, Snapshot, TableKind};

use crate::{day, snapshot};

const TARIF: &str = "hs8,bm_mfn_pct,bm_specific_idr,bm_specific_unit,ppn_pct_2022,ppn_conditional,ppnbm_pct_options,\
    ppnbm_conditional,export_duty_conditional,berlaku_sampai\n\
    01012100,0,,,0,N,,N,N,\n01012900,5,,,11,N,,N,N,\n10063099,,450,KGM,0,N,,N,N,\n11029010,5,,,11,N,,N,N,\n\
    61091010,25,,,11,N,,N,N,\n61091020,25,,,11,N,,N,N,\n84713020,0,,,11,N,,N,N,\n99990000,0,,,11,N,,N,N,2020-12-31\n";

const URAIAN: &str = "hs_code,dash_level,description_id,description_en\n\
    0101,0,\"Kuda, keledai, hidup\",\"Horses, asses, live\"\n01012100,2,Bibit,Pure-bred\n01012900,2,Lain-lain,Other\n\
    1006,0,Beras,Rice\n10063099,3,Lain-lain,Other\n11029010,2,Tepung beras,Rice flour\n\
    6109,0,\"T-shirt, singlet, rajutan\",\"T-shirts, singlets, knitted\"\n610910,1,Dari katun,Of cotton\n\
    61091010,2,Untuk pria,For men\n61091020,2,Untuk wanita,For women\n\
    84713020,2,\"Laptop, termasuk notebook\",\"Laptops, including notebooks\"\n99990000,1,Beras kuno,Ancient rice\n";

const HS: &str = "hs_code,level,section,parent,description_en\n01,2,I,TOTAL,Live animals\n\
    010121,6,I,0101,\"Horses; live, pure-bred breeding animals\"\n8471,4,XVI,84,Automatic data processing machines\n";

fn tariff() -> Snapshot {
    snapshot(&[(TableKind::Tarif, TARIF), (TableKind::UraianTarif, URAIAN), (TableKind::Hs2022, HS)])
}

#[track_caller]
fn check(query: &str, lang: Lang, expected: &[&str]) {
    let snapshot = tariff();
    let hits = snapshot.search_hs(query, lang, 10, day("2026-11-18"));
    assert_eq!(hits.iter().map(|h| h.hs8).collect::<Vec<_>>(), expected, "{query}");
}

#[test]
fn a_code_finds_what_begins_so() {
    check("0101.2", Lang::Id, &["01012100", "01012900"]);
    check(" 8471.30.20 ", Lang::Id, &["84713020"]);
    check("6109 10", Lang::Id, &["61091010", "61091020"]);
    check("7", Lang::Id, &[]);
    check("847130200", Lang::Id, &[]);
}

#[test]
fn words_find_lines_through_their_heading() {
    check("kuda bibit", Lang::Id, &["01012100"]);
    check("T-SHIRT wanita", Lang::Id, &["61091020"]);
    check("katun untuk pria", Lang::Id, &["61091010"]);
    check("horse breeding", Lang::En, &["01012100"]);
    check("data processing", Lang::Id, &["84713020"]);
    check("notebook 8471", Lang::Id, &["84713020"]);
    check("notebook 6109", Lang::Id, &[]);
    check("", Lang::Id, &[]);
    check("...", Lang::Id, &[]);
}

#[test]
fn better_words_come_first() {
    check("beras", Lang::Id, &["10063099", "11029010"]);
    check("tepung beras", Lang::Id, &["11029010"]);
    check("keled", Lang::Id, &["01012100", "01012900"]);
    check("ptop", Lang::Id, &["84713020"]);
    check("latpop", Lang::Id, &[]);
    check("wanitta", Lang::Id, &["61091020"]);
}

#[test]
fn a_hit_tells_heading_subheading_and_line() {
    let snapshot = tariff();
    let text = |query| snapshot.search_hs(query, Lang::Id, 1, day("2026-11-18"))[0].context();
    assert_eq!(text("01012100").id, "Kuda, keledai, hidup > Horses; live, pure-bred breeding animals > Bibit");
    assert_eq!(text("61091010").en, "T-shirts, singlets, knitted > Of cotton > For men");
    assert_eq!(text("84713020").id, "Laptop, termasuk notebook");
    assert_eq!(text("84713020").en, "Automatic data processing machines > Laptops, including notebooks");
}

#[test]
fn only_lines_of_the_date_are_found() {
    let snapshot = tariff();
    let found = |date| snapshot.search_hs("kuno", Lang::Id, 10, day(date)).len();
    assert_eq!((found("2020-12-31"), found("2021-01-01")), (1, 0));
    assert_eq!(snapshot.search_hs("0", Lang::Id, 1, day("2026-11-18")).len(), 1);
}

#[test]
fn lists_are_searched_by_code_then_by_name() {
    let s = snapshot(&[
        (
            TableKind::Pelabuhan,
            "locode,nama,fungsi,provinsi_iso,koordinat,kode_kantor,ada_di_unlocode,ada_di_daftar_ceisa\n\
            IDTPP,Tanjung Priok,1,,,040300,Y,Y\nIDTPE,Tanjung Perak,1,,,070100,Y,Y\nIDBLW,Belawan,1,,,,Y,Y\n",
        ),
        (
            TableKind::Unlocode,
            "locode,nama,fungsi,subdivisi,iata\nIDTPP,Tanjung Priok,3,,\nBRSSZ,Santos (São Paulo),1,,\nMYTPP,Port of Tanjung Pelepas,1,,\n",
        ),
        (
            TableKind::Tps,
            "kode_kantor,kode_tps,nama,kantor_dikenal\n040300,G001,Gudang Satu,Y\n070100,G001,Gudang Satu,Y\n",
        ),
    ]);
    let ports = |query: &str| s.search(TableKind::Pelabuhan, "", query, 10).iter().map(|h| h.kode).collect::<Vec<_>>();
    assert_eq!(ports("idtpp"), ["IDTPP"]);
    assert_eq!(ports("IDT"), ["IDTPE", "IDTPP"]);
    assert_eq!(ports("tanjung p"), ["IDTPE", "IDTPP", "MYTPP"]);
    assert_eq!(ports("sao paulo"), ["BRSSZ"]);
    assert_eq!(ports("njung"), [] as [&str; 0]);
    assert_eq!(ports("").len(), 5);
    let tps = s.search(TableKind::Tps, "070100", "gudang", 10);
    assert_eq!(tps.iter().map(|h| (h.row.get("kode_kantor"), h.nama)).collect::<Vec<_>>(), [("070100", "Gudang Satu")]);
}
