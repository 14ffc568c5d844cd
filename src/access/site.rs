//! The site of an instance, as the browser grants access to it.

use crate::page::Instance;

/// The match pattern of an instance's site, such as `https://sonarcloud.io/*`.
/// It has no port, since Firefox takes none in a pattern: the access is to all
/// ports of a Server's host.
pub fn pattern(instance: &Instance) -> String {
    let origin = instance.origin();
    let host = match origin.rsplit_once(':') {
        Some((host, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => origin,
    };
    format!("{host}/*")
}

/// A page of the instance that loads neither script nor picture: its version as
/// plain text (measured on Server 26.9 and 9.9; on Cloud even an error page of
/// the same origin serves).
pub fn quiet_page(instance: &Instance) -> String {
    format!("{}/api/server/version", instance.base_url())
}
