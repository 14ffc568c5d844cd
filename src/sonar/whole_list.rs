//! All projects of an organization or a Server: which pages to ask for, what to
//! do where one fails, and how far it has come. It asks nobody itself.

use std::collections::{BTreeSet, VecDeque};

use super::split::Split;
use super::{Failure, ListPage, ListProjects, Loss, PAGE_SIZE, Project, REACH};
use crate::page::{OrganizationKey, ProjectKey};

/// How many requests are under way side by side, at most.
pub const SIDE_BY_SIDE: usize = 4;

/// How many requests a whole list may take.
pub const MOST_REQUESTS: usize = 400;

/// How often one page is asked for, at most.
const ATTEMPTS: u32 = 4;

/// How long a page that failed rests before it is asked for again, in
/// milliseconds; twice as long each time.
const REST: i64 = 500;

/// How long all rest where a host limits requests and does not say for how long.
const USUAL_WAIT: i64 = 5_000;

/// No wait is longer.
const LONGEST_WAIT: i64 = 300_000;

/// How many known projects tell which queries are worth asking.
const SAMPLE: usize = 600;

/// How far a whole list has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many projects have come.
    pub listed: usize,
    /// How many there are, as the host said last; 0 until the first page came.
    pub total: usize,
    /// Whether nothing more will be asked.
    pub done: bool,
    /// How many have not come: once it is done, how many are missing for good.
    pub missing: usize,
    /// What went wrong last and was not made good; what is missing may have come
    /// to be so without any.
    pub failure: Option<Failure>,
    /// When to ask again, in milliseconds since 1970, where there is something to
    /// wait for rather than an answer.
    pub again: Option<i64>,
}

/// Lists all projects. Call [`next`](Self::next) and send what it answers, each
/// answer goes to [`came`](Self::came), and so on until it is done.
///
/// The first page is asked for alone, since it tells the total. Past [`REACH`]
/// one page is tried: a host that gives it is read to its end (Server's
/// `api/projects/search`, measured on 26.9 and 9.9); for others the list is
/// [split](super::split) by queries until nothing is missing, all have been asked,
/// or [`MOST_REQUESTS`] were sent.
///
/// A list that changed while it was read is read once more.
#[derive(Debug)]
pub struct WholeList {
    organization: Option<OrganizationKey>,
    known: BTreeSet<ProjectKey>,
    /// Names and keys in small letters, kept where the list is too long.
    texts: Vec<String>,
    total: Option<usize>,
    /// The list itself first, then its queries.
    searches: Vec<Search>,
    split: Option<Split>,
    reach: Reach,
    again: Vec<(i64, Request)>,
    failed: Vec<Request>,
    under_way: Vec<Request>,
    sent: usize,
    /// Nothing is asked before this moment.
    held: i64,
    /// The last page of the list itself that was put on its way.
    planned: usize,
    changed: bool,
    rounds: u32,
    stopped: bool,
    failure: Option<Failure>,
}

/// Whether the host gives pages past [`REACH`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Not known, or not needed.
    Unknown,
    /// It does.
    Endless,
    /// It does not.
    Limited,
}

/// The pages of one query; the empty one is the list itself.
#[derive(Debug)]
struct Search {
    query: String,
    total: Option<usize>,
    /// How many of what it finds are known.
    known: usize,
    pages: VecDeque<usize>,
}

/// A page, and how often it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Request {
    query: String,
    page: usize,
    attempts: u32,
}

impl Search {
    fn new(query: String, known: usize) -> Self {
        Self {
            query,
            total: None,
            known,
            pages: VecDeque::from([1]),
        }
    }

    /// Whether it can still find something new.
    fn lacks(&self) -> bool {
        self.total.is_none_or(|total| self.known < total)
    }
}

const LAST_PAGE: usize = REACH / PAGE_SIZE;

fn pages_of(total: usize) -> usize {
    total.div_ceil(PAGE_SIZE).max(1)
}

impl WholeList {
    /// Of an organization, or of a whole Server.
    #[must_use]
    pub fn new(organization: Option<OrganizationKey>) -> Self {
        Self {
            organization,
            known: BTreeSet::new(),
            texts: Vec::new(),
            total: None,
            searches: vec![Search::new(String::new(), 0)],
            split: None,
            reach: Reach::Unknown,
            again: Vec::new(),
            failed: Vec::new(),
            under_way: Vec::new(),
            sent: 0,
            held: 0,
            planned: 1,
            changed: false,
            rounds: 1,
            stopped: false,
            failure: None,
        }
    }

    /// The requests to send now, `now` in milliseconds since 1970: none where
    /// answers are to be waited for, a moment, or nothing.
    pub fn next(&mut self, now: i64) -> Vec<ListProjects> {
        let mut requests = Vec::new();
        while self.may_send(now) {
            let Some(request) = self.pick(now) else {
                break;
            };
            requests.push(ListProjects {
                organization: self.organization.clone(),
                page: request.page,
                query: request.query.clone(),
            });
            self.sent += 1;
            self.under_way.push(request);
        }
        requests
    }

    fn may_send(&self, now: i64) -> bool {
        !self.stopped
            && now >= self.held
            && self.sent < MOST_REQUESTS
            && self.under_way.len() < SIDE_BY_SIDE
    }

    fn pick(&mut self, now: i64) -> Option<Request> {
        if let Some(place) = self.again.iter().position(|(due, _)| *due <= now) {
            return Some(self.again.remove(place).1);
        }
        if let Some(request) = self.waiting_page() {
            return Some(request);
        }
        self.begin_query()?;
        self.waiting_page()
    }

    fn waiting_page(&mut self) -> Option<Request> {
        // The list itself is read to its end, whatever is known by then.
        let mut searches = self.searches.iter_mut();
        let search = searches.find(|search| {
            !search.pages.is_empty() && (search.query.is_empty() || search.lacks())
        })?;
        Some(Request {
            query: search.query.clone(),
            page: search.pages.pop_front()?,
            attempts: 0,
        })
    }

    /// Begins with another query, if the list has to be split and is read as far
    /// as it can be.
    fn begin_query(&mut self) -> Option<()> {
        let waits = |request: &Request| request.query.is_empty();
        let listing = self.under_way.iter().any(waits)
            || self.again.iter().any(|(_, request)| waits(request));
        let total = self.total?;
        if self.reach != Reach::Limited || listing || self.known.len() >= total {
            return None;
        }
        let step = self.texts.len().div_ceil(SAMPLE).max(1);
        let sample: Vec<&str> = self
            .texts
            .iter()
            .step_by(step)
            .map(String::as_str)
            .collect();
        let split = self.split.get_or_insert_with(|| Split::new(&sample));
        let query = split.next(REACH * 1_000 / total, &sample)?;
        let known = self.texts.iter().filter(|text| text.contains(&query));
        let known = known.count();
        self.searches.push(Search::new(query, known));
        Some(())
    }

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
                let text = format!("{}\n{}", project.name, project.key).to_lowercase();
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
                loss: Loss::TabGone | Loss::Navigated,
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

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let total = self.total.unwrap_or(0);
        let missing = total.saturating_sub(self.known.len());
        let resting = self.again.iter().map(|(due, _)| *due).min();
        let done = self.under_way.is_empty() && !self.may_go_on(missing);
        let waits = self.under_way.is_empty() && !done;
        Progress {
            listed: self.known.len(),
            total,
            done,
            missing,
            failure: self.failure,
            again: waits.then(|| self.held.max(resting.unwrap_or(0))),
        }
    }

    fn may_go_on(&self, missing: usize) -> bool {
        if self.stopped || self.sent >= MOST_REQUESTS {
            return false;
        }
        let pages = self
            .searches
            .iter()
            .any(|search| !search.pages.is_empty() && (search.query.is_empty() || search.lacks()));
        let split = self.reach == Reach::Limited
            && missing > 0
            && self.split.as_ref().is_none_or(|split| !split.is_over());
        pages || split || !self.again.is_empty()
    }

    /// Goes on after a failure, where the person wants to: what failed is asked
    /// for again, as often as before.
    pub fn retry(&mut self) {
        self.stopped = false;
        self.failure = None;
        self.sent = 0;
        for mut request in std::mem::take(&mut self.failed) {
            request.attempts = 0;
            self.again.push((0, request));
        }
    }
}
