//! What a run looks like, the question before it, and what went wrong.

use super::running::{Hold, Running};
use super::view::{Alert, Button, DialogView, RunView};
use super::{Action, CopyRefusal, Dashboard};
use crate::popup::{Advice, Text};
use crate::renewal::Moment;
use crate::rotation::{Obstacle, Pause, Plan, RunState};
use crate::sonar::{Failure, Loss};

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

fn button(label: &'static str, action: Action) -> Button {
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
                    button("go_on", Action::Resume),
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

    pub(super) fn dialog_view(&self) -> Option<DialogView> {
        let plan = self.plan.as_ref()?;
        let count = plan.renew.len();
        let mut notes = vec![Text::new("renewal_consequence")];
        if count > 0 {
            let seconds = plan.seconds(REQUEST);
            notes.push(match seconds {
                0..90 => Text::counted("takes_seconds", seconds.max(1)),
                _ => Text::counted("takes_minutes", seconds.div_ceil(60)),
            });
        }
        Some(DialogView {
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
        })
    }

    pub(super) fn alert(&self) -> Option<Alert> {
        let plain = |name| Alert {
            texts: vec![Text::new(name)],
            button: None,
        };
        match self.refused {
            Some(CopyRefusal::Clipboard) => return Some(plain("clipboard_refused")),
            Some(CopyRefusal::Token(failure)) => {
                return Some(self.trouble(Text::new("snippet_without_token"), failure, None));
            }
            None => {}
        }
        if let Some(complaint) = self.complaint.clone() {
            return Some(Alert {
                texts: vec![complaint],
                button: None,
            });
        }
        if self.storage_refused {
            return Some(Alert {
                texts: vec![
                    Text::new("storage_refused"),
                    Text::new("storage_refused_next"),
                ],
                button: Some(button("try_again", Action::Reload)),
            });
        }
        if self.memory.unreadable_run {
            return Some(Alert {
                texts: vec![
                    Text::new("run_unreadable"),
                    Text::new("run_unreadable_next"),
                ],
                button: Some(button("forget_run", Action::ForgetRun)),
            });
        }
        if let Some(RunState::Paused(pause)) = self.ours() {
            match pause {
                Pause::Asked => {}
                Pause::Refused(failure) | Pause::Unreachable(failure) => {
                    return Some(self.trouble(
                        Text::new("run_had_to_rest"),
                        failure,
                        Some(Action::Resume),
                    ));
                }
                Pause::Storage => {
                    return Some(Alert {
                        texts: vec![
                            Text::new("run_had_to_rest"),
                            Text::new("storage_refused"),
                            Text::new("storage_refused_next"),
                        ],
                        button: Some(button("go_on", Action::Resume)),
                    });
                }
            }
        }
        if self.listing.nobody {
            return Some(self.trouble(
                Text::new("list_incomplete"),
                Failure::NotSignedIn,
                Some(Action::Reload),
            ));
        }
        let failure = self.listing.whole.progress().failure?;
        Some(self.trouble(Text::new("list_incomplete"), failure, Some(Action::Reload)))
    }

    fn ours(&self) -> Option<RunState> {
        let running = self.running.as_ref()?;
        (running.hold == Hold::Ours).then(|| running.run.state())
    }

    /// A failure in words, with the button that helps.
    fn trouble(&self, lead: Text, failure: Failure, retry: Option<Action>) -> Alert {
        let advice = Advice::on(failure, crate::popup::Action::Reload, 0);
        let button = match failure {
            Failure::NotSignedIn => Some(button("sign_in", Action::SignIn)),
            Failure::Lost {
                loss: Loss::TabGone | Loss::Navigated,
                ..
            } => Some(button("open_host", Action::OpenHost)),
            _ => retry.map(|action| button("try_again", action)),
        };
        Alert {
            texts: vec![lead, advice.what, advice.next],
            button,
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
