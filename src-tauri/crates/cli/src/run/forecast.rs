//! Plain figures: no workspace is opened.

use api::ErrorReply;
use api::series::{self, Distribution, Smoothing};

use crate::arguments::{Forecast, ForecastQuantiles, ForecastSmooth, SmoothingMethod};
use crate::print;

/// Runs one command on plain figures.
pub fn run(command: Forecast) -> Result<(), ErrorReply> {
    match command {
        Forecast::Accuracy(asked) => {
            let measured = series::measure(&asked.table)?;
            if asked.json {
                return print::json(&measured);
            }
            say_accuracy(&measured);
            Ok(())
        }
        Forecast::Smooth(asked) => smooth(&asked),
        Forecast::Quantiles(asked) => look_up(&asked),
    }
}

fn say_accuracy(measured: &series::SeriesAccuracy) {
    let or_dash = |figure: Option<String>| figure.unwrap_or_else(|| "—".to_owned());
    let percent = |part: Option<f64>| or_dash(part.map(|part| format!("{} %", print::figure(part * 100.0))));
    let plain = |figure: Option<f64>| or_dash(figure.map(print::figure));
    let mut rows = vec![
        ("rows", measured.rows.to_string()),
        ("WAPE", percent(measured.wape)),
        ("bias", plain(Some(measured.bias))),
        ("MASE", plain(measured.mase)),
        ("MAPE", percent(measured.mape)),
    ];
    if measured.coverage.is_some() {
        rows.push(("coverage", percent(measured.coverage)));
        rows.push(("interval score", plain(measured.interval_score)));
    }
    print::table(&rows.into_iter().map(|(name, figure)| vec![name.to_owned(), figure]).collect::<Vec<_>>());
}

fn smooth(asked: &ForecastSmooth) -> Result<(), ErrorReply> {
    let smoothed = series::smooth(&asked.series, smoothing(asked)?, asked.steps)?;
    if asked.json {
        return print::json(&smoothed);
    }
    let row = |(step, figure): (usize, &f64)| vec![step.to_string(), print::figure(*figure)];
    let head = vec!["step".to_owned(), "forecast".to_owned()];
    print::table(&std::iter::once(head).chain((1..).zip(&smoothed.forecast).map(row)).collect::<Vec<_>>());
    let named = |name: &str, value: Option<f64>| value.map(|value| format!(", {name} {}", print::figure(value)));
    print::line(&format!(
        "alpha {}{}{}; sum of squared errors {}.",
        print::figure(smoothed.alpha),
        named("beta", smoothed.beta).unwrap_or_default(),
        named("phi", smoothed.phi).unwrap_or_default(),
        print::figure(smoothed.squared_error)
    ));
    Ok(())
}

fn smoothing(asked: &ForecastSmooth) -> Result<Smoothing, ErrorReply> {
    let [alpha, beta, phi] = [asked.alpha, asked.beta, asked.phi].map(|weight| weight.map(|weight| weight.0));
    match (asked.method, beta, phi) {
        (SmoothingMethod::Ses, None, None) => Ok(Smoothing::Ses { alpha }),
        (SmoothingMethod::Holt, beta, None) => Ok(Smoothing::Holt { alpha, beta }),
        (SmoothingMethod::DampedHolt, beta, phi) => Ok(Smoothing::DampedHolt { alpha, beta, phi }),
        (SmoothingMethod::Ses, ..) => {
            Err(ErrorReply::refused("ses has no trend: leave --beta and --phi out, or choose damped_holt."))
        }
        (SmoothingMethod::Holt, ..) => {
            Err(ErrorReply::refused("The trend of holt does not fade: leave --phi out, or choose damped_holt."))
        }
    }
}

fn look_up(asked: &ForecastQuantiles) -> Result<(), ErrorReply> {
    let found = series::look_up(distribution(asked)?, &asked.at)?;
    if asked.json {
        return print::json(&found);
    }
    print::columns(&[("part below", "at"), ("value", "value")], &found.quantiles)?;
    print::line(&format!("Mean {}.", print::figure(found.mean)));
    Ok(())
}

fn distribution(asked: &ForecastQuantiles) -> Result<Distribution, ErrorReply> {
    let made = if let Some([low, high]) = asked.uniform {
        Distribution::uniform(low, high)
    } else if let Some([low, mode, high]) = asked.triangular {
        Distribution::triangular(low, mode, high)
    } else if let Some([low, mode, high]) = asked.pert {
        Distribution::pert(low, mode, high)
    } else if let Some([p10, p90]) = asked.lognormal {
        Distribution::lognormal(p10, p90)
    } else if let Some([alpha, beta]) = asked.beta {
        Distribution::beta(alpha, beta)
    } else {
        return Err(ErrorReply::refused("No distribution was named: add one, such as --pert 100,150,300."));
    };
    made.map_err(|error| ErrorReply::refused(format!("{error}.")))
}
