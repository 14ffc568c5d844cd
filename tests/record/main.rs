//! The record for auditors: written, found, pruned, exported, imported; and
//! what cannot be read, set aside.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod aside;
mod book;
#[path = "../desk/mod.rs"]
mod desk;
mod export;
#[path = "../floor/mod.rs"]
mod floor;
mod import;
mod version;

use desk::{Desk, finish};
use rebadge::record::{Book, Ending, Entry, read_all, write};
use rebadge::renewal::Moment;
use rebadge::token::{BadgeToken, Fingerprint, Salt};
use serde_json::Value;
use stand_in::Profile;

/// 2026-11-22T09:30:00Z.
const NOW: Moment = Moment(1_795_339_800_000);

fn desk() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

fn fingerprint(token: &str) -> Option<Fingerprint> {
    let token = BadgeToken::try_from(token.to_owned()).unwrap();
    Some(Fingerprint::of(&token, Salt::new(*b"sixteen bytes ok")))
}

fn entry(project: &str, at: i64, ending: Ending) -> Entry {
    Entry {
        instance: "https://sonarcloud.io".into(),
        organization: Some("acme".into()),
        project: project.into(),
        at: Moment(at),
        ending,
        reason: (ending == Ending::NotRenewed).then(|| "xsrf".into()),
        before: fingerprint("old"),
        after: fingerprint("new"),
        login: Some("Ada@github".into()),
        run: Some(Moment(at - 5)),
    }
}

fn renewed(project: &str, at: i64) -> Entry {
    entry(project, at, Ending::Renewed)
}

/// A desk where that was written.
fn with(entries: &[Entry]) -> (Desk, Book) {
    let desk = desk();
    for entry in entries {
        finish(write(&desk, entry)).unwrap();
    }
    let book = finish(read_all(&desk)).unwrap();
    (desk, book)
}

fn projects<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<&'a str> {
    let keys = entries.into_iter().map(|entry| entry.project.as_str());
    keys.collect()
}

fn put(desk: &Desk, name: &str, value: Value) {
    desk.records.borrow_mut().insert(name.into(), value);
}

fn names(desk: &Desk) -> Vec<String> {
    desk.records.borrow().keys().cloned().collect()
}
