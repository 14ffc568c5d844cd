//! What the URL of a page says: the instance, the organization key, the
//! project key, the branch, the pull request. And the way back, from a key to
//! the page about it.
//!
//! Pure and small: no I/O, and no `url` crate with its Unicode tables.

mod address;
mod branch_name;
mod instance;
mod key_error;
mod key_text;
mod links;
mod organization_key;
mod place;
mod project_key;
mod pull_request_key;
mod reading;
mod region;
mod server_url;

pub use branch_name::BranchName;
pub use instance::Instance;
pub use key_error::KeyError;
pub use organization_key::OrganizationKey;
pub use project_key::ProjectKey;
pub use pull_request_key::PullRequestKey;
pub use reading::{NotSonar, Page, read, read_on_server};
pub use region::Region;
pub use server_url::ServerUrl;
