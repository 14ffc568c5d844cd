//! An entry as it stands in an exported record.

use serde::{Deserialize, Serialize};

use super::{Ending, Entry, date};
use crate::page::{OrganizationKey, ProjectKey};
use crate::renewal::Moment;
use crate::token::Fingerprint;

/// The most characters of an instance's URL, of a login (SonarQube Server's
/// source), and of a failure's name, that are taken from elsewhere.
const LONGEST_INSTANCE: usize = 2_000;
const LONGEST_LOGIN: usize = 255;
const LONGEST_REASON: usize = 100;

/// An entry with its times as text. What is not there is left out.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Line {
    at: String,
    instance: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    project: String,
    ending: Ending,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<String>,
}

/// A value as JSON.
fn json<T: Serialize>(value: &T) -> String {
    // Texts, numbers and lists of them can always be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// A JSON document of a format: its name and version, the moment it was made under
/// a name of its own, and a list, an item a line.
pub(crate) fn document<T: Serialize>(
    (format, version): (&str, u64),
    (made, at): (&str, Moment),
    (list, items): (&str, impl Iterator<Item = T>),
) -> String {
    let mut out = format!(
        r#"{{"format":{},"version":{version},{}:{},{}:["#,
        json(&format),
        json(&made),
        json(&date::to_text(at)),
        json(&list),
    );
    for (place, item) in items.enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        out.push_str(&json(&item));
    }
    out.push_str("\n]}\n");
    out
}

impl From<&Entry> for Line {
    fn from(entry: &Entry) -> Self {
        let entry = entry.clone();
        Self {
            at: date::to_text(entry.at),
            instance: entry.instance,
            organization: entry.organization,
            project: entry.project,
            ending: entry.ending,
            reason: entry.reason,
            before: entry.before,
            after: entry.after,
            login: entry.login,
            run: entry.run.map(date::to_text),
        }
    }
}

impl Line {
    /// The entry, unless something in it cannot be of a record of Rebadge's.
    pub(super) fn entry(self) -> Option<Entry> {
        let is_url = ["https://", "http://"].iter().any(|scheme| {
            let host = self.instance.strip_prefix(scheme);
            host.is_some_and(|host| !host.is_empty())
        });
        let is_word = self.instance.chars().all(|c| c.is_ascii_graphic());
        let organization = self.organization.as_deref();
        let sound = is_url
            && is_word
            && !self.instance.ends_with('/')
            && fits(Some(&self.instance), LONGEST_INSTANCE)
            && organization.is_none_or(|key| OrganizationKey::parse(key).is_ok())
            && ProjectKey::parse(&self.project).is_ok()
            && fits(self.reason.as_deref(), LONGEST_REASON)
            && fits(self.login.as_deref(), LONGEST_LOGIN);
        let run = match &self.run {
            Some(run) => Some(moment(run)?),
            None => None,
        };
        let at = moment(&self.at)?;
        sound.then_some(Entry {
            instance: self.instance,
            organization: self.organization,
            project: self.project,
            at,
            ending: self.ending,
            reason: self.reason,
            before: self.before,
            after: self.after,
            login: self.login,
            run,
        })
    }
}

/// A moment since 1970.
fn moment(text: &str) -> Option<Moment> {
    date::of_text(text).filter(|moment| moment.0 >= 0)
}

/// Whether a text that may be there is short, and without control characters.
fn fits(text: Option<&str>, limit: usize) -> bool {
    text.is_none_or(|text| text.chars().nth(limit).is_none() && !text.contains(char::is_control))
}
