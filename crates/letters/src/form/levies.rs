//! Rows 37 to 44: totals of the levies by what happens to them.

use app::surat::PungutanFormulir;
use kernel::Rupiah;
use serde::Serialize;

/// Columns: the facility codes that each one sums.
const COLUMNS: [&[&str]; 8] = [&["1"], &["2"], &["3", "9"], &["4"], &["5"], &["6"], &["7"], &["8"]];

/// Rows of the form: number, name, levies summed.
const ROWS: [(&str, &str, &[&str]); 7] = [
    ("37", "BM", &["BM"]),
    ("38", "BM KITE", &["BMKITE"]),
    ("39", "BMT", &["BMAD", "BMADS", "BMI", "BMIS", "BMTP", "BMTPS", "BMP"]),
    ("40", "Cukai", &["CEA", "CMEA", "CTEM", "CUKAI"]),
    ("41", "PPN", &["PPN"]),
    ("42", "PPnBM", &["PPNBM"]),
    ("43", "PPh", &["PPH"]),
];

/// One row of the table.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    nomor: &'static str,
    uraian: String,
    nilai: [Rupiah; COLUMNS.len()],
}

/// The table with its total; levies without a row of their own come before the total.
pub fn table(levies: &[PungutanFormulir]) -> Result<Vec<Row>, String> {
    let mut out = Vec::with_capacity(ROWS.len() + 1);
    for (number, name, codes) in ROWS {
        out.push(row(number, name, levies.iter().filter(|l| codes.contains(&l.kode_jenis_pungutan.as_str())))?);
    }
    let listed = |levy: &&PungutanFormulir| ROWS.iter().any(|r| r.2.contains(&levy.kode_jenis_pungutan.as_str()));
    let others: Vec<&PungutanFormulir> = levies.iter().filter(|levy| !listed(levy)).collect();
    if let Some(first) = others.first() {
        let alone = others.iter().all(|levy| levy.kode_jenis_pungutan == first.kode_jenis_pungutan);
        let name = if alone { first.kode_jenis_pungutan.as_str() } else { "Lainnya" };
        out.push(row("", name, others.iter().copied())?);
    }
    out.push(row("44", "TOTAL", levies.iter())?);
    Ok(out)
}

fn row<'a>(nomor: &'static str, name: &str, levies: impl Iterator<Item = &'a PungutanFormulir>) -> Result<Row, String> {
    let mut nilai = [Rupiah::ZERO; COLUMNS.len()];
    for levy in levies {
        let code = levy.kode_fasilitas_tarif.as_str();
        let column = COLUMNS.iter().position(|codes| codes.contains(&code));
        let cell =
            column.and_then(|i| nilai.get_mut(i)).ok_or_else(|| format!("fasilitas tarif {code} tidak dikenal"))?;
        *cell = cell.plus(levy.nilai).ok_or("jumlah pungutan melewati batas")?;
    }
    Ok(Row { nomor, uraian: name.to_owned(), nilai })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levy(kind: &str, facility: &str, amount: i64) -> PungutanFormulir {
        PungutanFormulir {
            kode_jenis_pungutan: kind.to_owned(),
            kode_fasilitas_tarif: facility.to_owned(),
            nilai: Rupiah(amount),
        }
    }

    #[test]
    fn levies_fall_into_their_row_and_column() {
        let rows =
            table(&[levy("BM", "1", 10), levy("BMAD", "1", 5), levy("BMTP", "9", 7), levy("DENDA", "1", 3)]).unwrap();
        let line = |name: &str| rows.iter().find(|r| r.uraian == name).map(|r| r.nilai.map(|n| n.0));
        assert_eq!(line("BM"), Some([10, 0, 0, 0, 0, 0, 0, 0]));
        assert_eq!(line("BMT"), Some([5, 0, 7, 0, 0, 0, 0, 0]));
        assert_eq!(line("DENDA"), Some([3, 0, 0, 0, 0, 0, 0, 0]));
        assert_eq!(line("TOTAL"), Some([18, 0, 7, 0, 0, 0, 0, 0]));
        assert_eq!(rows.len(), 9);
    }

    #[test]
    fn an_unknown_facility_or_an_overflow_is_refused() {
        assert!(table(&[levy("BM", "0", 1)]).is_err());
        assert!(table(&[levy("BM", "1", i64::MAX), levy("BM", "1", 1)]).is_err());
    }
}
