//! What answers tell, and what to do where there is none.

use super::{
    Failure, LAST_PAGE, ListProjects, MOST_REQUESTS, REACH, Reach, Request, WholeList, pages_of,
};
use crate::search::searchable;
use crate::sonar::{ListPage, Loss, Project};

/// How often one page is asked for, at most.
const ATTEMPTS: u32 = 4;

/// How long a page that failed rests before it is asked for again, in
/// milliseconds; twice as long each time.
const REST: i64 = 500;

/// How long all rest where a host limits requests and does not say for how long.
const USUAL_WAIT: i64 = 5_000;

/// No wait is longer.
const LONGEST_WAIT: i64 = 300_000;

impl WholeList {
    /// Takes an answer, `now` in milliseconds since 1970, and tells the projects
    /// that were not known before.
    pub fn came(
        &mut self,
        request: &ListProjects,
        answer: Result<ListPage<Project>, Failure>,
        now: i64,
    ) -> Vec<Project> {
        let mut asked = self.under_way.iter();
        let place = asked.position(|one| one.page == request.page && one.query == request.query);
        let Some(request) = place.map(|place| self.under_way.remove(place)) else {
            return Vec::new();
        };
        let fresh = match answer {
            Ok(page) => self.page_came(&request, page),
            Err(failure) => {
                self.page_failed(request, failure, now);
                Vec::new()
            }
        };
        self.read_again();
        fresh
    }

    fn page_came(&mut self, request: &Request, page: ListPage<Project>) -> Vec<Project> {
        if request.query.is_empty() {
            self.plan(request.page, page.total, page.entries.is_empty());
        }
        let known = &mut self.known;
        let mut fresh = page.entries;
        fresh.retain(|project| known.insert(project.key.clone()));
        if self.total.is_some_and(|total| total > REACH) {
            for project in &fresh {
                let text = searchable(&[&project.name, project.key.as_str()]);
                for search in &mut self.searches {
                    search.known += usize::from(text.contains(&search.query));
                }
                self.texts.push(text);
            }
        }
        if !request.query.is_empty() {
            self.plan_query(&request.query, page.total);
        }
        fresh
    }

    /// What a page of the list itself tells of the others.
    fn plan(&mut self, page: usize, total: usize, is_empty: bool) {
        let before = self.total.replace(total);
        self.changed |= before.is_some_and(|before| before != total);
        if page > LAST_PAGE && self.reach == Reach::Unknown {
            self.reach = if is_empty {
                Reach::Limited
            } else {
                Reach::Endless
            };
        }
        let last = match self.reach {
            Reach::Endless => pages_of(total),
            Reach::Limited => pages_of(total).min(LAST_PAGE),
            // One more, to see whether it is given.
            Reach::Unknown => pages_of(total).min(LAST_PAGE + 1),
        };
        // A total may be any number; the rest is planned when these have come.
        let last = last.min(self.planned + MOST_REQUESTS);
        self.searches[0].pages.extend(self.planned + 1..=last);
        self.planned = self.planned.max(last);
    }

    /// What the first page of a query tells of the others: they are read from the
    /// last on, since what is known came from the beginning of the list.
    fn plan_query(&mut self, query: &str, total: usize) {
        let Some(split) = &mut self.split else { return };
        let mut searches = self.searches.iter_mut();
        let Some(search) = searches.find(|search| search.query == query) else {
            return;
        };
        let is_first = search.total.replace(total).is_none();
        if is_first && total == 0 && search.known > 0 {
            split.found_nothing(query.to_owned());
        } else if is_first && total > REACH {
            split.found_too_many(query.to_owned());
        } else if is_first {
            search.pages.extend((2..=pages_of(total)).rev());
        }
        let mut elsewhere = self.again.iter().map(|(_, request)| request);
        let waits = |request: &Request| request.query == query;
        let is_read =
            search.pages.is_empty() && !self.under_way.iter().any(waits) && !elsewhere.any(waits);
        if is_read || !search.lacks() {
            if total <= REACH && (total > 0 || search.known == 0) {
                split.is_known(query.to_owned());
            }
            self.searches.retain(|search| search.query != query);
        }
    }

    fn page_failed(&mut self, mut request: Request, failure: Failure, now: i64) {
        request.attempts += 1;
        let is_probe =
            request.query.is_empty() && request.page > LAST_PAGE && self.reach == Reach::Unknown;
        match failure {
            Failure::NotSignedIn
            | Failure::SessionRefused
            | Failure::Unauthorized
            | Failure::Lost {
                loss: Loss::TabGone | Loss::Navigated | Loss::AccessRevoked,
                ..
            } => {
                self.stopped = true;
                self.give_up(request, failure);
            }
            _ if request.attempts < ATTEMPTS && failure.may_pass() => {
                let mut due = now + (REST << request.attempts.min(8));
                if let Failure::RateLimited { retry_after } = failure {
                    let told = retry_after.map_or(USUAL_WAIT, |seconds| i64::from(seconds) * 1_000);
                    due = now + told.min(LONGEST_WAIT);
                    self.held = self.held.max(due);
                }
                self.again.push((due, request));
            }
            // Refused: that is how far the list goes.
            _ if is_probe => self.reach = Reach::Limited,
            // Some hosts may refuse a query that is too short.
            _ if !request.query.is_empty() && !failure.may_pass() && request.page == 1 => {
                if let Some(split) = &mut self.split {
                    split.found_nothing(request.query.clone());
                }
                self.searches.retain(|search| search.query != request.query);
            }
            _ => {
                if request.query.is_empty() && request.page == 1 && self.total.is_none() {
                    self.stopped = true;
                }
                self.give_up(request, failure);
            }
        }
    }

    fn give_up(&mut self, request: Request, failure: Failure) {
        self.failure = Some(failure);
        self.failed.push(request);
    }

    /// Reads the list once more where it changed meanwhile, or told less than it
    /// counted.
    fn read_again(&mut self) {
        let Some(total) = self.total else { return };
        let is_read = self.under_way.is_empty()
            && self.again.is_empty()
            && self.searches.iter().all(|search| search.pages.is_empty());
        let is_whole = self.known.len() >= total && !self.changed;
        let may = self.rounds == 1 && self.failure.is_none() && self.reach != Reach::Limited;
        if is_read && !is_whole && may {
            self.rounds += 1;
            self.changed = false;
            let last = pages_of(total).min(self.planned);
            self.searches[0].pages.extend(1..=last);
        }
    }
}
