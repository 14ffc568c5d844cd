//! Whole organizations listed, with everything that can go wrong on the way.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
mod failures;
mod pages;
mod properties;
mod reach;

use std::collections::BTreeSet;

use desk::{Desk, finish};
use rebadge::page::OrganizationKey;
use rebadge::sonar::{
    Failure, ListPage, ListProjects, Progress, Project, ProjectLister, WholeList,
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
