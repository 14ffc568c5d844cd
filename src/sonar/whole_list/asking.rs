//! Which page is asked for next.

use super::{
    ListProjects, MOST_REQUESTS, REACH, Reach, Request, SIDE_BY_SIDE, Search, Split, WholeList,
};

/// How many known projects tell which queries are worth asking.
const SAMPLE: usize = 600;

impl WholeList {
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
}
