//! Which SonarQube the stand-in plays, and what that one offers.

use serde::{Deserialize, Serialize};

/// A kind of SonarQube.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Profile {
    /// A Cloud with `project_badges/token` and `renew_token` (inferred: the web
    /// UI shows and renews badge tokens, by which calls is not public).
    #[default]
    CloudFull,
    /// A Cloud whose only way to the badge token is `badgeToken` in
    /// `navigation/component` (user report), and which cannot renew.
    CloudTokenInNavigation,
    /// A Cloud that gives its badge tokens to no API caller.
    CloudNeither,
    /// A Cloud that tells the badge token but renews it nowhere.
    CloudTokenWithoutRenewal,
    /// SonarQube Server 26.9 with `sonar.forceAuthentication` off.
    Server,
    /// SonarQube Server 26.9 as it comes: nothing without signing in.
    ServerForced,
    /// SonarQube Server 9.9, which forces authentication too (measured) and
    /// answers Bearer with 401 (measured).
    Server99,
}

impl Profile {
    /// Every profile there is.
    pub const ALL: [Self; 7] = [
        Self::CloudFull,
        Self::CloudTokenInNavigation,
        Self::CloudNeither,
        Self::CloudTokenWithoutRenewal,
        Self::Server,
        Self::ServerForced,
        Self::Server99,
    ];

    /// The profile of this name, as `--profile` takes it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|profile| format!("{profile:?}").eq_ignore_ascii_case(name))
    }

    /// Whether this is SonarQube Cloud: organizations, and logos for badges.
    #[must_use]
    pub fn is_cloud(self) -> bool {
        !matches!(self, Self::Server | Self::ServerForced | Self::Server99)
    }

    /// Whether `project_badges/token` is there.
    #[must_use]
    pub fn tells_tokens(self) -> bool {
        !matches!(self, Self::CloudTokenInNavigation | Self::CloudNeither)
    }

    /// Whether `project_badges/renew_token` is there.
    #[must_use]
    pub fn renews_tokens(self) -> bool {
        self.tells_tokens() && self != Self::CloudTokenWithoutRenewal
    }

    /// Whether `navigation/component` carries `badgeToken`.
    #[must_use]
    pub fn navigation_has_token(self) -> bool {
        self == Self::CloudTokenInNavigation
    }

    /// Whether nobody gets anywhere without signing in, badges of public
    /// projects included (measured).
    #[must_use]
    pub fn forces_authentication(self) -> bool {
        matches!(self, Self::ServerForced | Self::Server99)
    }

    /// Whether this is Server 26.9, signing in forced or not.
    #[must_use]
    pub fn is_26_9(self) -> bool {
        matches!(self, Self::Server | Self::ServerForced)
    }

    /// Whether a good answer to a session tells its XSRF token in a header, as
    /// 26.9 does and 9.9 does not (measured); that Cloud does not is inferred.
    #[must_use]
    pub(crate) fn tells_xsrf_token(self) -> bool {
        self.is_26_9()
    }

    /// Whether `Authorization: Bearer` is understood; 9.9 does not (measured).
    #[must_use]
    pub fn takes_bearer(self) -> bool {
        self != Self::Server99
    }

    /// What a badge token starts with (seen on Cloud; measured on Server).
    pub(crate) fn badge_token_prefix(self) -> &'static str {
        if self.is_cloud() { "" } else { "sqb_" }
    }

    /// What a personal access token starts with (seen on Cloud; measured on Server).
    pub(crate) fn access_token_prefix(self) -> &'static str {
        if self.is_cloud() { "" } else { "squ_" }
    }

    /// The version, as `api/server/version` words it. Measured on Server;
    /// Cloud's number is made up.
    pub(crate) fn version(self) -> &'static str {
        match self {
            Self::Server | Self::ServerForced => "26.9.0.129388",
            Self::Server99 => "9.9.8.100196",
            _ => "8.0.0.70000",
        }
    }
}
