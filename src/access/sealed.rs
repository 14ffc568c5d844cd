//! An access token as it is remembered: encrypted under a passphrase.

use serde::{Deserialize, Serialize};

use crate::page::Instance;

/// How often the passphrase is hashed for a new record: OWASP's present figure
/// for PBKDF2-HMAC-SHA-256. Records name their own, so that it can be raised.
pub const ITERATIONS: u32 = 600_000;

/// What a record may ask for: less is not safe, more hangs the page.
const SENSIBLE: std::ops::RangeInclusive<u32> = 100_000..=10_000_000;

/// This form of record.
const VERSION: u32 = 1;

/// AES-GCM's own mark at the end, and the longest token before it, in bytes.
const TAG: usize = 16;
const LONGEST: usize = super::AccessToken::LONGEST;

/// An encrypted access token. The key is PBKDF2-HMAC-SHA-256 of the passphrase,
/// 256 bits long; the cipher is AES-GCM. It is stored as `{version, iterations,
/// salt, iv, sealed}`, the latter three in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Sealed {
    iterations: u32,
    salt: [u8; 16],
    iv: [u8; 12],
    sealed: Vec<u8>,
}

/// The record is of another version, asks for a senseless number of
/// iterations, or is of a length that no token gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a sealed access token")]
pub struct NotSealed;

#[derive(Serialize, Deserialize)]
struct Wire {
    version: u32,
    iterations: u32,
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    #[serde(with = "hex::serde")]
    iv: [u8; 12],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
}

impl Sealed {
    /// What was encrypted under [`ITERATIONS`]. Salt and initialization vector
    /// must come from a good source of chance, and be used once.
    ///
    /// # Errors
    /// [`NotSealed`] for a cipher text of a length that no token gives.
    pub fn new(salt: [u8; 16], iv: [u8; 12], sealed: Vec<u8>) -> Result<Self, NotSealed> {
        Wire {
            version: VERSION,
            iterations: ITERATIONS,
            salt,
            iv,
            sealed,
        }
        .try_into()
    }

    /// How often the passphrase is hashed.
    pub fn iterations(&self) -> u32 {
        self.iterations
    }

    /// The salt of the passphrase.
    pub fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The initialization vector.
    pub fn iv(&self) -> &[u8; 12] {
        &self.iv
    }

    /// The cipher text with its mark.
    pub fn cipher_text(&self) -> &[u8] {
        &self.sealed
    }

    /// What is authenticated along with the token, so that a record opens for
    /// its own instance and version only.
    pub fn bound_to(instance: &Instance) -> String {
        format!("rebadge access {VERSION} {}", instance.base_url())
    }
}

impl TryFrom<Wire> for Sealed {
    type Error = NotSealed;

    fn try_from(wire: Wire) -> Result<Self, NotSealed> {
        let fits = wire.version == VERSION
            && SENSIBLE.contains(&wire.iterations)
            && (TAG + 1..=TAG + LONGEST).contains(&wire.sealed.len());
        fits.then_some(Self {
            iterations: wire.iterations,
            salt: wire.salt,
            iv: wire.iv,
            sealed: wire.sealed,
        })
        .ok_or(NotSealed)
    }
}

impl From<Sealed> for Wire {
    fn from(sealed: Sealed) -> Self {
        Self {
            version: VERSION,
            iterations: sealed.iterations,
            salt: sealed.salt,
            iv: sealed.iv,
            sealed: sealed.sealed,
        }
    }
}
