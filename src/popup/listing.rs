//! A list to choose from: the projects of an organization, or the person's
//! organizations. It comes in pages, and is narrowed down by typing.

use super::entry::Entry;
use super::picker::{ROWS, finds};
use super::screen::Trouble;
use super::{Action, Effect, ListView, Notice, ScreenId, ScreenView, Text};
use crate::renewal::Moment;
use crate::sonar::{Failure, PAGE_SIZE, Page, REACH};

/// How many pages are asked for side by side.
const ABREAST: usize = 3;

/// From how many characters on the host is asked to search.
const SEARCHABLE: usize = 2;

/// Where such a list stands.
#[derive(Debug)]
pub(super) struct Listing<T: Entry> {
    pub id: ScreenId,
    /// What the list is of.
    pub of: T::Of,
    pub filter: String,
    pub status: Option<Text>,
    entries: Vec<T>,
    total: Option<usize>,
    /// The next page to ask for, from 1.
    next: usize,
    /// How many pages are on their way.
    pending: usize,
    trouble: Option<Trouble>,
}

impl<T: Entry> Listing<T> {
    /// A list, and its first page to be asked for.
    pub fn open(id: ScreenId, of: T::Of) -> (Self, Vec<Effect>) {
        let mut list = Self {
            id,
            of,
            filter: String::new(),
            status: None,
            entries: Vec::new(),
            total: None,
            next: 1,
            pending: 0,
            trouble: None,
        };
        let effects = list.ask_on();
        (list, effects)
    }

    /// As many pages as there are within reach; one until it is known.
    fn pages(&self) -> usize {
        self.total
            .map_or(1, |total| total.min(REACH).div_ceil(PAGE_SIZE))
    }

    fn ask_on(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        while self.trouble.is_none() && self.next <= self.pages() && self.pending < ABREAST {
            effects.push(T::ask(self.id, &self.of, self.next, ""));
            self.next += 1;
            self.pending += 1;
        }
        effects
    }

    /// Takes in a page; the list stays in order, without doubles.
    pub fn page_came(&mut self, answer: Result<Page<T>, Failure>, now: Moment) -> Vec<Effect> {
        self.pending = self.pending.saturating_sub(1);
        match answer {
            Ok(page) => {
                self.total = Some(page.total);
                self.add(page.entries);
                self.ask_on()
            }
            Err(failure) => {
                let trouble = Trouble::new(failure, now);
                self.trouble = Some(trouble);
                match trouble.wait(now) {
                    0 => Vec::new(),
                    _ => vec![Effect::Countdown],
                }
            }
        }
    }

    /// Takes in what the host found beyond the reach of the list.
    pub fn search_came(&mut self, answer: Result<Page<T>, Failure>) {
        self.pending = self.pending.saturating_sub(1);
        if let Ok(page) = answer {
            self.add(page.entries);
        }
    }

    fn add(&mut self, entries: Vec<T>) {
        self.entries.extend(entries);
        self.entries.sort_by(|a, b| a.key().cmp(b.key()));
        self.entries.dedup_by(|a, b| a.key() == b.key());
        self.entries.sort_by(T::compare);
    }

    /// Narrows the list down; where it is longer than can be listed, the host
    /// is asked as well.
    pub fn narrow(&mut self, filter: String) -> Vec<Effect> {
        self.filter = filter;
        let beyond = self.total.is_some_and(|total| total > REACH);
        if !beyond || self.filter.trim().chars().count() < SEARCHABLE {
            return Vec::new();
        }
        self.pending += 1;
        vec![T::ask(self.id, &self.of, 1, self.filter.trim())]
    }

    fn found(&self) -> impl Iterator<Item = &T> {
        self.entries
            .iter()
            .filter(|entry| finds(&self.filter, entry.name(), entry.key()))
    }

    /// What Enter in the filter chooses.
    pub fn first(&self) -> Option<Action> {
        self.found().next().map(|entry| entry.row().pick)
    }

    pub fn view(&self, now: Moment) -> ScreenView {
        if let Some(trouble) = self.trouble
            && self.entries.is_empty()
        {
            let mut view = trouble.view(now);
            view.about = T::organization(&self.of).map(ToString::to_string);
            return ScreenView::Trouble(view);
        }
        let words = T::words();
        let found = self.found().count();
        let loading = self.pending > 0;
        ScreenView::List(ListView {
            organization: T::organization(&self.of).map(ToString::to_string),
            heading: Text::new(words.heading),
            placeholder: match self.total {
                Some(total) => Text::new(words.placeholder).with(total),
                None => Text::new("filter"),
            },
            filter: self.filter.clone(),
            loading,
            rows: self.found().take(ROWS).map(T::row).collect(),
            note: match found {
                0 if loading => None,
                0 if self.entries.is_empty() => Some(Text::new(words.empty)),
                0 => Some(Text::new("nothing_found")),
                _ if found > ROWS => Some(Text::new("more_found").with(found - ROWS)),
                _ => None,
            },
        })
    }

    /// The seconds that are left to wait for the host.
    pub fn wait(&self, now: Moment) -> u32 {
        self.trouble.map_or(0, |trouble| trouble.wait(now))
    }

    /// What is missing from the list.
    pub fn notice(&self, now: Moment) -> Option<Notice> {
        if let Some(trouble) = self.trouble.filter(|_| !self.entries.is_empty()) {
            let advice = trouble.advice(Action::Reload, now);
            return Some(Notice {
                texts: vec![Text::new("list_incomplete"), advice.what, advice.next],
                link: advice.link,
            });
        }
        let total = self.total.filter(|total| *total > REACH)?;
        Some(Notice {
            texts: vec![Text::new("list_too_long").with(REACH).with(total)],
            link: None,
        })
    }
}
