//! A page that works at a run, as far as it is let.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use rebadge::page::ProjectKey;
use rebadge::renewal::Clock;
use rebadge::rotation::{Gate, Run, RunEffect, RunEvent, RunOrder, RunState, Step, step};

use super::{Floor, context, owner};

type Work<'a> = Pin<Box<dyn Future<Output = Step> + 'a>>;

/// What is told about a page while it is open.
pub enum Word {
    /// One of what is under way goes on.
    GoOn(usize),
    /// A person does something.
    Say(RunEvent),
    /// The page is closed.
    Close,
}

/// Lets a page work at a run until there is nothing to do without a person, or
/// it is closed. `word` is asked before each piece of work, and told how many
/// steps are under way.
pub fn page(floor: &Floor, order: &RunOrder, run: &mut Run, mut word: impl FnMut(usize) -> Word) {
    let (owner, gate) = (owner(), Gate::default());
    let context = context(&owner, &gate, order);
    let mut tasks: Vec<(ProjectKey, Work<'_>)> = Vec::new();
    let mut poll = Context::from_waker(Waker::noop());
    let mut wakes: Vec<i64> = Vec::new();
    let mut effects = run.update(RunEvent::Resume, floor.now(), 0.5);
    loop {
        for effect in std::mem::take(&mut effects) {
            match effect {
                RunEffect::Step { project, last } => {
                    assert!(
                        tasks.iter().all(|(other, _)| *other != project),
                        "a project is under way once"
                    );
                    let work = project.clone();
                    let context = &context;
                    let work: Work<'_> =
                        Box::pin(async move { step(floor, context, &work, last).await });
                    tasks.push((project, work));
                }
                RunEffect::Wake { after } => wakes.push(floor.now().0 + i64::from(after)),
            }
        }
        assert!(tasks.len() <= 8, "never more at once");
        assert_eq!(run.progress().renewing, tasks.len());
        if tasks.is_empty() && !matches!(run.state(), RunState::Waiting { .. }) {
            return;
        }
        let event = match word(tasks.len()) {
            Word::Close => return,
            Word::Say(event) => event,
            Word::GoOn(_) if tasks.is_empty() => {
                let due = wakes.pop().expect("who waits is woken");
                floor.desk.now.set(floor.now().0.max(due));
                RunEvent::Woke
            }
            Word::GoOn(which) => {
                let which = which % tasks.len();
                let Poll::Ready(step) = tasks[which].1.as_mut().poll(&mut poll) else {
                    continue;
                };
                RunEvent::Stepped(tasks.swap_remove(which).0, step)
            }
        };
        effects = run.update(event, floor.now(), 0.5);
    }
}

/// Works at a run, all steps side by side in turns, until it needs a person.
pub fn work(floor: &Floor, order: &RunOrder, run: &mut Run) {
    let mut turn = 0;
    page(floor, order, run, |_| {
        turn += 1;
        Word::GoOn(turn)
    });
}
