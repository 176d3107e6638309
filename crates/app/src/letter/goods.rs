//! Transport, packages, containers and goods lines as the document declares them.

use declaration::document::{Barang, Dokumen, Kontainer};
use kernel::{Dec4, Decimal, Kode};

use super::context::{Ctx, text};
use super::words;
use crate::surat::{BarangRingkas, Kemasan, NomorTanggal, Pengangkutan, PetiKemas};

/// House transport documents, then master ones.
const TRANSPORT_PAPERS: [&[&str]; 2] = [&["705", "740"], &["704", "741"]];

impl Ctx<'_> {
    /// How the goods came and where they lie.
    pub fn transport(&self) -> Pengangkutan {
        let doc = self.source.doc;
        let means = doc.pengangkut.first();
        let port = text(&doc.kode_pel_bongkar);
        let port = if port.is_empty() { text(&doc.kode_pel_tujuan) } else { port };
        Pengangkutan {
            sarana: means.map(|means| text(&means.nama_pengangkut)).unwrap_or_default(),
            nomor_voy: means.map(|means| text(&means.nomor_pengangkut)).unwrap_or_default(),
            bl_awb: self.transport_paper(),
            bc11: numbered(text(&doc.nomor_bc11), doc.tanggal_bc11.value().map(kernel::Tanggal::date)),
            pos: self.position(),
            tempat_penimbunan: self.storage_place(),
            pelabuhan_bongkar: self.names.full("pelabuhan", &port),
        }
    }

    /// The storage place, `Name (CODE)`.
    pub fn storage_place(&self) -> String {
        self.names.full("tps", &text(&self.source.doc.kode_tps))
    }

    fn transport_paper(&self) -> Option<NomorTanggal> {
        let papers = &self.source.doc.dokumen;
        let of = |codes: &[&str]| papers.iter().find(|paper| is_one_of(paper, codes));
        let paper = TRANSPORT_PAPERS.into_iter().find_map(of)?;
        numbered(text(&paper.nomor_dokumen), paper.tanggal_dokumen.value().map(kernel::Tanggal::date))
    }

    /// The matched manifest position, else the declared one, in groups of four digits.
    fn position(&self) -> String {
        let doc = self.source.doc;
        let declared = || format!("{}{}", text(&doc.pos_bc11), text(&doc.subpos_bc11));
        let pos = self.issue.state.pos.clone().unwrap_or_else(declared);
        let mut grouped = String::with_capacity(16);
        for (i, c) in pos.chars().enumerate() {
            if i > 0 && i % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(c);
        }
        grouped
    }

    /// Packages by kind.
    pub fn packages(&self) -> Vec<Kemasan> {
        let row = |row: &declaration::document::Kemasan| Kemasan {
            jumlah: row.jumlah_kemasan.value().map(|n| count(n.get())).unwrap_or_default(),
            jenis: self.names.full("kemasan", &text(&row.kode_jenis_kemasan)),
            merek: text(&row.merk_kemasan),
        };
        self.source.doc.kemasan.iter().map(row).collect()
    }

    /// Packages of all kinds.
    pub fn package_count(&self) -> u64 {
        let counts = self.source.doc.kemasan.iter().filter_map(|row| row.jumlah_kemasan.value());
        counts.fold(0, |sum, n| sum.saturating_add(n.get()))
    }

    /// All containers.
    pub fn containers(&self) -> Vec<PetiKemas> {
        self.source.doc.kontainer.iter().map(|row| self.container(row)).collect()
    }

    fn container(&self, row: &Kontainer) -> PetiKemas {
        PetiKemas {
            nomor: text(&row.nomor_kontainer),
            ukuran: text(&row.kode_ukuran_kontainer),
            tipe: self.names.short("tipe_kontainer", &text(&row.kode_tipe_kontainer)),
            muatan: self.names.short("jenis_kontainer", &text(&row.kode_jenis_kontainer)),
        }
    }

    /// Goods lines in short.
    pub fn goods(&self) -> Vec<BarangRingkas> {
        let line = |(index, goods): (usize, &Barang)| BarangRingkas {
            seri: seri(index, goods),
            pos_tarif: text(&goods.pos_tarif),
            uraian: described(goods),
            jumlah: goods.jumlah_satuan.value().unwrap_or_default(),
            satuan: self.names.full("satuan", &text(&goods.kode_satuan_barang)),
        };
        self.source.doc.barang.iter().enumerate().map(line).collect()
    }

    /// The goods line with a number.
    pub fn line(&self, wanted: u32) -> Option<&Barang> {
        let mut lines = self.source.doc.barang.iter().enumerate();
        lines.find(|(index, goods)| seri(*index, goods) == wanted).map(|(_, goods)| goods)
    }
}

/// The line's number, else its place.
fn seri(index: usize, goods: &Barang) -> u32 {
    let place = || u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
    goods.seri_barang.value().map_or_else(place, kernel::Seri::get)
}

/// Description with brand, type and size, by which an inspector knows the goods.
fn described(goods: &Barang) -> String {
    let mut out = text(&goods.uraian);
    for (label, value) in [("merek", &goods.merk), ("tipe", &goods.tipe), ("ukuran", &goods.ukuran)] {
        let value = text(value);
        if !value.is_empty() {
            out = format!("{out}, {label} {value}");
        }
    }
    words::clip(&out)
}

fn is_one_of(paper: &Dokumen, codes: &[&str]) -> bool {
    paper.kode_dokumen.good().is_some_and(|kode: &Kode| codes.contains(&kode.as_str()))
}

/// A number with its date; none without the number.
pub(super) fn numbered(nomor: String, tanggal: Option<kernel::Date>) -> Option<NomorTanggal> {
    (!nomor.is_empty()).then_some(NomorTanggal { nomor, tanggal })
}

fn count(n: u64) -> Dec4 {
    Dec4::new(Decimal::from(n)).unwrap_or_default()
}
