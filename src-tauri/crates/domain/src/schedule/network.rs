//! The critical path method on plain numbers: what can begin when, and how far each thing may slip.
//!
//! Owns: the two passes over an activity-on-node network. Must not know what an activity is or what a day is called.
//!
//! Source: J. E. Kelley and M. R. Walker, "Critical-path planning and scheduling", Eastern Joint Computer Conference 1959;
//! in the notation of Hillier and Lieberman, "Introduction to Operations Research", chapter on project management.

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activity {
    /// How long it takes, in days.
    pub length: i64,
    /// It begins no earlier than this day.
    pub not_before: i64,
    /// Those that must be finished before.
    pub after: Vec<Before>,
}

/// One that must be finished before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// Its place in the network.
    pub at: usize,
    /// Days that pass in between.
    pub lag: i64,
}

/// When an activity can and may happen, in days from the network's day 0. It finishes at the beginning of its finish day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// As early as those before it let it.
    pub early_start: i64,
    /// `early_start` and its length.
    pub early_finish: i64,
    /// As late as the end of its part of the network lets it.
    pub late_start: i64,
    /// `late_start` and its length.
    pub late_finish: i64,
    /// By how many days it may slip before that end slips: `late_start - early_start`.
    pub total_slack: i64,
    /// By how many days it may slip before anything else does.
    pub free_slack: i64,
}

/// Activities that wait for each other in a circle: each for the next, the last for the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle(pub Vec<usize>);

/// The times of every activity. Activities that nothing joins, in whichever direction, have ends of their own: each such
/// part of the network is finished when its last activity is.
///
/// # Errors
///
/// A circle of activities, of which none could ever begin.
pub fn times(activities: &[Activity]) -> Result<Vec<Times>, Cycle> {
    let order = order(activities)?;
    let mut early = vec![0; activities.len()];
    for &at in &order {
        let before = activities[at].after.iter().map(|b| early[b.at] + activities[b.at].length + b.lag);
        early[at] = before.fold(activities[at].not_before, i64::max);
    }
    let finish = |at: usize| early[at] + activities[at].length;
    let parts = parts(activities);
    let mut ends = vec![i64::MIN; activities.len()];
    for (at, &part) in parts.iter().enumerate() {
        ends[part] = ends[part].max(finish(at));
    }
    let mut late: Vec<i64> = parts.iter().map(|&part| ends[part]).collect();
    let mut next = late.clone();
    for &at in order.iter().rev() {
        let latest = late[at] - activities[at].length;
        for before in &activities[at].after {
            late[before.at] = late[before.at].min(latest - before.lag);
            next[before.at] = next[before.at].min(early[at] - before.lag);
        }
    }
    let times = (0..activities.len()).map(|at| Times {
        early_start: early[at],
        early_finish: finish(at),
        late_start: late[at] - activities[at].length,
        late_finish: late[at],
        total_slack: late[at] - finish(at),
        free_slack: next[at] - finish(at),
    });
    Ok(times.collect())
}

/// Those before come first; among those that are free, the first listed (Kahn 1962).
fn order(activities: &[Activity]) -> Result<Vec<usize>, Cycle> {
    let mut waiting: Vec<usize> = activities.iter().map(|activity| activity.after.len()).collect();
    let mut followers = vec![Vec::new(); activities.len()];
    for (at, activity) in activities.iter().enumerate() {
        for before in &activity.after {
            followers[before.at].push(at);
        }
    }
    let mut order: Vec<usize> = (0..activities.len()).filter(|&at| waiting[at] == 0).collect();
    let mut done = 0;
    while let Some(&at) = order.get(done) {
        done += 1;
        for &follower in &followers[at] {
            waiting[follower] -= 1;
            if waiting[follower] == 0 {
                order.push(follower);
            }
        }
    }
    match waiting.iter().position(|&left| left > 0) {
        None => Ok(order),
        Some(stuck) => Err(cycle(activities, &waiting, stuck)),
    }
}

/// Whoever is stuck waits for somebody who is stuck: following that leads into a circle.
fn cycle(activities: &[Activity], waiting: &[usize], stuck: usize) -> Cycle {
    let mut way = vec![stuck];
    loop {
        let last = way[way.len() - 1];
        let Some(next) = activities[last].after.iter().map(|before| before.at).find(|&at| waiting[at] > 0) else {
            return Cycle(way);
        };
        if let Some(from) = way.iter().position(|&each| each == next) {
            way.drain(..from);
            return Cycle(way);
        }
        way.push(next);
    }
}

/// The part of the network that each activity belongs to, named by its first member.
fn parts(activities: &[Activity]) -> Vec<usize> {
    fn root(parts: &mut [usize], mut at: usize) -> usize {
        while parts[at] != at {
            parts[at] = parts[parts[at]];
            at = parts[at];
        }
        at
    }
    let mut parts: Vec<usize> = (0..activities.len()).collect();
    for (at, activity) in activities.iter().enumerate() {
        for before in &activity.after {
            let [a, b] = [root(&mut parts, at), root(&mut parts, before.at)];
            parts[a.max(b)] = a.min(b);
        }
    }
    (0..activities.len()).map(|at| root(&mut parts, at)).collect()
}

#[cfg(test)]
mod tests;
