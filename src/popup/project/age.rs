//! How old the token is, and whether that is too old under the owner's policy.

use crate::popup::{Text, Tone};
use crate::renewal::{Age, DAY, Moment};
use crate::rotation::{Owner, Policy};

/// The age of the token in hand, as far as this browser knows it.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenAge {
    age: Option<Age>,
    /// Nothing as long as it has not been recalled: no token is called due then.
    policy: Option<Policy>,
    /// Whose policy has been asked for: the usual one where the owner is not known.
    asked: Option<Option<Owner>>,
}

impl TokenAge {
    pub fn learn(&mut self, age: Age) {
        self.age = Some(age);
    }

    pub fn learn_policy(&mut self, policy: Policy) {
        self.policy = Some(policy);
    }

    /// Whether the token may be due under some policy.
    pub fn may_be_due(&self, now: Moment) -> bool {
        let least = *Policy::EVERY.start();
        self.age.is_some_and(|age| is_older(age, least, now))
    }

    /// Whether an owner's policy is to be asked for: once.
    pub fn wants_policy(&mut self, owner: Option<&Owner>) -> bool {
        let asked = self.asked.as_ref().map(Option::as_ref);
        if asked == Some(owner) {
            return false;
        }
        self.asked = Some(owner.cloned());
        self.policy = None;
        true
    }

    pub fn tone(&self, now: Moment) -> Tone {
        match self.age {
            Some(Age::Changed(_)) => Tone::Warn,
            Some(_) if self.is_due(now) => Tone::Warn,
            Some(Age::Renewed(then)) if now.since(then) < DAY => Tone::Good,
            _ => Tone::Plain,
        }
    }

    pub fn words(&self, now: Moment) -> Option<Text> {
        let due = self.is_due(now);
        Some(match self.age? {
            Age::Renewed(then) if due => Text::new("age_renewed_due").ago(then, now),
            Age::Renewed(then) => Text::new("age_renewed").ago(then, now),
            Age::FirstSeen(then) if due => Text::new("age_first_seen_due").ago(then, now),
            Age::FirstSeen(then) => Text::new("age_first_seen").ago(then, now),
            Age::Changed(_) => Text::new("age_changed"),
        })
    }

    fn is_due(&self, now: Moment) -> bool {
        let (Some(age), Some(policy)) = (self.age, self.policy) else {
            return false;
        };
        is_older(age, policy.every(), now)
    }
}

fn is_older(age: Age, days: u16, now: Moment) -> bool {
    let (Age::Renewed(then) | Age::FirstSeen(then) | Age::Changed(then)) = age;
    now.since(then) >= i64::from(days) * DAY
}
