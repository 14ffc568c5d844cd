//! Who is signed in.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// `api/users/current`: whether anybody is signed in. A Server that forces
/// authentication answers nobody with an empty 401 (measured on 26.9).
#[derive(Debug, Clone, Copy)]
pub struct ReadCurrentUser;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    is_logged_in: bool,
}

impl Operation for ReadCurrentUser {
    type Answer = bool;

    fn request(&self) -> Request {
        Request::get("/api/users/current", &[])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<bool, Failure> {
        decode(content).map(|user: User| user.is_logged_in)
    }
}
