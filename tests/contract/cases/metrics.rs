//! The metrics that have a badge.

use crate::case::{Case, on_cloud, on_servers};
use crate::cases::error_badges::missing;
use crate::expected::Evidence::Seen;
use crate::kind::Kind;
use crate::server::Seeded;
use crate::visit::{Visit, badge};
use stand_in::Profile;

pub const CASES: &[Case] = &[
    on_servers("an unknown metric is 400 and lists the known ones", unknown),
    on_servers(
        "an unknown metric of a project that is not shown is 400 on 9.9 only",
        not_shown,
    ),
    on_servers("every metric of the list has a badge", every_metric),
    on_cloud(
        &[Profile::CloudFull, Profile::CloudNeither],
        Seen("the metrics that the badge dialog of sonarcloud.io offers"),
        "Cloud has eleven metrics",
        eleven,
    ),
];

const OF_9_9: &str = "bugs, code_smells, coverage, duplicated_lines_density, ncloc, sqale_rating, \
    alert_status, reliability_rating, security_hotspots, security_rating, sqale_index, vulnerabilities";

const OF_26_9: &str = "coverage, duplicated_lines_density, ncloc, alert_status, security_hotspots, bugs, \
    code_smells, vulnerabilities, sqale_rating, reliability_rating, security_rating, sqale_index, \
    software_quality_reliability_issues, software_quality_maintainability_issues, \
    software_quality_security_issues, software_quality_maintainability_rating, \
    software_quality_reliability_rating, software_quality_security_rating, \
    software_quality_maintainability_remediation_effort";

fn known(kind: Kind) -> &'static str {
    if kind.is_9_9() { OF_9_9 } else { OF_26_9 }
}

fn refusal(kind: Kind) -> String {
    let known = known(kind);
    format!("Value of parameter 'metric' (no_such_metric) must be one of: [{known}]")
}

fn unknown(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    at.ask(badge(&project, "no_such_metric").query("token", &token))
        .status(400)
        .says_that(&refusal(at.kind()));
}

fn not_shown(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for key in [project.as_str(), "there-is-none"] {
        let reply = at.ask(badge(key, "no_such_metric"));
        if at.kind().is_9_9() {
            reply.status(400).says_that(&refusal(at.kind()));
        } else {
            reply.is_error_picture(missing());
        }
    }
}

fn every_metric(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let token = at.badge_token(&project);
    for metric in known(at.kind()).split(", ") {
        at.ask(badge(&project, metric).query("token", &token))
            .is_good_picture();
    }
}

fn eleven(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    let reply = at.ask(badge(&project, "security_hotspots"));
    let words = reply.text_at("/errors/0/msg");
    reply.status(400);
    reply.check(
        words.matches(", ").count() == 10,
        "a list of eleven metrics",
    );
}
