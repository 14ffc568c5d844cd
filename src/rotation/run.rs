//! A run as a state machine: events in, effects out. It keeps no time, sends
//! nothing and draws no lots itself.

use super::lineup::Lineup;
use super::pace::Pace;
use super::streak::Streak;
use super::trouble::{Sign, Trouble, is_unreachable, sign, waits_for_the_person};
use super::{ItemState, Pause, Progress, RunEffect, RunEvent, RunOrder, RunState, Step};
use crate::page::ProjectKey;
use crate::record::{Ending, Entry};
use crate::renewal::Moment;
use crate::sonar::Failure;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Going,
    Paused(Pause),
    Stopping,
}

/// A rotation run.
#[derive(Debug, Clone)]
pub struct Run {
    projects: Lineup,
    mood: Mood,
    pace: Pace,
    /// Until when it waits, as of the last event.
    rest: Option<Moment>,
    /// Whether a wake is under way.
    waking: bool,
    streak: Streak,
}

impl Run {
    /// A new run; [`RunEvent::Resume`] sets it going. A project that is named
    /// twice counts once.
    pub fn begin(order: &RunOrder) -> Self {
        Self {
            projects: Lineup::of(&order.projects),
            mood: Mood::Going,
            pace: Pace::default(),
            rest: None,
            waking: false,
            streak: Streak::default(),
        }
    }

    /// A run that was broken off, with what the record has of it: those projects
    /// have had their turn. It is paused until it is set going.
    pub fn resume(order: &RunOrder, entries: &[Entry]) -> Self {
        let mut run = Self::begin(order);
        run.mood = Mood::Paused(Pause::Asked);
        let ours = entries.iter();
        let ours = ours.filter(|entry| entry.run == Some(order.begun));
        run.projects.leave_out(ours.filter_map(|entry| {
            let step = Step {
                ending: entry.ending,
                failure: None,
                token: None,
                ended: true,
            };
            Some((ProjectKey::parse(&entry.project).ok()?, step))
        }));
        run
    }

    /// Takes in what happened, and says what is to be done. `chance`, 0 to 1, is
    /// drawn anew each time.
    pub fn update(&mut self, event: RunEvent, now: Moment, chance: f64) -> Vec<RunEffect> {
        match event {
            RunEvent::Resume => {
                if let Mood::Paused(_) = self.mood {
                    self.mood = Mood::Going;
                    self.streak = Streak::default();
                }
            }
            RunEvent::Pause => self.pause(Pause::Asked),
            RunEvent::Stop => self.mood = Mood::Stopping,
            RunEvent::Stepped(project, step) => self.take(project, step, now, chance),
            RunEvent::Woke => self.waking = false,
        }
        if self.mood == Mood::Stopping && self.projects.renewing() == 0 {
            // What is known of projects that would have had another step.
            self.projects
                .end_told(|step| matches!(step.ending, Ending::Renewed | Ending::Unknown));
        }
        self.advance(now)
    }

    /// Where it is.
    pub fn state(&self) -> RunState {
        if self.projects.is_over() {
            return RunState::Finished;
        }
        match (self.mood, self.rest) {
            (Mood::Paused(pause), _) => RunState::Paused(pause),
            (Mood::Stopping, _) if self.projects.renewing() > 0 => RunState::Stopping,
            (Mood::Stopping, _) => RunState::Stopped,
            (Mood::Going, Some(until)) => RunState::Waiting { until },
            (Mood::Going, None) => RunState::Running,
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let rest = self.rest.filter(|_| self.mood == Mood::Going);
        Progress::of(self.items().map(|(_, state)| state), rest)
    }

    /// One project; nothing for one that is not part of it.
    pub fn item(&self, project: &ProjectKey) -> Option<&ItemState> {
        self.projects.state(project)
    }

    /// All projects, in the order chosen.
    pub fn items(&self) -> impl Iterator<Item = (&ProjectKey, &ItemState)> {
        self.projects.states()
    }

    fn pause(&mut self, pause: Pause) {
        if self.mood == Mood::Going {
            self.mood = Mood::Paused(pause);
        }
    }

    /// A step came home; one that nobody waits for is left alone.
    fn take(&mut self, project: ProjectKey, step: Step, now: Moment, chance: f64) {
        let Some(turn) = self.projects.turn(&project) else {
            return;
        };
        let rested = self.pace.rests(now).is_some();
        match (step.failure, sign(&step)) {
            (Some(Failure::RateLimited { retry_after }), _) => {
                self.pace.slow_down(retry_after, now, chance);
            }
            (Some(Failure::Server { status: 503 }), _) => self.pace.slow_down(None, now, chance),
            (_, Sign::Well) => self.pace.speed_up(now),
            _ => {}
        }
        self.note(&step, turn);
        if step.ended {
            self.projects.end(&project, step);
        } else {
            let counts = match step.failure {
                // The refusal that the run rests after has been counted.
                Some(Failure::RateLimited { .. }) => !rested,
                Some(failure) => failure != Failure::Storage && !waits_for_the_person(failure),
                None => true,
            };
            self.projects.put_back(project, step, counts);
        }
    }

    /// Pauses where the step of a turn says that going on is of no use.
    fn note(&mut self, step: &Step, turn: usize) {
        match step.failure {
            Some(Failure::Storage) => self.pause(Pause::Storage),
            Some(failure) if is_unreachable(failure) => self.pause(Pause::Unreachable(failure)),
            _ => {}
        }
        let trouble = self.streak.take(sign(step), turn, self.projects.begun());
        if let (Some(trouble), Some(failure)) = (trouble, step.failure) {
            self.pause(match trouble {
                Trouble::Unanswered => Pause::Unreachable(failure),
                _ => Pause::Refused(failure),
            });
        }
    }

    /// Sends what may be sent.
    fn advance(&mut self, now: Moment) -> Vec<RunEffect> {
        self.rest = self.pace.rests(now).filter(|_| self.projects.has_more());
        if self.mood != Mood::Going {
            return Vec::new();
        }
        if let Some(until) = self.rest {
            if std::mem::replace(&mut self.waking, true) {
                return Vec::new();
            }
            let after = u32::try_from(until.since(now)).unwrap_or(u32::MAX);
            return vec![RunEffect::Wake { after }];
        }
        let free = self.pace.allowed().saturating_sub(self.projects.renewing());
        std::iter::from_fn(|| self.projects.begin())
            .take(free)
            .map(|(project, last)| RunEffect::Step { project, last })
            .collect()
    }
}
