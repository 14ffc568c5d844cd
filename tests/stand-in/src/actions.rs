//! The table of the web API: every action, who offers it, what carries it out.

use crate::answer::Answer;
use crate::api::{
    administered, authentication, badge_tokens, branches, components, lists, navigation,
    organizations, system, user_tokens, users, webservices,
};
use crate::badges;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::profile::Profile;

/// What carries out an action; either side is answered.
pub(crate) type Handler = fn(&mut Cloud, &Call<'_>) -> Result<Answer, Answer>;

/// An action of the web API.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Action {
    /// Its path, without the first slash.
    pub(crate) path: &'static str,
    pub(crate) handler: Handler,
    /// Whether only POST will do.
    pub(crate) post: bool,
    /// Whether it is open even to a bad proof and where authentication is
    /// forced (source: the list of addresses that skip authentication).
    pub(crate) open: bool,
    pub(crate) internal: fn(Profile) -> bool,
    pub(crate) offered: fn(Profile) -> bool,
    /// The parameters and whether they must be there.
    pub(crate) params: &'static [(&'static str, bool)],
}

/// The actions that a profile offers.
pub(crate) fn offered(profile: Profile) -> impl Iterator<Item = &'static Action> {
    ACTIONS
        .iter()
        .filter(move |action| (action.offered)(profile))
}

const fn read(
    path: &'static str,
    params: &'static [(&'static str, bool)],
    handler: Handler,
) -> Action {
    Action {
        path,
        handler,
        post: false,
        open: false,
        internal: |_| false,
        offered: |_| true,
        params,
    }
}

impl Action {
    const fn post(mut self) -> Self {
        self.post = true;
        self
    }

    const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    const fn internal(mut self, internal: fn(Profile) -> bool) -> Self {
        self.internal = internal;
        self
    }

    const fn offered(mut self, offered: fn(Profile) -> bool) -> Self {
        self.offered = offered;
        self
    }
}

const PAGE: &[(&str, bool)] = &[("p", false), ("ps", false)];
const LIST: &[(&str, bool)] = &[
    ("organization", false),
    ("q", false),
    ("p", false),
    ("ps", false),
];
const SEARCH: &[(&str, bool)] = &[
    ("organization", false),
    ("q", false),
    ("qualifiers", false),
    ("p", false),
    ("ps", false),
];
const FILTER: &[(&str, bool)] = &[
    ("organization", false),
    ("filter", false),
    ("p", false),
    ("ps", false),
];
const PROJECT: &[(&str, bool)] = &[("project", true)];
const COMPONENT: &[(&str, bool)] = &[("component", true)];
const BADGE: &[(&str, bool)] = &[("branch", false), ("project", true), ("token", false)];
const MEASURE: &[(&str, bool)] = &[
    ("branch", false),
    ("metric", true),
    ("project", true),
    ("token", false),
];
const ALWAYS: fn(Profile) -> bool = |_| true;
const ON_CLOUD: fn(Profile) -> bool = Profile::is_cloud;

const ACTIONS: &[Action] = &[
    read(
        "api/authentication/login",
        &[("login", true), ("password", true)],
        authentication::login,
    )
    .post()
    .open(),
    read("api/authentication/logout", &[], authentication::logout)
        .post()
        .open(),
    read("api/authentication/validate", &[], authentication::validate).open(),
    read("api/components/search", SEARCH, lists::components_search),
    read(
        "api/components/search_projects",
        FILTER,
        lists::search_projects,
    )
    .internal(ALWAYS),
    read("api/components/show", COMPONENT, components::show),
    read("api/navigation/component", COMPONENT, navigation::component).internal(ALWAYS),
    read("api/navigation/global", &[], navigation::global).internal(ALWAYS),
    read(
        "api/organizations/search",
        &[("member", false)],
        organizations::search,
    )
    .internal(ON_CLOUD)
    .offered(ON_CLOUD),
    // Not on the Community Build (measured).
    read(
        "api/project_badges/ai_code_assurance",
        BADGE,
        badges::ai_code_assurance,
    )
    .open()
    .offered(ON_CLOUD),
    read("api/project_badges/measure", MEASURE, badges::measure).open(),
    read(
        "api/project_badges/quality_gate",
        BADGE,
        badges::quality_gate,
    )
    .open(),
    read(
        "api/project_badges/renew_token",
        PROJECT,
        badge_tokens::renew,
    )
    .post()
    .internal(ON_CLOUD)
    .offered(Profile::renews_tokens),
    read("api/project_badges/token", PROJECT, badge_tokens::token)
        .internal(ON_CLOUD)
        .offered(Profile::tells_tokens),
    read("api/project_branches/list", PROJECT, branches::branches),
    read(
        "api/project_pull_requests/list",
        PROJECT,
        branches::pull_requests,
    )
    // Not on the Community Build (measured).
    .offered(ON_CLOUD),
    read("api/projects/search", LIST, lists::projects_search),
    // Internal on Server (measured), and named in Cloud's public list.
    read(
        "api/projects/search_my_projects",
        PAGE,
        administered::search_my_projects,
    )
    .internal(|profile| !profile.is_cloud()),
    read("api/server/version", &[], system::version).open(),
    read("api/system/status", &[], system::status).open(),
    read(
        "api/user_tokens/generate",
        &[("expirationDate", false), ("name", true)],
        user_tokens::generate,
    )
    .post(),
    read(
        "api/user_tokens/revoke",
        &[("name", true)],
        user_tokens::revoke,
    )
    .post(),
    read("api/user_tokens/search", &[], user_tokens::search),
    read("api/users/current", &[], users::current).internal(ALWAYS),
    read(
        "api/webservices/list",
        &[("include_internals", false)],
        webservices::list,
    ),
];
