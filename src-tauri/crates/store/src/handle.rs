//! One connection on one thread: everybody else sends jobs there.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use domain::Workspace;
use jiff::Timestamp;

use crate::{BackupPolicy, BesideWorkspace, Origin, StoreError, WorkspaceFile};

/// How often the thread asks whether a backup is due while nobody sends it anything.
const IDLE: Duration = Duration::from_mins(1);

/// Answers whether the thread goes on.
type Job = Box<dyn FnOnce(&mut Option<WorkspaceFile>) + Send>;

/// A workspace file on a thread of its own. Clones share it; dropping the last one closes the file.
#[derive(Clone)]
pub struct Handle {
    thread: Arc<FileThread>,
}

struct FileThread {
    jobs: Mutex<Option<Sender<Job>>>,
    join: Mutex<Option<JoinHandle<()>>>,
}

impl Handle {
    /// [`WorkspaceFile::open`] on a new thread.
    pub fn open(path: &Path, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        let path = path.to_owned();
        Self::spawn(move || WorkspaceFile::open(&path, backups))
    }

    /// [`WorkspaceFile::create`] on a new thread.
    pub fn create(
        path: &Path,
        workspace: Workspace,
        origin: Origin,
        backups: Option<BackupPolicy>,
    ) -> Result<Self, StoreError> {
        Self::create_with(path, workspace, BesideWorkspace::default(), origin, backups)
    }

    /// [`WorkspaceFile::create_with`] on a new thread.
    pub fn create_with(
        path: &Path,
        workspace: Workspace,
        beside_it: BesideWorkspace,
        origin: Origin,
        backups: Option<BackupPolicy>,
    ) -> Result<Self, StoreError> {
        let path = path.to_owned();
        Self::spawn(move || WorkspaceFile::create_with(&path, &workspace, &beside_it, &origin, backups))
    }

    /// Runs `job` on the file's thread and waits for its answer. When it panics, what it began is taken back and the
    /// file stays usable.
    pub fn with<R: Send + 'static>(
        &self,
        job: impl FnOnce(&mut WorkspaceFile) -> R + Send + 'static,
    ) -> Result<R, StoreError> {
        self.send(move |file| match file {
            Some(file) => catch_unwind(AssertUnwindSafe(|| job(file))).map_err(|_| StoreError::Panicked),
            None => Err(StoreError::Closed),
        })?
    }

    /// Closes the file now, for all clones: a backup if it changed, then the file is given back.
    pub fn close(&self) -> Result<(), StoreError> {
        let closed = self.send(|file| file.take().map_or(Ok(()), |file| file.close(Timestamp::now())));
        self.thread.end();
        match closed {
            Ok(result) => result,
            Err(_) => Ok(()),
        }
    }

    fn spawn(open: impl FnOnce() -> Result<WorkspaceFile, StoreError> + Send + 'static) -> Result<Self, StoreError> {
        let (jobs, inbox) = channel();
        let (opened, answer) = channel();
        let thread = std::thread::Builder::new().name("workspace".into()).spawn(move || match open() {
            Ok(file) => {
                // Whoever asked may be gone already; then the inbox ends at once.
                let _ = opened.send(Ok(()));
                serve(file, &inbox);
            }
            Err(error) => {
                let _ = opened.send(Err(error));
            }
        });
        let join = thread.map_err(|_| StoreError::Closed)?;
        answer.recv().map_err(|_| StoreError::Panicked)??;
        let thread = FileThread { jobs: Mutex::new(Some(jobs)), join: Mutex::new(Some(join)) };
        Ok(Self { thread: Arc::new(thread) })
    }

    fn send<R: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Option<WorkspaceFile>) -> R + Send + 'static,
    ) -> Result<R, StoreError> {
        let jobs = self.thread.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (sender, answer) = channel();
        let job: Job = Box::new(move |file| {
            // Nobody waits any more: the answer is not needed.
            let _ = sender.send(job(file));
        });
        jobs.ok_or(StoreError::Closed)?.send(job).map_err(|_| StoreError::Closed)?;
        answer.recv().map_err(|_| StoreError::Closed)
    }
}

impl FileThread {
    fn end(&self) {
        drop(self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take());
        let join = self.join.lock().unwrap_or_else(PoisonError::into_inner).take();
        // The last handle may live inside a job; a thread cannot wait for itself.
        if let Some(join) = join.filter(|join| join.thread().id() != std::thread::current().id()) {
            let _ = join.join();
        }
    }
}

impl Drop for FileThread {
    fn drop(&mut self) {
        self.end();
    }
}

/// A backup that fails on a timer or at the end has nobody to be told; [`Handle::close`] tells.
fn serve(file: WorkspaceFile, inbox: &Receiver<Job>) {
    let mut file = Some(file);
    loop {
        match inbox.recv_timeout(IDLE) {
            Ok(job) => job(&mut file),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        let _ = file.as_mut().map(|file| file.backup_if_due(Timestamp::now()));
    }
    let _ = file.map(|file| file.close(Timestamp::now()));
}
