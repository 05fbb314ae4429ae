//! The joint business plan with each partner. What a third partner pays stands under "others", and its people are left
//! out; a plan that a partner reads names no other at all.

use std::collections::BTreeSet;

use domain::{
    Audience, Direction, Figure, FiscalYear, JointPlanField, Line, Lines, Metric, Motion, Organization, OrganizationId,
    OrganizationNames, Raci, RaciLetter, SectionContent, SectionKind, TaskOwner,
};
use press::{Chapter, Column, Part, PartOpening, Reading};

use super::{at_most, table};
use crate::ErrorReply;
use crate::loaded::document::motion::status_key;
use crate::loaded::document::{Writer, in_list};
use crate::wire::{JointObjectiveView, JointPlan};

/// Most plans of one document.
const PLANS_MAX: usize = 50;
/// Next steps of one plan.
const STEPS_MAX: usize = 8;

use JointPlanField as Field;
const WHY: [Field; 3] = [Field::WhyUsTogether, Field::ValueProposition, Field::TargetSegments];
const GOVERNANCE: [Field; 6] =
    [Field::OurSponsor, Field::TheirSponsor, Field::Cadence, Field::Enablement, Field::Certification, Field::ExitTerms];
const SWOT: [Field; 4] = [Field::Strengths, Field::Weaknesses, Field::Opportunities, Field::Threats];

impl Writer<'_> {
    /// A partner reads its own plan alone.
    ///
    /// # Errors
    ///
    /// Several plans in a document for partners.
    pub(super) fn joint_plans(&self) -> Result<Chapter, ErrorReply> {
        let partners = self.planned_with();
        if self.printed.audience >= Audience::Partner && partners.len() > 1 {
            let sentence = format!(
                "A document for partners holds the joint plan with one of them, and this one would hold {}: choose whose \
                 it is (joint_plan.partners=NAME).",
                partners.len()
            );
            return Err(ErrorReply::refused(sentence));
        }
        let parts = partners.into_iter().flat_map(|partner| self.joint_plan(partner)).collect();
        Ok(Chapter { heading: self.heading(SectionKind::JointPlan), lead: String::new(), parts })
    }

    /// Those chosen, in their order; without a choice everyone whose plan says something, by name.
    pub(in crate::loaded::document) fn planned_with(&self) -> Vec<&Organization> {
        let workspace = &self.loaded.workspace;
        let Some(section) = self.section(SectionKind::JointPlan) else { return Vec::new() };
        let SectionContent::JointPlan { partners } = &section.content else { return Vec::new() };
        let partner = |id: &OrganizationId| workspace.partners().find(|partner| partner.id == *id);
        if !partners.is_empty() {
            return partners.iter().filter_map(partner).take(PLANS_MAX).collect();
        }
        let written: BTreeSet<OrganizationId> = workspace
            .joint_plan_texts
            .iter()
            .filter(|row| !row.text.is_empty())
            .map(|row| row.organization)
            .chain(workspace.joint_plan_accounts.iter().map(|row| row.organization))
            .chain(workspace.joint_objectives.iter().map(|row| row.organization))
            .collect();
        let mut with: Vec<&Organization> = written.iter().filter_map(partner).collect();
        with.sort_by(|a, b| (in_list(a.name.as_str()), a.id).cmp(&(in_list(b.name.as_str()), b.id)));
        with.truncate(PLANS_MAX);
        with
    }

    fn joint_plan(&self, partner: &Organization) -> Vec<Part> {
        let plan = self.loaded.joint_plan(partner);
        let motions = self.motions_with(partner);
        let told = self.printed.audience < Audience::Partner;
        let opening = PartOpening {
            title: partner.name.to_string(),
            lead: String::new(),
            character: told.then(|| self.character(partner)),
        };
        let texts = |fields: &[Field]| self.plan_texts(&plan, fields);
        let parts = [Some(Part::Opening(opening)), texts(&WHY)].into_iter().chain(self.objectives(&plan)).chain([
            self.scorecard(&plan, &motions),
            self.accounts(&plan),
            self.motions_table(partner, &motions),
            self.commitments(partner),
            self.who_does_what(partner, &motions),
            self.joint_money(partner, &motions),
            self.joint_funds(partner, &motions),
            texts(&GOVERNANCE),
            texts(&SWOT),
            self.joint_steps(partner, &motions),
        ]);
        let mut parts: Vec<Part> = parts.flatten().collect();
        if !told {
            self.name_nobody_else(partner, &mut parts);
        }
        parts
    }

    /// Whatever a person typed: a plan for a partner speaks of no other.
    fn name_nobody_else(&self, partner: &Organization, parts: &mut [Part]) {
        let names = OrganizationNames::of(&self.loaded.workspace);
        let own = [self.loaded.workspace.settings.us, partner.id];
        let instead = self.words.get("another_partner");
        let clean = |text: &mut String| *text = names.only(&own, text, instead);
        for part in parts {
            match part {
                Part::Opening(opening) => clean(&mut opening.lead),
                Part::Facts(entries) | Part::Texts(entries) => {
                    for entry in entries {
                        clean(&mut entry.text);
                    }
                }
                Part::Table(table) => table.rows.iter_mut().flatten().for_each(clean),
                Part::Chart(chart) => clean(&mut chart.alt),
            }
        }
    }

    fn motions_with(&self, partner: &Organization) -> Vec<&Motion> {
        self.joint_motions(partner).into_iter().map(|at| self.motions[at]).collect()
    }

    fn plan_texts(&self, plan: &JointPlan, fields: &[Field]) -> Option<Part> {
        let text = |field: &Field| {
            let row = plan.texts.iter().find(|row| row.field == *field && !row.text.is_empty())?;
            Some(Reading { title: self.words.get(field_key(*field)).to_owned(), text: row.text.clone() })
        };
        let texts: Vec<Reading> = fields.iter().filter_map(text).collect();
        (!texts.is_empty()).then_some(Part::Texts(texts))
    }

    /// One table for each fiscal year.
    fn objectives(&self, plan: &JointPlan) -> Vec<Option<Part>> {
        let words = self.words;
        let years: BTreeSet<i32> = plan.objectives.iter().map(|objective| objective.year).collect();
        let row = |objective: &JointObjectiveView| {
            let target = objective.target.as_ref();
            let quarters = (0..4).map(|at| target.map(|target| self.target(&target.quarters[at])).unwrap_or_default());
            let name = match &objective.metric_name {
                Some(metric) => format!("{} ({metric})", objective.name),
                None => objective.name.clone(),
            };
            [name]
                .into_iter()
                .chain(quarters)
                .chain([target.map(|target| self.target(&target.year)).unwrap_or_default()])
                .collect()
        };
        let of_year = |year: i32| {
            let quarter = |n: i32| Column::figures(words.say("quarter_short", &[("n", &n.to_string())]));
            let mut columns = vec![Column::words(words.get("objective"))];
            columns.extend((1..=4).map(quarter));
            columns.push(Column::figures(words.get("whole_year")).strong());
            let named = words.say("fiscal_year", &[("year", &year.to_string())]);
            let rows = plan.objectives.iter().filter(|objective| objective.year == year).map(row).collect();
            table(format!("{}, {named}", words.get("objectives")), columns, rows)
        };
        years.into_iter().map(of_year).collect()
    }

    fn target(&self, figure: &Figure) -> String {
        match figure {
            Figure::Money(_) if !self.shows_amounts() => String::new(),
            Figure::Money(money) => self.language.money_short(*money),
            Figure::Number(number) => {
                self.language.figure(*number, domain::MetricUnit::Count, self.loaded.workspace.settings.currency)
            }
        }
    }

    /// Targets of metrics beside what the motions together reached in that year.
    fn scorecard(&self, plan: &JointPlan, motions: &[&Motion]) -> Option<Part> {
        let lines = Lines::Some(motions.iter().map(|motion| Line::Motion(motion.id)).collect());
        let row = |objective: &JointObjectiveView| {
            let target = objective.target.as_ref()?;
            let metric =
                self.loaded.metric(objective.metric.as_ref()?).ok().filter(|metric| self.shows_metric(metric))?;
            let reached = self.reached(metric, &lines, objective.year)?;
            let aim = match &target.year {
                Figure::Money(money) => money.to_f64(),
                Figure::Number(number) => *number,
            };
            let currency = self.loaded.workspace.settings.currency;
            let part = if aim > 0.0 { self.language.percent(reached / aim) } else { String::new() };
            let reached = self.language.figure(reached, metric.unit, currency);
            Some(vec![objective.name.clone(), self.target(&target.year), reached, part])
        };
        let words = self.words;
        let columns = vec![
            Column::words(words.get("objective")),
            Column::figures(words.get("target")),
            Column::figures(words.get("reached_to_date")).strong(),
            Column::figures(words.get("share")),
        ];
        table(words.get("scorecard"), columns, plan.objectives.iter().filter_map(row).collect())
    }

    fn reached(&self, metric: &Metric, lines: &Lines, year: i32) -> Option<f64> {
        let year = FiscalYear { year, first_month: self.loaded.workspace.settings.fiscal_first_month };
        self.loaded.ledger().value(&metric.key, lines, year.first(), year.last()).figure
    }

    fn accounts(&self, plan: &JointPlan) -> Option<Part> {
        let words = self.words;
        let columns = vec![Column::words(words.get("account")), Column::words(words.get("how_won"))];
        let rows = plan.accounts.iter().map(|account| vec![account.name.clone(), account.note.clone()]).collect();
        table(words.get("accounts"), columns, rows)
    }

    fn motions_table(&self, partner: &Organization, motions: &[&Motion]) -> Option<Part> {
        let words = self.words;
        let parts = &self.loaded.workspace.motion_partners;
        let row = |motion: &&Motion| {
            let part = parts.iter().find(|part| part.motion == motion.id && part.organization == partner.id);
            vec![
                motion.name.to_string(),
                words.get(status_key(motion.status)).to_owned(),
                self.span(motion.start, motion.end),
                part.map(|part| part.role.clone()).unwrap_or_default(),
            ]
        };
        let columns = vec![
            Column::words(words.get("motion")),
            Column::words(words.get("status")),
            Column::words(words.get("dates")),
            Column::words(words.get("role")),
        ];
        table(words.get("motions_together"), columns, motions.iter().map(row).collect())
    }

    /// What each side gives.
    fn commitments(&self, partner: &Organization) -> Option<Part> {
        let words = self.words;
        let side = |direction, name: String| {
            let values = self.values(partner, direction);
            values.into_iter().map(move |value| vec![value.text, name.clone(), value.weight.to_string()])
        };
        let us = self.loaded.organization_name(self.loaded.workspace.settings.us);
        let ours = side(Direction::Give, us);
        let rows = ours.chain(side(Direction::Get, partner.name.to_string())).collect();
        let columns = vec![
            Column::words(words.get("what")),
            Column::words(words.get("by_whom")),
            Column::figures(words.get("weighs")),
        ];
        table(words.get("commitments"), columns, rows)
    }

    fn who_does_what(&self, partner: &Organization, motions: &[&Motion]) -> Option<Part> {
        let words = self.words;
        let us = self.loaded.workspace.settings.us;
        let side = |motion: &Motion, id: OrganizationId| {
            let own = |part: &&Raci| part.motion == motion.id && part.organization == id;
            let mut own: Vec<&Raci> = self.loaded.workspace.raci.iter().filter(own).collect();
            own.sort_by_key(|part| part.function);
            let said = |part: &Raci| {
                format!("{} ({})", self.language.say(part.function.name()), words.get(letter_key(part.letter)))
            };
            own.into_iter().map(said).collect::<Vec<_>>().join(", ")
        };
        let row = |motion: &&Motion| {
            let sides = [side(motion, us), side(motion, partner.id)];
            let [ours, theirs] = sides;
            (!ours.is_empty() || !theirs.is_empty()).then(|| vec![motion.name.to_string(), ours, theirs])
        };
        let columns = vec![
            Column::words(words.get("motion")),
            Column::words(words.get("our_side")),
            Column::words(words.get("their_side")),
        ];
        table(words.get("who_does_what"), columns, motions.iter().filter_map(row).collect())
    }

    /// Open tasks and milestones of the motions together, the next ones first.
    fn joint_steps(&self, partner: &Organization, motions: &[&Motion]) -> Option<Part> {
        let workspace = &self.loaded.workspace;
        let named = |id| motions.iter().find(|motion| motion.id == id).map(|motion| motion.name.to_string());
        let tasks = workspace.tasks.iter().filter(|task| !task.done).filter_map(|task| {
            Some((task.due?, task.name.to_string(), named(task.motion)?, self.who_of(partner, task.owner)))
        });
        let milestones = workspace.milestones.iter().filter(|milestone| !milestone.reached);
        let milestones = milestones.filter_map(|milestone| {
            Some((milestone.date, milestone.name.to_string(), named(milestone.motion)?, String::new()))
        });
        let mut steps: Vec<_> = tasks.chain(milestones).collect();
        steps.sort();
        let row = |(day, what, motion, who)| vec![what, motion, self.words.day_with_year(day), who];
        let words = self.words;
        let columns = vec![
            Column::words(words.get("step")),
            Column::words(words.get("motion")),
            Column::words(words.get("due")).strong(),
            Column::words(words.get("by_whom")),
        ];
        let rows = at_most(steps.into_iter().map(row).collect(), STEPS_MAX, words);
        table(words.get("next_steps"), columns, rows)
    }

    /// One of us or of the partner; somebody else's people are not named.
    fn who_of(&self, partner: &Organization, owner: Option<TaskOwner>) -> String {
        if let Some(TaskOwner::Contact(id)) = owner {
            let contact = self.loaded.workspace.contacts.iter().find(|contact| contact.id == id);
            if contact.is_none_or(|contact| contact.organization != partner.id) {
                return String::new();
            }
        }
        self.loaded.task_owner_words(owner)
    }
}

fn field_key(field: Field) -> &'static str {
    match field {
        Field::WhyUsTogether => "plan_why_us_together",
        Field::ValueProposition => "plan_value_proposition",
        Field::TargetSegments => "plan_target_segments",
        Field::Enablement => "plan_enablement",
        Field::Certification => "plan_certification",
        Field::Cadence => "plan_cadence",
        Field::OurSponsor => "plan_our_sponsor",
        Field::TheirSponsor => "plan_their_sponsor",
        Field::ExitTerms => "plan_exit_terms",
        Field::Strengths => "plan_strengths",
        Field::Weaknesses => "plan_weaknesses",
        Field::Opportunities => "plan_opportunities",
        Field::Threats => "plan_threats",
    }
}

fn letter_key(letter: RaciLetter) -> &'static str {
    match letter {
        RaciLetter::Responsible => "raci_responsible",
        RaciLetter::Accountable => "raci_accountable",
        RaciLetter::Consulted => "raci_consulted",
        RaciLetter::Informed => "raci_informed",
    }
}
