//! Measures: the load, each kind cold and warm, and the form with many goods lines.

#![expect(clippy::print_stdout, reason = "a tool for the command line")]

use std::error::Error;
use std::time::{Duration, Instant};

use app::ports::Letters;
use letters::{KINDS, Typst, samples};

const ROUNDS: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let (letters, load) = timed(Typst::new);
    let letters = letters?;
    println!("load {load:?}");
    for kind in KINDS {
        let mut data = samples::sample(kind.name).ok_or("no sample")?;
        let (first, cold) = timed(|| letters.render(kind.name, &data));
        let bytes = first?.len();
        let mut warm = Duration::ZERO;
        for round in 0..ROUNDS {
            data["kop"]["nomor"] = format!("{round:06}/KBC.0403/2026").into();
            let (again, time) = timed(|| letters.render(kind.name, &data));
            again?;
            warm += time;
        }
        println!("{:<12} first {cold:>10.1?}  next {:>10.1?}  {bytes} bytes", kind.name, warm / ROUNDS);
    }
    for count in [50, 500, 5_000] {
        let form = serde_json::to_value(samples::form_with_items(count))?;
        let (bytes, time) = timed(|| letters.render("BC20", &form));
        println!("BC20 with {count} goods lines {time:.1?}, {} bytes", bytes?.len());
    }
    println!(
        "{}",
        std::fs::read_to_string("/proc/self/status")?.lines().filter(|l| l.starts_with("VmHWM")).collect::<String>()
    );
    Ok(())
}

fn timed<T>(job: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let out = job();
    (out, start.elapsed())
}
