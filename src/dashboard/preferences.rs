//! What can be set, as the dashboard shows it.

use super::{Dashboard, Effect};
use crate::badge::{Format, LinkTarget, Style, TokenUse};
use crate::popup::Text;
use crate::rotation::{Fault, Policy, Why, effective};
use crate::settings::{BadRule, Settings};

/// A number that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// The days between two renewals.
    Every,
    /// The days of warning before.
    Warn,
    /// The days for which the record is kept.
    Keep,
}

/// What is set.
#[derive(Debug, Clone, PartialEq)]
pub struct PreferencesView {
    /// The numbers as they count, and whether a company has set them.
    pub numbers: [(Number, u16, bool); 3],
    /// What is wrong with a number that was typed in.
    pub problem: Option<(Number, Text)>,
    /// What is wrong with what a company has set.
    pub faults: Vec<Text>,
    /// Whether the desktop is told.
    pub notify: bool,
    /// How snippets are written down.
    pub format: Format,
    /// Where badges lead.
    pub link: LinkTarget,
    /// What stands for the token.
    pub token: TokenUse,
}

impl Dashboard {
    /// Sets a number that was typed in, or says what is wrong with it.
    pub(super) fn set_number(&mut self, number: Number, typed: &str) -> Vec<Effect> {
        let was = self.policy;
        let locked = effective(self.memory.policy, &self.memory.managed).1;
        if (number == Number::Every && locked.every) || (number == Number::Warn && locked.warn) {
            return Vec::new();
        }
        let Ok(days) = typed.trim().parse::<u16>() else {
            let why = Why::NotWhole;
            self.problem = Some((number, self.explain(number, why)));
            return Vec::new();
        };
        let policy = match number {
            Number::Every => Policy::new(days, was.warn().min(days.saturating_sub(1))),
            Number::Warn => Policy::new(was.every(), days),
            Number::Keep => return self.set_keeping(days),
        };
        match policy {
            Ok(policy) => {
                self.problem = None;
                self.memory.policy = Some(policy);
                self.policy = effective(Some(policy), &self.memory.managed).0;
                self.judge();
                self.status = Some(Text::new("saved"));
                vec![Effect::KeepPolicy(policy)]
            }
            Err(Fault { why, .. }) => {
                self.problem = Some((number, self.explain(number, why)));
                Vec::new()
            }
        }
    }

    fn set_keeping(&mut self, days: u16) -> Vec<Effect> {
        let range = Settings::KEEP_DAYS;
        if !range.contains(&days) {
            let (least, most) = (*range.start(), *range.end());
            let why = Why::OutOfRange { least, most };
            self.problem = Some((Number::Keep, self.explain(Number::Keep, why)));
            return Vec::new();
        }
        self.problem = None;
        self.memory.settings.keep_days = days;
        self.keep_settings()
    }

    /// Has the desktop told of due tokens, or not any more.
    pub(super) fn set_notify(&mut self, notify: bool) -> Vec<Effect> {
        self.memory.settings.notify = notify;
        self.keep_settings()
    }

    pub(super) fn keep_settings(&mut self) -> Vec<Effect> {
        self.status = Some(Text::new("saved"));
        vec![Effect::KeepSettings(self.memory.settings)]
    }

    /// Changes how snippets are written down.
    pub(super) fn set_style(&mut self, change: impl FnOnce(&mut Style)) -> Vec<Effect> {
        change(&mut self.memory.choice.style);
        self.status = Some(Text::new("saved"));
        vec![Effect::KeepChoice(self.memory.choice.clone())]
    }

    fn explain(&self, number: Number, why: Why) -> Text {
        match why {
            Why::OutOfRange { least, most } => {
                Text::new("days_out_of_range").number(least).number(most)
            }
            Why::NoObject | Why::NotWhole => {
                let (least, most) = match number {
                    Number::Every => (*Policy::EVERY.start(), *Policy::EVERY.end()),
                    Number::Warn => (0, self.policy.every() - 1),
                    Number::Keep => (*Settings::KEEP_DAYS.start(), *Settings::KEEP_DAYS.end()),
                };
                Text::new("days_out_of_range").number(least).number(most)
            }
        }
    }

    pub(super) fn preferences_view(&self) -> PreferencesView {
        let locked = effective(self.memory.policy, &self.memory.managed).1;
        let style = &self.memory.choice.style;
        let policy = self.memory.managed.faults().iter();
        let policy = policy.map(|fault| Text::new("managed_fault").with(fault.part));
        let rules = self.memory.rules.faults().iter();
        PreferencesView {
            numbers: [
                (Number::Every, self.policy.every(), locked.every),
                (Number::Warn, self.policy.warn(), locked.warn),
                (Number::Keep, self.memory.settings.keep_days, false),
            ],
            problem: self.problem.clone(),
            faults: policy.chain(rules.map(bad_rule)).collect(),
            notify: self.memory.settings.notify,
            format: style.format,
            link: style.link,
            token: style.token,
        }
    }
}

/// What is wrong with a rule that a company has set.
fn bad_rule(rule: &BadRule) -> Text {
    let text = match rule {
        BadRule::Instance(_) => "managed_instance_fault",
        _ => "managed_fault",
    };
    Text::new(text).with(rule)
}
