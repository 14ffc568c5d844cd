//! `api/components/show`.

use serde_json::json;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::profile::Profile;

/// Needs Browse. Fields measured on 26.9 and 9.9; Cloud's `organization` seen.
pub(crate) fn show(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let key = call.required("component")?;
    let project = cloud.project(key).ok_or_else(|| unknown(key))?;
    if !cloud.access(call.login(), project).browse {
        return Err(call.denied());
    }
    let mut component = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK", "tags": [],
        "visibility": project.visibility, "needIssueSync": false,
    });
    if let Some(analysed) = project.analysed {
        component["analysisDate"] = json!(dates::moment(analysed));
        component["version"] = json!("not provided");
    }
    match cloud.profile() {
        Profile::Server | Profile::ServerForced => component["isAiCodeFixEnabled"] = json!(false),
        Profile::Server99 => {}
        _ => component["organization"] = json!(project.organization),
    }
    Ok(Answer::json(
        &json!({ "component": component, "ancestors": [] }),
    ))
}

/// 404 (source).
pub(crate) fn unknown(key: &str) -> Answer {
    Answer::error(404, &format!("Component key '{key}' not found"))
}
