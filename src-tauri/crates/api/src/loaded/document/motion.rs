//! A motion's page.

use domain::{Character, CostBehavior, Health, Money, Motion, MotionStatus};
use picture::format;
use press::{
    Budget, BudgetRow, Column, FunctionPart, MilestoneMark, MotionPage, PartnerPart, Payer, Side, Table, TaskRow,
};

use super::super::Loaded;

impl Loaded {
    /// Strategic motions first, each by its start.
    pub(super) fn motion_pages(&self) -> Vec<MotionPage> {
        let mut motions: Vec<&Motion> = self.workspace.motions.iter().filter(|motion| motion.active).collect();
        motions.sort_by_key(|motion| {
            let tactical = self.motion_character(motion.id) == Character::Transactional;
            (tactical, motion.start, motion.name.clone(), motion.id)
        });
        motions.into_iter().map(|motion| self.motion_page(motion)).collect()
    }

    fn motion_page(&self, motion: &Motion) -> MotionPage {
        let kind = self.workspace.motion_kinds.iter().find(|kind| kind.key == motion.kind);
        MotionPage {
            name: motion.name.to_string(),
            kind: kind.map(|kind| kind.name.to_string()).unwrap_or_default(),
            character: self.motion_character(motion.id),
            status: status_word(motion.status).to_owned(),
            health: if motion.status == MotionStatus::Running {
                health_word(motion.health).to_owned()
            } else {
                String::new()
            },
            objective: motion.objective.clone(),
            owner: self.owner_words(motion.owner),
            start: motion.start,
            end: motion.end,
            span: span(motion.start, motion.end),
            partners: self.partner_parts(motion),
            functions: self.function_parts(motion),
            tasks: self.tasks_of(motion.id).into_iter().map(|task| self.task_row(task)).collect(),
            milestones: self.milestone_marks(motion),
            budget: self.document_budget(motion),
            tables: self.expectations(motion).into_iter().collect(),
        }
    }

    fn partner_parts(&self, motion: &Motion) -> Vec<PartnerPart> {
        let part = |partner: crate::wire::MotionPartnerView| {
            let kind = self.workspace.organization_kinds.iter().find(|kind| kind.key == partner.kind)?;
            Some(PartnerPart { name: partner.name, role: partner.role, shape: kind.shape, color: kind.color.clone() })
        };
        self.motion_partners(motion.id).into_iter().filter_map(part).collect()
    }

    fn function_parts(&self, motion: &Motion) -> Vec<FunctionPart> {
        let leads = motion.owner.is_some();
        let part = |(index, function): (usize, domain::Function)| FunctionPart {
            name: function.name().to_owned(),
            part: if index == 0 && leads { "leads" } else { "contributes" }.to_owned(),
        };
        self.functions_of(motion).into_iter().enumerate().map(part).collect()
    }

    fn task_row(&self, task: &domain::Task) -> TaskRow {
        let span = match (task.start, task.due) {
            (Some(start), Some(due)) => format!("{} to {}", format::date(start), format::date(due)),
            (None, Some(due)) => format!("by {}", format::date(due)),
            (Some(start), None) => format!("from {}", format::date(start)),
            (None, None) => String::new(),
        };
        TaskRow {
            name: task.name.to_string(),
            owner: self.task_owner_words(task.owner),
            start: task.start,
            due: task.due,
            span,
            progress: Some(if task.done { 1.0 } else { 0.0 }),
        }
    }

    fn milestone_marks(&self, motion: &Motion) -> Vec<MilestoneMark> {
        let mut marks: Vec<MilestoneMark> = self
            .workspace
            .milestones
            .iter()
            .filter(|milestone| milestone.motion == motion.id)
            .map(|milestone| MilestoneMark {
                name: milestone.name.to_string(),
                date: milestone.date,
                date_text: format::date(milestone.date),
                reached: milestone.reached,
            })
            .collect();
        marks.sort_by_key(|mark| mark.date);
        marks
    }

    fn document_budget(&self, motion: &Motion) -> Option<Budget> {
        let lines: Vec<&domain::BudgetLine> =
            self.workspace.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
        if lines.is_empty() {
            return None;
        }
        let row = |line: &domain::BudgetLine| {
            let amount = |minor: i64| {
                if minor == 0 { String::new() } else { format::money(Money { minor, currency: line.currency }) }
            };
            BudgetRow {
                name: line.name.to_string(),
                behavior: match line.behavior {
                    CostBehavior::Fixed => "Fixed",
                    CostBehavior::Variable => "Variable",
                }
                .to_owned(),
                planned: amount(line.planned_minor),
                committed: amount(line.committed_minor),
                spent: amount(line.spent_minor),
            }
        };
        let payer = |payer: crate::wire::PayerView| {
            let kind = self.workspace.organization_kinds.iter().find(|kind| kind.key == payer.kind);
            let color = if payer.is_us {
                "kind-us".to_owned()
            } else {
                kind.map(|kind| kind.color.clone()).unwrap_or_default()
            };
            Payer { name: payer.name, amount: format::money_short(payer.amount), share: payer.share, color }
        };
        Some(Budget {
            total: format::money_short(self.budget_of(motion.id)),
            lines: lines.into_iter().map(row).collect(),
            payers: self.payers_of(motion.id).into_iter().map(payer).collect(),
        })
    }

    fn expectations(&self, motion: &Motion) -> Option<Table> {
        let projections = self.projections_of(motion.id);
        let last = projections.iter().map(|p| p.from.plus(i32::try_from(p.months).unwrap_or(1) - 1)).max()?;
        let column = |name: &str, side, strong| Column { name: name.to_owned(), side, strong };
        Some(Table {
            title: format!("What we expect by {} {}", last.name(), last.year()),
            columns: vec![
                column("Measure", Side::Start, false),
                column("Low", Side::End, false),
                column("Middle", Side::End, true),
                column("High", Side::End, false),
            ],
            rows: projections.into_iter().map(|p| vec![p.metric_name, p.low_text, p.total_text, p.high_text]).collect(),
        })
    }
}

/// "29 January to 15 October 2026": the year is said once where it is the same.
fn span(start: domain::Date, end: domain::Date) -> String {
    let first = if start.year() == end.year() { format::date(start) } else { format::date_with_year(start) };
    format!("{first} to {}", format::date_with_year(end))
}

fn status_word(status: MotionStatus) -> &'static str {
    match status {
        MotionStatus::Idea => "Idea",
        MotionStatus::Draft => "Draft",
        MotionStatus::Proposed => "Proposed",
        MotionStatus::Agreed => "Agreed",
        MotionStatus::Running => "Running",
        MotionStatus::Paused => "Paused",
        MotionStatus::Done => "Done",
        MotionStatus::Dropped => "Dropped",
    }
}

fn health_word(health: Health) -> &'static str {
    match health {
        Health::OnTrack => "On track",
        Health::AtRisk => "At risk",
        Health::Behind => "Behind",
    }
}
