//! How long the timeline's display list takes: `timeline WORKSPACE` makes it for the whole plan, with every motion closed,
//! with every motion open, and near. Processor time of the thread that makes it, the best of several runs.
//!
//! Must not know: how a timeline is drawn.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use api::wire::{LaneBy, MotionsRequest, TimelineRequest};
use api::{App, ErrorReply, Event, FileKind, Folders, Host, WindowId, commands};
use domain::MotionId;
use jiff::ToSpan as _;

/// A machine that does something else meanwhile lengthens runs, but hardly all of them.
const RUNS: usize = 21;
/// What a display list may take, wherever the window stands.
const MOST: Duration = Duration::from_millis(50);

/// How wide the timeline is in a window of 1,440 pixels, and how many days it shows from near.
const VIEW: f32 = 880.0;
const NEAR: i64 = 36;

/// Asks nobody, and hears nothing.
struct Silent;

impl Host for Silent {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<PathBuf> {
        None
    }

    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<PathBuf> {
        None
    }

    fn ask_folder(&self, _: &WindowId) -> Option<PathBuf> {
        None
    }

    fn emit(&self, _: Option<&WindowId>, _: &Event) {}

    fn today(&self) -> domain::Date {
        domain::Date::constant(2026, 6, 18)
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

/// Processor time of this thread, where the system tells it; else the time that passes.
fn spent(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn run(workspace: &Path) -> Result<bool, ErrorReply> {
    let app = App::new(Box::new(Silent), Folders::under(workspace.with_extension("folder")));
    let window = WindowId("bench".to_owned());
    app.open_path(&window, workspace)?;
    let plan = commands::motions::view(&app, &window, MotionsRequest { by: LaneBy::Kind })?;
    let every: Vec<MotionId> = plan.motions.iter().map(|motion| motion.id).collect();
    println!("{} motions, best of {RUNS}, processor time", every.len());
    let mut held = true;
    let [first, last] = plan.whole;
    let all = first.until(last).map_or(365, |span| i64::from(span.get_days())).max(1);
    for (name, open, days) in [
        ("the whole plan", Vec::new(), all),
        ("the whole plan by partner", Vec::new(), all),
        ("days, as near as a hand", Vec::new(), NEAR),
        ("every motion open to its tasks", every, all),
    ] {
        let by = if name.ends_with("partner") { LaneBy::Partner } else { LaneBy::Kind };
        // The window asks for as much at either side of its view.
        let begin = if days < all { Silent.today() } else { first };
        let (from, to) = (begin.saturating_sub(days.days()), begin.saturating_add((2 * days).days()));
        let request =
            TimelineRequest { by, collapsed: Vec::new(), open, from, to, per_day: VIEW / days as f32, slack: false };
        held &= best(&app, &window, name, &request)?;
    }
    Ok(held)
}

fn best(app: &App, window: &WindowId, name: &str, request: &TimelineRequest) -> Result<bool, ErrorReply> {
    let (mut least, mut items) = (Duration::MAX, 0);
    for _ in 0..RUNS {
        let clock = Instant::now();
        let begun = spent(clock);
        let view = commands::timeline::view(app, window, request.clone())?;
        least = least.min(spent(clock).saturating_sub(begun));
        items = view.body.items.len() + view.head.items.len();
    }
    let held = least < MOST;
    let said = format!("(under {} ms){}", MOST.as_millis(), if held { "" } else { "  MISSED" });
    println!("{name:<34} {:>8.1} ms  {items:>6} items  {said}", least.as_secs_f64() * 1e3);
    Ok(held)
}

fn main() -> ExitCode {
    if let Some(answered) = api::answer_as_reader() {
        return answered;
    }
    let workspace = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let Some(workspace) = workspace else {
        println!("timeline WORKSPACE");
        return ExitCode::SUCCESS;
    };
    match run(Path::new(&workspace)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{}", error.message);
            ExitCode::FAILURE
        }
    }
}
