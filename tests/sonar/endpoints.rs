//! Endpoints: which one tells a token, lists projects, or what somebody administers.

use rebadge::page::{OrganizationKey, ProjectKey};
use rebadge::sonar::{
    Failure, ListAdministered, ListBranches, ListProjects, MOST_ADMINISTERED, ProjectLister, ask,
    list_projects, read_badge_token,
};
use stand_in::{Fault, FaultKind, Profile};

use super::Answer;
use super::desk::{Desk, PAYMENTS, finish};

#[test]
fn the_token_is_found_in_the_navigation_where_it_has_no_endpoint() {
    let desk = Desk::new(Profile::CloudTokenInNavigation, "ada");
    let key = ProjectKey::parse(PAYMENTS).unwrap();
    let token = finish(read_badge_token(&desk, &key)).unwrap();
    assert_eq!(Some(token.expose()), desk.real_token(PAYMENTS).as_deref());
    let desk = Desk::new(Profile::CloudNeither, "ada");
    let answer = finish(read_badge_token(&desk, &key));
    assert_eq!(answer, Err(Failure::NotOffered));
}

#[test]
fn projects_are_listed_by_the_endpoint_that_the_person_may_use() {
    let desk = Desk::new(Profile::CloudFull, "bo");
    let list = ListProjects {
        organization: OrganizationKey::parse("acme-payments").ok(),
        page: 1,
        query: String::new(),
    };
    let direct = finish(list_projects(&desk, &list)).unwrap();
    let refused = FaultKind::Status {
        status: 403,
        body: None,
        retry_after: None,
        cloudflare: false,
    };
    desk.cloud
        .borrow_mut()
        .add_fault(Fault::new("/api/projects/search", refused));
    let fallback = finish(list_projects(&desk, &list)).unwrap();
    assert_eq!(direct.total, fallback.total);
    let keys = |page: &rebadge::sonar::ListPage<rebadge::sonar::Project>| {
        let mut keys: Vec<_> = page.entries.iter().map(|p| p.key.clone()).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&direct), keys(&fallback));
}

/// Shape as measured on Server 26.9 and 9.9.
#[test]
fn what_somebody_administers_is_listed_by_key() {
    let answer = Answer(
        200,
        r#"{"paging":{"pageIndex":1,"pageSize":500,"total":3},"projects":[
            {"key":"acme:payments","name":"Payments","lastAnalysisDate":"2026-11-22T09:43:44+0000",
             "qualityGate":"ERROR","links":[]},
            {"key":"acme_fresh","name":"Fresh","links":[]},{"key":"two words"}]}"#,
    );
    let page = finish(ask(&answer, &ListAdministered(1))).unwrap();
    let keys: Vec<_> = page.entries.iter().map(ProjectKey::as_str).collect();
    assert_eq!((keys, page.total), (vec!["acme:payments", "acme_fresh"], 3));

    for profile in [Profile::CloudFull, Profile::ServerForced, Profile::Server99] {
        let administered = |login: &str| {
            let desk = Desk::new(profile, login);
            finish(ask(&desk, &ListAdministered(1))).map(|page| page.total)
        };
        assert_eq!(administered("cy"), Ok(9), "seen or not");
        assert_eq!(administered("bo"), Ok(0));
        assert_eq!(administered("ada"), Ok(MOST_ADMINISTERED), "of 1,209");
        let mut desk = Desk::new(profile, "ada");
        let third = finish(ask(&desk, &ListAdministered(3))).unwrap();
        assert_eq!(third.entries.len(), 0);
        desk.person = None;
        let nobody = finish(ask(&desk, &ListAdministered(1)));
        assert_eq!(nobody, Err(Failure::Unauthorized));
    }
}

#[test]
fn a_lister_remembers_which_endpoint_answers() {
    let desk = Desk::new(Profile::Server, "bo");
    let lister = ProjectLister::default();
    for page in 1..=3 {
        let list = ListProjects {
            organization: None,
            page,
            query: String::new(),
        };
        finish(lister.page(&desk, &list)).unwrap();
    }
    let cloud = desk.cloud.borrow();
    assert_eq!(cloud.counts()["GET /api/projects/search"], 1);
    assert_eq!(cloud.counts()["GET /api/components/search_projects"], 3);
}

/// `LONG` and `SHORT` are Cloud's, as its documentation has them; `BRANCH` is
/// Server's (measured on 26.9).
#[test]
fn short_lived_branches_are_left_out_unless_one_is_the_main_one() {
    let answer = Answer(
        200,
        r#"{"branches":[{"name":"old","isMain":false,"type":"LONG"},{"name":"pr","isMain":false,"type":"SHORT"},
            {"name":"next","isMain":false,"type":"BRANCH"},{"name":"trunk","isMain":true,"type":"SHORT"}]}"#,
    );
    let key = ProjectKey::parse(PAYMENTS).unwrap();
    let branches = finish(ask(&answer, &ListBranches(key))).unwrap();
    let names: Vec<_> = branches.iter().map(|branch| branch.name.as_str()).collect();
    assert_eq!(names, ["trunk", "next", "old"]);
}
