//! `api/server/version` and `api/system/status`.

use serde_json::json;

use crate::answer::Answer;
use crate::calls::Call;
use crate::cloud::Cloud;
use crate::mint::uuid;

/// The bare number as text (measured).
pub(crate) fn version(cloud: &mut Cloud, _: &Call<'_>) -> Result<Answer, Answer> {
    Ok(Answer::text(200, "text/plain", cloud.profile().version()).uncached())
}

/// Always up.
pub(crate) fn status(cloud: &mut Cloud, _: &Call<'_>) -> Result<Answer, Answer> {
    let version = cloud.profile().version();
    Ok(Answer::json(
        &json!({ "id": uuid(version), "version": version, "status": "UP" }),
    ))
}
