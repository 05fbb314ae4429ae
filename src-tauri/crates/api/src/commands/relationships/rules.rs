//! How depth is found: the rules in words, who would move under other ones, and the choice of a version and of the bounds.
//! Must not know the rules.

use domain::lens::{FIRST_RULES, NEWEST_RULES, held, rulebook};
use domain::{Bounds, Settings, assess};
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId, holding};

/// How many of those that would move are named.
const NAMED: usize = 8;
/// Bounds lie this far apart at least: a character has to pass one by 0.2 to change.
const APART: f64 = 0.5;

/// The rules of every version, with who would move under each.
pub fn view(app: &App, window: &WindowId, _: Nothing) -> Result<LensRulesView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let settings = &loaded.expected.settings;
    let now = assess(&loaded.expected, loaded.today);
    let book = |version: u32| {
        let mut other = loaded.expected.clone();
        other.settings.lens_rules = version;
        let passed = held(&now, &other, loaded.today).1;
        LensRulesBook {
            book: rulebook(version, settings.bounds),
            moves: passed.iter().take(NAMED).map(|passed| holding::one(passed, &other)).collect(),
            moved: u32::try_from(passed.len()).unwrap_or(u32::MAX),
        }
    };
    Ok(LensRulesView {
        version: settings.lens_rules,
        bounds: settings.bounds,
        books: (FIRST_RULES..=NEWEST_RULES).map(book).collect(),
    })
}

/// Chooses the version of the rules and the bounds.
pub fn set(app: &App, window: &WindowId, request: LensRulesSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.expected.settings.clone();
    if !(FIRST_RULES..=NEWEST_RULES).contains(&request.version) {
        return Err(ErrorReply::refused(format!(
            "There is no version {} of the rules: choose {FIRST_RULES} to {NEWEST_RULES}.",
            request.version
        )));
    }
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let bounds = Bounds { lower: tenth(request.bounds.lower), upper: tenth(request.bounds.upper) };
    if !(bounds.lower > 0.0 && bounds.upper < 5.0 && tenth(bounds.upper - bounds.lower) >= APART) {
        return Err(ErrorReply::refused(format!(
            "The bounds {} and {} leave no room: they lie between 0 and 5 and at least {APART} apart.",
            request.bounds.lower, request.bounds.upper
        )));
    }
    let mut said = Vec::new();
    if request.version != before.lens_rules {
        said.push(format!("Changed the rules of the lens from version {} to {}", before.lens_rules, request.version));
    }
    if bounds != before.bounds {
        let Bounds { lower, upper } = bounds;
        said.push(format!("Moved the bounds of the lens to {lower:.1} and {upper:.1}"));
    }
    let changed = Settings { lens_rules: request.version, bounds, ..before };
    let step = Step {
        command: "lens_rules_set".into(),
        args: json!({ "version": request.version, "lower": bounds.lower, "upper": bounds.upper }),
        sentence: said.join("; "),
    };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}
