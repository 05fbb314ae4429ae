//! Saved documents: each with its audience, its language and its settings, changed as a whole.

use domain::{Name, PlanDocument, PlanDocumentId};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Every document, by name.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<SavedDocument>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut documents: Vec<SavedDocument> = loaded.expected.plan_documents.iter().map(saved).collect();
    documents.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(documents)
}

/// Adds a document, as its preset begins or like another one.
pub fn add(app: &App, window: &WindowId, request: DocumentAdd) -> Result<SavedDocument, ErrorReply> {
    let loaded = app.loaded(window)?;
    refuse_taken(&loaded, &request.name, None)?;
    let id = app.host.new_id().into();
    let document = match (request.like.map(|like| found(&loaded, like)).transpose()?, request.body) {
        (Some(like), None) => PlanDocument { id, name: request.name, ..like.clone() },
        (None, Some(body)) => checked(id, request.name, body)?,
        (None, None) => {
            let language = loaded.expected.settings.language.clone();
            let settings = request.preset.settings();
            checked(id, request.name, DocumentBody { audience: domain::Audience::Internal, language, settings })?
        }
        (Some(_), Some(_)) => {
            return Err(ErrorReply::refused(
                "A new document begins like another one or in a way of its own: choose one.",
            ));
        }
    };
    let sentence = format!("Added the document {}", document.name);
    write(app, window, "document_add", sentence, document)
}

/// Saves the plain document with other settings.
pub(super) fn add_first(
    app: &App,
    window: &WindowId,
    settings: domain::DocumentSettings,
) -> Result<SavedDocument, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name = Name::parse("Plan").map_err(|error| ErrorReply::refused(format!("{error}.")))?;
    let language = loaded.expected.settings.language.clone();
    let body = DocumentBody { audience: domain::Audience::Internal, language, settings };
    add(app, window, DocumentAdd { name, like: None, preset: domain::DocumentPreset::default(), body: Some(body) })
}

/// Changes a document.
pub fn set(app: &App, window: &WindowId, request: DocumentSet) -> Result<SavedDocument, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = found(&loaded, request.id)?;
    refuse_taken(&loaded, &request.name, Some(request.id))?;
    let body = DocumentBody { audience: request.audience, language: request.language, settings: request.settings };
    let document = checked(request.id, request.name, body)?;
    if document == *before {
        return Ok(saved(&document));
    }
    let sentence = format!("Changed the document {}", document.name);
    write(app, window, "document_set", sentence, document)
}

/// Deletes a document; what it says stays in the workspace.
pub fn delete(app: &App, window: &WindowId, request: DocumentRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted the document {}", found(&loaded, request.id)?.name);
    let step = Step { command: "document_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<PlanDocument>(&request.id)?))?;
    Ok(Nothing {})
}

/// The document of that id.
pub(super) fn found(loaded: &Loaded, id: PlanDocumentId) -> Result<&PlanDocument, ErrorReply> {
    let document = loaded.expected.plan_documents.iter().find(|document| document.id == id);
    document.ok_or_else(|| ErrorReply::refused("This document is gone: choose another one from the list."))
}

/// The row of a document whose language is known and whose settings keep their bounds.
fn checked(id: PlanDocumentId, name: Name, body: DocumentBody) -> Result<PlanDocument, ErrorReply> {
    press::words(&body.language).map_err(|error| super::document::refusal(&error))?;
    let refused = |error: domain::DocumentError| ErrorReply::refused(format!("The document stays as it is: {error}."));
    body.settings.check().map_err(refused)?;
    let settings = settings_text(&body.settings)?;
    Ok(PlanDocument { id, name, audience: body.audience, language: body.language, settings })
}

fn write(
    app: &App,
    window: &WindowId,
    command: &str,
    sentence: String,
    document: PlanDocument,
) -> Result<SavedDocument, ErrorReply> {
    let answer = saved(&document);
    let step = Step { command: command.into(), args: json!({ "id": document.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&document)?))?;
    Ok(answer)
}

fn refuse_taken(loaded: &Loaded, name: &Name, own: Option<PlanDocumentId>) -> Result<(), ErrorReply> {
    let taken = |document: &PlanDocument| document.name == *name && Some(document.id) != own;
    if loaded.expected.plan_documents.iter().any(taken) {
        let sentence = format!("There is a document '{name}' already: give this one another name.");
        return Err(ErrorReply::refused(sentence));
    }
    Ok(())
}

fn saved(document: &PlanDocument) -> SavedDocument {
    SavedDocument {
        id: document.id,
        name: document.name.to_string(),
        audience: document.audience,
        language: document.language.clone(),
        settings: document.read_settings(),
    }
}

fn settings_text(settings: &domain::DocumentSettings) -> Result<String, ErrorReply> {
    serde_json::to_string(settings)
        .map_err(|error| ErrorReply::refused(format!("The document's settings cannot be kept: {error}.")))
}
