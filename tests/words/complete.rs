//! No language lacks a message, or has one of its own.

use std::collections::BTreeSet;

use super::files::text;
use super::language::{Words, counting, gaps, stem};

#[test]
fn the_languages_are_those_that_the_readme_and_the_glossary_name() {
    let folders: Vec<_> = Words::all().into_iter().map(|it| it.folder).collect();
    assert_eq!(folders, ["ar", "de", "en", "es", "fr", "ja"]);
    let names = [
        "Arabic", "German", "English", "Spanish", "French", "Japanese",
    ];
    let readme = text("README.md");
    let glossary = text("docs/languages.md");
    for (folder, name) in folders.iter().zip(names) {
        assert!(readme.contains(name), "{name}");
        assert!(glossary.contains(&format!("{name} (`{folder}`)")), "{name}");
    }
}

#[test]
fn every_language_has_every_message_in_each_of_its_plural_forms_and_no_other() {
    let english = Words::english();
    let counting = counting(&english);
    assert!(counting.len() > 20, "found only {counting:?}");
    for words in Words::all() {
        let forms = words.forms();
        let wanted: BTreeSet<_> = english
            .messages
            .keys()
            .filter(|name| !stem(name).is_some_and(|(stem, _)| counting.contains(stem)))
            .cloned()
            .chain(
                counting
                    .iter()
                    .flat_map(|stem| forms.iter().map(move |form| format!("{stem}_{form}"))),
            )
            .collect();
        let has: BTreeSet<_> = words.messages.keys().cloned().collect();
        let missing: Vec<_> = wanted.difference(&has).collect();
        let foreign: Vec<_> = has.difference(&wanted).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", words.folder);
        assert!(foreign.is_empty(), "{} invents {foreign:?}", words.folder);
    }
}

#[test]
fn plural_forms_are_those_of_unicode() {
    let forms = |folder| Vec::from_iter(Words::read(folder).forms());
    assert_eq!(forms("ja"), ["other"]);
    assert_eq!(forms("de"), ["one", "other"]);
    assert_eq!(forms("fr"), ["many", "one", "other"]);
    assert_eq!(forms("ar").len(), 6);
    // French says "0 badge": its first form stands for two numbers.
    assert!(Words::read("fr").single_forms().is_empty());
    let single = Words::read("ar").single_forms();
    assert_eq!(Vec::from_iter(single), ["one", "two", "zero"]);
}

#[test]
fn every_gap_is_in_every_language_and_none_is_invented() {
    let english = Words::english();
    for words in Words::all() {
        let single = words.single_forms();
        for (name, message) in &words.messages {
            let model = english
                .messages
                .get(name)
                .or_else(|| english.messages.get(&format!("{}_other", stem(name)?.0)))
                .unwrap();
            let about = format!("{}: {name}", words.folder);
            let mut wanted = gaps(&model.message);
            // English's form for one may be the only one without the number.
            if let Some((stem, _)) = stem(name) {
                let many = english.messages.get(&format!("{stem}_other"));
                wanted.extend(many.map(|many| gaps(&many.message)).unwrap_or_default());
            }
            let has = gaps(&message.message);
            if stem(name).is_some_and(|(_, form)| single.contains(form)) {
                // "a minute" says the number without a figure.
                wanted.retain(|gap| gap != "count" || has.contains(gap));
            }
            assert_eq!(has, wanted, "{about}");
            let declared: BTreeSet<_> = message.placeholders.keys().cloned().collect();
            assert_eq!(declared, has, "{about}");
            assert_eq!(
                message.message.matches('$').count(),
                2 * gaps_said(message),
                "{about}"
            );
            for (gap, what) in &message.placeholders {
                let model = model.placeholders.get(gap).or_else(|| {
                    let (stem, _) = stem(name)?;
                    english.messages[&format!("{stem}_other")]
                        .placeholders
                        .get(gap)
                });
                assert_eq!(what["content"], model.unwrap()["content"], "{about}");
            }
        }
    }
}

/// How often gaps are said.
fn gaps_said(message: &super::language::Message) -> usize {
    let upper = message.placeholders.keys().map(|gap| gap.to_uppercase());
    upper
        .map(|gap| message.message.matches(&format!("${gap}$")).count())
        .sum()
}

#[test]
fn every_message_tells_translators_what_it_is_and_only_the_english_one() {
    for words in Words::all() {
        for (name, message) in &words.messages {
            let about = format!("{}: {name}", words.folder);
            assert_eq!(
                message.description.is_some(),
                words.folder == "en",
                "{about}"
            );
            let examples = message.placeholders.values();
            assert!(
                examples.clone().all(|it| it["example"].is_string()),
                "{about}"
            );
        }
    }
}
