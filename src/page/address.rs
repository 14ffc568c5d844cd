//! Splits a URL into host, path and query, for the few URLs Rebadge reads.
//!
//! The input is what a browser reports as a tab's URL, so it has been through
//! the WHATWG URL parser already. What that parser would have had to repair
//! (tabs, backslashes, a single slash, an encoded host) is refused rather
//! than repaired: a mistake there would take one site for another.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// The parts of an `https:` or `http:` URL.
#[derive(Debug)]
pub(super) struct Address<'a> {
    /// Scheme and host as written, no slash at the end.
    pub origin: &'a str,
    /// Whether it is `https:`.
    pub is_secure: bool,
    /// As written: any letter case, not decoded, perhaps empty. User info and
    /// a port other than 443 stay on it, so that such a URL has no known host.
    pub host: &'a str,
    /// The path as written, with the slash it begins with, or empty.
    pub path: &'a str,
    query: &'a str,
}

impl<'a> Address<'a> {
    /// Splits `url`, whose fragment does not count. `None` unless it is
    /// `https:` or `http:`, in any letter case, and a browser would leave it
    /// as it is.
    pub fn split(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once(':')?;
        let rest = rest.strip_prefix("//")?;
        let is_secure = scheme.eq_ignore_ascii_case("https");
        if !is_secure && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        if place.contains('\\') || rest.contains(|c: char| c.is_ascii_control()) {
            return None;
        }
        let end = place.find('/').unwrap_or(place.len());
        let (authority, path) = place.split_at_checked(end)?;
        Some(Self {
            origin: url.get(..scheme.len() + "://".len() + authority.len())?,
            is_secure,
            host: authority.strip_suffix(":443").unwrap_or(authority),
            path,
            query,
        })
    }

    /// The parameter's first value, as the page's own script reads it: `+` is
    /// a space, a broken `%zz` stays as it is, bytes that are not UTF-8 turn
    /// into U+FFFD. An empty value is none.
    pub fn parameter(&self, name: &str) -> Option<Cow<'a, str>> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
            .filter(|value| !value.is_empty())
    }
}

/// A path between its slashes, `.` and `..` resolved, then decoded: a segment
/// may hold a `/` that was encoded. A slash at the end leaves an empty one.
pub(super) fn segments(path: &str) -> Vec<Cow<'_, str>> {
    let mut segments = Vec::new();
    for raw in path.strip_prefix('/').unwrap_or(path).split('/') {
        let segment = percent_decode_str(raw).decode_utf8_lossy();
        match &*segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    segments
}
