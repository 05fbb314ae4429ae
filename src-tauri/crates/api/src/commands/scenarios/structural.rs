//! What a whole partner changes: losing some, graduating others; and whom it is worth asking that about.

mod suggestions;

use domain::lens::{judged, judged_depth};
use domain::{Character, Lens, OrganizationId, Relationship, RelationshipAssessment, Workspace, assess};
use serde_json::json;
use store::Step;

pub use suggestions::suggestions;

use crate::commands::editing::graduation;
use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// A scenario without these organizations.
pub fn lose(app: &App, window: &WindowId, request: ScenarioLose) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?;
    let names = names(&loaded, &request.organizations)?;
    let mut differing = Differing::new(app, &loaded, scenario.id);
    for id in &request.organizations {
        if *id == loaded.expected.settings.us {
            return Err(no_plan_without_us(&loaded, *id));
        }
        differing.set("organization", id.0, "active", &json!(false));
    }
    let step = Step {
        command: "scenario_lose".into(),
        args: json!({ "scenario": scenario.id, "organizations": request.organizations }),
        sentence: format!("Lost {names} in {}", scenario.name),
    };
    let differences = differing.unchecked();
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

/// A scenario in which these partners are strategic, just past the bound, and these motions take place.
pub fn graduate(app: &App, window: &WindowId, request: ScenarioGraduate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?;
    let names = names(&loaded, &request.organizations)?;
    let there = Loaded::new(loaded.expected.clone(), Some(scenario.id), loaded.today, None, None);
    let mut differing = Differing::new(app, &there, scenario.id);
    for overrule in graduation(app, &there, &request.organizations)? {
        differing.judge(overrule.relationship, &overrule.lens);
    }
    for id in &request.motions_on {
        differing.set("motion", there.motion(*id)?.id.0, "active", &json!(true));
    }
    let step = Step {
        command: "scenario_graduate".into(),
        args: json!({
            "scenario": scenario.id,
            "organizations": request.organizations,
            "motions_on": request.motions_on,
        }),
        sentence: format!("Graduated {names} in {}", scenario.name),
    };
    let differences = differing.unchecked();
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

pub(super) fn no_plan_without_us(loaded: &Loaded, us: OrganizationId) -> ErrorReply {
    ErrorReply::refused(format!("{} is us, and no plan goes without us: name a partner.", loaded.organization_name(us)))
}

/// The aspects to overrule so that a relationship, as `seen`, is of that character: just past the bound.
pub(super) fn lens_of(
    loaded: &Loaded,
    seen: &Workspace,
    relationship: &Relationship,
    character: Character,
) -> Result<Lens, ErrorReply> {
    let bounds = seen.settings.bounds;
    let assessment = assess(seen, loaded.today);
    let assessed = assessment.relationship(relationship.id);
    let lens = assessed.map(RelationshipAssessment::lens).unwrap_or_default();
    let depth = assessed.and_then(|one| one.depth).unwrap_or(f64::midpoint(bounds.lower, bounds.upper));
    let goal = judged_depth(character, depth, bounds);
    goal.and_then(|goal| judged(&lens, character, goal, bounds)).ok_or_else(|| {
        ErrorReply::refused(format!(
            "The bounds of this workspace, {} and {}, leave no room for that character: widen them first.",
            bounds.lower, bounds.upper
        ))
    })
}

/// "Acme", or "3 partners".
fn names(loaded: &Loaded, ids: &[OrganizationId]) -> Result<String, ErrorReply> {
    match ids {
        [] => Err(ErrorReply::refused("No partner is named: name at least one.")),
        [one] => Ok(loaded.organization(*one)?.name.to_string()),
        several => {
            several.iter().try_for_each(|id| loaded.organization(*id).map(drop))?;
            Ok(format!("{} partners", several.len()))
        }
    }
}
