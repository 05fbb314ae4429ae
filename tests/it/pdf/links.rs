//! Where bookmarks and links lead.

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Number, Object};
use kurbo::Rect;

use super::{Numbers, words};

/// A place to go to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub page: usize,
    /// From the page's top, in points.
    pub top: f64,
}

/// An entry of the bookmarks.
pub struct Bookmark {
    pub title: String,
    /// From 1.
    pub level: u32,
    /// None when it leads nowhere.
    pub place: Option<Place>,
}

/// What can be clicked.
pub struct Link {
    pub page: usize,
    /// In points from the page's top left corner.
    pub area: Rect,
    pub target: Target,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Inside(Place),
    /// An address.
    Outside(String),
    Nowhere,
}

/// The bookmarks, in order.
pub fn bookmarks(root: &Dict<'_>, numbers: &Numbers, heights: &[f64]) -> Vec<Bookmark> {
    let places = Places { named: named(root), numbers, heights };
    let mut found = Vec::new();
    if let Some(outlines) = root.get::<Dict<'_>>("Outlines") {
        below(&outlines, 1, &places, &mut found);
    }
    found
}

fn below(dict: &Dict<'_>, level: u32, places: &Places<'_, '_>, found: &mut Vec<Bookmark>) {
    let mut next = dict.get::<Dict<'_>>("First");
    while let Some(item) = next {
        let title = item.get("Title").map(|text| words(&text)).unwrap_or_default();
        found.push(Bookmark { title, level, place: places.of_item(&item) });
        below(&item, level + 1, places, found);
        next = item.get("Next");
    }
}

/// The links, page by page.
pub fn links(pdf: &Pdf, root: &Dict<'_>, numbers: &Numbers, heights: &[f64]) -> Vec<Link> {
    let places = Places { named: named(root), numbers, heights };
    let mut found = Vec::new();
    for (page, raw) in pdf.pages().iter().enumerate() {
        let Some(notes) = raw.raw().get::<Array<'_>>("Annots") else { continue };
        // Asked for anew: read below its page, a link back to that page would be taken for an endless loop.
        let anew = notes.raw_iter().filter_map(|note| pdf.xref().get::<Dict<'_>>(note.as_obj_ref()?.into()));
        for note in anew {
            if note.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Link") {
                continue;
            }
            let corners: Vec<f64> =
                note.get::<Array<'_>>("Rect").unwrap().iter::<Number>().map(|number| number.as_f64()).collect();
            let height = heights[page];
            let area = Rect::new(corners[0], height - corners[3], corners[2], height - corners[1]);
            let address = note.get::<Dict<'_>>("A").and_then(|action| action.get("URI")).map(|text| words(&text));
            let inside = || places.of_item(&note).map_or(Target::Nowhere, Target::Inside);
            found.push(Link { page, area, target: address.map_or_else(inside, Target::Outside) });
        }
    }
    found
}

/// Finds places by what the file writes for them.
struct Places<'a, 'b> {
    named: BTreeMap<Vec<u8>, Array<'a>>,
    numbers: &'b Numbers,
    heights: &'b [f64],
}

impl Places<'_, '_> {
    fn of_item(&self, item: &Dict<'_>) -> Option<Place> {
        let action = || item.get::<Dict<'_>>("A").and_then(|action| action.get::<Object<'_>>("D"));
        match item.get::<Object<'_>>("Dest").or_else(action)? {
            Object::Array(array) => self.place(&array),
            Object::String(name) => self.place(self.named.get(name.as_bytes())?),
            Object::Name(name) => self.place(self.named.get(name.as_str().as_bytes())?),
            _ => None,
        }
    }

    /// `[page /XYZ x y zoom]`
    fn place(&self, array: &Array<'_>) -> Option<Place> {
        let page = self.numbers.page(array.raw_iter().next()?.as_obj_ref()?)?;
        let y = array.iter::<Object<'_>>().filter_map(Object::into_number).nth(1)?;
        Some(Place { page, top: self.heights[page] - y.as_f64() })
    }
}

fn named<'a>(root: &Dict<'a>) -> BTreeMap<Vec<u8>, Array<'a>> {
    let mut found = BTreeMap::new();
    if let Some(tree) = root.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("Dests")) {
        gather(&tree, &mut found);
    }
    found
}

fn gather<'a>(node: &Dict<'a>, found: &mut BTreeMap<Vec<u8>, Array<'a>>) {
    for kid in node.get::<Array<'_>>("Kids").iter().flat_map(Array::iter::<Dict<'_>>) {
        gather(&kid, found);
    }
    let Some(pairs) = node.get::<Array<'_>>("Names") else { return };
    let pairs: Vec<Object<'_>> = pairs.iter().collect();
    for pair in pairs.chunks_exact(2) {
        let [Object::String(name), place] = pair else { continue };
        let array = match place {
            Object::Array(array) => Some(array.clone()),
            Object::Dict(dict) => dict.get("D"),
            _ => None,
        };
        found.extend(array.map(|array| (name.as_bytes().to_vec(), array)));
    }
}
