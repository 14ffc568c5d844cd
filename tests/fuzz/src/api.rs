//! What the web API answers. An input is a line with the status and the value
//! of `Retry-After`, then the body.

use rebadge::access::retry_after;
use rebadge::page::{OrganizationKey, ProjectKey, PullRequestKey};
use rebadge::renewal::Moment;
use rebadge::sonar::{
    Failure, FindTarget, ListAdministered, ListBranches, ListOrganizations, ListPage, ListProjects,
    ListServices, MOST_REQUESTS, Operation, Project, ReadBadgeToken, ReadComponent,
    ReadCurrentUser, ReadSystemStatus, RenewBadgeToken, Reply, Request, ShowComponent, Transport,
    WholeList, ask, list_projects, read, read_badge_token,
};

use crate::desk::{Json, content, finish};

const NOW: Moment = Moment(1_764_000_000_000);

/// A host that answers the same to everything.
struct Host<'a> {
    status: u16,
    retry_after: Option<u32>,
    body: &'a str,
}

impl Transport for Host<'_> {
    type Body = Json;

    async fn send(&self, request: &Request) -> Result<Reply<Json>, Failure> {
        assert!(request.path.starts_with("/api/") && request.path.is_ascii());
        Ok(Reply {
            status: self.status,
            retry_after: self.retry_after,
            content: content(self.body),
        })
    }
}

impl Host<'_> {
    /// An answer, or a failure that goes with the status.
    fn asked<O: Operation>(&self, operation: &O) -> Option<O::Answer> {
        let answer = finish(ask(self, operation));
        let is_good = (200..300).contains(&self.status);
        match &answer {
            Ok(_) | Err(Failure::Unreadable | Failure::Html) if is_good => {}
            Ok(_) => panic!("{} is no success", self.status),
            Err(failure) => self.goes_with(*failure),
        }
        // Asking who is signed in must not turn a refusal into an answer.
        assert_eq!(finish(read(self, operation)).is_ok(), answer.is_ok());
        answer.ok()
    }

    fn goes_with(&self, failure: Failure) {
        let fits = match self.status {
            200..300 => false,
            401 => failure == Failure::Unauthorized,
            429 => {
                failure
                    == Failure::RateLimited {
                        retry_after: self.retry_after,
                    }
            }
            500.. => {
                failure
                    == Failure::Server {
                        status: self.status,
                    }
            }
            _ => !matches!(
                failure,
                Failure::RateLimited { .. } | Failure::Server { .. }
            ),
        };
        assert!(fits, "{} is no {failure:?}", self.status);
    }
}

/// A date by its milliseconds, as far as a browser's dates go.
fn date(text: &str) -> Option<Moment> {
    let milliseconds: i64 = text.parse().ok()?;
    (milliseconds.unsigned_abs() <= 8_640_000_000_000_000).then_some(Moment(milliseconds))
}

/// What has to hold.
pub fn check(input: &str) {
    let (head, body) = input.split_once('\n').unwrap_or((input, ""));
    let (status, wait) = head.split_once(' ').unwrap_or((head, ""));
    let host = Host {
        status: status.parse().unwrap_or(200),
        retry_after: retry_after(wait, NOW, date),
        body,
    };
    let project = || ProjectKey::parse("acme:payments").unwrap();
    if let Some(token) = host.asked(&ReadBadgeToken(project())) {
        assert!(token.expose().bytes().all(|byte| byte.is_ascii_graphic()));
        assert_eq!(format!("{token:?}"), "BadgeToken([redacted])");
    }
    host.asked(&RenewBadgeToken(project()));
    host.asked(&ReadComponent(project()));
    host.asked(&ShowComponent(project()));
    host.asked(&ReadCurrentUser);
    host.asked(&ReadSystemStatus);
    host.asked(&ListServices);
    if let Some(branches) = host.asked(&ListBranches(project())) {
        assert!(branches.is_sorted_by_key(|branch| !branch.is_main));
    }
    host.asked(&FindTarget {
        project: project(),
        pull_request: PullRequestKey::parse("7").unwrap(),
    });
    counts(host.asked(&ListOrganizations(1)));
    counts(host.asked(&ListAdministered(1)));
    let list = ListProjects {
        organization: OrganizationKey::parse("acme").ok(),
        page: 1,
        query: String::new(),
    };
    counts(host.asked(&list));
    let _ = finish(list_projects(&host, &list));
    let _ = finish(read_badge_token(&host, &project()));
    list_ends(&list, finish(ask(&host, &list)));
}

/// A list has at least as many entries as came.
fn counts<T>(page: Option<ListPage<T>>) {
    assert!(page.is_none_or(|page| page.total >= page.entries.len()));
}

/// A whole list ends, whatever its host says again and again.
fn list_ends(request: &ListProjects, answer: Result<ListPage<Project>, Failure>) {
    let mut now = NOW.0;
    let mut list = WholeList::new(request.organization.clone());
    // Each is a request, or a wait between two.
    for _ in 0..2 * MOST_REQUESTS {
        let requests = list.next(now);
        let progress = list.progress();
        if progress.done {
            assert!(progress.listed <= progress.total);
            return;
        }
        if requests.is_empty() {
            now = progress.again.expect("it waits for something");
        }
        for request in requests {
            list.came(&request, answer.clone(), now);
        }
    }
    panic!("the list does not end");
}
