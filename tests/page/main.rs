//! What a URL says, and the links back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod keys;
mod links;
mod origins;
mod properties;
mod server;
mod urls;

use rebadge::page::{
    BranchName, NotSonar, OrganizationKey, Page, ProjectKey, PullRequestKey, read,
};

/// Each URL with what it says.
fn table() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    urls::TABLE.iter().chain(origins::TABLE)
}

/// What `page` says, in the table's words.
fn says(page: Result<Page, NotSonar>) -> String {
    let Ok(page) = page else {
        return "no".to_owned();
    };
    let mut words = page.instance.region().unwrap().to_string();
    let mut add = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            words += &format!(" {name}={value}");
        }
    };
    add(
        "org",
        page.organization.as_ref().map(OrganizationKey::as_str),
    );
    add("project", page.project.as_ref().map(ProjectKey::as_str));
    add("branch", page.branch.as_ref().map(BranchName::as_str));
    add("pr", page.pull_request.as_ref().map(PullRequestKey::as_str));
    words
}

#[test]
fn every_url_of_the_table_says_what_it_should() {
    let wrong: Vec<String> = table()
        .map(|(url, expected)| (url, expected, says(read(url))))
        .filter(|(_, expected, said)| *expected != said)
        .map(|(url, expected, said)| format!("{url:?}\n  says {said:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_of_the_table_has_a_canonical_url_that_says_the_same() {
    for page in table().filter_map(|(url, _)| read(url).ok()) {
        assert_eq!(read(&page.url()).as_ref(), Ok(&page), "{}", page.url());
    }
}

#[test]
fn a_huge_url_is_read_or_refused_in_few_words() {
    for filler in [
        "a", "/", "../", "%2e%2e/", "%", "&", "id=1&", "&branch=", "?", "#", ":", "é",
    ] {
        let huge = filler.repeat(100_000 / filler.len());
        for start in [
            "https://sonarcloud.io/",
            "https://sonarcloud.io/code?id=k&branch=",
            "https://",
            "",
        ] {
            let said = says(read(&format!("{start}{huge}")));
            assert!(said.len() < 2_000, "{start}{filler}... says too much");
        }
    }
}
