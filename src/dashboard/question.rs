//! What a person is asked before it is done.

use super::{Dashboard, Dialog, Effect, Wish};
use crate::handover::Form;
use crate::popup::Text;
use crate::rotation::Plan;

/// The question that is open.
#[derive(Debug)]
pub(super) enum Question {
    /// Whether tokens are to be renewed.
    Renew(Plan),
    /// How a run is to be handed over.
    HandOver(Wish),
    /// Whether everything is to be deleted.
    Delete,
}

impl Dashboard {
    /// Asks how a run is to be handed over, where there is one.
    pub(super) fn ask_hand_over(&mut self) {
        if self.may_hand_over() {
            self.question = Some(Question::HandOver(Wish {
                form: Form::Csv,
                with_tokens: false,
            }));
        }
    }

    /// Takes in what is said about how it is to be handed over.
    pub(super) fn wish(&mut self, change: impl FnOnce(&mut Wish)) {
        if let Some(Question::HandOver(wish)) = &mut self.question {
            change(wish);
        }
    }

    /// Asks whether everything is to be deleted.
    pub(super) fn ask_delete(&mut self) {
        if self.is_running() {
            self.complaint = Some(Text::new("delete_while_running"));
        } else {
            self.question = Some(Question::Delete);
        }
    }

    /// Does what was asked.
    pub(super) fn confirm(&mut self) -> Vec<Effect> {
        match self.question.take() {
            Some(Question::Renew(plan)) => self.rotate(plan),
            Some(Question::HandOver(wish)) => self.hand_over(wish),
            Some(Question::Delete) => vec![Effect::DeleteAll],
            None => Vec::new(),
        }
    }

    pub(super) fn dialog(&self) -> Option<Dialog> {
        Some(match self.question.as_ref()? {
            Question::Renew(plan) => Dialog::Plan(Self::plan_view(plan)),
            Question::HandOver(wish) => Dialog::HandOver(*wish),
            Question::Delete => Dialog::Delete,
        })
    }
}
