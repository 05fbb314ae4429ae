//! A person's judgment of partners: overrules of the lens, with one reason.
//!
//! Owns: which relationships are overruled so that a partner is of the character meant. Must not know: places.

use domain::lens::{judged, judged_depth};
use domain::{
    Character, Date, Lens, Organization, OrganizationId, Overrule, Relationship, RelationshipAssessment,
    RelationshipStatus, assess,
};
use serde_json::json;
use store::Step;

use super::judgments::Judgments;
use super::placing::pins_outside;
use super::{named, partners};
use crate::commands::organizations::missing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// What a partner is meant to be.
pub(super) struct Meant<'a> {
    pub(super) partner: &'a Organization,
    pub(super) character: Character,
    /// The nearest depth that is clear of the bound is taken.
    pub(super) depth: f64,
}

/// Judges a selection to be of one character, just past its bound; whoever is pinned outside its new zone is let go.
pub fn judge(app: &App, window: &WindowId, request: OrganizationsJudge) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partners = partners(&loaded, &request.ids)?;
    let step = Step {
        command: "organizations_judge".into(),
        args: json!({ "ids": request.ids, "character": request.character }),
        sentence: format!("Judged {} {}", named(&partners), word(request.character)),
    };
    write(app, window, &loaded, &partners, request.character, request.reason, None, step)
}

/// What a person says who sorts without a reason.
const SORTED: &str = "Sorted by hand";

/// Sorts one partner. One without a relationship with us gets the usual one of its kind, since only a relationship can
/// be judged.
pub fn sort(app: &App, window: &WindowId, request: PartnerSort) -> Result<PartnerSorted, ErrorReply> {
    let last = || Ok::<_, ErrorReply>(app.open_in(window)?.handle.with(|file| file.last_step())?);
    let before = last()?;
    write_sorted(app, window, request)?;
    Ok(PartnerSorted { seq: last()?.filter(|seq| Some(*seq) != before) })
}

fn write_sorted(app: &App, window: &WindowId, request: PartnerSort) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partners = partners(&loaded, &[request.id])?;
    let step = Step {
        command: "partner_sort".into(),
        args: json!({ "id": request.id, "character": request.character }),
        sentence: format!("Sorted {}: {}", named(&partners), word(request.character)),
    };
    let reason = request.reason.not_blank().unwrap_or_else(|| SORTED.to_owned());
    let reason = Text::try_from(reason).map_err(ErrorReply::refused)?;
    // A line that has ended or is only talked about says something: only where there is none at all one is made.
    if lines(&loaded, &partners[0]).0 > 0 {
        return write(app, window, &loaded, &partners, request.character, reason, None, step);
    }
    let tie = usual_tie(app, &loaded, &partners[0])?;
    let mut expected = loaded.expected.clone();
    expected.relationships.push(tie.clone());
    expected.relationships.sort_by_key(|relationship| relationship.id);
    let loaded = Loaded::new(expected, loaded.scenario, loaded.today, None, None);
    write(app, window, &loaded, &partners, request.character, reason, Some(tie), step)
}

/// A reseller resells, an affiliate promotes; whoever else is there is taken for a marketing partner.
fn usual_tie(app: &App, loaded: &Loaded, partner: &Organization) -> Result<Relationship, ErrorReply> {
    let usual = match partner.kind.as_str() {
        "reseller" => "resells",
        "affiliate" => "promotes",
        "tech_integration" => "integrates_with",
        _ => "co_markets_with",
    };
    let kinds = &loaded.expected.relationship_kinds;
    let kind = kinds.iter().find(|kind| kind.key.as_str() == usual).or(kinds.first());
    let kind =
        kind.ok_or_else(|| ErrorReply::refused("This workspace has no kinds of relationship: add one first."))?;
    Ok(Relationship {
        id: app.host.new_id().into(),
        from: partner.id,
        to: loaded.expected.settings.us,
        kind: kind.key.clone(),
        status: RelationshipStatus::Active,
        since: None,
        tier: None,
        strength: None,
        commission: None,
        notes: String::new(),
    })
}

#[expect(clippy::too_many_arguments, reason = "one step, said in full")]
fn write(
    app: &App,
    window: &WindowId,
    loaded: &Loaded,
    partners: &[Organization],
    character: Character,
    reason: Text,
    tie: Option<Relationship>,
    step: Step,
) -> Result<Nothing, ErrorReply> {
    let open = app.open_in(window)?;
    let meant: Vec<Meant<'_>> = partners
        .iter()
        .map(|partner| Meant { partner, character, depth: modest(loaded, partner, character) })
        .collect();
    let judgments = Judgments::of(app, loaded, overrules(app, loaded, &meant, reason)?);
    let loose = pins_outside(&open, loaded, &meant)?;
    app.step(window, in_words(loaded, step), move |edit| {
        tie.iter().try_for_each(|row| edit.insert(row))?;
        judgments.write(edit)?;
        Ok(loose.iter().try_for_each(|placement| edit.delete::<domain::Placement>(placement))?)
    })?;
    Ok(Nothing {})
}

/// A step that only the chosen scenario sees says so.
pub(super) fn in_words(loaded: &Loaded, step: Step) -> Step {
    match loaded.scenario {
        Some(_) => Step { sentence: format!("{} in {}", step.sentence, loaded.scenario_name()), ..step },
        None => step,
    }
}

/// The overrules after which each partner is strategic, just past the bound.
pub(in crate::commands) fn graduation(
    app: &App,
    loaded: &Loaded,
    ids: &[OrganizationId],
) -> Result<Vec<Overrule>, ErrorReply> {
    let partners = partners(loaded, ids)?;
    let character = Character::Strategic;
    let meant = |partner| Meant { partner, character, depth: modest(loaded, partner, character) };
    let meant: Vec<Meant<'_>> = partners.iter().map(meant).collect();
    let reason = Text::try_from(format!("Graduates in {}", loaded.scenario_name())).map_err(ErrorReply::refused)?;
    overrules(app, loaded, &meant, reason)
}

/// As it stands in a sentence ("strategic").
pub(super) fn word(character: Character) -> String {
    picture::map::character_name(character).to_lowercase()
}

/// The overrules after which each partner is of the character meant. Refuses in words where no judgment can do that.
pub(super) fn overrules(
    app: &App,
    loaded: &Loaded,
    meant: &[Meant<'_>],
    reason: Text,
) -> Result<Vec<Overrule>, ErrorReply> {
    let reason = reason.not_blank().ok_or_else(|| missing("the reason"))?;
    let mut overrules = Vec::new();
    for each in meant {
        for (relationship, lens) in lenses(loaded, each)? {
            let id = app.host.new_id().into();
            overrules.push(Overrule {
                id,
                relationship: relationship.id,
                lens,
                reason: reason.clone(),
                // In a scenario nothing is said after it.
                date: if loaded.scenario.is_some() { Date::MAX } else { loaded.today },
            });
        }
    }
    check(loaded, meant, &overrules)?;
    Ok(overrules)
}

/// What to overrule of which relationships: of the one that decides, and of those that would decide instead.
fn lenses<'a>(loaded: &'a Loaded, meant: &Meant<'_>) -> Result<Vec<(&'a Relationship, Lens)>, ErrorReply> {
    let (ours, counting) = lines(loaded, meant.partner);
    let name = &meant.partner.name;
    if counting.is_empty() {
        let us = loaded.organization(loaded.expected.settings.us)?;
        return Err(ErrorReply::refused(if ours == 0 {
            format!("{name} has no relationship with {} yet: add one first, then judge it.", us.name)
        } else {
            format!("No relationship of {name} with {} is active: set its status to active first.", us.name)
        }));
    }
    let deciding = loaded.assessment.organization(meant.partner.id).and_then(|o| o.relationship);
    let deciding = deciding.unwrap_or(counting[0].0.id);
    let bounds = loaded.workspace.settings.bounds;
    let room = || {
        ErrorReply::refused(format!(
            "The bounds of this workspace, {} and {}, leave no room for {}: widen them first.",
            bounds.lower,
            bounds.upper,
            word(meant.character)
        ))
    };
    let goal = judged_depth(meant.character, meant.depth, bounds).ok_or_else(room)?;
    let of = |assessed: Option<&RelationshipAssessment>| assessed.map(RelationshipAssessment::lens).unwrap_or_default();
    let mut found = Vec::new();
    for (relationship, assessed) in &counting {
        // Whatever lies as deep would decide instead.
        let deeper = assessed.and_then(|a| a.depth).is_some_and(|depth| depth >= goal);
        if relationship.id != deciding && !deeper {
            continue;
        }
        let lens = judged(&of(*assessed), meant.character, goal, bounds).ok_or_else(room)?;
        if lens != Lens::default() {
            found.push((*relationship, lens));
        }
    }
    Ok(found)
}

type Line<'a> = (&'a Relationship, Option<&'a RelationshipAssessment>);

/// How many lines join a partner to us, and those of them that count for where it stands.
fn lines<'a>(loaded: &'a Loaded, partner: &Organization) -> (usize, Vec<Line<'a>>) {
    let us = loaded.expected.settings.us;
    let ends = |r: &&Relationship| (r.from, r.to) == (us, partner.id) || (r.from, r.to) == (partner.id, us);
    let ours: Vec<&Relationship> = loaded.expected.relationships.iter().filter(ends).collect();
    let counting =
        ours.iter().filter(|r| r.status.counts()).map(|r| (*r, loaded.assessment.relationship(r.id))).collect();
    (ours.len(), counting)
}

/// Where another relationship decides, the map would not show what was meant.
fn check(loaded: &Loaded, meant: &[Meant<'_>], overrules: &[Overrule]) -> Result<(), ErrorReply> {
    let mut workspace = loaded.workspace.clone();
    workspace.overrules.extend(overrules.iter().cloned());
    let assessment = assess(&workspace, loaded.today);
    let wrong = meant
        .iter()
        .find(|each| assessment.organization(each.partner.id).is_none_or(|found| found.character != each.character));
    let Some(each) = wrong else { return Ok(()) };
    let stays = assessment.organization(each.partner.id).map_or_else(String::new, |found| word(found.character));
    let name = &each.partner.name;
    Err(ErrorReply::refused(format!(
        "{name} stays {stays}: another of its relationships decides, so change that one first."
    )))
}

/// No more than is said: just past the bound, or where it is when it is there already.
fn modest(loaded: &Loaded, partner: &Organization, character: Character) -> f64 {
    let bounds = loaded.workspace.settings.bounds;
    let depth = loaded.assessment.organization(partner.id).and_then(|o| o.depth);
    depth.unwrap_or(match character {
        Character::Strategic => bounds.upper,
        Character::Transactional => bounds.lower,
        Character::Ecotone | Character::Unknown => f64::midpoint(bounds.lower, bounds.upper),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::Rehearsal;

    /// Only where no line joins a partner to us at all, sorting makes one; one that ended is not made active behind a
    /// person's back.
    #[test]
    fn sorting_makes_a_line_only_where_there_is_none() {
        use RelationshipStatus::{Active, AtRisk, Ended, Idea, InTalks};
        for (line, expect) in [
            (None, Ok(1)),
            (Some(Active), Ok(1)),
            (Some(AtRisk), Ok(1)),
            (Some(Ended), Err("set its status to active first")),
            (Some(InTalks), Err("set its status to active first")),
            (Some(Idea), Err("set its status to active first")),
        ] {
            let rehearsal = Rehearsal::new();
            let id = rehearsal.partner("Fernhill", line);
            let sorted = rehearsal.call("partner_sort", &json!({ "id": id, "character": "strategic", "reason": "" }));
            let loaded = rehearsal.app.loaded(&rehearsal.window).unwrap();
            let lines = loaded.expected.relationships.iter().filter(|r| r.from == id || r.to == id).count();
            match expect {
                Ok(expect) => {
                    sorted.unwrap();
                    assert_eq!(lines, expect, "{line:?}");
                    let found = loaded.assessment.organization(id).unwrap().character;
                    assert_eq!(found, Character::Strategic, "{line:?}");
                }
                Err(expect) => {
                    let refused = sorted.unwrap_err().message;
                    assert!(refused.contains(expect), "{line:?}: {refused}");
                    assert_eq!(lines, 1, "{line:?}");
                }
            }
        }
    }

    #[test]
    fn sorting_is_taken_back_only_while_it_is_the_last_step() {
        let rehearsal = Rehearsal::new();
        let id = rehearsal.partner("Fernhill", None);
        let sort = json!({ "id": id, "character": "strategic", "reason": "" });
        let seq = rehearsal.call("partner_sort", &sort).unwrap()["seq"].clone();
        assert!(seq.is_i64());
        let undo = |seq| rehearsal.call("undo_step", &json!({ "seq": seq }));
        let other = rehearsal.partner("Other", None);
        let refused = undo(&seq).unwrap_err().message;
        assert!(refused.contains("Added Other"), "{refused}");
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(undo(&seq).unwrap()["sentence"], "Sorted Fernhill: strategic");
        assert!(undo(&seq).is_err(), "it is taken back already");
        let loaded = rehearsal.app.loaded(&rehearsal.window).unwrap();
        assert!(loaded.expected.relationships.is_empty() && loaded.organization(other).is_err());
    }
}
