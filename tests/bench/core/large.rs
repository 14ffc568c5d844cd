//! An organization of 10,000 projects, as the stand-in lists them.

use rebadge::dashboard::Memory;
use rebadge::page::OrganizationKey;
use rebadge::renewal::Moment;
use rebadge::rotation::Roster;
use rebadge::sonar::{Body, Content, ListPage, ListProjects, Operation, PAGE_SIZE, Project, REACH};
use serde::de::DeserializeOwned;
use stand_in::{Cloud, Crowd, Organization, Person, Profile, Request, Seed, SignedIn};

use crate::screen::{Screen, ago, cloud};

pub const COUNT: usize = REACH;

const NAME: &str = "large";

/// A body that is parsed and decoded in one go.
pub struct Text<'a>(pub &'a str);

impl Body for Text<'_> {
    fn decode<T: DeserializeOwned>(self) -> Option<T> {
        serde_json::from_str(self.0).ok()
    }
}

/// The request of a page of the list.
pub fn request(page: usize) -> ListProjects {
    ListProjects {
        organization: OrganizationKey::parse(NAME).ok(),
        page,
        query: String::new(),
    }
}

/// What an answer to it says.
pub fn read(request: &ListProjects, body: &str) -> ListPage<Project> {
    request.read(Content::Json(Text(body))).unwrap()
}

/// A host with such an organization.
pub struct Large(Cloud, SignedIn);

impl Large {
    pub fn new() -> Self {
        let seed = Seed {
            organizations: vec![Organization::new("acme", "Acme")],
            people: vec![Person::new("ada", "Ada", &[]).system_administrator()],
            ..Seed::default()
        };
        let mut cloud = Cloud::with_seed(Profile::CloudFull, seed);
        cloud.add_crowd(&Crowd::new(NAME, COUNT.try_into().unwrap()));
        let ada = cloud.sign_in("ada").unwrap();
        Self(cloud, ada)
    }

    /// The text of a page of the list.
    pub fn body(&mut self, request: &ListProjects) -> String {
        let asked = Request::get(&request.request().path).signed_in_as(&self.1);
        self.0.answer(&asked).answer.unwrap().body
    }

    /// All projects.
    pub fn projects() -> Vec<Project> {
        let mut large = Self::new();
        let pages = (1..=COUNT / PAGE_SIZE).map(request);
        pages
            .flat_map(|request| read(&request, &large.body(&request)).entries)
            .collect()
    }
}

/// What was listed so many days ago: all of them, each with a token.
pub fn roster(projects: &[Project], listed: Moment) -> Roster {
    let keys = projects.iter().map(|project| (project.key.clone(), true));
    Roster::merge(None, keys, true, listed)
}

/// A dashboard with all of them, most of which are due.
pub fn screen(projects: &[Project]) -> Screen {
    let memory = Memory {
        roster: Some(roster(projects, ago(100))),
        ..Memory::default()
    };
    Screen::listed(cloud(), memory, projects)
}
