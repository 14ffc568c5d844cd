//! What the URL of a page on a SonarQube Server says.

use proptest::prelude::*;
use rebadge::page::{Instance, Page, ProjectKey, read, read_on_server};

/// Instance, project, branch, as far as they are there.
fn says(page: &Page) -> (String, String, String) {
    let text = |part: Option<&dyn ToString>| part.map(ToString::to_string).unwrap_or_default();
    (
        page.instance.base_url().to_owned(),
        text(page.project.as_ref().map(|key| key as &dyn ToString)),
        text(page.branch.as_ref().map(|name| name as &dyn ToString)),
    )
}

#[test]
fn a_servers_page_tells_its_project_and_branch() {
    let rows = [
        (
            "https://sonar.example/dashboard?id=acme%3Aapp",
            "",
            "https://sonar.example",
            "acme:app",
            "",
        ),
        (
            "http://intranet:9000/dashboard?id=k&branch=a%2Fb",
            "",
            "http://intranet:9000",
            "k",
            "a/b",
        ),
        (
            "http://h/sonar/dashboard?id=k&codeScope=overall",
            "/sonar",
            "http://h/sonar",
            "k",
            "",
        ),
        (
            "http://h/a/b/component_measures?id=k",
            "/a/b",
            "http://h/a/b",
            "k",
            "",
        ),
        (
            "http://h/sonar/project/issues?id=k",
            "/sonar",
            "http://h/sonar",
            "k",
            "",
        ),
        (
            "http://h/sonar/tutorials?id=k",
            "/sonar",
            "http://h/sonar",
            "k",
            "",
        ),
        (
            "http://h/sonar/projects?id=k",
            "/sonar",
            "http://h/sonar",
            "",
            "",
        ),
        ("http://h/sonar", "/sonar", "http://h/sonar", "", ""),
        ("http://h/sonar/", "/sonar", "http://h/sonar", "", ""),
        ("http://h/", "", "http://h", "", ""),
        ("http://h/portfolio?id=k", "", "http://h", "", ""),
        // Without its context the path would be a project page.
        (
            "http://h/project/sessions/new",
            "/project",
            "http://h/project",
            "",
            "",
        ),
        (
            "http://h/sonar/sessions/new?return_to=%2Fsonar%2Fdashboard%3Fid%3Dk",
            "/sonar",
            "http://h/sonar",
            "k",
            "",
        ),
        (
            "http://h/sonar/sessions/new?return_to=%2Felsewhere%2Fdashboard%3Fid%3Dk",
            "/sonar",
            "http://h/sonar",
            "",
            "",
        ),
        (
            "http://h/sonar/sessions/new?return_to=%2F%2Fevil%2Fdashboard%3Fid%3Dk",
            "/sonar",
            "http://h/sonar",
            "",
            "",
        ),
    ];
    for (url, context, base, project, branch) in rows {
        let page = read_on_server(url, context).unwrap();
        let expected = (base.to_owned(), project.to_owned(), branch.to_owned());
        assert_eq!(says(&page), expected, "{url}");
        assert_eq!(page.organization, None, "{url}");
    }
}

#[test]
fn a_server_has_no_organizations() {
    let page =
        read_on_server("http://h/organizations/acme/projects?organization=acme", "").unwrap();
    assert_eq!(page.organization, None);
    assert!(!page.instance.has_organizations());
    assert_eq!(page.instance.region(), None);
}

#[test]
fn a_page_cannot_claim_a_place_where_it_does_not_stand() {
    for (url, context) in [
        ("http://h/other/dashboard?id=k", "/sonar"),
        ("http://h/sonarqube/dashboard?id=k", "/sonar"),
        ("http://h/sonar/dashboard?id=k", "sonar"),
        ("http://h/sonar/dashboard?id=k", "/sonar/"),
        ("http://h/a)b[x](y/dashboard?id=k", "/a)b[x](y"),
        ("http://h/sonar/dashboard?id=k", "https://evil.example"),
        ("http://h/sonar/dashboard?id=k", "//evil.example"),
        ("http://user@h/dashboard?id=k", ""),
        ("http:///dashboard?id=k", ""),
        // It would end a link of Markdown.
        ("http://a)b(c/dashboard?id=k", ""),
        ("http://a\"b/dashboard?id=k", ""),
        ("http://a b/dashboard?id=k", ""),
        ("file:///dashboard?id=k", ""),
        ("ftp://h/dashboard?id=k", ""),
        ("chrome://settings/", ""),
        ("about:blank", ""),
        ("", ""),
        // What a dot means differs from reader to reader.
        ("http://h/../projects", "/.."),
        ("http://h/a/./projects", "/a/."),
    ] {
        assert!(read_on_server(url, context).is_err(), "{url} {context}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_server_stays_at_its_origin(
        host in "[a-z0-9.:-]{1,12}",
        context in "(/[a-z0-9._-]{1,8}){0,3}",
        claimed in "\\PC{0,12}|(/[a-z0-9._-]{1,8}){0,3}",
        path in "(/[a-z?#@:.=%-]{0,9}){0,3}",
    ) {
        let origin = format!("https://{host}");
        let url = format!("{origin}{context}{path}");
        if let Ok(page) = read_on_server(&url, &claimed) {
            prop_assert_eq!(page.instance.origin(), origin);
            prop_assert!(url.starts_with(page.instance.base_url()));
        }
    }

    #[test]
    fn keys_survive_a_servers_pages(
        key in "[A-Za-z0-9_.:-]{0,40}[A-Za-z_.:-]",
        context in "(/[a-z0-9-]{1,8}){0,2}",
    ) {
        let home = read_on_server(&format!("http://h{context}/"), &context).unwrap();
        let key = ProjectKey::parse(&key).unwrap();
        let again = read_on_server(&home.instance.project_page(&key, None), &context).unwrap();
        prop_assert_eq!(again.project, Some(key));
        prop_assert!(read(&home.url()).is_err());
    }
}

#[test]
fn an_instance_is_told_by_its_base_url() {
    for (base, is_cloud) in [
        ("https://sonarcloud.io", true),
        ("https://sonarqube.us", true),
        ("https://sonar.example/quality", false),
    ] {
        let instance = Instance::of_base_url(base).unwrap();
        assert_eq!(instance.base_url(), base);
        assert_eq!(instance.has_organizations(), is_cloud, "{base}");
    }
    assert!(Instance::of_base_url("ftp://sonar.example").is_err());
}
