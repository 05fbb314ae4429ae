//! Saved views, and what they can tell apart.

use std::collections::BTreeMap;

use domain::{Field, Name, View, ViewId};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Fields with so many words are searched by text instead of chosen from a list.
const WORDS_MAX: usize = 200;

/// What filters, groups, colors and sizes may use.
pub fn fields(app: &App, window: &WindowId, request: FieldsRequest) -> Result<Vec<FieldView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let book = loaded.facts(request.audience);
    let partners: Vec<_> = loaded.workspace.partners().filter(|partner| partner.active).collect();
    let view = |field: Field| {
        let own = std::slice::from_ref(&field);
        let facts: Vec<_> = partners.iter().map(|partner| book.of(partner, own)).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for facts in &facts {
            let words = facts.words.get(&field).map_or(&[][..], Vec::as_slice);
            for word in words {
                *counts.entry(word).or_default() += 1;
            }
        }
        let unset = facts.iter().filter(|facts| !facts.words.contains_key(&field)).count();
        let named = !counts.is_empty() && counts.len() <= WORDS_MAX;
        let word =
            |(word, count): (&str, u32)| FieldWord { word: word.to_owned(), name: book.word_name(&field, word), count };
        let unknown = counts.is_empty();
        let mut words: Vec<FieldWord> = counts.into_iter().filter(|_| named).map(word).collect();
        words.sort_by(|a, b| a.name.cmp(&b.name).then(a.word.cmp(&b.word)));
        if named && unset > 0 {
            words.push(word(("", u32::try_from(unset).unwrap_or(u32::MAX))));
        }
        let figures = || facts.iter().filter_map(|facts| facts.figures.get(&field).copied());
        let range = figures().next().map(|first| [figures().fold(first, f64::min), figures().fold(first, f64::max)]);
        let used = !unknown || range.is_some();
        used.then(|| FieldView { name: book.name(&field), field, words, range })
    };
    Ok(book.fields().iter().cloned().filter_map(view).collect())
}

/// Every saved view, by name.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<SavedView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut views: Vec<SavedView> = loaded.expected.views.iter().filter_map(saved).collect();
    views.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(views)
}

/// Keeps a view under a name of its own.
pub fn save(app: &App, window: &WindowId, request: ViewSave) -> Result<SavedView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name =
        Name::parse(&request.name).map_err(|error| ErrorReply::refused(format!("The view has no name: {error}.")))?;
    let before = request.id.map(|id| view_of(&loaded, id)).transpose()?;
    let taken = |view: &&View| view.name == name && Some(view.id) != request.id;
    if loaded.expected.views.iter().any(|view| taken(&view)) {
        return Err(ErrorReply::refused(format!("There is a view '{name}' already: give this one another name.")));
    }
    let settings = serde_json::to_string(&request.settings)
        .map_err(|error| ErrorReply::refused(format!("The view's settings cannot be kept: {error}.")))?;
    let style = before.map_or_else(|| request.style.key().to_owned(), |view| view.style.clone());
    let is_default = before.is_some_and(|view| view.is_default);
    let id = request.id.unwrap_or_else(|| app.host.new_id().into());
    let view = View { id, name: name.clone(), style, is_default, settings };
    let answer = saved(&view).ok_or_else(|| ErrorReply::refused("This view's style is not known here."))?;
    let sentence = format!("{} the view {name}", if before.is_some() { "Changed" } else { "Saved" });
    let step = Step { command: "view_save".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&view)?))?;
    Ok(answer)
}

/// Removes a view with its places; the one that a style opens with stays.
pub fn delete(app: &App, window: &WindowId, request: ViewRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let view = view_of(&loaded, request.id)?;
    if view.is_default {
        let sentence = format!("'{}' is the view that its style opens with: it stays. Change it instead.", view.name);
        return Err(ErrorReply::refused(sentence));
    }
    let sentence = format!("Deleted the view {}", view.name);
    let step = Step { command: "view_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<View>(&request.id)?))?;
    Ok(Nothing {})
}

fn view_of(loaded: &Loaded, id: ViewId) -> Result<&View, ErrorReply> {
    let found = loaded.expected.views.iter().find(|view| view.id == id);
    found.ok_or_else(|| ErrorReply::refused("This view is gone: choose another one from the list."))
}

/// A view as the page knows it; none for a style of a newer program. Settings that cannot be read are the plain ones.
pub(crate) fn saved(view: &View) -> Option<SavedView> {
    Some(SavedView {
        id: view.id,
        name: view.name.to_string(),
        style: MapStyle::of(&view.style)?,
        is_default: view.is_default,
        settings: serde_json::from_str(&view.settings).unwrap_or_default(),
    })
}
