//! `api/authentication`: signing in and out, and asking whether one is.

use serde_json::json;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::profile::Profile;
use crate::sessions::{SESSION_COOKIE, SESSION_SECONDS, SignedIn, XSRF_COOKIE, XSRF_HEADER};

/// Two cookies and an empty body. Anything amiss with login and password is an
/// empty 401 (measured).
pub(crate) fn login(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let (login, password) = (call.request.param("login"), call.request.param("password"));
    let signed_in = login
        .zip(password)
        .and_then(|(login, password)| cloud.sign_in_with(login, password))
        .ok_or_else(Answer::unauthorized)?;
    let answer = Answer::empty(200);
    let answer = if call.profile.tells_xsrf_token() {
        answer.with(XSRF_HEADER, &signed_in.xsrf)
    } else {
        answer
    };
    Ok(with_cookies(cloud, answer, &signed_in))
}

/// Both cookies die, whoever asks. Attributes measured: 9.9 says `Max-Age` too.
/// The XSRF token is told once more if the request bore it (measured on 26.9).
pub(crate) fn logout(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let answer = match cloud.visitor(call.request) {
        Ok(_) => cloud.with_xsrf_header(call.request, Answer::empty(200)),
        Err(_) => Answer::empty(200),
    };
    cloud.sign_out(call.request);
    let path = cloud.root();
    let age = if call.profile == Profile::Server99 {
        "Max-Age=0; "
    } else {
        ""
    };
    let cookie = |name| format!("{name}=; {age}Expires=Thu, 01 Jan 1970 00:00:10 GMT; Path={path}");
    Ok(answer
        .with("set-cookie", cookie(SESSION_COOKIE) + "; HttpOnly")
        .with("set-cookie", cookie(XSRF_COOKIE)))
}

/// Whether these credentials open anything: true for nobody where signing in is
/// not forced (measured on 26.9; seen on Cloud), never for bad ones (measured).
pub(crate) fn validate(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let valid = match cloud.visitor(call.request) {
        Ok(visitor) => visitor.login.is_some() || !call.profile.forces_authentication(),
        Err(_) => false,
    };
    let body = json!({ "valid": valid }).to_string();
    let answer = Answer::text(200, "application/json;charset=ISO-8859-1", body);
    Ok(cloud.with_xsrf_header(call.request, answer))
}

/// The cookies of a session, their attributes as measured.
pub(crate) fn with_cookies(cloud: &Cloud, answer: Answer, signed_in: &SignedIn) -> Answer {
    let path = cloud.root();
    let cookie = |name, value: &str, rest| {
        format!("{name}={value}; Path={path}; SameSite=Lax; Max-Age={SESSION_SECONDS}{rest}")
    };
    answer
        .with("set-cookie", cookie(XSRF_COOKIE, &signed_in.xsrf, ""))
        .with(
            "set-cookie",
            cookie(SESSION_COOKIE, &signed_in.session, "; HttpOnly"),
        )
}
