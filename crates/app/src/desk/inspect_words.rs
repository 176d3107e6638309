//! What a recorded inspection says in words. Only what was looked at is spoken of.

use kernel::{Marks, NomorKontainer, Shape};

use super::inspect::{Kontainer, Pemeriksaan, Temuan};
use super::inspect_letters::condition;

impl Kontainer {
    /// Whether the number met carries the check digit that it should; true when none was met.
    pub fn check_digit_ok(&self) -> bool {
        self.nomor_ditemukan.parse::<NomorKontainer>().map_or(true, |met| met.check_digit_ok())
    }
}

impl Pemeriksaan {
    /// The text of the minutes: the inspector's own, else what the record makes.
    pub fn minutes_text(&self) -> String {
        if self.uraian.is_empty() { self.minutes() } else { self.uraian.clone() }
    }

    /// The minutes in words, from what was recorded: the inspector adds to them.
    pub fn minutes(&self) -> String {
        let mut lines = self.containers_words();
        let of = |outcome: Option<bool>| -> Vec<u32> {
            self.barang.iter().filter(|b| b.sesuai == outcome).map(|b| b.seri).collect()
        };
        let (same, other, open) = (of(Some(true)), of(Some(false)), of(None));
        if same.is_empty() && other.is_empty() {
            lines.push("Rincian barang dimuat dalam LHP.".to_owned());
            return lines.join("\n");
        }
        if other.is_empty() && open.is_empty() {
            lines.push("Jumlah dan jenis barang sesuai pemberitahuan.".to_owned());
        } else if !same.is_empty() {
            lines.push(format!("Barang nomor {} sesuai pemberitahuan.", ranges(&same)));
        }
        if !other.is_empty() {
            lines.push(format!("Barang nomor {} tidak sesuai pemberitahuan; rinciannya dalam LHP.", ranges(&other)));
        }
        if !open.is_empty() {
            lines.push(format!("Barang nomor {} belum diperiksa; hasilnya dalam LHP.", ranges(&open)));
        }
        lines.join("\n")
    }

    fn containers_words(&self) -> Vec<String> {
        let seen: Vec<&Kontainer> = self.kontainer.iter().filter(|k| k.segel_utuh.is_some()).collect();
        let mut lines = Vec::new();
        if seen.is_empty() {
            return lines;
        }
        lines.push(format!("Diperiksa {} peti kemas.", number(&seen.len().to_string())));
        let broken: Vec<&str> = seen.iter().filter(|k| k.segel_utuh == Some(false)).map(|k| k.nomor.as_str()).collect();
        lines.push(if broken.is_empty() {
            "Semua segel utuh.".to_owned()
        } else {
            format!("Segel tidak utuh pada {}.", broken.join(", "))
        });
        lines.extend(seen.iter().filter_map(|one| another(one)));
        lines
    }

    /// The conclusion in words.
    pub fn conclusion(&self) -> String {
        if self.agrees() {
            return "Jumlah dan jenis barang sesuai pemberitahuan.".to_owned();
        }
        let boxes = self.kontainer.iter().flat_map(|one| {
            let broken = (one.segel_utuh == Some(false)).then(|| format!("Segel tidak utuh pada {}.", one.nomor));
            [another(one), broken].into_iter().flatten()
        });
        let goods = self.barang.iter().filter(|b| b.sesuai == Some(false)).map(difference);
        boxes.chain(goods).collect::<Vec<_>>().join(" ")
    }
}

/// Another container than declared.
fn another(one: &Kontainer) -> Option<String> {
    let met = Some(&one.nomor_ditemukan).filter(|met| !met.is_empty())?;
    Some(format!("Peti kemas {} ditemukan bernomor {met}.", one.nomor))
}

/// In what a goods line differs.
fn difference(one: &Temuan) -> String {
    let mut parts = Vec::new();
    parts.extend(one.jumlah.map(|n| format!("jumlah ditemukan {}", number(&n.to_string()))));
    parts.extend(one.pos_tarif.as_ref().map(|hs| format!("pos tarif seharusnya {hs}")));
    let condition = condition(&one.kondisi);
    for (name, text) in [
        ("jenis ditemukan ", one.uraian.as_str()),
        ("negara asal ", one.negara.as_str()),
        ("kondisi ", condition),
        ("", one.catatan.as_str()),
    ] {
        if !text.is_empty() {
            parts.push(format!("{name}{}", text.trim_end_matches('.')));
        }
    }
    format!("Barang {}: {}.", one.seri, if parts.is_empty() { "tidak sesuai".into() } else { parts.join("; ") })
}

fn number(text: &str) -> String {
    Shape::Number.show(text, Marks::Comma)
}

/// Rising numbers, neighbours drawn together: `1–3, 7`.
fn ranges(numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for n in numbers.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(n) => *last = n,
            _ => runs.push((n, n)),
        }
    }
    let run = |(first, last): (u32, u32)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(outcomes: &[Option<bool>]) -> Pemeriksaan {
        let line = |(seri, sesuai): (u32, &Option<bool>)| Temuan { seri, sesuai: *sesuai, ..Temuan::default() };
        Pemeriksaan { barang: (1..).zip(outcomes).map(line).collect(), ..Pemeriksaan::default() }
    }

    #[test]
    fn minutes_speak_of_what_was_looked_at() {
        let words = |outcomes: &[Option<bool>]| record(outcomes).minutes();
        assert_eq!(words(&[None, None]), "Rincian barang dimuat dalam LHP.");
        assert_eq!(words(&[Some(true), Some(true)]), "Jumlah dan jenis barang sesuai pemberitahuan.");
        let part = words(&[Some(true), Some(true), Some(true), Some(false), None]);
        assert!(part.starts_with("Barang nomor 1–3 sesuai pemberitahuan.\nBarang nomor 4 tidak sesuai"), "{part}");
        assert!(part.ends_with("Barang nomor 5 belum diperiksa; hasilnya dalam LHP."), "{part}");
    }

    #[test]
    fn figures_are_written_as_letters_write_them() {
        let mut found = record(&[Some(false)]);
        found.barang[0].jumlah = "2500".parse().ok();
        found.barang[0].catatan = "Lebih dari PIB".into();
        assert_eq!(found.conclusion(), "Barang 1: jumlah ditemukan 2.500; Lebih dari PIB.");
    }

    #[test]
    fn another_container_is_named() {
        let one = Kontainer {
            nomor: "CSQU3054383".into(),
            nomor_ditemukan: "CSQU3054384".into(),
            segel_utuh: Some(true),
            ..Kontainer::default()
        };
        assert!(!one.check_digit_ok());
        let found = Pemeriksaan { kontainer: vec![one], ..Pemeriksaan::default() };
        assert_eq!(found.conclusion(), "Peti kemas CSQU3054383 ditemukan bernomor CSQU3054384.");
    }
}
