//! `api/projects/search_my_projects`: what the caller administers.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::badges::metrics;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::paging::Paging;
use crate::profile::Profile;
use crate::projects::Project;

/// No more are told, and none are counted (measured on 26.9: of 1,015 projects
/// the total was 1,000). Which of them is up to the database; here, the first
/// keys.
const MOST: usize = 1_000;

/// For who is signed in, of all projects that they administer, be it as members
/// of a group, and whether they may browse them or not (measured on 26.9 and
/// 9.9); by name, where 26.9 has capitals first and 9.9 minds none (measured). It
/// has neither `q` nor `organization` (measured). Cloud's public list of its web
/// API names it; that it answers there as on Server is inferred.
pub(crate) fn search_my_projects(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let login = call.somebody()?;
    let paging = Paging::of_mine(call.request, call.profile)?;
    let rights = cloud.rights(Some(login));
    let mine = cloud.projects.values();
    let mut found: Vec<&Project> = mine
        .filter(|project| rights.on(project).administer)
        .take(MOST)
        .collect();
    if call.profile == Profile::Server99 {
        found.sort_by_cached_key(|project| project.name.to_lowercase());
    } else {
        found.sort_by(|one, other| one.name.cmp(&other.name));
    }
    let projects: Vec<Value> = paging.cut(&found).iter().copied().map(entry).collect();
    Ok(Answer::json(&json!({
        "paging": paging.json(found.len()), "projects": projects,
    })))
}

/// Fields measured on 26.9 and 9.9.
fn entry(project: &Project) -> Value {
    let mut entry = json!({ "key": project.key, "name": project.name, "links": [] });
    if let Some(analysed) = project.analysed {
        entry["lastAnalysisDate"] = json!(dates::moment(analysed));
        let gate = metrics::value(project, project.main_branch(), "alert_status");
        entry["qualityGate"] = json!(if gate == "passed" { "OK" } else { "ERROR" });
    }
    entry
}
