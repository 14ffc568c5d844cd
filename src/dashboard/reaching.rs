//! How the host is reached: through a tab, by access to its site, or with an
//! access token.

use super::{Action, Dashboard, Effect};
use crate::access::Trouble;
use crate::popup::Text;
use crate::settings::Feature;

/// A way that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// Through a tab on which the toolbar button was pressed.
    Tab,
    /// By access to the host's site.
    Site,
    /// With an access token; the trouble where it could not be remembered.
    Token {
        /// Whose it is.
        login: String,
        /// Whether it is remembered.
        remembered: bool,
        /// What went wrong on the way, if something did.
        trouble: Option<Trouble>,
    },
}

/// What is known of the ways.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// Whether access to the site is granted for good.
    pub site: bool,
    /// Whether an access token is in use.
    pub token: bool,
    /// Whether one is remembered.
    pub remembered: bool,
}

/// The ways on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachView {
    /// The way that is taken.
    pub way: Text,
    /// Whether access to the site is granted for good.
    pub site: bool,
    /// Whether access tokens can be used at all.
    pub tokens: bool,
    /// Whether one is in use.
    pub token: bool,
    /// Whether one is remembered.
    pub remembered: bool,
}

impl Dashboard {
    /// What a person does about the ways.
    pub(super) fn reach_out(&mut self, action: Action) -> Vec<Effect> {
        vec![match action {
            Action::UseToken(..) | Action::Unlock(_) if !self.takes_tokens() => return Vec::new(),
            Action::OpenHost => {
                self.status = Some(Text::new("press_button_there"));
                Effect::Rejoin(self.page())
            }
            Action::AllowSite => Effect::AllowSite,
            Action::RevokeSite => Effect::RevokeSite,
            Action::UseToken(token, passphrase) => Effect::UseToken(token, passphrase),
            Action::Unlock(passphrase) => Effect::Unlock(passphrase),
            Action::ForgetToken => Effect::ForgetToken,
            Action::Mistyped(trouble) => {
                self.complaint = Some(Text::new(trouble.message()));
                return Vec::new();
            }
            _ => return Vec::new(),
        }]
    }

    /// The host can be reached: what is missing of the list is asked for again.
    /// A run goes on when the person says so.
    pub(super) fn reached(&mut self, reached: Reached) -> Vec<Effect> {
        self.reach.token = matches!(reached, Reached::Token { .. });
        self.status = Some(match &reached {
            Reached::Tab => Text::new("reached_by_tab"),
            Reached::Site => Text::new("reached_by_site"),
            Reached::Token { login, .. } => Text::new("reached_by_token").with(login),
        });
        match reached {
            Reached::Tab => {}
            Reached::Site => self.reach.site = true,
            Reached::Token {
                login,
                remembered,
                trouble,
            } => {
                self.reach.site = true;
                self.login = Some(login);
                self.reach.remembered |= remembered;
                self.complaint = trouble.map(|trouble| Text::new(trouble.message()));
            }
        }
        let progress = self.listing.whole.progress();
        let lacks = self.listing.nobody || progress.failure.is_some();
        if lacks { self.list_again() } else { Vec::new() }
    }

    /// Whether access tokens can be used: on Cloud, unless a company has switched
    /// that off.
    fn takes_tokens(&self) -> bool {
        self.owner.instance.has_organizations() && self.memory.rules.has(Feature::AccessToken)
    }

    pub(super) fn reach_view(&self) -> ReachView {
        let way = match (self.reach.token, self.reach.site) {
            (true, _) => "way_token",
            (false, true) => "way_site",
            (false, false) => "way_tab",
        };
        ReachView {
            way: Text::new(way),
            site: self.reach.site,
            tokens: self.takes_tokens(),
            token: self.reach.token,
            remembered: self.reach.remembered,
        }
    }
}
