//! Backup, restore and the move to PostgreSQL, as an operator does them: by the command line, over every table.

use std::path::PathBuf;
use std::process::Command;

/// A folder with the databases of one test.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("pabean-cadangan-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn sqlite(&self, name: &str) -> String {
        format!("sqlite:{}", self.0.join(name).display())
    }

    fn run(&self, database: &str, args: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_pabean"))
            .args(args)
            .current_dir(&self.0)
            .env("PABEAN_DATABASE_URL", database)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.code().unwrap(), said)
    }

    #[track_caller]
    fn works(&self, database: &str, args: &[&str]) -> String {
        let (code, said) = self.run(database, args);
        assert_eq!(code, 0, "{args:?}: {said}");
        said
    }

    /// An installation with reference data, accounts and an officer.
    fn filled(&self, database: &str) {
        std::fs::write(
            self.0.join("libur.csv"),
            "tanggal,nama,jenis,catatan\n2027-03-01,Libur contoh,libur nasional,\n",
        )
        .unwrap();
        let accounts = "username,nama,email,npwp,nama_perusahaan\nani,Ani,ani@lama.example,0995555551999000,PT Lama\n";
        std::fs::write(self.0.join("akun.csv"), accounts).unwrap();
        self.works(database, &["reference", "import", "libur.csv"]);
        self.works(database, &["accounts", "import", "akun.csv"]);
        let officer =
            ["admin", "create-officer", "--role", "PPD", "--office", "040300", "--email", "ppd@kantor.example"];
        self.works(database, &officer);
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// How many tables and rows the last line of the output tells.
fn counted(said: &str) -> Vec<u32> {
    let last = said.lines().last().unwrap_or_default();
    let numbers = last.rsplit(": ").next().unwrap().split(|c: char| !c.is_ascii_digit());
    numbers.filter_map(|n| n.parse().ok()).collect()
}

#[test]
fn a_backup_comes_back_whole_on_either_engine() {
    let desk = Desk::new("pulih");
    let first = desk.sqlite("asal.sqlite");
    desk.filled(&first);
    let saved = counted(&desk.works(&first, &["backup", "malam.cadangan"]));
    assert!(saved.len() == 2 && saved[0] > 30 && saved[1] > 5, "{saved:?}");
    let (code, said) = desk.run(&first, &["backup", "malam.cadangan"]);
    assert!(code == 2 && said.contains("sudah ada"), "{said}");
    let bytes = std::fs::read(desk.0.join("malam.cadangan")).unwrap();

    let second = desk.sqlite("baru.sqlite");
    assert_eq!(counted(&desk.works(&second, &["restore", "malam.cadangan"])), saved);
    let (code, said) = desk.run(&second, &["restore", "malam.cadangan"]);
    assert!(code == 2 && said.contains("tidak kosong"), "{said}");
    assert_eq!(desk.works(&second, &["reference", "list"]), desk.works(&first, &["reference", "list"]));

    let third = pgtest::database().unwrap();
    assert_eq!(counted(&desk.works(&third, &["restore", "malam.cadangan"])), saved);
    assert_eq!(desk.works(&third, &["reference", "list"]), desk.works(&first, &["reference", "list"]));
    assert_eq!(counted(&desk.works(&third, &["backup", "dari-postgres.cadangan"])), saved);

    assert_eq!(std::fs::read(desk.0.join("malam.cadangan")).unwrap(), bytes, "a restore leaves the backup alone");
    let mut left: Vec<_> = std::fs::read_dir(&desk.0).unwrap().map(|f| f.unwrap().file_name()).collect();
    left.retain(|name| name.to_string_lossy().contains("cadangan"));
    assert_eq!(left.len(), 2, "{left:?}");
    assert_eq!(desk.run(&second, &["restore", "tidak-ada"]).0, 2);
}

#[test]
fn an_installation_moves_to_postgresql() {
    let desk = Desk::new("pindah");
    let (from, to) = (desk.sqlite("asal.sqlite"), pgtest::database().unwrap());
    desk.filled(&from);
    let said = desk.works(&from, &["migrate", "--from", &from, "--to", &to]);
    assert!(said.contains("account"), "{said}");
    assert_eq!(desk.works(&to, &["reference", "list"]), desk.works(&from, &["reference", "list"]));
    let (code, said) = desk.run(&from, &["accounts", "import", "akun.csv"]);
    assert_eq!(
        (code, desk.run(&to, &["accounts", "import", "akun.csv"])),
        (code, (code, said)),
        "the same accounts are there"
    );
}

#[test]
fn a_tariff_update_with_three_bad_rows_changes_nothing() {
    let desk = Desk::new("tarif");
    let database = desk.sqlite("p.sqlite");
    let pack = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference/tarif.csv");
    let text = std::fs::read_to_string(pack).unwrap();
    std::fs::write(desk.0.join("tarif.csv"), &text).unwrap();
    desk.works(&database, &["reference", "import", "tarif.csv"]);
    let versions = desk.works(&database, &["reference", "list"]);
    // Lines 3, 4 and 5 get a code that is none.
    let spoilt: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(n, line)| if (2..5).contains(&n) { format!("x{}", &line[1..]) } else { line.to_owned() })
        .collect();
    std::fs::write(desk.0.join("tarif.csv"), spoilt.join("\n")).unwrap();
    let (code, said) = desk.run(&database, &["reference", "import", "tarif.csv"]);
    assert_eq!(code, 1, "{said}");
    for line in 3..=5 {
        assert!(
            said.contains(&format!("tarif.csv:{line}:")) || said.contains(&format!("baris {line}")),
            "line {line}: {said}"
        );
    }
    assert_eq!(desk.works(&database, &["reference", "list"]), versions);
}
