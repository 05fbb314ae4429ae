//! How soon a cancelled import ends, wherever it was: `cancel WORKSPACE TABLE` imports the table into the workspace, which
//! has none of its organizations yet, and cancels a little later each time until the import is done first; then once
//! more with everything there already.
//!
//! Must not know: how an import works.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use api::{App, ErrorReply, Event, FileKind, Folders, Host, Refusal, Reply, WindowId};
use serde_json::{Value, json};

/// How much later each import is cancelled than the one before.
const LATER: Duration = Duration::from_millis(150);

/// Answers with one file and hears how far the work is.
struct Silent {
    table: PathBuf,
    phase: Arc<Mutex<String>>,
}

impl Host for Silent {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<PathBuf> {
        Some(self.table.clone())
    }

    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<PathBuf> {
        None
    }

    fn ask_folder(&self, _: &WindowId) -> Option<PathBuf> {
        None
    }

    fn emit(&self, _: Option<&WindowId>, event: &Event) {
        if let Event::Progress { phase, .. } = event {
            phase.clone_into(&mut self.phase.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }

    fn today(&self) -> domain::Date {
        domain::Date::constant(2026, 11, 23)
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

struct Bench {
    app: App,
    window: WindowId,
    phase: Arc<Mutex<String>>,
}

impl Bench {
    fn call(&self, name: &str, request: &Value) -> Result<Value, ErrorReply> {
        let json = match self.app.call(&self.window, name, request.to_string().as_bytes())? {
            Reply::Json(bytes) | Reply::Bytes(bytes) => bytes,
        };
        serde_json::from_slice(&json).map_err(|error| ErrorReply::from_error(Refusal::BadRequest, &error))
    }

    fn import(&self) -> Result<(), ErrorReply> {
        let opened = self.call("import_open", &json!({ "job": "import", "dropped": false }))?;
        let options = json!({
            "noun": "organizations", "map": [], "set": [], "encoding": null, "delimiter": null, "sheet": null,
            "header_row": null, "profile": null, "dates": null, "conflict": "file", "conflicts": [], "partner_if": null, "several": [], "same": [],
            "report": { "basis": null, "dated_by": null, "first": null, "last": null, "motion": null, "running": false,
                "provisional": false, "left_out": [] },
        });
        let request =
            json!({ "handle": opened["handle"], "job": "import", "options": options, "without_rejects": false });
        self.call("import_apply", &request).map(drop)
    }

    fn partners(&self) -> Result<usize, ErrorReply> {
        Ok(self.call("partners", &json!({}))?.as_array().map_or(0, Vec::len))
    }

    /// Cancels ever later, until the import is done first; says how long the longest ending took.
    fn cancel_ever_later(&self, name: &str) -> Result<(), ErrorReply> {
        let before = self.partners()?;
        let (mut runs, mut worst) = (0, (Duration::ZERO, Duration::ZERO, String::new()));
        for delay in (0..).map(|run| LATER * run) {
            let (asked, ended, answer) = self.cancelled_after(delay)?;
            let took = ended.saturating_duration_since(asked);
            match answer {
                Err(error) if error.code == Refusal::Cancelled => {
                    runs += 1;
                    if self.partners()? != before {
                        return Err(ErrorReply::refused(format!("A cancelled {name} has written something.")));
                    }
                    if took > worst.0 {
                        let phase = self.phase.lock().unwrap_or_else(PoisonError::into_inner).clone();
                        worst = (took, delay, phase);
                    }
                }
                Err(error) => return Err(error),
                Ok(()) => break,
            }
        }
        let (took, delay, phase) = worst;
        println!(
            "{:<28} {:>10} {:>12} longest after {} ms ({phase}); nothing was written",
            format!("cancelled {name}"),
            format!("{} ms", took.as_millis()),
            format!("{runs} times"),
            delay.as_millis(),
        );
        Ok(())
    }

    /// When it was asked to stop, when it ended, and how.
    fn cancelled_after(&self, delay: Duration) -> Result<(Instant, Instant, Result<(), ErrorReply>), ErrorReply> {
        std::thread::scope(|threads| {
            let importing = threads.spawn(|| (self.import(), Instant::now()));
            std::thread::sleep(delay);
            let asked = Instant::now();
            self.call("job_cancel", &json!({ "job": "import" }))?;
            let (answer, ended) =
                importing.join().map_err(|_| ErrorReply::refused("The import ended in a fault.".to_owned()))?;
            Ok((asked, ended, answer))
        })
    }
}

fn run(workspace: &Path, table: PathBuf) -> Result<(), ErrorReply> {
    let folder = workspace.with_extension("folder");
    let phase = Arc::default();
    let host = Silent { table, phase: Arc::clone(&phase) };
    let bench =
        Bench { app: App::new(Box::new(host), Folders::under(folder)), window: WindowId("bench".to_owned()), phase };
    bench.app.open_path(&bench.window, workspace)?;
    bench.cancel_ever_later("import")?;
    bench.cancel_ever_later("import again")
}

fn main() -> ExitCode {
    if let Some(answered) = api::answer_as_reader() {
        return answered;
    }
    let mut paths = std::env::args_os().skip(1).filter(|word| word != "--bench").map(PathBuf::from);
    let (Some(workspace), Some(table)) = (paths.next(), paths.next()) else {
        eprintln!("usage: cancel WORKSPACE TABLE");
        return ExitCode::from(2);
    };
    match run(&workspace, table) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.message);
            ExitCode::FAILURE
        }
    }
}
