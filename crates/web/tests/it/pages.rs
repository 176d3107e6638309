//! Every page from samples: what it says, and what must hold of any page.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use web::Lang;
use web::samples::{assets, pages};

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_look_as_before() {
    for lang in Lang::ALL {
        for page in pages(lang) {
            let html = Html::parse_document(&page.html);
            let main = select(&html, "main")[0].inner_html();
            insta::assert_snapshot!(format!("{}-{}", page.name, lang.code()), main.trim());
        }
    }
}

#[test]
fn the_frame_looks_as_before() {
    for lang in Lang::ALL {
        let mut page = pages(lang).remove(0).html;
        let (start, end) = (page.find("<main").unwrap(), page.find("</main>").unwrap());
        page.replace_range(start..end, "<main>");
        for (href, media_type, _) in assets() {
            page = page.replace(&href, &format!("[{media_type}]"));
        }
        insta::assert_snapshot!(format!("bingkai-{}", lang.code()), page.replace(env!("CARGO_PKG_VERSION"), "[versi]"));
    }
}

#[test]
fn every_page_is_well_made() {
    for lang in Lang::ALL {
        for sample in pages(lang) {
            let name = format!("{} {}", sample.name, lang.code());
            well_made(&name, lang, &sample.html, sample.name.starts_with("komponen"));
        }
    }
}

/// What must hold of any page; a showcase of components may have several primary buttons.
#[track_caller]
pub fn well_made(name: &str, lang: Lang, html: &str, showcase: bool) {
    let page = Html::parse_document(html);
    assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
    assert_eq!(select(&page, "html")[0].attr("lang"), Some(lang.code()), "{name}");
    let headings = select(&page, "h1");
    assert_eq!(headings.len(), 1, "{name}");
    let title = text(select(&page, "title")[0]);
    let heading = text(headings[0]);
    let wrong = !select(&page, "[data-ringkasan]").is_empty();
    let prefix = if !wrong {
        ""
    } else if lang == Lang::Id {
        "Kesalahan: "
    } else {
        "Error: "
    };
    assert_eq!(title, format!("{prefix}{heading} – Pabean"), "{name}");
    for link in select(&page, "[data-ringkasan] a") {
        let target = link.attr("href").unwrap().trim_start_matches('#');
        let selector = format!("input[id='{target}'], select[id='{target}'], textarea[id='{target}']");
        assert_eq!(select(&page, &selector).len(), 1, "{name}: the error at {target} leads nowhere");
    }
    let ids: Vec<&str> = select(&page, "[id]").into_iter().filter_map(|e| e.attr("id")).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "{name}: an id twice");
    for reference in
        ["for", "aria-labelledby", "aria-describedby", "aria-controls", "form", "data-konfirmasi", "data-buka"]
    {
        for element in select(&page, &format!("[{reference}]")) {
            for id in element.attr(reference).unwrap().split(' ') {
                assert!(distinct.contains(id), "{name}: {reference} {id} leads nowhere");
            }
        }
    }
    for input in select(&page, "input:not([type=hidden]):not([aria-label]), select, textarea") {
        let id = input.attr("id").unwrap();
        assert_eq!(select(&page, &format!("label[for='{id}']")).len(), 1, "{name}: {id} has no label");
    }
    let primary = "main button[type=submit]:not(.tombol--kedua):not(.tombol--tautan)";
    assert!(showcase || select(&page, primary).len() <= 1, "{name}: more than one primary button");
    let foreign = "script:not([src^='/aset/']), style, [style], [onclick], iframe, [src^='http'], link[href^='http']";
    assert!(select(&page, foreign).is_empty(), "{name}: the policy would refuse something");
}

#[test]
fn samples_hold_every_kind_of_page() {
    let names: Vec<&str> = pages(Lang::Id).iter().map(|page| page.name).collect();
    let expected = "beranda-demo beranda cek-surat surat-asli surat-tanpa-nomor surat-digantikan surat-tidak-dikenal \
        kotak-keluar kotak-keluar-kosong status-baik status-gangguan status-tanpa-basis-data tidak-ada metode sibuk kesalahan \
        komponen komponen-salah komponen-kosong";
    assert_eq!(names.join(" "), expected);
}
