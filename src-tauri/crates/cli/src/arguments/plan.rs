//! `motion`, `task` and `playbook`: what is done together, step by step.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use domain::playbook::PlaybookForm;
use domain::{Date, Key};

use super::NameArgument;
use super::import::pair;

#[derive(Subcommand)]
pub enum Motion {
    /// Add a motion, with a playbook as a whole draft
    Add(MotionAdd),
    /// Change fields of a motion
    Set(MotionSet),
    /// Delete a motion with everything inside it
    Delete(MotionDelete),
}

#[derive(Args)]
pub struct MotionAdd {
    /// The workspace file
    pub file: PathBuf,
    #[arg(long)]
    pub name: NameArgument,
    /// A kind's key: `co_created`, `joint_gtm`, `referral`, `enablement` or `affiliate_program`; without it the playbook's
    #[arg(long, value_parser = Key::parse, required_unless_present = "playbook")]
    pub kind: Option<Key>,
    /// A playbook by key or exact name (`show FILE playbooks` lists them): phases, tasks, milestones, metrics and budget lines
    #[arg(long, value_name = "KEY")]
    pub playbook: Option<String>,
    /// How much of the playbook: light has milestones, one owner and one metric
    #[arg(long, value_enum, default_value = "light", requires = "playbook")]
    pub form: Form,
    /// A partner by exact name or id; may be repeated
    #[arg(long = "partner", value_name = "NAME")]
    pub partners: Vec<String>,
    /// First day: YYYY-MM-DD
    #[arg(long)]
    pub start: Date,
    /// Last day: YYYY-MM-DD; without it the last day of the playbook's draft
    #[arg(long, required_unless_present = "playbook")]
    pub end: Option<Date>,
    /// Planned cost in the workspace's currency, such as 12000 or 12000.50; a playbook in full form divides it
    #[arg(long)]
    pub budget: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Form {
    Light,
    Full,
}

impl From<Form> for PlaybookForm {
    fn from(form: Form) -> Self {
        match form {
            Form::Light => Self::Light,
            Form::Full => Self::Full,
        }
    }
}

#[derive(Args)]
pub struct MotionSet {
    /// The workspace file
    pub file: PathBuf,
    /// The motion, by exact name or id
    pub name: String,
    /// What to set, as field=value: name, kind, status (idea, draft, proposed, agreed, running, paused, done, dropped),
    /// health (`on_track`, `at_risk`, behind), objective, start, end, owner, active, partners. Partners are added to those
    /// there are. Nothing after = empties objective or owner
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct MotionDelete {
    /// The workspace file
    pub file: PathBuf,
    /// The motion, by exact name or id
    pub name: String,
}

#[derive(Subcommand)]
pub enum Task {
    /// Add a task to a motion
    Add(TaskAdd),
    /// Change fields of a task
    Set(TaskSet),
    /// Tick a task
    Done(TaskDone),
}

#[derive(Args)]
pub struct TaskAdd {
    /// The workspace file
    pub file: PathBuf,
    /// The motion, by exact name or id
    #[arg(long)]
    pub motion: String,
    #[arg(long)]
    pub name: NameArgument,
    /// Further fields, as field=value: phase, owner (a person, a function or a contact), start, due, done, `effort_days`, notes
    #[arg(value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct TaskSet {
    /// The workspace file
    pub file: PathBuf,
    /// The task, by exact name or id
    pub name: String,
    /// The motion that it is in, where several have a task of this name
    #[arg(long)]
    pub motion: Option<String>,
    /// What to set, as field=value: name, phase, owner, start, due, done, `effort_days`, notes. Nothing after = empties
    /// phase, owner, start, due, `effort_days` or notes
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct TaskDone {
    /// The workspace file
    pub file: PathBuf,
    /// The task, by exact name or id
    pub name: String,
    /// The motion that it is in, where several have a task of this name
    #[arg(long)]
    pub motion: Option<String>,
    /// Take the tick away
    #[arg(long)]
    pub not: bool,
}

#[derive(Subcommand)]
pub enum Playbook {
    /// Keep a motion as a playbook, without its dates and people
    Save(PlaybookSave),
    /// Keep a playbook that somebody exported
    Import(PlaybookImport),
    /// Delete a saved playbook
    Delete(PlaybookDelete),
}

#[derive(Args)]
pub struct PlaybookSave {
    /// The workspace file
    pub file: PathBuf,
    /// The motion, by exact name or id
    pub motion: String,
    /// What the playbook is called; one that was saved under this name is replaced
    #[arg(long)]
    pub name: NameArgument,
}

#[derive(Args)]
pub struct PlaybookImport {
    /// The workspace file
    pub file: PathBuf,
    /// The playbook as JSON, from `export FILE playbook`
    pub source: PathBuf,
}

#[derive(Args)]
pub struct PlaybookDelete {
    /// The workspace file
    pub file: PathBuf,
    /// The playbook, by key or exact name
    pub playbook: String,
}
