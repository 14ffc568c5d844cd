//! The record for auditors.

use rebadge::dashboard::{Action, Effect, Event, HistoryView, RecordForm, Section};
use rebadge::popup::{Text, Tone};
use rebadge::record::{Book, Ending, ImportError, Imported, LIMIT};
use rebadge::renewal::StoreRefused;
use rebadge::token::{Fingerprint, Salt};

use super::screen::*;

fn with(entries: Vec<rebadge::record::Entry>, aside: usize) -> Screen {
    let (mut screen, _) = Screen::open(cloud());
    screen.act(Action::Show(Section::Record));
    let book = Book {
        entries,
        unreadable: Vec::new(),
    };
    screen.tell(Event::RecordRead(Some((book, aside))));
    screen
}

fn history(screen: &Screen) -> HistoryView {
    screen.view().history.unwrap()
}

#[test]
fn it_is_empty_or_on_its_way() {
    let (mut screen, _) = Screen::open(cloud());
    screen.act(Action::Show(Section::Record));
    let view = history(&screen);
    assert_eq!(name(view.note), Some("record_loading"));
    assert!(!view.may_export);
    assert!(screen.act(Action::ExportRecord(RecordForm::Csv)).is_empty());
    let view = history(&with(Vec::new(), 0));
    assert_eq!(name(view.note), Some("record_empty"));
    assert!(!view.may_export && view.aside.is_empty());
}

#[test]
fn an_entry_says_who_renewed_what_and_how_it_ended() {
    let print = |fill| Fingerprint::of(&token(fill), Salt::new([1; 16]));
    let mut renewed = entry("acme_a", Ending::Renewed, None);
    renewed.before = Some(print('a'));
    renewed.after = Some(print('b'));
    let mut lone = entry("b", Ending::Unknown, None);
    lone.organization = None;
    lone.login = None;
    let entries = history(&with(vec![renewed, lone], 0)).entries;
    let first = &entries[0];
    assert_eq!((first.at, first.project.as_str()), (START, "acme_a"));
    assert_eq!(
        (first.whose.as_str(), first.login.as_str()),
        ("acme", "ada")
    );
    assert_eq!(first.ending, (Text::new("ending_renewed"), Tone::Good));
    let hex = print('a').to_hex();
    assert!(hex.starts_with(&first.fingerprints[0]));
    assert_eq!(first.fingerprints[1].len(), 8);
    let second = &entries[1];
    assert_eq!(second.whose, "https://sonarcloud.io");
    assert_eq!(
        (second.login.as_str(), &second.fingerprints),
        ("", &Default::default())
    );
    assert_eq!(second.ending.1, Tone::Warn);
}

#[test]
fn entries_are_found_by_words_and_by_their_ending() {
    let entries = vec![
        entry("acme_a", Ending::Renewed, None),
        entry("acme_b", Ending::NotRenewed, None),
        entry("acme_ab", Ending::NotRenewed, None),
    ];
    let mut screen = with(entries, 0);
    let mut after = |action| {
        screen.act(action);
        let view = history(&screen);
        let found: Vec<_> = view
            .entries
            .into_iter()
            .map(|entry| entry.project)
            .collect();
        (found.join(" "), view.note, view.ending)
    };
    let (found, note, _) = after(Action::SearchRecord("ACME_a ada".to_owned()));
    assert_eq!(found, "acme_a acme_ab");
    assert_eq!(note, Some(Text::counted("record_entries", 2)));
    let ending = Some(Ending::NotRenewed);
    let (found, _, shown) = after(Action::SearchEnding(ending));
    assert_eq!((found.as_str(), shown), ("acme_ab", ending));
    let (found, note, _) = after(Action::SearchRecord("nobody".to_owned()));
    assert_eq!((found.as_str(), name(note)), ("", Some("nothing_found")));
    after(Action::SearchRecord(String::new()));
    assert_eq!(after(Action::SearchEnding(None)).0, "acme_a acme_b acme_ab");
}

#[test]
fn two_hundred_entries_are_drawn_at_most() {
    let all = |count: usize| {
        let entries = (0..count).map(|n| entry(&format!("p{n}"), Ending::Renewed, None));
        history(&with(entries.collect(), 0))
    };
    let view = all(200);
    assert_eq!(view.entries.len(), 200);
    assert_eq!(view.note, Some(Text::counted("record_entries", 200)));
    let view = all(201);
    assert_eq!(view.entries.len(), 200);
    assert_eq!(
        view.note,
        Some(Text::new("record_more").number(200).number(201))
    );
}

#[test]
fn all_of_it_is_exported_whatever_is_searched_for() {
    let mut screen = with(vec![entry("acme_a", Ending::Renewed, None)], 0);
    screen.act(Action::SearchRecord("nobody".to_owned()));
    assert!(history(&screen).may_export);
    for (form, file, media) in [
        (
            RecordForm::Csv,
            "rebadge-record.csv",
            "text/csv;charset=utf-8",
        ),
        (RecordForm::Json, "rebadge-record.json", "application/json"),
    ] {
        let effects = screen.act(Action::ExportRecord(form));
        let [Effect::Save { name, kind, text }] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!((name.as_str(), *kind), (file, media));
        assert!(text.contains("acme_a"));
    }
}

#[test]
fn what_came_of_an_import_is_said_and_the_record_read_anew() {
    let mut screen = with(Vec::new(), 0);
    let effects = screen.act(Action::Import("{}".to_owned()));
    assert!(matches!(&effects[..], [Effect::Import(text)] if text == "{}"));
    let imported = Imported {
        added: 3,
        known: 2,
        broken: 1,
    };
    let effects = screen.tell(Event::Imported(Ok(imported)));
    assert!(matches!(effects[..], [Effect::ReadRecord]));
    let said = Text::new("record_imported").number(3).number(2).number(1);
    assert_eq!(screen.view().status, Some(said));
}

#[test]
fn why_a_file_is_not_taken_in_is_said() {
    let mut screen = with(Vec::new(), 0);
    let megabytes = LIMIT / (1024 * 1024);
    let cases = [
        (
            ImportError::TooLarge,
            Text::new("import_too_large").number(megabytes),
        ),
        (ImportError::NotJson, Text::new("import_not_json")),
        (ImportError::NotARecord, Text::new("import_not_a_record")),
        (
            ImportError::UnknownVersion { version: 9 },
            Text::new("import_unknown_version").with(9),
        ),
        (
            ImportError::Refused(StoreRefused),
            Text::new("import_refused"),
        ),
    ];
    for (error, said) in cases {
        assert!(screen.tell(Event::Imported(Err(error))).is_empty());
        assert_eq!(screen.alert().texts, [said]);
    }
    screen.act(Action::SearchRecord(String::new()));
    assert_eq!(screen.view().alert, None);
}

#[test]
fn what_was_set_aside_is_counted() {
    let aside = history(&with(Vec::new(), 2)).aside;
    assert_eq!(aside[0], Text::new("record_set_aside").number(2));
    assert_eq!(aside[1].name, "record_set_aside_next");
}

#[test]
fn a_record_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let (mut screen, _) = Screen::open(cloud());
    screen.act(Action::Show(Section::Record));
    screen.tell(Event::RecordRead(None));
    assert_eq!(screen.alert().texts[0].name, "storage_refused");
    assert_eq!(name(history(&screen).note), Some("record_loading"));
}
