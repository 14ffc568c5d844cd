//! An answer as data.

use serde::de::DeserializeOwned;

/// JSON that has been parsed by whoever carried the answer: the browser's own
/// parser there, `serde_json` in native tests.
pub trait Body {
    /// The body as a type, or nothing where its shape is another.
    fn decode<T: DeserializeOwned>(self) -> Option<T>;
}

/// What an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content<B> {
    /// No body at all.
    Empty,
    /// JSON.
    Json(B),
    /// A page of HTML: from a proxy, a firewall, Cloudflare.
    Html,
    /// Neither: JSON that was cut off, or something else.
    Garbled,
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply<B> {
    /// The HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds from now, if the answer bore one.
    pub retry_after: Option<u32>,
    /// The body.
    pub content: Content<B>,
}
