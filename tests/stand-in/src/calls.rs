//! A call of the web API: who asks for which action, and whether they get to it.

use crate::actions;
use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::dates;
use crate::profile::Profile;
use crate::request::Request;
use crate::sessions::Visitor;

/// A request to an action, and who is behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) request: &'a Request,
    pub(crate) visitor: &'a Visitor,
}

impl<'a> Call<'a> {
    pub(crate) fn login(&self) -> Option<&'a str> {
        self.visitor.login.as_deref()
    }

    /// The login, or the 401 of nobody.
    pub(crate) fn somebody(&self) -> Result<&'a str, Answer> {
        self.login().ok_or_else(Answer::unauthorized)
    }

    /// A parameter that must be there (text measured).
    pub(crate) fn required(&self, name: &str) -> Result<&'a str, Answer> {
        self.request
            .param(name)
            .ok_or_else(|| Answer::error(400, &format!("The '{name}' parameter is missing")))
    }

    /// What who lacks a permission gets: 401 for nobody, else 403 (measured).
    pub(crate) fn denied(&self) -> Answer {
        if self.login().is_some() {
            Answer::forbidden()
        } else {
            Answer::unauthorized()
        }
    }
}

/// Finds the action and carries it out.
pub(crate) fn dispatch(cloud: &mut Cloud, request: &Request) -> Answer {
    let profile = cloud.profile();
    let action = actions::offered(profile).find(|action| action.path == &request.path[1..]);
    let open = action.is_some_and(|action| action.open);
    let visitor = match cloud.visitor(request) {
        Err(_) if !open => return Answer::unauthorized(),
        visitor => visitor.unwrap_or_default(),
    };
    if !open && profile.forces_authentication() && visitor.login.is_none() {
        return Answer::unauthorized();
    }
    if let Some(token) = &visitor.token {
        cloud.note_use(token);
    }
    let Some(action) = action else {
        return Answer::unknown_url(&request.path);
    };
    let answer = match request.method.as_str() {
        "GET" | "HEAD" if action.post => Answer::error(405, "HTTP method POST is required"),
        "GET" | "HEAD" | "POST" => {
            let call = Call {
                request,
                visitor: &visitor,
            };
            (action.handler)(cloud, &call).unwrap_or_else(|refusal| refusal)
        }
        method => Answer::error(405, &format!("HTTP method {method} is not allowed")),
    };
    // Measured on 26.9 only.
    let expires = visitor.token.and_then(|token| token.expires);
    match expires.filter(|_| matches!(profile, Profile::Server | Profile::ServerForced)) {
        Some(end) => answer.with(
            "sonarqube-authentication-token-expiration",
            dates::moment(end),
        ),
        None => answer,
    }
}
