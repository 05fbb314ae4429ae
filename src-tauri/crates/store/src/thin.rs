//! Which backups are kept as they grow old.

use std::collections::BTreeSet;

use jiff::Timestamp;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// Answers for each time (newest first) whether its backup is kept: all of the last hour, then the newest of each hour
/// for a day, of each day for thirty days, of each week for a year. The newest of all is always kept.
pub(crate) fn kept(newest_first: &[Timestamp], now: Timestamp) -> Vec<bool> {
    let mut taken = BTreeSet::new();
    newest_first
        .iter()
        .enumerate()
        .map(|(index, time)| {
            let second = time.as_second();
            let span = match now.as_second() - second {
                age if age < HOUR => return true,
                age if age < DAY => HOUR,
                age if age < 30 * DAY => DAY,
                age if age < 52 * WEEK => WEEK,
                _ => return index == 0,
            };
            taken.insert((span, second.div_euclid(span)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_thin_out_with_age() {
        let now: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        let table = [
            ("2026-11-23T12:29:00Z", true, "of the last hour all are kept"),
            ("2026-11-23T12:19:00Z", true, "of the last hour all are kept"),
            ("2026-11-23T12:09:00Z", true, "of the last hour all are kept"),
            ("2026-11-23T10:50:00Z", true, "the newest of its hour"),
            ("2026-11-23T10:40:00Z", false, "an older one of that hour"),
            ("2026-11-23T09:59:00Z", true, "the newest of the hour before"),
            ("2026-11-22T12:00:00Z", true, "the newest of yesterday beyond a day"),
            ("2026-11-22T08:00:00Z", false, "an older one of that day"),
            ("2026-11-10T08:00:00Z", true, "the newest of its day"),
            ("2026-10-15T08:00:00Z", true, "the newest of its week (a Thursday begins it)"),
            ("2026-10-16T08:00:00Z", false, "of the same week"),
            ("2025-01-01T08:00:00Z", false, "older than a year"),
        ];
        let times: Vec<Timestamp> = table.iter().map(|(time, _, _)| time.parse().unwrap()).collect();
        for ((time, expect, why), found) in table.iter().zip(kept(&times, now)) {
            assert_eq!(found, *expect, "{time}: {why}");
        }
    }

    #[test]
    fn the_newest_is_kept_however_old() {
        let now: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        let times: Vec<Timestamp> =
            ["2020-01-02T00:00:00Z", "2020-01-01T00:00:00Z"].iter().map(|time| time.parse().unwrap()).collect();
        assert_eq!(kept(&times, now), [true, false]);
    }
}
