//! One step of an inspection as it was typed: tidied, checked, put into the record.

use declaration::workflow::Stage;
use kernel::{Findings, NomorKontainer, Text};

use super::inspect::{Kontainer, Pemeriksaan, Temuan};
use super::{LONGEST, tidy, wrong};
use crate::Error;
use crate::reference::Day;

/// Longest short text.
const SHORT: usize = 200;

/// Where and with whom, and what the minutes say of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Umum {
    /// Where.
    pub lokasi: String,
    /// Who was present for the importer.
    pub saksi_nama: String,
    /// His capacity.
    pub saksi_jabatan: String,
    /// Packages opened.
    pub kemasan_dibuka: String,
    /// Samples.
    pub contoh: String,
    /// Text of the minutes; blank: as the record makes it.
    pub uraian: String,
}

/// One step of the record, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Langkah {
    /// Where and with whom.
    Umum(Umum),
    /// A container.
    Kontainer(Kontainer),
    /// A goods line.
    Barang(Temuan),
    /// Wording of the report; blank: as the record makes it.
    Kesimpulan(String),
}

impl Umum {
    pub(super) fn clean(self) -> Self {
        Self {
            lokasi: short(&self.lokasi),
            saksi_nama: short(&self.saksi_nama),
            saksi_jabatan: short(&self.saksi_jabatan),
            kemasan_dibuka: short(&self.kemasan_dibuka),
            contoh: short(&self.contoh),
            uraian: tidy(&self.uraian, LONGEST),
        }
    }

    pub(super) fn put(self, isi: &mut Pemeriksaan) {
        isi.lokasi = self.lokasi;
        isi.saksi_nama = self.saksi_nama;
        isi.saksi_jabatan = self.saksi_jabatan;
        isi.kemasan_dibuka = self.kemasan_dibuka;
        isi.contoh = self.contoh;
        // What the record itself makes is not kept: it follows what is recorded later.
        isi.uraian = if self.uraian == isi.minutes() { String::new() } else { self.uraian };
    }
}

impl Langkah {
    /// Tidied; what is missing or malformed is said at its field.
    pub(super) fn clean(self) -> Result<Self, Error> {
        Ok(match self {
            Self::Umum(one) => Self::Umum(one.clean()),
            Self::Kontainer(one) => Self::Kontainer(container(one)?),
            Self::Barang(one) => Self::Barang(goods(one)?),
            Self::Kesimpulan(text) => Self::Kesimpulan(tidy(&text, LONGEST)),
        })
    }

    /// Passes what may be recorded at this stage, with codes of the day.
    pub(super) fn fits(&self, stage: Stage, day: &Day) -> Result<(), Error> {
        let one = match self {
            Self::Barang(one) => one,
            Self::Umum(_) | Self::Kontainer(_) if stage == Stage::AwaitLhp => {
                return Err(Error::Refused(Text::fixed(
                    "BAP sudah ditandatangani; tempat, saksi dan peti kemas tidak dapat diubah lagi.",
                    "The minutes are signed; place, witness and containers cannot be changed any more.",
                )));
            }
            _ => return Ok(()),
        };
        let mut findings = Findings::new();
        if let Some(hs) = one.pos_tarif.as_ref().filter(|hs| day.snapshot.tarif(hs.as_str(), day.today).is_none()) {
            let text = Text::made(
                format!("Pos tarif {hs} tidak ada dalam BTKI yang berlaku. Periksa angkanya, atau tulis di catatan."),
                format!("HS code {hs} is not in the tariff in force. Check its digits, or use the remark."),
            );
            findings.push(wrong("pos_tarif", text));
        }
        if !one.negara.is_empty() && day.snapshot.negara(&one.negara).is_none() {
            let text = Text::made(
                format!("Kode negara {} tidak dikenal. Tulis dua huruf, misalnya CN.", one.negara),
                format!("There is no country {}. Write two letters, such as CN.", one.negara),
            );
            findings.push(wrong("negara", text));
        }
        if findings.is_empty() { Ok(()) } else { Err(Error::Findings(findings)) }
    }

    pub(super) fn put(&self, isi: &mut Pemeriksaan) -> Result<(), Error> {
        match self.clone() {
            Self::Umum(one) => one.put(isi),
            Self::Kontainer(one) => {
                let known = isi.kontainer.iter_mut().find(|k| k.nomor == one.nomor).ok_or(Error::NotFound)?;
                *known = Kontainer { ukuran: known.ukuran.clone(), ..one };
            }
            Self::Barang(one) => {
                let known = isi.barang.iter_mut().find(|b| b.seri == one.seri).ok_or(Error::NotFound)?;
                *known = one;
            }
            // As with the minutes.
            Self::Kesimpulan(text) => isi.kesimpulan = if text == isi.conclusion() { String::new() } else { text },
        }
        Ok(())
    }
}

fn short(text: &str) -> String {
    tidy(&text.replace('\n', " "), SHORT)
}

fn container(one: Kontainer) -> Result<Kontainer, Error> {
    let mut findings = Findings::new();
    if one.segel_utuh.is_none() {
        findings.push(wrong("segel_utuh", Text::fixed("Pilih keadaan segel.", "Say whether the seal is whole.")));
    }
    let typed = short(&one.nomor_ditemukan);
    let met = if typed.is_empty() { Ok(String::new()) } else { typed.parse::<NomorKontainer>().map(|n| n.to_string()) };
    let met = met.unwrap_or_else(|_| {
        let text = Text::fixed(
            "Nomor peti kemas 4 huruf (huruf ke-4 U, J atau Z) dan 7 angka, misalnya CSQU3054383.",
            "A container number has 4 letters (the 4th U, J or Z) and 7 digits, such as CSQU3054383.",
        );
        findings.push(wrong("nomor_ditemukan", text));
        typed
    });
    if !findings.is_empty() {
        return Err(Error::Findings(findings));
    }
    let met = if met == one.nomor { String::new() } else { met };
    let (segel, catatan) = (short(&one.segel), tidy(&one.catatan, 500));
    Ok(Kontainer { nomor_ditemukan: met, segel, catatan, ..one })
}

fn goods(one: Temuan) -> Result<Temuan, Error> {
    let one = Temuan {
        uraian: tidy(&one.uraian, 1_000),
        negara: short(&one.negara).to_uppercase(),
        kondisi: short(&one.kondisi),
        catatan: tidy(&one.catatan, 1_000),
        ..one
    };
    found_is_said(&one)?;
    Ok(if one.sesuai == Some(true) {
        Temuan { seri: one.seri, sesuai: Some(true), catatan: one.catatan, ..Temuan::default() }
    } else {
        one
    })
}

/// A line that does not agree says in what.
fn found_is_said(one: &Temuan) -> Result<(), Error> {
    let text = match one.sesuai {
        None => Text::fixed("Pilih sesuai atau tidak sesuai.", "Say whether it agrees."),
        Some(true) => return Ok(()),
        Some(false) => {
            let nothing = one.jumlah.is_none() && one.pos_tarif.is_none();
            if !nothing || [&one.uraian, &one.negara, &one.kondisi, &one.catatan].iter().any(|t| !t.is_empty()) {
                return Ok(());
            }
            Text::fixed(
                "Tulis apa yang berbeda: jumlah, pos tarif, jenis, asal, kondisi, atau catatan.",
                "Say what differs: quantity, HS code, kind, origin, condition, or a remark.",
            )
        }
    };
    Err(Error::Findings(vec![wrong("sesuai", text)]))
}
