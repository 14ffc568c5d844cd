//! Moments as the web API writes them, without a clock.

use time::format_description::well_known::Iso8601;
use time::macros::format_description;
use time::{Date, UtcDateTime};

/// A second of an hour.
pub(crate) const HOUR: u64 = 3_600;
/// A day.
pub(crate) const DAY: u64 = 24 * HOUR;
/// When the scenario plays: 2026-11-22T01:00:00Z.
pub(crate) const EPOCH: u64 = 1_795_309_200;

/// `2026-11-22T00:58:47+0000`, as measured on Server.
pub(crate) fn moment(seconds: u64) -> String {
    let written = format_description!(
        "[year]-[month]-[day]T[hour]:[minute]:[second][offset_hour sign:mandatory][offset_minute]"
    );
    date(seconds).format(&written).unwrap_or_default()
}

/// `2026-11-22`.
pub(crate) fn day(seconds: u64) -> String {
    let day = date(seconds).date();
    day.format(&Iso8601::DATE).unwrap_or_default()
}

/// The start of a day written `2027-01-20`.
pub(crate) fn parse_day(text: &str) -> Option<u64> {
    let day = Date::parse(text, &Iso8601::DATE).ok()?;
    day.midnight().assume_utc().unix_timestamp().try_into().ok()
}

/// Later than any calendar goes is the calendar's end.
fn date(seconds: u64) -> UtcDateTime {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    UtcDateTime::from_unix_timestamp(seconds).unwrap_or(UtcDateTime::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_server_writes_it() {
        assert_eq!(moment(EPOCH), "2026-11-22T01:00:00+0000");
        assert_eq!(day(951_782_400), "2000-02-29");
    }

    #[test]
    fn a_day_survives_the_round_trip() {
        for text in ["1970-01-01", "2024-02-29", "2027-01-20", "2100-12-31"] {
            assert_eq!(parse_day(text).map(day).as_deref(), Some(text));
        }
        assert_eq!(parse_day("soon"), None);
    }
}
