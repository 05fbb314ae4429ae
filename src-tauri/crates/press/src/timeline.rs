//! Where days stand on a timeline, as parts of its width.

use domain::Date;
use serde::Serialize;

use crate::input::MotionPage;

/// A span of whole months with its ticks.
#[derive(Debug, PartialEq, Serialize)]
pub struct Axis {
    /// A tick at the start of each month, or of each third or twelfth when there are many.
    pub ticks: Vec<Tick>,
    /// Where today stands, when it is inside.
    pub today: Option<f64>,
}

/// A tick of an [`Axis`].
#[derive(Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Where, 0 to 1.
    pub at: f64,
    /// Its month, 1 to 12.
    pub month: u8,
    /// Its year.
    pub year: i16,
    /// The year is shown: on the first tick and on each first of a year.
    pub first: bool,
}

/// From `start` to `end`, 0 to 1.
#[derive(Debug, PartialEq, Serialize)]
pub struct Span {
    /// Its left end.
    pub start: f64,
    /// Its right end.
    pub end: f64,
}

/// A motion's own timeline.
#[derive(Debug, Serialize)]
pub struct MotionTimeline {
    /// The months.
    pub axis: Axis,
    /// One for each task; none for a task without a day.
    pub tasks: Vec<Option<Span>>,
    /// One for each milestone.
    pub milestones: Vec<f64>,
}

/// All motions on one axis.
#[derive(Debug, Serialize)]
pub struct Overview {
    /// The months.
    pub axis: Axis,
    /// One for each motion.
    pub motions: Vec<Span>,
}

/// The timeline of one motion.
pub fn of_motion(motion: &MotionPage, today: Date) -> MotionTimeline {
    let tasks = motion.tasks.iter().flat_map(|task| [task.start, task.due]).flatten();
    let days = [motion.start, motion.end].into_iter().chain(tasks).chain(motion.milestones.iter().map(|m| m.date));
    let months = Months::around(days, today);
    MotionTimeline {
        tasks: motion.tasks.iter().map(|task| months.span(task.start.or(task.due), task.due.or(task.start))).collect(),
        milestones: motion.milestones.iter().map(|mark| months.at(mark.date)).collect(),
        axis: months.axis(today),
    }
}

/// The timeline of all motions together.
pub fn overview(motions: &[MotionPage], today: Date) -> Overview {
    let months = Months::around(motions.iter().flat_map(|motion| [motion.start, motion.end]), today);
    Overview {
        motions: motions.iter().filter_map(|motion| months.span(Some(motion.start), Some(motion.end))).collect(),
        axis: months.axis(today),
    }
}

/// Whole months from one to another.
struct Months {
    first: Date,
    after: Date,
    starts: Vec<Date>,
}

impl Months {
    fn around(days: impl Iterator<Item = Date>, today: Date) -> Self {
        let (mut first, mut last) = (None, None);
        for day in days {
            first = Some(first.map_or(day, |first: Date| first.min(day)));
            last = Some(last.map_or(day, |last: Date| last.max(day)));
        }
        let first = first.unwrap_or(today).first_of_month();
        let last = last.unwrap_or(today).last_of_month();
        let after = last.tomorrow().unwrap_or(last);
        let starts = std::iter::successors(Some(first), |month| month.last_of_month().tomorrow().ok())
            .take_while(|month| *month < after)
            .collect();
        Self { first, after, starts }
    }

    fn at(&self, day: Date) -> f64 {
        let part = f64::from(days_between(self.first, day)) / f64::from(days_between(self.first, self.after).max(1));
        part.clamp(0.0, 1.0)
    }

    fn span(&self, start: Option<Date>, end: Option<Date>) -> Option<Span> {
        let (start, end) = (start?, end?);
        let (start, end) = (start.min(end), start.max(end));
        Some(Span { start: self.at(start), end: self.at(end.tomorrow().unwrap_or(end)) })
    }

    fn axis(&self, today: Date) -> Axis {
        let every = match self.starts.len() {
            0..=14 => 1,
            15..=42 => 3,
            43..=168 => 12,
            _ => 60,
        };
        let mut year = None;
        let ticks = self.starts.iter().step_by(every).map(|start| {
            let first = year != Some(start.year());
            year = Some(start.year());
            Tick { at: self.at(*start), month: start.month().unsigned_abs(), year: start.year(), first }
        });
        let ticks = ticks.collect();
        Axis { ticks, today: (self.first <= today && today < self.after).then(|| self.at(today)) }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: i8, day: i8) -> Date {
        Date::constant(2026, month, day)
    }

    #[test]
    fn a_span_covers_its_last_day_and_whole_months_fill_the_axis() {
        let months = Months::around([day(4, 11), day(6, 3)].into_iter(), day(5, 1));
        assert_eq!(months.span(Some(day(4, 1)), Some(day(6, 30))), Some(Span { start: 0.0, end: 1.0 }));
        assert_eq!(months.span(Some(day(6, 30)), Some(day(4, 1))), Some(Span { start: 0.0, end: 1.0 }));
        assert_eq!(months.span(None, Some(day(4, 1))), None);
        let axis = months.axis(day(5, 1));
        assert_eq!(
            axis.ticks.iter().map(|tick| (tick.month, tick.first)).collect::<Vec<_>>(),
            [(4, true), (5, false), (6, false)]
        );
        assert_eq!(axis.today, Some(30.0 / 91.0));
        assert_eq!(months.axis(day(7, 1)).today, None);
    }

    #[test]
    fn many_months_get_few_ticks() {
        for (last, ticks) in [(2026, 12), (2028, 12), (2035, 10), (2126, 21)] {
            let days = [day(1, 1), Date::constant(last, 12, 31)];
            assert_eq!(Months::around(days.into_iter(), day(1, 1)).axis(day(1, 1)).ticks.len(), ticks, "to {last}");
        }
    }
}
