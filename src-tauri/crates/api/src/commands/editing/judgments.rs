//! Judgments as they are kept: rows in Expected, differences in a scenario.

use domain::Overrule;
use store::{Edit, StoreError};

use crate::App;
use crate::differing::{Differences, Differing};
use crate::loaded::Loaded;

/// Lenses that a person overruled.
pub(in crate::commands) enum Judgments {
    Rows(Vec<Overrule>),
    Differences(Differences),
}

impl Judgments {
    /// Those of the chosen scenario, or of Expected. A scenario adds to what it says of the same relationship already.
    pub(in crate::commands) fn of(app: &App, loaded: &Loaded, overrules: Vec<Overrule>) -> Self {
        let Some(scenario) = loaded.scenario else { return Self::Rows(overrules) };
        let mut differing = Differing::new(app, loaded, scenario);
        for overrule in &overrules {
            differing.judge(overrule.relationship, &overrule.lens);
        }
        Self::Differences(differing.unchecked())
    }

    pub(in crate::commands) fn write(&self, edit: &Edit<'_>) -> Result<(), StoreError> {
        match self {
            Self::Rows(overrules) => overrules.iter().try_for_each(|overrule| edit.insert(overrule)),
            Self::Differences(differences) => differences.write(edit),
        }
    }
}
