//! Reading the URL of a page. An input is a URL, or a context path on the first
//! line, as a Server's page claims it, and the URL on the next.

use rebadge::page::{
    BranchName, Instance, NotSonar, OrganizationKey, Page, ProjectKey, PullRequestKey, read,
    read_on_server,
};
use rebadge::rotation::Owner;

/// Such as no input has by chance.
const TOKEN: &str = "sqb_0123456789abcdef0123456789abcdef01234567";

/// What has to hold.
pub fn check(input: &str) {
    let (context, url) = input.split_once('\n').unwrap_or(("", input));
    holds(url, read);
    // Cloud is told by its hosts before any page is believed.
    if read(url).is_err() {
        holds(url, |url| read_on_server(url, context));
    }
}

fn holds(url: &str, read: impl Fn(&str) -> Result<Page, NotSonar>) {
    if !url.contains(TOKEN) {
        assert_eq!(
            read(&with_token(url)),
            read(url),
            "a token changes what is read"
        );
    }
    let Ok(page) = read(url) else { return };
    keys_are_valid(&page);
    instance_is_known_again(&page.instance);

    let canonical = page.url();
    assert_eq!(read(&canonical).as_ref(), Ok(&page), "{canonical}");
    let rest = canonical.strip_prefix(page.instance.base_url()).unwrap();
    assert!(rest.starts_with('/') && rest.bytes().all(|byte| byte.is_ascii_graphic()));

    let behind = read(&page.instance.sign_in_page(url)).unwrap();
    assert_eq!(behind.instance, page.instance, "signing in leads elsewhere");
}

/// The URL with a badge token in its query.
fn with_token(url: &str) -> String {
    let (url, fragment) = url.split_once('#').unwrap_or((url, ""));
    let mark = if url.contains('?') { '&' } else { '?' };
    format!("{url}{mark}token={TOKEN}#{fragment}")
}

fn keys_are_valid(page: &Page) {
    let has = |key: Option<&str>, parse: fn(&str) -> bool| assert!(key.is_none_or(parse));
    has(
        page.organization.as_ref().map(OrganizationKey::as_str),
        |key| OrganizationKey::parse(key).is_ok(),
    );
    has(page.project.as_ref().map(ProjectKey::as_str), |key| {
        ProjectKey::parse(key).is_ok()
    });
    has(page.branch.as_ref().map(BranchName::as_str), |name| {
        BranchName::parse(name).is_ok()
    });
    has(
        page.pull_request.as_ref().map(PullRequestKey::as_str),
        |key| PullRequestKey::parse(key).is_ok(),
    );
    assert!(page.project.is_some() || (page.branch.is_none() && page.pull_request.is_none()));
    assert!(page.organization.is_none() || page.instance.has_organizations());
}

/// Records bear an instance's URL in their names.
fn instance_is_known_again(instance: &Instance) {
    let base = instance.base_url();
    assert_eq!(Instance::of_base_url(base).as_ref(), Ok(instance));
    let organization = OrganizationKey::parse("acme").ok();
    let owner = Owner {
        instance: instance.clone(),
        organization: organization.filter(|_| instance.has_organizations()),
    };
    assert_eq!(Owner::of_name(&owner.policy(), "policy"), Some(owner));
}
