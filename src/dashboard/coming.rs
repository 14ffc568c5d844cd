//! What comes in from the storage, the host and the clipboard.

use super::{CopyRefusal, Copyable, Dashboard, Effect, Memory};
use crate::popup::Text;
use crate::record::Unopened;
use crate::rotation::effective;
use crate::sonar::Failure;

impl Dashboard {
    /// Takes in what is stored.
    pub(super) fn recalled(&mut self, memory: Result<Box<Memory>, Unopened>) -> Vec<Effect> {
        self.recalled = true;
        self.storage_refused = memory.is_err();
        self.newer = matches!(memory, Err(Unopened::Newer { .. }));
        // Where it refuses, what was known before still holds.
        let Ok(mut memory) = memory else {
            return Vec::new();
        };
        self.policy = effective(memory.policy, &memory.managed).0;
        self.reach.remembered = memory.remembered_token;
        let ledger = std::mem::take(&mut memory.ledger);
        self.ages.recall(ledger, memory.roster.as_ref());
        let mut effects = self.run_found(memory.run.take(), memory.run_is_elsewhere);
        self.memory = *memory;
        self.judge();
        self.checked = false;
        effects.push(Effect::CheckStore);
        effects
    }

    /// Takes in who is signed in.
    pub(super) fn user_came(&mut self, user: Result<Option<String>, Failure>) -> Option<Effect> {
        self.listing.user_came = true;
        match user {
            Ok(Some(login)) => {
                self.login = Some(login);
                self.listing.nobody = false;
            }
            Ok(None) | Err(Failure::Unauthorized) => {
                self.login = None;
                self.listing.nobody = true;
            }
            Err(_) => {}
        }
        self.keep_roster()
    }

    /// Takes in whether the clipboard took something.
    pub(super) fn copied(&mut self, what: &Copyable, taken: Result<(), CopyRefusal>) {
        self.refused = taken.err();
        if self.refused.is_none() {
            self.status = Some(match what {
                Copyable::OrganizationKey => Text::new("copied_organization_key"),
                Copyable::Snippet(_) => crate::popup::copied(self.memory.choice.style.format),
            });
        }
    }
}
