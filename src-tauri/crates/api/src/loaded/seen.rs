//! The map through a view's settings: who is shown, seen from whom, what colors and sizes say, what has changed.
//!
//! Owns: which nodes and lines the picture gets, and why. Must not know: where they go, what they look like.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Audience, Character, Field, MetricUnit, Organization, OrganizationId, Workspace, assess};
use picture::Change;
use picture::map::{ColorBy, MapInput, MapLine, MapNode, Overruled, Shade, SizeBy};

use super::Loaded;
use super::facts::FactBook;
use super::partners::standing_on_map;
use crate::ErrorReply;
use crate::wire::{Compare, Focus, ViewSettings};

/// Colors tell so many words apart; the rest share one.
const COLORS: usize = 8;
/// Depth differs from here on: one step of what is shown.
const DEPTH_STEP: f64 = 0.05;
/// Farther away nearly everybody is near.
const MOST_HOPS: u8 = 3;

impl Loaded {
    /// What the map is drawn from, without places.
    pub(crate) fn seen(&self, settings: &ViewSettings, audience: Audience) -> Result<MapInput, ErrorReply> {
        let mut input = match settings.center {
            Some(center) if center != self.workspace.settings.us => self.seen_from(center)?,
            _ => self.whole(audience),
        };
        let book = self.facts(audience);
        if let Some(compare) = settings.compare {
            self.mark_changes(&mut input, compare)?;
        }
        self.leave_out(&mut input, settings, &book);
        if let Some(focus) = &settings.focus {
            near(&mut input, focus);
        }
        let shown: BTreeSet<OrganizationId> = input.nodes.iter().map(|node| node.id).collect();
        input.lines.retain(|line| shown.contains(&line.from) && shown.contains(&line.to));
        self.tell_apart(&mut input, settings, &book);
        input.groups = !settings.ungrouped;
        if let Some(separate) = settings.separate.filter(|separate| separate.is_finite()) {
            input.separate = separate.clamp(0.0, 1.0);
        }
        Ok(input)
    }

    /// Everyone, from where we stand.
    fn whole(&self, audience: Audience) -> MapInput {
        let mut input = standing_input(&self.workspace, &self.assessment);
        input.language = self.language;
        let reasons = audience == Audience::Internal;
        for node in &mut input.nodes {
            let Some(standing) = self.assessment.organization(node.id) else { continue };
            let deciding = standing.relationship;
            let overrule = self.workspace.overrules.iter().find(|overrule| Some(overrule.relationship) == deciding);
            node.overruled = overrule.map(|overrule| Overruled {
                reason: Some(overrule.reason.clone()).filter(|words| reasons && !words.is_empty()),
            });
            node.also = standing.others_differ.then(|| self.also(node.id, standing.character)).flatten();
        }
        input
    }

    /// The character of another active relationship with us.
    fn also(&self, organization: OrganizationId, character: Character) -> Option<Character> {
        let us = self.workspace.settings.us;
        let ends = [organization, us];
        let lines = self.workspace.relationships.iter().filter(|r| ends.contains(&r.from) && ends.contains(&r.to));
        let characters = lines.filter_map(|r| self.assessment.relationship(r.id)).map(|assessed| assessed.character);
        characters.filter(|other| *other != character && *other != Character::Unknown).min()
    }

    /// The same ecosystem around another organization: depth is that of its relationships.
    fn seen_from(&self, center: OrganizationId) -> Result<MapInput, ErrorReply> {
        let name = self.organization(center)?.name.to_string();
        let mut workspace = self.workspace.clone();
        workspace.settings.us = center;
        let assessment = assess(&workspace, self.today);
        Ok(MapInput { seen_from: Some(name), language: self.language, ..standing_input(&workspace, &assessment) })
    }

    fn leave_out(&self, input: &mut MapInput, settings: &ViewSettings, book: &FactBook<'_>) {
        let asked: Vec<Field> = settings.filter.conditions.iter().map(|condition| condition.field.clone()).collect();
        if asked.is_empty() {
            return;
        }
        input.nodes.retain(|node| {
            let passes = |organization: &Organization| settings.filter.passes(&book.of(organization, &asked));
            // Who is gone is not in the workspace any more: it stays as a mark of the comparison.
            node.us || self.workspace.organization(node.id).is_none_or(passes)
        });
    }

    fn tell_apart(&self, input: &mut MapInput, settings: &ViewSettings, book: &FactBook<'_>) {
        let organization = |node: &MapNode| self.workspace.organization(node.id);
        let usable = |field: &Option<Field>| field.clone().filter(|field| book.has(field));
        if let Some(field) = usable(&settings.group_by).filter(|field| *field != Field::Group) {
            for node in &mut input.nodes {
                let word = organization(node).and_then(|o| first_word(book, o, &field));
                node.group = word.map(|word| book.word_name(&field, &word)).filter(|_| !node.us);
            }
        }
        if let Some(field) = usable(&settings.color_by).filter(|field| *field != Field::Kind) {
            color(input, &organization, &field, book);
        }
        self.size(input, usable(&settings.size_by).as_ref(), book);
    }

    /// By the field, or else by what was won with each: areas tell figures too, so others than us see all alike.
    fn size(&self, input: &mut MapInput, by: Option<&Field>, book: &FactBook<'_>) {
        let figure = |organization: &Organization| match by {
            Some(field) => Some(book.figure(organization, field).unwrap_or(0.0)),
            None if self.won.is_empty() || !book.is_internal() => None,
            None => Some(self.won_with(organization.id).map_or(0.0, domain::Money::to_f64)),
        };
        for node in &mut input.nodes {
            node.size = self.workspace.organization(node.id).and_then(figure);
        }
        let most = input.nodes.iter().filter_map(|node| node.size).fold(0.0, f64::max);
        let currency = self.workspace.settings.currency;
        input.size_by = match by {
            Some(field) => Some(SizeBy { title: book.name(field), most: book.figure_words(field, most) }),
            None if most > 0.0 => {
                let most = picture::format::figure(most, MetricUnit::Money, currency);
                Some(SizeBy { title: "revenue won this fiscal year".to_owned(), most })
            }
            None => None,
        };
    }

    /// Marks what differs, and adds who is gone.
    fn mark_changes(&self, input: &mut MapInput, compare: Compare) -> Result<(), ErrorReply> {
        let (name, other) = self.compared(compare)?;
        let assessment = assess(&other, self.today);
        let before = standing_input(&other, &assessment);
        input.compared_with = Some(name);
        let was: BTreeMap<OrganizationId, &MapNode> = before.nodes.iter().map(|node| (node.id, node)).collect();
        for node in &mut input.nodes {
            node.change = match was.get(&node.id) {
                None => Some(Change::Added),
                Some(was) => (differs(node, was) || self.words_differ(node.id, &other)).then_some(Change::Changed),
            };
        }
        let now: BTreeSet<OrganizationId> = input.nodes.iter().map(|node| node.id).collect();
        let gone = before.nodes.iter().filter(|node| !now.contains(&node.id) && !node.us);
        input.nodes.extend(gone.map(|node| MapNode { change: Some(Change::Gone), ..node.clone() }));
        let lines: BTreeMap<_, &MapLine> = before.lines.iter().map(|line| (line.id, line)).collect();
        for line in &mut input.lines {
            line.change = match lines.get(&line.id) {
                None => Some(Change::Added),
                Some(was) => {
                    let same =
                        (was.character, was.weight, &was.reading) == (line.character, line.weight, &line.reading);
                    (!same).then_some(Change::Changed)
                }
            };
        }
        let now: BTreeSet<_> = input.lines.iter().map(|line| line.id).collect();
        let gone = before.lines.iter().filter(|line| !now.contains(&line.id));
        input.lines.extend(gone.map(|line| MapLine { change: Some(Change::Gone), ..line.clone() }));
        Ok(())
    }

    fn compared(&self, compare: Compare) -> Result<(String, Workspace), ErrorReply> {
        match compare {
            Compare::Expected => Ok(("Expected".to_owned(), forecast::in_scenario(&self.expected, None))),
            Compare::Scenario(id) => {
                let scenario = self.expected.scenarios.iter().find(|scenario| scenario.id == id);
                let missing = "The scenario to compare with is gone: choose another one under Compare.";
                let scenario = scenario.ok_or_else(|| ErrorReply::refused(missing))?;
                Ok((scenario.name.to_string(), forecast::in_scenario(&self.expected, id)))
            }
            Compare::LockedPlan(id) => {
                let missing = "The locked plan to compare with is gone: choose another one under Compare.";
                let plan = self.expected.locked_plans.iter().find(|plan| plan.id == id);
                let plan = plan.ok_or_else(|| ErrorReply::refused(missing))?;
                let name = format!("{} of {}", plan.name, picture::format::date(plan.date));
                let unread =
                    |_| ErrorReply::refused(format!("The locked plan '{name}' cannot be read: lock a new one."));
                plan.workspace().map(|workspace| (name.clone(), workspace)).map_err(unread)
            }
        }
    }

    fn words_differ(&self, id: OrganizationId, other: &Workspace) -> bool {
        let words = |organization: &Organization| {
            (
                organization.name.clone(),
                organization.kind.clone(),
                organization.tier.clone(),
                organization.stage.clone(),
            )
        };
        self.workspace.organization(id).map(words) != other.organization(id).map(words)
    }
}

fn standing_input(workspace: &Workspace, assessment: &domain::Assessment) -> MapInput {
    let standings = assessment.organizations.iter().map(|o| (o.organization, standing_on_map(o))).collect();
    let characters = assessment.relationships.iter().map(|r| (r.relationship, r.character)).collect();
    MapInput::of(workspace, &standings, &characters)
}

fn differs(now: &MapNode, was: &MapNode) -> bool {
    let far = |(now, was): (f64, f64)| (now - was).abs() >= DEPTH_STEP;
    now.standing.character != was.standing.character || now.standing.depth.zip(was.standing.depth).is_some_and(far)
}

fn first_word(book: &FactBook<'_>, organization: &Organization, field: &Field) -> Option<String> {
    let mut facts = book.of(organization, std::slice::from_ref(field));
    facts.words.remove(field).and_then(|words| words.into_iter().next())
}

/// Words are told apart where there are any, else figures.
fn color<'a>(
    input: &mut MapInput,
    organization: &impl Fn(&MapNode) -> Option<&'a Organization>,
    field: &Field,
    book: &FactBook<'_>,
) {
    let title = book.name(field);
    let words: Vec<Option<String>> =
        input.nodes.iter().map(|node| first_word(book, organization(node).filter(|_| !node.us)?, field)).collect();
    if words.iter().any(Option::is_some) {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        words.iter().flatten().for_each(|word| *counts.entry(word).or_default() += 1);
        let mut names: Vec<&String> = counts.keys().copied().collect();
        names.sort_by_key(|word| (std::cmp::Reverse(counts[*word]), (*word).clone()));
        names.truncate(COLORS);
        let place = |word: &Option<String>| names.iter().position(|name| Some(*name) == word.as_ref());
        let shades: Vec<_> = words.iter().map(|word| place(word).map(Shade::Category)).collect();
        let names = names.iter().map(|word| book.word_name(field, word)).collect();
        input.color_by = Some(ColorBy::Categories { title, names });
        input.nodes.iter_mut().zip(shades).for_each(|(node, shade)| node.shade = shade);
        return;
    }
    let figures: Vec<Option<f64>> =
        input.nodes.iter().map(|node| book.figure(organization(node).filter(|_| !node.us)?, field)).collect();
    let known = || figures.iter().flatten().copied();
    let (least, most) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    if least > most {
        return;
    }
    let ends = [book.figure_words(field, least), book.figure_words(field, most)];
    input.color_by = Some(ColorBy::Values { title, ends });
    input.nodes.iter_mut().zip(figures).for_each(|(node, figure)| node.shade = figure.map(Shade::Value));
}

/// Keeps those at most so many relationships away from the middle. Everybody knows us: through us alone nobody is near.
fn near(input: &mut MapInput, focus: &Focus) {
    let us = input.nodes.iter().find(|node| node.us).map(|node| node.id);
    let passed = us.filter(|us| !focus.organizations.contains(us));
    let mut neighbors: BTreeMap<OrganizationId, Vec<OrganizationId>> = BTreeMap::new();
    for line in input.lines.iter().filter(|line| Some(line.from) != passed && Some(line.to) != passed) {
        neighbors.entry(line.from).or_default().push(line.to);
        neighbors.entry(line.to).or_default().push(line.from);
    }
    let mut kept: BTreeSet<OrganizationId> = focus.organizations.iter().copied().collect();
    for _ in 0..focus.hops.min(MOST_HOPS) {
        let next: Vec<OrganizationId> = kept.iter().filter_map(|id| neighbors.get(id)).flatten().copied().collect();
        kept.extend(next);
    }
    input.nodes.retain(|node| node.us || kept.contains(&node.id));
}
