//! The badge token as a secret, text that holds one, and its fingerprint.

mod badge_token;
mod fingerprint;
mod secret_text;

pub use badge_token::{BadgeToken, MASK, NotAToken};
pub use fingerprint::{Fingerprint, Salt};
pub use secret_text::SecretText;
