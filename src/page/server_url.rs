//! Where a SonarQube Server stands.

use super::NotSonar;
use super::address::Address;

/// The origin and the context path of a SonarQube Server:
/// `https://sonar.example`, `http://intranet:9000/sonar`. No slash at the end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerUrl {
    url: String,
    /// How much of it is the origin, in bytes.
    origin: usize,
}

impl ServerUrl {
    /// The Server whose page has `address`, and which says of itself that its
    /// pages stand under `context`: empty, or a path such as `/sonar`.
    ///
    /// # Errors
    ///
    /// [`NotSonar`] where `address` holds user info or is no page under
    /// `context`: a page cannot claim a place that it does not stand at. Nor
    /// where host or `context` hold more than letters, digits, encoded characters
    /// and a few marks, since they go into snippets: a browser lets a host have
    /// parentheses.
    pub(super) fn of_page(address: &Address, context: &str) -> Result<Self, NotSonar> {
        let is_path = context.is_empty()
            || context.starts_with('/') && !context.ends_with('/') && context.chars().all(is_plain);
        // What such a segment means differs from reader to reader.
        let is_path = is_path && !context.split('/').any(|it| it == "." || it == "..");
        let below = address.path.strip_prefix(context).ok_or(NotSonar)?;
        let is_whole = below.is_empty() || below.starts_with('/');
        let is_host = !address.host.is_empty() && address.host.chars().all(is_of_host);
        if !is_path || !is_whole || !is_host {
            return Err(NotSonar);
        }
        Ok(Self {
            origin: address.origin.len(),
            url: [address.origin, context].concat(),
        })
    }

    /// The Server of that URL, as [`Self::as_str`] has it.
    pub(super) fn parse(url: &str) -> Result<Self, NotSonar> {
        let address = Address::split(url).ok_or(NotSonar)?;
        let server = Self::of_page(&address, address.path)?;
        (server.url == url).then_some(server).ok_or(NotSonar)
    }

    /// All of it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The web origin, as `location.origin` has it.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.parts().0
    }

    /// The context path, empty for most.
    pub(super) fn context(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (&str, &str) {
        self.url.split_at_checked(self.origin).unwrap_or_default()
    }
}

/// What names, numbers and ports of hosts are made of, as browsers write them.
fn is_of_host(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._:[]".contains(character)
}

/// RFC 3986's unreserved characters, the slash, and encoded ones.
fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || "/-._~%".contains(character)
}
