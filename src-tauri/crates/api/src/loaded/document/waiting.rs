//! Why a section that is switched on has no page: what there is to add, for the screen and for the command line.

use domain::{Audience, SectionKind};

use super::Writer;

impl Writer<'_> {
    /// Of the sections that are switched on, in their order, those without a page, each with what to do about it.
    pub(crate) fn waiting(&self, compiled: &press::Compiled) -> Vec<(SectionKind, String)> {
        let printed: Vec<usize> = compiled.sections().into_iter().map(|section| section.at).collect();
        let kinds = self.kinds().enumerate();
        let waiting = kinds.filter(|(at, kind)| !printed.contains(at) && *kind != SectionKind::Text);
        waiting.map(|(_, kind)| (kind, format!("Nothing to print yet: {}.", self.to_add(kind)))).collect()
    }

    fn to_add(&self, kind: SectionKind) -> String {
        let for_partners = self.printed.audience >= Audience::Partner;
        let add = match kind {
            SectionKind::Scenarios | SectionKind::Growth if for_partners => {
                return "partners are told nothing of it, so choose another audience".to_owned();
            }
            SectionKind::Budget if !self.shows_amounts() => {
                return "amounts are switched off, so show them in the settings".to_owned();
            }
            SectionKind::Cover | SectionKind::Summary | SectionKind::Method | SectionKind::Text => "open the workspace",
            SectionKind::Map | SectionKind::Partners => "add a partner",
            SectionKind::Strategy => "place a partner on the map",
            SectionKind::Growth => "place partners that are not strategic yet",
            SectionKind::Profiles => "choose other partners in its options, or place some on the map",
            SectionKind::Timeline | SectionKind::Motions => "plan a motion",
            SectionKind::Outcomes => "project a metric in a motion, or import what was measured",
            SectionKind::Scenarios => "project a metric in a motion, or add a scenario",
            SectionKind::JointPlan => "write a joint plan with a partner",
            SectionKind::Review => "give tasks and milestones their days",
            SectionKind::Changes => "lock a plan to compare with",
            SectionKind::Risks => "record a risk in a motion",
            SectionKind::Budget => "plan a budget line in a motion",
            SectionKind::Glossary => "project or measure a metric",
        };
        if self.is_ours() { add.to_owned() } else { format!("{add}, or let this audience see what there is") }
    }
}
