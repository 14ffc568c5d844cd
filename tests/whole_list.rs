//! Whole organizations listed, with everything that can go wrong on the way.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use std::collections::BTreeSet;

use desk::{Desk, finish};
use proptest::prelude::*;
use rebadge::page::OrganizationKey;
use rebadge::sonar::{
    Failure, ListPage, ListProjects, MOST_REQUESTS, Progress, Project, ProjectLister, REACH,
    SIDE_BY_SIDE, WholeList, split,
};
use stand_in::{Cloud, Crowd, Fault, FaultKind, Organization, Person, Profile, RetryAfter, Seed};

const BIG: &str = "big-corp";
const SEARCH: &str = "/api/projects/search";

/// Somebody at a host with nothing on it but an organization of so many.
fn desk(profile: Profile, count: u32) -> Desk {
    let seed = Seed {
        organizations: vec![Organization::new("initech", "Initech")],
        people: vec![Person::new("ada", "Ada", &[]).system_administrator()],
        ..Seed::default()
    };
    let mut cloud = Cloud::with_seed(profile, seed);
    cloud.add_crowd(&Crowd::new(BIG, count));
    Desk::at(cloud, "ada")
}

/// The first page of it.
fn first() -> ListProjects {
    ListProjects {
        organization: OrganizationKey::parse(BIG).ok(),
        page: 1,
        query: String::new(),
    }
}

/// A list on its way, and what came of it.
struct Listing {
    desk: Desk,
    list: WholeList,
    lister: ProjectLister,
    keys: BTreeSet<String>,
    asked: Vec<ListProjects>,
    under_way: Vec<ListProjects>,
    widest: usize,
}

impl Listing {
    fn new(desk: Desk) -> Self {
        let is_cloud = desk.cloud.borrow().profile().is_cloud();
        let organization = OrganizationKey::parse(BIG).ok().filter(|_| is_cloud);
        Self {
            desk,
            list: WholeList::new(organization),
            lister: ProjectLister::default(),
            keys: BTreeSet::new(),
            asked: Vec::new(),
            under_way: Vec::new(),
            widest: 0,
        }
    }

    fn of(count: u32) -> Self {
        Self::new(desk(Profile::CloudFull, count))
    }

    /// Asks a host that may be anything, until the list is done or a number of
    /// answers came. The last of what is under way is answered first.
    fn run(
        &mut self,
        answers: usize,
        host: impl Fn(&Self, &ListProjects) -> Result<ListPage<Project>, Failure>,
    ) -> Progress {
        let mut came = 0;
        loop {
            let more = self.list.next(self.desk.now.get());
            self.asked.extend(more.iter().cloned());
            self.under_way.extend(more);
            self.widest = self.widest.max(self.under_way.len());
            let progress = self.list.progress();
            if progress.done || came == answers {
                return progress;
            }
            let Some(request) = self.under_way.pop() else {
                let again = progress.again.expect("something to wait for");
                assert!(
                    again > self.desk.now.get(),
                    "nothing was asked though it was time"
                );
                self.desk.now.set(again);
                continue;
            };
            let answer = host(self, &request);
            came += 1;
            for project in self.list.came(&request, answer, self.desk.now.get()) {
                let is_new = self.keys.insert(project.key.as_str().to_owned());
                assert!(is_new, "{} was told twice", project.key);
            }
            assert_eq!(self.list.progress().listed, self.keys.len());
        }
    }

    fn finish(&mut self) -> Progress {
        self.run(usize::MAX, |listing, request| {
            finish(listing.lister.page(&listing.desk, request))
        })
    }

    fn fault(&self, fault: Fault) {
        self.desk.cloud.borrow_mut().add_fault(fault);
    }
}

fn status(status: u16, retry_after: Option<u32>) -> FaultKind {
    FaultKind::Status {
        status,
        body: None,
        retry_after: retry_after.map(RetryAfter::Seconds),
        cloudflare: false,
    }
}

fn whole(count: usize) -> Progress {
    Progress {
        listed: count,
        total: count,
        done: true,
        missing: 0,
        failure: None,
        again: None,
    }
}

#[test]
fn a_list_takes_as_many_requests_as_it_has_pages() {
    for (count, requests) in [
        (0, 1),
        (1, 1),
        (499, 1),
        (500, 1),
        (501, 2),
        (1_200, 3),
        (10_000, 20),
    ] {
        let mut listing = Listing::of(count);
        assert_eq!(listing.finish(), whole(count as usize));
        assert_eq!(listing.asked.len(), requests, "{count} projects");
        assert!(listing.widest <= SIDE_BY_SIDE);
    }
}

#[test]
fn the_first_page_goes_alone_and_the_others_side_by_side() {
    let mut list = WholeList::new(None);
    assert_eq!(list.progress().again, Some(0));
    let first = list.next(0);
    assert_eq!((first.len(), first[0].page), (1, 1));
    assert!(list.next(0).is_empty());
    assert_eq!(list.progress().again, None, "an answer is on its way");
    let page = ListPage {
        entries: Vec::new(),
        total: 5_000,
    };
    list.came(&first[0], Ok(page), 0);
    let pages: Vec<_> = list.next(0).iter().map(|request| request.page).collect();
    assert_eq!(pages, [2, 3, 4, 5]);
    assert!(list.next(0).is_empty());
}

#[test]
fn past_10000_the_list_is_split_until_nothing_is_missing() {
    for count in [10_001, 14_000, 25_000] {
        let mut listing = Listing::of(count);
        let progress = listing.finish();
        eprintln!("{count} projects: {} requests", listing.asked.len());
        assert_eq!(
            progress,
            whole(count as usize),
            "{} requests",
            listing.asked.len()
        );
        assert!(listing.asked.len() <= MOST_REQUESTS);
        assert!(listing.asked.iter().all(|request| request.page <= 21));
    }
}

#[test]
fn a_host_that_gives_later_pages_is_read_to_its_end() {
    let mut listing = Listing::new(desk(Profile::Server, 10_600));
    assert_eq!(listing.finish(), whole(10_600));
    assert_eq!(listing.asked.len(), 22);
    assert!(listing.asked.iter().all(|request| request.query.is_empty()));
}

#[test]
fn a_host_that_counts_without_end_is_asked_no_more_than_may_be() {
    let mut listing = Listing::of(1);
    let progress = listing.run(usize::MAX, |listing, request| {
        let page = finish(listing.lister.page(&listing.desk, request));
        page.map(|page| ListPage {
            total: usize::MAX,
            ..page
        })
    });
    assert_eq!((progress.done, progress.listed), (true, 1));

    // The same entry on every page, so that it seems to give all of them.
    let mut listing = Listing::of(1);
    let page = finish(listing.lister.page(&listing.desk, &first())).unwrap();
    let progress = listing.run(usize::MAX, |_, _| {
        Ok(ListPage {
            total: usize::MAX,
            ..page.clone()
        })
    });
    assert_eq!((progress.done, progress.listed), (true, 1));
    assert_eq!(listing.asked.len(), MOST_REQUESTS);
}

#[test]
fn whoever_is_no_administrator_of_a_server_gets_all_by_its_search() {
    let desk = desk(Profile::Server, 10_600);
    desk.cloud
        .borrow_mut()
        .add_fault(Fault::new(SEARCH, status(403, None)));
    let mut listing = Listing::new(desk);
    assert_eq!(listing.finish(), whole(10_600));
    let cloud = listing.desk.cloud.borrow();
    assert_eq!(
        cloud.counts()[&format!("GET {SEARCH}")],
        1,
        "the refusal is known"
    );
}

/// `components/search` of a Server finds nothing by one letter (measured).
#[test]
fn a_host_that_finds_nothing_by_one_letter_is_asked_by_two() {
    let desk = desk(Profile::Server, 11_000);
    for path in [SEARCH, "/api/components/search_projects"] {
        desk.cloud
            .borrow_mut()
            .add_fault(Fault::new(path, status(403, None)));
    }
    let mut listing = Listing::new(desk);
    assert_eq!(listing.finish(), whole(11_000));
    let letters = listing
        .asked
        .iter()
        .filter(|request| request.query.len() == 1);
    assert!(letters.count() <= SIDE_BY_SIDE);
}

#[test]
fn a_host_that_takes_no_query_leaves_a_rest_that_is_counted() {
    for refusal in [
        Failure::Refused { status: 400 },
        Failure::NotFound,
        Failure::NoBrowse,
    ] {
        let mut listing = Listing::of(12_345);
        let progress = listing.run(usize::MAX, |listing, request| {
            if request.query.is_empty() {
                finish(listing.lister.page(&listing.desk, request))
            } else {
                Err(refusal)
            }
        });
        assert!(progress.done);
        assert_eq!(
            (progress.listed, progress.total, progress.missing),
            (REACH, 12_345, 2_345)
        );
        assert!(listing.asked.len() < 60, "{} requests", listing.asked.len());
    }
}

#[test]
fn a_page_that_fails_once_is_asked_for_again() {
    for kind in [
        status(503, None),
        FaultKind::Drop,
        FaultKind::Html,
        FaultKind::Truncated,
    ] {
        for skip in [0, 2] {
            let mut listing = Listing::of(2_300);
            listing.fault(Fault::new(SEARCH, kind.clone()).skipping(skip).times(1));
            assert_eq!(listing.finish(), whole(2_300), "{kind:?}");
            assert_eq!(listing.asked.len(), 6);
        }
    }
}

#[test]
fn a_page_that_keeps_failing_is_missing_and_said_so() {
    let mut listing = Listing::of(2_300);
    let third = |request: &ListProjects| request.page == 3;
    let progress = listing.run(usize::MAX, |listing, request| {
        if third(request) {
            return Err(Failure::Server { status: 503 });
        }
        finish(listing.lister.page(&listing.desk, request))
    });
    assert_eq!(
        (progress.listed, progress.missing, progress.done),
        (1_800, 500, true)
    );
    assert_eq!(progress.failure, Some(Failure::Server { status: 503 }));
    assert_eq!(
        listing
            .asked
            .iter()
            .filter(|request| third(request))
            .count(),
        4
    );
    listing.list.retry();
    assert_eq!(listing.finish(), whole(2_300));
}

#[test]
fn a_host_that_limits_is_left_alone_for_as_long_as_it_says() {
    for (told, wait) in [(Some(7), 7_000), (None, 5_000), (Some(86_400), 300_000)] {
        let mut listing = Listing::of(3_000);
        listing.fault(Fault::new(SEARCH, status(429, told)).skipping(1).times(1));
        let before = listing.run(2, |listing, request| {
            finish(listing.lister.page(&listing.desk, request))
        });
        assert!(!before.done);
        assert_eq!(listing.asked.len(), 5, "no other page either");
        let begun = listing.desk.now.get();
        assert!(listing.list.next(begun + wait - 1).is_empty());
        assert_eq!(listing.finish(), whole(3_000));
        assert!(listing.desk.now.get() >= begun + wait);
    }
}

#[test]
fn a_host_that_limits_forever_is_given_up() {
    let mut listing = Listing::of(3_000);
    listing.fault(Fault::new(SEARCH, status(429, Some(1))).skipping(1));
    let progress = listing.finish();
    assert_eq!((progress.listed, progress.missing), (500, 2_500));
    assert!(matches!(
        progress.failure,
        Some(Failure::RateLimited { .. })
    ));
    assert_eq!(listing.asked.len(), 1 + 5 * 4);
}

#[test]
fn signing_out_midway_stops_it_and_signing_in_lets_it_go_on() {
    let mut listing = Listing::of(6_000);
    let host = |listing: &Listing, request: &ListProjects| {
        finish(listing.lister.page(&listing.desk, request))
    };
    listing.run(3, host);
    listing.desk.cloud.borrow_mut().sign_everyone_out();
    listing.fault(Fault::new(SEARCH, status(401, None)));
    let progress = listing.finish();
    assert_eq!(progress.failure, Some(Failure::NotSignedIn));
    assert!(progress.done && progress.listed == 1_500 && progress.missing == 4_500);
    let stopped_at = listing.asked.len();
    assert!(stopped_at <= 3 + SIDE_BY_SIDE, "{stopped_at} requests");

    listing.desk.cloud.borrow_mut().clear_faults();
    listing.desk.person = listing.desk.cloud.borrow_mut().sign_in("ada");
    listing.list.retry();
    assert_eq!(listing.finish(), whole(6_000));
}

#[test]
fn a_tab_that_is_gone_is_not_asked_again() {
    let mut listing = Listing::of(600);
    let gone = Failure::Lost {
        loss: rebadge::sonar::Loss::TabGone,
        sent: false,
    };
    let progress = listing.run(usize::MAX, |_, _| Err(gone));
    assert_eq!((progress.done, progress.failure), (true, Some(gone)));
    assert_eq!((listing.asked.len(), progress.total), (1, 0));
}

#[test]
fn a_list_that_grows_or_shrinks_midway_is_read_once_more() {
    let host = |listing: &Listing, request: &ListProjects| {
        finish(listing.lister.page(&listing.desk, request))
    };
    let mut listing = Listing::of(3_000);
    listing.run(2, host);
    let mut more = Crowd::new(BIG, 700);
    more.first = 3_001;
    listing.desk.cloud.borrow_mut().add_crowd(&more);
    assert_eq!(listing.finish(), whole(3_700));
    assert!(
        listing.asked.len() <= 2 * 8,
        "{} requests",
        listing.asked.len()
    );

    // Elsewhere now, which moves the others a place to the front.
    let mut listing = Listing::of(3_000);
    listing.run(3, host);
    let gone = listing.keys.first().unwrap().clone();
    let elsewhere = stand_in::Project::new("initech", &gone, "x", stand_in::Visibility::Public);
    listing.desk.cloud.borrow_mut().add_project(elsewhere);
    let progress = listing.finish();
    assert_eq!(
        (progress.total, progress.missing, progress.done),
        (2_999, 0, true)
    );
    assert_eq!(
        listing.keys.len(),
        3_000,
        "all that are there, and one that was"
    );
}

#[test]
fn an_answer_that_was_not_asked_for_counts_for_nothing() {
    let mut listing = Listing::of(10);
    let request = ListProjects {
        organization: None,
        page: 7,
        query: String::new(),
    };
    let page = ListPage {
        entries: Vec::new(),
        total: 9,
    };
    assert!(listing.list.came(&request, Ok(page), 0).is_empty());
    assert_eq!(listing.finish(), whole(10));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What holds a query holds a narrower one, unless it is nothing else.
    #[test]
    fn narrower_queries_leave_nothing_out(key in "[A-Za-z0-9_.:-]{2,12}", at in 0..12_usize, length in 0..3_usize) {
        let key = key.to_lowercase();
        let start = at.min(key.len() - 1);
        let query = &key[start..key.len().min(start + length)];
        prop_assume!(query.len() < key.len());
        let narrower = split::narrower(query);
        prop_assert!(narrower.iter().any(|longer| key.contains(longer.as_str())));
        prop_assert!(narrower.iter().all(|longer| longer.contains(query)));
    }

    /// Whatever a host answers, it comes to an end within bounds, and its sums are right.
    #[test]
    fn any_host_is_done_with_in_the_end(seed in any::<u64>(), total in 0..12_000_usize) {
        let mut listing = Listing::of(0);
        let chance = std::cell::Cell::new(seed | 1);
        let roll = |sides: u64| {
            let next = chance.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            chance.set(next);
            (next >> 33) % sides
        };
        let progress = listing.run(usize::MAX, |_, request| match roll(9) {
            0 => Err(Failure::RateLimited { retry_after: None }),
            1 => Err(Failure::Server { status: 500 }),
            2 if roll(4) == 0 => Err(Failure::Refused { status: 400 }),
            3 => Ok(ListPage { entries: Vec::new(), total: usize::try_from(roll(13_000)).unwrap() }),
            _ => {
                let begin = (request.page - 1) * 500;
                let end = total.min(begin + 500);
                let entries = (begin.min(end)..end).map(|number| Project {
                    key: rebadge::page::ProjectKey::parse(&format!("k{number}")).unwrap(),
                    name: format!("Name {number}"),
                    visibility: None,
                    analysed: None,
                });
                Ok(ListPage { entries: entries.collect(), total })
            }
        });
        prop_assert!(progress.done);
        prop_assert!(listing.asked.len() <= MOST_REQUESTS);
        prop_assert!(listing.widest <= SIDE_BY_SIDE);
        prop_assert_eq!(progress.missing, progress.total.saturating_sub(progress.listed));
    }
}
