//! What a host says it offers.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// The badge endpoints that a host lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadgeServices {
    /// `project_badges/token`.
    pub reads_token: bool,
    /// `project_badges/renew_token`.
    pub renews_token: bool,
}

/// `api/webservices/list` with internal actions, which are what a Server really
/// has (its public source); Cloud's public lists name only the pictures.
#[derive(Debug, Clone, Copy)]
pub struct ListServices;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    web_services: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    path: String,
    #[serde(default)]
    actions: Vec<Action>,
}

#[derive(Deserialize)]
struct Action {
    key: String,
}

impl Operation for ListServices {
    type Answer = BadgeServices;

    fn request(&self) -> Request {
        Request::get("/api/webservices/list", &[("include_internals", "true")])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<BadgeServices, Failure> {
        let wire: Wire = decode(content)?;
        let has = |action: &str| {
            wire.web_services
                .iter()
                .filter(|service| service.path == "api/project_badges")
                .flat_map(|service| &service.actions)
                .any(|listed| listed.key == action)
        };
        Ok(BadgeServices {
            reads_token: has("token"),
            renews_token: has("renew_token"),
        })
    }
}
