//! The projection models: pure functions from a few numbers to one figure per month.
//!
//! Each model is a struct of inputs with `months(count)`: `count` figures (1 to 120), the first month first, in the
//! unit of the amount that went in; or an [`InputError`](crate::InputError) that says which input is wrong. Owns the
//! formulas; must not know metrics, motions or the calendar.

mod bass;
mod cohort;
mod even;
mod funnel;
mod gompertz;
mod ramp;
mod range;
mod s_curve;
mod seasonal;
mod shares;

pub use bass::Bass;
pub use cohort::Cohort;
pub use even::Even;
pub use funnel::{Funnel, FunnelStages};
pub use gompertz::Gompertz;
pub use ramp::Ramp;
pub use range::range_months;
pub use s_curve::{MIDPOINT, SCurve, STEEPNESS};
pub use seasonal::{Seasonal, YEAR};
pub use shares::Shares;
