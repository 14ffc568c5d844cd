//! The dashboard's own address.

use proptest::prelude::*;
use rebadge::page::{Instance, OrganizationKey};
use rebadge::rotation::{Owner, Place};

fn query(address: &str) -> &str {
    let (page, query) = address.split_at("dashboard.html".len());
    assert_eq!(page, "dashboard.html");
    query
}

fn owner() -> impl Strategy<Value = Owner> {
    let cloud = (0..2_usize, "[a-zA-Z0-9][a-zA-Z0-9_.&=+%-]{0,20}[a-z0-9]").prop_filter_map(
        "keys",
        |(region, key)| {
            Some(Owner {
                instance: Instance::CLOUD[region].clone(),
                organization: Some(OrganizationKey::parse(&key).ok()?),
            })
        },
    );
    let server =
        "https?://[a-z]{1,9}(\\.[a-z]{2,9}){0,2}(:[1-9][0-9]{1,3})?(/[a-z~%0-9.-]{1,9}){0,2}"
            .prop_filter_map("servers", |base| {
                Some(Owner {
                    instance: Instance::of_base_url(&base).ok()?,
                    organization: None,
                })
            });
    prop_oneof![cloud, server]
}

proptest! {
    #[test]
    fn what_an_address_says_is_read_back(owner in owner(), tab in any::<Option<i32>>()) {
        let place = Place { owner, tab };
        let address = place.address();
        prop_assert_eq!(Place::read(query(&address)), Some(place.clone()));
        prop_assert_eq!(Place::read(&query(&address)[1..]), Some(place));
    }

    #[test]
    fn whatever_is_read_can_be_written(query in ".{0,80}") {
        if let Some(place) = Place::read(&query) {
            let address = place.address();
            prop_assert_eq!(Place::read(address.split_once('?').unwrap().1), Some(place));
        }
    }
}

#[test]
fn an_address_is_as_it_always_was() {
    let place = Place {
        owner: super::screen::cloud(),
        tab: Some(7),
    };
    let address = "dashboard.html?base=https%3A%2F%2Fsonarcloud.io&organization=acme&tab=7";
    assert_eq!(place.address(), address);
}

#[test]
fn what_there_cannot_be_is_refused() {
    let refused = [
        "",
        "?",
        "tab=7",
        "organization=acme&tab=7",
        // Cloud has organizations, a Server has none.
        "base=https://sonarcloud.io&tab=7",
        "base=https://sonarcloud.io&organization=&tab=7",
        "base=https://sonar.example&organization=acme&tab=7",
        "base=https://sonar.example&organization=&tab=7",
        "base=https://sonarcloud.io&organization=not%20a%20key&tab=7",
        "base=https://sonarcloud.io&organization=a%2Fb&tab=7",
        // Tabs have whole numbers.
        "base=https://sonar.example&tab=",
        "base=https://sonar.example&tab=one",
        "base=https://sonar.example&tab=1.5",
        "base=https://sonar.example&tab=99999999999",
        // Other schemes, and what only looks like an instance.
        "base=javascript:alert(1)&tab=7",
        "base=javascript://sonar.example/%250aalert(1)&tab=7",
        "base=data:text/html,x&tab=7",
        "base=file:///etc&tab=7",
        "base=ftp://sonar.example&tab=7",
        "base=chrome-extension://abcdef&tab=7",
        "base=sonar.example&tab=7",
        "base=//sonar.example&tab=7",
        "base=https://&tab=7",
        "base=https://ada@sonar.example&tab=7",
        "base=https://sonar.example/&tab=7",
        "base=https://sonarcloud.io/&organization=acme&tab=7",
        "base=https://sonar.example?x=1&tab=7",
        "base=https://sonar.example%23x&tab=7",
        "base=https://sonar.example/a%0Ab&tab=7",
        "base=https://sonar.example/%3Cscript%3E&tab=7",
        // The first one counts.
        "base=javascript:1&base=https://sonar.example&tab=7",
    ];
    for query in refused {
        assert_eq!(Place::read(query), None, "{query}");
    }
}

#[test]
fn a_server_may_stand_below_a_path() {
    let place = Place::read("?base=http%3A%2F%2Fintranet%3A9000%2Fsonar&tab=-1").unwrap();
    assert_eq!(
        place.owner.instance.base_url(),
        "http://intranet:9000/sonar"
    );
    assert_eq!((place.owner.organization, place.tab), (None, Some(-1)));
}
