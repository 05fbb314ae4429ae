//! `schedule`: the plan in time.

use std::path::PathBuf;

use clap::Args;

/// What is critical, how far motions, tasks and milestones may slip, and what cannot go as it is dated.
///
/// Early: as soon as what a motion waits for lets it, but no sooner than it is dated. Late: the latest that does not move
/// the end of what hangs together with it. Slack: the days between the two. Critical: tied to others, and without slack.
/// Motions that are switched off or dropped do not count.
#[derive(Args)]
pub struct Schedule {
    /// The workspace file
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
