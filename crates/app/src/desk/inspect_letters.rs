//! What the minutes (BAP) and the report (LHP) print of a recorded inspection.

use serde_json::Value;

use super::inspect::{Kontainer, Pemeriksaan, Temuan};
use crate::access::Actor;
use crate::letter::{BapExtra, LhpBarang, LhpExtra, Pelaksanaan};
use crate::surat::{NomorTanggal, Pejabat, PetiKemasDiperiksa, Saksi};

/// What both letters say of the inspection.
pub(super) struct Went {
    /// Who recorded it.
    pub actor: Actor,
    /// Photos taken.
    pub photos: u32,
    /// Instruction and minutes, as far as they are issued.
    pub letters: (Option<NomorTanggal>, Option<NomorTanggal>),
}

impl Went {
    fn how(&self, isi: &Pemeriksaan) -> Pelaksanaan {
        let jabatan = self.actor.role.title().unwrap_or_default().to_owned();
        Pelaksanaan {
            ip: self.letters.0.clone(),
            lokasi: isi.lokasi.clone(),
            mulai: isi.mulai,
            selesai: isi.selesai,
            tingkat: isi.tingkat,
            contoh: isi.contoh.clone(),
            jumlah_foto: self.photos,
            pemeriksa: vec![Pejabat { nama: self.actor.name.clone(), nip: String::new(), jabatan }],
        }
    }

    /// Data of the minutes.
    pub fn minutes(&self, isi: &Pemeriksaan) -> Value {
        let witness = || Saksi { nama: isi.saksi_nama.clone(), jabatan: isi.saksi_jabatan.clone() };
        let container = |one: &Kontainer| PetiKemasDiperiksa {
            nomor: if one.nomor_ditemukan.is_empty() { one.nomor.clone() } else { one.nomor_ditemukan.clone() },
            ukuran: one.ukuran.clone(),
            segel: one.segel.clone(),
            segel_utuh: one.segel_utuh == Some(true),
            sesuai: one.nomor_ditemukan.is_empty(),
            catatan: if one.nomor_ditemukan.is_empty() {
                one.catatan.clone()
            } else {
                format!("diberitahukan {}. {}", one.nomor, one.catatan).trim().to_owned()
            },
        };
        let extra = BapExtra {
            pelaksanaan: self.how(isi),
            saksi: (!isi.saksi_nama.is_empty()).then(witness),
            peti_kemas: isi.kontainer.iter().map(container).collect(),
            kemasan_dibuka: isi.kemasan_dibuka.clone(),
        };
        extra.into()
    }

    /// Data of the report.
    pub fn report(&self, isi: &Pemeriksaan) -> Value {
        let barang = isi.barang.iter().map(line).collect();
        LhpExtra { pelaksanaan: self.how(isi), bap: self.letters.1.clone(), barang }.into()
    }
}

fn line(one: &Temuan) -> LhpBarang {
    let mut remarks = Vec::new();
    remarks.extend(one.pos_tarif.as_ref().map(|hs| format!("Pos tarif menurut pemeriksa {hs}")));
    remarks.extend(Some(&one.kondisi).filter(|t| !t.is_empty()).map(|t| format!("Kondisi: {}", condition(t))));
    remarks.extend(Some(&one.catatan).filter(|t| !t.is_empty()).cloned());
    LhpBarang {
        seri: one.seri,
        uraian_ditemukan: one.uraian.clone(),
        jumlah_ditemukan: one.jumlah,
        satuan: String::new(),
        negara_asal: one.negara.clone(),
        sesuai: one.sesuai == Some(true),
        catatan: remarks.join(". "),
    }
}

/// Conditions that inspectors tell apart.
pub(super) fn condition(code: &str) -> &str {
    match code {
        "1" => "baru",
        "2" => "bukan baru",
        "3" => "rusak",
        other => other,
    }
}
