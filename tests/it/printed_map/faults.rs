//! Whether the comparing sees what it is for.

use std::collections::BTreeSet;

use api::wire::{DocumentPrint, MapRequest};
use picture::Item;

use super::{handed, on_screen, whole};
use crate::undo::Bench;

#[test]
fn every_kind_of_difference_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let list = on_screen(&bench, MapRequest::default());
    let handed = handed(&bench, &DocumentPrint::default());
    let found = |change: &dyn Fn(&mut Vec<Item>)| {
        let mut other = list.clone();
        change(&mut other.items);
        whole(&other, &handed.whole).differences.join("\n")
    };
    let first = |items: &[Item], test: &dyn Fn(&Item) -> bool| items.iter().position(test).unwrap();
    let is_node = |item: &Item| matches!(item, Item::Node { .. });
    let is_line = |item: &Item| matches!(item, Item::Path { id: Some(id), quiet: false, .. } if id.starts_with("rel"));
    assert_eq!(found(&|_| {}), "");
    let shifted = found(&|items| {
        let at = first(items, &is_node);
        if let Item::Node { at, .. } = &mut items[at] {
            at[0] += 1.0;
        }
    });
    assert!(shifted.contains("the shape organization:"), "{shifted}");
    let other = found(&|items| {
        let at = first(items, &is_node);
        if let Item::Node { shape, .. } = &mut items[at] {
            *shape = if *shape == domain::Shape::Hexagon { domain::Shape::Diamond } else { domain::Shape::Hexagon };
        }
    });
    assert!(other.contains("is no Hexagon") || other.contains("is no Diamond"), "{other}");
    let renamed = found(&|items| {
        let shown: BTreeSet<usize> = whole(&list, &handed.whole).shown.into_iter().collect();
        let label = |(at, item): (usize, &Item)| {
            (shown.contains(&at) && matches!(item, Item::Label { id: Some(_), .. })).then_some(at)
        };
        let at = items.iter().enumerate().find_map(label).unwrap();
        if let Item::Label { lines, .. } = &mut items[at] {
            lines[0].push('x');
        }
    });
    assert!(renamed.contains("reads ["), "{renamed}");
    let gone = found(&|items| {
        items.remove(first(items, &is_node));
    });
    assert!(gone.contains("is in no list"), "{gone}");
    let added = found(&|items| {
        let mut copy = items[first(items, &is_node)].clone();
        if let Item::Node { id, .. } = &mut copy {
            *id = "organization:another".to_owned();
        }
        items.push(copy);
    });
    assert!(added.contains("organization:another") && added.contains("is missing"), "{added}");
    let bent = found(&|items| {
        let at = first(items, &is_line);
        if let Item::Path { points, .. } = &mut items[at] {
            points.reverse();
        }
    });
    assert!(bent.contains("the line"), "{bent}");
    let below = found(&|items| {
        let (one, other) = (first(items, &is_node), items.iter().rposition(is_node).unwrap());
        items.swap(one, other);
    });
    assert!(below.contains("comes before what it should lie over"), "{below}");
    let painted = found(&|items| {
        let at = first(items, &is_line);
        if let Item::Path { stroke: Some(stroke), .. } = &mut items[at] {
            stroke.dash.push(3.0);
        }
    });
    assert!(painted.contains("is dashed"), "{painted}");
}
