//! What the data says about each section in one sentence, where enough of it is known to say so.

use domain::{Character, Heading, SectionKind};

use super::Writer;

/// Partners of known character that a finding about them needs.
pub(super) const PARTNERS_FLOOR: usize = 5;
/// Motions with a budget that a finding about money needs.
const MOTIONS_FLOOR: usize = 3;

/// A finding that stands over no section yet, or words over a section that the data has left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenFinding {
    pub(crate) section: SectionKind,
    pub(crate) finding: String,
    /// Somebody wrote or accepted a heading when the data said something else.
    pub(crate) changed: bool,
}

impl Writer<'_> {
    /// What the data says about a section; none below its floor, and none of a section without a finding.
    pub(crate) fn finding(&self, kind: SectionKind) -> Option<String> {
        match kind {
            SectionKind::Summary | SectionKind::Map => self.carried(),
            SectionKind::Strategy => self.invested(),
            SectionKind::Outcomes => self.variance_finding(),
            SectionKind::Risks => self.heaviest(),
            _ => None,
        }
    }

    /// Findings that nobody has accepted, or that have changed since.
    pub(crate) fn open_findings(&self) -> Vec<OpenFinding> {
        let open = |section: &domain::Section| {
            let kind = section.content.kind();
            let finding = self.finding(kind);
            let changed = match &section.heading {
                Heading::Neutral => false,
                Heading::Accepted { finding: then }
                    if finding.as_ref().is_some_and(|now| self.says_the_same(now, then)) =>
                {
                    return None;
                }
                Heading::Own { finding: Some(then), .. }
                    if finding.as_ref().is_some_and(|now| self.says_the_same(now, then)) =>
                {
                    return None;
                }
                Heading::Own { finding: None, .. } if finding.is_none() => return None,
                Heading::Accepted { .. } | Heading::Own { .. } => true,
            };
            let finding = finding.or_else(|| changed.then(String::new))?;
            Some(OpenFinding { section: kind, finding, changed })
        };
        self.outline().filter_map(open).collect()
    }

    fn carried(&self) -> Option<String> {
        let count = |character| self.loaded.assessment.count(character);
        let (strategic, ecotone) = (count(Character::Strategic), count(Character::Ecotone));
        let known = strategic + ecotone + count(Character::Transactional);
        if known < PARTNERS_FLOOR || strategic == 0 {
            return None;
        }
        let words = |number: usize| self.language.count(number as u64);
        Some(if ecotone == 0 {
            self.words.say("finding_carry_alone", &[("n", &words(strategic))])
        } else {
            self.words.say("finding_carry", &[("n", &words(strategic)), ("m", &words(ecotone))])
        })
    }

    fn invested(&self) -> Option<String> {
        let budgets = self
            .motions
            .iter()
            .map(|motion| (self.loaded.motion_character(motion.id), self.loaded.budget_of(motion.id).to_f64()));
        let paid: Vec<(Character, f64)> = budgets.filter(|(_, amount)| *amount > 0.0).collect();
        let all: f64 = paid.iter().map(|(_, amount)| amount).sum();
        let strategic: f64 =
            paid.iter().filter(|(character, _)| *character == Character::Strategic).map(|(_, amount)| amount).sum();
        (paid.len() >= MOTIONS_FLOOR && all > 0.0)
            .then(|| self.words.say("finding_budget", &[("percent", &self.language.percent(strategic / all))]))
    }

    fn heaviest(&self) -> Option<String> {
        let risk = self.open_risks().into_iter().next()?;
        Some(self.words.say("finding_risk", &[("what", risk.what.as_str())]))
    }
}
