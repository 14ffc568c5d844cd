//! `api/navigation`: what the web UI's header asks for.

use serde_json::json;

use crate::answer::Answer;
use crate::api::components::unknown;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::mint::uuid;
use crate::people::Person;
use crate::profile::Profile;

/// For whoever may browse or administer (source); who administers finds
/// `configuration` (measured). `organization` is seen on Cloud, `badgeToken` is
/// a user report; that it needs Browse is inferred.
pub(crate) fn component(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let key = call.required("component")?;
    let profile = cloud.profile();
    let project = cloud.project(key).ok_or_else(|| unknown(key))?;
    let access = cloud.access(call.login(), project);
    if !access.browse && !access.administer {
        return Err(call.denied());
    }
    let branch = call.request.param("branch");
    let known = |name: &str| project.branches.iter().any(|branch| branch.name == name);
    if let Some(branch) = branch.filter(|name| !known(name)) {
        // Text from the source.
        let message = format!("Component '{key}' on branch '{branch}' not found");
        return Err(Answer::error(404, &message));
    }
    let mut body = json!({
        "key": project.key, "id": uuid(&format!("{} main", project.key)), "name": project.name,
        "isFavorite": false, "visibility": project.visibility, "extensions": [],
        "qualityProfiles": [],
        "qualityGate": { "key": uuid("Sonar way"), "name": "Sonar way", "isDefault": true },
        "breadcrumbs": [{ "key": project.key, "name": project.name, "qualifier": "TRK" }],
    });
    if let Some(analysed) = project.analysed {
        body["version"] = json!("not provided");
        body["analysisDate"] = json!(dates::moment(analysed));
        body["qualityProfiles"] = json!([
            { "key": uuid("Sonar way js"), "name": "Sonar way", "language": "js", "deleted": false }
        ]);
    }
    if access.administer {
        body["configuration"] = json!({
            "showSettings": true, "showQualityProfiles": true, "showQualityGates": true,
            "showLinks": true, "showPermissions": true, "showHistory": true,
            "showUpdateKey": true, "showBackgroundTasks": true,
            "canApplyPermissionTemplate": cloud.administers_system(call.login()),
            "canBrowseProject": access.browse,
            "canUpdateProjectVisibilityToPrivate": true, "extensions": [],
        });
    }
    if profile.is_26_9() && access.administer {
        let person = call.login().and_then(|login| cloud.person(login));
        let built_in = person.is_some_and(Person::is_built_in);
        body["configuration"]["canAdminArchitecture"] = json!(built_in);
    }
    if profile != Profile::Server99 {
        body["branch"] = json!(branch.unwrap_or(project.main_branch()));
    }
    if profile.is_cloud() {
        body["organization"] = json!(project.organization);
    }
    if profile.navigation_has_token() && access.browse && call.login().is_some() {
        body["badgeToken"] = json!(cloud.badge_token(key));
        if let Some(project) = cloud.projects.get_mut(key) {
            project.reads += 1;
        }
    }
    Ok(Answer::json(&body))
}

/// The header of every page (shape from the source, shortened).
pub(crate) fn global(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let administers = cloud.administers_system(call.login()) && !call.profile.is_cloud();
    Ok(Answer::json(&json!({
        "canAdmin": administers, "globalPages": [], "settings": {}, "qualifiers": ["TRK"],
        "version": cloud.profile().version(), "productionDatabase": true,
    })))
}
