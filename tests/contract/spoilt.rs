//! Whether a wrong answer would be noticed: a stand-in whose answers are spoilt
//! on their way must make a case fail, and the comparison print both answers.

use libtest_mimic::{Failed, Trial};
use stand_in::{Answer, Request};

use crate::cases;
use crate::difference;
use crate::kind::Kind;
use crate::standing::{Spoil, Standing};
use crate::trials::play;

/// What is spoilt, in which case, how, and what the comparison must say.
const SPOILT: [(&str, &str, Spoil, &str); 9] = [
    (
        "another status",
        "a renewal is 204 without a word",
        |request, answer| about(request, "renew_token", answer, |answer| answer.status = 200),
        "status 200 instead of 204",
    ),
    (
        "another error text",
        "an unknown project is 400",
        |request, answer| {
            about(request, "/token", answer, |answer| {
                answer.body = answer.body.replace("not found", "is missing");
            })
        },
        "Project or Application is missing",
    ),
    (
        "a header too much",
        "an error tells no XSRF token",
        |_, answer| answer.with("x-xsrf-token", "0123456789abcdefghijklmnop"),
        "x-xsrf-token: 1 lines instead of 0",
    ),
    (
        "a header too few",
        "a good badge is checked again each time, by its ETag",
        |request, answer| {
            about(request, "/measure", answer, |answer| {
                answer.headers.retain(|(name, _)| name != "etag");
            })
        },
        "etag: 0 lines instead of 1",
    ),
    (
        "a cookie that scripts can read",
        "the session's cookie is out of reach for scripts, the XSRF token's is not",
        |_, mut answer| {
            for (_, value) in &mut answer.headers {
                *value = value.replace("; HttpOnly", "");
            }
            answer
        },
        "set-cookie: ",
    ),
    (
        "another word in a picture",
        "an unknown project sounds the same",
        |_, mut answer| {
            answer.body = answer.body.replace("has not been found", "is gone");
            answer
        },
        "Project is gone",
    ),
    (
        "a field too few",
        "an administrator without Browse finds a project, and is told so",
        |request, answer| {
            about(request, "navigation", answer, |answer| {
                answer.body = answer.body.replace("canBrowseProject", "mayBrowse");
            })
        },
        ".configuration.canBrowseProject is missing",
    ),
    (
        "a page without its mark",
        "a page says that it is SonarQube's",
        |_, mut answer| {
            answer.body = answer.body.replace("application-name", "generator");
            answer
        },
        "the page bears",
    ),
    (
        "an answer to be kept",
        "the answer holds the token and nothing else",
        |request, answer| {
            about(request, "/token", answer, |answer| {
                for (name, value) in &mut answer.headers {
                    if name == "cache-control" {
                        *value = "max-age=600".into();
                    }
                }
            })
        },
        "cache-control: [\"max-age=600\"]",
    ),
];

/// A trial for each.
pub fn trials() -> Vec<Trial> {
    let spoilt = SPOILT.into_iter().map(|(what, case, spoil, complaint)| {
        Trial::test(format!("a wrong stand-in is caught: {what}"), move || {
            is_caught(case, spoil, complaint)
        })
    });
    spoilt
        .chain([Trial::test(
            "no failure tells a whole secret",
            tells_no_secret,
        )])
        .collect()
}

/// Changes the answers to requests whose path holds a word.
fn about(
    request: &Request,
    word: &str,
    mut answer: Answer,
    change: impl FnOnce(&mut Answer),
) -> Answer {
    if request.path.contains(word) {
        change(&mut answer);
    }
    answer
}

fn is_caught(name: &str, spoil: Spoil, complaint: &str) -> Result<(), Failed> {
    let case = cases::all().into_iter().find(|case| case.name == name);
    let case = case.ok_or("there is no such case")?;
    let kind = Kind::Server26_9 { forced: true };
    let (right, sound) = play(case, 0, &Standing::new(kind, ""));
    sound.map_err(|why| format!("the case fails on a sound stand-in: {why}"))?;
    let (wrong, failure) = play(case, 0, &Standing::spoilt(kind, "", spoil));
    if failure.is_ok() {
        return Err("the case itself did not fail".into());
    }
    let told = difference::report(&right, &wrong).ok_or("the comparison saw nothing")?;
    for words in [complaint, "the real server:\n  < ", "the stand-in:\n  < "] {
        if !told.contains(words) {
            return Err(format!("the comparison does not tell {words:?}:\n{told}").into());
        }
    }
    Ok(())
}

/// Tokens, sessions and passwords of a failure are cut short.
fn tells_no_secret() -> Result<(), Failed> {
    let kind = Kind::Server26_9 { forced: true };
    for case in cases::all() {
        if !case.kinds().contains(&kind) {
            continue;
        }
        let standing = Standing::spoilt(kind, "", |_, mut answer| {
            answer.status = 418;
            answer
        });
        let (exchanges, outcome) = play(case, 0, &standing);
        let mut told = outcome.err().unwrap_or_default();
        for exchange in &exchanges {
            told += &exchange.to_string();
        }
        let words = told.split(|one: char| !one.is_ascii_alphanumeric());
        let secret = |word: &&str| {
            let hexadecimal = word.bytes().all(|one| one.is_ascii_hexdigit());
            word.len() >= 40 && hexadecimal || word.len() == 26 && word.contains(char::is_numeric)
        };
        if let Some(word) = words.clone().find(secret) {
            return Err(format!("{} tells {word}", case.name).into());
        }
        if told.contains("ada-password") || told.contains("bo-password") {
            return Err(format!("{} tells a password", case.name).into());
        }
    }
    Ok(())
}
