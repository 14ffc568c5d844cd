//! Who is signed in.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// `api/users/current`: the login of who is signed in, if anybody is. A Server
/// that forces authentication answers nobody with an empty 401 (measured on 26.9).
#[derive(Debug, Clone, Copy)]
pub struct ReadCurrentUser;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    is_logged_in: bool,
    #[serde(default)]
    login: String,
}

impl Operation for ReadCurrentUser {
    type Answer = Option<String>;

    fn request(&self) -> Request {
        Request::get("/api/users/current", &[])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Option<String>, Failure> {
        decode(content).map(|user: User| user.is_logged_in.then_some(user.login))
    }
}
