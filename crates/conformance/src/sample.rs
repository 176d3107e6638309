//! Documents of our own: the repository's example, dated today, for the company that is logged in, at today's rate.

use serde_json::{Value, json};

/// The example that every document is made from.
const EXAMPLE: &str = include_str!("../../../examples/pib-hijau.json");
/// The rate at which its rupiah are written.
const ITS_RATE: f64 = 16_300.0;

/// What a document is made for.
#[derive(Debug, Clone)]
pub struct Frame {
    /// 16 digits.
    pub npwp: String,
    /// Of the importer.
    pub name: String,
    /// Rupiah for one dollar.
    pub rate: f64,
    /// `YYYY-MM-DD`.
    pub today: String,
    /// `YYYY-MM-DD`.
    pub yesterday: String,
}

/// A right document under an aju, with a bill of lading of its own.
pub fn document(frame: &Frame, aju: &str) -> Result<Value, String> {
    let mut doc: Value = serde_json::from_str(EXAMPLE).map_err(|e| e.to_string())?;
    doc["nomorAju"] = json!(aju);
    doc["ndpbm"] = json!(frame.rate);
    for member in ["tanggalAju", "tanggalTtd"] {
        doc[member] = json!(frame.today);
    }
    for member in ["tanggalTiba", "tanggalBc11"] {
        doc[member] = json!(frame.yesterday);
    }
    doc["dokumen"][1]["nomorDokumen"] = json!(format!("KIT{}", &aju[6..12]) + &aju[20..]);
    for entity in [0, 1] {
        doc["entitas"][entity]["nomorIdentitas"] = json!(frame.npwp);
        doc["entitas"][entity]["namaEntitas"] = json!(frame.name);
    }
    doc["entitas"][0]["nitku"] = json!(format!("{}000000", frame.npwp));
    for item in doc["barang"].as_array_mut().into_iter().flatten() {
        item["ndpbm"] = json!(frame.rate);
        revalue(&mut item["cifRupiah"], frame.rate);
        for levy in item["barangTarif"].as_array_mut().into_iter().flatten() {
            revalue(&mut levy["nilaiBayar"], frame.rate);
        }
    }
    Ok(doc)
}

/// Puts the document at a manifest position of the sandbox's vessel, with the bill of lading that stands there.
pub fn at_position(doc: &mut Value, position: u32) {
    doc["posBc11"] = json!(format!("{position:04}"));
    doc["dokumen"][1]["nomorDokumen"] = json!(format!("CTHSHA{position:07}"));
}

/// Rupiah follow the rate in proportion.
fn revalue(amount: &mut Value, rate: f64) {
    if let Some(rupiah) = amount.as_f64() {
        *amount = json!((rupiah * rate / ITS_RATE * 100.0).round() / 100.0);
    }
}

/// An aju nobody used: six characters tell the run, six digits the document.
pub fn aju(seed: u64, today: &str, serial: u32) -> String {
    const SIGNS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut code = String::from("K");
    let mut rest = seed;
    for _ in 0..5 {
        code.push(char::from(SIGNS[usize::try_from(rest % 36).unwrap_or_default()]));
        rest /= 36;
    }
    format!("000020{code}{}{serial:06}", today.replace('-', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_dated_valued_and_named() {
        let frame = Frame {
            npwp: "0990000010999000".into(),
            name: "PT Contoh".into(),
            rate: 16_350.0,
            today: "2026-03-06".into(),
            yesterday: "2026-03-05".into(),
        };
        let aju = aju(12_345, &frame.today, 7);
        assert_eq!((aju.len(), &aju[12..]), (26, "20260306000007"));
        let doc = document(&frame, &aju).unwrap();
        assert_eq!(doc["barang"][0]["cifRupiah"], json!(207_040_050.0));
        assert_eq!(doc["entitas"][0]["nitku"], "0990000010999000000000");
        assert_eq!(doc["tanggalBc11"], "2026-03-05");
    }
}
