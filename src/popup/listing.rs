//! A list to choose from: the projects of an organization, or the person's
//! organizations. It comes in pages, and is narrowed down by typing.

use super::entry::{Entry, Subject};
use super::screen::Trouble;
use super::{
    Action, Effect, Link, ListView, Notice, RowView, ScreenId, ScreenView, Text, TroubleView,
};
use crate::renewal::Moment;
use crate::search::Words;
use crate::sonar::{Failure, ListPage, PAGE_SIZE, REACH};

/// As many rows as are put on the screen; the rest is for the filter to find.
const ROWS: usize = 60;

/// How many pages are asked for side by side.
const ABREAST: usize = 3;

/// From how many characters on the host is asked to search.
const SEARCHABLE: usize = 2;

/// Where such a list stands.
#[derive(Debug)]
pub(super) struct Listing {
    pub id: ScreenId,
    /// What the list is of.
    pub subject: Subject,
    pub filter: String,
    pub status: Option<Text>,
    /// In order.
    entries: Vec<Entry>,
    total: Option<usize>,
    /// The next page to ask for, from 1.
    next: usize,
    /// How many pages are on their way.
    pending: usize,
    trouble: Option<Trouble>,
    /// Why the host could not be searched.
    search_trouble: Option<Trouble>,
}

impl Listing {
    /// A list, and its first page to be asked for.
    pub fn open(id: ScreenId, subject: Subject) -> (Self, Vec<Effect>) {
        let mut list = Self {
            id,
            subject,
            filter: String::new(),
            status: None,
            entries: Vec::new(),
            total: None,
            next: 1,
            pending: 0,
            trouble: None,
            search_trouble: None,
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
            effects.push(self.subject.ask(self.id, self.next, ""));
            self.next += 1;
            self.pending += 1;
        }
        effects
    }

    /// Takes in a page; the list stays in order, without doubles.
    pub fn page_came<T: Into<Entry>>(
        &mut self,
        answer: Result<ListPage<T>, Failure>,
        now: Moment,
    ) -> Vec<Effect> {
        self.pending = self.pending.saturating_sub(1);
        match answer {
            Ok(page) => {
                self.total = Some(page.total);
                if page.total == 0 {
                    // A host may show nobody signed in just what nobody may see.
                    return vec![Effect::ReadCurrentUser(self.id)];
                }
                self.add(page.entries.into_iter().map(Into::into).collect());
                self.ask_on()
            }
            Err(failure) => {
                self.trouble = Some(Trouble::new(failure, now));
                Vec::new()
            }
        }
    }

    /// Takes in whether anybody is signed in, asked since the list is empty.
    pub fn user_came(&mut self, signed_in: bool, now: Moment) {
        if !signed_in {
            self.trouble = Some(Trouble::new(Failure::NotSignedIn, now));
        }
    }

    /// Takes in what the host found beyond the reach of the list.
    pub fn search_came<T: Into<Entry>>(
        &mut self,
        answer: Result<ListPage<T>, Failure>,
        now: Moment,
    ) {
        self.pending = self.pending.saturating_sub(1);
        match answer {
            Ok(page) => {
                self.search_trouble = None;
                self.add(page.entries.into_iter().map(Into::into).collect());
            }
            Err(failure) => self.search_trouble = Some(Trouble::new(failure, now)),
        }
    }

    /// Takes in entries, those that are there already but once.
    fn add(&mut self, entries: Vec<Entry>) {
        self.entries.extend(entries);
        self.entries.sort_by(|a, b| a.rank.cmp(&b.rank));
        self.entries.dedup_by(|a, b| a.rank == b.rank);
    }

    /// Narrows the list down; where it is longer than can be listed, the host
    /// is asked as well.
    pub fn narrow(&mut self, filter: String) -> Vec<Effect> {
        self.filter = filter;
        self.search_trouble = None;
        self.status = Some(Text::new("found").with(self.found().count()));
        let beyond = self.total.is_some_and(|total| total > REACH);
        if !beyond || self.filter.trim().chars().count() < SEARCHABLE {
            return Vec::new();
        }
        self.pending += 1;
        vec![self.subject.ask(self.id, 1, self.filter.trim())]
    }

    fn found(&self) -> impl Iterator<Item = &RowView> {
        let typed = Words::typed(&self.filter);
        let entries = self.entries.iter();
        entries
            .filter(move |entry| typed.are_in(&entry.text))
            .map(|entry| &entry.row)
    }

    /// What Enter in the filter chooses.
    pub fn first(&self) -> Option<Action> {
        self.found().next().map(|row| row.pick.clone())
    }

    /// Whether organization keys are on the screen: that of the projects listed,
    /// or one in each row.
    pub fn shows_keys(&self) -> bool {
        let rows = || self.found().any(|row| row.copy.is_some());
        self.subject.organization().is_some() || rows()
    }

    /// Whether it is there, and nothing more of it is on its way.
    pub fn is_whole(&self) -> bool {
        !self.entries.is_empty() && self.pending == 0
    }

    pub fn view(&self, now: Moment) -> ScreenView {
        let trouble = self.trouble.filter(|_| self.entries.is_empty());
        let words = self.subject.words();
        let found = self.found().count();
        let loading = self.pending > 0;
        ScreenView::List(Box::new(ListView {
            organization: self.subject.organization().map(ToString::to_string),
            heading: Text::new(words.heading),
            placeholder: match self.total {
                Some(total) => Text::new(words.placeholder).with(total),
                None => Text::new("filter"),
            },
            filter: self.filter.clone(),
            loading,
            rows: self.found().take(ROWS).cloned().collect(),
            note: match found {
                0 if loading => None,
                0 if self.entries.is_empty() => Some(Text::new(words.empty)),
                0 => Some(Text::new("nothing_found")),
                _ if found > ROWS => Some(Text::new("more_found").with(found - ROWS)),
                _ => None,
            },
            trouble: trouble.map(|trouble| self.explained(trouble, now)),
        }))
    }

    /// The trouble in words that are about lists.
    fn explained(&self, trouble: Trouble, now: Moment) -> TroubleView {
        let (what, next) = match trouble.failure {
            Failure::NoBrowse => ("no_list", "no_list_next"),
            Failure::NotOffered => ("list_not_offered", "list_not_offered_next"),
            _ => return trouble.view(now),
        };
        TroubleView {
            what: Text::new(what),
            next: Text::new(next),
            about: None,
            links: vec![Link::to("try_again", Action::Reload)],
        }
    }

    /// The seconds that are left to wait for the host.
    pub fn wait(&self, now: Moment) -> u32 {
        Trouble::longest_wait([self.trouble, self.search_trouble], now)
    }

    /// What is missing from the list.
    pub fn notice(&self, now: Moment) -> Option<Notice> {
        if let Some(trouble) = self.trouble.filter(|_| !self.entries.is_empty()) {
            return Some(trouble.notice(Text::new("list_incomplete"), Action::Reload, now));
        }
        if let Some(trouble) = self.search_trouble {
            let again = Action::Filter(self.filter.clone());
            return Some(trouble.notice(Text::new("search_failed"), again, now));
        }
        let total = self.total.filter(|total| *total > REACH)?;
        Some(Notice {
            texts: vec![Text::new("list_too_long").with(REACH).with(total)],
            link: None,
        })
    }
}
