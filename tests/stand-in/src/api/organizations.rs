//! `api/organizations/search`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::organizations::Organization;
use crate::paging::Paging;
use crate::people::{Grant, Scope};

/// `member=true` tells my own organizations, in the shape of Sonar's examples;
/// nobody has none of these, and gets 401 (inferred).
pub(crate) fn search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let paging = Paging::of(call.request, 100)?;
    let member = call.request.param("member") == Some("true");
    let person = call.login().and_then(|login| cloud.person(login));
    if member && person.is_none() {
        return Err(Answer::unauthorized());
    }
    let keys = call.request.param("organizations");
    let found: Vec<&Organization> = cloud
        .organizations
        .iter()
        .filter(|one| {
            let mine = person.is_some_and(|person| person.memberships.contains(&one.key));
            (mine || !member) && keys.is_none_or(|keys| keys.split(',').any(|key| key == one.key))
        })
        .collect();
    let organizations: Vec<Value> = paging
        .cut(&found)
        .iter()
        .map(|one| {
            let admin = call
                .login()
                .is_some_and(|login| administers(&cloud.grants, login, &one.key));
            json!({
                "key": one.key, "name": one.name, "avatar": "", "guarded": false,
                "actions": { "admin": admin, "delete": admin, "provision": admin },
            })
        })
        .collect();
    Ok(Answer::json(&json!({
        "paging": paging.json(found.len()), "organizations": organizations,
    })))
}

/// Whoever administers all projects of an organization counts as its
/// administrator here.
fn administers(grants: &[Grant], login: &str, organization: &str) -> bool {
    grants.iter().any(|grant| {
        let here = matches!(&grant.scope, Scope::Organization(key) if key == organization);
        grant.login == login && here && grant.access.browse && grant.access.administer
    })
}
