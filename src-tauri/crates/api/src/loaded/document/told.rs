//! What the Document screen says of each section: its name, and what it holds now.

use domain::SectionKind;

use super::Writer;

impl Writer<'_> {
    /// Name and note, in the words of the screen.
    pub(crate) fn told(&self, kind: SectionKind) -> (String, String) {
        let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
        let partners = self.loaded.workspace.partners().count();
        let (name, note) = match kind {
            SectionKind::Cover => ("Cover", self.title()),
            SectionKind::Summary => ("Executive summary", "Key figures and findings".into()),
            SectionKind::Strategy => ("Strategy and tactic", "Balance and the six aspects".into()),
            SectionKind::Map => ("Ecosystem map", count(partners, "partner", "partners")),
            SectionKind::Partners => ("Partners", count(self.partner_groups().len(), "kind", "kinds")),
            SectionKind::Profiles => ("Partner profiles", count(self.profiles().len(), "profile", "profiles")),
            SectionKind::Timeline => ("Timeline", "All motions on one axis".into()),
            SectionKind::Motions => ("Motions", count(self.motions.len(), "page", "pages")),
            SectionKind::Outcomes => ("Outcomes", "Projected against actual".into()),
            SectionKind::Scenarios => {
                let scenarios = self.loaded.scenarios_in_order().len() + 1;
                ("Scenarios", count(scenarios, "scenario", "scenarios"))
            }
            SectionKind::JointPlan => ("Joint business plan", count(self.planned_with().len(), "partner", "partners")),
            SectionKind::Changes => ("Changed since", self.since_words()),
            SectionKind::Review => ("Quarterly review", "Last actions, then what is next".into()),
            SectionKind::Growth => {
                ("Who can we grow with?", count(self.could_grow().count(), "partner to look at", "partners to look at"))
            }
            SectionKind::Risks => ("Risks", count(self.open_risks().len(), "open risk", "open risks")),
            SectionKind::Budget => ("Budget and funds", "By motion and by payer".into()),
            SectionKind::Glossary => ("Glossary", count(self.glossary().len(), "metric", "metrics")),
            SectionKind::Method => ("Sources and method", "Definitions and rules".into()),
            SectionKind::Text => ("Text", "Your own words".into()),
        };
        (name.to_owned(), note)
    }
}
