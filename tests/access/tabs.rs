//! Tabs that serve an instance, and the site that is asked for where there is none.

use rebadge::access::{TabSeen, best, pattern, quiet_page};
use rebadge::page::{Instance, Region, read_on_server};
use serde_json::json;

use super::desk::INSTANCE;

fn server(url: &str, context: &str) -> Instance {
    read_on_server(url, context).unwrap().instance
}

#[test]
fn access_is_asked_for_one_site() {
    let cases = [
        (INSTANCE, "https://sonarcloud.io/*"),
        (Instance::Cloud(Region::Us), "https://sonarqube.us/*"),
        (
            server("https://sonar.example/sonar/projects", "/sonar"),
            "https://sonar.example/*",
        ),
        (
            server("http://intranet:9000/projects", ""),
            "http://intranet/*",
        ),
        (
            server("http://127.0.0.1:9000/projects", ""),
            "http://127.0.0.1/*",
        ),
        (server("http://[::1]:9000/projects", ""), "http://[::1]/*"),
        (server("http://[::1]/projects", ""), "http://[::1]/*"),
    ];
    for (instance, expected) in cases {
        assert_eq!(pattern(&instance), expected);
    }
    assert_eq!(
        quiet_page(&server("http://intranet:9000/sonar/projects", "/sonar")),
        "http://intranet:9000/sonar/api/server/version"
    );
}

fn tab(id: i32, url: &str) -> TabSeen {
    TabSeen {
        id: Some(id),
        url: Some(url.into()),
        status: "complete".into(),
        discarded: false,
        frozen: false,
    }
}

#[test]
fn the_tab_that_serves_is_on_the_instance_and_runs() {
    let hidden = TabSeen {
        url: None,
        ..tab(1, "")
    };
    let elsewhere = [
        hidden,
        tab(2, "https://sonarcloud.io.example/projects"),
        tab(3, "http://sonarcloud.io/projects"),
        tab(4, "https://sonarqube.us/projects"),
        TabSeen {
            discarded: true,
            ..tab(5, "https://sonarcloud.io/projects")
        },
        TabSeen {
            frozen: true,
            ..tab(6, "https://sonarcloud.io/projects")
        },
        TabSeen {
            id: None,
            ..tab(7, "https://sonarcloud.io/projects")
        },
    ];
    assert_eq!(best(&elsewhere, &INSTANCE), None);
    let mut all = elsewhere.to_vec();
    all.push(TabSeen {
        status: "loading".into(),
        ..tab(8, "https://sonarcloud.io/projects")
    });
    assert_eq!(best(&all, &INSTANCE), Some(8));
    all.push(tab(9, "https://sonarcloud.io"));
    all.push(tab(10, "https://sonarcloud.io/projects"));
    assert_eq!(best(&all, &INSTANCE), Some(9));
}

#[test]
fn a_tab_beside_the_context_path_does_not_serve() {
    let server = server("http://intranet/sonar/projects", "/sonar");
    assert_eq!(best(&[tab(1, "http://intranet/wiki")], &server), None);
    assert_eq!(
        best(&[tab(1, "http://intranet/sonarx/projects")], &server),
        None
    );
    assert_eq!(best(&[tab(1, "http://intranet/sonar?x")], &server), Some(1));
}

#[test]
fn a_tab_is_read_as_the_browser_tells_it() {
    let told = json!({ "id": 4, "index": 0, "status": "complete", "discarded": false });
    let read: TabSeen = serde_json::from_value(told).unwrap();
    assert_eq!((read.id, read.url), (Some(4), None));
}
