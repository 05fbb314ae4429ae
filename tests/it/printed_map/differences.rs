//! What tells a file from the display list that it should show: element by element, none missing, none added.

use std::collections::BTreeMap;

use picture::{DisplayList, Item};
use roxmltree::{Document, Node};

use super::elements::{self, Said};
use super::placing::Placing;

/// Whether an item has to be in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Drawn,
    /// Where there is room, or where it is asked for.
    Perhaps,
    LeftOut,
}

/// What came of comparing.
#[derive(Default)]
pub struct Compared {
    /// A sentence for each difference.
    pub differences: Vec<String>,
    /// Places in the list of what the file shows.
    pub shown: Vec<usize>,
}

/// Compares what the file shows with `list`; `need` tells of each item whether it has to be there.
pub fn compare(list: &DisplayList, svg: &str, placing: Placing, need: &dyn Fn(&Item) -> Need) -> Compared {
    let document = Document::parse(svg).unwrap();
    let names = elements::names(list);
    let said = Said { placing, list, names: &names };
    let mut left = Left::of(&document);
    let mut compared = Compared::default();
    // Lines lie in an order of their own: on the screen those that wait for the pointer come first.
    let mut reached = 0;
    for (place, item) in list.items.iter().enumerate() {
        let need = need(item);
        if need == Need::LeftOut {
            continue;
        }
        let Some((found, mut differences)) = left.take(item, &said) else {
            if need == Need::Drawn {
                compared.differences.push(format!("{} is missing", elements::called(item)));
            }
            continue;
        };
        if !matches!(item, Item::Path { .. }) {
            if found < reached {
                differences.push("comes before what it should lie over".to_owned());
            }
            reached = found;
        }
        let name = elements::called(item);
        compared.differences.extend(differences.into_iter().map(|difference| format!("{name} {difference}")));
        compared.shown.push(place);
    }
    compared.differences.extend(left.all().map(|element| format!("{} is in no list", written(element))));
    compared
}

/// Elements of the file that no item has been found for.
struct Left<'a> {
    elements: BTreeMap<usize, Node<'a, 'a>>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Left<'a> {
    /// Layers hold the elements, one for each item.
    fn of(document: &'a Document<'a>) -> Self {
        let layers = document.root_element().children().filter(Node::is_element);
        let layers = layers.filter(|layer| !layer.has_tag_name("title"));
        let elements: BTreeMap<usize, Node<'_, '_>> =
            layers.flat_map(|layer| layer.children().filter(Node::is_element)).enumerate().collect();
        let ids = elements.iter().filter_map(|(place, element)| Some((element.attribute("id")?, *place)));
        Self { by_id: ids.collect(), elements }
    }

    fn all(&self) -> impl Iterator<Item = Node<'a, 'a>> {
        self.elements.values().copied()
    }

    /// The element of an item, by its id where it has one, else the first that looks like it; and how it differs.
    fn take(&mut self, item: &Item, said: &Said<'_>) -> Option<(usize, Vec<String>)> {
        let (place, differences) = if let Some(id) = elements::id(item) {
            let numbered = (2..).map(|number| format!("{id}-{number}"));
            let ids = std::iter::once(id.clone()).chain(numbered);
            let mut known = ids.map_while(|id| self.by_id.get(id.as_str()).copied());
            let place = known.find(|place| self.elements.contains_key(place))?;
            (place, said.differences(item, self.elements[&place]))
        } else {
            let mut plain = self.elements.iter().filter(|(_, element)| !element.has_attribute("id"));
            let (place, _) = plain.find(|(_, element)| said.differences(item, **element).is_empty())?;
            (*place, Vec::new())
        };
        self.elements.remove(&place);
        Some((place, differences))
    }
}

fn written(element: Node<'_, '_>) -> String {
    let tag = element.tag_name().name();
    let words: String = element.descendants().filter_map(|inner| inner.text().filter(|_| inner.is_text())).collect();
    match element.attribute("id") {
        Some(id) => format!("<{tag}> '{id}' '{words}'"),
        None => format!("<{tag}> '{words}'"),
    }
}
