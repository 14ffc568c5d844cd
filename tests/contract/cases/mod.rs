//! Every case, a topic a file.

mod access_tokens;
mod administered;
mod authentication;
mod badges;
mod branches;
mod cloud;
mod components;
mod error_badges;
mod lists;
mod managed_projects;
mod metrics;
mod navigation;
mod pages;
mod permissions;
mod public_projects;
mod renewal;
mod services;
mod sign_in;
mod sign_out;
mod tokens;
mod unknown;
mod user_tokens;
mod users;
mod xsrf;
mod xsrf_header;

use crate::case::Case;

/// All cases, in the order in which they run.
pub fn all() -> Vec<&'static Case> {
    [
        sign_in::CASES,
        sign_out::CASES,
        authentication::CASES,
        users::CASES,
        xsrf::CASES,
        xsrf_header::CASES,
        access_tokens::CASES,
        user_tokens::CASES,
        permissions::CASES,
        public_projects::CASES,
        tokens::CASES,
        renewal::CASES,
        unknown::CASES,
        error_badges::CASES,
        badges::CASES,
        metrics::CASES,
        navigation::CASES,
        components::CASES,
        branches::CASES,
        managed_projects::CASES,
        administered::CASES,
        lists::CASES,
        services::CASES,
        pages::CASES,
        cloud::CASES,
    ]
    .into_iter()
    .flatten()
    .collect()
}
