//! What the browser has stored, written by any version, damaged in any way. An
//! input is a line for each record: its name, ` = `, its value as JSON; what is no
//! JSON is a text. What a company has set stands under `managed`.

use std::fmt::Debug;

use rebadge::access::{self, Remembered, Sealed};
use rebadge::badge::Choice;
use rebadge::record::{
    self, Book, Entry, Query, Unopened, date, import, prune, read_all, set_aside,
};
use rebadge::renewal::{Intent, Moment, Record, Store, note, recall};
use rebadge::rotation::{Managed, Owner, Policy, Records, Roster, RunOrder, Told, count_due};
use rebadge::settings::{Rules, Settings};
use rebadge::token::{BadgeToken, Fingerprint, Salt};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use stand_in::{Cloud, Grant, Organization, Person, Profile, Project, Scope, Seed, Visibility};

use crate::desk::{Desk, PAYMENTS, finish, subject};
use crate::owned;

/// As many records as are looked at.
const MOST: usize = 40;

/// What has to hold.
pub fn check(input: &str) {
    let desk = new_desk();
    let records = input.lines().take(MOST).filter_map(|line| {
        let (name, value) = line.split_once(" = ")?;
        let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
        Some((name.to_owned(), value))
    });
    desk.records.borrow_mut().extend(records);
    for value in desk.records.borrow().values() {
        reads_back(value);
    }
    if opens(&desk) {
        unreadable_is_kept(&desk);
        counts(&desk);
        book(&desk);
        renewals(&desk);
        for owner in owners(&desk) {
            owned::check(&desk, &owner);
        }
    }
}

/// Nothing stored, and a host with one project.
fn new_desk() -> Desk {
    let (organization, login) = ("acme-payments", "ada");
    let scope = Scope::Organization(organization.to_owned());
    let project = Project::new(organization, PAYMENTS, "Payments", Visibility::Private);
    let seed = Seed {
        organizations: vec![Organization::new(organization, "Acme")],
        people: vec![Person::new(login, "Ada", &[organization])],
        grants: vec![Grant::new(login, scope, true, true)],
        projects: vec![project],
    };
    Desk::at(Cloud::with_seed(Profile::CloudFull, seed), login)
}

/// The store's clock.
pub fn now(desk: &Desk) -> Moment {
    Moment(desk.now.get())
}

/// A record of that name, if it can be read.
pub fn get<T: DeserializeOwned>(desk: &Desk, name: &str) -> Option<T> {
    finish(desk.get(name)).unwrap()
}

/// What is read is the same once it was written and read again, whatever kind of
/// record it is taken for.
fn reads_back(value: &Value) {
    fn same<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &Value) {
        if let Ok(read) = serde_json::from_value::<T>(value.clone()) {
            let written = serde_json::to_value(&read).unwrap();
            assert_eq!(serde_json::from_value::<T>(written).unwrap(), read);
        }
    }
    same::<Intent>(value);
    same::<Record>(value);
    same::<RunOrder>(value);
    same::<Entry>(value);
    same::<Policy>(value);
    same::<Roster>(value);
    same::<Choice>(value);
    same::<Settings>(value);
    same::<Told>(value);
    same::<Sealed>(value);
    same::<Salt>(value);
    same::<Fingerprint>(value);
}

/// Whether it may be used; where it may not, nothing is changed.
fn opens(desk: &Desk) -> bool {
    let before = desk.records.borrow().clone();
    match finish(record::open(desk, now(desk))) {
        Ok(_) => true,
        Err(Unopened::Newer { version }) => {
            assert!(version > record::VERSION);
            assert_eq!(*desk.records.borrow(), before);
            false
        }
        Err(Unopened::Refused(_)) => panic!("it refuses nothing"),
    }
}

/// What cannot be read is set aside as it is, and nothing else is touched.
fn unreadable_is_kept(desk: &Desk) {
    // Not what was set aside in this very moment: there is no such.
    let this_moment = format!("aside {:015}", now(desk).0);
    let mut records = desk.records.borrow_mut();
    records.retain(|name, _| !name.starts_with(&this_moment));
    drop(records);
    let broken = || {
        [
            finish(record::check::<Intent, _>(desk, "intent")).unwrap(),
            finish(record::check::<Record, _>(desk, "ledger")).unwrap(),
            finish(record::check::<Roster, _>(desk, "roster")).unwrap(),
            finish(record::check::<Policy, _>(desk, "policy")).unwrap(),
            finish(record::check::<Choice, _>(desk, "choice")).unwrap(),
            finish(record::check::<Settings, _>(desk, Settings::NAME)).unwrap(),
            finish(read_all(desk)).unwrap().unreadable,
        ]
        .concat()
    };
    let before = desk.records.borrow().clone();
    let names = broken();
    finish(set_aside(desk, &names, now(desk))).unwrap();
    assert_eq!(broken(), [""; 0]);
    let aside = finish(record::read_aside(desk)).unwrap();
    let after = desk.records.borrow();
    assert_eq!(after.len(), before.len());
    for (name, value) in &before {
        let is_aside = |it: &&record::Aside| it.name == *name && it.at == now(desk);
        let kept = match aside.iter().find(is_aside).filter(|_| names.contains(name)) {
            Some(aside) => after.get(&aside.kept_as()),
            None => after.get(name),
        };
        assert_eq!(kept, Some(value), "{name}");
    }
}

fn counts(desk: &Desk) {
    let records = Records {
        rosters: finish(desk.all(Records::ROSTER)).unwrap(),
        policies: finish(desk.all(Records::POLICY)).unwrap(),
        ledger: finish(desk.all(Records::LEDGER)).unwrap(),
    };
    let managed: Managed = get(desk, "managed").unwrap_or_default();
    let _: Option<Rules> = get(desk, "managed");
    let count = count_due(&records, &managed, now(desk));
    let rosters = records
        .rosters
        .iter()
        .filter_map(|(_, roster)| roster.as_ref());
    assert!(count.due + count.soon <= rosters.map(|roster| roster.entries.len()).sum());
    let told: Told = get(desk, Told::NAME).unwrap_or_default();
    let _ = (
        told.calls_for_word(count.due, now(desk)),
        told.silent(count.due),
    );
}

/// The record for auditors is read, written out, taken in elsewhere, and pruned.
fn book(desk: &Desk) {
    let mut book = finish(read_all(desk)).unwrap();
    assert!(book.entries.is_sorted_by(|one, next| one.at >= next.at));
    assert_eq!(book.search(&Query::default()).len(), book.entries.len());
    assert!(book.to_csv().lines().count() > book.entries.len());

    let elsewhere = new_desk();
    let mut copy = Book::default();
    let file = book.to_json(now(desk));
    let imported = finish(import(&elsewhere, &mut copy, &file)).unwrap();
    assert_eq!(
        imported.added + imported.known + imported.broken,
        book.entries.len()
    );
    assert_eq!(finish(read_all(&elsewhere)).unwrap(), copy);
    // A moment beyond the year 9999 comes back as the last before.
    let lasts = |moment| date::of_text(&date::to_text(moment)) == Some(moment);
    if book
        .entries
        .iter()
        .all(|entry| lasts(entry.at) && entry.run.is_none_or(lasts))
    {
        assert!(
            copy.entries
                .iter()
                .all(|entry| book.entries.contains(entry))
        );
    }

    let settings: Settings = get(desk, Settings::NAME).unwrap_or_default();
    let count = book.entries.len();
    let removed = finish(prune(desk, &mut book, settings.keep_days.into(), now(desk)));
    assert_eq!(finish(read_all(desk)).unwrap(), book);
    assert_eq!(book.entries.len() + removed, count);
}

/// A click settles what is open, and renews, whatever journal and ledger say.
fn renewals(desk: &Desk) {
    let subject = subject(PAYMENTS);
    let _ = finish(recall(desk, &subject));
    desk.settle(PAYMENTS);
    let token = BadgeToken::try_from("a".repeat(40)).unwrap();
    let _ = finish(note(desk, &subject, &token, now(desk)));
    desk.renew(&desk.order(PAYMENTS));
    assert!(desk.posts() <= 1, "one click is one renewal");
    if let Remembered::Sealed(sealed) = finish(access::recall(desk, &subject.instance)).unwrap() {
        assert!(sealed.iterations() >= 100_000);
    }
}

/// Whose records there are.
fn owners(desk: &Desk) -> Vec<Owner> {
    let records = desk.records.borrow();
    let kinds = ["roster", "policy", "rotation"];
    let owners = records
        .keys()
        .flat_map(|name| kinds.map(|kind| Owner::of_name(name, kind)));
    owners.flatten().take(4).collect()
}
