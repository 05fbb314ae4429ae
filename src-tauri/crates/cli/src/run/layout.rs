//! `layout`: the map's places, kept as one step.

use api::ErrorReply;
use api::commands;
use api::wire::{LayoutRun, Placed};

use super::Session;
use super::network::JOB;
use crate::arguments::Layout;
use crate::print;

impl Session {
    pub(super) fn lay_out(&self, layout: &Layout) -> Result<(), ErrorReply> {
        self.open(&layout.file)?;
        let request = LayoutRun {
            style: layout.style.into(),
            separate: layout.separate.map(|separate| separate.0),
            seed: layout.seed,
            by: layout.by.map(Into::into),
            form: Some(layout.form.into()),
            keep: !layout.dry_run,
            job: JOB.into(),
        };
        let done = commands::layout::run(&self.app, &self.window, request)?;
        if layout.json {
            return print::json(&done);
        }
        print::columns(&[("name", "name"), ("x", "x"), ("y", "y"), ("pinned", "pinned")], &done.organizations)?;
        for Placed { name, .. } in &done.strayed {
            print::line(&format!("{name} is pinned across the bound of its zone or ring: move or unpin it."));
        }
        for [a, b] in &done.clashing {
            print::line(&format!("{} and {} are pinned onto one another: move or unpin one.", a.name, b.name));
        }
        done.phases.iter().for_each(|phase| print::milliseconds(&phase.phase, phase.milliseconds));
        print::milliseconds("all", done.milliseconds);
        print::line(&format!("Boxes fill {:.2} of the ground.", done.fill));
        match (layout.dry_run, done.kept) {
            (true, _) => print::line("Nothing was written: this was a dry run."),
            (false, false) => print::line("Nothing was written, as nothing moved."),
            (false, true) => self.say_last()?,
        }
        Ok(())
    }
}
