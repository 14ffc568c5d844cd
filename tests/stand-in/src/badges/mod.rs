//! The badge pictures. They look at no cookie and no access token (source),
//! and answer 200 even where they fail (measured).

pub(crate) mod logos;
pub(crate) mod metrics;
mod svg;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::mint::digest;
use crate::profile::Profile;
use crate::projects::{BranchKind, Project, Visibility};

/// A badge of one measure. An unknown metric is 400 and lists the known ones
/// (measured).
pub(crate) fn measure(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let profile = cloud.profile();
    call.required("project")?;
    // 26.9 looks at the token first, 9.9 at the metric (measured).
    let known = known_metric(call);
    if profile == Profile::Server99 || subject(cloud, call).is_ok() {
        known.as_ref().map_err(Clone::clone)?;
    }
    let metric = known.unwrap_or_default();
    picture(
        cloud,
        call,
        "Measure has not been found",
        |project, branch| {
            let value = metrics::value(project, branch, metric);
            svg::measure(metrics::label(metric), &value, metrics::colour(&value))
        },
    )
}

fn known_metric<'a>(call: &Call<'a>) -> Result<&'a str, Answer> {
    let metric = call.required("metric")?;
    let keys = metrics::keys(call.profile);
    if keys.contains(&metric) {
        return Ok(metric);
    }
    let keys = keys.join(", ");
    let message = format!("Value of parameter 'metric' ({metric}) must be one of: [{keys}]");
    Err(Answer::error(400, &message))
}

/// The large badge of the quality gate.
pub(crate) fn quality_gate(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let profile = call.profile;
    picture(
        cloud,
        call,
        "Quality gate has not been found",
        |project, branch| {
            let passed = metrics::value(project, branch, "alert_status") == "passed";
            if profile == Profile::Server99 {
                svg::quality_gate_of_9_9(passed)
            } else {
                svg::quality_gate(product(profile), passed)
            }
        },
    )
}

/// The badge of AI code assurance; what it looks like is made up.
pub(crate) fn ai_code_assurance(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    picture(cloud, call, "Quality gate has not been found", |_, _| {
        svg::measure("AI code assurance", "not set", "#999999")
    })
}

fn product(profile: Profile) -> &'static str {
    if profile.is_cloud() {
        "SonarQube Cloud"
    } else {
        "SonarQube Server"
    }
}

/// The picture of a project's branch, or the picture of what is wrong.
fn picture(
    cloud: &Cloud,
    call: &Call<'_>,
    not_analysed: &str,
    draw: impl Fn(&Project, &str) -> String,
) -> Result<Answer, Answer> {
    let profile = cloud.profile();
    call.required("project")?;
    let drawn = subject(cloud, call).and_then(|(project, branch)| match project.analysed {
        Some(_) => Ok(draw(project, &branch)),
        None => Err(not_analysed),
    });
    let (body, good) = match drawn {
        Ok(body) => (body, true),
        Err(message) => (svg::error(message), false),
    };
    let tag = format!("W/{}", digest(&body).cast_signed());
    let unchanged = good && call.request.header("if-none-match") == Some(tag.as_str());
    let mut answer = if unchanged {
        Answer::empty(304)
    } else {
        Answer::text(200, "image/svg+xml", body)
    };
    answer = answer.with("cache-control", "no-cache");
    // Measured: 26.9 allows every origin, 9.9 does not say so.
    if profile != Profile::Server99 {
        answer = answer.with("access-control-allow-origin", "*");
    }
    // Error pictures have none, and what has not changed neither (measured).
    if good && !unchanged {
        answer = answer.with("etag", tag);
    }
    Ok(answer)
}

/// The project and branch that may be shown. A missing project, branch or
/// token all sound the same (measured); Cloud's wording was seen, that of a
/// short branch is from the source.
fn subject<'a>(cloud: &'a Cloud, call: &Call<'_>) -> Result<(&'a Project, String), &'static str> {
    let profile = cloud.profile();
    let missing = if profile.is_cloud() {
        "Project not found"
    } else {
        "Project has not been found"
    };
    let key = call.request.param("project").unwrap_or_default();
    let project = cloud.project(key).ok_or(missing)?;
    let shown_to_all = project.visibility == Visibility::Public;
    let token = call.request.param("token");
    let good = project.token.is_some() && project.token.as_deref() == token;
    if !good && (!shown_to_all || profile.forces_authentication()) {
        return Err(missing);
    }
    let name = call
        .request
        .param("branch")
        .unwrap_or(project.main_branch());
    let branch = project
        .branches
        .iter()
        .find(|branch| branch.name == name)
        .ok_or(missing)?;
    if profile.is_cloud() && branch.kind == BranchKind::Short {
        return Err("Project is invalid");
    }
    Ok((project, branch.name.clone()))
}
