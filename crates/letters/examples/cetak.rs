//! Prints a letter to a file: `cetak KIND OUT.pdf [DATA.json]`; without data the kind's sample is printed.

#![expect(clippy::print_stderr, reason = "a tool for the command line")]

use std::error::Error;
use std::time::Instant;

use app::ports::Letters;
use letters::{Typst, samples};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [kind, out, rest @ ..] = args.as_slice() else { return Err("cetak KIND OUT.pdf [DATA.json]".into()) };
    let data = match rest {
        [path, ..] => serde_json::from_slice(&std::fs::read(path)?)?,
        [] => samples::sample(kind).ok_or("no such kind")?,
    };
    let start = Instant::now();
    let letters = Typst::new()?;
    eprintln!("load {:?}", start.elapsed());
    let start = Instant::now();
    let bytes = letters.render(kind, &data)?;
    eprintln!("{kind} {:?}, {} bytes", start.elapsed(), bytes.len());
    std::fs::write(out, bytes)?;
    Ok(())
}
