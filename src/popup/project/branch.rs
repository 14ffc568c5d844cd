//! Which branch the badges are of: the page's, a pull request's target, or the
//! one that a person has chosen.

use super::ProjectScreen;
use crate::page::BranchName;
use crate::popup::Text;
use crate::popup::remote::Remote;
use crate::sonar::Failure;

impl ProjectScreen {
    /// Takes a person's choice; no answer that comes later changes it.
    pub(super) fn choose_branch(&mut self, branch: Option<BranchName>) {
        self.branch = branch;
        self.wanted = None;
        self.pull_request = None;
        self.seeks_target = false;
    }

    /// Whether it is still to be found out which branch the page is about.
    pub(super) fn seeks_branch(&self) -> bool {
        self.seeks_target || self.wanted.is_some() && self.branches.is_loading()
    }

    /// Takes in the target of the page's pull request; where it is not told, the
    /// main branch stands for it.
    pub(super) fn target_came(&mut self, answer: Result<Option<BranchName>, Failure>) {
        if !std::mem::take(&mut self.seeks_target) {
            return;
        }
        self.wanted = answer.ok().flatten();
        self.branch.clone_from(&self.wanted);
        self.fall_back_to_main();
        self.tell_target();
    }

    /// Says that the main branch stands for another one, where it does.
    pub(super) fn tell_main(&mut self) {
        if self.pull_request.is_some() {
            self.tell_target();
        } else if self.wanted.as_ref().is_some_and(|name| !self.is_main(name)) {
            self.say(Text::new("branch_main"));
        }
    }

    fn is_main(&self, name: &BranchName) -> bool {
        let mut branches = self.branches.ready().into_iter().flatten();
        branches.any(|branch| branch.is_main && branch.name == *name)
    }

    /// Says on a pull request's page which branch this is.
    fn tell_target(&mut self) {
        if self.seeks_target {
            return;
        }
        let is_target = self
            .wanted
            .as_ref()
            .is_some_and(|target| self.branch.as_ref() == Some(target) || self.is_main(target));
        self.say(Text::new(match is_target {
            true => "pull_request",
            false => "pull_request_main",
        }));
    }

    /// Falls back to the main branch where the wanted one has no badges, or is the
    /// main one, which has no name in a badge's URL; and tells whether it did.
    pub(super) fn fall_back_to_main(&mut self) -> bool {
        let (Some(wanted), Remote::Ready(branches)) = (&self.branch, &self.branches) else {
            return false;
        };
        let has_badges = branches
            .iter()
            .any(|branch| branch.name == *wanted && !branch.is_main);
        if !has_badges {
            self.branch = None;
        }
        !has_badges
    }
}
