//! `api/webservices/list`: what this host really offers.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::actions::{self, Action};
use crate::answer::Answer;
use crate::badges::metrics;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::profile::Profile;

/// Every action of the profile, internal ones only if asked for (source).
/// Shape measured; the descriptions are our own.
pub(crate) fn list(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let all = call.request.param("include_internals") == Some("true");
    let profile = cloud.profile();
    let mut services: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for action in actions::offered(profile) {
        let (service, name) = action.path.rsplit_once('/').unwrap_or((action.path, ""));
        let listed = services.entry(service).or_default();
        if all || !(action.internal)(profile) {
            listed.push(described(profile, action, name));
        }
    }
    let services: Vec<Value> = services
        .into_iter()
        .filter(|(_, actions)| !actions.is_empty())
        .map(|(path, actions)| {
            let mut service = json!({ "path": path, "actions": actions });
            service["description"] = json!(format!("What there is to {path}"));
            if !profile.is_cloud() {
                service["since"] = json!("7.1");
            }
            service
        })
        .collect();
    Ok(Answer::json(&json!({ "webServices": services })))
}

fn described(profile: Profile, action: &Action, name: &str) -> Value {
    let params: Vec<Value> = action
        .params
        .iter()
        .map(|(key, required)| param(profile, action, key, *required))
        .collect();
    let mut json = json!({
        "key": name, "description": format!("Action {name}"), "changelog": [],
        "internal": (action.internal)(profile), "post": action.post, "params": params,
        "hasResponseExample": name != "renew_token",
    });
    if !profile.is_cloud() {
        json["since"] = json!(if name.ends_with("token") {
            "9.2"
        } else {
            "7.1"
        });
    }
    json
}

fn param(profile: Profile, action: &Action, key: &str, required: bool) -> Value {
    let mut json = json!({
        "key": key, "description": key, "required": required, "internal": false,
    });
    match key {
        "metric" if action.path.ends_with("/measure") => {
            json["possibleValues"] = json!(metrics::keys(profile));
        }
        "branch" => json["exampleValue"] = json!("feature/my_branch"),
        "project" => json["exampleValue"] = json!("my_project"),
        "token" if !profile.is_cloud() => {
            json["exampleValue"] = json!("0123456789abcdef0123456789abcdef01234567");
        }
        _ => {}
    }
    json
}
