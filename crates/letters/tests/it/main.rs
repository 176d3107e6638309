//! Every letter, set for real.
use letters::*;
#[test]
fn look() {
    let t = Typst::new().unwrap();
    for k in ["SPPB", "BC20"] {
        for p in t.page_texts(k, &samples::sample(k).unwrap()).unwrap() { println!("=====\n{p}"); }
    }
}
