//! The command line.

use hyper::Uri;
use lexopt::{Arg, Parser, ValueExt};
use stand_in::Profile;

/// What `--help` says.
pub(crate) const HELP: &str = "stand-in [--profile NAME] [--context PATH] [--behind URL] [--tls-port PORT] [--control-port PORT]\n\
    profiles: CloudFull, CloudTokenInNavigation, CloudNeither, CloudTokenWithoutRenewal, \
    Server, ServerForced, Server99\n\
    --context /PATH: where a Server's pages stand\n\
    --behind http://HOST:PORT: no stand-in, but a real SonarQube Server made to look like Cloud";

/// What to play, and where. Port 0 is any free one.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) profile: Profile,
    /// The context path, empty or as `/sonar`.
    pub(crate) context: String,
    /// Host and port of a real server to stand in front of.
    pub(crate) behind: Option<String>,
    pub(crate) tls_port: u16,
    pub(crate) control_port: u16,
}

/// The options; none where help is wanted.
pub(crate) fn parse() -> Result<Option<Options>, lexopt::Error> {
    let mut options = Options::default();
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("profile") => {
                options.profile = parser.value()?.parse_with(|name| {
                    Profile::named(name).ok_or_else(|| format!("no profile {name}"))
                })?;
            }
            Arg::Long("context") => options.context = parser.value()?.string()?,
            Arg::Long("behind") => options.behind = Some(parser.value()?.parse_with(address)?),
            Arg::Long("tls-port") => options.tls_port = parser.value()?.parse()?,
            Arg::Long("control-port") => options.control_port = parser.value()?.parse()?,
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(options))
}

/// Host and port of `http://HOST:PORT`. Cloud has no context path.
fn address(url: &str) -> Result<String, String> {
    let parsed: Option<Uri> = url.parse().ok();
    parsed
        .filter(|uri| uri.scheme_str() == Some("http") && uri.path() == "/")
        .and_then(|uri| Some(format!("{}:{}", uri.host()?, uri.port_u16()?)))
        .ok_or_else(|| format!("{url} is not http://HOST:PORT"))
}
