//! `pabean reference import`: the starter pack, a bad file, a good one, and a full-size pack where one is at hand.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

/// A fresh installation in a folder of its own.
struct Installation(PathBuf);

impl Installation {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("pabean-ref-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn import(&self, path: &Path, more: &[&str]) -> (i32, String) {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_pabean"))
            .args(["reference", "import"])
            .arg(path)
            .args(more)
            .env("PABEAN_DATABASE_URL", format!("sqlite:{}", self.0.join("p.sqlite").display()))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.code().unwrap(), said)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn a_file_is_taken_whole_or_not_at_all() {
    let here = Installation::new("kurs");
    let (code, said) = here.import(&root().join("reference"), &[]);
    assert!(code == 0 && said.contains("Versi referensi 1 berlaku."), "{said}");
    let bad = here.file(
        "kurs_salah.csv",
        "berlaku_dari,berlaku_sampai,valuta,nilai_idr\n2027-01-06,2027-01-12,USD,abc\n2027-01-06,2027-13-12,EUR,17000\n",
    );
    let (code, said) = here.import(&bad, &[]);
    assert_eq!(code, 1, "{said}");
    for place in ["baris 2, kolom 4 (nilai_idr)", "baris 3, kolom 2 (berlaku_sampai)", "Tidak ada yang diimpor"] {
        assert!(said.contains(place), "{place}: {said}");
    }
    let good = here.file(
        "kurs.csv",
        "berlaku_dari,berlaku_sampai,valuta,nilai_idr,kmk\n2027-01-06,2027-01-12,USD,16400,KMK 1/2027\n",
    );
    let (code, said) = here.import(&good, &["--dry-run"]);
    assert!(code == 0 && said.contains("+1 -0 ~0") && said.contains("tidak ada yang ditulis"), "{said}");
    let (code, said) = here.import(&good, &[]);
    assert!(code == 0 && said.contains("Versi referensi 2 berlaku."), "{said}");
    let (code, said) = here.import(&good, &[]);
    assert!(code == 0 && said.contains("Tidak ada perubahan."), "{said}");
}

#[test]
fn a_full_pack_imports_over_the_starter_pack() {
    let pack =
        std::env::var_os("PABEAN_FULL_PACK").map_or_else(|| root().join("../shared/reference/pack"), PathBuf::from);
    if !pack.is_dir() {
        println!("no full-size pack at hand: skipped (PABEAN_FULL_PACK names one)");
        return;
    }
    let here = Installation::new("penuh");
    here.import(&root().join("reference"), &[]);
    let begun = Instant::now();
    let (code, said) = here.import(&pack, &[]);
    println!("full pack imported in {:?}", begun.elapsed());
    assert_eq!(code, 0, "{said}");
    let rows = |table: &str| {
        let line = said.lines().find(|l| l.split_whitespace().nth(1) == Some(table)).unwrap();
        line.split_whitespace().nth(2).unwrap().parse::<u32>().unwrap()
    };
    assert_eq!((rows("tarif"), rows("pelabuhan_dunia")), (11_552, 38_043));
    let rates =
        here.file("kurs.csv", "berlaku_dari,berlaku_sampai,valuta,nilai_idr\n2027-01-06,2027-01-12,USD,16400\n");
    let (code, said) = here.import(&rates, &[]);
    assert!(code == 0, "a week after an imported history: {said}");
}
