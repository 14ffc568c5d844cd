//! Secrets that are typed in: which texts are some, and that no log shows them.

use rebadge::access::{AccessToken, Passphrase};

const SECRET: &str = "0123456789abcdef0123456789abcdef01234567";

#[test]
fn an_access_token_is_one_word_of_ascii() {
    let token = AccessToken::parse(&format!(" \t{SECRET}\r\n")).unwrap();
    assert_eq!(token.expose(), SECRET);
    assert!(AccessToken::parse(&"a".repeat(200)).is_ok());
    for bad in [
        "",
        "  ",
        "two words",
        "a\nb",
        "tök",
        "a\0b",
        &"a".repeat(201),
    ] {
        assert!(AccessToken::parse(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn secrets_do_not_show_in_logs() {
    let token = AccessToken::parse(SECRET).unwrap();
    let passphrase = Passphrase::new("correct horse".into()).unwrap();
    let shown = format!("{token:?} {passphrase:?}");
    assert_eq!(shown, "AccessToken([redacted]) Passphrase([redacted])");
}

#[test]
fn a_passphrase_has_eight_characters() {
    assert!(Passphrase::new("1234567".into()).is_err());
    // Characters count, not bytes: seven of two bytes are too few.
    assert!(Passphrase::new("äöüäöüä".into()).is_err());
    assert!(Passphrase::new("äöüäöüäö".into()).is_ok());
    assert_eq!(
        Passphrase::new(" blanks ".into()).unwrap().expose(),
        " blanks "
    );
}
