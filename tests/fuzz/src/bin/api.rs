//! Looks for an input of which `fuzz::api` does not hold.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::api::check(&String::from_utf8_lossy(input)));
