//! The plan on a page.

use domain::{Character, SectionContent, SectionKind};
use press::{KeyFigure, Summary};

use super::Writer;

impl Writer<'_> {
    pub(super) fn summary(&self) -> Summary {
        let Some(section) = self.section(SectionKind::Summary) else { return Summary::default() };
        let SectionContent::Summary { figures, findings, contents } = section.content else {
            return Summary::default();
        };
        Summary {
            heading: self.heading(SectionKind::Summary),
            lead: String::new(),
            figures: if figures { self.key_figures() } else { Vec::new() },
            findings: if findings { self.findings() } else { Vec::new() },
            contents,
        }
    }

    fn key_figures(&self) -> Vec<KeyFigure> {
        let (loaded, words) = (self.loaded, self.words);
        let count = |character| self.language.count(loaded.assessment.count(character) as u64);
        let partners = loaded.workspace.partners().count();
        if partners == 0 && self.motions.is_empty() {
            return Vec::new();
        }
        let partners = self.language.count(partners as u64);
        let relationships = self.language.count(loaded.workspace.relationships.len() as u64);
        let figure = |label: &str, value: String, note: String| KeyFigure { label: label.to_owned(), value, note };
        let mut figures = vec![
            figure(
                words.get("figure_partners"),
                partners.clone(),
                words.say("figure_relationships", &[("n", &relationships)]),
            ),
            figure(
                words.get("figure_strategic"),
                count(Character::Strategic),
                words.say("figure_of", &[("n", &partners)]),
            ),
            figure(words.get("figure_ecotone"), count(Character::Ecotone), words.get("figure_changing").to_owned()),
        ];
        if !self.motions.is_empty() {
            let budget = loaded.sum(self.motions.iter().map(|motion| loaded.budget_of(motion.id)));
            let planned = || words.say("figure_planned", &[("amount", &self.language.money_short(budget))]);
            let note = if self.shows_amounts() { planned() } else { String::new() };
            figures.push(figure(words.get("motions"), self.motions.len().to_string(), note));
        }
        figures.extend(self.headline_figures());
        figures
    }

    /// Sentences drawn from the data, each above its floor.
    fn findings(&self) -> Vec<String> {
        let known = |character| self.loaded.assessment.count(character);
        let (strategic, ecotone) = (known(Character::Strategic), known(Character::Ecotone));
        let number = |count: usize| self.language.count(count as u64);
        let mut findings = Vec::new();
        if strategic + ecotone > 0 {
            let parts = [number(strategic), number(self.loaded.workspace.partners().count()), number(ecotone)];
            findings.push(self.words.say(
                "finding_strategic",
                &[("strategic", &parts[0]), ("partners", &parts[1]), ("ecotone", &parts[2])],
            ));
        }
        findings
            .extend([SectionKind::Strategy, SectionKind::Outcomes].into_iter().filter_map(|kind| self.finding(kind)));
        let unknown = self.loaded.assessment.known.unknown;
        if unknown > 0 {
            findings.push(self.words.say("finding_unknown", &[("n", &self.language.count(unknown.into()))]));
        }
        findings.into_iter().map(|finding| format!("{finding}.")).collect()
    }
}
