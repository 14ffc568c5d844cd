//! The count of what is due, on the icon and on the desktop.

use rebadge::page::{Instance, OrganizationKey, Region};
use rebadge::renewal::{DAY, Moment};
use rebadge::rotation::{Count, Managed, Owner, Records, Roster, Told, count_due};
use serde_json::json;

use super::{NOW, days_ago, key, ledger, managed, policy};

/// An owner's records by their real names.
fn owner(region: Region, organization: &str) -> Owner {
    Owner {
        instance: Instance::Cloud(region),
        organization: Some(OrganizationKey::parse(organization).unwrap()),
    }
}

fn roster(entries: &[(&str, bool)], listed: Moment) -> Roster {
    let listing = entries.iter().map(|(text, needs)| (key(text), *needs));
    Roster::merge(None, listing, true, listed)
}

#[test]
fn due_tokens_of_all_owners_are_counted_under_their_own_policies() {
    let (acme, other) = (owner(Region::Eu, "acme"), owner(Region::Us, "acme"));
    let mut records = Records {
        rosters: vec![
            (
                acme.roster(),
                Some(roster(
                    &[("a", true), ("b", true), ("c", false)],
                    days_ago(60),
                )),
            ),
            (
                other.roster(),
                Some(roster(&[("a", true), ("b", true)], days_ago(25))),
            ),
            (
                "roster https://sonar.example/sonar".to_owned(),
                Some(roster(&[("a", true)], days_ago(56))),
            ),
            (owner(Region::Eu, "broken").roster(), None),
        ],
        policies: vec![(other.policy(), Some(policy(30, 6)))],
        ledger: vec![(
            "ledger https://sonarcloud.io b".to_owned(),
            Some(ledger(NOW, Some(NOW), false)),
        )],
    };
    let count = |records: &Records, managed: &Managed| count_due(records, managed, NOW);
    // acme: a; other: both soon; the server: soon.
    assert_eq!(
        count(&records, &Managed::default()),
        Count { due: 1, soon: 3 }
    );
    let weekly = managed(json!({ "rotation": { "every": 7 } }));
    assert_eq!(count(&records, &weekly), Count { due: 4, soon: 0 });
    // A bad policy, or a bad line of the ledger, counts as none.
    records.policies[0].1 = None;
    records.ledger[0].1 = None;
    assert_eq!(
        count(&records, &Managed::default()),
        Count { due: 2, soon: 1 }
    );
}

#[test]
fn the_icon_has_room_for_four_characters() {
    let mark = |due| Count { due, soon: 5 }.mark();
    assert_eq!([mark(0), mark(1), mark(999)], ["", "1", "999"]);
    assert_eq!([mark(1_000), mark(10_000)], ["999+", "999+"]);
}

/// The desktop's words, one for each count that calls for one.
fn words(counts: &[(i64, usize)]) -> Vec<usize> {
    let mut told = Told::default();
    let mut said = Vec::new();
    for (at, due) in counts {
        let now = Moment(NOW.0 + at);
        told = if told.calls_for_word(*due, now) {
            said.push(*due);
            Told::spoken(*due, now)
        } else {
            told.silent(*due)
        };
    }
    said
}

#[test]
fn the_desktop_is_told_of_more_tokens_only_and_once_a_day() {
    assert_eq!(words(&[(0, 0), (1, 12), (2, 13)]), [12]);
    assert_eq!(words(&[(0, 12), (DAY, 12), (DAY + 1, 13)]), [12, 13]);
    // Told late rather than never.
    assert_eq!(words(&[(0, 12), (1, 14), (DAY, 14)]), [12, 14]);
    // Rotated in between: fewer than ever told are more again.
    assert_eq!(words(&[(0, 12), (1, 0), (60 * DAY, 5)]), [12, 5]);
    // A clock set back silences nobody.
    assert_eq!(words(&[(9_000 * DAY, 1), (0, 2)]), [1, 2]);
}
