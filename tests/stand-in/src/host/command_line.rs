//! The command line.

use lexopt::{Arg, Parser, ValueExt};
use stand_in::Profile;

/// What `--help` says.
pub(crate) const HELP: &str = "stand-in [--profile NAME] [--tls-port PORT] [--control-port PORT]\n\
    profiles: CloudFull, CloudTokenInNavigation, CloudNeither, CloudTokenWithoutRenewal, \
    Server, ServerForced, Server99";

/// What to play, and where. Port 0 is any free one.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) profile: Profile,
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
            Arg::Long("tls-port") => options.tls_port = parser.value()?.parse()?,
            Arg::Long("control-port") => options.control_port = parser.value()?.parse()?,
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(options))
}
