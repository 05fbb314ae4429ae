//! The tags: what a screen reader hears, in its order.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};

use super::{Numbers, words};

/// One part of the document.
pub struct Tag {
    /// The standard's name for it ("H1", "Figure").
    pub kind: String,
    /// What is said in its place.
    pub alt: Option<String>,
    pub parts: Vec<Part>,
}

/// What a tag holds.
pub enum Part {
    Tag(Tag),
    /// A text of a page.
    Content(usize, i32),
}

impl Tag {
    /// This tag and those in it, as they are read out.
    pub fn all(&self) -> Vec<&Tag> {
        let inner = self.parts.iter().flat_map(|part| match part {
            Part::Tag(tag) => tag.all(),
            Part::Content(..) => Vec::new(),
        });
        std::iter::once(self).chain(inner).collect()
    }

    /// Pages and numbers of the texts under it, as they are read out.
    pub fn contents(&self) -> impl Iterator<Item = (usize, i32)> {
        self.all().into_iter().flat_map(Self::own)
    }

    fn own(&self) -> impl Iterator<Item = (usize, i32)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Tag(_) => None,
            Part::Content(page, id) => Some((*page, *id)),
        })
    }

    /// Its level, when it is a heading.
    pub fn level(&self) -> Option<u32> {
        self.kind.strip_prefix('H')?.parse().ok()
    }
}

/// The tags of the file.
pub fn read(root: &Dict<'_>, numbers: &Numbers) -> Tag {
    let tree: Dict<'_> = root.get("StructTreeRoot").unwrap();
    let roles: Dict<'_> = tree.get("RoleMap").unwrap_or_else(Dict::empty);
    tag(&tree, &roles, numbers, None)
}

fn tag(dict: &Dict<'_>, roles: &Dict<'_>, numbers: &Numbers, above: Option<usize>) -> Tag {
    let named: String = dict.get::<Name<'_>>("S").map(|name| name.as_str().to_owned()).unwrap_or_default();
    let kind = roles.get::<Name<'_>>(named.as_bytes()).map_or(named, |name| name.as_str().to_owned());
    let page = dict.get_ref("Pg").and_then(|page| numbers.page(page)).or(above);
    let mut parts = Vec::new();
    match dict.get::<Object<'_>>("K") {
        Some(Object::Array(array)) => {
            collect(&array, roles, numbers, page, &mut parts);
        }
        Some(object) => parts.extend(part(object, roles, numbers, page)),
        None => {}
    }
    Tag { kind, alt: dict.get("Alt").map(|text| words(&text)), parts }
}

fn collect(array: &Array<'_>, roles: &Dict<'_>, numbers: &Numbers, page: Option<usize>, parts: &mut Vec<Part>) {
    parts.extend(array.iter::<Object<'_>>().filter_map(|object| part(object, roles, numbers, page)));
}

fn part(object: Object<'_>, roles: &Dict<'_>, numbers: &Numbers, page: Option<usize>) -> Option<Part> {
    match object {
        Object::Number(id) => Some(Part::Content(page?, i32::try_from(id.as_i64()).ok()?)),
        Object::Dict(dict) if dict.contains_key("MCID") => {
            let page = dict.get_ref("Pg").and_then(|page| numbers.page(page)).or(page);
            Some(Part::Content(page?, dict.get("MCID")?))
        }
        // A link's place on the page: read with the links.
        Object::Dict(dict) if dict.contains_key("Obj") => None,
        Object::Dict(dict) => Some(Part::Tag(tag(&dict, roles, numbers, page))),
        _ => None,
    }
}
