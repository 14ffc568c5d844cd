//! Moments as RFC 3339 writes them: `2026-11-22T09:30:00Z`.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::renewal::Moment;

/// The first and the last moment of the years 0 to 9999, which RFC 3339 has.
const RANGE: (i64, i64) = (-62_167_219_200_000, 253_402_300_799_999);

/// Nanoseconds of a millisecond.
const NANOS: i128 = 1_000_000;

/// The text of a moment, in UTC, with a fraction of a second where there is
/// one: `2026-11-22T09:30:00.12Z`. A moment outside of the years 0 to 9999 is
/// written as the nearest inside.
#[must_use]
pub fn to_text(moment: Moment) -> String {
    let (first, last) = RANGE;
    let nanos = i128::from(moment.0.clamp(first, last)) * NANOS;
    let date = OffsetDateTime::from_unix_timestamp_nanos(nanos).ok();
    date.and_then(|date| date.format(&Rfc3339).ok())
        .unwrap_or_default()
}

/// The moment that a text of RFC 3339 names, at whatever offset; what is less
/// than a millisecond is left out. Nothing where it is another text.
#[must_use]
pub fn of_text(text: &str) -> Option<Moment> {
    let date = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    let milliseconds = date.unix_timestamp_nanos().div_euclid(NANOS);
    i64::try_from(milliseconds).ok().map(Moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc() {
        assert_eq!(to_text(Moment(1_795_339_800_000)), "2026-11-22T09:30:00Z");
        assert_eq!(
            to_text(Moment(1_795_339_800_120)),
            "2026-11-22T09:30:00.12Z"
        );
        assert_eq!(to_text(Moment(951_782_400_000)), "2000-02-29T00:00:00Z");
    }

    #[test]
    fn a_moment_beyond_is_the_nearest() {
        assert_eq!(to_text(Moment(i64::MIN)), "0000-01-01T00:00:00Z");
        assert_eq!(to_text(Moment(i64::MAX)), "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn an_offset_is_reckoned_in() {
        let moment = Some(Moment(1_795_339_800_120));
        assert_eq!(of_text("2026-11-22T10:30:00.1209+01:00"), moment);
        assert_eq!(of_text("2026-11-22T09:30:00.12Z"), moment);
        for text in [
            "",
            "soon",
            "2026-11-22",
            "2026-11-22T09:30:00",
            "2026-02-30T00:00:00Z",
        ] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
