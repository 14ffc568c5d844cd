//! Every exchange recorded with real servers, asked of the stand-in.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod comparison;

use std::fs;
use std::path::Path;

use comparison::{of_content, of_headers};
use serde_json::Value;
use stand_in::{Answer, Cloud, Grant, Person, Profile, Project, Request, Scope, Seed, Visibility};

const EXPIRY: &str = "2027-01-20";

#[test]
fn the_stand_in_answers_as_server_26_9_did() {
    replay("server-26.9", Profile::ServerForced);
}

#[test]
fn the_stand_in_answers_as_server_9_9_did() {
    replay("server-9.9", Profile::Server99);
}

fn replay(folder: &str, profile: Profile) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../recorded")
        .join(folder);
    let mut complaints = Vec::new();
    let mut replayed = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let recorded: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let answer = ask(profile, &name, &recorded);
        let wanted = recorded_answer(&recorded["response"]);
        let mut found = of_content(&wanted, &answer);
        // A few were recorded without headers, and none with X-XSRF-TOKEN.
        if !wanted.headers.is_empty() {
            found.extend(of_headers(&wanted, &answer, &["etag"]));
        }
        complaints.extend(found.iter().map(|one| format!("{name}: {one}")));
        replayed += 1;
    }
    assert!(replayed == 69, "{replayed} recordings found");
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// The answer that a recording holds: a body that was JSON is kept as such.
fn recorded_answer(response: &Value) -> Answer {
    let mut answer = Answer::empty(u16::try_from(response["status"].as_u64().unwrap()).unwrap());
    for line in response["headers"].as_array().unwrap() {
        answer = answer.with(line[0].as_str().unwrap(), line[1].as_str().unwrap());
    }
    answer.body = match &response["body"] {
        Value::String(text) => text.clone(),
        data => data.to_string(),
    };
    answer
}

/// The servers as they stood when they were recorded: 9.9 had analysed nothing.
fn server(profile: Profile) -> Cloud {
    let payments = Project::new("", "acme:payments", "Payments Service", Visibility::Private)
        .with_measure("alert_status", "passed")
        .with_measure("coverage", "0%")
        .with_measure("ncloc", "2");
    let open = Project::new("", "acme_open", "Open", Visibility::Public);
    let everywhere =
        |login: &str, browse, administer| Grant::new(login, Scope::Everywhere, browse, administer);
    let mut projects = vec![payments, open];
    if profile == Profile::Server99 {
        projects = projects.into_iter().map(Project::never_analysed).collect();
    }
    // 9.9 ran under a context path.
    let context = match profile {
        Profile::Server99 => "/sonar",
        _ => "",
    };
    let cloud = Cloud::with_seed(
        profile,
        Seed {
            organizations: Vec::new(),
            people: vec![
                Person::new("admin", "Administrator", &[]).system_administrator(),
                Person::new("reader", "Reader", &[]),
                Person::new("outsider", "Outsider", &[]),
                Person::new("keeper", "Administrator without Browse", &[]),
            ],
            grants: vec![
                everywhere("admin", true, true),
                everywhere("reader", true, false),
                everywhere("keeper", false, true),
            ],
            projects,
        },
    );
    cloud.under(context)
}

fn ask(profile: Profile, name: &str, recorded: &Value) -> Answer {
    let mut cloud = server(profile);
    let admin = cloud.sign_in("admin").unwrap();
    let reader = cloud.sign_in("reader").unwrap();
    let mut say = |request: Request| said(&mut cloud, request);

    let badge =
        say(Request::get("/api/project_badges/token?project=acme:payments").signed_in_as(&admin));
    let badge = badge.json_body()["token"].as_str().unwrap().to_owned();
    let mut access_token = String::new();
    let mut generate = |name: &str, expires: bool| {
        let mut request = Request::post("/api/user_tokens/generate").field("name", name);
        if expires {
            request = request.field("expirationDate", EXPIRY);
        }
        let made = say(request.signed_in_as(&reader)).json_body();
        access_token = made["token"].as_str().unwrap().to_owned();
    };
    if [
        "user_tokens_generate.name-taken.json",
        "user_tokens_search.json",
    ]
    .contains(&name)
    {
        generate("recorded", false);
        generate("recorded-expiring", true);
    }
    if profile != Profile::Server99 {
        generate("t1", false);
        generate("t2", true);
        say(Request::get("/api/users/current").with_access_token(&access_token));
    }

    let asked = &recorded["request"];
    let path = asked["path"].as_str().unwrap();
    let mut request = Request::new(asked["method"].as_str().unwrap(), path);
    for (key, value) in asked["params"].as_object().unwrap() {
        let value = match (key.as_str(), value) {
            ("login", _) => "admin".to_owned(),
            ("password", _) => "admin-password".to_owned(),
            ("token", Value::String(text)) if text.starts_with("sqb_") => badge.clone(),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        };
        request = if request.method == "POST" {
            request.field(key, &value)
        } else {
            request.query(key, &value)
        };
    }
    let request = match recorded["as"].as_str().unwrap() {
        "nobody" => request,
        "project administrator" | "session, XSRF header" => request.signed_in_as(&admin),
        "session" | "session, no XSRF header" => request.with_cookies(&admin),
        "session, wrong XSRF header" => request
            .with_cookies(&admin)
            .with_header("X-XSRF-TOKEN", "wrong"),
        "user with Browse" => request.signed_in_as(&reader),
        "user with Browse, access token" => request.with_access_token(&access_token),
        "an access token nobody has" => request.with_access_token("squ_nobody"),
        "signed-in user without Browse" => {
            request.signed_in_as(&cloud.sign_in("outsider").unwrap())
        }
        "project administrator without Browse" => {
            request.signed_in_as(&cloud.sign_in("keeper").unwrap())
        }
        other => panic!("who is {other}?"),
    };
    said(&mut cloud, request)
}

fn said(cloud: &mut Cloud, mut request: Request) -> Answer {
    if cloud.profile() == Profile::Server99 {
        request.path = format!("/sonar{}", request.path);
    }
    cloud.answer(&request).answer.unwrap()
}
