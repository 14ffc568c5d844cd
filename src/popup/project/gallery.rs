//! All badges of a project to choose from.

use super::ProjectScreen;
use crate::badge::{Format, Kind};
use crate::popup::{Action, BadgeRow, Effect, Focus, GalleryView, Text};
use crate::search::{Words, searchable};

/// Where a gallery stands.
#[derive(Debug, Default)]
pub(super) struct Gallery {
    pub filter: String,
    /// The badges that have come into view.
    pub seen: Vec<Kind>,
}

impl ProjectScreen {
    /// Takes in what a person does in the gallery; nothing where the action is
    /// not about it.
    pub(super) fn browse(&mut self, action: &Action) -> Option<Vec<Effect>> {
        match (action, &mut self.gallery) {
            (Action::ToggleGallery, Some(_)) => {
                self.gallery = None;
                Some(vec![Effect::Focus(Focus::Gallery)])
            }
            (Action::ToggleGallery, None) => {
                self.gallery = Some(Gallery::default());
                self.pictures.forget_unreachable();
                Some(vec![
                    Effect::ListServices(self.id),
                    Effect::Focus(Focus::BadgeFilter),
                ])
            }
            (Action::FilterBadges(filter), Some(gallery)) => {
                gallery.filter.clone_from(filter);
                let count = self.gallery_rows().len();
                self.say(Text::new("found").with(count));
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Takes in that a badge has come into view: its picture is wanted.
    pub fn saw(&mut self, kind: Kind) -> Vec<Effect> {
        if let Some(gallery) = self.gallery.as_mut().filter(|it| !it.seen.contains(&kind)) {
            gallery.seen.push(kind);
        }
        self.want_pictures()
    }

    /// Whether the gallery is what is on the screen.
    pub fn is_gallery(&self) -> bool {
        self.gallery.is_some()
    }

    /// The gallery as it is seen.
    pub fn gallery_view(&self) -> Option<GalleryView> {
        let gallery = self.gallery.as_ref()?;
        let style = &self.choice.style;
        Some(GalleryView {
            filter: gallery.filter.clone(),
            rows: self.gallery_rows(),
            format: style.format,
            link: style.link,
            token: style.token,
            alternative: style.alternative.clone().unwrap_or_default(),
            has_alternative: self.choice.badges().len() == 1
                && !matches!(style.format, Format::BbCode | Format::ImageUrl),
            snippet: self.snippet().map(|snippet| snippet.masked),
        })
    }

    /// The ticked badges in their order, then the others.
    fn gallery_rows(&self) -> Vec<BadgeRow> {
        let gallery = self.gallery.as_ref();
        let typed = Words::typed(gallery.map_or("", |gallery| gallery.filter.as_str()));
        let chosen = self.choice.badges();
        let others = self.catalogue.kinds().iter();
        chosen
            .iter()
            .chain(others.filter(|kind| !chosen.contains(kind)))
            .map(|kind| BadgeRow {
                kind: kind.clone(),
                place: chosen
                    .iter()
                    .position(|one| one == kind)
                    .map(|place| place + 1),
                is_last: chosen.last() == Some(kind),
                picture: self.picture_view(kind),
            })
            .filter(|row| typed.are_in(&searchable(&[&row.kind.name(), &row.kind.id()])))
            .collect()
    }
}
