//! `api/project_branches/list` and `api/project_pull_requests/list`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::mint::uuid;
use crate::profile::Profile;
use crate::projects::{Branch, BranchKind, Project};

/// The main branch first (inferred order). A Server lets in whoever may scan,
/// and that is everybody signed in (measured).
pub(crate) fn branches(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let project = seen(cloud, call)?;
    let profile = cloud.profile();
    let branches: Vec<Value> = project
        .branches
        .iter()
        .map(|branch| branch_json(profile, project, branch))
        .collect();
    Ok(Answer::json(&json!({ "branches": branches })))
}

/// The shape of Sonar's documentation. Not on a Community Build, and so on none
/// of the Servers played here (measured on 26.9 and 9.9).
pub(crate) fn pull_requests(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let project = seen(cloud, call)?;
    let list: Vec<Value> = project
        .pull_requests
        .iter()
        .map(|one| {
            json!({
                "key": one.key, "title": one.title, "branch": one.branch,
                "base": one.base, "target": one.base,
                "status": { "qualityGateStatus": "OK", "bugs": 0, "vulnerabilities": 0, "codeSmells": 0 },
                "analysisDate": project.analysed.map(dates::moment),
            })
        })
        .collect();
    Ok(Answer::json(&json!({ "pullRequests": list })))
}

fn seen<'a>(cloud: &'a Cloud, call: &Call<'_>) -> Result<&'a Project, Answer> {
    let key = call.required("project")?;
    let project = cloud
        .project(key)
        .ok_or_else(|| Answer::error(404, &format!("Project '{key}' not found")))?;
    let may_scan = !cloud.profile().is_cloud() && call.login().is_some();
    if may_scan || cloud.access(call.login(), project).browse {
        Ok(project)
    } else {
        Err(call.denied())
    }
}

/// A branch as 26.9 or 9.9 tells it (measured), or Cloud (documentation).
fn branch_json(profile: Profile, project: &Project, branch: &Branch) -> Value {
    let main = branch.name == project.main_branch();
    let kind = match (profile.is_cloud(), branch.kind) {
        (false, _) => "BRANCH",
        (true, BranchKind::Long) => "LONG",
        (true, BranchKind::Short) => "SHORT",
    };
    let mut json = json!({ "name": branch.name, "isMain": main, "type": kind, "status": {} });
    if let Some(analysed) = project.analysed {
        json["status"]["qualityGateStatus"] = json!("OK");
        json["analysisDate"] = json!(dates::moment(analysed));
    }
    if profile.is_cloud() && branch.kind == BranchKind::Short {
        json["mergeBranch"] = json!(project.main_branch());
    }
    if !profile.is_cloud() {
        json["excludedFromPurge"] = json!(main);
    }
    if profile != Profile::Server99 {
        json["branchId"] = json!(uuid(&format!("{} {}", project.key, branch.name)));
    }
    json
}
