//! What becomes of the things a person does.

use super::entry::Subject;
use super::listing::Listing;
use super::project::ProjectScreen;
use super::screen::{Screen, owner_of};
use super::{Action, Copyable, Effect, Focus, Popup, ScreenId, ScreenView, Text, words};
use crate::page::{Instance, OrganizationKey, ProjectKey};
use crate::rotation::Owner;
use crate::token::SecretText;

impl Popup {
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.forbids(&action) {
            return Vec::new();
        }
        self.refused = None;
        if let Some(screen) = self.screens.last_mut().filter(|screen| !screen.is_busy()) {
            screen.set_status(None);
        }
        match action {
            Action::Copy(what) => self.copy(what),
            Action::Primary => self.primary(),
            Action::PickProject(key) => self.pick_project(key),
            Action::PickOrganization(key) => self.list(Subject::Projects(Some(key))),
            Action::AllProjects => self
                .owner()
                .map(Effect::OpenDashboard)
                .into_iter()
                .collect(),
            Action::Organizations => self.list(Subject::Organizations),
            Action::Connection => {
                self.connection();
                vec![Effect::Focus(Focus::Properties)]
            }
            Action::Back if self.is_gallery() => self.act(Action::ToggleGallery),
            Action::Back => {
                if self.screens.len() > 1 {
                    self.screens.pop();
                }
                vec![Effect::Focus(match self.screens.last() {
                    Some(Screen::List(_)) => Focus::Filter,
                    _ => Focus::SnippetIfIdle,
                })]
            }
            Action::Reload => self.reload(),
            Action::Filter(text) => match self.screens.last_mut() {
                Some(Screen::List(list)) => list.narrow(text),
                _ => Vec::new(),
            },
            Action::OpenCloud(region) => {
                vec![Effect::Open(Instance::Cloud(region).base_url().to_owned())]
            }
            Action::ReloadTab => vec![Effect::ReloadTab],
            Action::SignIn | Action::OpenProject | Action::OpenInformation => self.go(&action),
            choice => match self.screens.last_mut() {
                Some(Screen::Project(project)) => project.choose(choice, self.now),
                _ => Vec::new(),
            },
        }
    }

    /// Whose projects the screen is about, where that is known.
    pub fn owner(&self) -> Option<Owner> {
        owner_of(self.instance.as_ref()?, self.screens.last()?.organization())
    }

    /// The organization that a screen is about, where it is known and still there.
    pub fn organization_of(&self, id: ScreenId) -> Option<&OrganizationKey> {
        let mut screens = self.screens.iter();
        screens.find(|screen| screen.id() == id)?.organization()
    }

    fn pick_project(&mut self, key: ProjectKey) -> Vec<Effect> {
        let (Some(instance), Some(top)) = (self.instance.clone(), self.screens.last()) else {
            return Vec::new();
        };
        let organization = top.organization().cloned();
        let id = self.id();
        let (screen, effects) = ProjectScreen::open(id, instance, key, organization, None);
        self.screens.push(Screen::Project(Box::new(screen)));
        effects
    }

    /// Asks everything of the screen anew.
    fn reload(&mut self) -> Vec<Effect> {
        let id = self.id();
        match self.screens.last_mut() {
            Some(Screen::Project(project)) => {
                let (screen, effects) = project.again(id);
                **project = screen;
                effects
            }
            Some(Screen::List(list)) => {
                let (again, effects) = Listing::open(id, list.subject.clone());
                *list = again;
                effects
            }
            Some(Screen::Connection(_)) => Vec::new(),
            None => self.arrival.again(),
        }
    }

    /// Enter: the primary button, or the first entry of a list.
    fn primary(&mut self) -> Vec<Effect> {
        let trouble = match self.screen_view() {
            ScreenView::Trouble(trouble) => Some(trouble),
            ScreenView::List(list) => list.trouble,
            _ => None,
        };
        if let Some(trouble) = trouble {
            let first = trouble
                .links
                .into_iter()
                .next()
                .filter(|link| link.enabled && link.action != Action::Renew);
            return first.map_or_else(Vec::new, |link| self.act(link.action));
        }
        match self.screens.last() {
            Some(Screen::Project(_)) => self.copy(Copyable::Snippet),
            Some(Screen::List(list)) => list.first().map_or_else(Vec::new, |a| self.act(a)),
            Some(Screen::Connection(_)) => self.copy(Copyable::Properties),
            _ => Vec::new(),
        }
    }

    fn go(&self, action: &Action) -> Vec<Effect> {
        let Some(instance) = &self.instance else {
            return Vec::new();
        };
        let project = match self.screens.last() {
            Some(Screen::Project(screen)) => Some(&screen.project),
            _ => None,
        };
        let page = match (project, self.screens.last().and_then(Screen::organization)) {
            (Some(project), _) => instance.project_page(project, None),
            (None, Some(organization)) => instance.organization_page(organization),
            (None, None) if instance.has_organizations() => instance.organizations_page(),
            (None, None) => instance.projects_page(),
        };
        match (action, project) {
            (Action::SignIn, _) => {
                vec![Effect::Visit(match self.url.clone() {
                    // It knows itself where it leads back to.
                    Some(url) if instance.is_sign_in_page(&url) => url,
                    Some(url) if self.screens.len() == 1 => instance.sign_in_page(&url),
                    _ => instance.sign_in_page(&page),
                })]
            }
            (Action::OpenInformation, Some(project)) => {
                vec![Effect::Open(instance.project_information(project))]
            }
            _ => vec![Effect::Open(page)],
        }
    }

    /// What a Copy button copies: always text that is in hand already.
    fn copy(&self, what: Copyable) -> Vec<Effect> {
        let text = match (&what, self.screens.last()) {
            (Copyable::ListedOrganizationKey(key), _) => Some(key.to_string()),
            (Copyable::OrganizationKey, Some(screen)) => {
                screen.organization().map(ToString::to_string)
            }
            (Copyable::ProjectKey, Some(Screen::Project(screen))) => {
                Some(screen.project.to_string())
            }
            (Copyable::Snippet, Some(Screen::Project(screen))) => screen
                .snippet()
                // It is what the person is about to paste.
                .map(|snippet| snippet.plain.expose().to_owned()),
            (Copyable::Token, Some(Screen::Project(screen))) => screen
                .token
                .ready()
                // The person asked for it on the clipboard.
                .map(|token| token.expose().to_owned()),
            (Copyable::Region, Some(Screen::Connection(screen))) => {
                screen.instance.region().map(|region| region.to_string())
            }
            (Copyable::BaseUrl, Some(Screen::Connection(screen))) => {
                Some(screen.instance.base_url().to_owned())
            }
            (Copyable::Properties, Some(Screen::Connection(screen))) => Some(screen.properties()),
            _ => None,
        };
        text.map(|text| Effect::Copy(what, SecretText::new(text)))
            .into_iter()
            .collect()
    }

    pub(super) fn copied(&mut self, what: &Copyable, taken: bool) {
        if !taken {
            self.refused = Some(Text::new("clipboard_refused"));
            return;
        }
        let Some(screen) = self.screens.last_mut() else {
            return;
        };
        let said = match (what, &*screen) {
            (Copyable::Snippet | Copyable::Token, Screen::Project(project))
                if project.busy && (*what == Copyable::Token || project.holds_token()) =>
            {
                Text::new("copied_old_token")
            }
            (Copyable::Snippet, Screen::Project(project)) => {
                words::copied(project.choice.style.format)
            }
            (Copyable::Snippet, _) => return,
            (Copyable::OrganizationKey, _) => Text::new("copied_organization_key"),
            (Copyable::ListedOrganizationKey(key), _) => {
                Text::new("copied_listed_organization_key").with(key)
            }
            (Copyable::ProjectKey, _) => Text::new("copied_project_key"),
            (Copyable::Token, _) => Text::new("copied_token"),
            (Copyable::Region, _) => Text::new("copied_region"),
            (Copyable::BaseUrl, _) => Text::new("copied_base_url"),
            (Copyable::Properties, _) => Text::new("copied_properties"),
        };
        screen.set_status(Some(said));
    }
}
