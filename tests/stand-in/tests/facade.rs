//! The façade in front of a server: what gets through, what is added, what is
//! noted. The server is a few lines of canned answers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod hosting;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use hosting::Host;
use serde_json::{Value, json};

/// A façade, and what its server heard.
struct Scene {
    facade: Host,
    heard: Receiver<String>,
}

impl Scene {
    fn set() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (tell, heard) = channel();
        thread::spawn(move || serve(&listener, &tell));
        let facade = Host::start(&["--behind", &url]);
        Self { facade, heard }
    }

    fn get(&self, target: &str, more: &str) -> String {
        let request = format!("GET {target} HTTP/1.1\r\nhost: sonarcloud.io\r\n{more}\r\n");
        self.facade.ask(&request)
    }

    fn json(&self, target: &str, more: &str) -> Value {
        let answer = self.get(target, more);
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    /// The request that reached the server.
    fn heard(&self) -> String {
        self.heard.recv_timeout(Duration::from_secs(5)).unwrap()
    }

    fn log(&self) -> Value {
        self.facade.control("GET /state", "")["log"].clone()
    }
}

/// One canned answer a connection, chosen by the start of the request.
fn serve(listener: &TcpListener, tell: &Sender<String>) {
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let mut taken = vec![0; 4_096];
        let length = stream.read(&mut taken).unwrap();
        let request = String::from_utf8_lossy(&taken[..length]).to_ascii_lowercase();
        let start = request.split([' ', '?']).nth(1).unwrap();
        let (head, body) = match start {
            "/" => (
                "200 OK\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n",
                "\u{feff}page".into(),
            ),
            "/api/users/current" if request.contains("jwt-session=ada") => (
                "200 OK\r\nx-xsrf-token: x\r\n",
                json!({ "isLoggedIn": true, "permissions": { "global": ["admin"] } }),
            ),
            "/api/users/current" => ("401 Unauthorized\r\n", Value::Null),
            "/api/navigation/component" => ("200 OK\r\n", json!({ "key": "p" })),
            "/api/components/show" => ("200 OK\r\n", json!({ "component": { "key": "p" } })),
            "/api/project_badges/renew_token" => ("204 No Content\r\n", Value::Null),
            _ => ("200 OK\r\n", json!({ "components": [] })),
        };
        let body = match body {
            Value::Null => String::new(),
            Value::String(text) => text,
            json => json.to_string(),
        };
        tell.send(request).unwrap();
        let length = match head.starts_with("204") {
            true => String::new(),
            false => format!("content-length: {}\r\n", body.len()),
        };
        let answer = format!("HTTP/1.1 {head}keep-alive: timeout=5\r\n{length}\r\n{body}");
        stream.write_all(answer.as_bytes()).unwrap();
    }
}

#[test]
fn a_request_and_its_answer_pass_whole() {
    let scene = Scene::set();
    let answer = scene.get(
        "/?a=%2F&b",
        "cookie: JWT-SESSION=s\r\naccept-encoding: gzip\r\n",
    );
    let heard = scene.heard();
    assert!(heard.starts_with("get /?a=%2f&b http/1.1\r\n"), "{heard}");
    for line in [
        "cookie: jwt-session=s",
        "x-forwarded-proto: https",
        "x-forwarded-host: sonarcloud.io",
    ] {
        assert!(heard.contains(line), "{line} in {heard}");
    }
    assert!(!heard.contains("accept-encoding"), "{heard}");
    for line in [
        "set-cookie: a=1\r\n",
        "set-cookie: b=2\r\n",
        "connection: close\r\n",
    ] {
        assert_eq!(answer.matches(line).count(), 1, "{line} in {answer}");
    }
    assert!(!answer.contains("keep-alive"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n\u{feff}page"), "{answer}");
}

#[test]
fn projects_have_an_organization() {
    let scene = Scene::set();
    let navigation = scene.json("/api/navigation/component?component=p", "");
    assert_eq!(
        navigation,
        json!({ "key": "p", "organization": "acme-payments" })
    );
    let shown = scene.json("/api/components/show?component=p", "");
    assert_eq!(shown["component"]["organization"], "acme-payments");
}

#[test]
fn whoever_is_signed_in_has_an_organization() {
    let scene = Scene::set();
    let target = "/api/organizations/search?member=true&p=1&ps=500";
    let mine = scene.json(target, "cookie: JWT-SESSION=ada\r\n");
    assert_eq!(mine["organizations"][0]["key"], "acme-payments");
    assert_eq!(mine["organizations"][0]["actions"]["admin"], true);
    assert_eq!(
        mine["paging"],
        json!({ "pageIndex": 1, "pageSize": 500, "total": 1 })
    );
    let nobodys = scene.get(target, "");
    assert!(nobodys.starts_with("HTTP/1.1 401 "), "{nobodys}");
}

#[test]
fn a_list_of_an_organization_is_the_servers_whole_list() {
    let scene = Scene::set();
    scene.json(
        "/api/projects/search?organization=acme-payments&q=a%26b&ps=5",
        "",
    );
    let heard = scene.heard();
    assert!(
        heard.starts_with("get /api/projects/search?q=a%26b&ps=5 http/1.1\r\n"),
        "{heard}"
    );
    let other = scene.json("/api/projects/search?organization=other", "");
    assert_eq!(other["errors"][0]["msg"], "No organization for key 'other'");
    assert_eq!(scene.log()[1]["behind"], Value::Null);
}

#[test]
fn a_fault_strikes_before_or_after_the_server_acts() {
    let scene = Scene::set();
    let renew = "POST /api/project_badges/renew_token HTTP/1.1\r\nhost: sonarcloud.io\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 9\r\n\r\nproject=p";
    let fault = |more: &str| {
        let fault = format!(r#"{{"path":"/api/project_badges","times":1{more}}}"#);
        scene.facade.control("POST /fault", &fault);
    };
    fault(r#","kind":"drop","after_acting":true"#);
    assert_eq!(scene.facade.ask(renew), "");
    fault(r#","kind":"drop""#);
    assert_eq!(scene.facade.ask(renew), "");
    fault(r#","kind":"status","status":429,"retry_after":3"#);
    let refused = scene.facade.ask(renew);
    assert!(refused.contains("retry-after: 3\r\n"), "{refused}");
    fault(r#","kind":"delay","ms":1"#);
    let renewed = scene.facade.ask(renew);
    assert!(
        renewed.starts_with("HTTP/1.1 204 No Content\r\n"),
        "{renewed}"
    );
    assert_eq!(scene.heard.try_iter().count(), 2);
    let noted = scene.log();
    let noted: Vec<_> = noted.as_array().unwrap().iter().collect();
    let statuses: Vec<_> = noted
        .iter()
        .map(|one| (&one["behind"], &one["status"]))
        .collect();
    let (none, done, refused) = (Value::Null, json!(204), json!(429));
    assert_eq!(
        statuses,
        [
            (&done, &none),
            (&none, &none),
            (&none, &refused),
            (&done, &done)
        ]
    );
    assert!(noted.iter().all(|one| one["form"]["project"] == "p"));
}
