//! How an answer differs from a real server's: exact in status, headers and
//! errors, in shape where a success carries data.
//!
//! Shared by the recordings and by the contract cases.

mod json;
pub mod pictures;

use stand_in::Answer;
use time::Date;
use time::format_description::well_known::Iso8601;

/// What is not as wanted in status and body, a sentence each.
pub fn of_content(wanted: &Answer, given: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    if wanted.status != given.status {
        found.push(format!(
            "status {} instead of {}",
            given.status, wanted.status
        ));
    }
    let (text, got) = (&undated(wanted), &undated(given));
    if text.contains("<svg") {
        found.extend(pictures::differences(text, got));
    } else if is_page(text) && is_page(got) {
        found.extend(marks_differ(text, got));
    } else if let Ok(data) = serde_json::from_str(text) {
        if wanted.status >= 400 {
            if Some(&data) != serde_json::from_str(got).ok().as_ref() {
                found.push(format!("said {got} instead of {data}"));
            }
        } else {
            json::differences(&data, &given.json_body(), &mut found);
        }
    } else if text != got {
        found.push(format!("said {got:?} instead of {text:?}"));
    }
    found
}

/// The body; in an error's sentence a day is told as such, since the stand-in
/// plays on a day of its own.
fn undated(answer: &Answer) -> String {
    if answer.status < 400 {
        return answer.body.clone();
    }
    let words = answer.body.split(' ').map(|word| {
        let (day, rest) = word.split_at_checked(10).unwrap_or_default();
        match Date::parse(day, &Iso8601::DATE) {
            Ok(_) => format!("[a day]{rest}"),
            Err(_) => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What is not as wanted in the headers. Of those `there`, only whether they
/// are there counts.
pub fn of_headers(wanted: &Answer, given: &Answer, there: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for name in [
        "content-type",
        "cache-control",
        "access-control-allow-origin",
        "location",
        "sonarqube-authentication-token-expiration",
    ] {
        let (wanted, given) = (lines(wanted, name), lines(given, name));
        if wanted != given {
            found.push(format!("{name}: {given:?} instead of {wanted:?}"));
        }
    }
    for name in there {
        let (wanted, given) = (lines(wanted, name).len(), lines(given, name).len());
        if wanted != given {
            found.push(format!("{name}: {given} lines instead of {wanted}"));
        }
    }
    let (wanted, given) = (cookies(wanted), cookies(given));
    if wanted != given {
        found.push(format!("set-cookie: {given:?} instead of {wanted:?}"));
    }
    found
}

fn lines(answer: &Answer, name: &str) -> Vec<String> {
    let lines = answer.headers.iter().filter(|(key, _)| key == name);
    lines.map(|(_, value)| value.clone()).collect()
}

/// The cookies' names and attributes, without their values.
fn cookies(answer: &Answer) -> Vec<String> {
    lines(answer, "set-cookie")
        .iter()
        .map(|cookie| {
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = if value.is_empty() { "" } else { "…" };
            format!("{name}={value};{rest}")
        })
        .collect()
}

fn is_page(body: &str) -> bool {
    let start = body.trim_start().get(..14).unwrap_or_default();
    start.eq_ignore_ascii_case("<!doctype html")
}

/// Pages are the stand-in's own; what a Server is recognised by must be there.
fn marks_differ(wanted: &str, given: &str) -> Option<String> {
    let (wanted, given) = (marks(wanted), marks(given));
    (wanted != given).then(|| format!("the page bears {given:?} instead of {wanted:?}"))
}

/// The tags of a page that name the program and its icon, in one spelling.
fn marks(page: &str) -> Vec<String> {
    let tags = page
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'));
    let mut marks: Vec<String> = tags
        .map(|(tag, _)| tag.trim_end_matches('/').trim_end().to_owned())
        .filter(|tag| tag.contains("application-name") || tag.contains("rel=\"icon\""))
        .collect();
    marks.sort();
    marks
}
