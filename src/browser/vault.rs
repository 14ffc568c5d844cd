//! Seals an access token under a passphrase, and opens it: WebCrypto's
//! PBKDF2-HMAC-SHA-256 and AES-GCM with a key of 256 bits.

use js_sys::{Array, JsString, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::dom::window;
use crate::access::{AccessToken, ITERATIONS, Passphrase, Sealed};
use crate::page::Instance;

/// The length of the key in bits.
const KEY: u32 = 256;

/// The browser refused to encrypt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused to encrypt")]
pub struct SealRefused;

/// Why a sealed token was not opened. The record stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenRefused {
    /// The passphrase is another one; or the record was altered, or is another
    /// instance's, which the cipher does not tell apart.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// What came out is no access token.
    #[error("no access token inside")]
    Corrupt,
}

/// Encrypts an access token for an instance, under a new salt.
///
/// # Errors
/// [`SealRefused`], where the browser has no WebCrypto or no chance to give.
pub async fn seal(
    token: &AccessToken,
    passphrase: &Passphrase,
    instance: &Instance,
) -> Result<Sealed, SealRefused> {
    let (salt, iv) = (chance()?, chance()?);
    // What is sealed: the token's second place.
    let text = token.expose().as_bytes();
    let sealed = encrypt(text, passphrase, instance, &salt, &iv).await;
    let sealed = sealed.map_err(|_| SealRefused)?;
    Sealed::new(salt, iv, sealed).map_err(|_| SealRefused)
}

/// Decrypts the access token of an instance.
///
/// # Errors
/// [`OpenRefused`]; nothing is lost by it.
pub async fn open(
    sealed: &Sealed,
    passphrase: &Passphrase,
    instance: &Instance,
) -> Result<AccessToken, OpenRefused> {
    let text = decrypt(sealed, passphrase, instance)
        .await
        .map_err(|_| OpenRefused::WrongPassphrase)?;
    let text = String::from_utf8(text).map_err(|_| OpenRefused::Corrupt)?;
    AccessToken::parse(&text).map_err(|_| OpenRefused::Corrupt)
}

async fn encrypt(
    text: &[u8],
    passphrase: &Passphrase,
    instance: &Instance,
    salt: &[u8],
    iv: &[u8],
) -> Result<Vec<u8>, JsValue> {
    let key = key(passphrase, salt, ITERATIONS, "encrypt").await?;
    let cipher = cipher(iv, instance);
    let sealed = subtle()?.encrypt_with_object_and_u8_array(&cipher, &key, text)?;
    Ok(Uint8Array::new(&JsFuture::from(sealed).await?).to_vec())
}

async fn decrypt(
    sealed: &Sealed,
    passphrase: &Passphrase,
    instance: &Instance,
) -> Result<Vec<u8>, JsValue> {
    let key = key(passphrase, sealed.salt(), sealed.iterations(), "decrypt").await?;
    let cipher = cipher(sealed.iv(), instance);
    let opened = subtle()?.decrypt_with_object_and_u8_array(&cipher, &key, sealed.cipher_text())?;
    Ok(Uint8Array::new(&JsFuture::from(opened).await?).to_vec())
}

/// The key of a passphrase, which cannot be read out and does one thing only.
/// The passphrase is brought into one form first (NFKC), since keyboards differ
/// in how they write the same letters.
async fn key(
    passphrase: &Passphrase,
    salt: &[u8],
    iterations: u32,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let typed: JsString = passphrase.expose().into();
    let typed = String::from(typed.normalize("NFKC"));
    let bytes = Uint8Array::from(typed.as_bytes());
    let subtle = subtle()?;
    let derive = Array::of1(&"deriveKey".into());
    let raw = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &derive)?;
    let raw: CryptoKey = JsFuture::from(raw).await?.unchecked_into();
    let hash = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", iterations, &Uint8Array::from(salt));
    let wanted = AesDerivedKeyParams::new("AES-GCM", KEY);
    let usages = Array::of1(&usage.into());
    let made = subtle.derive_key_with_object_and_object(&hash, &raw, &wanted, false, &usages)?;
    Ok(JsFuture::from(made).await?.unchecked_into())
}

fn cipher(iv: &[u8], instance: &Instance) -> Object {
    let cipher = AesGcmParams::new("AES-GCM", &Uint8Array::from(iv));
    let bound = Sealed::bound_to(instance);
    cipher.set_additional_data_u8_array(&Uint8Array::from(bound.as_bytes()));
    cipher.unchecked_into()
}

fn subtle() -> Result<SubtleCrypto, JsValue> {
    Ok(window().crypto()?.subtle())
}

/// Bytes by chance.
fn chance<const N: usize>() -> Result<[u8; N], SealRefused> {
    let mut bytes = [0; N];
    window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .map_err(|_| SealRefused)?;
    Ok(bytes)
}
