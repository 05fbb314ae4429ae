//! Files are read in a child: this program again, with a hidden argument, the file as its standard input and the rows as
//! its standard output. Whatever a file does to the reader, the window stays; memory and time of the child are bound.

use std::alloc::System;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use cap::Cap;
use import::readers::stream::{self, Order};
use import::{Book, ImportError, Reading, Source};

/// The hidden argument. No person writes it, so no help names it.
const ARGUMENT: &str = "--answer-as-reader-of-tables";

/// Most memory of a child: the longest text fits, whose rows it hands on as they come, and a workbook with its rows
/// several times.
const MEMORY_MAX: usize = 768 * 1024 * 1024;
/// Longest that a child may take; the largest tables take a few seconds.
const TIME_MAX: Duration = Duration::from_mins(2);
/// How often a cancelled import is noticed.
const LOOK_UP: Duration = Duration::from_millis(25);

/// Counts what is allocated, so that a child can be bound on every system. Without a bound it only counts.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// This program answers the hidden argument, so that it can be its own reader.
static CAN_BE_CHILD: AtomicBool = AtomicBool::new(false);

/// The first line of every program that imports: when it was started as a reader it answers and ends; otherwise it
/// remembers that it can be started as one.
pub fn answer_as_reader() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != ARGUMENT) {
        CAN_BE_CHILD.store(true, Ordering::Relaxed);
        return None;
    }
    let order = arguments.next().and_then(|order| order.into_string().ok());
    let Some(order) = order.and_then(|order| serde_json::from_str::<Order>(&order).ok()) else {
        return Some(ExitCode::from(2));
    };
    bound();
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    // When the parent is gone, nobody is left to be told.
    let written = match bytes_of(std::io::stdin().lock(), &order.name, order.bytes) {
        Ok(bytes) => stream::copy(&mut out, Source { name: &order.name, bytes: &bytes }, &order.reading),
        Err(error) => stream::write(&mut out, &Err(error)),
    };
    Some(if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Bounds this process: allocations everywhere, and what the system can bound besides.
fn bound() {
    // Fails only when more is taken already, which this early cannot be.
    let _bound = MEMORY.set_limit(MEMORY_MAX);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
        // Without the limits the counting above still holds.
        let _data = setrlimit(Resource::Data, limit(MEMORY_MAX as u64 + 256 * 1024 * 1024));
        let _time = setrlimit(Resource::Cpu, limit(TIME_MAX.as_secs()));
        let _core = setrlimit(Resource::Core, limit(0));
    }
    #[cfg(windows)]
    {
        let mut limits = win32job::ExtendedLimitInfo::new();
        limits.limit_working_memory(1024 * 1024, MEMORY_MAX);
        if let Ok(job) = win32job::Job::create_with_limit_info(&limits) {
            let _assigned = job.assign_current_process();
            // The job lasts as long as the process.
            let _handle = job.into_handle();
        }
    }
}

/// All of a file. A buffer that grows would need twice the memory: `expected` says how much there is.
fn bytes_of(input: impl Read, name: &str, expected: usize) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::with_capacity(expected.min(import::BYTES_MAX) + 1);
    let read = input.take(import::BYTES_MAX as u64 + 1).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(ImportError::Reader(format!("{name} cannot be read: reading it failed ({error}).")));
    }
    Ok(bytes)
}

/// Reads a file in a child. `go_on` is told how many rows were read, and asked even while none come.
pub(crate) fn read(
    file: File,
    name: &str,
    reading: &Reading,
    go_on: &dyn Fn(usize) -> bool,
) -> Result<Book, ImportError> {
    if !CAN_BE_CHILD.load(Ordering::Relaxed) {
        let bytes = bytes_of(file, name, 0)?;
        return import::readers::read(Source { name, bytes: &bytes }, reading);
    }
    let failed = |error: &std::io::Error| ImportError::Reader(format!("{name} cannot be read: {error}. Try again."));
    let bytes = file.metadata().map_or(0, |about| usize::try_from(about.len()).unwrap_or(0));
    let order = Order { name: name.to_owned(), reading: reading.clone(), bytes };
    let order = serde_json::to_string(&order).map_err(|error| failed(&error.into()))?;
    let program = std::env::current_exe().map_err(|error| failed(&error))?;
    let mut command = Command::new(program);
    command.args([ARGUMENT, &order]).stdin(Stdio::from(file)).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    let mut child = Ended(command.spawn().map_err(|error| failed(&error))?);
    let Some(output) = child.0.stdout.take() else {
        return Err(ImportError::Reader(format!("{name} cannot be read: its reader has no output. Try again.")));
    };
    let begun = Instant::now();
    let rows = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (sender, answer) = channel();
        let count = |read: usize| {
            rows.store(read, Ordering::Relaxed);
            true
        };
        scope.spawn(move || {
            let read = stream::read(&mut BufReader::with_capacity(1 << 16, output), &count);
            // The other side waits for it.
            let _sent = sender.send(read);
        });
        loop {
            match answer.recv_timeout(LOOK_UP) {
                Ok(Ok(read)) => return read,
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(broken_off(name)),
                Err(RecvTimeoutError::Timeout) if !go_on(rows.load(Ordering::Relaxed)) => {
                    child.end();
                    return Err(ImportError::Cancelled);
                }
                Err(RecvTimeoutError::Timeout) if begun.elapsed() > TIME_MAX => {
                    child.end();
                    return Err(broken_off(name));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    })
}

fn broken_off(name: &str) -> ImportError {
    ImportError::Reader(format!(
        "{name} cannot be read: it asks for more time or memory than any table needs; open it in the spreadsheet and save \
         it as CSV UTF-8."
    ))
}

/// A child that never outlives its reading.
struct Ended(Child);

impl Ended {
    fn end(&mut self) {
        // It may have ended by itself; then nothing is left to end.
        let _killed = self.0.kill();
        let _ended = self.0.wait();
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.end();
    }
}
