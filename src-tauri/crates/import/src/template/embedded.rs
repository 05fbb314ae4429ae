//! The templates that the program carries.

use uuid::Uuid;

use super::{FromTemplate, TemplateError, read_template, settings};

/// A workspace to begin with.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// As `--template` names it.
    pub name: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

/// One template's files, so that a missing file is found when the program is built.
macro_rules! files {
    ($folder:literal: $($file:literal)*) => {
        &[$((
            $file,
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/samples/", $folder, "/", $file)),
        )),*]
    };
}

const BLANK: &[u8] = br#"{
  "name": "New workspace",
  "description": "Your own organization and the built-in kinds, ready for your own data.",
  "us": "Us",
  "currency": "EUR"
}"#;

static TEMPLATES: [Template; 2] = [
    Template { name: "blank", files: &[("workspace.json", BLANK)] },
    Template {
        name: "sample",
        files: files!("tidewater": "workspace.json"
            "accounts.csv" "actuals.csv" "budget_lines.csv" "budget_shares.csv" "contacts.csv" "deals.csv"
            "dependencies.csv" "funds.csv" "milestones.csv" "motion_partners.csv" "motions.csv" "organizations.csv"
            "overrules.csv" "people.csv" "projections.csv" "relationships.csv" "scenario_differences.csv"
            "scenarios.csv" "signals.csv" "tasks.csv" "touches.csv" "value_exchanges.csv"),
    },
];

/// Every template, the blank one first, then the sample.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

/// The template of this name.
pub fn embedded(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}

impl Template {
    /// What to call it on the screen.
    pub fn title(&self) -> String {
        settings::parse(self.files).map(|settings| settings.name.to_string()).unwrap_or_default()
    }

    /// What it holds, in a sentence.
    pub fn description(&self) -> String {
        settings::parse(self.files).map(|settings| settings.description).unwrap_or_default()
    }

    /// How many partners it has.
    pub fn partner_count(&self) -> usize {
        let file = self.files.iter().find(|(name, _)| *name == "organizations.csv");
        let text = file.map_or("", |(_, bytes)| std::str::from_utf8(bytes).unwrap_or_default());
        crate::table::records(text, b',').len().saturating_sub(1)
    }

    /// Its tables as text, by file name.
    pub fn files(&self) -> &'static [(&'static str, &'static [u8])] {
        self.files
    }

    /// A workspace made from it.
    pub fn read(&self, new_id: &mut dyn FnMut() -> Uuid) -> Result<FromTemplate, TemplateError> {
        read_template(self.files, new_id)
    }
}
