//! The loop: takes a seed, changes it a little or a lot, tries it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Longest input, bytes.
const LONGEST: usize = 64 * 1024;
/// Longest time one input may take.
const SLOW: Duration = Duration::from_secs(5);
/// Most memory of the process, kB (quality S1).
const MEMORY: u64 = 512 * 1024;

/// Small repeatable randomness.
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same run.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Below `n`, which is above zero.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n).unwrap()).unwrap()
    }
}

/// How long each target runs.
pub fn budget() -> Duration {
    let seconds = std::env::var("PABEAN_FUZZ_SECONDS").map_or(5, |text| text.parse().unwrap());
    Duration::from_secs(seconds)
}

/// Inputs that once failed, or that nobody would think of: `corpus/<target>/*`.
pub fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

/// Tries seeds, corpus and their mutations until the time is over; `words` are put in and mixed.
#[expect(clippy::print_stdout, reason = "figures of the run, shown with --nocapture")]
pub fn run(target: &str, mut seeds: Vec<Vec<u8>>, words: &[&[u8]], mut attempt: impl FnMut(&[u8])) {
    seeds.extend(corpus(target));
    assert!(!seeds.is_empty());
    let begun = Instant::now();
    let seed = std::env::var("PABEAN_FUZZ_SEED").map_or(1, |text| text.parse().unwrap());
    let (mut dice, mut tried) = (Dice::new(seed), 0_u64);
    for input in &seeds {
        one(target, input, &mut attempt);
    }
    while begun.elapsed() < budget() {
        let mut input = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(6) {
            mutate(&mut input, &seeds, words, &mut dice);
        }
        input.truncate(LONGEST);
        one(target, &input, &mut attempt);
        tried += 1;
    }
    let memory = peak_memory();
    println!("{target}: {tried} inputs, peak memory of the process {memory} kB");
    assert!(tried > 0);
    assert!(memory < MEMORY, "{target}: {memory} kB");
}

fn one(target: &str, input: &[u8], attempt: &mut impl FnMut(&[u8])) {
    let begun = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| attempt(input)));
    if outcome.is_ok() && begun.elapsed() < SLOW {
        return;
    }
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}-gagal"));
    std::fs::write(&file, input).unwrap();
    panic!("{target}: {:?}, input in {}", outcome.map(|()| "too slow"), file.display());
}

fn mutate(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&[u8]], dice: &mut Dice) {
    if input.is_empty() {
        input.push(b'0');
    }
    let at = dice.below(input.len());
    let end = (at + 1 + dice.below(32)).min(input.len());
    match dice.below(10) {
        0 => input[at] ^= 1 << dice.below(8),
        1 => input[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => drop(input.drain(at..end)),
        3 => {
            let piece = input[at..end].to_vec();
            insert(input, at, &piece);
        }
        4 => {
            let piece: Vec<u8> =
                input[at..end].iter().copied().cycle().take((end - at) * (1 + dice.below(200))).collect();
            insert(input, at, &piece);
        }
        5 | 6 if !words.is_empty() => insert(input, at, words[dice.below(words.len())]),
        7 if !words.is_empty() => {
            let word = words[dice.below(words.len())];
            input.splice(at..end, word.iter().copied());
        }
        8 => {
            let other = &seeds[dice.below(seeds.len())];
            if !other.is_empty() {
                let from = dice.below(other.len());
                input.truncate(at);
                input.extend_from_slice(&other[from..]);
            }
        }
        _ => input.truncate(at),
    }
}

fn insert(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}

/// Highest resident size of the process so far, kB; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[test]
fn a_fault_is_found() {
    let found = catch_unwind(|| {
        run("coba", vec![b"aman".to_vec()], &[b"jatuh"], |input| {
            assert!(!input.windows(5).any(|five| five == b"jatuh"), "found");
        });
    });
    assert!(found.is_err(), "a target that fails must be seen to fail");
}
