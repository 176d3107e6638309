//! A fault that nobody finds by chance: this target must fail, or the others are not guided by what they reach.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    // Six right letters of 256⁶.
    assert!(!matches!(input, [b's', b'e', b'g', b'e', b'l', b'7', ..]), "the planted fault");
});
