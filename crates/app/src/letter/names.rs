//! Names of codes, from the reference data by which the document was judged.

use kernel::{Date, Text};
use reference::Snapshot;

/// Looks names up; what is unknown keeps its code.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    /// Reference data.
    pub snapshot: &'a Snapshot,
    /// Day of the small lists.
    pub today: Date,
    /// Office of the storage places.
    pub kantor: &'a str,
}

impl<'a> Names<'a> {
    /// The name of `code` in a list, called as in the reference tables; none when unknown.
    pub fn name(self, list: &str, code: &str) -> Option<&'a str> {
        let snapshot = self.snapshot;
        let name = match list {
            "kantor_pabean" => snapshot.kantor(code)?.nama(),
            "negara" => snapshot.negara(code)?.nama_id(),
            "pelabuhan" => snapshot.pelabuhan(code)?.nama(),
            "tps" => snapshot.tps(self.kantor, code)?.nama(),
            "valuta" => snapshot.valuta(code)?.nama_id(),
            "satuan" => without_remark(snapshot.satuan(code)?.nama_id()),
            "kemasan" => snapshot.kemasan(code)?.nama_id(),
            "kode_dokumen" => snapshot.dokumen(code)?.uraian(),
            small => snapshot.kode(small, code, self.today)?.nama_id(),
        };
        Some(name).filter(|name| !name.is_empty())
    }

    /// `Name (CODE)`, or the code alone.
    pub fn full(self, list: &str, code: &str) -> String {
        self.name(list, code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"))
    }

    /// The name, or the code when it has none.
    pub fn short(self, list: &str, code: &str) -> String {
        self.name(list, code).unwrap_or(code).to_owned()
    }

    /// The name of a levy, interest or fine.
    pub fn levy(self, code: &str) -> String {
        match (declaration::levy::Levy::from_code(code), code) {
            (Some(levy), _) => Text::clone(levy.label()).id.into_owned(),
            (None, "BUNGA") => "Bunga".to_owned(),
            (None, _) => self.short("jenis_pungutan", code),
        }
    }

    /// The account that a levy is paid to; blank when none is known.
    pub fn account(self, levy: &str) -> String {
        self.snapshot.kode("akun", levy, self.today).map(|row| row.nama_id().to_owned()).unwrap_or_default()
    }
}

/// A name without a remark in brackets at its end, which is for who chooses a code: `Buah (kode lama)`.
fn without_remark(name: &str) -> &str {
    name.rsplit_once(" (").filter(|(_, rest)| rest.ends_with(')')).map_or(name, |(plain, _)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_remark_at_the_end_is_left_out() {
        let names = ["Buah (kode lama)", "Liter (l) per jam", "Ton (metrik) kotor (kode lama)", "Set"];
        assert_eq!(names.map(without_remark), ["Buah", "Liter (l) per jam", "Ton (metrik) kotor", "Set"]);
    }
}
