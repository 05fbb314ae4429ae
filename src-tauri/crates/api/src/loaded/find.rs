//! Finding rows by id or key, with a sentence for what is no longer there.

use domain::{
    CustomField, Key, Metric, MetricSide, Milestone, MilestoneId, Motion, MotionId, MotionKind, Organization,
    OrganizationId, OrganizationKind, Phase, PhaseId, Relationship, RelationshipId, RelationshipKind, Stage, Task,
    TaskId,
};

use super::Loaded;
use crate::ErrorReply;

impl Loaded {
    pub(crate) fn organization(&self, id: OrganizationId) -> Result<&Organization, ErrorReply> {
        self.expected.organization(id).ok_or_else(|| gone("partner"))
    }

    pub(crate) fn relationship(&self, id: RelationshipId) -> Result<&Relationship, ErrorReply> {
        let rows = &self.expected.relationships;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("relationship"))
    }

    pub(crate) fn motion(&self, id: MotionId) -> Result<&Motion, ErrorReply> {
        let rows = &self.expected.motions;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("motion"))
    }

    pub(crate) fn task(&self, id: TaskId) -> Result<&Task, ErrorReply> {
        let rows = &self.expected.tasks;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("task"))
    }

    pub(crate) fn milestone(&self, id: MilestoneId) -> Result<&Milestone, ErrorReply> {
        let rows = &self.expected.milestones;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("milestone"))
    }

    pub(crate) fn phase(&self, id: PhaseId) -> Result<&Phase, ErrorReply> {
        let rows = &self.expected.phases;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("phase"))
    }

    pub(crate) fn organization_kind(&self, key: &Key) -> Result<&OrganizationKind, ErrorReply> {
        let kinds = &self.expected.organization_kinds;
        kinds
            .iter()
            .find(|kind| kind.key == *key)
            .ok_or_else(|| unknown("kind of partner", key, kinds.iter().map(|k| &k.key)))
    }

    pub(crate) fn relationship_kind(&self, key: &Key) -> Result<&RelationshipKind, ErrorReply> {
        let kinds = &self.expected.relationship_kinds;
        kinds
            .iter()
            .find(|kind| kind.key == *key)
            .ok_or_else(|| unknown("kind of relationship", key, kinds.iter().map(|k| &k.key)))
    }

    pub(crate) fn motion_kind(&self, key: &Key) -> Result<&MotionKind, ErrorReply> {
        let kinds = &self.expected.motion_kinds;
        kinds
            .iter()
            .find(|kind| kind.key == *key)
            .ok_or_else(|| unknown("kind of motion", key, kinds.iter().map(|k| &k.key)))
    }

    pub(crate) fn stage(&self, key: &Key) -> Result<&Stage, ErrorReply> {
        let stages = &self.expected.stages;
        stages
            .iter()
            .find(|stage| stage.key == *key)
            .ok_or_else(|| unknown("stage", key, stages.iter().map(|s| &s.key)))
    }

    pub(crate) fn custom_field(&self, key: &Key) -> Result<&CustomField, ErrorReply> {
        self.partner_fields().find(|field| field.key == *key).ok_or_else(|| gone("field"))
    }

    pub(crate) fn metric(&self, key: &Key) -> Result<&Metric, ErrorReply> {
        let metrics = &self.expected.metrics;
        metrics
            .iter()
            .find(|metric| metric.key == *key)
            .ok_or_else(|| unknown("metric", key, metrics.iter().map(|m| &m.key)))
    }

    /// Whether motions of a kind are strategic or tactical as long as nothing else is known of them.
    pub(crate) fn kind_side(&self, key: &Key) -> MetricSide {
        let kind = self.workspace.motion_kinds.iter().find(|kind| kind.key == *key);
        let depth = kind.and_then(|kind| domain::lens::depth(&kind.default_lens));
        let tactical = depth.is_some_and(|depth| depth < self.workspace.settings.bounds.lower);
        if tactical { MetricSide::Tactical } else { MetricSide::Strategic }
    }

    /// "Fernhill Commerce integrates with Tidewater".
    pub(crate) fn relationship_words(&self, relationship: &Relationship) -> String {
        let name = |id| self.expected.organization(id).map(|o| o.name.to_string()).unwrap_or_default();
        let kind = self.expected.relationship_kinds.iter().find(|kind| kind.key == relationship.kind);
        let reading = kind.map_or_else(|| relationship.kind.to_string(), |kind| kind.forward.to_string());
        format!("{} {reading} {}", name(relationship.from), name(relationship.to))
    }
}

pub(crate) fn gone(what: &str) -> ErrorReply {
    ErrorReply::refused(format!("This {what} is no longer there: somebody deleted it or undid its step."))
}

fn unknown<'a>(what: &str, key: &Key, known: impl Iterator<Item = &'a Key>) -> ErrorReply {
    let known: Vec<&str> = known.map(Key::as_str).collect();
    ErrorReply::refused(format!("There is no {what} '{key}': choose one of {}.", known.join(", ")))
}
