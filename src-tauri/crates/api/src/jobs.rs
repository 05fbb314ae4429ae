//! Long work that can be cancelled, by the id that the page gave it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::{App, Event, WindowId};

/// The ids of work that was asked to stop.
#[derive(Default)]
pub(crate) struct Jobs {
    cancelled: Mutex<BTreeSet<String>>,
    flags: Mutex<BTreeMap<String, Arc<AtomicBool>>>,
}

impl Jobs {
    /// Asks the work to stop at its next step.
    pub(crate) fn cancel(&self, job: &str) {
        self.lock().insert(job.to_owned());
        if let Some(flag) = self.flags().get(job) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// A flag for work on another thread, set when the work is asked to stop.
    pub(crate) fn flag(&self, job: &str) -> Arc<AtomicBool> {
        self.flags().entry(job.to_owned()).or_default().clone()
    }

    /// Forgets the id when the work has ended, one way or the other.
    pub(crate) fn end(&self, job: &str) {
        self.lock().remove(job);
        self.flags().remove(job);
    }

    /// Forgets the id as soon as the answer is dropped, however the work ends.
    pub(crate) fn until_ended<'a>(&'a self, job: &'a str) -> Ending<'a> {
        Ending { jobs: self, job }
    }

    /// No id is kept.
    #[cfg(test)]
    pub(crate) fn is_idle(&self) -> bool {
        self.lock().is_empty() && self.flags().is_empty()
    }

    fn is_cancelled(&self, job: &str) -> bool {
        self.lock().contains(job)
    }

    fn flags(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<AtomicBool>>> {
        self.flags.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The work that goes on while this lives.
pub(crate) struct Ending<'a> {
    jobs: &'a Jobs,
    job: &'a str,
}

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.jobs.end(self.job);
    }
}

impl App {
    /// Tells the window how far the work is; breaks when it was asked to stop.
    pub(crate) fn progress(&self, window: &WindowId, job: &str, phase: &str, done: u32, total: u32) -> ControlFlow<()> {
        let event = Event::Progress { job: job.to_owned(), phase: phase.to_owned(), done, total };
        self.host.emit(Some(window), &event);
        if self.jobs.is_cancelled(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
