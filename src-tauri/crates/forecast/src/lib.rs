//! Projections month by month, how sure they are, and projected against actual.
//!
//! Owns the projection models, distributions, simulation and smoothing, and everything that compares them with what was
//! measured. Must not know files, SQL, windows or the clock, and gives the same figures on every machine: no
//! transcendental function of std, no map with a random order (clippy.toml forbids both here).

mod accuracy;
mod beliefs;
mod curve;
mod distributions;
mod doubt;
pub mod effects;
mod input;
mod inputs;
mod model;
pub mod models;
mod outcome;
mod planned;
mod quantiles;
pub mod reforecast;
mod run_rate;
pub mod simulation;
mod smoothing;
mod solve;
mod special;
mod track;
mod uncertain;

pub use accuracy::{Accuracy, accuracy, coverage, crps, interval_score, pinball};
pub use beliefs::{CountBelief, RateBelief};
pub use curve::{CurveError, curve, funnel_stages, in_scenario, retotal, total};
pub use distributions::Distribution;
pub use doubt::Range;
pub use input::{InputError, MONTHS_MAX};
pub use inputs::{InputKind, InputUnit, ProjectionRows, TOTAL, inputs_of};
pub use model::money_months;
pub use models::STEEPNESS;
pub use outcome::{Outcome, OutcomeMonth, ToDate, outcome, span};
pub use planned::Planned;
pub use quantiles::quantiles;
pub use run_rate::{run_rate, seasonal_run_rate};
pub use smoothing::{Smoothed, Smoothing, smooth};
pub use solve::{Solved, solve};
pub use track::{PAST_MONTHS_NEEDED, PastMonth, Track, track};
pub use uncertain::{DriverOf, DriverSource, Runs, UncertainPlan};
