//! A renewal by one click is in the record, with who was signed in.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use desk::{Desk, PAYMENTS, abandon, finish, subject};
use rebadge::page::OrganizationKey;
use rebadge::record::{Ending, Entry, add_login, read_all, renew_noted, settle_noted};
use rebadge::renewal::{Outcome, is_open};
use stand_in::Profile;

fn acme() -> OrganizationKey {
    OrganizationKey::parse("acme-payments").unwrap()
}

/// One click on Renew, as the popup carries it out, and what the record has of it.
fn click(desk: &Desk) -> Vec<Entry> {
    let order = desk.order(PAYMENTS);
    let (_, entry) = finish(renew_noted(desk, &order, || Some(acme())));
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
fn a_click_after_another_windows_renewal_is_written_down_as_that() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let (first, second) = (desk.order(PAYMENTS), desk.order(PAYMENTS));
    finish(renew_noted(&desk, &first, || Some(acme())));
    desk.pass(1_000);
    finish(renew_noted(&desk, &second, || Some(acme())));
    let entries = finish(read_all(&desk)).unwrap().entries;
    let newest_first: Vec<_> = entries.iter().map(|entry| entry.ending).collect();
    assert_eq!(newest_first, [Ending::RenewedElsewhere, Ending::Renewed]);
    assert_eq!(desk.renewals(PAYMENTS), 1);
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
    let mut work = std::pin::pin!(renew_noted(&desk, &order, || None));
    while desk.posts() == 0 {
        assert!(abandon(work.as_mut(), 1).is_none());
    }
    desk.full.set(true);
    let (outcome, entry) = finish(work);
    assert!(matches!(outcome, Outcome::Renewed(_)), "{outcome:?}");
    assert_eq!(entry, None);
}

/// Whoever settles the renewal of a popup that was closed, the click of another one
/// that knew the same token: both are in the record, each as what it was.
#[test]
fn a_click_that_finds_a_renewal_open_leaves_an_entry_of_each() {
    let mut found = 0;
    for points in 0.. {
        let desk = Desk::new(Profile::CloudFull, "ada");
        let (first, second) = (desk.order(PAYMENTS), desk.order(PAYMENTS));
        if abandon(renew_noted(&desk, &first, || Some(acme())), points).is_some() {
            break;
        }
        let next = subject(PAYMENTS);
        found += u32::from(finish(is_open(&desk, &next)));
        finish(renew_noted(&desk, &second, || Some(acme())));
        if finish(is_open(&desk, &next)) {
            finish(settle_noted(&desk, &next, Some(&acme())));
        }
        let entries = finish(read_all(&desk)).unwrap().entries;
        let of = |ending| entries.iter().filter(|it| it.ending == ending).count();
        assert_eq!(desk.renewals(PAYMENTS), 1, "closed at point {points}");
        assert_eq!(
            of(Ending::Renewed),
            1,
            "closed at point {points}: {entries:?}"
        );
        assert_eq!(of(Ending::Unknown), 0, "closed at point {points}");
    }
    assert!(found > 3, "found open at {found} points only");
}

/// All that the record has after a popup that was closed at that point, and the
/// one that is opened next; nothing where the first was not closed any more.
fn closed_at(desk: &Desk, points: usize) -> Option<Vec<Entry>> {
    let order = desk.order(PAYMENTS);
    if abandon(renew_noted(desk, &order, || Some(acme())), points).is_some() {
        return None;
    }
    let next = subject(PAYMENTS);
    if finish(is_open(desk, &next)) {
        finish(settle_noted(desk, &next, Some(&acme())));
    }
    Some(finish(read_all(desk)).unwrap().entries)
}

#[test]
fn a_renewal_is_in_the_record_once_wherever_its_popup_was_closed() {
    let mut renewed = 0;
    for points in 0.. {
        let desk = Desk::new(Profile::CloudFull, "ada");
        let Some(entries) = closed_at(&desk, points) else {
            break;
        };
        let at = format!("closed at point {points}: {entries:?}");
        if desk.renewals(PAYMENTS) == 0 {
            assert!(
                entries
                    .iter()
                    .all(|entry| entry.ending == Ending::NotRenewed),
                "{at}"
            );
            continue;
        }
        renewed += 1;
        let [entry] = &entries[..] else {
            panic!("one entry: {at}");
        };
        assert_eq!(entry.ending, Ending::Renewed, "{at}");
        assert!(entry.before.is_some() && entry.after.is_some(), "{at}");
        assert_ne!(entry.before, entry.after, "{at}");
        assert!(!finish(is_open(&desk, &subject(PAYMENTS))), "{at}");
    }
    assert!(renewed > 3, "it was renewed at {renewed} points only");
}

#[test]
fn a_refusal_keeps_the_reason_that_its_popup_has_written_down() {
    let mut reasons = Vec::new();
    for points in 0.. {
        let desk = Desk::new(Profile::CloudFull, "bo");
        let Some(entries) = closed_at(&desk, points) else {
            break;
        };
        assert!(entries.len() <= 1, "closed at point {points}: {entries:?}");
        reasons.extend(entries.into_iter().map(|entry| entry.reason));
    }
    reasons.dedup();
    assert_eq!(reasons, [None, Some("no-administer".to_owned())]);
}
