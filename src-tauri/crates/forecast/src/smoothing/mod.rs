//! Exponential smoothing: the months ahead from the level and the trend of those so far. Must not know the calendar.

mod search;

use crate::input::{InputError, countable, month_count, number, share, within};

/// Which way of smoothing, with its parameters; those left open are chosen so that the sum of squared one-step errors is
/// smallest (see [`smooth`]).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Smoothing {
    /// Simple: a level, no trend.
    Ses {
        /// How much the newest figure counts for the level, 0 to 1.
        alpha: Option<f64>,
    },
    /// Holt (1957): a level and a trend that goes on for ever.
    Holt {
        /// How much the newest figure counts for the level, 0 to 1.
        alpha: Option<f64>,
        /// How much the newest step counts for the trend, 0 to 1.
        beta: Option<f64>,
    },
    /// Holt with a trend that fades (Gardner and McKenzie 1985).
    DampedHolt {
        /// How much the newest figure counts for the level, 0 to 1.
        alpha: Option<f64>,
        /// How much the newest step counts for the trend, 0 to 1.
        beta: Option<f64>,
        /// What is left of the trend from month to month, 0 to 1.
        phi: Option<f64>,
    },
}

/// A smoothed series.
#[derive(Debug, Clone, PartialEq)]
pub struct Smoothed {
    /// How much the newest figure counted for the level.
    pub alpha: f64,
    /// How much the newest step counted for the trend; none without a trend.
    pub beta: Option<f64>,
    /// What was left of the trend from month to month; none where it does not fade.
    pub phi: Option<f64>,
    /// The level after the last figure.
    pub level: f64,
    /// The trend after the last figure; 0 without a trend.
    pub trend: f64,
    /// What each figure was expected to be, one step before it was known.
    pub fitted: Vec<f64>,
    /// The months ahead.
    pub forecast: Vec<f64>,
    /// Σ (figure − fitted)².
    pub squared_error: f64,
}

/// Smooths `series` and forecasts `steps` months, 1 to 120.
///
/// With level l and trend b: fitted = l + φb; then l′ = α × figure + (1 − α)(l + φb), b′ = β(l′ − l) + (1 − β)φb; the
/// month h ahead is l + (φ + φ² + … + φ^h) b. Before the first figure the level is that figure and the trend is the
/// second figure − the first (as statsmodels' `legacy-heuristic`, or `known` with these), so a trend takes two figures.
///
/// Open parameters are searched within α, β: 0 to 1, φ: 0.8 to 0.98, first on a grid of 0.1 (φ: 0.03), then by halving
/// steps around the best point of the grid down to 1e-9.
pub fn smooth(series: &[f64], smoothing: Smoothing, steps: u32) -> Result<Smoothed, InputError> {
    month_count(steps)?;
    series.iter().try_for_each(|figure| number("figure", *figure).map(drop))?;
    let (alpha, beta, phi) = match smoothing {
        Smoothing::Ses { alpha } => (alpha, Some(0.0), Some(1.0)),
        Smoothing::Holt { alpha, beta } => (alpha, beta, Some(1.0)),
        Smoothing::DampedHolt { alpha, beta, phi } => (alpha, beta, phi),
    };
    let trended = !matches!(smoothing, Smoothing::Ses { .. });
    let needed = if trended { 2 } else { 1 };
    if series.len() < needed {
        return Err(InputError::Count { what: "figures", found: series.len(), expected: needed });
    }
    alpha.map_or(Ok(0.0), |alpha| share("alpha", alpha))?;
    beta.map_or(Ok(0.0), |beta| share("beta", beta))?;
    phi.map_or(Ok(1.0), |phi| within("phi", phi, 0.0..=1.0, "between 0 and 1"))?;

    let start = State { level: series[0], trend: if trended { series[1] - series[0] } else { 0.0 } };
    let weights = search::best([alpha, beta, phi], |weights| run(series, start, weights, |_| ()).1);
    let mut fitted = Vec::with_capacity(series.len());
    let (end, squared_error) = run(series, start, weights, |figure| fitted.push(figure));
    let [alpha, beta, phi] = weights;
    let mut fading = 0.0;
    let mut power = 1.0;
    let ahead = |_| {
        power *= phi;
        fading += power;
        end.level + fading * end.trend
    };
    let forecast = countable((0..steps).map(ahead).collect())?;
    Ok(Smoothed {
        alpha,
        beta: trended.then_some(beta),
        phi: matches!(smoothing, Smoothing::DampedHolt { .. }).then_some(phi),
        level: end.level,
        trend: end.trend,
        fitted: countable(fitted)?,
        forecast,
        squared_error,
    })
}

/// α, β and φ.
type Weights = [f64; 3];

#[derive(Clone, Copy)]
struct State {
    level: f64,
    trend: f64,
}

/// The state after the last figure, and the sum of squared errors; `tell` hears each fitted figure.
fn run(series: &[f64], start: State, [alpha, beta, phi]: Weights, mut tell: impl FnMut(f64)) -> (State, f64) {
    let mut squared_error = 0.0;
    let end = series.iter().fold(start, |State { level, trend }, figure| {
        let fitted = level + phi * trend;
        tell(fitted);
        squared_error += (figure - fitted) * (figure - fitted);
        let next = alpha * figure + (1.0 - alpha) * fitted;
        State { level: next, trend: beta * (next - level) + (1.0 - beta) * phi * trend }
    });
    (end, squared_error)
}
