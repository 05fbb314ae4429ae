//! `scenario` and `solve`: what if, and what would have to be true.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use domain::{Character, Key};

use super::NameArgument;
use super::import::pair;

#[derive(Subcommand)]
pub enum Scenario {
    /// List the scenarios, or what one sees differently from Expected
    List(ScenarioList),
    /// Add a scenario, as Expected is or as another one is
    Add(ScenarioAdd),
    /// Give a scenario another name
    Rename(ScenarioRename),
    /// Change what a scenario sees; a value that Expected has too is no difference
    Set(ScenarioSet),
    /// Take differences back, all of them or some by their ids
    Reset(ScenarioReset),
    /// Leave partners out: their part of every motion goes
    Lose(ScenarioLose),
    /// Make partners strategic, just past the bound, and let motions take place
    Graduate(ScenarioGraduate),
    /// Set all scenarios side by side: planned and simulated, metric by metric, for this fiscal year
    Compare(ScenarioCompare),
    /// Make a scenario what is expected
    Promote(ScenarioNamed),
    /// Take a scenario away
    Remove(ScenarioNamed),
}

#[derive(Args)]
pub struct ScenarioList {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario whose differences are meant, by exact name or id
    pub scenario: Option<String>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct ScenarioAdd {
    /// The workspace file
    pub file: PathBuf,
    #[arg(long)]
    pub name: NameArgument,
    /// Begin with this scenario's differences
    #[arg(long, value_name = "SCENARIO")]
    pub from: Option<String>,
}

#[derive(Args)]
pub struct ScenarioRename {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
    #[arg(long)]
    pub name: NameArgument,
}

#[derive(Args)]
pub struct ScenarioNamed {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
}

#[derive(Args)]
pub struct ScenarioSet {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
    #[command(subcommand)]
    pub what: ScenarioWhat,
}

#[derive(Subcommand)]
pub enum ScenarioWhat {
    /// What a motion is expected to do
    Projection {
        /// The motion, by exact name or id
        motion: String,
        /// A metric's key, such as revenue
        #[arg(value_parser = Key::parse)]
        metric: Key,
        /// `from`, `months`, `total`, an input of the model, or a month: total=50000, `win_rate=30%`,
        /// `win_rate=20%:30%:40%:beta`, 2026-03=1200
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Whether and when a motion takes place
    Motion {
        /// The motion, by exact name or id
        motion: String,
        /// active (yes or no), start, end
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Whether an organization takes part
    Organization {
        /// The organization, by exact name or id
        organization: String,
        /// active=yes or active=no
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// A figure that several projections share
    Driver {
        /// The driver, by exact name or id
        driver: String,
        /// What is expected, or a range: 20%:30%:40%
        value: String,
    },
    /// What a budget line is planned at
    Budget {
        /// The motion, by exact name or id
        #[arg(long)]
        motion: String,
        /// The line, by exact name or id
        line: String,
        /// planned=12000
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Of which character a relationship is
    Lens {
        /// Where the line begins, by exact name or id
        from: String,
        /// The kind: its key or its reading, such as resells
        kind: String,
        /// Where the line ends, by exact name or id
        to: String,
        /// What it is there
        #[arg(value_enum)]
        character: CharacterName,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum CharacterName {
    Strategic,
    Ecotone,
    Transactional,
}

impl From<CharacterName> for Character {
    fn from(name: CharacterName) -> Self {
        match name {
            CharacterName::Strategic => Self::Strategic,
            CharacterName::Ecotone => Self::Ecotone,
            CharacterName::Transactional => Self::Transactional,
        }
    }
}

#[derive(Args)]
pub struct ScenarioReset {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
    /// Ids of differences, from `scenario list`; without any all of them
    #[arg(value_name = "ID")]
    pub differences: Vec<String>,
}

#[derive(Args)]
pub struct ScenarioLose {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
    /// Partners, by exact name or id
    #[arg(required = true)]
    pub partners: Vec<String>,
}

#[derive(Args)]
pub struct ScenarioGraduate {
    /// The workspace file
    pub file: PathBuf,
    /// The scenario, by exact name or id
    pub scenario: String,
    /// Partners, by exact name or id
    #[arg(required = true)]
    pub partners: Vec<String>,
    /// A motion that then takes place, by exact name or id; may be repeated
    #[arg(long = "motion", value_name = "NAME")]
    pub motions: Vec<String>,
}

#[derive(Args)]
pub struct ScenarioCompare {
    /// The workspace file
    pub file: PathBuf,
    /// A metric by its key; may be repeated; without it every headline metric
    #[arg(long = "metric", value_name = "KEY", value_parser = Key::parse)]
    pub metrics: Vec<Key>,
    /// How often each is simulated; without it as the workspace says
    #[arg(long)]
    pub runs: Option<u32>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Solve {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    /// The metric whose projection is meant; without it the motion's only one with such an input
    #[arg(long, value_parser = Key::parse)]
    pub metric: Option<Key>,
    /// The input to look for, such as `win_rate`, or total
    #[arg(long, value_parser = Key::parse)]
    pub input: Key,
    /// What the projection shall come to over its months, in whole units
    #[arg(long)]
    pub target: String,
    /// A scenario by name; without it the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
    /// Set the input to what is found, in that scenario
    #[arg(long)]
    pub apply: bool,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}
