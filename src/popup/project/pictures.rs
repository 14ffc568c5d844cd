//! The badges' pictures that this popup has fetched, each once.

use std::collections::VecDeque;

use crate::badge::{Picture, PictureProblem};
use crate::popup::{Effect, ScreenId};
use crate::token::SecretText;

/// How many are fetched side by side.
const ABREAST: usize = 6;

/// What came of a picture.
pub(super) type Fetched = Result<Picture, PictureProblem>;

/// Pictures by their address, whole tokens in it.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// Their place here is the number that comes back with the picture.
    asked: Vec<(SecretText, Option<Fetched>)>,
    /// Those of them that wait for their turn.
    queue: VecDeque<usize>,
    pending: usize,
}

impl Pictures {
    /// What came of an address, if anything did yet.
    pub fn at(&self, address: &SecretText) -> Option<&Fetched> {
        let mut asked = self.asked.iter();
        asked.find(|(known, _)| known == address)?.1.as_ref()
    }

    /// Asks for a picture, unless it has been asked for. The one on the first
    /// screen comes first.
    pub fn want(&mut self, screen: ScreenId, address: SecretText, first: bool) -> Vec<Effect> {
        if self.asked.iter().any(|(known, _)| *known == address) {
            return Vec::new();
        }
        let number = self.asked.len();
        self.asked.push((address, None));
        if first {
            self.queue.push_front(number);
        } else {
            self.queue.push_back(number);
        }
        self.fetch_on(screen)
    }

    /// Takes in a picture, and goes on with the queue.
    pub fn came(&mut self, screen: ScreenId, number: u32, fetched: Fetched) -> Vec<Effect> {
        let entry = usize::try_from(number).ok();
        if let Some((_, known)) = entry.and_then(|number| self.asked.get_mut(number)) {
            *known = Some(fetched);
            self.pending = self.pending.saturating_sub(1);
        }
        self.fetch_on(screen)
    }

    /// Forgets what could not be fetched, so that it can be asked for again.
    pub fn forget_unreachable(&mut self) {
        for (address, fetched) in &mut self.asked {
            if *fetched == Some(Err(PictureProblem::Unreachable)) {
                // The number stays: pictures on their way know it.
                *address = SecretText::new(String::new());
            }
        }
    }

    fn fetch_on(&mut self, screen: ScreenId) -> Vec<Effect> {
        let mut effects = Vec::new();
        while self.pending < ABREAST {
            let Some(number) = self.queue.pop_front() else {
                break;
            };
            let Some((address, _)) = self.asked.get(number) else {
                continue;
            };
            self.pending += 1;
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            effects.push(Effect::FetchPicture(screen, number, address.clone()));
        }
        effects
    }
}
