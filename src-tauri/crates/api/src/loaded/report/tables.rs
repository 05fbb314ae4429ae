//! Partners, relationships, motions and tasks.

use domain::{Audience, Organization, OrganizationId, Relationship};
use press::{Cell, Sheet, SheetName, Unit};

use super::money::Budget;
use super::{Report, list, text, word};

impl Report<'_> {
    /// A partner sees who there is, not how we judge them.
    fn judges(&self) -> bool {
        self.audience < Audience::Partner
    }

    /// Every partner, by name.
    pub(super) fn partners(&self) -> Sheet {
        let workspace = &self.seen.workspace;
        let fields: Vec<_> = self.seen.partner_fields().collect();
        let mut head = vec!["Partner", "Kind"];
        if self.judges() {
            head.extend(["Character", "Depth"]);
        }
        head.extend(["Tier", "Stage", "Group", "Regions", "Owner", "Since", "Website"]);
        head.extend(fields.iter().map(|field| field.name.as_str()));
        let mut partners: Vec<&Organization> = workspace.partners().collect();
        partners.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let row = |partner: &Organization| {
            let kind = workspace.organization_kinds.iter().find(|kind| kind.key == partner.kind);
            let stage = workspace.stages.iter().find(|stage| Some(&stage.key) == partner.stage.as_ref());
            let mut row = vec![text(&partner.name), kind.map_or(Cell::Empty, |kind| text(&kind.name))];
            if self.judges() {
                let standing = self.told.assessment.organization(partner.id);
                row.push(standing.map_or(Cell::Empty, |standing| word(standing.character)));
                row.push(standing.and_then(|s| s.depth).map_or(Cell::Empty, |depth| Cell::Figure(depth, Unit::Number)));
            }
            row.extend([
                partner.tier.as_ref().map_or(Cell::Empty, text),
                stage.map_or(Cell::Empty, |stage| text(&stage.name)),
                partner.group.as_ref().map_or(Cell::Empty, text),
                text(self.seen.regions_of(partner).join(", ")),
                text(self.seen.owner_words(partner.owner)),
                partner.since.map_or(Cell::Empty, Cell::Day),
                partner.website.as_ref().map_or(Cell::Empty, text),
            ]);
            row.extend(
                fields.iter().map(|field| self.seen.custom_value(&field.key, partner.id).map_or(Cell::Empty, text)),
            );
            row
        };
        let rows = partners.into_iter().map(row).collect();
        list(
            SheetName::Partners,
            &head,
            rows,
            &[30.0, 16.0, 14.0, 12.0, 12.0, 14.0, 20.0, 20.0, 20.0, 12.0, 28.0, 20.0],
            1,
        )
    }

    /// Every relationship, by its two ends.
    pub(super) fn relationships(&self) -> Sheet {
        let workspace = &self.seen.workspace;
        let name = |id: OrganizationId| self.seen.organization_name(id);
        let mut head = vec!["From", "Relationship", "To", "Status"];
        if self.judges() {
            head.extend(["Character", "Depth"]);
        }
        head.extend(["Tier", "Since", "Strength", "Commission"]);
        let mut rows: Vec<(String, String, &Relationship)> =
            workspace.relationships.iter().map(|row| (name(row.from), name(row.to), row)).collect();
        rows.sort_by(|a, b| (&a.0, &a.1, a.2.id).cmp(&(&b.0, &b.1, b.2.id)));
        let row = |(from, to, relationship): (String, String, &Relationship)| {
            let kind = workspace.relationship_kinds.iter().find(|kind| kind.key == relationship.kind);
            let mut row = vec![
                text(from),
                kind.map_or(Cell::Empty, |kind| text(&kind.forward)),
                text(to),
                word(relationship.status),
            ];
            if self.judges() {
                let assessed = self.told.assessment.relationship(relationship.id);
                row.push(assessed.map_or(Cell::Empty, |assessed| word(assessed.character)));
                row.push(assessed.and_then(|a| a.depth).map_or(Cell::Empty, |depth| Cell::Figure(depth, Unit::Number)));
            }
            row.extend([
                relationship.tier.as_ref().map_or(Cell::Empty, text),
                relationship.since.map_or(Cell::Empty, Cell::Day),
                relationship
                    .strength
                    .map_or(Cell::Empty, |strength| Cell::Figure(f64::from(u8::from(strength)), Unit::Number)),
                self.seen.commission_words(relationship).map_or(Cell::Empty, text),
            ]);
            row
        };
        let rows = rows.into_iter().map(row).collect();
        list(SheetName::Relationships, &head, rows, &[28.0, 20.0, 28.0, 12.0, 14.0, 12.0, 14.0, 12.0, 12.0, 40.0], 1)
    }

    /// Every motion, by name, with what its budget lines come to.
    pub(super) fn motions(&self, budget: &Budget) -> Sheet {
        let workspace = &self.seen.workspace;
        let head = [
            "Motion",
            "Kind",
            "Status",
            "Health",
            "Start",
            "End",
            "Owner",
            "Partners",
            "Planned",
            "Committed",
            "Spent",
            "Objective",
        ];
        let row = |motion: &domain::Motion| {
            let kind = workspace.motion_kinds.iter().find(|kind| kind.key == motion.kind);
            let partners = workspace.motion_partners.iter().filter(|row| row.motion == motion.id);
            let partners: Vec<String> = partners.map(|row| self.seen.organization_name(row.organization)).collect();
            let [planned, committed, spent] = budget.of_motion(motion.id);
            vec![
                text(&motion.name),
                kind.map_or(Cell::Empty, |kind| text(&kind.name)),
                word(motion.status),
                word(motion.health),
                Cell::Day(motion.start),
                Cell::Day(motion.end),
                text(self.seen.owner_words(motion.owner)),
                text(partners.join(", ")),
                planned,
                committed,
                spent,
                text(&motion.objective),
            ]
        };
        let rows = self.motion_list().into_iter().map(row).collect();
        let widths = [34.0, 24.0, 12.0, 12.0, 12.0, 12.0, 20.0, 34.0, 16.0, 16.0, 16.0, 60.0];
        list(SheetName::Motions, &head, rows, &widths, 1)
    }

    /// Every task as its motion orders them.
    pub(super) fn tasks(&self) -> Sheet {
        let workspace = &self.seen.workspace;
        let head = ["Motion", "Phase", "Task", "Owner", "Start", "Due", "Done", "Days of work", "Notes"];
        let mut rows = Vec::new();
        for motion in self.motion_list() {
            for task in self.seen.tasks_of(motion.id) {
                let phase = workspace.phases.iter().find(|phase| Some(phase.id) == task.phase);
                rows.push(vec![
                    text(&motion.name),
                    phase.map_or(Cell::Empty, |phase| text(&phase.name)),
                    text(&task.name),
                    text(self.seen.task_owner_words(task.owner)),
                    task.start.map_or(Cell::Empty, Cell::Day),
                    task.due.map_or(Cell::Empty, Cell::Day),
                    text(if task.done { "Done" } else { "" }),
                    task.effort_days.map_or(Cell::Empty, |days| Cell::Figure(days, Unit::Number)),
                    text(&task.notes),
                ]);
            }
        }
        list(SheetName::Tasks, &head, rows, &[34.0, 18.0, 34.0, 24.0, 12.0, 12.0, 10.0, 10.0, 60.0], 1)
    }
}
