//! `Retry-After`: seconds, or the moment from which on (RFC 9110, 10.2.3).

use crate::renewal::Moment;

/// The whole seconds to wait, from the header's value; `date` reads an HTTP
/// date. Nothing for what is neither, or lies in the past.
pub fn retry_after(
    value: &str,
    now: Moment,
    date: impl FnOnce(&str) -> Option<Moment>,
) -> Option<u32> {
    let value = value.trim();
    if let Ok(seconds) = value.parse() {
        return Some(seconds);
    }
    let wait = date(value)?.0 - now.0;
    u32::try_from(wait).ok().map(|wait| wait.div_ceil(1_000))
}
