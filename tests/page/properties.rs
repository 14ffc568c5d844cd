//! What holds for every URL, every key and every page.

use proptest::option;
use proptest::prelude::*;
use rebadge::page::{
    BranchName, Instance, OrganizationKey, Page, ProjectKey, PullRequestKey, read,
};

/// Pieces that mean something in a URL, to be strung together.
const PIECES: &[&str] = &[
    "https://",
    "HTTPS://",
    "http://",
    "sonarcloud.io",
    "sonarqube.us",
    "evil.example",
    ":443",
    ":",
    "@",
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2F",
    "%",
    "%zz",
    "%FF",
    "?",
    "&",
    "=",
    "#",
    "+",
    ";",
    " ",
    "\t",
    "\n",
    "\0",
    "é",
    "\u{202E}",
    "id",
    "branch",
    "pullRequest",
    "organization",
    "organizations",
    "dashboard",
    "index",
    "portfolio",
    "project",
    "default",
    "k",
    "7",
];

fn instance() -> impl Strategy<Value = Instance> {
    prop::sample::select(&Instance::CLOUD[..])
}

fn organization() -> impl Strategy<Value = OrganizationKey> {
    "[A-Za-z0-9_+-]{1,255}".prop_filter_map("default", |text| OrganizationKey::parse(&text).ok())
}

fn project() -> impl Strategy<Value = ProjectKey> {
    "[A-Za-z0-9_.:-]{1,400}".prop_filter_map("digits", |text| ProjectKey::parse(&text).ok())
}

/// Any text, and text made of what means something in a URL.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,40}",
        "[&=#?+%/\\\\:@;. \"'<>a]{1,40}",
        pieces(),
        "(%[0-9A-Fa-f]{2}|%2|[{}|^`~]){1,20}",
    ]
}

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

/// Arbitrary bytes as a browser would decode them, none of which ends a host.
fn bytes() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<u8>(), 1..20)
        .prop_map(|bytes| String::from_utf8_lossy(&bytes).replace(['/', '?', '#'], "."))
}

fn branch() -> impl Strategy<Value = BranchName> {
    hostile().prop_filter_map("no name", |text| BranchName::parse(&text).ok())
}

fn pull_request() -> impl Strategy<Value = PullRequestKey> {
    hostile().prop_filter_map("no key", |text| PullRequestKey::parse(&text).ok())
}

prop_compose! {
    /// A page as `read` may give it: only a project has branches.
    fn page()(
        instance in instance(),
        organization in option::of(organization()),
        refined in option::of((project(), option::of(branch()), option::of(pull_request()))),
    ) -> Page {
        let (project, branch, pull_request) = match refined {
            Some((project, branch, pull_request)) => (Some(project), branch, pull_request),
            None => (None, None, None),
        };
        Page { instance, organization, project, branch, pull_request }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        let _ = read(&text);
        let _ = read(&format!("https://sonarcloud.io{text}"));
        let _ = read(&format!("https://sonarcloud.io/{text}"));
        let _ = read(&format!("https://sonarcloud.io/code?{text}"));
    }

    #[test]
    fn what_was_read_reads_the_same_again(text in pieces(), start in "(https://sonarcloud\\.io[/?]?)?") {
        if let Ok(page) = read(&(start + &text)) {
            prop_assert!(page.project.is_some() || (page.branch.is_none() && page.pull_request.is_none()));
            prop_assert_eq!(read(&page.url()), Ok(page));
        }
    }

    #[test]
    fn any_page_survives_its_own_url(page in page()) {
        let url = page.url();
        prop_assert!(url.bytes().all(|byte| byte.is_ascii_graphic()), "{url}");
        prop_assert_eq!(read(&url), Ok(page), "{}", url);
    }

    #[test]
    fn a_hostile_branch_changes_nothing_but_the_branch(
        instance in instance(), project in project(), branch in branch(),
    ) {
        let page = read(&instance.project_page(&project, Some(&branch))).unwrap();
        prop_assert_eq!(page, Page {
            instance,
            organization: None,
            project: Some(project),
            branch: Some(branch),
            pull_request: None,
        });
    }

    #[test]
    fn a_host_with_anything_appended_is_not_cloud(
        instance in instance(),
        // All but what ends a host, and the port that is the default anyway.
        appended in prop_oneof!["[^/?#]{1,20}", "[.:@%a-z0-9\\\\]{1,6}", bytes()]
            .prop_filter("the default port", |appended| appended != ":443"),
        rest in prop::sample::select(&["", "/", "/code?id=k", "?x", "#x"][..]),
    ) {
        let url = [instance.origin(), &appended, rest].concat();
        prop_assert!(read(&url).is_err(), "{}", url);
    }

    #[test]
    fn a_host_with_anything_before_it_is_not_cloud(instance in instance(), before in "[^/?#]{1,20}") {
        let host = instance.origin().strip_prefix("https://").unwrap();
        let url = format!("https://{before}{host}/code?id=k");
        prop_assert!(read(&url).is_err());
        let url = format!("{before}https://{host}/code?id=k");
        prop_assert!(read(&url).is_err());
    }

    #[test]
    fn organization_keys_survive_their_page(instance in instance(), key in organization()) {
        prop_assert_eq!(OrganizationKey::parse(key.as_str()), Ok(key.clone()));
        let page = read(&instance.organization_page(&key)).unwrap();
        prop_assert_eq!(page.organization, Some(key));
    }

    #[test]
    fn project_keys_survive_their_pages(instance in instance(), key in project()) {
        prop_assert_eq!(ProjectKey::parse(key.as_str()), Ok(key.clone()));
        let page = read(&instance.project_information(&key)).unwrap();
        prop_assert_eq!(page.project, Some(key));
    }

    #[test]
    fn keys_survive_json(branch in branch(), pull_request in pull_request()) {
        let text = serde_json::to_string(&(&branch, &pull_request)).unwrap();
        prop_assert_eq!(serde_json::from_str(&text).ok(), Some((branch, pull_request)));
    }

    #[test]
    fn signing_in_never_returns_to_another_site(instance in instance(), return_to in hostile()) {
        let url = instance.sign_in_page(&return_to);
        let (start, path) = url.split_once("?return_to=").unwrap();
        prop_assert_eq!(start, [instance.origin(), "/sessions/new"].concat());
        prop_assert!(path.starts_with("%2F") && !path.starts_with("%2F%2F") && !path.starts_with("%2F%5C"));
    }
}
