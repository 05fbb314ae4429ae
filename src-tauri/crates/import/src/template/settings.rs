//! `workspace.json`: the settings that a template's workspace begins with.

use domain::{Bounds, Currency, Date, Name, Workspace};
use serde::Deserialize;
use uuid::Uuid;

use super::TemplateError;

/// The file's content.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateSettings {
    /// The workspace's name.
    pub name: Name,
    /// For the start screen.
    #[serde(default)]
    pub description: String,
    /// Place among the templates, from 0.
    #[serde(default)]
    pub position: u32,
    us: Name,
    currency: Currency,
    #[serde(default = "january")]
    fiscal_first_month: i32,
    #[serde(default)]
    bounds: Option<Bounds>,
    #[serde(default = "english")]
    language: String,
    /// The day that the figures were made for.
    pub today: Option<Date>,
}

fn january() -> i32 {
    1
}

fn english() -> String {
    "en".to_owned()
}

/// Reads and checks the settings among `files`.
pub fn parse(files: &[(&str, &[u8])]) -> Result<TemplateSettings, TemplateError> {
    let wrong = TemplateError::Settings;
    let file = files.iter().find(|(name, _)| *name == "workspace.json");
    let (_, bytes) = file.ok_or_else(|| wrong("the file is missing".to_owned()))?;
    let settings: TemplateSettings = serde_json::from_slice(bytes).map_err(|error| wrong(error.to_string()))?;
    if !(1..=12).contains(&settings.fiscal_first_month) {
        return Err(wrong(format!("found fiscal_first_month {}, expected 1 to 12", settings.fiscal_first_month)));
    }
    if let Some(Bounds { lower, upper }) = settings.bounds
        && !(0.0 < lower && lower < upper && upper < 5.0)
    {
        return Err(wrong(format!("found bounds {lower} and {upper}, expected 0 < lower < upper < 5")));
    }
    Ok(settings)
}

impl TemplateSettings {
    /// The workspace with nothing in it but us.
    pub fn workspace(self, new_id: &mut dyn FnMut() -> Uuid) -> Workspace {
        let mut workspace = Workspace::blank(self.name, self.us, self.currency, self.fiscal_first_month, new_id);
        workspace.settings.language = self.language;
        workspace.settings.bounds = self.bounds.unwrap_or_default();
        workspace
    }
}
