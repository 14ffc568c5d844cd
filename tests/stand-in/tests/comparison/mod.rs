//! How an answer differs from a recorded one: exact in status, headers and
//! errors, in shape where a success carries data.

use std::collections::BTreeSet;

use serde_json::Value;
use stand_in::Answer;

/// What is not as recorded, a sentence each.
pub fn differences(recorded: &Value, answer: Answer) -> Vec<String> {
    let mut found = Vec::new();
    let status = recorded["status"].as_u64().unwrap();
    if status != u64::from(answer.status) {
        found.push(format!("status {} instead of {status}", answer.status));
    }
    let headers = recorded["headers"].as_array().unwrap();
    if !headers.is_empty() {
        found.extend(header_differences(headers, &answer));
    }
    match &recorded["body"] {
        Value::String(svg) if svg.contains("<svg") => {
            let (wanted, got) = (drawn(svg), drawn(&answer.body));
            // Two pictures were cut short when they were recorded.
            let whole = svg.trim_end().ends_with("</svg>");
            if if whole {
                wanted != got
            } else {
                !wanted.is_subset(&got)
            } {
                found.push(format!("drew {got:?} instead of {wanted:?}"));
            }
        }
        Value::String(text) => {
            if *text != answer.body {
                found.push(format!("said {:?} instead of {text:?}", answer.body));
            }
        }
        json if status >= 400 => {
            if *json != answer.json_body() {
                found.push(format!("said {} instead of {json}", answer.body));
            }
        }
        json => {
            let mut body = answer.json_body();
            if let Some(services) = body.get_mut("webServices").and_then(Value::as_array_mut) {
                services.retain(|service| service["path"] == "api/project_badges");
            }
            shape(json, &body, "", &mut found);
        }
    }
    found
}

fn header_differences(headers: &[Value], answer: &Answer) -> Vec<String> {
    let recorded = |name: &str| {
        headers
            .iter()
            .filter(|line| line[0].as_str().unwrap().eq_ignore_ascii_case(name))
            .map(|line| line[1].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let given = |name: &str| {
        answer
            .headers
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
            .collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for name in [
        "content-type",
        "cache-control",
        "access-control-allow-origin",
        "sonarqube-authentication-token-expiration",
    ] {
        if recorded(name) != given(name) {
            found.push(format!(
                "{name}: {:?} instead of {:?}",
                given(name),
                recorded(name)
            ));
        }
    }
    if recorded("etag").len() != given("etag").len() {
        found.push("one of the two has an ETag".into());
    }
    // 9.9 ran under a context path.
    let attributes = |cookies: Vec<String>| -> Vec<String> {
        cookies
            .iter()
            .map(|cookie| {
                let (pair, rest) = cookie.split_once(';').unwrap();
                let rest = rest.replace("Path=/sonar", "Path=/");
                format!("{};{rest}", pair.split_once('=').unwrap().0)
            })
            .collect()
    };
    if attributes(recorded("set-cookie")) != attributes(given("set-cookie")) {
        found.push(format!("set-cookie: {:?}", given("set-cookie")));
    }
    found
}

/// What counts in a picture: its comments, its texts, and how wide an error is.
/// (Server draws the words of its large badge as outlines.)
fn drawn(svg: &str) -> BTreeSet<String> {
    let between = |start: &str, end: &str| -> Vec<String> {
        svg.split(start)
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(end)?.0.to_owned()))
            .collect()
    };
    let mut told: BTreeSet<String> = between("<!--", "-->").into_iter().collect();
    let large = told.iter().any(|comment| comment.contains("QUALITY GATE"));
    if large {
        told.extend(between("<title>", "</title>"));
    } else {
        told.extend(
            between("<text ", "</text>")
                .into_iter()
                .map(|text| text.rsplit_once('>').unwrap().1.to_owned()),
        );
    }
    if large || svg.contains("<!-- ERROR -->") {
        told.extend(between(" width=\"", "\"").into_iter().take(1));
    }
    told
}

/// The same fields with the same types; wording and dates may differ.
fn shape(recorded: &Value, given: &Value, path: &str, found: &mut Vec<String>) {
    match (recorded, given) {
        (Value::Object(wanted), Value::Object(got)) => {
            let names: BTreeSet<&String> = wanted.keys().chain(got.keys()).collect();
            for name in names.into_iter().filter(|name| *name != "changelog") {
                let path = format!("{path}.{name}");
                match (wanted.get(name), got.get(name)) {
                    (Some(wanted), Some(got)) => shape(wanted, got, &path, found),
                    (Some(_), None) => found.push(format!("{path} is missing")),
                    _ => found.push(format!("{path} is too much")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(got)) => {
            if wanted.len() != got.len() {
                found.push(format!("{path} has {} entries", got.len()));
            }
            for (number, (wanted, got)) in wanted.iter().zip(got).enumerate() {
                shape(wanted, got, &format!("{path}[{number}]"), found);
            }
        }
        (Value::String(wanted), Value::String(got)) => {
            let telling = [
                ".key",
                ".name",
                ".type",
                ".visibility",
                ".qualifier",
                ".login",
            ];
            let identifier = path.contains("quality") || wanted.len() > 30;
            let value = path.contains("possibleValues")
                || telling.iter().any(|end| path.ends_with(end)) && !identifier;
            if value && wanted != got {
                found.push(format!("{path} is {got} instead of {wanted}"));
            }
        }
        (Value::Bool(wanted), Value::Bool(got)) => {
            if wanted != got && !path.contains("dismissedNotices") {
                found.push(format!("{path} is {got}"));
            }
        }
        (Value::Number(_), Value::Number(_)) => {
            if recorded != given {
                found.push(format!("{path} is {given} instead of {recorded}"));
            }
        }
        (Value::Null, Value::Null) => {}
        _ => found.push(format!("{path} is {given}")),
    }
}
