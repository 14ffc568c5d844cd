//! What may be the matter with reaching an instance, in words.

/// Why an instance cannot be reached from a page of the extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No tab shows a page of the instance that the extension may use.
    #[error("no tab of the instance")]
    NoTab,
    /// Site access was asked for, and not granted.
    #[error("site access was not granted")]
    NotGranted,
    /// Site access was granted once and is no more.
    #[error("site access was revoked")]
    Revoked,
    /// What was pasted is no access token.
    #[error("not an access token")]
    NotAnAccessToken,
    /// The host does not know the access token, or no longer.
    #[error("the access token was refused")]
    TokenRefused,
    /// The passphrase is too short.
    #[error("the passphrase is too short")]
    TooShort,
    /// The passphrase does not open what is remembered.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// What is remembered is no sealed token.
    #[error("the remembered access token cannot be read")]
    Corrupt,
    /// SonarQube gave no answer that would tell whose the token is.
    #[error("no answer")]
    NoAnswer,
    /// The browser refused to encrypt, or to keep.
    #[error("the access token was not remembered")]
    NotRemembered,
}

impl Trouble {
    /// The name of the message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::NoTab => "access_no_tab",
            Self::NotGranted => "access_not_granted",
            Self::Revoked => "access_revoked",
            Self::NotAnAccessToken => "access_token_invalid",
            Self::TokenRefused => "access_token_refused",
            Self::TooShort => "passphrase_too_short",
            Self::WrongPassphrase => "passphrase_wrong",
            Self::Corrupt => "access_token_corrupt",
            Self::NoAnswer => "access_no_answer",
            Self::NotRemembered => "access_token_not_remembered",
        }
    }
}
