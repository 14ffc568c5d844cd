//! What is expected, where kinds of SonarQube differ.

use crate::kind::Kind;

/// Why we believe something of a Cloud that nobody can install. The text says
/// where it was seen or read, or what it is inferred from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// On sonarcloud.io itself, or in Sonar's own clients for it.
    Seen(&'static str),
    /// By somebody else.
    UserReport(&'static str),
    /// In Sonar's documentation.
    Documented(&'static str),
    /// By us, from what is known.
    Inferred(&'static str),
}

/// A value that the kinds may have different ones of.
#[derive(Clone, Debug)]
pub struct Expected<T> {
    usual: T,
    on_9_9: Option<T>,
    when_open: Option<T>,
    on_cloud: Option<(T, Evidence)>,
}

/// What Server 26.9 as it comes answers; the others may be told apart.
pub fn usually<T>(value: T) -> Expected<T> {
    Expected {
        usual: value,
        on_9_9: None,
        when_open: None,
        on_cloud: None,
    }
}

impl<T> Expected<T> {
    /// Another value on 9.9.
    pub fn on_9_9(mut self, value: T) -> Self {
        self.on_9_9 = Some(value);
        self
    }

    /// Another value on a 26.9 that does not force anybody to sign in.
    pub fn when_open(mut self, value: T) -> Self {
        self.when_open = Some(value);
        self
    }

    /// Another value on Cloud, and why.
    pub fn on_cloud(mut self, value: T, evidence: Evidence) -> Self {
        self.on_cloud = Some((value, evidence));
        self
    }

    /// The value for this kind, with what it rests on where that is Cloud's own.
    pub fn on(self, kind: Kind) -> (T, Option<Evidence>) {
        let other = match kind {
            Kind::Cloud(_) => match self.on_cloud {
                Some((value, evidence)) => return (value, Some(evidence)),
                None => None,
            },
            Kind::Server9_9 => self.on_9_9,
            Kind::Server26_9 { forced: false } => self.when_open,
            Kind::Server26_9 { forced: true } => None,
        };
        (other.unwrap_or(self.usual), None)
    }
}

impl<T> From<T> for Expected<T> {
    fn from(value: T) -> Self {
        usually(value)
    }
}
