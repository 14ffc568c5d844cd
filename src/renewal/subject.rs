//! Which project's token it is about, and the names of its records.

use crate::page::{Instance, ProjectKey};

/// A project on an instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Where the project lives.
    pub instance: Instance,
    /// The project.
    pub project: ProjectKey,
}

impl Subject {
    /// The name of the lock under which the token is renewed, settled, noted.
    pub(crate) fn lock(&self) -> String {
        self.name("lock")
    }

    /// The name of the journal's record.
    pub(crate) fn intent(&self) -> String {
        self.name("intent")
    }

    /// The name of the ledger's record.
    pub(crate) fn ledger(&self) -> String {
        self.name("ledger")
    }

    /// The name of the lock under which a record is written, by the record's name: of
    /// the ledger's that is its project's, of any other nobody else's.
    pub(crate) fn lock_of(name: &str) -> String {
        name.replacen("ledger ", "lock ", 1)
    }

    /// What the names of all the ledger's records of an instance begin with.
    pub fn ledgers(instance: &Instance) -> String {
        format!("ledger {} ", instance.base_url())
    }

    /// What the names of all the journal's records of an instance begin with.
    pub(crate) fn intents(instance: &Instance) -> String {
        format!("intent {} ", instance.base_url())
    }

    fn name(&self, of: &str) -> String {
        format!("{of} {} {}", self.instance.base_url(), self.project)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Region;

    /// Records are stored under these, and read by later versions.
    #[test]
    fn names_tell_what_of_which_project_on_which_instance() {
        let instance = Instance::Cloud(Region::Us);
        let subject = Subject {
            project: ProjectKey::parse("acme:pay").unwrap_or_else(|error| panic!("{error}")),
            instance: instance.clone(),
        };
        assert_eq!(subject.lock(), "lock https://sonarqube.us acme:pay");
        assert_eq!(subject.intent(), "intent https://sonarqube.us acme:pay");
        assert_eq!(subject.ledger(), "ledger https://sonarqube.us acme:pay");
        assert_eq!(Subject::lock_of(&subject.ledger()), subject.lock());
        assert_eq!(Subject::intents(&instance), "intent https://sonarqube.us ");
        assert_eq!(Subject::ledgers(&instance), "ledger https://sonarqube.us ");
    }
}
