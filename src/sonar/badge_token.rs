//! Reading a project's badge token, and renewing it.

use serde::Deserialize;

use super::operation::decode;
use super::{
    Body, Content, Failure, Method, Operation, ReadComponent, Request, Transport, ask, explained,
};
use crate::page::ProjectKey;
use crate::token::BadgeToken;

/// `api/project_badges/token`, which makes the token on its first call
/// (SonarQube Server's public source) and needs Browse (measured on 26.9 and
/// 9.9): everybody has that on a public project, nobody signed in as well unless
/// signing in is forced. An unknown project is 400, before any permission is
/// looked at (measured).
#[derive(Debug, Clone)]
pub struct ReadBadgeToken(pub ProjectKey);

/// `api/project_badges/renew_token`, which replaces the token at once, needs
/// Administer and answers 204 with nothing in it (measured on Server 26.9).
#[derive(Debug, Clone)]
pub struct RenewBadgeToken(pub ProjectKey);

#[derive(Deserialize)]
struct Wire {
    token: BadgeToken,
}

impl Operation for ReadBadgeToken {
    type Answer = BadgeToken;

    fn request(&self) -> Request {
        Request::get("/api/project_badges/token", &[("project", self.0.as_str())])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<BadgeToken, Failure> {
        decode(content).map(|wire: Wire| wire.token)
    }
}

impl Operation for RenewBadgeToken {
    type Answer = ();

    const FORBIDDEN: Failure = Failure::NoAdminister;

    fn request(&self) -> Request {
        Request::post(
            "/api/project_badges/renew_token",
            &[("project", self.0.as_str())],
        )
    }

    /// Any success counts that is not a page put in between.
    fn read<B: Body>(&self, content: Content<B>) -> Result<(), Failure> {
        match content {
            Content::Empty | Content::Json(_) => Ok(()),
            Content::Html => Err(Failure::Html),
            Content::Garbled => Err(Failure::Unreadable),
        }
    }
}

/// Reads the token wherever the host offers it: from its own endpoint, else
/// from the page's navigation.
///
/// # Errors
/// What the endpoint said, where the navigation does not have it either:
/// [`Failure::NotOffered`] where there is no such endpoint.
pub async fn read_badge_token<T: Transport>(
    transport: &T,
    project: &ProjectKey,
) -> Result<BadgeToken, Failure> {
    match ask(transport, &ReadBadgeToken(project.clone())).await {
        // With which status Cloud refuses is not known.
        Err(refusal @ (Failure::NotOffered | Failure::NoBrowse | Failure::NotFound)) => {
            ask(transport, &ReadComponent(project.clone()))
                .await
                .ok()
                .and_then(|component| component.badge_token)
                .ok_or(refusal)
        }
        other => other,
    }
}

/// The same, with a refusal explained.
///
/// # Errors
/// Any [`Failure`], [`Failure::Unauthorized`] excepted.
pub async fn explained_badge_token<T: Transport>(
    transport: &T,
    project: &ProjectKey,
) -> Result<BadgeToken, Failure> {
    match read_badge_token(transport, project).await {
        Err(failure) => Err(explained(transport, failure, Method::Get).await),
        token => token,
    }
}
