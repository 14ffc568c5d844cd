//! The control API: how a test in another process sets the scene and looks
//! behind it. As pure as the rest; the host only carries it.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::crowd::Crowd;
use crate::dates::DAY;
use crate::faults::{Fault, Faults};
use crate::people::{Grant, Scope};
use crate::profile::Profile;
use crate::projects::{Branch, Project, Visibility};
use crate::request::Request;
use crate::sessions::{SESSION_COOKIE, XSRF_COOKIE};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    profile: Option<Profile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewOrganization {
    key: String,
    #[serde(default)]
    projects: u32,
    #[serde(default)]
    visibility: Visibility,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Permission {
    login: String,
    project: Option<String>,
    #[serde(default)]
    browse: bool,
    #[serde(default)]
    administer: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewProject {
    key: String,
    name: Option<String>,
    organization: Option<String>,
    #[serde(default)]
    visibility: Visibility,
    #[serde(default = "yes")]
    analysed: bool,
    /// The main branch first; just `main` if none is named.
    #[serde(default)]
    branches: Vec<Branch>,
    /// Measures as the badge words them, by metric.
    #[serde(default)]
    measures: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    login: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passing {
    days: u64,
}

fn yes() -> bool {
    true
}

/// Answers a request to the control API; errors say what was wrong.
pub fn control(cloud: &mut Cloud, request: &Request, body: &str) -> Answer {
    let done = match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/state") => serde_json::to_value(cloud.state()).map_err(|e| e.to_string()),
        ("GET", "/renewals") => Ok(json!(cloud.renewals())),
        ("GET", "/counts") => Ok(json!(cloud.counts())),
        ("GET", "/token") => named(cloud, request)
            .map(|project| json!({ "project": project.key, "token": project.token })),
        ("POST", "/reset") => parsed(body).map(|wish| reset(cloud, &wish)),
        ("POST", "/fault") => add_fault(&mut cloud.faults, body),
        ("DELETE", "/faults") => {
            cloud.clear_faults();
            Ok(json!({}))
        }
        ("POST", "/sign-out-everyone") => {
            cloud.sign_everyone_out();
            Ok(json!({}))
        }
        ("POST", "/renew") => named(cloud, request).map(|project| {
            let renewed = cloud.renew_behind_the_back(&project.key);
            json!({ "project": project.key, "renewed": renewed })
        }),
        ("POST", "/organization") => parsed(body).map(|wish: NewOrganization| {
            cloud.add_organization(&wish.key, wish.projects, wish.visibility);
            json!({ "key": wish.key, "projects": wish.projects })
        }),
        ("POST", "/projects") => parsed(body).map(|crowd: Crowd| {
            cloud.add_crowd(&crowd);
            json!({ "organization": crowd.organization, "count": crowd.count })
        }),
        ("POST", "/permission") => parsed(body).and_then(|wish| permit(cloud, wish)),
        ("POST", "/project") => parsed(body).map(|wish| add_project(cloud, wish)),
        ("POST", "/sign-in") => parsed(body).and_then(|wish| sign_in(cloud, &wish)),
        ("POST", "/pass-time") => parsed(body).map(|wish: Passing| {
            cloud.set_now(cloud.now + wish.days * DAY);
            json!({ "now": cloud.now })
        }),
        (method, path) => Err(format!("no such thing: {method} {path}")),
    };
    match done {
        Ok(value) => Answer::json(&value),
        Err(message) => Answer::error(400, &message),
    }
}

/// The JSON of a command, where nothing at all is an empty object.
fn parsed<T: DeserializeOwned>(body: &str) -> Result<T, String> {
    let body = if body.trim().is_empty() { "{}" } else { body };
    serde_json::from_str(body).map_err(|error| error.to_string())
}

fn named(cloud: &Cloud, request: &Request) -> Result<Project, String> {
    let key = request.param("project").ok_or("which project?")?;
    let project = cloud.project(key).cloned();
    project.ok_or_else(|| format!("no such project: {key}"))
}

fn reset(cloud: &mut Cloud, wish: &Reset) -> Value {
    let profile = wish.profile.unwrap_or(cloud.profile());
    let now = cloud.now;
    *cloud = Cloud::new(profile).under(&cloud.context);
    cloud.set_now(now);
    json!({ "profile": profile })
}

/// Adds a fault to those that wait, and tells them all.
pub(crate) fn add_fault(faults: &mut Faults, body: &str) -> Result<Value, String> {
    faults.add(Fault::read(parsed(body)?)?);
    Ok(json!({ "faults": faults.waiting() }))
}

fn permit(cloud: &mut Cloud, wish: Permission) -> Result<Value, String> {
    if cloud.person(&wish.login).is_none() {
        return Err(format!("nobody is called {}", wish.login));
    }
    let scope = match wish.project {
        Some(key) if cloud.project(&key).is_none() => {
            return Err(format!("no such project: {key}"));
        }
        Some(key) => Scope::Project(key),
        None => Scope::Everywhere,
    };
    cloud.grant(Grant::new(&wish.login, scope, wish.browse, wish.administer));
    Ok(json!({}))
}

fn add_project(cloud: &mut Cloud, wish: NewProject) -> Value {
    let organization = wish.organization.as_deref().unwrap_or("acme-payments");
    let name = wish.name.as_deref().unwrap_or(&wish.key);
    let mut project = Project::new(organization, &wish.key, name, wish.visibility);
    if !wish.analysed {
        project = project.never_analysed();
    }
    if !wish.branches.is_empty() {
        project.branches = wish.branches;
    }
    project.measures.extend(wish.measures);
    cloud.add_project(project);
    json!({ "key": wish.key })
}

fn sign_in(cloud: &mut Cloud, wish: &SignIn) -> Result<Value, String> {
    let signed_in = cloud.sign_in(&wish.login);
    let signed_in = signed_in.ok_or_else(|| format!("nobody is called {}", wish.login))?;
    let path = cloud.root();
    let cookie = |name: &str, value: &str, http_only: bool| json!({ "name": name, "value": value, "path": path, "sameSite": "Lax", "httpOnly": http_only });
    Ok(json!({
        "login": signed_in.login,
        "cookies": [
            cookie(SESSION_COOKIE, &signed_in.session, true),
            cookie(XSRF_COOKIE, &signed_in.xsrf, false),
        ],
    }))
}
