//! A project as the page's own navigation knows it.

use serde::{Deserialize, Deserializer};

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};
use crate::page::{OrganizationKey, ProjectKey};
use crate::token::BadgeToken;

/// Who may see a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Members with the Browse permission; badges need a token.
    Private,
}

/// What is known of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// The name people gave it.
    pub name: String,
    /// Its organization, where the host has such and tells.
    pub organization: Option<OrganizationKey>,
    /// Who may see it, where the host tells.
    pub visibility: Option<Visibility>,
    /// Whether the person administers it, where the host tells.
    pub may_administer: Option<bool>,
    /// The name of the branch that the page is about, the main one by default.
    pub branch: Option<String>,
    /// The badge token, which a user of SonarQube Cloud reported to have found
    /// here; SonarQube Server's answer has no such field (its public source).
    pub badge_token: Option<BadgeToken>,
}

/// `api/navigation/component`: internal, used by every project page.
#[derive(Debug, Clone)]
pub struct ReadComponent(pub ProjectKey);

/// `api/components/show`: public, knows less. The fallback.
#[derive(Debug, Clone)]
pub struct ShowComponent(pub ProjectKey);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    name: String,
    #[serde(default, deserialize_with = "lenient")]
    organization: Option<OrganizationKey>,
    #[serde(default)]
    visibility: Option<Visibility>,
    #[serde(default)]
    branch: Option<String>,
    #[serde(default)]
    badge_token: Option<BadgeToken>,
    #[serde(default)]
    configuration: Option<Configuration>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Configuration {
    #[serde(default)]
    show_settings: bool,
}

#[derive(Deserialize)]
struct Shown {
    component: Wire,
}

/// A key that does not parse is as good as none.
fn lenient<'de, D: Deserializer<'de>>(from: D) -> Result<Option<OrganizationKey>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text.and_then(|text| OrganizationKey::parse(&text).ok()))
}

impl Wire {
    fn component(self, may_administer: Option<bool>) -> Component {
        Component {
            name: self.name,
            organization: self.organization,
            visibility: self.visibility,
            may_administer,
            branch: self.branch,
            badge_token: self.badge_token,
        }
    }
}

impl Operation for ReadComponent {
    type Answer = Component;

    fn request(&self) -> Request {
        Request::get(
            "/api/navigation/component",
            &[("component", self.0.as_str())],
        )
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Component, Failure> {
        let wire: Wire = decode(content)?;
        let settings = wire.configuration.as_ref().is_some_and(|c| c.show_settings);
        Ok(wire.component(Some(settings)))
    }
}

impl Operation for ShowComponent {
    type Answer = Component;

    fn request(&self) -> Request {
        Request::get("/api/components/show", &[("component", self.0.as_str())])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Component, Failure> {
        decode(content).map(|shown: Shown| shown.component.component(None))
    }
}
