#![allow(missing_docs, missing_debug_implementations, clippy::all, unused)]
use super::*;
use crate::page::*;
use crate::record::*;
use crate::renewal::*;
use crate::sonar::*;
use crate::token::*;
#[derive(Debug, Clone)]
pub struct Step {
    pub ending: Ending,
    pub failure: Option<Failure>,
    pub token: Option<BadgeToken>,
}
#[derive(Debug, Clone)]
pub struct RunOrder {
    pub begun: Moment,
    pub projects: Vec<ProjectKey>,
}
impl RunOrder {
    pub fn new(begun: Moment, projects: Vec<ProjectKey>) -> Self {
        Self { begun, projects }
    }
}
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pause {
    Asked,
    Refused(Failure),
    Unreachable(Failure),
    Storage,
}
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RunState {
    Running,
    Waiting { until: Moment },
    Paused(Pause),
    Stopped,
    Finished,
}
#[derive(Debug, Clone)]
pub enum ItemState {
    Waiting,
    Renewing,
    Ended(Step),
}
#[derive(Debug, Clone)]
pub enum RunEvent {
    Resume,
    Pause,
    Stop,
    Stepped(ProjectKey, Step),
    Woke,
}
#[derive(Debug, Clone)]
pub enum RunEffect {
    Step(ProjectKey),
    Wake { after: u32 },
}
#[derive(Debug, Clone)]
pub struct Run;
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    pub total: usize,
    pub ended: usize,
    pub renewed: usize,
    pub not_renewed: usize,
    pub unknown: usize,
    pub renewing: usize,
}
impl Run {
    pub fn begin(_: &RunOrder) -> Self {
        Run
    }
    pub fn resume(_: &RunOrder, _: &[Entry]) -> Self {
        Run
    }
    pub fn update(&mut self, _: RunEvent, _: Moment, _: f64) -> Vec<RunEffect> {
        vec![]
    }
    pub fn state(&self) -> RunState {
        RunState::Finished
    }
    pub fn progress(&self) -> Progress {
        todo!()
    }
    pub fn item(&self, _: &ProjectKey) -> Option<&ItemState> {
        None
    }
}
pub async fn step<W: World>(_: &W, _: &Owner, _: Moment, _: Option<&str>, _: &ProjectKey) -> Step {
    todo!()
}
pub async fn begin_run<S: Store>(_: &S, _: &Owner, _: &RunOrder) -> Result<(), StoreRefused> {
    Ok(())
}
pub async fn open_run<S: Store>(
    _: &S,
    _: &Owner,
) -> Result<Option<(RunOrder, Vec<Entry>)>, StoreRefused> {
    Ok(None)
}
pub async fn close_run<S: Store>(_: &S, _: &Owner) {}
