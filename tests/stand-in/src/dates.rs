//! Moments as the web API writes them, without a clock.

/// A second of an hour.
pub(crate) const HOUR: u64 = 3_600;
/// A day.
pub(crate) const DAY: u64 = 24 * HOUR;
/// When the scenario plays: 2026-11-22T01:00:00Z.
pub(crate) const EPOCH: u64 = 1_795_309_200;

/// `2026-11-22T00:58:47+0000`, as measured on Server.
pub(crate) fn moment(seconds: u64) -> String {
    let (year, month, day) = civil(seconds / DAY);
    let rest = seconds % DAY;
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}+0000",
        rest / HOUR,
        rest / 60 % 60,
        rest % 60
    )
}

/// `2026-11-22`.
pub(crate) fn day(seconds: u64) -> String {
    moment(seconds).chars().take(10).collect()
}

/// The start of a day written `2027-01-20`.
pub(crate) fn parse_day(text: &str) -> Option<u64> {
    let mut parts = text.splitn(3, '-').map(str::parse::<u64>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    let sane = (1970..3000).contains(&year) && (1..13).contains(&month) && (1..32).contains(&day);
    sane.then(|| days(year, month, day) * DAY)
}

/// Days since 1970 of a date; years start in March, so that leap days come last.
fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = if month < 3 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leaps = year / 4 - year / 100 + year / 400;
    year * 365 + leaps + day_of_year - 719_468
}

/// The inverse of [`days`].
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, in_era) = (days / 146_097, days % 146_097);
    let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let day_of_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = era * 400 + year_of_era + u64::from(month < 3);
    (year, month, day)
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
