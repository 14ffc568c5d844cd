//! What a host says it offers.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// The badge endpoints that a host lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeServices {
    /// The keys that `project_badges/measure` takes, as listed.
    pub metrics: Vec<String>,
    /// `project_badges/quality_gate`.
    pub draws_quality_gate: bool,
    /// `project_badges/ai_code_assurance`; absent on the Community Build
    /// (measured on 26.9).
    pub draws_ai_code: bool,
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
    #[serde(default)]
    params: Vec<Parameter>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parameter {
    key: String,
    #[serde(default)]
    possible_values: Vec<String>,
}

impl Operation for ListServices {
    type Answer = BadgeServices;

    fn request(&self) -> Request {
        Request::get("/api/webservices/list", &[("include_internals", "true")])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<BadgeServices, Failure> {
        let wire: Wire = decode(content)?;
        let listed: Vec<_> = wire
            .web_services
            .into_iter()
            .filter(|service| service.path == "api/project_badges")
            .flat_map(|service| service.actions)
            .collect();
        let has = |action: &str| listed.iter().any(|listed| listed.key == action);
        let measure = listed.iter().find(|listed| listed.key == "measure");
        let metric = measure
            .into_iter()
            .flat_map(|measure| &measure.params)
            .find(|parameter| parameter.key == "metric");
        Ok(BadgeServices {
            metrics: metric.map_or_else(Vec::new, |metric| metric.possible_values.clone()),
            draws_quality_gate: has("quality_gate"),
            draws_ai_code: has("ai_code_assurance"),
            reads_token: has("token"),
            renews_token: has("renew_token"),
        })
    }
}
