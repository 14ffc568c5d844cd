//! A project's screen as it is seen.

use super::ProjectScreen;
use crate::badge::{Kind, PictureProblem};
use crate::page::BranchName;
use crate::popup::remote::Remote;
use crate::popup::{
    Action, Link, PictureView, ProjectView, Renewing, ScreenView, Slot, Text, TokenView,
    TroubleView,
};
use crate::renewal::Moment;
use crate::sonar::{Failure, Visibility};

/// Public or private, in words.
pub fn visibility(visibility: Option<Visibility>) -> Option<Text> {
    Some(Text::new(match visibility? {
        Visibility::Public => "public",
        Visibility::Private => "private",
    }))
}

impl ProjectScreen {
    /// The whole screen: a message alone where nothing of use is known.
    pub fn view(&self, now: Moment) -> ScreenView {
        match self.trouble {
            Some(trouble) if self.token.ready().is_none() => {
                let mut view = trouble.view(now);
                view.about = Some(self.project.to_string());
                if trouble.failure == Failure::NoBrowse {
                    view.next = Text::new("no_browse_renew_next");
                    view.links.push(self.renew_unseen(now));
                }
                self.offer_organizations(&mut view, trouble.failure);
                ScreenView::Trouble(view)
            }
            _ => ScreenView::Project(Box::new(self.project_view(now))),
        }
    }

    /// Who administers a project without browsing it can renew all the same
    /// (measured on Server 26.9: 403 for the token, 204 for its renewal).
    fn renew_unseen(&self, now: Moment) -> Link {
        Link {
            enabled: self.may_renew(now),
            ..Link::to("renew_token", Action::Renew)
        }
    }

    /// Another way on from a project that the host does not know. (On a Server
    /// the footer has one.)
    fn offer_organizations(&self, view: &mut TroubleView, failure: Failure) {
        if failure == Failure::NotFound && self.instance.has_organizations() {
            view.links
                .push(Link::to("my_organizations", Action::Organizations));
        }
    }

    fn project_view(&self, now: Moment) -> ProjectView {
        let component = self.component.ready();
        ProjectView {
            organization: self
                .instance
                .has_organizations()
                .then(|| self.organization_slot()),
            name: match &self.component {
                Remote::Loading => Slot::Loading,
                Remote::Ready(component) => Slot::Known(component.name.clone()),
                Remote::Failed(_) => Slot::Known(self.project.to_string()),
            },
            key: self.project.to_string(),
            visibility: visibility(component.and_then(|c| c.visibility)),
            pictures: self
                .choice
                .badges()
                .iter()
                .map(|kind| (kind.clone(), self.picture_view(kind)))
                .collect(),
            kinds: self.kinds(),
            branches: self.branch_options(),
            branch: self.branch.clone(),
            format: self.choice.style.format,
            choosable: self.recalled,
            snippet: self.snippet().map(|snippet| snippet.masked),
            token: self.token_view(now),
        }
    }

    /// The badges to choose one from. What was chosen where the host listed its
    /// badges may not be among those that are known of any host.
    fn kinds(&self) -> Vec<Kind> {
        let known = self.catalogue.kinds();
        let chosen = self.choice.badges().iter();
        let others = chosen.filter(|kind| !known.contains(kind));
        known.iter().chain(others).cloned().collect()
    }

    fn organization_slot(&self) -> Slot {
        match &self.organization {
            Remote::Loading => Slot::Loading,
            Remote::Ready(Some(key)) => Slot::Known(key.to_string()),
            Remote::Ready(None) => Slot::Missing(Text::new("organization_untold")),
            Remote::Failed(_) => Slot::Missing(Text::new("organization_unread")),
        }
    }

    /// A badge's picture, or why there is none.
    pub(super) fn picture_view(&self, kind: &Kind) -> PictureView {
        match self.picture_of(kind) {
            None => PictureView::Loading,
            Some(Ok(picture)) => PictureView::Shown(picture.clone()),
            Some(Err(problem)) => {
                let (words, link) = self.explained(*problem);
                PictureView::Problem(Text::new(words), link)
            }
        }
    }

    /// What an error picture means here, and the button that helps.
    fn explained(&self, problem: PictureProblem) -> (&'static str, Option<Link>) {
        let link = |label, action| Some(Link::to(label, action));
        let untold = self.is_untold();
        // Without a token that it may need, no branch has a picture.
        let of_branch = self.branch.is_some() && !untold && !self.lacks_token();
        match problem {
            PictureProblem::NotFound | PictureProblem::NoBadgeHere if of_branch => (
                "picture_no_badge",
                link("choose_main", Action::ChooseBranch(None)),
            ),
            PictureProblem::NoBadgeHere => ("picture_no_badge", None),
            PictureProblem::NotFound => (
                // A Server may want the token for public projects too.
                match self.is_public() && !untold {
                    true => "picture_wants_token",
                    false => "picture_not_found",
                },
                link("read_again", Action::ReadToken),
            ),
            PictureProblem::NoMeasure => (
                "picture_no_measure",
                link("project_page", Action::OpenProject),
            ),
            PictureProblem::Unknown => {
                ("picture_unknown", link("project_page", Action::OpenProject))
            }
            PictureProblem::Unreachable => (
                match untold {
                    true => "picture_untold",
                    false => "picture_unreachable",
                },
                link("try_again", Action::FetchPictures),
            ),
        }
    }

    /// The branches to choose from; the main one has no name in a badge's URL.
    fn branch_options(&self) -> Vec<(Option<BranchName>, Option<String>)> {
        let main = |name: Option<String>| (None, name);
        match &self.branches {
            Remote::Ready(branches) if !branches.is_empty() => branches
                .iter()
                .map(|branch| {
                    let value = (!branch.is_main).then(|| branch.name.clone());
                    (value, Some(branch.name.to_string()))
                })
                .collect(),
            // Nothing to choose from yet.
            Remote::Loading if self.component.is_loading() => Vec::new(),
            _ => {
                let known = self.component.ready().and_then(|c| c.branch.clone());
                std::iter::once(main(known))
                    .chain(
                        self.branch
                            .iter()
                            .map(|b| (Some(b.clone()), Some(b.to_string()))),
                    )
                    .collect()
            }
        }
    }

    fn token_view(&self, now: Moment) -> TokenView {
        let offered = self.renewal_offered != Some(false);
        TokenView {
            folded: self.is_shown_to_all().then_some(!self.unfolded),
            token: match &self.token {
                Remote::Loading => Slot::Loading,
                // The person asked to see it.
                Remote::Ready(token) if self.token_shown => Slot::Known(token.expose().to_owned()),
                Remote::Ready(token) => Slot::Known(token.masked()),
                Remote::Failed(Failure::NotOffered) => {
                    Slot::Missing(Text::new("token_not_offered"))
                }
                Remote::Failed(_) => Slot::Missing(Text::new("token_unread")),
            },
            shown: self.token_shown,
            explained: self.token.failure() != Some(Failure::NotOffered),
            age: self.age.words(now),
            tone: self.age.tone(now),
            note: Text::new(match (offered, self.may_administer()) {
                (false, _) if self.token.failure() == Some(Failure::NotOffered) => {
                    "no_token_offered"
                }
                (false, _) => "renewal_not_offered",
                (true, false) => "renewal_needs_administer",
                (true, true) => "renewal_consequence",
            }),
            may_show: true,
            renewing: match offered {
                true => Renewing::Button(self.may_renew(now)),
                false => Renewing::ByHand,
            },
            busy: self.busy,
        }
    }
}
