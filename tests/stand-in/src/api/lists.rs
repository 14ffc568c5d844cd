//! The lists of projects: `api/projects/search`, `api/components/search` and
//! `api/components/search_projects`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::mint::uuid;
use crate::paging::Paging;
use crate::profile::Profile;
use crate::projects::Project;

/// On Server for system administrators (measured); on Cloud for everybody,
/// filtered to what they may see, one organization at a time (documentation),
/// with the limit of a search (inferred).
pub(crate) fn projects_search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    if cloud.profile().is_cloud() {
        let paging = Paging::of_search(call.request, 100)?;
        call.required("organization")?;
        return listed(cloud, call, paging, managed);
    }
    let person = call.login().and_then(|login| cloud.person(login));
    if !person.is_some_and(|person| person.system_administrator) {
        return Err(call.denied());
    }
    listed(cloud, call, Paging::of(call.request, 100)?, managed)
}

/// For whoever may browse. Cloud wants an organization (inferred).
pub(crate) fn components_search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let paging = Paging::of_search(call.request, 100)?;
    if cloud.profile().is_cloud() {
        call.required("organization")?;
    }
    listed(cloud, call, paging, plain)
}

/// What the web UI lists (measured on Server; Cloud's `organization` inferred).
pub(crate) fn search_projects(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let paging = Paging::of_search(call.request, 100)?;
    let mut answer = listed(cloud, call, paging, favourite)?;
    let mut body = answer.json_body();
    body["facets"] = json!([]);
    answer.body = body.to_string();
    Ok(answer)
}

type Writer = fn(Profile, &Project) -> Value;

fn listed(cloud: &Cloud, call: &Call<'_>, paging: Paging, write: Writer) -> Result<Answer, Answer> {
    let profile = cloud.profile();
    let organization = call
        .request
        .param("organization")
        .filter(|_| profile.is_cloud());
    if let Some(key) = organization.filter(|key| cloud.organization(key).is_none()) {
        // Text from the source of 7.x, when Server had organizations.
        let message = format!("No organization for key '{key}'");
        return Err(Answer::error(404, &message));
    }
    let wanted = call.request.param("q").map(str::to_lowercase);
    let keys = call.request.param("projects");
    let fits = |project: &&Project| {
        let text = format!("{}\n{}", project.name, project.key).to_lowercase();
        organization.is_none_or(|key| key == project.organization)
            && wanted.as_ref().is_none_or(|wanted| text.contains(wanted))
            && keys.is_none_or(|keys| keys.split(',').any(|key| key == project.key))
            && cloud.access(call.login(), project).browse
    };
    let mut found: Vec<&Project> = cloud.projects.values().filter(fits).collect();
    found.sort_by_key(|project| project.name.to_lowercase());
    let components: Vec<Value> = paging
        .cut(&found)
        .iter()
        .map(|project| write(profile, project))
        .collect();
    Ok(Answer::json(&json!({
        "paging": paging.json(found.len()), "components": components,
    })))
}

/// An entry of `projects/search`.
fn managed(profile: Profile, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK",
        "visibility": project.visibility,
    });
    if let Some(analysed) = project.analysed {
        entry["lastAnalysisDate"] = json!(dates::moment(analysed));
    }
    match profile {
        Profile::Server | Profile::ServerForced => {
            entry["managed"] = json!(false);
            entry["projectUuid"] = json!(uuid(&project.key));
        }
        Profile::Server99 => {}
        _ => entry["organization"] = json!(project.organization),
    }
    entry
}

/// An entry of `components/search`: no visibility.
fn plain(profile: Profile, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK", "project": project.key,
    });
    if profile.is_cloud() {
        entry["organization"] = json!(project.organization);
    }
    entry
}

/// An entry of `components/search_projects`.
fn favourite(profile: Profile, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK", "isFavorite": false,
        "tags": [], "visibility": project.visibility,
    });
    match profile {
        Profile::Server | Profile::ServerForced => {
            entry["isAiCodeFixEnabled"] = json!(false);
            entry["aiCodeAssurance"] = json!("NONE");
            entry["containsAiCode"] = json!(false);
            entry["uuid"] = json!(uuid(&project.key));
        }
        Profile::Server99 => entry["needIssueSync"] = json!(false),
        _ => entry["organization"] = json!(project.organization),
    }
    entry
}
