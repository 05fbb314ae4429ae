//! What a reader would stumble over on the pages of any document, whatever it says.

use std::collections::BTreeMap;

use kurbo::Rect;

use super::links::Target;
use super::{Document, Mark, Page, Part, Run, Tag, is_right_to_left};

/// As far as two texts may reach into each other, and over an edge, in points: less than a hairline.
const TOUCH: f64 = 0.75;
/// Nearer to the edge of the page no printer prints: 4 mm.
const EDGE: f64 = 11.3;
/// How far above a heading its bookmark or link may lead, in points.
const ABOVE: f64 = 60.0;

/// A sentence for each.
pub fn defects(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for (number, page) in document.pages.iter().enumerate() {
        let place = format!("page {}", number + 1);
        on_page(page, &place, &mut found);
    }
    blank(document, &mut found);
    pictures(document, &mut found);
    headings(document, &mut found);
    bookmarks(document, &mut found);
    links(document, &mut found);
    order(document, &mut found);
    if document.language.is_empty() {
        found.push("the language of the texts is not told".to_owned());
    }
    found
}

fn on_page(page: &Page, place: &str, found: &mut Vec<String>) {
    let inside = Rect::new(EDGE, EDGE, page.width - EDGE, page.height - EDGE);
    for (at, run) in page.runs.iter().enumerate() {
        let text = &run.text;
        if !within(run.ink, inside) {
            found.push(format!("{place}: '{text}' leaves the page at {:.1?}", run.ink));
        }
        if !within(run.ink, run.window) {
            found.push(format!("{place}: '{text}' at {:.1?} is cut off at {:.1?}", run.ink, run.window));
        }
        if run.mark == Mark::None {
            found.push(format!("{place}: '{text}' is neither tagged nor an artifact"));
        }
        if text.contains('\u{FFFD}') {
            found.push(format!("{place}: '{text}' holds a letter that cannot be copied"));
        }
        let below = page.runs[at + 1..].iter().filter(|other| overlaps(run.ink, other.ink) && !are_joined(run, other));
        found.extend(below.map(|other| format!("{place}: '{text}' stands on '{}' at {:.1?}", other.text, other.ink)));
    }
}

fn within(ink: Rect, room: Rect) -> bool {
    let room = room.inflate(TOUCH, TOUCH);
    room.contains_rect(ink)
}

fn overlaps(one: Rect, other: Rect) -> bool {
    let shared = one.intersect(other);
    shared.width() > TOUCH && shared.height() > TOUCH
}

/// Arabic letters reach into each other, and are written one by one, their dots on lines of their own.
fn are_joined(one: &Run, other: &Run) -> bool {
    let same_line = (one.baseline - other.baseline).abs() < one.ink.height().max(other.ink.height());
    same_line && is_right_to_left(&one.text) && is_right_to_left(&other.text)
}

fn blank(document: &Document, found: &mut Vec<String>) {
    let pictures: Vec<usize> =
        figures(&document.tags).iter().flat_map(|tag| tag.contents()).map(|(page, _)| page).collect();
    for (number, page) in document.pages.iter().enumerate() {
        let says = page.runs.iter().any(|run| matches!(run.mark, Mark::Content(_)));
        if !says && !pictures.contains(&number) {
            found.push(format!("page {} is blank", number + 1));
        }
    }
}

fn figures(tags: &Tag) -> Vec<&Tag> {
    tags.all().into_iter().filter(|tag| ["Figure", "Formula"].contains(&tag.kind.as_str())).collect()
}

fn pictures(document: &Document, found: &mut Vec<String>) {
    for figure in figures(&document.tags) {
        let alt = figure.alt.as_deref().unwrap_or_default();
        if alt.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
            let page = figure.contents().next().map_or(0, |(page, _)| page + 1);
            found.push(format!("page {page}: a picture's alternative text is '{alt}'"));
        }
    }
}

/// The headings with the place of their first letter.
fn titled(document: &Document) -> Vec<(u32, String, usize, f64)> {
    let tags = document.tags.all();
    let headings = tags.into_iter().filter_map(|tag| Some((tag.level()?, tag)));
    let placed = headings.filter_map(|(level, tag)| {
        let tops = |(page, id)| Some((page, runs_of(document, page, id).map(|run| run.ink.y0).reduce(f64::min)?));
        let (page, top) = tag.contents().find_map(tops)?;
        Some((level, plain(&document.heard(tag)), page, top))
    });
    placed.collect()
}

fn headings(document: &Document, found: &mut Vec<String>) {
    let mut before = 0;
    for (level, title, page, _) in titled(document) {
        if level > before + 1 {
            found.push(format!("page {}: '{title}' is a heading {level} under a heading {before}", page + 1));
        }
        before = level;
    }
    let silent =
        document.tags.all().into_iter().filter(|tag| tag.level().is_some() && document.heard(tag).trim().is_empty());
    found.extend(silent.map(|_| "a heading says nothing".to_owned()));
}

fn bookmarks(document: &Document, found: &mut Vec<String>) {
    let titled = titled(document);
    if document.bookmarks.is_empty() != titled.is_empty() {
        found.push(format!("{} bookmarks for {} headings", document.bookmarks.len(), titled.len()));
    }
    for bookmark in &document.bookmarks {
        let title = plain(&bookmark.title);
        let leads = bookmark.place.is_some_and(|place| {
            titled.iter().any(|(level, heading, page, top)| {
                *level == bookmark.level
                    && says(heading, &title)
                    && *page == place.page
                    && (0.0..ABOVE).contains(&(top - place.top))
            })
        });
        if !leads {
            found.push(format!("the bookmark '{title}' leads to {:?}, where no such heading stands", bookmark.place));
        }
    }
}

/// A link says the words of the heading that it leads to.
fn links(document: &Document, found: &mut Vec<String>) {
    let titled = titled(document);
    for link in &document.links {
        let area = link.area.inflate(TOUCH, TOUCH);
        let under = document.pages[link.page].runs.iter().filter(|run| area.contains(run.ink.center()));
        let text = plain(&under.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" "));
        let number = link.page + 1;
        if text.is_empty() {
            found.push(format!("page {number}: a link at {:.1?} holds no text", link.area));
            continue;
        }
        let Target::Inside(place) = link.target else {
            if link.target == Target::Nowhere {
                found.push(format!("page {number}: the link '{text}' leads nowhere"));
            }
            continue;
        };
        let leads = titled.iter().any(|(_, heading, page, top)| {
            let same = says(&text, heading) || says(heading, &text);
            same && *page == place.page && (0.0..ABOVE).contains(&(top - place.top))
        });
        if !leads {
            found.push(format!("page {number}: the link '{text}' leads to {place:?}, where no such heading stands"));
        }
    }
}

/// Of two texts of which one stands above the other, the upper is read first. Within a picture the order is its own.
fn order(document: &Document, found: &mut Vec<String>) {
    let mut pages: BTreeMap<usize, Vec<(i32, Rect)>> = BTreeMap::new();
    read(&document.tags, &mut |page, id| {
        let ink = runs_of(document, page, id).map(|run| run.ink).reduce(|one, other| one.union(other));
        pages.entry(page).or_default().extend(ink.map(|ink| (id, ink)));
    });
    for (page, texts) in pages {
        for (at, (id, ink)) in texts.iter().enumerate() {
            let upper = texts[at + 1..].iter().find(|(_, later)| {
                let beside = ink.x1.min(later.x1) - ink.x0.max(later.x0) <= TOUCH;
                !beside && later.y1 < ink.y0
            });
            if let Some((other, _)) = upper {
                let (first, then) = (document.said(page, *id), document.said(page, *other));
                found.push(format!("page {}: '{first}' is read before '{then}', which stands above it", page + 1));
            }
        }
    }
}

fn read(tag: &Tag, text: &mut dyn FnMut(usize, i32)) {
    if tag.kind == "Figure" {
        return;
    }
    for part in &tag.parts {
        match part {
            Part::Tag(tag) => read(tag, text),
            Part::Content(page, id) => text(*page, *id),
        }
    }
}

fn runs_of(document: &Document, page: usize, id: i32) -> impl Iterator<Item = &Run> {
    document.pages[page].runs.iter().filter(move |run| run.mark == Mark::Content(id))
}

/// Letters and digits alone: spaces come and go where lines end.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn says(text: &str, words: &str) -> bool {
    text.contains(words) || (is_right_to_left(words) && words.chars().all(|c| text.contains(c)))
}
