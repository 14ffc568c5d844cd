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
use crate::shelves::Order;

/// On Server for system administrators, and of all projects, seen or not
/// (measured); on Cloud for everybody, filtered to what they may see, one
/// organization at a time (documentation), with the limit of a search (inferred).
pub(crate) fn projects_search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let query = call.request.param("q");
    if call.profile.is_cloud() {
        let paging = Paging::of_search(call.request, 100)?;
        call.required("organization")?;
        let rights = cloud.rights(call.login());
        let found = found(cloud, call, query, Order::Name, |one| rights.on(one).browse)?;
        return Ok(listed(call, paging, &found, managed));
    }
    let paging = Paging::of(call.request, 100)?;
    if !cloud.administers_system(call.login()) {
        return Err(call.denied());
    }
    let found = found(cloud, call, query, Order::Name, |_| true)?;
    Ok(listed(call, paging, &found, managed))
}

/// For whoever may browse. Server wants to be told that projects are meant
/// (measured), Cloud of which organization (inferred). A search for a single
/// letter finds nothing on Server (measured).
pub(crate) fn components_search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let cloudy = call.profile.is_cloud();
    call.required(if cloudy { "organization" } else { "qualifiers" })?;
    let paging = Paging::of_search(call.request, 100)?;
    let query = call.request.param("q");
    let too_short = !cloudy && query.is_some_and(|query| query.chars().count() < 2);
    let rights = cloud.rights(call.login());
    let found = found(cloud, call, query, Order::Name, |one| {
        !too_short && rights.on(one).browse
    })?;
    Ok(listed(call, paging, &found, plain))
}

/// What the web UI lists. It has no `q`: the query stands in `filter` (measured
/// on Server; Cloud's `organization` inferred).
pub(crate) fn search_projects(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let paging = Paging::of_search(call.request, 100)?;
    let query = call.request.param("filter").and_then(filtered);
    let order = match call.request.param("s") {
        Some("analysisDate") => Order::Analysed,
        _ => Order::Name,
    };
    let rights = cloud.rights(call.login());
    let mut found = found(cloud, call, query, order, |one| rights.on(one).browse)?;
    if call.request.param("asc") == Some("false") {
        found.reverse();
    }
    let mut answer = listed(call, paging, &found, favourite);
    let mut body = answer.json_body();
    body["facets"] = json!([]);
    answer.body = body.to_string();
    Ok(answer)
}

/// The text of a filter such as `query = "text"`.
fn filtered(filter: &str) -> Option<&str> {
    let text = filter.trim().strip_prefix("query")?.trim_start();
    let text = text.strip_prefix('=')?.trim();
    text.strip_prefix('"')?.strip_suffix('"')
}

/// The projects that fit, in an order.
fn found<'a>(
    cloud: &'a Cloud,
    call: &Call<'_>,
    query: Option<&str>,
    order: Order,
    fits: impl Fn(&Project) -> bool,
) -> Result<Vec<&'a Project>, Answer> {
    let organization = call
        .request
        .param("organization")
        .filter(|_| call.profile.is_cloud());
    if let Some(key) = organization.filter(|key| cloud.organization(key).is_none()) {
        // Text from the source of 7.x, when Server had organizations.
        let message = format!("No organization for key '{key}'");
        return Err(Answer::error(404, &message));
    }
    let wanted = query.map(str::to_lowercase);
    let keys = call.request.param("projects");
    let asked = |(project, text): &(&Project, &str)| {
        wanted.as_ref().is_none_or(|wanted| text.contains(wanted))
            && keys.is_none_or(|keys| keys.split(',').any(|key| key == project.key))
            && fits(project)
    };
    let listed = cloud.projects.listed(organization, order);
    Ok(listed.filter(asked).map(|(project, _)| project).collect())
}

type Writer = fn(&Call<'_>, &Project) -> Value;

fn listed(call: &Call<'_>, paging: Paging, found: &[&Project], write: Writer) -> Answer {
    let components: Vec<Value> = paging
        .cut(found)
        .iter()
        .map(|project| write(call, project))
        .collect();
    Answer::json(&json!({
        "paging": paging.json(found.len()), "components": components,
    }))
}

/// An entry of `projects/search`.
fn managed(call: &Call<'_>, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK",
        "visibility": project.visibility,
    });
    if let Some(analysed) = project.analysed {
        entry["lastAnalysisDate"] = json!(dates::moment(analysed));
    }
    match call.profile {
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
fn plain(call: &Call<'_>, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK", "project": project.key,
    });
    if call.profile.is_cloud() {
        entry["organization"] = json!(project.organization);
    }
    entry
}

/// An entry of `components/search_projects`; nobody has favourites (measured
/// on 26.9), and the date comes if it is asked for.
fn favourite(call: &Call<'_>, project: &Project) -> Value {
    let mut entry = json!({
        "key": project.key, "name": project.name, "qualifier": "TRK", "tags": [],
        "visibility": project.visibility,
    });
    if call.login().is_some() {
        entry["isFavorite"] = json!(false);
    }
    let dated = call
        .request
        .param("f")
        .is_some_and(|fields| fields.contains("analysisDate"));
    if let Some(analysed) = project.analysed.filter(|_| dated) {
        entry["analysisDate"] = json!(dates::moment(analysed));
    }
    match call.profile {
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
