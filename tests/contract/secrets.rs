//! Secrets cut short, so that a failure can be printed.

/// A text with whatever looks like a token, a session or an XSRF token cut down
/// to its last four characters.
pub fn shortened(text: &str) -> String {
    let mut clean = String::new();
    let mut word = String::new();
    for letter in text.chars().chain(['\n']) {
        if letter.is_ascii_alphanumeric() {
            word.push(letter);
            continue;
        }
        clean += &if looks_secret(&word) {
            tail(&word)
        } else {
            word.clone()
        };
        word.clear();
        clean.push(letter);
    }
    clean.pop();
    clean
}

/// The last four characters; none of a password.
pub fn tail(secret: &str) -> String {
    let letters = secret.chars().count();
    let tail: String = secret.chars().skip(letters.max(8) - 4).collect();
    format!("\u{2026}{tail}")
}

/// Tokens are 40 hexadecimal digits, XSRF tokens 26 letters and digits (measured
/// on Server), and the parts of a session are longer than any word.
fn looks_secret(word: &str) -> bool {
    word.len() >= 20 && word.chars().any(|letter| letter.is_ascii_digit())
}
