//! A renewal by one click is in the record, with who was signed in.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use desk::{Desk, PAYMENTS, finish, subject};
use rebadge::page::OrganizationKey;
use rebadge::record::{Ending, Entry, add_login, note_click, read_all, settle_noted};
use stand_in::Profile;

fn acme() -> OrganizationKey {
    OrganizationKey::parse("acme-payments").unwrap()
}

/// One click on Renew, as the popup carries it out, and what the record has of it.
fn click(desk: &Desk) -> Vec<Entry> {
    let order = desk.order(PAYMENTS);
    let outcome = desk.renew(&order);
    let entry = finish(note_click(desk, &order, Some(&acme()), &outcome));
    if let Some(entry) = entry {
        finish(add_login(desk, entry));
    }
    finish(read_all(desk)).unwrap().entries
}

#[test]
fn a_renewal_is_written_down_with_both_fingerprints_and_the_login() {
    let entries = click(&Desk::new(Profile::CloudFull, "ada"));
    let [entry] = &entries[..] else {
        panic!("one entry: {entries:?}");
    };
    assert_eq!(entry.ending, Ending::Renewed);
    assert_eq!(entry.project, PAYMENTS);
    assert_eq!(entry.instance, "https://sonarcloud.io");
    assert_eq!(entry.organization.as_deref(), Some("acme-payments"));
    assert_eq!(entry.login.as_deref(), Some("ada"));
    assert!(entry.before.is_some() && entry.after.is_some());
    assert_ne!(entry.before, entry.after);
    assert_eq!((entry.run, &entry.reason), (None, &None));
}

#[test]
fn a_refusal_is_written_down_with_its_reason() {
    let entries = click(&Desk::new(Profile::CloudFull, "bo"));
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].ending, Ending::NotRenewed);
    assert_eq!(entries[0].reason.as_deref(), Some("no-administer"));
    assert_eq!(entries[0].login.as_deref(), Some("bo"));
}

#[test]
fn who_may_not_read_the_new_token_has_renewed_it_all_the_same() {
    let entries = click(&Desk::new(Profile::CloudFull, "cy"));
    assert_eq!(entries[0].ending, Ending::Renewed);
    assert_eq!(entries[0].reason.as_deref(), Some("no-browse"));
    assert_eq!(entries[0].after, None);
}

#[test]
fn a_store_that_refuses_costs_the_entry_and_nothing_else() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let order = desk.order(PAYMENTS);
    let outcome = desk.renew(&order);
    desk.full.set(true);
    assert_eq!(finish(note_click(&desk, &order, None, &outcome)), None);
}

#[test]
fn what_became_of_a_closed_popups_renewal_is_written_down_by_the_next_one() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let order = desk.order(PAYMENTS);
    // The popup is closed while the answer is under way.
    let mut work = std::pin::pin!(rebadge::renewal::renew(&desk, &order));
    while desk.posts() == 0 {
        assert!(desk::abandon(work.as_mut(), 1).is_none());
    }
    let (settled, _) = finish(settle_noted(&desk, &subject(PAYMENTS), Some(&acme())));
    let entries = finish(read_all(&desk)).unwrap().entries;
    assert_eq!(entries.len(), 1, "{settled:?}");
    assert_eq!(entries[0].ending, Ending::Renewed);
}
