//! What is in a language is that language, and as careful as the English.

use std::collections::BTreeSet;

use super::language::{Words, gaps};

/// What is the same in English and another language, and in which: names, and
/// words that the languages share.
const SAME: [(&str, &str); 26] = [
    ("extension_name", "ar de es fr ja"),
    ("instance_eu", "ar de es fr ja"),
    ("instance_us", "ar de es fr ja"),
    ("instance_server", "ar de es fr ja"),
    ("format_markdown", "ar de es fr ja"),
    ("format_html", "ar de es fr ja"),
    ("format_rest", "ar de es fr ja"),
    ("format_asciidoc", "ar de es fr ja"),
    ("format_textile", "ar de es fr ja"),
    ("format_org", "ar de es fr ja"),
    ("format_bbcode", "ar de es fr ja"),
    ("format_confluence", "de es fr"),
    ("direction", "de es fr ja"),
    ("badge", "de fr"),
    ("badge_defaults", "de fr"),
    ("several_badges_one", "fr"),
    ("several_badges_other", "fr"),
    ("branch", "de"),
    ("format", "de fr"),
    ("token_in_snippet", "de es"),
    ("region", "de"),
    ("run_progress", "de fr"),
    ("private_projects_other", "de"),
    ("public", "fr"),
    ("actions", "fr"),
    ("what_is_new_version", "de fr"),
];

#[test]
fn nothing_is_left_in_english_but_what_is_the_same_in_both() {
    let english = Words::english();
    let named: BTreeSet<_> = SAME
        .iter()
        .flat_map(|(name, folders)| folders.split(' ').map(move |folder| (*name, folder)))
        .collect();
    let others = Words::others();
    let same: BTreeSet<_> = others
        .iter()
        .flat_map(|words| {
            let names = english.messages.keys();
            names
                .filter(|name| words.messages.contains_key(*name))
                .filter(|name| words.says(name) == english.says(name))
                .map(|name| (name.as_str(), words.folder.as_str()))
        })
        .collect();
    let left: Vec<_> = same.difference(&named).collect();
    let stale: Vec<_> = named.difference(&same).collect();
    assert!(left.is_empty(), "English: {left:?}");
    assert!(stale.is_empty(), "not the same: {stale:?}");
}

/// What is written in Latin letters wherever it is read: names, and keys of a keyboard.
const NAMES: [&str; 38] = [
    "A",
    "AI",
    "AsciiDoc",
    "Administer",
    "BBCode",
    "Browse",
    "CSV",
    "Cloud",
    "Confluence",
    "Ctrl",
    "E",
    "EU",
    "Enter",
    "HTML",
    "JSON",
    "Jira",
    "MB",
    "Markdown",
    "Org",
    "Project",
    "README",
    "Rebadge",
    "Server",
    "Shift",
    "SonarQube",
    "Space",
    "Textile",
    "URL",
    "US",
    "Web",
    "Wiki",
    "found",
    "io",
    "not",
    "reStructuredText",
    "sonarcloud",
    "sonarqube",
    "us",
];

#[test]
fn languages_of_other_letters_have_latin_ones_in_names_only() {
    for folder in ["ar", "ja"] {
        for (name, message) in Words::read(folder).messages {
            if ["language", "direction"].contains(&name.as_str()) {
                continue;
            }
            let mut said = message.message;
            for gap in gaps(&said) {
                said = said.replace(&format!("${}$", gap.to_uppercase()), " ");
            }
            let foreign: Vec<_> = said
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| !word.is_empty() && !NAMES.contains(word))
                .collect();
            assert!(foreign.is_empty(), "{folder}: {name}: {foreign:?}");
        }
    }
}

/// How a text ends, whatever the language's own sign for it.
fn ending(text: &str) -> char {
    match text.chars().last() {
        Some('.' | '。') => '.',
        Some('?' | '？' | '؟') => '?',
        Some('…') => '…',
        _ => ' ',
    }
}

#[test]
fn a_sentence_is_one_in_every_language_and_blanks_stand_where_they_belong() {
    let english = Words::english();
    for words in Words::others() {
        for (name, message) in &words.messages {
            let about = format!("{}: {name}", words.folder);
            let said = &message.message;
            assert!(!said.is_empty() && said.trim() == said, "{about}");
            assert!(!said.contains("  "), "{about}");
            let model = english.messages.get(name);
            if let Some(model) = model {
                assert_eq!(ending(said), ending(&model.message), "{about}");
            }
        }
    }
    for (name, message) in Words::read("fr").messages {
        // French parts these signs from the word by a blank that breaks no line.
        let parted = [" :", " ;", " ?", " !", "« ", " »"];
        assert!(
            parted.iter().all(|it| !message.message.contains(it)),
            "fr: {name}"
        );
    }
}

#[test]
fn every_language_says_its_own_name_and_direction() {
    for words in Words::all() {
        let tag = words.says("language");
        assert_eq!(tag.split('-').next().unwrap(), words.folder);
        let about = words.says("extension_description");
        let is_right_to_left = |c: &char| ('\u{590}'..'\u{900}').contains(c);
        let count = about.chars().filter(is_right_to_left).count();
        let direction = if count > 20 { "rtl" } else { "ltr" };
        assert_eq!(words.says("direction"), direction, "{}", words.folder);
    }
}

#[test]
fn what_stores_show_is_as_short_as_they_want_it() {
    for words in Words::all() {
        let description = words.says("extension_description").chars().count();
        assert!(description <= 132, "{}: {description}", words.folder);
        assert_eq!(words.says("extension_name"), "Rebadge");
    }
}

#[test]
fn text_of_others_is_kept_apart_where_it_would_be_turned_round() {
    let others = ["address", "badge", "key", "login", "part", "status"];
    for (name, message) in Words::read("ar").messages {
        for gap in gaps(&message.message) {
            let is_number = name.ends_with("_trouble") || name == "refused";
            if !others.contains(&gap.as_str()) || is_number {
                continue;
            }
            let apart = format!("\u{2068}${}$\u{2069}", gap.to_uppercase());
            assert!(message.message.contains(&apart), "{name}: {gap}");
        }
    }
}
