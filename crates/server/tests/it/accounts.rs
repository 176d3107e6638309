//! `pabean accounts import` and `pabean admin create-officer`.

use std::path::PathBuf;
use std::process::Command;

/// A fresh installation in a folder of its own.
struct Installation(PathBuf);

impl Installation {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("pabean-akun-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn run(&self, args: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_pabean"))
            .args(args)
            .current_dir(&self.0)
            .env("PABEAN_DATABASE_URL", format!("sqlite:{}", self.0.join("p.sqlite").display()))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.code().unwrap(), said)
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn old_accounts_are_imported_whole_or_not_at_all() {
    let here = Installation::new("impor");
    let head = "username,nama,email,npwp,nama_perusahaan\n";
    let bad = format!("{head}ani,Ani,ani@lama.example,123,PT Lama\n");
    std::fs::write(here.0.join("salah.csv"), bad).unwrap();
    let (code, said) = here.run(&["accounts", "import", "salah.csv"]);
    assert!(code == 1 && said.contains("salah.csv:2:npwp:") && said.contains("tidak ada yang diimpor"), "{said}");
    let good = format!("{head}ani,Ani,ani@lama.example,0995555551999000,PT Lama\n");
    std::fs::write(here.0.join("benar.csv"), good).unwrap();
    for _ in 0..2 {
        let (code, said) = here.run(&["accounts", "import", "benar.csv", "--dry-run"]);
        assert!(code == 0 && said.contains("1 akun akan diimpor, 1 perusahaan baru"), "{said}");
    }
    let (code, said) = here.run(&["accounts", "import", "benar.csv"]);
    assert!(code == 0 && said.contains("1 akun diimpor"), "{said}");
    let (code, said) = here.run(&["accounts", "import", "benar.csv"]);
    assert!(code == 1 && said.contains("benar.csv:2:username:"), "{said}");
    assert_eq!(here.run(&["accounts", "import", "tidak-ada.csv"]).0, 2);
}

#[test]
fn the_first_operator_comes_from_the_command_line() {
    let here = Installation::new("petugas");
    let create = ["admin", "create-officer", "--role", "operator", "--email", "op@kantor.example"];
    let (code, said) = here.run(&create);
    assert!(code == 0 && said.contains("op@kantor.example"), "{said}");
    let officer = ["admin", "create-officer", "--role", "PPD", "--email", "ppd@kantor.example"];
    let (code, said) = here.run(&officer);
    assert!(code == 1 && said.contains("--office:"), "{said}");
    assert_eq!(here.run(&[&officer[..], &["--office", "040300", "--name", "Ketut"]].concat()).0, 0);
    let (code, said) = here.run(&["admin", "create-officer", "--role", "RAJA", "--email", "x"]);
    assert!(code == 1 && said.contains("--email:"), "{said}");
}
