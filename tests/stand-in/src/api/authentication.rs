//! `api/authentication`: signing in and out, and asking whether one is.

use serde_json::json;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::sessions::{SESSION_COOKIE, SESSION_SECONDS, SignedIn, XSRF_COOKIE};

/// Two cookies and an empty body (measured). A wrong password is an empty 401
/// (source).
pub(crate) fn login(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let (login, password) = (call.request.param("login"), call.request.param("password"));
    let signed_in = login
        .zip(password)
        .and_then(|(login, password)| cloud.sign_in_with(login, password))
        .ok_or_else(Answer::unauthorized)?;
    Ok(with_cookies(Answer::empty(200), &signed_in))
}

/// Both cookies die (source).
pub(crate) fn logout(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    cloud.sign_out(call.request);
    let cookie = |name, rest| format!("{name}=; Path=/; SameSite=Lax; Max-Age=0{rest}");
    Ok(Answer::empty(200)
        .with("set-cookie", cookie(XSRF_COOKIE, ""))
        .with("set-cookie", cookie(SESSION_COOKIE, "; HttpOnly")))
}

/// True for everybody on Cloud (seen), for those signed in on Server (measured).
pub(crate) fn validate(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let refused = cloud.visitor(call.request).is_err();
    let nobody_passes = cloud.profile().is_cloud() && !refused;
    let valid = call.login().is_some() || nobody_passes;
    let body = json!({ "valid": valid }).to_string();
    Ok(Answer::text(
        200,
        "application/json;charset=ISO-8859-1",
        body,
    ))
}

/// The cookies of a session, their attributes as measured.
pub(crate) fn with_cookies(answer: Answer, signed_in: &SignedIn) -> Answer {
    let cookie = |name, value: &str, rest| {
        format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={SESSION_SECONDS}{rest}")
    };
    answer
        .with("set-cookie", cookie(XSRF_COOKIE, &signed_in.xsrf, ""))
        .with(
            "set-cookie",
            cookie(SESSION_COOKIE, &signed_in.session, "; HttpOnly"),
        )
}
