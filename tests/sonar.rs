//! The web API's answers, as real servers gave them, read by our operations.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use std::fs;
use std::path::Path;

use desk::{Desk, Json, PAYMENTS, content, finish};
use rebadge::page::{OrganizationKey, ProjectKey};
use rebadge::sonar::{
    BadgeServices, Content, Failure, ListAdministered, ListBranches, ListOrganizations,
    ListProjects, ListServices, MOST_ADMINISTERED, Method, Operation, ProjectLister,
    ReadBadgeToken, ReadComponent, ReadCurrentUser, RenewBadgeToken, Reply, Request, ShowComponent,
    Transport, Visibility, ask, explained, list_projects, read_badge_token,
};
use serde_json::Value;
use stand_in::{Fault, FaultKind, Profile};

/// Plays back one recorded exchange, whatever is asked.
struct Recording(Value);

impl Recording {
    fn of(server: &str, name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/recorded/{server}/{name}.json"));
        Self(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    }
}

impl Transport for Recording {
    type Body = Json;

    async fn send(&self, _request: &Request) -> Result<Reply<Json>, Failure> {
        let response = &self.0["response"];
        let content = match &response["body"] {
            Value::String(text) => content(text),
            json => Content::Json(Json(json.clone())),
        };
        Ok(Reply {
            status: u16::try_from(response["status"].as_u64().unwrap()).unwrap(),
            retry_after: None,
            content,
        })
    }
}

/// Plays back an answer made here.
struct Answer(u16, &'static str);

impl Transport for Answer {
    type Body = Json;

    async fn send(&self, _request: &Request) -> Result<Reply<Json>, Failure> {
        Ok(Reply {
            status: self.0,
            retry_after: (self.0 == 429).then_some(7),
            content: content(self.1),
        })
    }
}

fn project() -> ProjectKey {
    ProjectKey::parse("acme:payments").unwrap()
}

const SERVERS: [&str; 2] = ["server-26.9", "server-9.9"];

/// What an operation makes of a recorded exchange, on both servers alike.
fn replayed<O: Operation>(operation: &O, name: &str) -> Vec<Result<O::Answer, Failure>> {
    SERVERS
        .map(|server| finish(ask(&Recording::of(server, name), operation)))
        .into()
}

#[test]
fn a_component_tells_name_visibility_and_who_may_administer() {
    for component in replayed(&ReadComponent(project()), "navigation_component.admin") {
        let component = component.unwrap();
        assert_eq!(component.name, "Payments Service");
        assert_eq!(component.visibility, Some(Visibility::Private));
        assert_eq!(component.may_administer, Some(true));
        assert_eq!(component.organization, None);
        assert_eq!(component.badge_token, None);
    }
    for component in replayed(&ReadComponent(project()), "navigation_component.reader") {
        assert_eq!(component.unwrap().may_administer, Some(false));
    }
}

#[test]
fn the_public_endpoint_tells_the_same_but_for_permissions() {
    for component in replayed(&ShowComponent(project()), "components_show.admin") {
        let component = component.unwrap();
        assert_eq!(component.name, "Payments Service");
        assert_eq!(component.visibility, Some(Visibility::Private));
        assert_eq!(component.may_administer, None);
    }
}

#[test]
fn a_token_is_read_by_who_may_browse() {
    for name in ["token.admin", "token.reader", "session.token"] {
        for token in replayed(&ReadBadgeToken(project()), name) {
            assert!(token.unwrap().expose().starts_with("sqb_"), "{name}");
        }
    }
}

#[test]
fn refusals_of_a_token_are_typed_by_what_a_person_can_do() {
    let cases = [
        ("token.outsider", Failure::NoBrowse),
        ("token.admin-without-browse", Failure::NoBrowse),
        ("token.anonymous", Failure::Unauthorized),
        ("token.unknown-project", Failure::NotFound),
        ("token.no-project", Failure::Refused { status: 400 }),
    ];
    for (name, failure) in cases {
        for answer in replayed(&ReadBadgeToken(project()), name) {
            assert_eq!(answer, Err(failure), "{name}");
        }
    }
}

#[test]
fn a_renewal_is_an_empty_204_and_its_refusals_are_told_apart() {
    for name in [
        "renew_token.admin",
        "renew_token.admin-without-browse",
        "session.renew_token",
    ] {
        for answer in replayed(&RenewBadgeToken(project()), name) {
            assert_eq!(answer, Ok(()), "{name}");
        }
    }
    let cases = [
        ("renew_token.reader", Failure::NoAdminister),
        ("renew_token.outsider", Failure::NoAdminister),
        ("renew_token.anonymous", Failure::Unauthorized),
        ("session.renew_token.no-xsrf", Failure::Unauthorized),
        ("session.renew_token.bad-xsrf", Failure::Unauthorized),
        ("renew_token.unknown-project", Failure::NotFound),
        ("renew_token.get", Failure::NotOffered),
        ("unknown-action", Failure::NotOffered),
    ];
    for (name, failure) in cases {
        for answer in replayed(&RenewBadgeToken(project()), name) {
            assert_eq!(answer, Err(failure), "{name}");
        }
    }
}

#[test]
fn branches_come_with_the_main_one_first() {
    for branches in replayed(&ListBranches(project()), "project_branches_list.admin") {
        let branches = branches.unwrap();
        assert_eq!(branches.len(), 1);
        assert!(branches[0].is_main);
        assert_eq!(branches[0].name.as_str(), "main");
    }
}

#[test]
fn a_host_tells_what_it_offers() {
    for services in replayed(&ListServices, "webservices_list.project_badges") {
        let BadgeServices {
            metrics,
            draws_quality_gate,
            draws_ai_code,
            reads_token,
            renews_token,
        } = services.unwrap();
        assert!(reads_token && renews_token && draws_quality_gate && !draws_ai_code);
        assert!(metrics.iter().any(|key| key == "alert_status"));
        assert!(metrics.len() >= 11, "{metrics:?}");
    }
}

#[test]
fn who_is_signed_in_is_known_by_the_current_user() {
    for answer in replayed(&ReadCurrentUser, "users_current.reader") {
        assert_eq!(answer, Ok(Some("reader".to_owned())));
    }
    for answer in replayed(&ReadCurrentUser, "users_current.anonymous") {
        assert_eq!(answer, Err(Failure::Unauthorized));
    }
}

#[test]
fn a_host_without_organizations_does_not_offer_them() {
    for answer in replayed(&ListOrganizations(1), "organizations_search") {
        assert_eq!(answer.unwrap_err(), Failure::NotOffered);
    }
}

#[test]
fn answers_that_are_no_answers_are_told_apart() {
    let cases = [
        (200, "<html>Sign in</html>", Failure::Html),
        (200, "{\"token\":", Failure::Unreadable),
        (200, "{\"token\":42}", Failure::Unreadable),
        (200, "{\"token\":\"two words\"}", Failure::Unreadable),
        (200, "", Failure::Unreadable),
        (403, "<html>Blocked</html>", Failure::Html),
        (404, "<html>Nothing here</html>", Failure::NotOffered),
        (404, "", Failure::NotOffered),
        (500, "", Failure::Server { status: 500 }),
        (503, "<html></html>", Failure::Server { status: 503 }),
        (
            429,
            "<html></html>",
            Failure::RateLimited {
                retry_after: Some(7),
            },
        ),
        (302, "", Failure::Refused { status: 302 }),
    ];
    for (status, body, failure) in cases {
        let answer = finish(ask(&Answer(status, body), &ReadBadgeToken(project())));
        assert_eq!(answer, Err(failure), "{status} {body:?}");
    }
}

#[test]
fn a_page_instead_of_a_renewals_answer_is_no_success() {
    let answer = finish(ask(
        &Answer(200, "<html></html>"),
        &RenewBadgeToken(project()),
    ));
    assert_eq!(answer, Err(Failure::Html));
}

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
fn a_401_is_explained_by_who_is_signed_in() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let explain = |desk: &Desk| finish(explained(desk, Failure::Unauthorized, Method::Post));
    assert_eq!(explain(&desk), Failure::SessionRefused);
    desk.cloud.borrow_mut().sign_everyone_out();
    assert_eq!(explain(&desk), Failure::NotSignedIn);
    assert_eq!(
        finish(explained(&desk, Failure::NoBrowse, Method::Get)),
        Failure::NotSignedIn
    );
    assert_eq!(
        finish(explained(&desk, Failure::Html, Method::Get)),
        Failure::Html,
        "nothing to ask about"
    );
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
