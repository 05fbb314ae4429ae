//! The start screen, recent workspaces and preferences.

use import::template;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Recent workspaces and templates.
pub fn view(app: &App, _: &WindowId, _: Nothing) -> Result<StartView, ErrorReply> {
    let recent = app.recent();
    let templates = template::templates().iter().map(|template| TemplateView {
        name: template.name.to_owned(),
        title: template.title(),
        description: template.description(),
        partners: u32::try_from(template.partner_count()).unwrap_or(u32::MAX),
    });
    Ok(StartView {
        recent: if recent.hidden { Vec::new() } else { recent.views() },
        recent_hidden: recent.hidden,
        templates: templates.chain(app.kept_templates()).collect(),
    })
}

/// How this person likes the window.
pub fn preferences(app: &App, _: &WindowId, _: Nothing) -> Result<Preferences, ErrorReply> {
    Ok(app.preferences())
}

/// Keeps how this person likes the window.
pub fn set_preferences(app: &App, _: &WindowId, preferences: Preferences) -> Result<Nothing, ErrorReply> {
    app.keep_preferences(&preferences)?;
    Ok(Nothing {})
}

/// Forgets all recent workspaces; their files stay.
pub fn clear_recent(app: &App, _: &WindowId, _: Nothing) -> Result<Nothing, ErrorReply> {
    let mut recent = app.recent();
    recent.clear();
    app.keep_recent(&recent)?;
    Ok(Nothing {})
}

/// Forgets one recent workspace; its file stays.
pub fn remove_recent(app: &App, _: &WindowId, request: RecentRequest) -> Result<Nothing, ErrorReply> {
    let mut recent = app.recent();
    recent.remove(&request.handle);
    app.keep_recent(&recent)?;
    Ok(Nothing {})
}

/// Lists recent workspaces, or not.
pub fn hide_recent(app: &App, _: &WindowId, request: RecentHidden) -> Result<Nothing, ErrorReply> {
    let mut recent = app.recent();
    recent.hidden = request.hidden;
    app.keep_recent(&recent)?;
    Ok(Nothing {})
}
