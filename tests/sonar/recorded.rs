//! Recorded exchanges with real servers, read by each operation.

use std::fs;
use std::path::Path;

use rebadge::sonar::{
    BadgeServices, Content, Failure, ListBranches, ListOrganizations, ListServices, Operation,
    ReadBadgeToken, ReadComponent, ReadCurrentUser, RenewBadgeToken, Reply, Request, ShowComponent,
    Transport, Visibility, ask,
};
use serde_json::Value;

use super::desk::{Json, content, finish};
use super::project;

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
