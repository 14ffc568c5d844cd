//! The messages of one language, and which plural forms it has.

use std::collections::{BTreeMap, BTreeSet};

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};
use serde::Deserialize;
use serde_json::Value;

use super::files::{named, text};

/// A message as browsers read it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    pub message: String,
    pub description: Option<String>,
    #[serde(default)]
    pub placeholders: BTreeMap<String, Value>,
}

/// A folder of `_locales`.
#[derive(Debug)]
pub struct Words {
    pub folder: String,
    pub messages: BTreeMap<String, Message>,
}

pub const FORMS: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

impl Words {
    pub fn read(folder: &str) -> Self {
        let json = text(&format!("extension/_locales/{folder}/messages.json"));
        Self {
            folder: folder.to_owned(),
            messages: serde_json::from_str(&json).unwrap(),
        }
    }

    pub fn english() -> Self {
        Self::read("en")
    }

    /// Every language, English too.
    pub fn all() -> Vec<Self> {
        let folders = named("extension/_locales", "");
        folders.iter().map(|folder| Self::read(folder)).collect()
    }

    /// Every language but English.
    pub fn others() -> Vec<Self> {
        let mut all = Self::all();
        all.retain(|locale| locale.folder != "en");
        all
    }

    pub fn says(&self, name: &str) -> &str {
        &self.messages[name].message
    }

    fn rules(&self) -> PluralRules {
        let options = PluralRulesOptions::from(PluralRuleType::Cardinal);
        let language: Locale = self.folder.parse().unwrap();
        PluralRules::try_new(language.into(), options).unwrap()
    }

    /// The plural forms that the language has, by their names.
    pub fn forms(&self) -> BTreeSet<&'static str> {
        let rules = self.rules();
        let has: Vec<_> = rules.categories().collect();
        FORMS
            .into_iter()
            .filter(|(_, category)| has.contains(category))
            .map(|(name, _)| name)
            .collect()
    }

    /// The plural forms that stand for a single number, which need not be said.
    pub fn single_forms(&self) -> BTreeSet<&'static str> {
        let rules = self.rules();
        FORMS
            .into_iter()
            .filter(|(_, category)| {
                let stand = |number: &u32| rules.category_for(*number) == *category;
                (0..1_000).filter(stand).count() == 1
            })
            .map(|(name, _)| name)
            .collect()
    }
}

/// A message's name without its plural form, and that form.
pub fn stem(name: &str) -> Option<(&str, &str)> {
    let (stem, form) = name.rsplit_once('_')?;
    let is_form = FORMS.iter().any(|(known, _)| *known == form);
    is_form.then_some((stem, form))
}

/// The messages that count something, without their forms.
pub fn counting(english: &Words) -> BTreeSet<String> {
    let names = english.messages.keys();
    names
        .filter_map(|name| name.strip_suffix("_other"))
        .map(str::to_owned)
        .collect()
}

/// The gaps of a text: `count` for `$COUNT$`.
pub fn gaps(text: &str) -> BTreeSet<String> {
    let inner = text.split('$').skip(1).step_by(2);
    inner.map(str::to_lowercase).collect()
}
