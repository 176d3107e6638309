//! The document that is sent again and again, renumbered for next to nothing.

use serde_json::Value;

/// Before the number of the bill of lading in the sample.
const BILL: &str = "CTHSHA";
/// Before the manifest position.
const POSITION: &str = "\"posBc11\":\"";
/// Characters of an aju before its sequence number.
const STEM: usize = 20;

/// A document with the places of its three numbers.
pub struct Sheet {
    text: String,
    aju: usize,
    position: usize,
    bill: usize,
}

impl Sheet {
    /// Finds the places in a sample.
    pub fn new(text: &str) -> Result<Self, String> {
        let sample: Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
        let aju = sample["nomorAju"].as_str().unwrap_or_default();
        let after =
            |what: &str, skip: usize| text.find(what).map(|at| at + skip).ok_or(format!("no {what} in the sample"));
        let (aju, position, bill) = (after(aju, STEM)?, after(POSITION, POSITION.len())?, after(BILL, BILL.len())?);
        Ok(Self { text: text.to_owned(), aju, position, bill })
    }

    /// As it came.
    pub fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The same document under another aju, for a manifest position and its bill of lading.
    pub fn numbered(&self, sequence: u32, position: u32) -> String {
        let mut text = self.text.clone();
        text.replace_range(self.aju..self.aju + 6, &format!("{sequence:06}"));
        text.replace_range(self.position..self.position + 4, &format!("{position:04}"));
        text.replace_range(self.bill..self.bill + 7, &format!("{position:07}"));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_change_and_nothing_else() {
        let sample = r#"{"nomorAju":"000020CTH00120260306000000","posBc11":"0001","b":"CTHSHA0000001"}"#;
        let wanted = r#"{"nomorAju":"000020CTH00120260306000042","posBc11":"0007","b":"CTHSHA0000007"}"#;
        assert_eq!(Sheet::new(sample).unwrap().numbered(42, 7), wanted);
    }
}
