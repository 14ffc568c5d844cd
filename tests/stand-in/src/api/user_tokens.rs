//! `api/user_tokens`: one's own personal access tokens.

use serde_json::{Value, json};

use crate::access_tokens::AccessToken;
use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::dates;
use crate::profile::Profile;

/// The longest name (documentation).
const LONGEST: usize = 100;

/// By name (measured).
pub(crate) fn search(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let login = call.somebody()?;
    let mut mine: Vec<&AccessToken> = cloud
        .living_tokens()
        .filter(|token| token.login == login)
        .collect();
    mine.sort_by(|a, b| a.name.cmp(&b.name));
    let tokens: Vec<Value> = mine
        .into_iter()
        .map(|token| {
            let mut entry = described(cloud.profile(), token);
            if let Some(used) = token.shown_use {
                entry["lastConnectionDate"] = json!(dates::moment(used));
            }
            if let Some(end) = token.expires {
                entry["isExpired"] = json!(cloud.now >= end);
            }
            entry
        })
        .collect();
    Ok(Answer::json(
        &json!({ "login": login, "userTokens": tokens }),
    ))
}

/// The only time that the secret is told (texts measured).
pub(crate) fn generate(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let name = call.required("name")?;
    let login = call.somebody()?;
    let length = name.chars().count();
    if length > LONGEST {
        return Err(Answer::error(
            400,
            &format!("'name' length ({length}) is longer than the maximum authorized ({LONGEST})"),
        ));
    }
    if cloud
        .living_tokens()
        .any(|token| token.login == login && token.name == name)
    {
        return Err(Answer::error(
            400,
            &format!("A user token for login '{login}' and name '{name}' already exists"),
        ));
    }
    let expires = match call.request.param("expirationDate") {
        None => None,
        Some(text) => Some(end(text, cloud.now)?),
    };
    let secret = cloud.mint.token(cloud.profile().access_token_prefix());
    let token = AccessToken::new(login, name, secret, cloud.now, expires);
    let mut body = described(cloud.profile(), &token);
    body["login"] = json!(login);
    body["token"] = json!(token.secret);
    cloud.access_tokens.push(token);
    Ok(Answer::json(&body))
}

/// 204, also where there was no such token (measured).
pub(crate) fn revoke(cloud: &mut Cloud, call: &Call<'_>) -> Result<Answer, Answer> {
    let name = call.required("name")?;
    let login = call.somebody()?;
    cloud
        .access_tokens
        .retain(|token| token.login != login || token.name != name);
    Ok(Answer::no_content())
}

fn end(text: &str, now: u64) -> Result<u64, Answer> {
    let end = dates::parse_day(text).ok_or_else(|| {
        Answer::error(
            400,
            "Supplied date format for parameter expirationDate is wrong. \
             Please supply date in the ISO 8601 date format (YYYY-MM-DD)",
        )
    })?;
    if end > now {
        return Ok(end);
    }
    let tomorrow = dates::day(now + dates::DAY);
    let message = format!("The minimum value for parameter expirationDate is {tomorrow}.");
    Err(Answer::error(400, &message))
}

/// What list and creation share. Server adds a type (measured); that Cloud
/// does not is inferred.
fn described(profile: Profile, token: &AccessToken) -> Value {
    let mut entry = json!({ "name": token.name, "createdAt": dates::moment(token.created) });
    if let Some(end) = token.expires {
        entry["expirationDate"] = json!(dates::moment(end));
    }
    if !profile.is_cloud() {
        entry["type"] = json!("USER_TOKEN");
    }
    entry
}
