//! A figure for whoever asks: `PABEAN_TIMING=1 cargo test --release timing -- --nocapture`.

use std::time::Instant;

use super::super::*;
use super::builders::*;

const ROUNDS: u32 = 20_000;

/// Twenty goods lines of four levies, with missing freight and insurance to estimate.
fn twenty_lines() -> LevyInput {
    let rows = || vec![row("BM", "7.5"), row("BMAD", "20"), row("PPN", "12"), row("PPH", "2.5")];
    let items = (1..=20).map(|k| item(&format!("{}.37", 100 * k), rows())).collect();
    declaration("FOB", "21007.40", "16321.55", lines(items))
}

#[test]
fn timing_is_printed() {
    let (input, params) = (twenty_lines(), params(&[]));
    assert_eq!(assess(&input, &params).items.len(), 20);
    if std::env::var_os("PABEAN_TIMING").is_none() {
        return;
    }
    let start = Instant::now();
    let mut billed = 0;
    for _ in 0..ROUNDS {
        billed ^= assess(&input, &params).dibayar.0;
    }
    let assessed = start.elapsed() / ROUNDS;
    let done = assess(&input, &params);
    let start = Instant::now();
    let bytes = serde_json::to_vec(&done.explanation()).unwrap().len();
    println!("assess 20 × 4: {assessed:?}; explanation as JSON: {bytes} bytes in {:?} ({billed})", start.elapsed());
}
