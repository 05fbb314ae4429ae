//! Days of the plan as a calendar file (`.ics`, RFC 5545). Taken in again by a calendar, an entry replaces the one of the
//! same identifier: nothing is there twice.
//!
//! Must not know which days these are, nor the clock.

use domain::Date;
use icalendar::{Calendar, Component, Event, Property};

/// The writer's name, as the RFC asks for one (section 3.7.3).
const PRODUCT: &str = "-//Ecotone//Partner plan//EN";

/// One entry that lasts whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// The same for the same entry, whenever it is written.
    pub uid: String,
    /// What is to be seen in the calendar.
    pub summary: String,
    /// More, on demand.
    pub description: String,
    /// First day.
    pub first: Date,
    /// Last day, not before the first.
    pub last: Date,
}

/// A calendar file of these days. `revision` grows whenever anything changed and `changed` is when that was, in seconds since
/// 1970: a calendar keeps what is newer.
pub fn calendar(name: &str, days: &[CalendarDay], revision: u32, changed: i64) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", PRODUCT))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(Property::new("X-WR-CALNAME", name).append_parameter(("VALUE", "TEXT")).done());
    let stamp = stamp(changed);
    for day in days {
        let mut event = Event::new();
        event.uid(&day.uid).summary(&day.summary).sequence(revision);
        event.append_property(Property::new("DTSTAMP", stamp.as_str()));
        event.append_property(whole_day("DTSTART", day.first));
        // The end is the first day that no longer belongs to it (section 3.6.1).
        event.append_property(whole_day("DTEND", day.last.tomorrow().unwrap_or(day.last)));
        // Whole days of a plan do not make anybody busy.
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        if !day.description.is_empty() {
            event.description(&day.description);
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn whole_day(key: &str, day: Date) -> Property {
    Property::new(key, day.strftime("%Y%m%d").to_string()).append_parameter(("VALUE", "DATE")).done()
}

fn stamp(seconds: i64) -> String {
    let at = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(uid: &str, summary: &str, first: (i16, i8, i8), last: (i16, i8, i8)) -> CalendarDay {
        let date = |(year, month, day)| jiff::civil::date(year, month, day);
        let (first, last) = (date(first), date(last));
        CalendarDay { uid: uid.into(), summary: summary.into(), description: String::new(), first, last }
    }

    #[test]
    fn days_are_whole_and_end_on_the_day_after() {
        let days =
            [day("a@x", "Launch", (2026, 6, 30), (2026, 6, 30)), day("b@x", "Training", (2026, 12, 30), (2027, 1, 2))];
        let text = calendar("Plan", &days, 7, 1_782_820_800);
        for expect in [
            "DTSTART;VALUE=DATE:20260630\r\n",
            "DTEND;VALUE=DATE:20260701\r\n",
            "DTEND;VALUE=DATE:20270103\r\n",
            "DTSTAMP:20260630T120000Z\r\n",
            "SEQUENCE:7\r\n",
            "UID:a@x\r\n",
        ] {
            assert!(text.contains(expect), "{expect}{text}");
        }
        assert_eq!(text, calendar("Plan", &days, 7, 1_782_820_800));
    }

    #[test]
    fn names_come_back_from_a_public_reader_as_typed() {
        let long = "Ünïcode 👩‍👩‍👧 ".repeat(20);
        for name in ["A, B; C\\n \"quoted\": x", "END:VEVENT", "שלום", long.trim()] {
            let days = [CalendarDay { description: name.into(), ..day(name, name, (2026, 1, 1), (2026, 1, 1)) }];
            let text = calendar(name, &days, 0, 0);
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            let read: Calendar = text.parse().unwrap();
            let event = read.components[0].as_event().unwrap();
            assert_eq!((event.get_summary(), event.get_description()), (Some(name), Some(name)), "{text}");
            assert_eq!(read.components.len(), 1);
        }
    }
}
