//! Recording in the browser, over HTTP: from a new draft to its sending, and nothing of it for anybody else.

use testkit::{House, Visitor, on_both, token};
use web::routes;

/// The value of a hidden field of a page.
fn hidden(html: &str, name: &str) -> String {
    let after = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}

/// The values of the boxes of a page that have this name.
fn boxes(html: &str, name: &str) -> Vec<String> {
    let inputs = html.split("<input").filter(|input| input.contains(&format!("name=\"{name}\"")));
    inputs.map(|input| input.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

/// Makes a draft and gives its number.
fn made(visitor: &mut Visitor, fields: &[(&str, &str)]) -> String {
    let answer = visitor.submit("/dokumen/tambah", "/dokumen/tambah", fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let aju = answer.header("location").split('/').nth(2).unwrap().to_owned();
    assert_eq!(aju.len(), 26, "{aju}");
    aju
}

fn pages(house: &House) -> String {
    let mut owner = Visitor::login(house, "importir");
    made(&mut owner, &[("entitas", ""), ("dari", "kosong")])
}

on_both! {
    fn a_section_is_kept_also_when_it_is_wrong(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = made(&mut owner, &[("entitas", ""), ("dari", "kosong")]);
        let page = format!("/dokumen/{aju}/isi/header");
        let first = owner.get(&page).expect(200).text();
        assert!(first.contains("kodePelTujuan") && !first.contains("aria-invalid"), "an untouched section has no errors");
        let levies = first.split("/isi/pungutan\">").nth(1).unwrap().split("</a>").next().unwrap();
        assert!(levies.contains("Belum"), "nothing is computed yet: {levies}");
        let seen = hidden(&first, "tanda");
        let fields = [("tanda", seen.as_str()), ("kodeKantor", "999999"), ("kodePelTujuan", "IDTPP"), ("langkah", "simpan")];
        assert_eq!(owner.submit(&page, &page, &fields).status, 303);
        let kept = owner.get(&page).expect(200).text();
        assert!(kept.contains("value=\"999999\"") && kept.contains("aria-invalid") && kept.contains("#kodeKantor"));
        assert!(kept.contains("Tanjung Priok"), "a code is called by its name");

        // Somebody else saved meanwhile: both contents, and neither is lost.
        let late = [("tanda", seen.as_str()), ("kodeKantor", "040300"), ("langkah", "simpan")];
        let conflict = owner.submit(&page, &page, &late);
        assert_eq!(conflict.status, 409);
        assert!(conflict.text().contains("999999") && conflict.text().contains("040300"));
        let quiet = [&late[..], &[("diam", "ya")]].concat();
        assert_eq!(owner.submit(&page, &page, &quiet).status, 409);

        // What the script saves is answered with the new word; the same again is no conflict with oneself.
        let now = hidden(&owner.get(&page).text(), "tanda");
        let quiet = [("tanda", now.as_str()), ("kodeKantor", "040300"), ("diam", "ya")];
        let told = owner.submit(&page, &page, &quiet).expect(200).json();
        assert!(told["tanda"].as_str().unwrap().len() > 8 && told["jumlah"]["salah"].is_string(), "{told}");
        assert_eq!(owner.submit(&page, &page, &quiet).expect(200).json()["tanda"], told["tanda"]);
        let check = owner.get(&format!("/dokumen/{aju}/periksa")).expect(200).text();
        assert!(check.contains(&format!("/dokumen/{aju}/isi/entitas?dari=periksa#")), "{check}");
        let back = owner.submit(&page, &format!("{page}?dari=periksa"), &[("langkah", "kembali")]);
        assert_eq!(back.header("location"), format!("/dokumen/{aju}/periksa?kabar=tersimpan"));
    }

    fn rows_keep_their_places_while_somebody_types(house) {
        let mut owner = Visitor::login(house, "importir");
        let aju = made(&mut owner, &[("entitas", ""), ("dari", "kosong")]);
        let page = format!("/dokumen/{aju}/isi/dokumen");
        let quiet = [("dokumen[2].nomorDokumen", "INV-3"), ("diam", "ya")];
        owner.submit(&page, &page, &quiet).expect(200);
        let text = owner.get(&page).text();
        assert!(text.contains("id=\"dokumen[2].nomorDokumen\"") && text.contains("value=\"INV-3\""));
        let mark = hidden(&text, "tanda");
        let whole = [("tanda", mark.as_str()), ("dokumen[2].nomorDokumen", "INV-3"), ("langkah", "simpan")];
        assert_eq!(owner.submit(&page, &page, &whole).status, 303);
        let text = owner.get(&page).text();
        let first = text.split("id=\"dokumen[0].nomorDokumen\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(first.contains("INV-3"), "blank rows are gone after a whole save: {first}");
    }

    fn a_document_is_sent_once_and_only_when_its_warnings_are_read(house) {
        let mut owner = Visitor::login(house, "importir");
        let json = house.document(990_302, 7);
        let aju = made(&mut owner, &[("entitas", ""), ("dari", "json"), ("json", &json)]);
        assert_eq!(aju, house.aju(990_302));
        let page = format!("/dokumen/{aju}/kirim");
        let look = owner.get(&page).expect(200).text();
        let (mark, key) = (hidden(&look, "tanda"), hidden(&look, "kunci"));
        let base = [("tanda", mark.as_str()), ("kunci", key.as_str())];
        let refused = owner.submit(&page, &page, &base);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("href=\"#disclaimer\""));
        let warnings = boxes(&look, "peringatan");
        let mut fields = base.to_vec();
        fields.push(("disclaimer", "ya"));
        if let Some((last, rest)) = warnings.split_last() {
            let mut some = fields.clone();
            some.extend(rest.iter().map(|word| ("peringatan", word.as_str())));
            assert_eq!(owner.submit(&page, &page, &some).status, 422, "{last} is not ticked");
        }
        fields.extend(warnings.iter().map(|word| ("peringatan", word.as_str())));
        let after = format!("/dokumen/{aju}/terkirim");
        let csrf = token(&look);
        fields.push(("csrf", &csrf));
        for _ in 0..2 {
            let sent = owner.post(&page, &fields);
            assert_eq!((sent.status, sent.header("location")), (303, after.as_str()), "{}", sent.text());
        }
        let done = owner.get(&after).expect(200).text();
        assert!(done.contains(&format!("/dokumen/{aju}/status")), "{done}");
        let late = owner.submit("/beranda", &format!("/dokumen/{aju}/isi/header"), &[("kodeKantor", "1"), ("langkah", "simpan")]);
        assert_eq!(late.status, 303);
    }

    fn a_draft_is_not_there_for_anybody_else(house) {
        let aju = pages(house);
        let mut tried = 0;
        for stranger in ["importir-mita", "ppjk"] {
            let mut visitor = Visitor::login(house, stranger);
            let csrf = token(&visitor.get("/beranda").text());
            for route in routes::all().filter(|route| route.path.starts_with("/dokumen/{aju}")) {
                let path = route.path.replace("{aju}", &aju).replace("{bagian}", "header").replace("{kunci}", "1");
                let answer = match route.method {
                    "GET" => visitor.get(&path),
                    _ => visitor.post(&path, &[("csrf", &csrf), ("yakin", "ya"), ("kodeKantor", "040300"), ("tempelan", "a\tb")]),
                };
                assert_eq!(answer.status, 404, "{stranger} {} {path}", route.method);
                assert!(!answer.text().contains("Contoh Sejahtera") || stranger == "ppjk", "{path}");
                tried += 1;
            }
            // A copy of somebody else's document is a document that does not exist.
            let copy = visitor.submit("/dokumen/tambah", "/dokumen/tambah", &[("entitas", ""), ("dari", "salin"), ("salin", &aju)]);
            assert_eq!(copy.status, 422);
        }
        assert!(tried >= 20, "{tried}");
        let mut owner = Visitor::login(house, "importir");
        assert!(!owner.get(&format!("/dokumen/{aju}/isi/header")).expect(200).text().contains("value=\"040300\""));
    }

    fn codes_are_found_by_code_and_by_words_in_little(house) {
        let mut owner = Visitor::login(house, "importir");
        for (table, query, expect) in [
            ("pelabuhan", "sgsin", "SGSIN"),
            ("pelabuhan", "tanjung priok", "IDTPP"),
            ("negara", "jepang", "JP"),
            ("valuta", "usd", "USD"),
            ("hs", "8481.80", "848180"),
            ("satuan", "piece", "PCE"),
            ("kemasan", "carton", "CT"),
            ("dokumen", "invoice", "380"),
            ("fasilitas", "acfta", "54"),
            ("kantor", "priok", "040300"),
        ] {
            let found = owner.get(&format!("/cari/{table}?bentuk=json&q={}", query.replace(' ', "%20"))).expect(200).text();
            assert!(found.contains(expect), "{table} {query}: {found}");
            assert!(found.len() <= 3_072, "{table} {query}: {} bytes", found.len());
        }
        let page = owner.get("/cari/negara?q=jepang&untuk=kodeBendera&kembali=/dokumen/x/isi/pengangkutan").expect(200).text();
        assert!(page.contains("/dokumen/x/isi/pengangkutan?isi=kodeBendera&#38;nilai=JP#kodeBendera"), "{page}");
        assert_eq!(owner.get("/cari/rahasia").status, 404);
    }
}
