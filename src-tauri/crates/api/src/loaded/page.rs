//! What a partner's page shows beside its row: people, log, dates, outcomes; and what is due anywhere.

use domain::{
    Activity, ActivityId, Date, FiscalYear, FundStep, Line, Lines, Month, MotionStatus, OrganizationId, Owner, Tag,
    TagId, TaskOwner,
};

use picture::format;

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

impl Loaded {
    pub(crate) fn activity(&self, id: ActivityId) -> Result<&Activity, ErrorReply> {
        let rows = &self.expected.activities;
        let found = rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]);
        found
            .ok_or_else(|| ErrorReply::refused("This entry is no longer there: somebody deleted it or undid its step."))
    }

    pub(crate) fn tag(&self, id: TagId) -> Result<&Tag, ErrorReply> {
        let found = self.expected.tags.iter().find(|tag| tag.id == id);
        found.ok_or_else(|| ErrorReply::refused("This tag is no longer there: somebody deleted it or undid its step."))
    }

    pub(crate) fn contacts(&self, partner: OrganizationId) -> Vec<ContactView> {
        let own = self.expected.contacts.iter().filter(|contact| contact.organization == partner);
        own.map(|contact| ContactView {
            id: contact.id,
            name: contact.name.to_string(),
            role: contact.role.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
        })
        .collect()
    }

    /// The newest first.
    pub(crate) fn activities(&self, partner: OrganizationId) -> Vec<ActivityView> {
        let mut own: Vec<&Activity> =
            self.expected.activities.iter().filter(|activity| activity.organization == partner).collect();
        own.sort_by(|a, b| b.date.cmp(&a.date).then(b.id.cmp(&a.id)));
        own.into_iter()
            .map(|activity| ActivityView {
                id: activity.id,
                date: activity.date,
                person: activity.person,
                person_name: activity.person.map(|person| self.owner_words(Some(Owner::Person(person)))),
                kind: activity.kind,
                note: activity.note.clone(),
                next_step: activity.next_step.clone(),
                next_by: activity.next_by,
                next_done: activity.next_done,
            })
            .collect()
    }

    pub(crate) fn renewals(&self, partner: OrganizationId) -> Vec<RenewalView> {
        let own = self.expected.renewals.iter().filter_map(|renewal| {
            let relationship = self.relationship(renewal.relationship).ok()?;
            [relationship.from, relationship.to].contains(&partner).then(|| RenewalView {
                relationship: renewal.relationship,
                of: self.relationship_words(relationship),
                date: renewal.date,
                note: renewal.note.clone(),
            })
        });
        own.collect()
    }

    /// What the motions with a partner are projected to do and have done in the fiscal year to date. A motion's figures
    /// are its own: they are not divided among its partners.
    pub(crate) fn partner_outcomes(&self, partner: OrganizationId) -> Vec<PartnerOutcome> {
        let (first, last) = self.year_to_date();
        let currency = self.workspace.settings.currency;
        let takes_part = |motion: &&domain::Motion| {
            let own = |row: &&domain::MotionPartner| row.motion == motion.id && row.organization == partner;
            motion.active && self.workspace.motion_partners.iter().any(|row| own(&row))
        };
        let mut found = Vec::new();
        for motion in self.workspace.motions.iter().filter(takes_part) {
            let lines = Lines::one(Line::Motion(motion.id));
            for metric in self.judged_by(motion.id) {
                let planned = self.planned().value(self.ledger().library(), &metric.key, &lines, first, last);
                let measured = self.ledger().value(&metric.key, &lines, first, last).figure;
                let measured = measured.filter(|figure| *figure != 0.0 || planned.is_some());
                if planned.is_none() && measured.is_none() || metric.over_months != domain::OverMonths::Sum {
                    continue;
                }
                let words = |figure: Option<f64>| {
                    figure.map_or_else(|| "—".to_owned(), |figure| format::figure(figure, metric.unit, currency))
                };
                found.push(PartnerOutcome {
                    motion: motion.id,
                    motion_name: motion.name.to_string(),
                    metric: metric.name.to_string(),
                    actual: words(measured),
                    projected: words(planned.map(|range| range.mid)),
                });
            }
        }
        found
    }

    fn year_to_date(&self) -> (Month, Month) {
        let last = Month::of(self.today);
        (FiscalYear::of(last, self.workspace.settings.fiscal_first_month).first(), last)
    }

    /// Next steps, tasks, renewals and deadlines of funds, the earliest first; what has no day comes last.
    pub(crate) fn due(&self) -> Vec<DueItem> {
        let mut items: Vec<DueItem> =
            [self.next_steps(), self.open_tasks(), self.renewals_due(), self.funds_due()].concat();
        items.sort_by(|a, b| {
            let day = |item: &DueItem| (item.date.is_none(), item.date);
            day(a).cmp(&day(b)).then(a.kind.cmp(&b.kind)).then_with(|| a.what.cmp(&b.what))
        });
        items
    }

    fn next_steps(&self) -> Vec<DueItem> {
        let open = self.workspace.activities.iter().filter(|activity| !activity.next_done);
        open.filter_map(|activity| {
            let item = item(DueKind::NextStep, activity.next_by, activity.next_step.clone()?);
            let owner = activity.person.map(Owner::Person);
            let owner = owner.or_else(|| self.workspace.organization(activity.organization)?.owner);
            Some(DueItem {
                owner: self.owner_words(owner),
                activity: Some(activity.id),
                ..self.with(item, activity.organization)
            })
        })
        .collect()
    }

    fn open_tasks(&self) -> Vec<DueItem> {
        let open = self.workspace.tasks.iter().filter(|task| !task.done && task.due.is_some());
        open.filter_map(|task| {
            let motion = self.workspace.motions.iter().find(|motion| motion.id == task.motion)?;
            let over = matches!(motion.status, MotionStatus::Done | MotionStatus::Dropped);
            if over || !motion.active {
                return None;
            }
            let item = item(DueKind::Task, task.due, task.name.to_string());
            let partners: Vec<_> = self.workspace.motion_partners.iter().filter(|p| p.motion == motion.id).collect();
            let item = match partners.as_slice() {
                [one] => self.with(item, one.organization),
                _ => item,
            };
            Some(DueItem {
                motion: Some(motion.id),
                motion_name: Some(motion.name.to_string()),
                owner: self.task_owner_words(task.owner.or(motion.owner.map(TaskOwner::from))),
                task: Some(task.id),
                ..item
            })
        })
        .collect()
    }

    fn renewals_due(&self) -> Vec<DueItem> {
        let us = self.workspace.settings.us;
        let of = |renewal: &domain::Renewal| {
            let relationship = self.workspace.relationships.iter().find(|r| r.id == renewal.relationship)?;
            if relationship.status == domain::RelationshipStatus::Ended {
                return None;
            }
            let partner = if relationship.from == us { relationship.to } else { relationship.from };
            let what = if renewal.note.is_empty() {
                format!("Renew: {}", self.relationship_words(relationship))
            } else {
                renewal.note.clone()
            };
            let owner = self.workspace.organization(partner).and_then(|partner| partner.owner);
            let item = item(DueKind::Renewal, Some(renewal.date), what);
            Some(DueItem { owner: self.owner_words(owner), ..self.with(item, partner) })
        };
        self.workspace.renewals.iter().filter_map(of).collect()
    }

    /// The next deadline of each fund that is not settled.
    fn funds_due(&self) -> Vec<DueItem> {
        let of = |fund: &domain::Fund| {
            let (step, date) = fund.standing(self.today).next?;
            let what = match step {
                FundStep::Claim => format!("Claim {} with proof", fund.name),
                FundStep::Spend => format!("Spend {}", fund.name),
            };
            let motion = self.workspace.motions.iter().find(|motion| Some(motion.id) == fund.motion);
            let item = self.with(item(DueKind::Fund, Some(date), what), fund.giver);
            Some(DueItem {
                motion: motion.map(|motion| motion.id),
                motion_name: motion.map(|motion| motion.name.to_string()),
                owner: self.owner_words(motion.and_then(|motion| motion.owner)),
                ..item
            })
        };
        self.workspace.funds.iter().filter_map(of).collect()
    }

    fn with(&self, item: DueItem, organization: OrganizationId) -> DueItem {
        let name = self.workspace.organization(organization).map(|row| row.name.to_string());
        DueItem { organization: Some(organization), organization_name: name, ..item }
    }
}

fn item(kind: DueKind, date: Option<Date>, what: String) -> DueItem {
    DueItem {
        kind,
        date,
        what,
        organization: None,
        organization_name: None,
        motion: None,
        motion_name: None,
        owner: String::new(),
        activity: None,
        task: None,
    }
}
