//! The running number of a row.

use crate::macros::whole;

whole! {
    /// The running number of a row in a list, from 1 to 99,999; a JSON number. Rows name one another by it.
    pub struct Seri(u32) in 1..=99_999;
    id = "Tulis nomor seri 1 sampai 99999, misalnya 1.";
    en = "Write a serial number from 1 to 99999, such as 1.";
}

impl Seri {
    /// The number of the row at `index`, counted from 0.
    pub fn of_index(index: usize) -> Option<Self> {
        u32::try_from(index).ok().and_then(|i| i.checked_add(1)).and_then(Self::new)
    }

    /// The position of the row, counted from 0, in a list that is in order.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn it_counts_from_one() {
        check::<Seri>("1", Some("1"));
        check::<Seri>("99999", Some("99999"));
        refuse::<Seri>(&["", "0", "100000", "-1", "1.5", "a"]);
    }

    #[test]
    fn it_names_a_row() {
        assert_eq!(Seri::of_index(0), Some(Seri::MIN));
        assert_eq!(Seri::of_index(99_998), Some(Seri::MAX));
        assert_eq!((Seri::of_index(99_999), Seri::of_index(usize::MAX)), (None, None));
        assert_eq!("3".parse::<Seri>().unwrap().index(), 2);
    }

    #[test]
    fn laws_hold() {
        laws::<Seri>("[1-9][0-9]{0,4}");
    }
}
