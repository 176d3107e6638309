//! Names of the codes that a document uses: the form prints them beside the codes.

use std::collections::BTreeMap;

use declaration::Pib;
use declaration::document::{AnyField, Path, Section, Visit};

use super::names::Names;

/// Member of a document, and the list that its codes belong to, called as the form asks for it.
const LISTS: &[(&str, &str)] = &[
    ("kodeKantor", "kantor_pabean"),
    ("kodeJenisProsedur", "jenis_prosedur"),
    ("kodeJenisImpor", "jenis_impor"),
    ("kodeCaraBayar", "cara_bayar"),
    ("kodePelMuat", "pelabuhan"),
    ("kodePelTransit", "pelabuhan"),
    ("kodePelTujuan", "pelabuhan"),
    ("kodeTps", "tps"),
    ("kodeTutupPu", "tutup_pu"),
    ("kodeValuta", "valuta"),
    ("kodeJenisNilai", "jenis_nilai"),
    ("kodeAsuransi", "asuransi"),
    ("kodeCaraAngkut", "cara_angkut"),
    ("kodeBendera", "negara"),
    ("kodeNegara", "negara"),
    ("kodeNegaraAsal", "negara"),
    ("kodeJenisIdentitas", "jenis_identitas"),
    ("kodeJenisApi", "jenis_api"),
    ("kodeStatus", "status_pengusaha"),
    ("kodeDokumen", "kode_dokumen"),
    ("kodeFasilitas", "fasilitas"),
    ("kodeJenisKontainer", "jenis_kontainer"),
    ("kodeTipeKontainer", "tipe_kontainer"),
    ("kodeJenisKemasan", "kemasan"),
    ("kodeSatuanBarang", "satuan"),
    ("kodeKondisiBarang", "kondisi_barang"),
    ("kodeSpekKhusus", "spek_khusus"),
    ("kodeFasilitasTarif", "fasilitas_tarif"),
    ("kodeJenisVd", "jenis_vd"),
    ("kodeJenisJaminan", "jenis_jaminan"),
];

/// Most codes named: a document of nonsense does not make a dictionary.
const MOST: usize = 5_000;

/// List, then code, then name; a code without a name is left out.
pub(super) fn of(doc: &Pib, names: Names<'_>) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut collect = Collect { names, found: BTreeMap::new(), count: 0 };
    doc.walk(&Path::Root, &mut collect);
    collect.found
}

struct Collect<'a> {
    names: Names<'a>,
    found: BTreeMap<String, BTreeMap<String, String>>,
    count: usize,
}

impl Visit for Collect<'_> {
    fn field(&mut self, _: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        let Some((_, list)) = LISTS.iter().find(|(member, _)| *member == name) else { return };
        if field.blank() || field.problem().is_some() || self.count >= MOST {
            return;
        }
        // The form looks countries up in capitals.
        let code = if *list == "negara" { field.text().to_uppercase() } else { field.text() };
        if self.found.get(*list).is_some_and(|known| known.contains_key(&code)) {
            return;
        }
        if let Some(known) = self.names.name(list, &code) {
            self.count += 1;
            self.found.entry((*list).to_owned()).or_default().insert(code, known.to_owned());
        }
    }

    fn extra(&mut self, _: &Path<'_>, _: &str, _: &declaration::Raw, _: bool) {}
}
