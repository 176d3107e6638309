//! Passwords: Argon2id (19 MiB, two passes), at most four at a time so that two cores are not starved (quality, S).

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use crate::Error;

/// Most hashes computed at the same time.
const AT_ONCE: usize = 4;

/// The hasher with its bound.
#[derive(Debug, Default)]
pub struct Passwords {
    running: Mutex<usize>,
    free: Condvar,
}

impl Passwords {
    /// PHC string of a password with a fresh salt.
    pub fn hash(&self, password: &str, salt: &[u8; 32]) -> Result<String, Error> {
        let _place = self.place();
        let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt[..16]);
        hash.map(|h| h.to_string()).map_err(|e| Error::Broken(format!("argon2: {e}")))
    }

    /// Whether the password fits; with no hash the same work is done for nothing, so that strangers learn nothing.
    pub fn verify(&self, password: &str, hash: Option<&str>) -> bool {
        let _place = self.place();
        let Some(parsed) = hash.and_then(|h| PasswordHash::new(h).ok()) else {
            let wasted = Argon2::default().hash_password_with_salt(password.as_bytes(), b"tidak-ada-akun-0");
            return wasted.is_err() && hash.is_some();
        };
        Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
    }

    fn place(&self) -> Place<'_> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= AT_ONCE {
            running = self.free.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Place(self)
    }
}

struct Place<'a>(&'a Passwords);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.0.running.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.free.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let passwords = Passwords::default();
        let hash = passwords.hash("kata sandi panjang", &[7; 32]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("kata sandi panjang", Some(&hash)));
        assert!(!passwords.verify("kata sandi pendek", Some(&hash)));
        assert!(!passwords.verify("kata sandi panjang", None));
        assert!(!passwords.verify("kata sandi panjang", Some("bukan hash")));
    }
}
