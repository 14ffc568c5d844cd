//! `api/users/current`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::mint::uuid;
use crate::profile::Profile;

/// The notices that 26.9 lists beside those of 9.9 (measured).
const NOTICES: [&str; 9] = [
    "showDesignAndArchitectureBanner",
    "showNewModesBanner",
    "showSandboxedIssuesIntro",
    "issueCleanCodeGuide",
    "issueNewIssueStatusAndTransitionGuide",
    "showDesignAndArchitectureOptInBanner",
    "overviewZeroNewIssuesSimplification",
    "showDesignAndArchitectureTour",
    "showEnableSca",
];

/// Who I am. For nobody: an empty 401 where authentication is forced
/// (measured; dispatch sees to it), else `isLoggedIn` false (measured on 26.9).
pub(crate) fn current(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let profile = cloud.profile();
    let Some(person) = call.login().and_then(|login| cloud.person(login)) else {
        return Ok(Answer::json(&json!({
            "isLoggedIn": false, "scmAccounts": [], "groups": [],
            "permissions": { "global": [] }, "dismissedNotices": {},
        })));
    };
    let administers = person.system_administrator;
    let (groups, global) = match (profile.is_cloud(), administers) {
        (true, _) => (json!([]), json!([])),
        (false, true) if !person.is_built_in() => (
            json!(["sonar-users"]),
            json!(["admin", "provisioning", "scan"]),
        ),
        (false, true) => (
            json!(["sonar-administrators", "sonar-users"]),
            json!(["admin", "gateadmin", "profileadmin", "provisioning", "scan"]),
        ),
        (false, false) => (json!(["sonar-users"]), json!(["provisioning", "scan"])),
    };
    let mut body = json!({
        "isLoggedIn": true, "login": person.login, "name": person.name,
        "local": !profile.is_cloud(), "externalIdentity": person.login,
        "externalProvider": if profile.is_cloud() { "github" } else { "sonarqube" },
        "scmAccounts": [], "groups": groups, "permissions": { "global": global },
        "homepage": { "type": "PROJECTS" }, "usingSonarLintConnectedMode": false,
        "dismissedNotices": { "educationPrinciples": false, "sonarlintAd": false },
    });
    if matches!(profile, Profile::Server | Profile::ServerForced) {
        body["id"] = json!(uuid(&person.login));
        for notice in NOTICES {
            body["dismissedNotices"][notice] = Value::Bool(false);
        }
    }
    Ok(Answer::json(&body))
}
