//! What hosts do with paths that a person gave on the command line: new files and checks.

use std::path::Path;

use domain::{Currency, Name};
use store::CheckReport;

use crate::commands::templates;
use crate::commands::workspace::rename_us;
use crate::{App, ErrorReply, WindowId};

/// A new workspace file at a given place.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// A template's name, or a house template's file.
    pub template: String,
    /// The workspace's name; none gives "X partner plan" after us, or keeps the template's.
    pub name: Option<Name>,
    /// Our own company; none keeps the template's.
    pub us: Option<Name>,
    /// Currency of new amounts; none keeps the template's.
    pub currency: Option<Currency>,
}

impl App {
    /// Makes a workspace file at `path` and opens it in `window`.
    pub fn create_at(&self, window: &WindowId, path: &Path, new: NewFile) -> Result<(), ErrorReply> {
        let name = new.name.or_else(|| {
            let us = new.us.as_ref().filter(|_| new.template != "sample")?;
            Name::parse(&format!("{us} partner plan")).ok()
        });
        let adjust = |workspace: &mut domain::Workspace| {
            workspace.settings.currency = new.currency.unwrap_or(workspace.settings.currency);
            if let Some(name) = name {
                workspace.settings.name = name;
            }
            if let Some(us) = new.us {
                rename_us(workspace, us);
            }
        };
        let workspace = if new.template.ends_with(templates::ENDING) {
            let mut workspace = self.begin_with_template(Path::new(&new.template))?;
            adjust(&mut workspace);
            workspace
        } else {
            self.workspace_from_template(&new.template, adjust)?
        };
        let open = self.create_file(path, workspace)?;
        self.bind(window, open);
        Ok(())
    }

    /// Checks the file of `window` through and through.
    pub fn check(&self, window: &WindowId) -> Result<CheckReport, ErrorReply> {
        Ok(self.open_in(window)?.handle.with(|file| file.check())??)
    }

    /// A hash over everything in the workspace of `window` but its history; equal for equal content.
    pub fn content_hash(&self, window: &WindowId) -> Result<String, ErrorReply> {
        Ok(self.open_in(window)?.handle.with(|file| file.content_hash())??)
    }
}
