//! Links to pages of Cloud, and of a Server.

use rebadge::badge::{Badge, Kind};
use rebadge::page::{BranchName, Instance, OrganizationKey, ProjectKey, Region, read_on_server};

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
fn only_the_form_to_sign_in_is_one_whatever_a_branch_is_called() {
    let instance = Instance::Cloud(Region::Eu);
    for (path, expected) in [
        ("/sessions/new?return_to=%2Fcode%3Fid%3Dk", true),
        ("/sessions/new", true),
        ("/summary/new_code?id=k&branch=fix/sessions/login", false),
        ("/code?id=k", false),
    ] {
        let url = [instance.origin(), path].concat();
        assert_eq!(instance.is_sign_in_page(&url), expected, "{path}");
    }
}

#[test]
fn links_lead_where_a_server_has_its_pages() {
    let page = read_on_server("http://h/sonar/code?id=a%3Ab&branch=x/y", "/sonar").unwrap();
    let project = page.project.unwrap();
    let links = [
        (
            page.instance.project_page(&project, page.branch.as_ref()),
            "http://h/sonar/dashboard?id=a%3Ab&branch=x%2Fy",
        ),
        (
            page.instance.project_information(&project),
            "http://h/sonar/dashboard?id=a%3Ab",
        ),
        (page.instance.projects_page(), "http://h/sonar/projects"),
        (
            page.instance.sign_in_page("http://h/sonar/code?id=a%3Ab"),
            "http://h/sonar/sessions/new?return_to=%2Fsonar%2Fcode%3Fid%3Da%253Ab",
        ),
        (
            page.instance.sign_in_page("http://evil.example/sonar/"),
            "http://h/sonar/sessions/new?return_to=%2Fsonar%2F",
        ),
        (
            page.instance.sign_in_page("http://h/other/code?id=k"),
            "http://h/sonar/sessions/new?return_to=%2Fsonar%2F",
        ),
    ];
    for (link, expected) in links {
        assert_eq!(link, expected);
    }
    let badge = Badge {
        instance: page.instance,
        project,
        branch: page.branch,
        kind: Kind::FIRST,
    };
    assert_eq!(
        badge.image_url(),
        "http://h/sonar/api/project_badges/measure?branch=x%2Fy&project=a%3Ab&metric=alert_status"
    );
}
