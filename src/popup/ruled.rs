//! The popup under a company's rules: what is switched off is not there.

use super::{Action, Link, Popup, Renewing, ScreenView, Text};
use crate::settings::Feature;

impl Popup {
    /// Whether what an action does is switched off.
    pub(super) fn forbids(&self, action: &Action) -> bool {
        let feature = match action {
            Action::ToggleToken => Feature::ShowToken,
            Action::Renew => Feature::RenewToken,
            _ => return false,
        };
        !self.rules.has(feature)
    }

    /// Whether a link may stay.
    pub(super) fn permits(&self, link: &Link) -> bool {
        !self.forbids(&link.action)
    }

    /// A screen without what is switched off.
    pub(super) fn under_rules(&self, mut screen: ScreenView) -> ScreenView {
        match &mut screen {
            ScreenView::Project(project) => {
                let token = &mut project.token;
                token.may_show = self.rules.has(Feature::ShowToken);
                if !self.rules.has(Feature::RenewToken) {
                    token.renewing = Renewing::SwitchedOff;
                    token.note = Text::new("renewal_switched_off");
                }
            }
            ScreenView::Trouble(trouble) => trouble.links.retain(|link| self.permits(link)),
            _ => {}
        }
        screen
    }
}
