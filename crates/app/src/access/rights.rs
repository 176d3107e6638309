//! What a user of a company may do: menus × rights, with ready-made sets.

use std::collections::BTreeSet;

use kernel::Text;

/// A menu of the portal that rights are given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    /// Declarations.
    Dokumen,
    /// Rush handling.
    RushHandling,
    /// Manifests.
    Manifes,
    /// Bills, payments, refunds.
    Perbendaharaan,
    /// Customs registration.
    Registrasi,
}

impl Menu {
    /// All menus, in the order of the portal.
    pub const ALL: [Self; 5] =
        [Self::Dokumen, Self::RushHandling, Self::Manifes, Self::Perbendaharaan, Self::Registrasi];

    /// The stored word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dokumen => "dokumen",
            Self::RushHandling => "rush",
            Self::Manifes => "manifes",
            Self::Perbendaharaan => "perbendaharaan",
            Self::Registrasi => "registrasi",
        }
    }

    /// What people read.
    pub fn label(self) -> Text {
        match self {
            Self::Dokumen => Text::fixed("Dokumen Pabean", "Customs documents"),
            Self::RushHandling => Text::fixed("Rush Handling", "Rush handling"),
            Self::Manifes => Text::fixed("Manifes", "Manifest"),
            Self::Perbendaharaan => Text::fixed("Perbendaharaan", "Treasury"),
            Self::Registrasi => Text::fixed("Registrasi Pabean", "Customs registration"),
        }
    }
}

/// What may be done inside a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Look.
    Lihat,
    /// Record and change what was not sent.
    Rekam,
    /// Send, and act on what was sent.
    Kirim,
    /// Delete what was not sent.
    Hapus,
}

impl Right {
    /// All rights.
    pub const ALL: [Self; 4] = [Self::Lihat, Self::Rekam, Self::Kirim, Self::Hapus];

    /// The stored word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lihat => "lihat",
            Self::Rekam => "rekam",
            Self::Kirim => "kirim",
            Self::Hapus => "hapus",
        }
    }

    /// What people read.
    pub fn label(self) -> Text {
        match self {
            Self::Lihat => Text::fixed("Lihat", "View"),
            Self::Rekam => Text::fixed("Rekam", "Record"),
            Self::Kirim => Text::fixed("Kirim", "Send"),
            Self::Hapus => Text::fixed("Hapus", "Delete"),
        }
    }
}

/// Rights of one user.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// Administers the company, and may do everything.
    pub admin: bool,
    cells: BTreeSet<(Menu, Right)>,
}

impl Rights {
    /// No right at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// Every right.
    pub fn admin() -> Self {
        Self { admin: true, cells: BTreeSet::new() }
    }

    /// Whether this may be done; to record, send or delete one must also see, so those rights carry it.
    pub fn has(&self, menu: Menu, right: Right) -> bool {
        self.admin
            || self.cells.contains(&(menu, right))
            || (right == Right::Lihat && self.cells.iter().any(|(m, _)| *m == menu))
    }

    /// Gives or takes one right.
    pub fn set(&mut self, menu: Menu, right: Right, given: bool) {
        if given {
            self.cells.insert((menu, right));
        } else {
            self.cells.remove(&(menu, right));
        }
    }

    /// The stored text: words such as `dokumen.rekam`.
    pub fn words(&self) -> String {
        let words: Vec<String> = self.cells.iter().map(|(m, r)| format!("{}.{}", m.word(), r.word())).collect();
        words.join(" ")
    }

    /// Reads the stored text; a word that is not known gives nothing.
    pub fn parse(admin: bool, words: &str) -> Self {
        let cell = |word: &str| {
            let (menu, right) = word.split_once('.')?;
            let menu = Menu::ALL.into_iter().find(|m| m.word() == menu)?;
            Some((menu, Right::ALL.into_iter().find(|r| r.word() == right)?))
        };
        Self { admin, cells: words.split(' ').filter_map(cell).collect() }
    }

    /// The ready-made set that these rights are, if they are one.
    pub fn ready(&self) -> Option<Ready> {
        Ready::ALL.into_iter().find(|ready| ready.rights() == *self)
    }
}

/// Ready-made sets of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ready {
    /// Everything, and the users.
    Admin,
    /// Prepares documents.
    Perekam,
    /// Prepares and sends documents.
    Pengirim,
    /// Pays.
    Perbendaharaan,
    /// Handles manifests.
    Manifes,
    /// Looks.
    Pembaca,
}

impl Ready {
    /// All sets.
    pub const ALL: [Self; 6] =
        [Self::Admin, Self::Perekam, Self::Pengirim, Self::Perbendaharaan, Self::Manifes, Self::Pembaca];

    /// The word in a form.
    pub fn word(self) -> &'static str {
        match self {
            Self::Admin => "ADMIN",
            Self::Perekam => "PEREKAM",
            Self::Pengirim => "PENGIRIM",
            Self::Perbendaharaan => "PERBENDAHARAAN",
            Self::Manifes => "MANIFES",
            Self::Pembaca => "PEMBACA",
        }
    }

    /// What people read.
    pub fn label(self) -> Text {
        match self {
            Self::Admin => Text::fixed("Admin", "Administrator"),
            Self::Perekam => Text::fixed("Perekam", "Recorder"),
            Self::Pengirim => Text::fixed("Pengirim", "Sender"),
            Self::Perbendaharaan => Text::fixed("Perbendaharaan", "Treasury"),
            Self::Manifes => Text::fixed("Manifes", "Manifest"),
            Self::Pembaca => Text::fixed("Pembaca", "Reader"),
        }
    }

    /// The set of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ready| ready.word() == word)
    }

    /// Its rights.
    pub fn rights(self) -> Rights {
        use Menu::{Dokumen, Manifes, Perbendaharaan, Registrasi, RushHandling};
        use Right::{Hapus, Kirim, Lihat, Rekam};
        let of = |cells: &[(Menu, &[Right])]| {
            let pairs = cells.iter().flat_map(|(menu, rights)| rights.iter().map(|right| (*menu, *right)));
            Rights { admin: false, cells: pairs.collect() }
        };
        let (write, send): (&[Right], &[Right]) = (&[Lihat, Rekam, Hapus], &[Lihat, Rekam, Kirim, Hapus]);
        match self {
            Self::Admin => Rights::admin(),
            Self::Perekam => of(&[(Dokumen, write), (RushHandling, write), (Manifes, write)]),
            Self::Pengirim => of(&[(Dokumen, send), (RushHandling, send), (Manifes, send), (Perbendaharaan, &[Lihat])]),
            Self::Perbendaharaan => of(&[(Dokumen, &[Lihat]), (Perbendaharaan, send)]),
            Self::Manifes => of(&[(Dokumen, &[Lihat]), (Manifes, send)]),
            Self::Pembaca => of(&[
                (Dokumen, &[Lihat]),
                (RushHandling, &[Lihat]),
                (Manifes, &[Lihat]),
                (Perbendaharaan, &[Lihat]),
                (Registrasi, &[Lihat]),
            ]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for ready in Ready::ALL {
            let rights = ready.rights();
            assert_eq!(Rights::parse(rights.admin, &rights.words()), rights, "{ready:?}");
            assert_eq!(rights.ready(), Some(ready));
        }
        assert_eq!(Rights::parse(false, "dokumen.terbang lain.lihat dokumen dokumen.lihat").words(), "dokumen.lihat");
    }

    #[test]
    fn whoever_records_also_sees() {
        let mut rights = Rights::none();
        rights.set(Menu::Manifes, Right::Rekam, true);
        assert!(rights.has(Menu::Manifes, Right::Lihat) && !rights.has(Menu::Manifes, Right::Kirim));
        assert!(!rights.has(Menu::Dokumen, Right::Lihat));
        rights.set(Menu::Manifes, Right::Rekam, false);
        assert_eq!(rights, Rights::none());
    }
}
