//! Lists that are longer than the reach of a host's pages.

use rebadge::page::OrganizationKey;
use rebadge::sonar::{Failure, ListPage, ListProjects, MOST_REQUESTS, REACH, SIDE_BY_SIDE};
use stand_in::{Fault, Profile};

use super::desk::finish;
use super::{BIG, Listing, SEARCH, desk, status, whole};

/// The first page of it.
fn first() -> ListProjects {
    ListProjects {
        organization: OrganizationKey::parse(BIG).ok(),
        page: 1,
        query: String::new(),
    }
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
