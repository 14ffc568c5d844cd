//! How a page of the extension that is no popup reaches an instance: through
//! one of its tabs, by site access that was granted for good, or with a
//! personal access token, which may be remembered under a passphrase.
//!
//! Pure: what goes through a browser is in `browser`.

mod access_token;
mod host_tabs;
mod passphrase;
mod remembered;
mod retry_after;
mod sealed;
mod site;
mod trouble;

pub use access_token::{AccessToken, NotAnAccessToken};
pub use host_tabs::{TabSeen, best};
pub use passphrase::{Passphrase, TooShort};
pub use remembered::{Remembered, forget, recall, remember};
pub use retry_after::retry_after;
pub use sealed::{ITERATIONS, NotSealed, Sealed};
pub use site::{pattern, quiet_page};
pub use trouble::Trouble;
