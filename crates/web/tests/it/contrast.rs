//! Contrast of every pair of tokens that meet, in both themes (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

/// Text on ground, at least 4.5.
const TEXT: &[(&str, &str)] = &[
    ("teks", "alas"),
    ("teks", "muka"),
    ("teks", "kode-alas"),
    ("teks", "sorot"),
    ("redup", "alas"),
    ("redup", "muka"),
    ("redup", "sorot"),
    ("tautan", "alas"),
    ("tautan", "muka"),
    ("tautan", "sorot"),
    ("tautan-sorot", "alas"),
    ("tautan-sorot", "muka"),
    ("tautan-sorot", "sorot"),
    ("tombol-teks", "tombol"),
    ("tombol-teks", "tombol-sorot"),
    ("bahaya-teks", "bahaya"),
    ("bahaya-teks", "bahaya-sorot"),
    ("kepala-teks", "kepala"),
    ("kepala-teks", "kepala-sorot"),
    ("kepala-redup", "kepala"),
    ("fokus-teks", "fokus"),
    ("baik", "baik-alas"),
    ("baik", "muka"),
    ("awas", "awas-alas"),
    ("buruk", "buruk-alas"),
    ("buruk", "alas"),
    ("buruk", "muka"),
    ("kabar", "kabar-alas"),
    ("netral", "netral-alas"),
];

/// Controls and marks on ground, at least 3.
const CONTROLS: &[(&str, &str)] = &[
    ("tepi", "muka"),
    ("tepi", "alas"),
    ("tepi", "sorot"),
    ("tombol", "muka"),
    ("tombol", "alas"),
    ("bahaya", "muka"),
    ("bahaya", "alas"),
    ("emas", "kepala"),
    ("fokus", "kepala"),
    ("kabar", "alas"),
    ("baik", "alas"),
    ("awas", "alas"),
    ("buruk", "alas"),
];

type Tokens = BTreeMap<String, [u8; 3]>;

/// Tokens of the light theme, and of the dark one.
fn themes() -> [Tokens; 2] {
    let scss = include_str!("../../../../ui/styles/_tokens.scss");
    ["light", "dark"].map(|theme| {
        let (_, rest) = scss.split_once(&format!("@mixin {theme} {{")).unwrap();
        tokens(rest.split('}').next().unwrap())
    })
}

fn tokens(block: &str) -> Tokens {
    let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"));
    lines
        .map(|(name, hex)| {
            let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
            (name.to_owned(), [byte(0), byte(2), byte(4)])
        })
        .collect()
}

fn luminance(colour: [u8; 3]) -> f64 {
    let part = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_can_be_read_in_both_themes() {
    for (theme, tokens) in ["light", "dark"].into_iter().zip(themes()) {
        for (pairs, least) in [(TEXT, 4.5), (CONTROLS, 3.0)] {
            for (front, back) in pairs {
                let ratio = contrast(tokens[*front], tokens[*back]);
                assert!(ratio >= least, "{theme}: {front} on {back} is {ratio:.2}");
            }
        }
    }
}

#[test]
fn focus_shows_on_every_ground() {
    for (theme, tokens) in ["light", "dark"].into_iter().zip(themes()) {
        for ground in ["alas", "muka", "sorot", "kepala", "kepala-sorot", "awas-alas"] {
            // The gold ground or the dark edge around it.
            let best = ["fokus", "fokus-teks"]
                .map(|mark| contrast(tokens[mark], tokens[ground]))
                .into_iter()
                .fold(0.0, f64::max);
            assert!(best >= 3.0, "{theme}: focus on {ground} is {best:.2}");
        }
    }
}

#[test]
fn both_themes_set_every_colour() {
    let [light, dark] = themes();
    assert!(light.keys().eq(dark.keys()));
    assert!(contrast([0; 3], [255; 3]) > 20.9);
}
