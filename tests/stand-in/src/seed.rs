//! What a stand-in holds when it starts.

use crate::dates::{DAY, EPOCH, HOUR};
use crate::organizations::Organization;
use crate::people::{Grant, Person, Scope};
use crate::projects::{BranchKind, Project, Visibility};

/// Organizations, people, permissions and projects to start with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seed {
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// The people.
    pub people: Vec<Person>,
    /// What they may do.
    pub grants: Vec<Grant>,
    /// The projects.
    pub projects: Vec<Project>,
}

impl Seed {
    /// The scenario of most tests: a payments company with hostile project
    /// names, a large organization and an empty one.
    #[must_use]
    pub fn scenario() -> Self {
        let mut projects = acme();
        projects.extend(many("globex", 1_200, Visibility::Private, 4));
        Self {
            organizations: vec![
                Organization::new(ACME, "Acme Payments"),
                Organization::new("globex", "Globex"),
                Organization::new("initech", "Initech"),
            ],
            people: vec![
                Person::new("ada", "Ada", &[ACME, "globex", "initech"]).system_administrator(),
                Person::new("bo", "Bo", &[ACME]),
                Person::new("cy", "Cy", &[ACME]),
                Person::new("dee", "Dee", &[]),
            ],
            grants: vec![
                Grant::new("ada", Scope::Organization(ACME.into()), true, true),
                Grant::new("ada", Scope::Organization("globex".into()), true, true),
                Grant::new("bo", Scope::Organization(ACME.into()), true, false),
                Grant::new("cy", Scope::Organization(ACME.into()), false, true),
            ],
            projects,
        }
    }
}

const ACME: &str = "acme-payments";

/// `count` projects `ORGANIZATION_service-0001` and on, their analyses spread
/// over the years and every fiftieth without any.
pub(crate) fn many(
    organization: &str,
    count: u32,
    visibility: Visibility,
    digits: usize,
) -> Vec<Project> {
    (1..=count)
        .map(|number| {
            let key = format!("{organization}_service-{number:0digits$}");
            let name = format!("Service {number:0digits$}");
            let mut project = Project::new(organization, &key, &name, visibility);
            let age = u64::from(number % 97) * 9 * DAY + u64::from(number % 23) * HOUR;
            project.analysed = (number % 50 != 0).then_some(EPOCH - age);
            project
        })
        .collect()
}

fn acme() -> Vec<Project> {
    let private = |key: &str, name: &str| Project::new(ACME, key, name, Visibility::Private);
    vec![
        private("acme-payments_payments-service", "Payments Service")
            .with_branch("release/1.x", BranchKind::Long)
            .with_branch("feature/foo#1&2", BranchKind::Long)
            .with_branch("wip", BranchKind::Short)
            .with_pull_request("123", "Add instant refunds", "wip", "main")
            .with_measure("alert_status", "passed")
            .with_measure("coverage", "81.4%")
            .with_measure("ncloc", "12k"),
        private("acme-payments_checkout-ui", "Checkout UI").with_measure("alert_status", "failed"),
        Project::new(
            ACME,
            "acme-payments_open-docs",
            "Open Docs",
            Visibility::Public,
        ),
        private("acme:ledger.core_v2-x", "Ledger"),
        private(
            "acme-payments_script",
            "<script>alert(1)</script> [x](y) | \"q\"",
        ),
        private(
            "acme-payments_rtl",
            "\u{5e9}\u{5d9}\u{5e8}\u{5d5}\u{5ea} \u{62e}\u{62f}\u{645}\u{629} \u{202e}gnp.egdab",
        ),
        private(
            "acme-payments_emoji",
            "\u{1f4b3} Cards \u{1f469}\u{200d}\u{1f4bb}\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
        ),
        private("acme-payments_fresh", "Fresh").never_analysed(),
        private(
            "acme-payments_long",
            &"Long name "
                .repeat(26)
                .chars()
                .take(255)
                .collect::<String>(),
        ),
    ]
}
