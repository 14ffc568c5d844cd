//! Lists: my organizations and projects, an organization's projects, and the
//! page of one's access tokens.

use std::fmt::Write;

use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::pages::frame::{encode, escape, not_found, page, sign_in_first};
use crate::projects::Project;
use crate::request::Request;

/// As many as a page shows.
const SHOWN: usize = 50;

/// `/projects`.
pub(crate) fn mine(cloud: &Cloud, login: Option<&str>) -> Answer {
    let mut main = String::new();
    let memberships = login
        .and_then(|login| cloud.person(login))
        .filter(|_| cloud.profile().is_cloud());
    if let Some(person) = memberships {
        main += "<h2>Organizations</h2><ul>";
        for one in &cloud.organizations {
            if person.memberships.contains(&one.key) {
                let (key, name) = (encode(&one.key), escape(&one.name));
                let _ = write!(
                    main,
                    r#"<li><a href="/organizations/{key}/projects">{name}</a></li>"#
                );
            }
        }
        main += "</ul>";
    }
    main += &list(cloud, login, |_| true);
    page(cloud, 200, "Projects", login, &main)
}

/// `/organizations/KEY` and below.
pub(crate) fn of_organization(cloud: &Cloud, login: Option<&str>, key: &str) -> Answer {
    let Some(organization) = cloud.organization(key) else {
        return not_found(cloud, login);
    };
    let main = format!("<p><small>Organization key: {}</small></p>", escape(key))
        + &list(cloud, login, |project| project.organization == key);
    page(cloud, 200, &organization.name, login, &main)
}

/// `/account/security`.
pub(crate) fn security(cloud: &Cloud, request: &Request, login: Option<&str>) -> Answer {
    let Some(login) = login else {
        return sign_in_first(cloud, request, "");
    };
    let mut main = String::from("<p>Your access tokens:</p><ul>");
    for token in cloud.living_tokens().filter(|token| token.login == login) {
        let _ = write!(main, "<li>{}</li>", escape(&token.name));
    }
    main += "</ul>";
    page(cloud, 200, "Security", Some(login), &main)
}

fn list(cloud: &Cloud, login: Option<&str>, fits: impl Fn(&Project) -> bool) -> String {
    let rights = cloud.rights(login);
    let visible: Vec<&Project> = cloud
        .projects
        .values()
        .filter(|project| fits(project) && rights.on(project).browse)
        .collect();
    let overview = if cloud.profile().is_cloud() {
        "/project/overview"
    } else {
        "/dashboard"
    };
    let mut html = format!("<h2>{} projects</h2><ul>", visible.len());
    for project in visible.iter().take(SHOWN) {
        let (key, name) = (encode(&project.key), escape(&project.name));
        let _ = write!(
            html,
            r#"<li><a href="{overview}?id={key}"><bdi>{name}</bdi></a></li>"#
        );
    }
    html + "</ul>"
}
