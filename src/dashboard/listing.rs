//! How far the list of projects has come.

use std::collections::HashSet;

use super::{Dashboard, Effect, Row};
use crate::badge::{Picture, PictureProblem};
use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::rotation::{Owner, Roster, standing};
use crate::sonar::{
    Failure, ListPage, ListProjects, MOST_ADMINISTERED, PAGE_SIZE, Project, Visibility, WholeList,
};

/// The list as it comes in, page by page.
#[derive(Debug)]
pub(super) struct Listing {
    pub whole: WholeList,
    administered: HashSet<ProjectKey>,
    /// Whether all projects are known that the person administers.
    all_administered: bool,
    /// Whether it was answered who is signed in, and whether nobody is.
    pub user_came: bool,
    pub nobody: bool,
    /// Whether what was listed is written down.
    pub kept: bool,
    /// Whether it will be woken.
    waking: bool,
}

impl Listing {
    /// Begins a list, and says what to ask first.
    pub fn begin(owner: &Owner, now: Moment) -> (Self, Vec<Effect>) {
        let mut whole = WholeList::new(owner.organization.clone());
        let mut effects: Vec<_> = whole.next(now.0).into_iter().map(Effect::List).collect();
        effects.push(Effect::ListAdministered(1));
        let listing = Self {
            whole,
            administered: HashSet::new(),
            all_administered: false,
            user_came: false,
            nobody: false,
            kept: false,
            waking: false,
        };
        (listing, effects)
    }

    fn may_administer(&self, project: &ProjectKey) -> Option<bool> {
        match self.administered.contains(project) {
            true => Some(true),
            false if self.all_administered => Some(false),
            false => None,
        }
    }
}

impl Dashboard {
    /// Takes in a page of the list.
    pub(super) fn listed(
        &mut self,
        request: &ListProjects,
        answer: Result<ListPage<Project>, Failure>,
    ) -> Vec<Effect> {
        let now = self.now;
        let projects = self.listing.whole.came(request, answer, now.0);
        let public = projects
            .iter()
            .find(|project| project.visibility == Some(Visibility::Public))
            .map(|project| project.key.clone());
        let known = self.table.rows().len();
        self.table.add(projects, now);
        self.judge_from(known);
        let mut effects = self.list_on();
        // Whether a host shows public badges to everybody, a picture tells.
        if let Some(project) = public
            && !std::mem::replace(&mut self.looked_at_public, true)
        {
            effects.push(Effect::LookAtPublic(project));
        }
        effects.extend(self.keep_roster());
        effects
    }

    /// Asks for what comes next of the list, or waits as long as the host wants.
    pub(super) fn list_on(&mut self) -> Vec<Effect> {
        let now = self.now.0;
        let listing = &mut self.listing;
        let requests = listing.whole.next(now);
        let mut effects: Vec<_> = requests.into_iter().map(Effect::List).collect();
        if let Some(at) = listing.whole.progress().again
            && !std::mem::replace(&mut listing.waking, true)
        {
            let wait = u32::try_from((at - now).max(0)).unwrap_or(u32::MAX);
            effects.push(Effect::WakeList(wait));
        }
        effects
    }

    /// The time that the list had to wait is over.
    pub(super) fn list_woke(&mut self) -> Vec<Effect> {
        self.listing.waking = false;
        self.list_on()
    }

    /// Asks again for what of the list went wrong.
    pub(super) fn list_again(&mut self) -> Vec<Effect> {
        // What nobody in particular may see is not the list of who has signed in.
        if self.listing.nobody {
            return self.reload();
        }
        self.listing.whole.retry();
        let mut effects = self.list_on();
        effects.push(Effect::ReadCurrentUser);
        if self.login.is_none() {
            effects.push(Effect::ListAdministered(1));
        }
        effects
    }

    /// Takes in a page of what the person administers.
    pub(super) fn administered(
        &mut self,
        page: usize,
        answer: Result<ListPage<ProjectKey>, Failure>,
    ) -> Vec<Effect> {
        // Where it cannot be known, a renewal finds out.
        let Ok(ListPage { entries, total }) = answer else {
            return Vec::new();
        };
        let listing = &mut self.listing;
        let is_last = entries.len() < PAGE_SIZE;
        listing.administered.extend(entries);
        let have = listing.administered.len();
        listing.all_administered = have >= total && total < MOST_ADMINISTERED;
        let more = have < total && !is_last;
        self.judge();
        more.then(|| Effect::ListAdministered(page + 1))
            .into_iter()
            .collect()
    }

    /// Says of every project how it stands, and puts them in order.
    pub(super) fn judge(&mut self) {
        self.judge_from(0);
    }

    /// The same where the first so many have been judged already.
    fn judge_from(&mut self, first: usize) {
        let Self {
            ages,
            listing,
            policy,
            public_needs_token,
            memory,
            now,
            table,
            ..
        } = self;
        // As long as no picture has told, it is as it was the last time.
        let before = |key: &ProjectKey| {
            let roster = memory.roster.as_ref();
            roster.is_some_and(|roster| roster.needs_token(key))
        };
        table.change(first, |row: &mut Row| {
            row.known = ages.of_project(&row.key, *now);
            row.may_administer = listing.may_administer(&row.key);
            row.needs_token = row.visibility != Some(Visibility::Public)
                || public_needs_token.unwrap_or_else(|| before(&row.key));
            row.standing = standing(*policy, row.needs_token, row.known, *now);
        });
    }

    /// Takes in what a public project's badge shows without a token: whether those
    /// need one, too. Where they do, what was written down before says otherwise.
    /// A picture that did not come tells nothing.
    pub(super) fn public_came(
        &mut self,
        picture: &Result<Picture, PictureProblem>,
    ) -> Option<Effect> {
        let needed = match picture {
            Err(PictureProblem::Unreachable) => {
                self.looked_at_public = false;
                return None;
            }
            Err(PictureProblem::NotFound) => true,
            _ => false,
        };
        self.public_needs_token = Some(needed);
        let differs =
            |row: &Row| row.visibility == Some(Visibility::Public) && row.needs_token != needed;
        self.listing.kept &= !self.table.rows().iter().any(differs);
        self.judge();
        self.keep_roster()
    }

    /// Writes down what was listed, once all is there, the storage has said
    /// since when it knows the projects, and it is known who is signed in. A
    /// roster that could not be read lies aside by then.
    pub(super) fn keep_roster(&mut self) -> Option<Effect> {
        let progress = self.listing.whole.progress();
        let told = self.recalled && self.checked && self.listing.user_came;
        let failed = progress.failure.is_some() && progress.listed == 0;
        let ready = progress.done && told && !failed && !self.storage_refused;
        if !ready || std::mem::replace(&mut self.listing.kept, true) {
            return None;
        }
        let rows = self.table.rows().iter();
        let listed = rows.map(|row| (row.key.clone(), row.needs_token));
        // Who is not signed in sees public projects alone: the others are not gone.
        let complete = progress.missing == 0 && self.login.is_some();
        let before = self.memory.roster.take();
        let roster = Roster::merge(before, listed, complete, self.now);
        self.memory.roster = Some(roster.clone());
        Some(Effect::KeepRoster(roster))
    }
}
