//! What a dashboard asks for, read.

use rebadge::dashboard::Effect;
use rebadge::popup::Text;
use rebadge::rotation::{Roster, RunOrder};
use rebadge::sonar::ListProjects;

/// What is asked about the list, and the rest.
pub fn split(effects: Vec<Effect>) -> (Vec<ListProjects>, Vec<Effect>) {
    let mut lists = Vec::new();
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::List(request) => lists.push(request),
            other => others.push(other),
        }
    }
    (lists, others)
}

/// The order of a run that is to be begun.
pub fn begun(effects: &[Effect]) -> Option<RunOrder> {
    effects.iter().find_map(|effect| match effect {
        Effect::Begin(order) => Some(order.clone()),
        _ => None,
    })
}

/// The projects whose turn it is.
pub fn steps(effects: &[Effect]) -> Vec<String> {
    let steps = effects.iter().filter_map(|effect| match effect {
        Effect::Step { project, .. } => Some(project.as_str().replace("acme_", "")),
        _ => None,
    });
    steps.collect()
}

pub fn lets_go(effects: &[Effect]) -> usize {
    let all = effects.iter();
    all.filter(|effect| matches!(effect, Effect::LetGo(_)))
        .count()
}

pub fn recalls(effects: &[Effect]) -> bool {
    let mut all = effects.iter();
    all.any(|effect| matches!(effect, Effect::Recall))
}

pub fn kept_roster(effects: &[Effect]) -> Option<Roster> {
    effects.iter().find_map(|effect| match effect {
        Effect::KeepRoster(roster) => Some(roster.clone()),
        _ => None,
    })
}

/// What a status or a complaint says.
pub fn name(text: Option<Text>) -> Option<&'static str> {
    text.map(|text| text.name)
}
