//! A call of the web API: who asks for which action, and whether they get to it.

use crate::actions::{self, Action};
use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::dates;
use crate::profile::Profile;
use crate::request::Request;
use crate::sessions::Visitor;

/// A request to an action, and who is behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) profile: Profile,
    pub(crate) request: &'a Request,
    pub(crate) visitor: &'a Visitor,
}

impl<'a> Call<'a> {
    pub(crate) fn login(&self) -> Option<&'a str> {
        self.visitor.login.as_deref()
    }

    /// The login, or the 401 of nobody: on a Server that lets nobody come this
    /// far it has words (measured on 26.9), on Cloud none (inferred).
    pub(crate) fn somebody(&self) -> Result<&'a str, Answer> {
        self.login().ok_or_else(|| {
            if self.profile.is_cloud() {
                Answer::unauthorized()
            } else {
                Answer::error(401, "Authentication is required")
            }
        })
    }

    /// A parameter that must be there (text measured).
    pub(crate) fn required(&self, name: &str) -> Result<&'a str, Answer> {
        self.request
            .param(name)
            .ok_or_else(|| Answer::error(400, &format!("The '{name}' parameter is missing")))
    }

    /// What who lacks a permission gets: 403, on a Server nobody too, where
    /// authentication is not forced (measured on 26.9). That Cloud says 401 to
    /// nobody is inferred.
    pub(crate) fn denied(&self) -> Answer {
        if self.login().is_none() && self.profile.is_cloud() {
            Answer::unauthorized()
        } else {
            Answer::forbidden()
        }
    }
}

/// Finds the action and carries it out.
pub(crate) fn dispatch(cloud: &mut Cloud, request: &Request) -> Answer {
    let profile = cloud.profile();
    let action = actions::offered(profile).find(|action| action.path == &request.path[1..]);
    let open = action.map_or_else(|| left_open(profile, request), |action| action.open);
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
    if let Some(refusal) = wrong_method(action, &request.method) {
        return refusal;
    }
    let call = Call {
        profile,
        request,
        visitor: &visitor,
    };
    let answer = (action.handler)(cloud, &call).unwrap_or_else(|refusal| refusal);
    if open {
        return answer;
    }
    // Measured on 26.9 and 9.9; nothing is known of Cloud.
    let expires = visitor.token.and_then(|token| token.expires);
    let answer = match expires.filter(|_| !profile.is_cloud()) {
        Some(end) => answer.with(
            "sonarqube-authentication-token-expiration",
            dates::moment(end),
        ),
        None => answer,
    };
    cloud.with_xsrf_header(request, answer)
}

/// The badge that the Community Build of 26.9 lacks is an unknown address for
/// nobody too; 9.9 wants to know first who asks (measured).
fn left_open(profile: Profile, request: &Request) -> bool {
    profile.is_26_9() && request.path == "/api/project_badges/ai_code_assurance"
}

/// 405 (texts measured on 26.9 and 9.9), but not a word from the filter that
/// signs people in (measured).
fn wrong_method(action: &Action, method: &str) -> Option<Answer> {
    let message = match (method, action.post) {
        ("GET", false) | ("POST", true) => return None,
        ("GET", true) if action.path == "api/authentication/login" => {
            return Some(Answer::empty(400));
        }
        ("GET", true) => "HTTP method POST is required".into(),
        ("POST", false) => "HTTP method GET is required".into(),
        (method, _) => format!("HTTP method {method} is not allowed"),
    };
    Some(Answer::error(405, &message))
}
