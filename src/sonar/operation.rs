//! An operation of the web API, and how one is carried out.

use super::{Body, Content, Failure, ReadCurrentUser, Reply, Request};

/// One thing to ask of the web API.
pub trait Operation {
    /// What a good answer says.
    type Answer;

    /// The request to send.
    fn request(&self) -> Request;

    /// What 403 means for this operation.
    const FORBIDDEN: Failure = Failure::NoBrowse;

    /// Reads a good answer's content.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] for content of another shape.
    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure>;
}

/// Who carries a request to the instance and its answer back, with the
/// person's own session.
pub trait Transport {
    /// How it hands over parsed JSON.
    type Body: Body;

    /// Sends a request, once.
    ///
    /// # Errors
    /// [`Failure::Lost`] where no answer came back.
    fn send(&self, request: &Request) -> impl Future<Output = Result<Reply<Self::Body>, Failure>>;
}

/// Carries out an operation, once.
///
/// # Errors
/// Any [`Failure`] but those that [`explained`] finds out.
pub async fn ask<T: Transport, O: Operation>(
    transport: &T,
    operation: &O,
) -> Result<O::Answer, Failure> {
    let reply = transport.send(&operation.request()).await?;
    if (200..300).contains(&reply.status) {
        operation.read(reply.content)
    } else {
        Err(Failure::read(reply, O::FORBIDDEN))
    }
}

/// Finds out what a refusal means by asking who is signed in: 401 has two
/// causes, and a host may answer 403 or 404 to people who are not signed in.
pub async fn explained<T: Transport>(transport: &T, failure: Failure) -> Failure {
    if !matches!(
        failure,
        Failure::Unauthorized | Failure::NoBrowse | Failure::NoAdminister | Failure::Unknown
    ) {
        return failure;
    }
    match (ask(transport, &ReadCurrentUser).await, failure) {
        (Ok(false) | Err(Failure::Unauthorized), _) => Failure::NotSignedIn,
        (Ok(true), Failure::Unauthorized) => Failure::SessionRefused,
        (Ok(true), failure) => failure,
        (Err(why), Failure::Unauthorized) => why,
        (Err(_), failure) => failure,
    }
}

/// Reads JSON content as a type.
pub(super) fn decode<B: Body, T: serde::de::DeserializeOwned>(
    content: Content<B>,
) -> Result<T, Failure> {
    match content {
        Content::Json(body) => body.decode().ok_or(Failure::Unreadable),
        Content::Page => Err(Failure::Page),
        Content::Empty | Content::Garbled => Err(Failure::Unreadable),
    }
}
