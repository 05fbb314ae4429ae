//! A name of the display list beside the text, or the shapes of letters, that show it.

use picture::{Align, Item, Rect, text};
use roxmltree::Node;

use super::elements::{Said, is};
use super::lines;
use super::placing::length;

/// Smallest name on paper, in points.
const MIN_TEXT: f64 = 7.0;

impl Said<'_> {
    pub(super) fn label(&self, item: &Item, element: Node<'_, '_>, found: &mut Vec<String>) {
        let Item::Label { id, at, dx, dy, lines, note, align, font_size, title, weight, .. } = item else { return };
        let says = element.children().find(|part| part.has_tag_name("title")).and_then(|title| title.text());
        if says != title.as_deref() {
            found.push(format!("says {says:?} in whole"));
        }
        let words: Vec<&str> = lines.iter().map(String::as_str).chain(note.as_deref()).collect();
        if !element.has_tag_name("text") {
            return self.shapes(item, &words, element, found);
        }
        let size = length(element, "font-size");
        let grown = size / self.placing.sized(*font_size);
        // A name is never smaller than on the screen, and larger only where it could not be read.
        if grown < 0.999 && !self.near(size, self.placing.sized(*font_size))
            || (grown > 1.001 && size > MIN_TEXT + 0.01)
        {
            found.push(format!("is {size} high, not {:.2}", self.placing.sized(*font_size)));
        }
        let [x, y] = self.placing.at(*at);
        let (x, first) = (x + f64::from(*dx) * self.placing.pixel * grown, y + self.below(id.as_deref(), *dy, grown));
        let step = f64::from(text::line_height(*font_size)) * self.placing.pixel * grown;
        let mut rows: Vec<(Vec<&str>, f64, f64, bool)> = Vec::new();
        for span in element.children().filter(|part| part.has_tag_name("tspan")) {
            let (left, y, words) = (length(span, "x"), length(span, "y"), span.text().unwrap_or_default());
            match rows.last_mut().filter(|row| self.near(row.2, y)) {
                Some(row) => row.0.push(words),
                None => rows.push((vec![words], left, y, span.attribute("text-anchor") == Some("start"))),
            }
        }
        if rows.len() != words.len() || !rows.iter().zip(&words).all(|(row, words)| reads(&row.0, words)) {
            let said: Vec<String> = rows.iter().map(|row| row.0.concat()).collect();
            return found.push(format!("reads {said:?}"));
        }
        for (row, ((_, left, y, pieced), words)) in rows.iter().zip(words).enumerate() {
            #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
            let wide = f64::from(text::measure(words, size as f32, *weight));
            // The pieces of a line in several scripts begin at its left edge.
            let x = match align {
                _ if !pieced => x,
                Align::Start => x,
                Align::Center => x - wide / 2.0,
                Align::End => x - wide,
            };
            let expect = first + step * f64::from(u32::try_from(row).unwrap());
            if (left - x).abs() > 2.0 * self.placing.touch || (y - expect).abs() > 2.0 * self.placing.touch {
                found.push(format!("has '{words}' at {left:.2}, {y:.2}, not at {x:.2}, {expect:.2}"));
            }
        }
    }

    /// How far below its anchor a label's first baseline lies: what of that is inside its node does not grow with it.
    fn below(&self, id: Option<&str>, dy: f32, grown: f64) -> f64 {
        let radius = self.list.items.iter().find_map(|item| match item {
            Item::Node { id: own, r, .. } if Some(own.as_str()) == id => Some(*r),
            _ => None,
        });
        let rim = radius.map_or(0.0, |r| r.min(dy.abs()) * dy.signum());
        self.placing.sized(rim) + self.placing.sized(dy - rim) * grown
    }

    /// A label in letters that are drawn: it says in words what they are, and they fill its room.
    fn shapes(&self, item: &Item, words: &[&str], element: Node<'_, '_>, found: &mut Vec<String>) {
        is(element, "path", found);
        let says = element.attribute("aria-label").unwrap_or_default();
        if says != words.join(" ") {
            found.push(format!("reads '{says}'"));
        }
        let (Some(Rect { x, y, w, h }), Some(ink)) =
            (item.label_area(), lines::bounds(element.attribute("d").unwrap_or_default()))
        else {
            return found.push("has no letters".to_owned());
        };
        let Item::Label { at, font_size, .. } = item else { return };
        // Grown letters reach as much farther from the anchor as they are larger.
        let grown = (MIN_TEXT / self.placing.sized(*font_size)).max(1.0);
        let anchor = self.placing.at(*at);
        let near = |side: f32, axis: usize| anchor[axis] + self.placing.sized(side - at[axis]) * grown;
        let room = kurbo::Rect::new(near(x, 0), near(y, 1), near(x + w, 0), near(y + h, 1)).inflate(2.0, 2.0);
        if !room.contains_rect(ink) || ink.width() < room.width() / 2.0 - 4.0 {
            found.push(format!("is drawn at {ink:.2?}, not in {room:.2?}"));
        }
    }
}

/// Whether pieces of text make up a line. They stand as they are seen, which from right to left is not as they are read.
fn reads(pieces: &[&str], line: &str) -> bool {
    let mut rest = line.to_owned();
    let mut pieces = pieces.to_vec();
    // A short one may be written within a longer one.
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    let found = pieces.iter().all(|piece| match rest.find(piece) {
        Some(at) => {
            rest.replace_range(at..at + piece.len(), "\n");
            true
        }
        None => false,
    });
    found && rest.chars().all(|c| c == '\n')
}
