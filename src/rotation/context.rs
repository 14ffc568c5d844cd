//! What all the steps of one run have in common.

use super::{Gate, Owner};
use crate::page::ProjectKey;
use crate::record::{self, Ending, Entry};
use crate::renewal::{Moment, Store, StoreRefused, Subject};
use crate::token::Fingerprint;

/// The run that a step belongs to.
#[derive(Debug, Clone, Copy)]
pub struct RunContext<'a> {
    /// Whose projects.
    pub owner: &'a Owner,
    /// When the run was begun.
    pub begun: Moment,
    /// The login of who is signed in, where it is known.
    pub login: Option<&'a str>,
    /// One for the whole run.
    pub gate: &'a Gate,
}

/// What an entry of the record says about a project's token.
pub(super) struct Ended {
    pub(super) at: Moment,
    pub(super) ending: Ending,
    pub(super) reason: Option<String>,
    pub(super) before: Option<Fingerprint>,
    pub(super) after: Option<Fingerprint>,
}

impl RunContext<'_> {
    pub(super) fn subject(&self, project: &ProjectKey) -> Subject {
        Subject {
            instance: self.owner.instance.clone(),
            project: project.clone(),
        }
    }

    /// Writes an entry of the record.
    pub(super) async fn write<S: Store>(
        &self,
        store: &S,
        project: &ProjectKey,
        ended: Ended,
    ) -> Result<(), StoreRefused> {
        let organization = self.owner.organization.as_ref();
        let about = Entry::about(&self.subject(project), organization, ended.at, ended.ending);
        let entry = Entry {
            reason: ended.reason,
            before: ended.before,
            after: ended.after,
            login: self.login.map(str::to_owned),
            run: Some(self.begun),
            ..about
        };
        record::write(store, &entry).await
    }

    /// Whether an entry is one of this run.
    pub(super) fn owns(&self, entry: &Entry) -> bool {
        let organization = self.owner.organization.as_ref();
        entry.run == Some(self.begun)
            && entry.instance == self.owner.instance.base_url()
            && entry.organization.as_deref() == organization.map(|key| key.as_str())
    }
}
