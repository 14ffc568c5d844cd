//! A project as the page's own navigation knows it.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};
use crate::page::{OrganizationKey, ProjectKey};
use crate::token::BadgeToken;

/// Who may see a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Members with the Browse permission; badges need a token.
    Private,
}

impl Visibility {
    /// The visibility of that name in the web API, if it is one that is known.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        match name {
            "public" => Some(Self::Public),
            "private" => Some(Self::Private),
            _ => None,
        }
    }
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

/// `api/navigation/component`: internal, used by every project page. Who
/// administers a project without Browse gets it too, others get 403; an unknown
/// project is 404 (measured on Server 26.9 and 9.9).
#[derive(Debug, Clone)]
pub struct ReadComponent(pub ProjectKey);

/// `api/components/show`: public, knows less. The fallback.
#[derive(Debug, Clone)]
pub struct ShowComponent(pub ProjectKey);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    name: String,
    #[serde(default)]
    organization: Option<String>,
    #[serde(default)]
    visibility: Option<String>,
    #[serde(default)]
    branch: Option<String>,
    #[serde(default)]
    badge_token: Option<String>,
    #[serde(default)]
    configuration: Option<Configuration>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Configuration {
    #[serde(default)]
    show_settings: Option<bool>,
}

#[derive(Deserialize)]
struct Shown {
    component: Wire,
}

impl Wire {
    /// What does not parse is as good as not told.
    fn component(self, may_administer: Option<bool>) -> Component {
        let organization = self.organization.as_deref();
        Component {
            name: self.name,
            organization: organization.and_then(|key| OrganizationKey::parse(key).ok()),
            visibility: self.visibility.as_deref().and_then(Visibility::of_name),
            may_administer,
            branch: self.branch,
            badge_token: self.badge_token.and_then(|token| token.try_into().ok()),
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
        let settings = wire.configuration.as_ref().and_then(|c| c.show_settings);
        Ok(wire.component(Some(settings.unwrap_or(false))))
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
