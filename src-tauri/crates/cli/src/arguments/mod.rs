//! The grammar: `ecotone NOUN VERB FILE …`, with a few everyday verbs that stand alone.

mod budget;
mod document;
mod figures;
mod forecast;
mod graph;
mod import;
mod landing;
mod network;
mod outcomes;
mod partners;
mod plan;
mod rate;
mod scenario;
mod schedule;
mod simulation;
mod template;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::{Currency, Date, Key, Month, Name};

pub use budget::{Budget, BudgetAdd, BudgetSet, Lock};
pub use document::{BriefExtra, Document, DocumentAdd, DocumentText, Paper};
pub use forecast::{Forecast, ForecastQuantiles, ForecastSmooth, SmoothingMethod};
pub use graph::{Graph, GraphLayout, GraphMeasures};
pub use import::Import;
pub use landing::{Accuracy, Reforecast};
pub use network::{Layout, Measures, Path};
pub use outcomes::{
    Actual, ActualAdd, BasisName, ChartName, Distribution, Driver, DriverSet, DriverUnit, Explain, Metric, MetricAdd,
    MetricUnitName, Model, OverName, Projection, ProjectionSet, Reason, SideName, Variance,
};
pub use partners::{Organization, Relationship};
pub use plan::{Motion, MotionAdd, Playbook, Task};
pub use rate::{Rate, RateAdd, RateRemove};
pub use scenario::{Scenario, ScenarioWhat, Solve};
pub use schedule::Schedule;
pub use simulation::{Correlation, CorrelationGroup, Simulate, Target};
pub use template::Template;

/// Plan partner ecosystems: a workspace is one file.
#[derive(Parser)]
#[command(name = "ecotone", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Stands in for the clock: YYYY-MM-DD
    #[arg(long, global = true, value_name = "DAY")]
    pub today: Option<Date>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make a new workspace file
    New(New),
    /// Import a table as one step
    Import(Box<Import>),
    /// List what a workspace holds
    Show(Show),
    /// Change organizations, and make two one
    #[command(subcommand)]
    Organization(Organization),
    /// Relate organizations
    #[command(subcommand)]
    Relationship(Relationship),
    /// Add, change and delete motions
    #[command(subcommand)]
    Motion(Motion),
    /// Add, change and tick tasks
    #[command(subcommand)]
    Task(Task),
    /// Keep playbooks
    #[command(subcommand)]
    Playbook(Playbook),
    /// Add and change documents: what goes into the plan as a PDF
    #[command(subcommand)]
    Document(Document),
    /// Add and change budget lines
    #[command(subcommand)]
    Budget(Budget),
    /// Keep the plan as it is today under a name, to compare with later
    Lock(Lock),
    /// Set what a motion is expected to do
    #[command(subcommand)]
    Projection(Projection),
    /// Figures that several projections share
    #[command(subcommand)]
    Driver(Driver),
    /// Ask what if: named sets of differences from what is expected
    #[command(subcommand)]
    Scenario(Scenario),
    /// Say what one input of a projection would have to be for a target
    Solve(Solve),
    /// What currencies were worth
    #[command(subcommand)]
    Rate(Rate),
    /// Record measured figures
    #[command(subcommand)]
    Actual(Actual),
    /// Define own metrics
    #[command(subcommand)]
    Metric(Metric),
    /// Set planned beside measured, metric by metric and motion by motion, in this fiscal year
    Variance(Variance),
    /// Simulate the plan with its doubts: where it may well end, and which input moves it most
    Simulate(Simulate),
    /// What metrics are to reach
    #[command(subcommand)]
    Target(Target),
    /// How strongly what is uncertain goes together
    #[command(subcommand)]
    Correlation(Correlation),
    /// Say where metrics land in this fiscal year, with the range of eight in ten cases, from what was measured
    Reforecast(Reforecast),
    /// Say how near past forecasts came, by motion and by model
    Accuracy(Accuracy),
    /// Say where a figure comes from: definition, formula with the numbers put in, sources
    Explain(Explain),
    /// Say why a motion differs from its plan
    #[command(subcommand)]
    Reason(Reason),
    /// Lay out the map and keep the places as one step
    Layout(Layout),
    /// Measure the network: who is central, who holds it together, who belongs together
    Measures(Measures),
    /// Find the shortest introduction from one organization to another
    Path(Path),
    /// Find what is critical, how far motions may slip, and what cannot go as it is dated
    Schedule(Schedule),
    /// Keep how you work for the next client
    #[command(subcommand)]
    Template(Template),
    /// Lay out and measure plain graphs
    #[command(subcommand)]
    Graph(Graph),
    /// Measure, smooth and look up plain figures, without a workspace
    #[command(subcommand)]
    Forecast(Forecast),
    /// Write the plan, the report, the map, the timeline, a chart, every table or the whole workspace
    Export(Export),
    /// Take the last step back
    Undo(File),
    /// Bring the last undone step back
    Redo(File),
    /// Check a file through and through
    Check(File),
    /// Serve the page on loopback for browser tests
    #[cfg(feature = "serve")]
    Serve(crate::serve::Serve),
}

#[derive(Args)]
pub struct File {
    /// The workspace file
    pub file: PathBuf,
}

#[derive(Args)]
pub struct New {
    /// The workspace file to make
    pub file: PathBuf,
    /// What to begin with: blank, sample, saas, ecommerce, reseller, or a file that `template save` wrote
    #[arg(long, default_value = "blank")]
    pub template: String,
    /// A whole workspace as JSON, from `export FILE workspace`; the other flags do not go with it
    #[arg(long, value_name = "JSON", conflicts_with_all = ["template", "name", "us", "currency"])]
    pub from: Option<PathBuf>,
    /// The workspace's name
    #[arg(long)]
    pub name: Option<NameArgument>,
    /// Our own company
    #[arg(long)]
    pub us: Option<NameArgument>,
    /// Currency of new amounts, as its three-letter code
    #[arg(long, value_parser = Currency::parse)]
    pub currency: Option<Currency>,
}

/// A [`Name`] as clap reads it.
#[derive(Clone)]
pub struct NameArgument(pub Name);

impl std::str::FromStr for NameArgument {
    type Err = domain::NameError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Name::parse(text).map(Self)
    }
}

#[derive(Args)]
pub struct Show {
    /// The workspace file
    pub file: PathBuf,
    /// What to list
    #[arg(value_enum)]
    pub what: Shown,
    /// Only rows that fit, such as 'kind=reseller and stage=active'; != < > and ~ (holds a word) work too
    #[arg(long, value_name = "CONDITIONS")]
    pub filter: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Shown {
    Organizations,
    Relationships,
    Accounts,
    Deals,
    /// Organizations that may be the same, with the evidence
    Duplicates,
    Motions,
    /// Every task, with the motion that it is in and whether it is late
    Tasks,
    /// Playbooks that a motion can begin with
    Playbooks,
    /// Next steps, tasks, renewals and deadlines, the earliest first
    Due,
    /// Budget lines with what they may have cost by now and who pays them
    Budget,
    /// Funds with where they stand and what must be done by when
    Funds,
    /// What currencies were worth, with day and source
    Rates,
    /// Projected and measured by motion, metric and month
    Outcomes,
    /// The metric library with this year's figures
    Metrics,
    History,
}

/// Write the plan, the report, the map, the timeline, a chart, every table or the whole workspace.
///
/// Tables have the columns that `import` reads, in UTF-8; a cell that a spreadsheet would run as a formula begins with an
/// apostrophe, which `import` takes away again. The workspace as JSON is one object: `schema` (1), `format` (ecotone
/// workspace), `workspace`, `import_batches` and `logos`. Every list of the workspace stands under its name, rows as
/// objects in the order of their ids, money as an amount and its currency, days as YYYY-MM-DD, months as YYYY-MM; an
/// import batch holds the file's rows as CSV, a logo its PNG in hexadecimal digits. `new --from` makes an equal workspace.
#[derive(Args)]
pub struct Export {
    /// The workspace file
    pub file: PathBuf,
    /// What to write
    #[arg(value_enum)]
    pub kind: ExportKind,
    /// Where to write it; a map, timeline or chart is written as PNG where the name ends in .png, a chart's figures where it
    /// ends in .csv, else as SVG
    #[arg(long)]
    pub out: PathBuf,
    /// The saved view of the map, by its name; without one everything in the organic style
    #[arg(long)]
    pub view: Option<String>,
    /// The motion whose calendar or chart it is, by exact name or id; without one all
    #[arg(long)]
    pub motion: Option<String>,
    /// The playbook, by key or exact name
    #[arg(long, required_if_eq("kind", "playbook"))]
    pub playbook: Option<String>,
    /// The timeline's or chart's first month: YYYY-MM; without one that of the first motion, or of the fiscal year
    #[arg(long, value_parser = Month::parse)]
    pub from: Option<Month>,
    /// The timeline's or chart's last month: YYYY-MM; without one that of the last motion, or of the fiscal year
    #[arg(long, value_parser = Month::parse)]
    pub to: Option<Month>,
    /// What the timeline's lanes stand for
    #[arg(long, value_enum, default_value = "kind")]
    pub lanes: Lanes,
    /// The map's or timeline's colors
    #[arg(long, value_enum, default_value = "light")]
    pub theme: Theme,
    /// For whom it is: what they may not see is left out, in documents and timelines ideas, drafts and what was dropped too.
    /// Without one, a saved document's own, else internal; a hand-over needs client or partner
    #[arg(long, value_enum)]
    pub audience: Option<Audience>,
    /// The saved document, by exact name or id; without one the plain one
    #[arg(long)]
    pub document: Option<String>,
    /// The document's paper
    #[arg(long, value_enum)]
    pub paper: Option<Paper>,
    /// The document's sections, with commas between them, in order: cover, summary, review, strategy, map, growth,
    /// partners, profiles, `joint_plan`, timeline, motions, outcomes, scenarios, risks, budget, changes, text, glossary, method
    #[arg(long, value_name = "LIST")]
    pub sections: Option<String>,
    /// The document's language: en or de
    #[arg(long)]
    pub language: Option<String>,
    /// The day that the document speaks of: YYYY-MM-DD
    #[arg(long)]
    pub date: Option<Date>,
    /// A brand that the document or the briefs wear this once: a file that `document save-brand` wrote
    #[arg(long, value_name = "FILE")]
    pub brand: Option<PathBuf>,
    /// A partner to write a brief for, by exact name or id; give it again for more. Without one everyone
    #[arg(long, value_name = "NAME")]
    pub partner: Vec<String>,
    /// What a brief shows of what is ours to judge, with commas between
    #[arg(long, value_enum, value_delimiter = ',')]
    pub show: Vec<BriefExtra>,
    /// Which chart
    #[arg(long = "kind", value_enum, required_if_eq("kind", "chart"))]
    pub chart: Option<ChartName>,
    /// The chart's metric, by its key
    #[arg(long, value_parser = Key::parse, required_if_eq("kind", "chart"))]
    pub metric: Option<Key>,
    /// The chart's width in pixels
    #[arg(long)]
    pub width: Option<f32>,
    /// The scenario that a document, report, map, timeline, chart or calendar shows, by exact name or id; without one a saved document's own, else the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
    /// Pixels of a PNG for each of the picture's own, 1 to 4
    #[arg(long, default_value_t = 2.0)]
    pub scale: f32,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ExportKind {
    /// The plan as PDF
    Document,
    /// Every table: CSV files in a folder, or one workbook where the name ends in .xlsx
    Tables,
    /// The whole workspace as JSON, which `new --from` makes a workspace of
    Workspace,
    /// The map as SVG or PNG
    Map,
    /// The motions over months as SVG or PNG
    Timeline,
    /// A chart of projected against actual as SVG, PNG or CSV
    Chart,
    /// Dated tasks and milestones for a calendar; taken in again, they replace what they were
    Calendar,
    /// A playbook as JSON, which `playbook import` takes into another workspace
    Playbook,
    /// Partners, motions, budget, figures by month and variance as a workbook that goes on counting (.xlsx)
    Report,
    /// A page for each partner, as PDFs in a folder: what we do together, naming no other partner
    Briefs,
    /// A workspace file for a client or a partner: nothing that only we may read, no history, no author
    Handover,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Lanes {
    Kind,
    /// A motion with several partners stands in the lane of each
    Partner,
    /// The owner's function
    Function,
    Status,
    /// Of the fiscal year, by first day
    Quarter,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Theme {
    Light,
    Dark,
    Projector,
    ProjectorDark,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Audience {
    Internal,
    Client,
    Partner,
}

impl From<Theme> for api::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
            Theme::Projector => Self::Projector,
            Theme::ProjectorDark => Self::ProjectorDark,
        }
    }
}

impl From<Audience> for api::Audience {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Internal => Self::Internal,
            Audience::Client => Self::Client,
            Audience::Partner => Self::Partner,
        }
    }
}

impl From<Lanes> for api::wire::LaneBy {
    fn from(lanes: Lanes) -> Self {
        match lanes {
            Lanes::Kind => Self::Kind,
            Lanes::Partner => Self::Partner,
            Lanes::Function => Self::Function,
            Lanes::Status => Self::Status,
            Lanes::Quarter => Self::Quarter,
        }
    }
}

impl From<Shown> for api::Listed {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Organizations => Self::Organizations,
            Shown::Relationships => Self::Relationships,
            Shown::Accounts => Self::Accounts,
            Shown::Deals => Self::Deals,
            Shown::Duplicates => Self::Duplicates,
            Shown::Motions => Self::Motions,
            Shown::Tasks => Self::Tasks,
            Shown::Playbooks => Self::Playbooks,
            Shown::Due => Self::Due,
            Shown::Budget => Self::Budget,
            Shown::Funds => Self::Funds,
            Shown::Rates => Self::Rates,
            Shown::Outcomes => Self::Outcomes,
            Shown::Metrics => Self::Metrics,
            Shown::History => Self::History,
        }
    }
}
