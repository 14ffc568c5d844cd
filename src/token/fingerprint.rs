//! What may be stored about a token: a salted digest that tells whether two
//! tokens are the same, and nothing else.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::BadgeToken;

/// Random bytes of this installation, so that fingerprints of two
/// installations cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Salt(#[serde(with = "hex::serde")] [u8; 16]);

impl Salt {
    /// A salt of the given bytes, which must come from a good source of chance.
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

/// The first half of SHA-256 over salt and token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(#[serde(with = "hex::serde")] [u8; 16]);

impl Fingerprint {
    /// The fingerprint of a token under a salt.
    pub fn of(token: &BadgeToken, salt: Salt) -> Self {
        let digest = Sha256::new()
            .chain_update(salt.0)
            // Hashed only: the digest cannot be turned back.
            .chain_update(token.expose())
            .finalize();
        let mut half = [0; 16];
        half.copy_from_slice(&digest[..16]);
        Self(half)
    }

    /// The fingerprint as 32 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        hex::encode(self.0)
    }
}
