//! Records of anything, there and back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use desk::{Desk, finish};
use proptest::prelude::*;
use rebadge::record::{Book, Ending, Entry, date, import, prune, read_all, write};
use rebadge::renewal::Moment;
use rebadge::token::{BadgeToken, Fingerprint, Salt};
use stand_in::Profile;

fn fingerprint() -> impl Strategy<Value = Option<Fingerprint>> {
    let of = |token: String| {
        let token = BadgeToken::try_from(token).unwrap();
        Fingerprint::of(&token, Salt::new([7; 16]))
    };
    prop::option::of("[a-f0-9]{4}".prop_map(of))
}

fn entry() -> impl Strategy<Value = Entry> {
    let place = (
        prop::sample::select(vec![
            "https://sonarcloud.io",
            "https://sonarqube.us",
            "http://intranet:9000/sonar",
        ]),
        prop::option::of("[a-zA-Z_+-][a-z0-9_+-]{0,8}"),
        "[=A-Za-z_.:-]{1,3}".prop_filter_map("a key", |key| (!key.contains('=')).then_some(key)),
    );
    let facts = (
        0..40_i64,
        prop::sample::select(Ending::ALL.to_vec()),
        prop::option::of("[a-z-]{1,9}"),
        prop::option::of("[=+@;,\"' \\-a-zäÖ]{1,9}"),
        prop::option::of(0..1_000_000_000_000_000_i64),
    );
    (place, facts, fingerprint(), fingerprint()).prop_map(|(place, facts, before, after)| {
        let (instance, organization, project) = place;
        let (at, ending, reason, login, run) = facts;
        Entry {
            instance: instance.to_owned(),
            organization,
            project,
            // Few moments, so that some coincide.
            at: Moment(1_795_339_800_000 + at * 43_200_123),
            ending,
            reason,
            before,
            after,
            login,
            run: run.map(|run| Moment(run % 253_402_300_800_000)),
        }
    })
}

fn desk_with(entries: &[Entry]) -> (Desk, Book) {
    let desk = Desk::new(Profile::CloudFull, "ada");
    for entry in entries {
        finish(write(&desk, entry)).unwrap();
    }
    let book = finish(read_all(&desk)).unwrap();
    (desk, book)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_moment_survives_the_way_through_text(at in -62_167_219_200_000..=253_402_300_799_999_i64) {
        prop_assert_eq!(date::of_text(&date::to_text(Moment(at))), Some(Moment(at)));
    }

    #[test]
    fn two_machines_that_exchange_their_records_have_the_same(
        ours in prop::collection::vec(entry(), 0..12),
        theirs in prop::collection::vec(entry(), 0..12),
    ) {
        let (here, mut our_book) = desk_with(&ours);
        let (there, mut their_book) = desk_with(&theirs);
        let names = |book: &Book| book.entries.iter().map(Entry::name).collect::<Vec<_>>();
        let before = our_book.clone();
        let sent = their_book.to_json(Moment(0));
        let imported = finish(import(&here, &mut our_book, &sent)).unwrap();
        prop_assert_eq!(imported.broken, 0);
        prop_assert_eq!(imported.added + imported.known, their_book.entries.len());
        prop_assert_eq!(our_book.entries.len(), before.entries.len() + imported.added);
        prop_assert!(before.entries.iter().all(|entry| our_book.entries.contains(entry)));
        prop_assert_eq!(&finish(read_all(&here)).unwrap(), &our_book);

        finish(import(&there, &mut their_book, &our_book.to_json(Moment(1)))).unwrap();
        prop_assert_eq!(names(&our_book), names(&their_book));
    }

    #[test]
    fn an_export_brings_every_entry_back_as_it_was(entries in prop::collection::vec(entry(), 0..12)) {
        let (_, book) = desk_with(&entries);
        let (desk, mut copy) = desk_with(&[]);
        finish(import(&desk, &mut copy, &book.to_json(Moment(0)))).unwrap();
        prop_assert_eq!(&copy, &book);
    }

    #[test]
    fn the_table_has_a_line_for_each_entry_and_no_formula(entries in prop::collection::vec(entry(), 0..12)) {
        let (_, book) = desk_with(&entries);
        let text = book.to_csv();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let lines: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(lines.len(), book.entries.len());
        for (line, entry) in lines.iter().zip(&book.entries) {
            prop_assert!(line.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
            let same = |cell: &str, text: &str| cell.replace('\'', "") == text.replace('\'', "");
            prop_assert!(same(&line[3], &entry.project));
            prop_assert!(same(&line[8], entry.login.as_deref().unwrap_or_default()));
            prop_assert_eq!(date::of_text(&line[0]), Some(entry.at));
        }
    }

    #[test]
    fn pruning_takes_exactly_what_is_older(
        entries in prop::collection::vec(entry(), 0..12),
        keep in 0..30_u32,
        now in 0..50_i64,
    ) {
        let (desk, mut book) = desk_with(&entries);
        let all = book.entries.clone();
        let now = Moment(1_795_339_800_000 + now * 43_200_123);
        let removed = finish(prune(&desk, &mut book, keep, now));
        prop_assert_eq!(removed + book.entries.len(), all.len());
        for entry in &all {
            let is_old = now.0 - entry.at.0 > i64::from(keep) * 86_400_000;
            prop_assert_eq!(book.entries.contains(entry), !is_old);
        }
        prop_assert_eq!(finish(read_all(&desk)).unwrap(), book);
    }
}
