//! What a run looks like, and the question before it.

use super::holding::Hold;
use super::running::Running;
use super::view::{Button, DialogView, RunView};
use super::{Action, Dashboard};
use crate::popup::Text;
use crate::renewal::Moment;
use crate::rotation::{Obstacle, Plan, RunState};

/// How long a request is taken to be on its way, in milliseconds, before any
/// was measured.
const REQUEST: u32 = 250;

impl Running {
    /// The whole seconds that the run waits for the host.
    pub fn wait(&self, now: Moment) -> i64 {
        match self.run.state() {
            RunState::Waiting { until } => (until.since(now) + 999) / 1_000,
            _ => 0,
        }
    }
}

pub(super) fn button(label: &'static str, action: Action) -> Button {
    Button {
        label: Text::new(label),
        action,
        enabled: true,
    }
}

impl Dashboard {
    pub(super) fn run_view(&self) -> Option<RunView> {
        let running = self.running.as_ref()?;
        let progress = running.run.progress();
        let (title, buttons) = match (running.hold, running.run.state()) {
            (Hold::Asked, RunState::Finished) => ("run_is_finished", Vec::new()),
            (_, RunState::Finished) => {
                ("run_is_finished", vec![button("dismiss", Action::Dismiss)])
            }
            (_, RunState::Stopped) => ("run_is_stopped", vec![button("dismiss", Action::Dismiss)]),
            (Hold::Left, _) => (
                "run_was_left",
                vec![
                    Button {
                        enabled: self.renews(),
                        ..button("go_on", Action::Resume)
                    },
                    button("give_up", Action::Stop),
                ],
            ),
            (Hold::Theirs, _) => (
                "run_is_elsewhere",
                vec![button("try_again", Action::Resume)],
            ),
            (Hold::Asked, _) => ("run_begins", Vec::new()),
            (_, RunState::Stopping) => ("run_is_stopping", Vec::new()),
            (Hold::Ours, RunState::Paused(_)) => (
                "run_rests",
                vec![
                    button("go_on", Action::Resume),
                    button("stop", Action::Stop),
                ],
            ),
            (Hold::Ours, _) => (
                "run_goes_on",
                vec![button("pause", Action::Pause), button("stop", Action::Stop)],
            ),
        };
        let mut note = vec![
            Text::new("ended_of")
                .number(progress.ended)
                .number(progress.total),
        ];
        for (name, count) in [
            ("count_renewed", progress.renewed),
            ("count_elsewhere", progress.renewed_elsewhere),
            ("count_not_renewed", progress.not_renewed),
            ("count_unknown", progress.unknown),
        ] {
            if count > 0 {
                note.push(Text::counted(name, count));
            }
        }
        if running.wait(self.now) > 0 && running.hold == Hold::Ours {
            note.push(Text::counted("waits_for_host", running.wait(self.now)));
        }
        Some(RunView {
            title: Text::new(title),
            ended: progress.ended,
            total: progress.total,
            note,
            buttons,
        })
    }

    pub(super) fn plan_view(plan: &Plan) -> DialogView {
        let count = plan.renew.len();
        let mut notes = vec![Text::new("renewal_consequence")];
        if count > 0 {
            let seconds = plan.seconds(REQUEST);
            notes.push(match seconds {
                0..90 => Text::counted("takes_seconds", seconds.max(1)),
                _ => Text::counted("takes_minutes", seconds.div_ceil(60)),
            });
        }
        DialogView {
            title: match count {
                0 => Text::new("plan_renews_nothing"),
                _ => Text::counted("plan_renews", count),
            },
            notes,
            obstacles: obstacles(plan),
            confirm: Button {
                label: Text::counted("renew_tokens", count),
                action: Action::Confirm,
                enabled: count > 0,
            },
        }
    }
}

/// How many projects are left out, and why.
fn obstacles(plan: &Plan) -> Vec<Text> {
    let count = |wanted: Obstacle| {
        let all = plan.cannot.iter();
        all.filter(|(_, obstacle)| *obstacle == wanted).count()
    };
    [
        ("cannot_administer", Obstacle::NoAdminister),
        ("cannot_needless", Obstacle::NoTokenNeeded),
        ("cannot_not_offered", Obstacle::NotOffered),
    ]
    .into_iter()
    .map(|(name, obstacle)| (name, count(obstacle)))
    .filter(|(_, count)| *count > 0)
    .map(|(name, count)| Text::counted(name, count))
    .collect()
}
