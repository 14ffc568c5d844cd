//! Order and filter.

use rebadge::dashboard::{Action, Chip, Column, Effect, Event, Memory, Window};
use rebadge::sonar::Project;

use super::screen::*;

/// Fresh, soon and due, public, renewed or not, analysed or not.
fn mixed() -> Screen {
    let analysed = |project: Project, day: &str| Project {
        analysed: Some(format!("2026-{day}T00:00:00+0000")),
        ..project
    };
    let unknown = Project {
        visibility: None,
        ..private("e")
    };
    let projects = [
        private("a"),
        analysed(private("b"), "01-02"),
        analysed(private("c"), "03-04"),
        public("d"),
        unknown,
        private("f"),
    ];
    let memory = ledger([
        renewed("a", 1),
        seen("b", 61),
        renewed("c", 55),
        // It needs no token, so it has no age.
        seen("d", 300),
        seen("e", 20),
        renewed("f", 200),
    ]);
    Screen::of_cloud(memory, &projects)
}

fn sorted_by(screen: &mut Screen, column: Column) -> String {
    screen.act(Action::SortBy(column));
    assert_eq!(screen.view().table.sort.column, column);
    screen.keys().concat()
}

#[test]
fn what_is_due_comes_first_then_what_will_be_soon() {
    assert_eq!(mixed().keys().concat(), "fbcead");
}

#[test]
fn every_column_sorts_and_back() {
    let orders = [
        (Column::Name, "abcdef"),
        (Column::Visibility, "abcfde"),
        (Column::Analysis, "cbadef"),
        (Column::Age, "fbcead"),
        (Column::Renewal, "acfbde"),
        (Column::Standing, "fbcead"),
    ];
    let mut screen = mixed();
    for (column, order) in orders {
        assert_eq!(sorted_by(&mut screen, column), order, "{column:?}");
        assert!(!screen.view().table.sort.reversed);
        let back: String = order.chars().rev().collect();
        assert_eq!(sorted_by(&mut screen, column), back, "{column:?} back");
        assert!(screen.view().table.sort.reversed);
        assert_eq!(sorted_by(&mut screen, column), order, "{column:?} again");
    }
}

#[test]
fn names_decide_between_equals_then_keys() {
    let named = |key: &str, name: &str| Project {
        name: name.to_owned(),
        ..private(key)
    };
    let projects = [named("z", "same"), named("a", "Same"), named("m", "Early")];
    let mut screen = Screen::of_cloud(Memory::default(), &projects);
    assert_eq!(sorted_by(&mut screen, Column::Name), "maz");
}

#[test]
fn every_word_is_part_of_name_or_key_in_any_letter_case_and_order() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("Pay"), private("web")]);
    for (typed, found) in [
        ("pAy", "Pay"),
        ("  the PAY ", "Pay"),
        ("acme_w", "web"),
        ("THE", "Payweb"),
        ("", "Payweb"),
        ("pay acme", "Pay"),
        ("web pay", ""),
        // No word goes over the break between the two.
        ("payacme", ""),
        ("xyz", ""),
    ] {
        // Wherever the list was scrolled to, it begins at its top again.
        screen.tell(Event::Scrolled(Window {
            top: 52,
            height: 520,
        }));
        let effects = screen.act(Action::Filter(typed.to_owned()));
        assert!(matches!(effects[..], [Effect::Scroll(0)]));
        assert_eq!(screen.keys().concat(), found, "{typed:?}");
    }
}

#[test]
fn letters_of_other_scripts_are_found_wherever_they_stand() {
    let greek = Project {
        name: "ΣΟΦΟΣΑ".to_owned(),
        ..private("greek")
    };
    let mut screen = Screen::of_cloud(Memory::default(), &[greek]);
    for typed in ["ΣΟΦΟΣ", "σοφοσ", "ΟΣΑ"] {
        screen.act(Action::Filter(typed.to_owned()));
        assert_eq!(screen.keys(), ["greek"], "{typed}");
    }
}

#[test]
fn switches_narrow_the_list_each_and_together() {
    let mut screen = mixed();
    screen.act(Action::Toggle(Chip::NotMine));
    assert_eq!(screen.keys(), [""; 0], "nothing is known yet");
    screen.act(Action::Toggle(Chip::NotMine));
    screen.administers(&["acme_a", "acme_b", "acme_e"]);
    let mut after = |chip| {
        screen.act(Action::Toggle(chip));
        (screen.keys().concat(), screen.view().table.chips)
    };
    assert_eq!(after(Chip::Private), ("fbca".into(), [true, false, false]));
    assert_eq!(after(Chip::Due), ("fbc".into(), [true, true, false]));
    assert_eq!(after(Chip::NotMine), ("fc".into(), [true, true, true]));
    assert_eq!(after(Chip::Due), ("fc".into(), [true, false, true]));
    assert_eq!(after(Chip::Private), ("fcd".into(), [false, false, true]));
    assert_eq!(after(Chip::NotMine), ("fbcead".into(), [false; 3]));
}

#[test]
fn the_summary_counts_all_projects_whatever_is_shown() {
    let mut screen = mixed();
    let before = screen.view().summary;
    let names: Vec<_> = before
        .iter()
        .map(|(text, _)| (text.name, text.count))
        .collect();
    assert_eq!(
        names,
        [
            ("projects", Some(6)),
            ("private_projects", Some(4)),
            ("old_tokens", Some(2))
        ]
    );
    screen.act(Action::Filter("nothing".to_owned()));
    assert_eq!(screen.view().summary, before);
    assert!(screen.view().rotate_due.enabled);
}

#[test]
fn only_public_projects_are_known_to_be_public() {
    let screen = mixed();
    let word = |name: &str| screen.row(name).visibility.map(|text| text.name);
    assert_eq!(word("a"), Some("private"));
    assert_eq!(word("d"), Some("public"));
    assert_eq!(word("e"), None);
}
