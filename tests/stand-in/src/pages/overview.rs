//! The pages of one project, among them the one that shows its badges.

use std::fmt::Write;

use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::pages::frame::{encode, escape, forbidden, not_found, page, sign_in_first};
use crate::projects::{Project, Visibility};
use crate::request::Request;

/// The badges that the information page shows.
const SHOWN: [(&str, &str); 3] = [
    ("alert_status", "Quality Gate Status"),
    ("coverage", "Coverage"),
    ("ncloc", "Lines of Code"),
];

/// Whether a path is that of a page with `id=PROJECT`.
pub(crate) fn is_about_a_project(path: &str) -> bool {
    let exact = [
        "/dashboard",
        "/code",
        "/component_measures",
        "/project_roles",
        "/tutorials",
    ];
    exact.contains(&path)
        || path == "/security_hotspots"
        || path.starts_with("/project/")
        || path.starts_with("/summary/")
}

/// A project's page. Who may not see it is sent to the form; a Server sends
/// those who are signed in there too, and administrators without Browse among
/// them (measured on 26.9: `authorizationError`).
pub(crate) fn page_of(cloud: &mut Cloud, request: &Request, login: Option<&str>) -> Answer {
    let key = request.param("id").unwrap_or_default();
    let Some(project) = cloud.project(key).cloned() else {
        return not_found(cloud, login);
    };
    let access = cloud.access(login, &project);
    let cloudy = cloud.profile().is_cloud();
    if !(access.browse || access.administer && cloudy) {
        return match login {
            None => sign_in_first(cloud, request, ""),
            Some(_) if cloudy => forbidden(cloud, login),
            Some(_) => sign_in_first(cloud, request, "&authorizationError=true"),
        };
    }
    let mut main = facts(&project, cloud.profile().is_cloud());
    if request.path == "/project/information" && access.browse {
        main += &badges(cloud, request, &project);
    } else {
        let id = encode(key);
        let _ = write!(
            main,
            r#"<p><a href="/project/information?id={id}">Project information</a></p>"#
        );
    }
    page(cloud, 200, &project.name, login, &main)
}

fn facts(project: &Project, cloudy: bool) -> String {
    let visibility = match project.visibility {
        Visibility::Public => "Public",
        Visibility::Private => "Private",
    };
    let mut html = format!(
        "<p><small>{visibility} \u{b7} {}</small></p>",
        escape(&project.key)
    );
    if cloudy {
        let key = encode(&project.organization);
        let _ = write!(
            html,
            r#"<p><a href="/organizations/{key}/projects">Organization</a></p>"#
        );
    }
    let names: Vec<String> = project
        .branches
        .iter()
        .map(|one| escape(&one.name))
        .collect();
    let _ = write!(html, "<p>Branches: {}</p>", names.join(", "));
    html
}

/// The snippets, with the token in those of a private project (seen on Cloud);
/// a Server puts it into all of them (measured on 26.9).
/// Showing them makes the token, but is no read by the web API.
fn badges(cloud: &mut Cloud, request: &Request, project: &Project) -> String {
    let profile = cloud.profile();
    let needs_token = project.visibility == Visibility::Private || !profile.is_cloud();
    let token = cloud
        .badge_token(&project.key)
        .filter(|_| needs_token)
        .map_or_else(String::new, |token| format!("&token={token}"));
    let host = request.header("host").unwrap_or("sonarcloud.io");
    let page = if profile.is_cloud() {
        "/summary/new_code"
    } else {
        "/dashboard"
    };
    let id = encode(&project.key);
    let root = format!("https://{host}{}", cloud.context);
    let mut html = String::from("<h2>Badges</h2>");
    for (metric, label) in SHOWN {
        let markdown = format!(
            "[![{label}]({root}/api/project_badges/measure?project={id}&metric={metric}{token})]\
             ({root}{page}?id={id})"
        );
        let _ = write!(html, "<pre>{}</pre>", escape(&markdown));
    }
    html
}
