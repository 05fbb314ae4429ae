//! A motion's page.

use domain::{CostBehavior, Health, Money, Motion, MotionStatus, SectionContent, SectionKind};
use press::{
    Budget, BudgetRow, Column, FunctionPart, MilestoneMark, MotionPage, PartnerPart, Payer, Side, Table, TaskRow,
};

use super::Writer;
use super::budget::sums;

impl Writer<'_> {
    pub(super) fn motion_pages(&self) -> Vec<MotionPage> {
        self.motions.iter().map(|motion| self.motion_page(motion)).collect()
    }

    fn motion_page(&self, motion: &Motion) -> MotionPage {
        let kind = self.loaded.workspace.motion_kinds.iter().find(|kind| kind.key == motion.kind);
        MotionPage {
            name: motion.name.to_string(),
            kind: kind.map(|kind| kind.name.to_string()).unwrap_or_default(),
            character: self.loaded.motion_character(motion.id),
            status: self.words.get(status_key(motion.status)).to_owned(),
            health: self.health(motion),
            objective: motion.objective.clone(),
            owner: self.loaded.owner_words(motion.owner),
            start: motion.start,
            end: motion.end,
            span: self.span(motion.start, motion.end),
            partners: self.partner_parts(motion),
            functions: self.function_parts(motion),
            tasks: self.loaded.tasks_of(motion.id).into_iter().map(|task| self.task_row(task)).collect(),
            milestones: self.milestone_marks(motion),
            budget: self.document_budget(motion),
            tables: self.expectations(motion).into_iter().collect(),
        }
    }

    fn partner_parts(&self, motion: &Motion) -> Vec<PartnerPart> {
        let part = |partner: crate::wire::MotionPartnerView| {
            let kind = self.loaded.workspace.organization_kinds.iter().find(|kind| kind.key == partner.kind)?;
            Some(PartnerPart { name: partner.name, role: partner.role, shape: kind.shape, color: kind.color.clone() })
        };
        self.loaded.motion_partners(motion.id).into_iter().filter_map(part).collect()
    }

    fn function_parts(&self, motion: &Motion) -> Vec<FunctionPart> {
        let leads = motion.owner.is_some();
        let part = |(index, function): (usize, domain::Function)| FunctionPart {
            name: self.language.say(function.name()).to_owned(),
            part: self.words.get(if index == 0 && leads { "leads" } else { "contributes" }).to_owned(),
        };
        self.loaded.functions_of(motion).into_iter().enumerate().map(part).collect()
    }

    fn task_row(&self, task: &domain::Task) -> TaskRow {
        let span = match (task.start, task.due) {
            (Some(start), Some(due)) => self.days(&self.words.day(start), &self.words.day(due)),
            (None, Some(due)) => self.words.say("by_day", &[("day", &self.words.day(due))]),
            (Some(start), None) => self.words.say("from_day", &[("day", &self.words.day(start))]),
            (None, None) => String::new(),
        };
        TaskRow {
            name: task.name.to_string(),
            owner: self.loaded.task_owner_words(task.owner),
            start: task.start,
            due: task.due,
            span,
            progress: Some(if task.done { 1.0 } else { 0.0 }),
        }
    }

    fn milestone_marks(&self, motion: &Motion) -> Vec<MilestoneMark> {
        let mut marks: Vec<MilestoneMark> = self
            .loaded
            .workspace
            .milestones
            .iter()
            .filter(|milestone| milestone.motion == motion.id)
            .map(|milestone| MilestoneMark {
                name: milestone.name.to_string(),
                date: milestone.date,
                date_text: self.words.day(milestone.date),
                reached: milestone.reached,
            })
            .collect();
        marks.sort_by_key(|mark| mark.date);
        marks
    }

    fn document_budget(&self, motion: &Motion) -> Option<Budget> {
        if !self.shows_amounts() {
            return None;
        }
        if let Some(SectionContent::Motions { budget: false }) =
            self.section(SectionKind::Motions).map(|section| &section.content)
        {
            return None;
        }
        let lines: Vec<&domain::BudgetLine> =
            self.loaded.workspace.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
        if lines.is_empty() {
            return None;
        }
        // The sums last, so that their decimals are those of the lines.
        let column = |of: fn(&domain::BudgetLine) -> i64| {
            let mut amounts: Vec<Money> =
                lines.iter().map(|line| Money { minor: of(line), currency: line.currency }).collect();
            amounts.extend(sums(amounts.clone().into_iter()));
            self.language.money_column(&amounts)
        };
        let planned = column(|line| line.planned_minor);
        let committed = column(|line| line.committed_minor);
        let spent = column(|line| line.spent_minor);
        let row = |(at, line): (usize, &domain::BudgetLine)| BudgetRow {
            name: line.name.to_string(),
            behavior: self
                .words
                .get(match line.behavior {
                    CostBehavior::Fixed => "fixed",
                    CostBehavior::Variable => "variable",
                })
                .to_owned(),
            planned: planned[at].clone(),
            committed: committed[at].clone(),
            spent: spent[at].clone(),
        };
        let sum = |at: usize| BudgetRow {
            name: self.words.get("total").to_owned(),
            behavior: String::new(),
            planned: planned[at].clone(),
            committed: committed[at].clone(),
            spent: spent[at].clone(),
        };
        let currencies = planned.len() - lines.len();
        let totals =
            if lines.len() > currencies { (lines.len()..planned.len()).map(sum).collect() } else { Vec::new() };
        let payer = |payer: crate::wire::PayerView| {
            let kind = self.loaded.workspace.organization_kinds.iter().find(|kind| kind.key == payer.kind);
            let color = if payer.is_us {
                "kind-us".to_owned()
            } else {
                kind.map(|kind| kind.color.clone()).unwrap_or_default()
            };
            Payer { name: payer.name, amount: self.language.money_short(payer.amount), share: payer.share, color }
        };
        Some(Budget {
            total: self.planned_in_each_currency(motion),
            lines: lines.iter().copied().enumerate().map(row).collect(),
            totals,
            payers: self.loaded.payers_of(motion.id).into_iter().map(payer).collect(),
        })
    }

    /// "€54k", or "€54k + $12k": currencies are never added up.
    fn planned_in_each_currency(&self, motion: &Motion) -> String {
        let totals = self.loaded.motion_money(motion).totals;
        let planned: Vec<Money> = totals.into_iter().map(|total| total.planned).filter(|sum| sum.minor != 0).collect();
        let zero = Money::zero(self.loaded.workspace.settings.currency);
        let texts = if planned.is_empty() { vec![zero] } else { planned };
        texts.into_iter().map(|sum| self.language.money_short(sum)).collect::<Vec<_>>().join(" + ")
    }

    fn expectations(&self, motion: &Motion) -> Option<Table> {
        let mut projections = self.loaded.projections_of(motion.id);
        projections.retain(|projection| self.loaded.metric(&projection.metric).is_ok_and(|m| self.shows_metric(m)));
        let last = projections.iter().map(|p| p.from.plus(i32::try_from(p.months).unwrap_or(1) - 1)).max()?;
        let column = |name: &str, side, strong| Column { name: name.to_owned(), side, strong };
        Some(Table {
            title: self.words.say("expect_by", &[("month", &self.words.month(last.first_day()))]),
            columns: vec![
                column(self.words.get("measure"), Side::Start, false),
                column(self.words.get("low"), Side::End, false),
                column(self.words.get("middle"), Side::End, true),
                column(self.words.get("high"), Side::End, false),
            ],
            rows: projections.into_iter().map(|p| vec![p.metric_name, p.low_text, p.total_text, p.high_text]).collect(),
            totals: Vec::new(),
        })
    }

    /// How a motion is doing says something about us: it is shown to whom its reason may be shown.
    fn health(&self, motion: &Motion) -> String {
        if motion.status != MotionStatus::Running || !self.printed.audience.sees(motion.health_audience) {
            return String::new();
        }
        let key = match motion.health {
            Health::OnTrack => "health_on_track",
            Health::AtRisk => "health_at_risk",
            Health::Behind => "health_behind",
        };
        self.words.get(key).to_owned()
    }

    /// "29 January to 15 October 2026": the year is said once where it is the same.
    pub(super) fn span(&self, start: domain::Date, end: domain::Date) -> String {
        let words = self.words;
        let first = if start.year() == end.year() { words.day(start) } else { words.day_with_year(start) };
        self.days(&first, &words.day_with_year(end))
    }

    fn days(&self, from: &str, to: &str) -> String {
        self.words.say("to", &[("from", from), ("to", to)])
    }
}

pub(super) fn status_key(status: MotionStatus) -> &'static str {
    match status {
        MotionStatus::Idea => "status_idea",
        MotionStatus::Draft => "status_draft",
        MotionStatus::Proposed => "status_proposed",
        MotionStatus::Agreed => "status_agreed",
        MotionStatus::Running => "status_running",
        MotionStatus::Paused => "status_paused",
        MotionStatus::Done => "status_done",
        MotionStatus::Dropped => "status_dropped",
    }
}
