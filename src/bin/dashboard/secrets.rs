//! Access tokens and passphrases as they are typed in: taken out of their fields
//! at once, and kept in types that do not show them.

use rebadge::access::{AccessToken, Passphrase, Trouble};
use rebadge::browser::dom;
use rebadge::dashboard::Action;
use web_sys::HtmlInputElement;

/// Uses the token that was typed in; remembers it where a passphrase was.
pub fn use_token() -> Action {
    // Both fields are empty afterwards, whatever becomes of them.
    let (token, passphrase) = (take("access-token"), take("passphrase"));
    let Ok(token) = AccessToken::parse(&token) else {
        return Action::Mistyped(Trouble::NotAnAccessToken);
    };
    match passphrase {
        none if none.is_empty() => Action::UseToken(token, None),
        text => match Passphrase::new(text) {
            Ok(passphrase) => Action::UseToken(token, Some(passphrase)),
            Err(_) => Action::Mistyped(Trouble::TooShort),
        },
    }
}

/// Opens the remembered token with the passphrase that was typed in.
pub fn unlock() -> Action {
    match Passphrase::new(take("unlock-passphrase")) {
        Ok(passphrase) => Action::Unlock(passphrase),
        Err(_) => Action::Mistyped(Trouble::TooShort),
    }
}

/// The text of a field, which is empty afterwards.
fn take(id: &str) -> String {
    let input: HtmlInputElement = dom::by_id(id);
    let text = input.value();
    input.set_value("");
    text
}
