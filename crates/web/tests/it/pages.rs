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
            let page = Html::parse_document(&sample.html);
            assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
            assert_eq!(select(&page, "html")[0].attr("lang"), Some(lang.code()), "{name}");
            let headings = select(&page, "h1");
            assert_eq!(headings.len(), 1, "{name}");
            let title = text(select(&page, "title")[0]);
            assert_eq!(title, format!("{} – Pabean", text(headings[0])), "{name}");
            let ids: Vec<&str> = select(&page, "[id]").into_iter().filter_map(|e| e.attr("id")).collect();
            let distinct: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), distinct.len(), "{name}: an id twice");
            for reference in ["for", "aria-labelledby", "aria-describedby"] {
                for element in select(&page, &format!("[{reference}]")) {
                    assert!(distinct.contains(element.attr(reference).unwrap()), "{name}: {reference} leads nowhere");
                }
            }
            for input in select(&page, "input") {
                let id = input.attr("id").unwrap();
                assert_eq!(select(&page, &format!("label[for={id}]")).len(), 1, "{name}: {id} has no label");
            }
            assert!(select(&page, "button[type=submit]").len() <= 1, "{name}: more than one primary button");
            let foreign = "script, style, [style], [onclick], iframe, [src^='http'], link[href^='http']";
            assert!(select(&page, foreign).is_empty(), "{name}: the policy would refuse something");
        }
    }
}

#[test]
fn samples_hold_every_kind_of_page() {
    let names: Vec<&str> = pages(Lang::Id).iter().map(|page| page.name).collect();
    let expected = "beranda-demo beranda cek-surat surat-asli surat-tanpa-nomor surat-digantikan surat-tidak-dikenal \
        kotak-keluar kotak-keluar-kosong status-baik status-gangguan status-tanpa-basis-data tidak-ada metode sibuk kesalahan";
    assert_eq!(names.join(" "), expected);
}
