//! `api/project_badges/token` and `renew_token`.

use serde_json::json;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::people::Access;

/// Needs Browse, makes the token on its first call (measured). Where signing
/// in is not forced, nobody reads the token of a public project (measured on
/// 26.9); that Cloud refuses nobody with 401 is inferred.
pub(crate) fn token(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let (key, access) = project(cloud, call)?;
    if !access.browse {
        return Err(call.denied());
    }
    let token = cloud.badge_token(key);
    if let Some(project) = cloud.projects.get_mut(key) {
        project.reads += 1;
    }
    Ok(Answer::json(&json!({ "token": token })))
}

/// Needs Administer, not Browse. 204; the old token is dead at once (measured).
pub(crate) fn renew(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let (key, access) = project(cloud, call)?;
    if !access.administer {
        return Err(call.denied());
    }
    let token = cloud.mint.token(cloud.profile().badge_token_prefix());
    if let Some(project) = cloud.projects.get_mut(key) {
        project.token = Some(token);
        project.renewals += 1;
    }
    Ok(Answer::no_content())
}

fn project<'a>(cloud: &Cloud, call: &Call<'a>) -> Result<(&'a str, Access), Answer> {
    if call.profile.is_cloud() {
        call.somebody()?;
    }
    let key = call.required("project")?;
    let project = cloud
        .project(key)
        .ok_or_else(|| Answer::error(400, "Project or Application not found"))?;
    Ok((key, cloud.access(call.login(), project)))
}
