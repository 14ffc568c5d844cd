//! What a URL says: a table of URLs, what each means, and the links back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::{Duration, Instant};

use rebadge::page::{
    BranchName, Instance, KeyError, NotSonar, OrganizationKey, Page, ProjectKey, PullRequestKey,
    Region, read,
};

/// Each URL with what it says; `no` is no page of SonarQube Cloud.
#[rustfmt::skip]
const TABLE: &[(&str, &str)] = &[
    // Organizations, on any sub-page
    ("https://sonarcloud.io/organizations/acme/projects", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme?sort=name", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme#top", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/issues?resolved=false", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/members", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/rules?languages=rust", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/quality_gates/show/9", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/quality_gates/show/AX?id=gate", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/quality_profiles", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/projects_management", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/permissions", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/webhooks", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/a-page-of-next-year", "EU org=acme"),
    ("https://sonarqube.us/organizations/acme/projects", "US org=acme"),
    ("https://sonarcloud.io/Organizations/acme/projects", "EU org=acme"),
    ("https://sonarcloud.io/organizations/Acme_old+1/projects", "EU org=Acme_old+1"),
    ("https://sonarcloud.io/organizations/Acme_old%2B1/projects", "EU org=Acme_old+1"),
    ("https://sonarcloud.io/organizations/%61cme/projects", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/projects?organization=other", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/issues?branch=b&pullRequest=1", "EU org=acme"),
    ("https://sonarcloud.io/organizations/default/rules?open=rust:S1", "EU"),
    ("https://sonarcloud.io/organizations/default/rules?organization=acme", "EU"),
    ("https://sonarcloud.io/organizations/defaults/rules", "EU org=defaults"),
    ("https://sonarcloud.io/organizations", "EU"),
    ("https://sonarcloud.io/organizations/", "EU"),
    ("https://sonarcloud.io/organizations//projects", "EU"),
    ("https://sonarcloud.io/organizations/a%2Fb", "EU"),
    ("https://sonarcloud.io/organizations/a%2Fb/projects?id=k", "EU"),
    ("https://sonarcloud.io/organizations/a%20b", "EU"),
    ("https://sonarcloud.io/organizations/%zz", "EU"),
    ("https://sonarcloud.io/organizations/%FF", "EU"),
    ("https://sonarcloud.io/organizations/аcme", "EU"), // a Cyrillic а
    ("https://sonarcloud.io/organizations/<script>", "EU"),
    ("https://sonarcloud.io/organizations/x/../acme/projects", "EU org=acme"),
    ("https://sonarcloud.io/organizations/x/%2e%2E/./acme/projects", "EU org=acme"),
    ("https://sonarcloud.io/organizations/acme/../../projects", "EU"),
    // Organizations in a query
    ("https://sonarcloud.io/projects/create?organization=acme", "EU org=acme"),
    ("https://sonarcloud.io/projects/create?organization=acme&id=k", "EU org=acme"),
    ("https://sonarcloud.io/projects/create?organization=default", "EU"),
    ("https://sonarcloud.io/projects/create?organization=", "EU"),
    ("https://sonarcloud.io/projects/create?organization", "EU"),
    ("https://sonarcloud.io/projects/create?organization=a%2Bb", "EU org=a+b"),
    ("https://sonarcloud.io/projects/create?organization=a+b", "EU"),
    ("https://sonarcloud.io/projects/create?Organization=acme", "EU"),
    ("https://sonarcloud.io/code?id=k&organization=acme", "EU org=acme project=k"),
    // Projects
    ("https://sonarcloud.io/project/overview?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/summary/new_code?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/summary/overall?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/dashboard?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/issues?issueStatuses=OPEN&id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/component_measures?id=acme_app&metric=ncloc", "EU project=acme_app"),
    ("https://sonarcloud.io/code?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/security_hotspots?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/security_hotspots?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/activity?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/information?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/branches_list?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/pull_requests_list?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/settings?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/admin/extension/x/y?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/extension/x/y?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/quality_gate?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/quality_profiles?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/background_tasks?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/key?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project/webhooks?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/project_roles?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/tutorials?id=acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/a_page_of_next_year?id=acme_app", "EU project=acme_app"),
    ("https://sonarqube.us/project/overview?id=acme_app", "US project=acme_app"),
    ("https://sonarcloud.io/dashboard/index/acme_app", "EU project=acme_app"),
    ("https://sonarcloud.io/dashboard/index/org.acme:app", "EU project=org.acme:app"),
    ("https://sonarcloud.io/dashboard/index/org.acme%3Aapp?id=x", "EU project=org.acme:app"),
    ("https://sonarcloud.io/dashboard/index/4711?id=x", "EU"),
    ("https://sonarcloud.io/dashboard/index?id=x", "EU project=x"),
    ("https://sonarcloud.io/dashboard/index/?id=x", "EU project=x"),
    ("https://sonarcloud.io/code?id=org.acme%3Aapp", "EU project=org.acme:app"),
    ("https://sonarcloud.io/code?id=org.acme:app", "EU project=org.acme:app"),
    ("https://sonarcloud.io/code/?id=k", "EU project=k"),
    ("https://sonarcloud.io/code?id=k&id=other", "EU project=k"),
    ("https://sonarcloud.io/code?id=&id=other", "EU"),
    ("https://sonarcloud.io/code?&&id=k&", "EU project=k"),
    ("https://sonarcloud.io/code?id=k?x", "EU"),
    ("https://sonarcloud.io/code?%69d=k", "EU project=k"),
    ("https://sonarcloud.io/code?a=1;id=k", "EU"),
    ("https://sonarcloud.io/code?ID=k", "EU"),
    ("https://sonarcloud.io/code?uuid=k", "EU"),
    ("https://sonarcloud.io/code?id", "EU"),
    ("https://sonarcloud.io/code?id=", "EU"),
    ("https://sonarcloud.io/code?", "EU"),
    ("https://sonarcloud.io/code?id=12345", "EU"),
    ("https://sonarcloud.io/code?id=12345a", "EU project=12345a"),
    ("https://sonarcloud.io/code?id=a/b", "EU"),
    ("https://sonarcloud.io/code?id=a+b", "EU"),
    ("https://sonarcloud.io/code?id=k%20", "EU"),
    ("https://sonarcloud.io/code?id=k%00", "EU"),
    ("https://sonarcloud.io/code?id=%zz", "EU"),
    ("https://sonarcloud.io/code?id=%FF", "EU"),
    ("https://sonarcloud.io/code?id=%D0%B0pp", "EU"), // a Cyrillic а
    ("https://sonarcloud.io/code#id=x", "EU"),
    ("https://sonarcloud.io/code#?id=x", "EU"),
    ("https://sonarcloud.io/code?id=k#&id=x", "EU project=k"),
    // Branches and pull requests
    ("https://sonarcloud.io/code?id=k&branch=main", "EU project=k branch=main"),
    ("https://sonarqube.us/code?branch=main&id=k", "US project=k branch=main"),
    ("https://sonarcloud.io/code?id=k&branch=feature/x", "EU project=k branch=feature/x"),
    ("https://sonarcloud.io/code?id=k&branch=feature%2Fx", "EU project=k branch=feature/x"),
    ("https://sonarcloud.io/code?id=k&branch=a%252Fb", "EU project=k branch=a%2Fb"),
    ("https://sonarcloud.io/code?id=k&branch=a%26id%3Dx%23y", "EU project=k branch=a&id=x#y"),
    ("https://sonarcloud.io/code?id=k&branch=a=b", "EU project=k branch=a=b"),
    ("https://sonarcloud.io/code?id=k&branch=a+b%2Bc", "EU project=k branch=a b+c"),
    ("https://sonarcloud.io/code?id=k&branch=a%20b", "EU project=k branch=a b"),
    ("https://sonarcloud.io/code?id=k&branch=100%zz%4", "EU project=k branch=100%zz%4"),
    ("https://sonarcloud.io/code?id=k&branch=%FF", "EU project=k branch=\u{FFFD}"),
    ("https://sonarcloud.io/code?id=k&branch=s%C3%B8k", "EU project=k branch=søk"),
    ("https://sonarcloud.io/code?id=k&branch=søk", "EU project=k branch=søk"),
    ("https://sonarcloud.io/code?id=k&branch=a\\b", "EU project=k branch=a\\b"),
    ("https://sonarcloud.io/code?id=k&branch=https://evil.example/@x", "EU project=k branch=https://evil.example/@x"),
    ("https://sonarcloud.io/code?id=k&branch=", "EU project=k"),
    ("https://sonarcloud.io/code?id=k&branch=++", "EU project=k"),
    ("https://sonarcloud.io/code?id=k&branch=a%0Ab", "EU project=k"),
    ("https://sonarcloud.io/code?id=k&branch=a&branch=b", "EU project=k branch=a"),
    ("https://sonarcloud.io/dashboard/index/k?branch=b", "EU project=k branch=b"),
    ("https://sonarcloud.io/project/issues?id=k&pullRequest=42", "EU project=k pr=42"),
    ("https://sonarcloud.io/project/issues?id=k&pullRequest=fix%2F1", "EU project=k pr=fix/1"),
    ("https://sonarcloud.io/project/issues?id=k&pullRequest=", "EU project=k"),
    ("https://sonarcloud.io/project/issues?id=k&pullrequest=42", "EU project=k"),
    ("https://sonarcloud.io/code?id=k&pullRequest=42&branch=b", "EU project=k branch=b pr=42"),
    ("https://sonarcloud.io/code?branch=b&pullRequest=42", "EU"),
    ("https://sonarcloud.io/code?id=123&branch=b", "EU"),
    // Pages with neither
    ("https://sonarcloud.io", "EU"),
    ("https://sonarcloud.io/", "EU"),
    ("https://sonarcloud.io?id=k", "EU"),
    ("https://sonarcloud.io/?id=k", "EU"),
    ("https://sonarqube.us/", "US"),
    ("https://sonarcloud.io/projects", "EU"),
    ("https://sonarcloud.io/projects?id=k", "EU"),
    ("https://sonarcloud.io/explore/projects?id=k", "EU"),
    ("https://sonarcloud.io/account", "EU"),
    ("https://sonarcloud.io/account/security?id=k", "EU"),
    ("https://sonarcloud.io/account/organizations", "EU"),
    // The sign-in page stands in for the page behind it, of the same site only
    ("https://sonarcloud.io/sessions/new", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=%2Fcode%3Fid%3Dk", "EU project=k"),
    ("https://sonarcloud.io/sessions/new?return_to=%2Fdashboard%3Fid%3Dacme%253Apay%26x%3D1&authorizationError=true", "EU project=acme:pay"),
    ("https://sonarcloud.io/sessions/new?return_to=/organizations/acme/members", "EU org=acme"),
    ("https://sonarcloud.io/sessions/new?return_to=%2Fprojects", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=%2F%2Fsonarcloud.io%2Fcode%3Fid%3Dk", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=https%3A%2F%2Fsonarcloud.io%2Fcode%3Fid%3Dk", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=.evil.example%2Fcode%3Fid%3Dk", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=%2Fsessions%2Fnew%3Freturn_to%3D%252Fcode%253Fid%253Dk", "EU"),
    ("https://sonarcloud.io/sessions/new?return_to=", "EU"),
    ("https://sonarcloud.io/sessions/logout?return_to=%2Fcode%3Fid%3Dk", "EU"),
    ("https://sonarcloud.io/sessions/new?id=k", "EU"),
    ("https://sonarcloud.io/web_api/api/projects?id=k", "EU"),
    ("https://sonarcloud.io/web_api_v2?id=k", "EU"),
    ("https://sonarcloud.io/api/qualitygates/show?id=k", "EU"),
    ("https://sonarcloud.io/issues?id=k", "EU"),
    ("https://sonarcloud.io/portfolio?id=k", "EU"),
    ("https://sonarcloud.io/portfolio/overview?id=0b9e7f8c-aaaa", "EU"),
    ("https://sonarcloud.io/Portfolio/overview?id=k&branch=b", "EU"),
    ("https://sonarcloud.io/%70ortfolio/overview?id=k", "EU"),
    ("https://sonarcloud.io/code/../portfolio?id=k", "EU"),
    ("https://sonarcloud.io/portfolios?id=k", "EU"),
    ("https://sonarcloud.io/enterprises/acme/portfolios?id=k", "EU"),
    ("https://sonarcloud.io/create-organization?id=k", "EU"),
    ("https://sonarcloud.io/coding_rules?id=k", "EU"),
    ("https://sonarcloud.io/profiles/show?id=k", "EU"),
    ("https://sonarcloud.io/extension/x/y?id=k", "EU"),
    ("https://sonarcloud.io/admin/users?id=k", "EU"),
    ("https://sonarcloud.io/about?id=k", "EU"),
    ("https://sonarcloud.io/documentation?id=k", "EU"),
    ("https://sonarcloud.io/oauth2/callback?id=k", "EU"),
    ("https://sonarcloud.io/quality_gates/show?id=k", "EU"),
    ("https://sonarcloud.io/quality_profiles?id=k", "EU"),
    // The same origin, written otherwise
    ("HTTPS://sonarcloud.io/code?id=k", "EU project=k"),
    ("https://SonarCloud.IO/code?id=k", "EU project=k"),
    ("hTTps://SONARQUBE.us/code?id=k", "US project=k"),
    ("https://sonarcloud.io:443/code?id=k", "EU project=k"),
    ("https://sonarqube.us:443", "US"),
    // Other origins
    ("http://sonarcloud.io/code?id=k", "no"),
    ("https://sonarcloud.io:80/", "no"),
    ("https://sonarcloud.io:8443/", "no"),
    ("https://sonarcloud.io:4430/", "no"),
    ("https://sonarcloud.io:443:443/", "no"),
    ("https://sonarcloud.io:/", "no"),
    ("https://www.sonarcloud.io/", "no"),
    ("https://api.sonarcloud.io/", "no"),
    ("https://docs.sonarcloud.io/code?id=k", "no"),
    ("https://api.sonarqube.us/", "no"),
    ("https://sonarcloud.io./", "no"),
    ("https://.sonarcloud.io/", "no"),
    ("https://sonarcloud.io.evil.example/code?id=k", "no"),
    ("https://evil.example/sonarcloud.io", "no"),
    ("https://evil.example/https://sonarcloud.io/", "no"),
    ("https://evil.example?https://sonarcloud.io/", "no"),
    ("https://evil.example#https://sonarcloud.io/", "no"),
    ("https://evilsonarcloud.io/", "no"),
    ("https://sonarcloud.iot/", "no"),
    ("https://sonarcloud.i/", "no"),
    ("https://sonarqube.com/", "no"),
    ("https://sonarqube.io/", "no"),
    ("https://sonarcloud.us/", "no"),
    ("https://user@sonarcloud.io/", "no"),
    ("https://user:word@sonarcloud.io/", "no"),
    ("https://user:word@sonarcloud.io:443/", "no"),
    ("https://@sonarcloud.io/", "no"),
    ("https://sonarcloud.io@evil.example/", "no"),
    ("https://sonarcloud.io:443@evil.example/", "no"),
    ("https://sonarcloud.io%2F@evil.example/", "no"),
    ("https://evil.example\\@sonarcloud.io/", "no"),
    ("https://sonarcloud.io\\@evil.example/", "no"),
    ("https://sonarcloud.io\\.evil.example/", "no"),
    ("https://sonarcloud.io/\\evil.example", "no"),
    ("https:\\\\sonarcloud.io\\code", "no"),
    ("https://sonarcloud.io%00.evil.example/", "no"),
    ("https://sonarcloud%2Eio/", "no"),
    ("https://%73onarcloud.io/", "no"),
    ("https://sоnarcloud.io/", "no"), // a Cyrillic о
    ("https://ѕonarqube.us/", "no"), // a Cyrillic ѕ
    ("https://ｓonarcloud.io/", "no"), // a full-width s
    ("https://sonarcloud。io/", "no"), // an ideographic full stop
    ("https://ſonarcloud.io/", "no"), // a long s
    ("https://sonar\u{AD}cloud.io/", "no"), // a soft hyphen
    ("https://xn--snarcloud-sbh.io/", "no"),
    ("https://bücher.example/", "no"),
    ("https://[::1]/", "no"),
    ("https://[::1]:443/", "no"),
    ("https://[sonarcloud.io]/", "no"),
    ("https://127.0.0.1/", "no"),
    // No origins
    ("", "no"),
    ("/", "no"),
    ("k", "no"),
    ("https:", "no"),
    ("https://", "no"),
    ("https:///", "no"),
    ("https://:443/", "no"),
    ("https:///sonarcloud.io/", "no"),
    ("https:/sonarcloud.io/", "no"),
    ("https:sonarcloud.io/", "no"),
    ("//sonarcloud.io/", "no"),
    ("sonarcloud.io/code?id=k", "no"),
    (" https://sonarcloud.io/", "no"),
    ("\u{FEFF}https://sonarcloud.io/", "no"),
    ("https ://sonarcloud.io/", "no"),
    ("https:// sonarcloud.io/", "no"),
    ("https://sonarcloud.io /", "no"),
    ("https://sonar\tcloud.io/", "no"),
    ("ht\ntps://sonarcloud.io/", "no"),
    ("https://sonarcloud.io/co\tde?id=k", "no"),
    ("https://sonarcloud.io/code?id=k\n", "no"),
    ("https://sonarcloud.io\r\n/", "no"),
    ("https://sonarcloud.io\0/", "no"),
    ("éééé://sonarcloud.io/", "no"),
    ("about:blank", "no"),
    ("about:srcdoc", "no"),
    ("chrome://extensions/?id=k", "no"),
    ("moz-extension://sonarcloud.io/", "no"),
    ("file:///sonarcloud.io/code?id=k", "no"),
    ("data:text/html,https://sonarcloud.io/", "no"),
    ("javascript:'https://sonarcloud.io/'", "no"),
    ("ftp://sonarcloud.io/", "no"),
    ("wss://sonarcloud.io/", "no"),
    ("view-source:https://sonarcloud.io/code?id=k", "no"),
    ("blob:https://sonarcloud.io/0b9e7f8c", "no"),
    ("filesystem:https://sonarcloud.io/temporary/k", "no"),
];

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
    let wrong: Vec<String> = TABLE
        .iter()
        .map(|(url, expected)| (url, expected, says(read(url))))
        .filter(|(_, expected, said)| *expected != said)
        .map(|(url, expected, said)| format!("{url:?}\n  says {said:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_of_the_table_has_a_canonical_url_that_says_the_same() {
    for page in TABLE.iter().filter_map(|(url, _)| read(url).ok()) {
        assert_eq!(read(&page.url()).as_ref(), Ok(&page), "{}", page.url());
    }
}

#[test]
fn a_huge_url_takes_linear_time() {
    let started = Instant::now();
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
    assert!(started.elapsed() < Duration::from_secs(2));
}

#[test]
fn both_clouds_have_a_region_and_organizations() {
    let [eu, us] = Instance::CLOUD;
    assert_eq!(
        (eu.region(), us.region()),
        (Some(Region::Eu), Some(Region::Us))
    );
    assert_eq!(us.base_url(), us.origin());
    assert!(eu.has_organizations() && us.has_organizations());
}

#[test]
fn links_lead_where_cloud_has_its_pages() {
    let cloud = Instance::Cloud(Region::Eu);
    let project = ProjectKey::parse("org.acme:app").unwrap();
    let branch = BranchName::parse("feature/a b&c=d#e+f").unwrap();
    let organization = OrganizationKey::parse("acme+1").unwrap();
    let links = [
        (
            cloud.project_page(&project, None),
            "https://sonarcloud.io/summary/new_code?id=org.acme%3Aapp",
        ),
        (
            cloud.project_page(&project, Some(&branch)),
            "https://sonarcloud.io/summary/new_code?id=org.acme%3Aapp&branch=feature%2Fa+b%26c%3Dd%23e%2Bf",
        ),
        (
            cloud.project_information(&project),
            "https://sonarcloud.io/project/information?id=org.acme%3Aapp",
        ),
        (
            cloud.organization_page(&organization),
            "https://sonarcloud.io/organizations/acme%2B1/projects",
        ),
        (
            cloud.organizations_page(),
            "https://sonarcloud.io/account/organizations",
        ),
        (
            Instance::Cloud(Region::Us).project_page(&project, None),
            "https://sonarqube.us/summary/new_code?id=org.acme%3Aapp",
        ),
    ];
    for (link, expected) in links {
        assert_eq!(link, expected);
    }
}

#[test]
fn signing_in_returns_to_the_same_site_only() {
    let returns = [
        (
            "/code?id=k&branch=a//b",
            "%2Fcode%3Fid%3Dk%26branch%3Da%2F%2Fb",
        ),
        ("https://sonarcloud.io/code?id=k", "%2Fcode%3Fid%3Dk"),
        ("/", "%2F"),
        ("", "%2F"),
        ("code", "%2F"),
        ("//evil.example", "%2F"),
        ("///evil.example", "%2F"),
        ("/\\evil.example", "%2F"),
        ("/\t/evil.example", "%2F"),
        ("/.//evil.example", "%2F"),
        ("https://evil.example/", "%2F"),
        ("https://sonarqube.us/", "%2F"),
        ("https://sonarcloud.io.evil.example/", "%2F"),
        ("https://sonarcloud.io@evil.example/", "%2F"),
        ("https://sonarcloud.io//evil.example/", "%2F"),
        ("javascript:alert(1)", "%2F"),
    ];
    for (return_to, encoded) in returns {
        assert_eq!(
            Instance::Cloud(Region::Eu).sign_in_page(return_to),
            format!("https://sonarcloud.io/sessions/new?return_to={encoded}"),
            "{return_to:?}"
        );
    }
}

#[test]
fn a_text_that_is_no_key_says_why() {
    use KeyError::{Character, Empty, OnlyDigits, PseudoOrganization, TooLong};
    let organization = |text: &str| OrganizationKey::parse(text).unwrap_err();
    assert_eq!(organization(""), Empty);
    assert_eq!(organization(" \t"), Empty);
    assert_eq!(organization("default"), PseudoOrganization);
    assert_eq!(organization("acme/x"), Character('/'));
    assert_eq!(organization("acme.x"), Character('.'));
    assert_eq!(organization(" acme"), Character(' '));
    assert_eq!(organization(&"a".repeat(256)), TooLong { limit: 255 });
    assert!(OrganizationKey::parse(&"a".repeat(255)).is_ok());

    let project = |text: &str| ProjectKey::parse(text).unwrap_err();
    assert_eq!(project(""), Empty);
    assert_eq!(project("0123456789"), OnlyDigits);
    assert_eq!(project("a+b"), Character('+'));
    assert_eq!(project("१२३"), Character('१'));
    assert_eq!(project(&"a".repeat(401)), TooLong { limit: 400 });
    assert!(ProjectKey::parse(&"a".repeat(400)).is_ok());

    let branch = |text: &str| BranchName::parse(text).unwrap_err();
    assert_eq!(branch(""), Empty);
    assert_eq!(branch("\u{3000} "), Empty);
    assert_eq!(branch("a\u{7f}"), Character('\u{7f}'));
    assert_eq!(branch("a\u{85}"), Character('\u{85}'));
    assert_eq!(branch(&"é".repeat(256)), TooLong { limit: 255 });
    assert!(BranchName::parse(&"é".repeat(255)).is_ok());

    let pull_request = |text: &str| PullRequestKey::parse(text).unwrap_err();
    assert_eq!(pull_request(""), Empty);
    assert_eq!(pull_request("4\n2"), Character('\n'));
    assert_eq!(pull_request(&"4".repeat(256)), TooLong { limit: 255 });
    assert_eq!(
        pull_request("4\n2").to_string(),
        "it holds the character '\\n', which is not allowed there"
    );
}

#[test]
fn keys_are_plain_text_in_json_and_checked_on_the_way_in() {
    let key: ProjectKey = serde_json::from_str(r#""org.acme:app""#).unwrap();
    assert_eq!(serde_json::to_string(&key).unwrap(), r#""org.acme:app""#);
    assert_eq!(key.to_string(), "org.acme:app");
    assert_eq!("org.acme:app".parse(), Ok(key));
    assert!(serde_json::from_str::<ProjectKey>(r#""123""#).is_err());
    assert!(serde_json::from_str::<OrganizationKey>(r#""default""#).is_err());
    assert!(serde_json::from_str::<BranchName>(r#""""#).is_err());
    assert!(serde_json::from_str::<PullRequestKey>(r#""\n""#).is_err());
    assert_eq!(serde_json::to_string(&Region::Us).unwrap(), r#""us""#);
}
