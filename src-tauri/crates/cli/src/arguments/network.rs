//! `layout`, `measures` and `path`: the workspace as a network.

use std::path::PathBuf;

use api::wire;
use clap::{Args, ValueEnum};

use super::figures::{Fraction, fraction};

#[derive(Args)]
pub struct Layout {
    /// The workspace file
    pub file: PathBuf,
    /// What position means
    #[arg(long, value_enum)]
    pub style: Style,
    /// From 0 (distances true) to 1 (groups as far apart as can be), in the organic style
    #[arg(long, value_name = "0..1", value_parser = fraction, allow_hyphen_values = true)]
    pub separate: Option<Fraction>,
    /// The same seed gives the same places; the map's styles leave nothing to chance, so that all seeds give the same
    #[arg(long, default_value_t = 1)]
    pub seed: u32,
    /// What rings mean; without it tiers where any partner has one, and hops otherwise
    #[arg(long, value_enum)]
    pub by: Option<By>,
    /// How kinds are set apart
    #[arg(long, value_enum, default_value = "lanes")]
    pub form: Form,
    /// Only print the places
    #[arg(long)]
    pub dry_run: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Style {
    /// Nearer the center is deeper
    Organic,
    /// Circles around us, by tier, stage or hops
    Rings,
    /// Columns from who gives, through us, to who brings it to customers
    ValueChain,
    /// One lane or quadrant for each kind
    ByKind,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum By {
    Tier,
    Stage,
    Hops,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Form {
    Lanes,
    Quadrants,
}

/// Measures: who is central, who holds the network together, who belongs together.
///
/// Relationships that are ideas or ended, placeholders, and organizations that are switched off do not count.
/// Degree: others tied to; in, out: by the direction of relationships, symmetric ones both ways. Between: pairs of others whose
/// shortest introductions lead through it, and their share of all pairs. Close: 1 over the mean steps to those within
/// reach, less where they are few. Eigenvector: central when tied to central ones. Reach: share of others within two
/// steps. Cut: without it, its part falls apart. Core: largest k of a part where everyone has k ties inside it.
#[derive(Args)]
pub struct Measures {
    /// The workspace file
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Path {
    /// The workspace file
    pub file: PathBuf,
    /// Who is to be introduced, by exact name or id
    pub from: String,
    /// To whom, by exact name or id
    pub to: String,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl From<Style> for wire::MapStyle {
    fn from(style: Style) -> Self {
        match style {
            Style::Organic => Self::Organic,
            Style::Rings => Self::Rings,
            Style::ValueChain => Self::ValueChain,
            Style::ByKind => Self::ByKind,
        }
    }
}

impl From<By> for wire::RingsBy {
    fn from(by: By) -> Self {
        match by {
            By::Tier => Self::Tier,
            By::Stage => Self::Stage,
            By::Hops => Self::Hops,
        }
    }
}

impl From<Form> for wire::KindForm {
    fn from(form: Form) -> Self {
        match form {
            Form::Lanes => Self::Lanes,
            Form::Quadrants => Self::Quadrants,
        }
    }
}
