//! Which of Cloud's pages a path leads to, as far as keys are concerned.

use std::borrow::Cow;

/// What a path says about the keys of its page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// `/organizations/KEY/...`. `id` is not a project there: on
    /// `quality_gates/show` it is a quality gate.
    Organization(&'a str),
    /// `/dashboard/index/KEY`, the legacy form of `/dashboard?id=KEY`.
    Dashboard(&'a str),
    /// `/sessions/new`, which stands in for the page it leads back to: for
    /// people who are not signed in, and for those who may not see a project
    /// (measured on Server 26.9: its web UI sends them there, signed in or not).
    SignIn,
    /// A page without a project, whatever its `id` may be.
    Elsewhere,
    /// A page whose `id`, if it has one, is a project key.
    Project,
}

/// First segments of pages without a project, with all that begins likewise:
/// `portfolio` stands for `portfolios` too, `web_api` for `web_api_v2`.
///
/// A list of what is *not* a project, since Cloud adds project pages over
/// time and each should work on its first day. Seen on sonarcloud.io or in
/// SonarQube Server's routes; `api`, `enterprise` and `oauth2` are inferred.
/// `projects` leaves `project` and `project_roles` alone.
const ELSEWHERE: [&str; 19] = [
    "about",
    "account",
    "admin",
    "api",
    "coding_rules",
    "create-organization",
    "documentation",
    "enterprise",
    "explore",
    "extension",
    "issues",
    "oauth2",
    "portfolio",
    "profiles",
    "projects",
    "quality_gates",
    "quality_profiles",
    "sessions",
    "web_api",
];

impl<'a> Place<'a> {
    /// Reads decoded path segments. Letter case does not matter in the names
    /// of pages, as in the router of Sonar's web UI (inferred), only in keys.
    pub fn of(segments: &'a [Cow<'a, str>]) -> Self {
        let segment = |index: usize| segments.get(index).map_or("", |segment| &**segment);
        let (first, second, third) = (segment(0), segment(1), segment(2));
        if first.eq_ignore_ascii_case("organizations") {
            Self::Organization(second)
        } else if first.eq_ignore_ascii_case("dashboard")
            && second.eq_ignore_ascii_case("index")
            && !third.is_empty()
        {
            Self::Dashboard(third)
        } else if first.eq_ignore_ascii_case("sessions") && second.eq_ignore_ascii_case("new") {
            Self::SignIn
        } else if first.is_empty() || ELSEWHERE.iter().any(|name| begins_with(first, name)) {
            Self::Elsewhere
        } else {
            Self::Project
        }
    }
}

fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}
