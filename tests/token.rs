//! The token as a secret, and what of it may be kept.

#![allow(clippy::unwrap_used)]

use rebadge::token::{BadgeToken, Fingerprint, Salt, SecretText};

fn token() -> BadgeToken {
    BadgeToken::try_from("0123456789abcdef".to_owned()).unwrap()
}

#[test]
fn nothing_of_a_secret_is_in_what_is_logged() {
    assert_eq!(format!("{:?}", token()), "BadgeToken([redacted])");
    let text = SecretText::new("0123456789abcdef".to_owned());
    assert_eq!(format!("{text:?}"), "SecretText([redacted])");
}

#[test]
fn a_fingerprint_is_half_of_a_salted_digest_in_hexadecimal() {
    // As `sha256sum` says of salt and token, one after the other.
    let fingerprint = Fingerprint::of(&token(), Salt::new(*b"sixteen bytes ok"));
    assert_eq!(fingerprint.to_hex(), "da21de8ff0db800c3a426af69d1bd5c2");
    let other = Fingerprint::of(&token(), Salt::new(*b"another 16 bytes"));
    assert_ne!(fingerprint, other);
}
