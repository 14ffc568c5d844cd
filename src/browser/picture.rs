//! Badge pictures, fetched as text and shown as images.

use gloo_net::{Error, http::Request};
use web_sys::{AbortSignal, RequestCache, RequestCredentials};

use super::session::Session;
use crate::badge::{Picture, PictureProblem};
use crate::page::Instance;
use crate::token::SecretText;

/// For how many milliseconds a picture is waited for: the Markdown of a public
/// project waits with it.
const LIMIT: u32 = 5_000;

impl Session {
    /// Fetches a badge's picture: Cloud's by the extension's own page, since the
    /// endpoint asks for no cookie and lets everybody read it (measured on
    /// Server 26.9); through the tab's page where that is refused, and on a
    /// Server, whose host the extension's policy cannot name (and 9.9 lets
    /// nobody read it from elsewhere, measured).
    ///
    /// # Errors
    /// What an error picture says, or that none came.
    pub async fn picture(&self, url: &SecretText) -> Result<Picture, PictureProblem> {
        // The badge's own URL, which is where its token belongs.
        let url = url.expose();
        let fetched = match self.instance() {
            Instance::Cloud(_) => fetch(url).await?,
            Instance::Server(_) => None,
        };
        let svg = match fetched {
            Some(svg) => svg,
            None => {
                let base = self.instance().base_url();
                let path = url.strip_prefix(base).unwrap_or(url);
                let text = self.text(path, LIMIT).await;
                text.ok_or(PictureProblem::Unreachable)?
            }
        };
        Picture::read(&svg)
    }
}

/// A picture's text; nothing where it was refused.
///
/// # Errors
/// None came in time: it would not by another way.
async fn fetch(url: &str) -> Result<Option<String>, PictureProblem> {
    let request = Request::get(url)
        .credentials(RequestCredentials::Omit)
        // Its address holds the token, which no cache is to keep.
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(LIMIT)));
    match async { request.send().await?.text().await }.await {
        Ok(text) => Ok(Some(text)),
        Err(Error::JsError(error)) if error.name == "TimeoutError" => {
            Err(PictureProblem::Unreachable)
        }
        Err(_) => Ok(None),
    }
}
