//! What a script asks early is what its program asks for.

use rebadge::page::{OrganizationKey, ProjectKey};
use rebadge::sonar::{
    ListBranches, ListProjects, Operation, PAGE_SIZE, ReadBadgeToken, ReadComponent, SIDE_BY_SIDE,
};

use super::files::text;
use super::number_after;

#[test]
fn what_is_asked_early_is_what_the_program_asks_for() {
    let script = text("extension/opening.js");
    let project = ProjectKey::parse("k").unwrap();
    let requests = [
        ReadComponent(project.clone()).request(),
        ReadBadgeToken(project.clone()).request(),
        ListBranches(project).request(),
    ];
    for request in requests {
        let (path, query) = request.path.split_once('?').unwrap();
        let name = query.strip_suffix("=k").unwrap();
        assert!(
            script.contains(&format!("[\"{path}\", {{ {name}: id }}]")),
            "{path}"
        );
    }
}

#[test]
fn the_pages_that_are_asked_early_are_what_the_program_asks_for() {
    let script = text("extension/first-page.js");
    let list = ListProjects {
        organization: Some(OrganizationKey::parse("k").unwrap()),
        page: 1,
        query: String::new(),
    };
    let request = list.request().path;
    let (path, query) = request.split_once('?').unwrap();
    assert_eq!(query, format!("organization=k&p=1&ps={PAGE_SIZE}"));
    let wanted = format!("`{path}?${{new URLSearchParams({{ organization, p, ps: PAGE_SIZE }})}}`");
    assert!(script.contains(&wanted), "{wanted}");
    assert_eq!(
        number_after(&script, "const PAGE_SIZE = "),
        PAGE_SIZE as i64
    );
    let abreast = number_after(&script, "const SIDE_BY_SIDE = ");
    assert_eq!(abreast, SIDE_BY_SIDE as i64);
}

#[test]
fn what_is_asked_early_is_asked_on_project_pages_only() {
    let script = text("extension/opening.js");
    let listed = script.split("const PROJECT_PAGES = [").nth(1).unwrap();
    let pages: Vec<_> = listed.split(']').next().unwrap().split(", ").collect();
    assert!(pages.len() > 5);
    for page in pages {
        let url = format!("https://sonarcloud.io/{}?id=k", page.trim_matches('"'));
        assert!(
            rebadge::page::read(&url).unwrap().project.is_some(),
            "{url}"
        );
    }
}
