//! The SonarQube web API without I/O: each operation is a value that makes its
//! request and reads its answer. Who carries the request is a [`Transport`].

mod administered;
mod badge_token;
mod branches;
mod component;
mod current_user;
mod failure;
mod operation;
mod organizations;
mod paging;
mod projects;
mod pull_requests;
mod reply;
mod request;
mod services;
pub mod split;
mod system_status;
mod whole_list;

pub use administered::{ListAdministered, MOST_ADMINISTERED};
pub use badge_token::{ReadBadgeToken, RenewBadgeToken, explained_badge_token, read_badge_token};
pub use branches::{Branch, ListBranches};
pub use component::{Component, ReadComponent, ShowComponent, Visibility};
pub use current_user::ReadCurrentUser;
pub use failure::{Failure, Loss};
pub use operation::{Operation, Transport, ask, explained, read};
pub use organizations::{ListOrganizations, Organization};
pub use paging::{ListPage, PAGE_SIZE, REACH};
pub use projects::{ListProjects, Project, ProjectLister, list_projects};
pub use pull_requests::FindTarget;
pub use reply::{Body, Content, Reply};
pub use request::{Method, Request};
pub use services::{BadgeServices, ListServices};
pub use system_status::{ReadSystemStatus, SystemState, SystemStatus};
pub use whole_list::{MOST_REQUESTS, Progress, SIDE_BY_SIDE, WholeList};
