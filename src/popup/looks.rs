//! What a popup looks like, and what it has reached.

use super::project::ProjectScreen;
use super::screen::Screen;
use super::{Effect, Mark, Notice, Popup, ScreenId, ScreenView, Slot, View};
use crate::renewal::Moment;

impl Popup {
    /// The points in time that have just been reached.
    pub(super) fn marks(&mut self) -> Vec<Effect> {
        let reached = match self.screens.last() {
            Some(Screen::List(list)) => [
                (Mark::Organization, list.shows_keys()),
                (Mark::Listed, list.is_whole()),
            ],
            // No second view for nothing: it holds copies of all pictures.
            Some(Screen::Project(it)) if self.has_marks_ahead(it) => {
                let ScreenView::Project(project) = self.screen_view() else {
                    return Vec::new();
                };
                let organization = matches!(project.organization, Some(Slot::Known(_)));
                [
                    (Mark::Organization, organization),
                    (Mark::Markdown, project.snippet.is_some()),
                ]
            }
            _ => return Vec::new(),
        };
        let mut effects = Vec::new();
        for (mark, reached) in reached {
            if reached && !self.marked.contains(&mark) {
                self.marked.push(mark);
                effects.push(Effect::Mark(mark));
            }
        }
        effects
    }

    fn has_marks_ahead(&self, project: &ProjectScreen) -> bool {
        let is_ahead = |mark| !self.marked.contains(&mark);
        let names_one = project.organization.ready().is_some_and(Option::is_some);
        is_ahead(Mark::Markdown) || names_one && is_ahead(Mark::Organization)
    }

    pub(super) fn screen_view(&self) -> ScreenView {
        self.under_rules(match self.screens.last() {
            None => match self.arrival.trouble(self.now) {
                Some(trouble) => ScreenView::Trouble(trouble),
                None => ScreenView::Loading,
            },
            Some(Screen::Project(project)) => match project.gallery_view() {
                Some(gallery) => ScreenView::Gallery(Box::new(gallery)),
                None => project.view(self.now),
            },
            Some(Screen::List(list)) => list.view(self.now),
            Some(Screen::Connection(connection)) => ScreenView::Connection(connection.view()),
        })
    }

    /// What is on the screen.
    pub fn view(&self) -> View {
        let screen = self.screen_view();
        let top = self.screens.last();
        let has_projects = self.owner().is_some();
        let alert = match top {
            _ if self.refused.is_some() => self.refused.clone().map(|text| Notice {
                texts: vec![text],
                link: None,
            }),
            Some(Screen::Project(project)) => project.notice(self.now),
            Some(Screen::List(list)) => list.notice(self.now),
            _ => None,
        };
        let alert = alert.map(|notice| Notice {
            link: notice.link.filter(|link| self.permits(link)),
            ..notice
        });
        View {
            instance: self.instance.clone(),
            version: self.version.clone(),
            back: self.screens.len() > 1 || self.is_gallery(),
            all_projects: !matches!(top, Some(Screen::Connection(_))) && has_projects,
            connection: !matches!(top, Some(Screen::Connection(_))) && has_projects,
            status: top.and_then(Screen::status).cloned(),
            alert,
            screen,
        }
    }

    pub(super) fn is_gallery(&self) -> bool {
        matches!(self.screens.last(), Some(Screen::Project(project)) if project.is_gallery())
    }

    /// What is shown: which screen, and whether its gallery lies over it.
    pub fn place(&self) -> Option<(ScreenId, bool)> {
        let top = self.screens.last()?;
        Some((top.id(), self.is_gallery()))
    }

    /// Whether a renewal has only just ended on the screen that is shown.
    pub fn rests(&self, now: Moment) -> bool {
        matches!(self.screens.last(), Some(Screen::Project(it)) if it.rests(now))
    }

    /// Whether a countdown is still running.
    pub fn is_waiting(&self) -> bool {
        match self.screens.last() {
            Some(top) => top.wait(self.now) > 0,
            None => self.arrival.wait(self.now) > 0,
        }
    }
}
