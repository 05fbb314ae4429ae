//! The templates that the program carries.

use std::sync::LazyLock;

use uuid::Uuid;

use super::{FromTemplate, TemplateError, read_template, settings};

/// A workspace to begin with.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// As `--template` names it.
    pub name: &'static str,
    files: Files,
}

/// Files by name.
type Files = &'static [(&'static str, &'static [u8])];

/// Every folder under `assets/samples` with its files, listed when the program is built.
const SAMPLES: &[(&str, Files)] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// The folder of the workspace that is the first run, the demo and the tests' data.
const SAMPLE: &str = "tidewater";

const BLANK: &[u8] = br#"{
  "name": "Blank workspace",
  "description": "Start from your company and add one partner.",
  "us": "Us",
  "currency": "EUR"
}"#;

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let blank = Template { name: "blank", files: &[("workspace.json", BLANK)] };
    let folders = SAMPLES.iter().map(|(folder, files)| {
        let name = if *folder == SAMPLE { "sample" } else { folder };
        Template { name, files }
    });
    let (sample, mut others): (Vec<_>, Vec<_>) = folders.partition(|template| template.name == "sample");
    others.sort_by_key(|template| (settings::parse(template.files).map_or(u32::MAX, |s| s.position), template.name));
    [vec![blank], sample, others].concat()
});

/// Every template: the blank one, the sample, then the others by their position.
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
        crate::readers::text::records(text, b',').len().saturating_sub(1)
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
