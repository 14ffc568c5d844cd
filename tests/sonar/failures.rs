//! Failures: answers that are none, and who is signed in behind a 401.

use rebadge::sonar::{Failure, Method, ReadBadgeToken, RenewBadgeToken, ask, explained};
use stand_in::Profile;

use super::desk::{Desk, finish};
use super::{Answer, project};

#[test]
fn answers_that_are_no_answers_are_told_apart() {
    let cases = [
        (200, "<html>Sign in</html>", Failure::Html),
        (200, "{\"token\":", Failure::Unreadable),
        (200, "{\"token\":42}", Failure::Unreadable),
        (200, "{\"token\":\"two words\"}", Failure::Unreadable),
        (200, "", Failure::Unreadable),
        (403, "<html>Blocked</html>", Failure::Html),
        (404, "<html>Nothing here</html>", Failure::NotOffered),
        (404, "", Failure::NotOffered),
        (500, "", Failure::Server { status: 500 }),
        (503, "<html></html>", Failure::Server { status: 503 }),
        (
            429,
            "<html></html>",
            Failure::RateLimited {
                retry_after: Some(7),
            },
        ),
        (302, "", Failure::Refused { status: 302 }),
    ];
    for (status, body, failure) in cases {
        let answer = finish(ask(&Answer(status, body), &ReadBadgeToken(project())));
        assert_eq!(answer, Err(failure), "{status} {body:?}");
    }
}

#[test]
fn a_page_instead_of_a_renewals_answer_is_no_success() {
    let answer = finish(ask(
        &Answer(200, "<html></html>"),
        &RenewBadgeToken(project()),
    ));
    assert_eq!(answer, Err(Failure::Html));
}

#[test]
fn a_401_is_explained_by_who_is_signed_in() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let explain = |desk: &Desk| finish(explained(desk, Failure::Unauthorized, Method::Post));
    assert_eq!(explain(&desk), Failure::SessionRefused);
    desk.cloud.borrow_mut().sign_everyone_out();
    assert_eq!(explain(&desk), Failure::NotSignedIn);
    assert_eq!(
        finish(explained(&desk, Failure::NoBrowse, Method::Get)),
        Failure::NotSignedIn
    );
    assert_eq!(
        finish(explained(&desk, Failure::Html, Method::Get)),
        Failure::Html,
        "nothing to ask about"
    );
}
