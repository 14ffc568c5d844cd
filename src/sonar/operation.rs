//! An operation of the web API, and how one is carried out.

use super::{Body, Content, Failure, Method, ReadCurrentUser, Reply, Request};

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
    let content = exchange(transport, operation.request(), O::FORBIDDEN).await?;
    operation.read(content)
}

/// What all operations have in common: a good answer's content.
async fn exchange<T: Transport>(
    transport: &T,
    request: Request,
    forbidden: Failure,
) -> Result<Content<T::Body>, Failure> {
    let reply = transport.send(&request).await?;
    if (200..300).contains(&reply.status) {
        Ok(reply.content)
    } else {
        Err(Failure::read(reply, forbidden))
    }
}

/// Finds out what a refusal means by asking who is signed in: 401 has two
/// causes, and a host may answer people who are not signed in with 403 (measured
/// on Server 26.9 where signing in is not forced) or 404.
///
/// To somebody who is, 401 means a refused XSRF token where something was to be
/// done, and a missing permission where something was to be read.
pub async fn explained<T: Transport>(transport: &T, failure: Failure, method: Method) -> Failure {
    if !matches!(
        failure,
        Failure::Unauthorized | Failure::NoBrowse | Failure::NoAdminister | Failure::NotFound
    ) {
        return failure;
    }
    match (ask(transport, &ReadCurrentUser).await, failure, method) {
        (Ok(None) | Err(Failure::Unauthorized), ..) => Failure::NotSignedIn,
        (Ok(Some(_)), Failure::Unauthorized, Method::Post) => Failure::SessionRefused,
        (Ok(Some(_)), Failure::Unauthorized, Method::Get) => Failure::NoBrowse,
        (Err(why), Failure::Unauthorized, _) => why,
        (_, failure, _) => failure,
    }
}

/// Reads something, and explains a refusal.
///
/// # Errors
/// Any [`Failure`], [`Failure::Unauthorized`] excepted.
pub async fn read<T: Transport, O: Operation>(
    transport: &T,
    operation: &O,
) -> Result<O::Answer, Failure> {
    match ask(transport, operation).await {
        Err(failure) => Err(explained(transport, failure, Method::Get).await),
        answer => answer,
    }
}

/// Reads JSON content as a type.
pub(super) fn decode<B: Body, T: serde::de::DeserializeOwned>(
    content: Content<B>,
) -> Result<T, Failure> {
    match content {
        Content::Json(body) => body.decode().ok_or(Failure::Unreadable),
        Content::Html => Err(Failure::Html),
        Content::Empty | Content::Garbled => Err(Failure::Unreadable),
    }
}
