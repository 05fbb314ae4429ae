//! Layers of the file and the ids in it: named for a person who opens the file in a drawing program, and the same each
//! time.
//!
//! Owns: names. Must not know: shapes.

use std::collections::BTreeSet;

use super::Writer;
use crate::Item;

/// The name of the layer that an item belongs to.
pub(super) fn of(item: &Item) -> &'static str {
    match item {
        Item::Ellipse { .. } => "zones",
        Item::Rect { .. } => "areas",
        Item::Path { id: Some(id), .. } if id.starts_with("group:") => "groups",
        Item::Path { id: Some(id), .. } if id.starts_with("relationship:") => "relationships",
        Item::Path { .. } => "lines",
        // Our ring stands for nothing of its own.
        Item::Node { .. } | Item::Mark { id: None, .. } => "organizations",
        Item::Mark { .. } => "marks",
        Item::Label { id: Some(id), .. } if id.starts_with("group:") => "group-names",
        Item::Label { id: Some(id), .. } if id.starts_with("organization:") => "names",
        Item::Label { .. } => "words",
    }
}

/// Ids that the file has so far.
#[derive(Default)]
pub(super) struct Layers {
    given: BTreeSet<String>,
}

impl Layers {
    /// `wanted` as an id that no other element has: letters, figures, `-` and `_` only, a number behind it from the second.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let plain: String =
            wanted.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).take(120).collect();
        let mut id = plain.clone();
        let mut number = 1;
        while !self.given.insert(id.clone()) {
            number += 1;
            id = format!("{plain}-{number}");
        }
        id
    }
}

impl Writer {
    /// The attribute that holds an item's id.
    pub(super) fn id_attribute(&mut self, id: Option<&str>) -> String {
        id.map(|id| format!(" id=\"{}\"", self.layers.unique(id))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_given_once_and_hold_no_markup() {
        let mut layers = Layers::default();
        for (wanted, expect) in [
            ("group:a\"><x y", "group-a---x-y"),
            ("group:a\"><x y", "group-a---x-y-2"),
            ("organization:01-ab", "organization-01-ab"),
            ("group:Ünï", "group-Ünï"),
        ] {
            assert_eq!(layers.unique(wanted), expect);
        }
    }
}
