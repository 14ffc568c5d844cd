//! Cloud's logos for README files (addresses seen; the drawing is our own).

use crate::answer::Answer;

/// The logo at a path such as `/images/project_badges/sonarcloud-dark.svg`.
pub(crate) fn logo(path: &str) -> Option<Answer> {
    let name = path.strip_prefix("/images/project_badges/")?;
    let variant = name.strip_prefix("sonarcloud-")?.strip_suffix(".svg")?;
    let (ground, ink) = match variant {
        "light" | "white" => ("#ffffff", "#333333"),
        "dark" | "black" => ("#222222", "#ffffff"),
        "highlight" | "orange" => ("#f3702a", "#ffffff"),
        _ => return None,
    };
    let body = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="52" role="img">
<title>SonarQube Cloud</title>
<rect width="200" height="52" rx="6" fill="{ground}"/>
<text x="100" y="32" text-anchor="middle" font-family="sans-serif" font-size="18" fill="{ink}">SonarQube Cloud</text>
</svg>"##
    );
    Some(Answer::text(200, "image/svg+xml", body).with("cache-control", "max-age=31536000"))
}
