//! What only Cloud has, and so nothing else: organizations. All projects of the
//! server belong to one of them, of which everybody is a member.
//!
//! Sessions, permissions, tokens, pictures and pages stay the server's own,
//! since an answer of ours would hide what a real one says. Cloud's `badgeToken`
//! and its links to `/summary/new_code` are not added either: for the first
//! there is no more than a user report, the second the extension makes itself.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::request::Request;

/// Key and name, those of the stand-in's company.
const ORGANIZATION: (&str, &str) = ("acme-payments", "Acme Payments");

/// What to ask the server behind for, given the target that a browser asked
/// for; or an answer where that is clear without it.
///
/// # Errors
/// The answer to a list of another organization's projects: there is none.
pub fn target(request: &Request, target: &str) -> Result<String, Answer> {
    match request.path.as_str() {
        // They are told to whoever is signed in: the server knows who that is.
        "/api/organizations/search" => Ok("/api/users/current".into()),
        "/api/projects/search" | "/api/components/search" | "/api/components/search_projects" => {
            match request.param("organization") {
                Some(key) if key != ORGANIZATION.0 => {
                    // Text from the source of 7.x, when Server had organizations.
                    let message = format!("No organization for key '{key}'");
                    Err(Answer::error(404, &message))
                }
                _ => Ok(without_organization(request)),
            }
        }
        _ => Ok(target.into()),
    }
}

fn without_organization(request: &Request) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(
        request
            .query
            .iter()
            .filter(|(name, _)| name != "organization"),
    );
    format!("{}?{}", request.path, query.finish())
}

/// Whether the server's answer gets something added.
#[must_use]
pub fn is_amended(request: &Request) -> bool {
    matches!(
        request.path.as_str(),
        "/api/organizations/search" | "/api/navigation/component" | "/api/components/show"
    )
}

/// The server's answer with what only Cloud has.
#[must_use]
pub fn amended(request: &Request, mut answer: Answer) -> Answer {
    let mut body = answer.json_body();
    match request.path.as_str() {
        "/api/organizations/search" => {
            if answer.status != 200 || body["isLoggedIn"] != true {
                return Answer::unauthorized();
            }
            body = organizations(request, &body);
        }
        _ if answer.status != 200 => return answer,
        "/api/navigation/component" => body["organization"] = json!(ORGANIZATION.0),
        "/api/components/show" => body["component"]["organization"] = json!(ORGANIZATION.0),
        _ => return answer,
    }
    answer.body = body.to_string();
    answer
}

/// The one organization, on the first page of the list, in the shape of Sonar's
/// examples. A system administrator administers it.
fn organizations(request: &Request, user: &Value) -> Value {
    let page = request.param("p").unwrap_or("1");
    let size = request.param("ps").unwrap_or("100");
    let permissions = user["permissions"]["global"].as_array();
    let admin = permissions.is_some_and(|all| all.iter().any(|one| one == "admin"));
    let (key, name) = ORGANIZATION;
    let one = json!({
        "key": key, "name": name, "avatar": "", "guarded": false,
        "actions": { "admin": admin, "delete": admin, "provision": admin },
    });
    json!({
        "paging": { "pageIndex": number(page), "pageSize": number(size), "total": 1 },
        "organizations": if page == "1" { vec![one] } else { Vec::new() },
    })
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or(1)
}
