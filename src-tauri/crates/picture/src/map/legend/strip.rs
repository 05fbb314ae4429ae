//! The legend as a strip along the foot of a file: signs with their words and counts, in as many rows as they need.
//!
//! Owns: where each sign stands. Must not know: what is counted.

use domain::{Character, Shape};

use super::{Legend, LegendChanges, character_name};
use crate::{Align, DisplayList, Item, Paint, Rect, Stroke, format, text};

const SIZE: f32 = 12.0;
const ROW: f32 = 28.0;
const PAD: [f32; 2] = [16.0, 8.0];
/// Between two entries, and between two subjects.
const GAP: f32 = 16.0;
const APART: f32 = 28.0;
/// From a sign to its word.
const NEAR: f32 = 7.0;
const SIGN: f32 = 7.0;

impl Legend {
    /// As wide as `width` pixels, and as high as it has to be.
    pub fn strip(&self, width: f32) -> DisplayList {
        let mut strip = Strip { items: Vec::new(), at: [PAD[0], PAD[1] + ROW / 2.0], width: width.max(120.0) };
        self.kinds(&mut strip);
        strip.next();
        self.characters(&mut strip);
        strip.next();
        self.colors(&mut strip);
        strip.next();
        if let Some(changes) = &self.changes {
            strip.words(&changes_in_words(changes), 520, "text-2");
            strip.next();
        }
        for words in self.size.iter().chain(&self.meaning) {
            strip.words(words, 420, "text-2");
            strip.next();
        }
        strip.last(&self.foot);
        let height = strip.at[1] + ROW / 2.0 + PAD[1];
        let bounds = Rect { x: 0.0, y: 0.0, w: width, h: height };
        let edge = line([0.0, 0.0], width, Stroke::solid("line", 1.0));
        strip.items.insert(0, edge);
        DisplayList::of(bounds, self.foot.clone(), strip.items)
    }

    fn kinds(&self, strip: &mut Strip) {
        for kind in &self.kinds {
            // Where colors say something else, the shape alone says the kind.
            let color = if self.colors.is_some() { "text-3" } else { &kind.color };
            let name = text::fit(&kind.name, SIZE, 520, 180.0);
            strip.sign(2.0 * SIGN, &name, Some(kind.count), |at| Item::Mark {
                id: None,
                at: [at[0] + SIGN, at[1]],
                shape: kind.shape,
                r: SIGN,
                fill: Some(Paint::plain(color)),
                stroke: None,
            });
        }
    }

    fn characters(&self, strip: &mut Strip) {
        for entry in self.characters.iter().filter(|entry| entry.character != Character::Unknown || entry.count > 0) {
            let stroke = match entry.character {
                Character::Strategic => Stroke::solid("strategy", 4.0),
                Character::Ecotone => Stroke::dashed("ecotone", 1.9, &[8.0, 3.0]),
                Character::Transactional => Stroke::dashed("tactic", 1.25, &[3.0, 3.0]),
                Character::Unknown => Stroke::solid("edge-partner", 1.25),
            };
            strip.sign(20.0, character_name(entry.character), Some(entry.count), |at| line(at, 20.0, stroke));
        }
    }

    fn colors(&self, strip: &mut Strip) {
        let Some(colors) = &self.colors else { return };
        strip.words(&format!("{}:", text::fit(&colors.title, SIZE, 520, 180.0)), 520, "text-2");
        for entry in &colors.entries {
            let name = text::fit(&entry.name, SIZE, 520, 140.0);
            strip.sign(2.0 * SIGN, &name, Some(entry.count), |at| Item::Mark {
                id: None,
                at: [at[0] + SIGN, at[1]],
                shape: Shape::RoundedSquare,
                r: SIGN,
                fill: Some(entry.paint.clone()),
                stroke: None,
            });
        }
    }
}

fn changes_in_words(changes: &LegendChanges) -> String {
    let LegendChanges { since, added, gone, changed } = changes;
    format!("+ {added} added, \u{2212} {gone} gone, \u{394} {changed} changed since {since}")
}

struct Strip {
    items: Vec<Item>,
    /// Where the next sign begins, at half the row's height.
    at: [f32; 2],
    width: f32,
}

impl Strip {
    /// Another subject.
    fn next(&mut self) {
        if self.at[0] > PAD[0] {
            self.at[0] += APART - GAP;
        }
    }

    /// A sign of some width with its word and its count.
    fn sign(&mut self, width: f32, name: &str, count: Option<u32>, sign: impl FnOnce([f32; 2]) -> Item) {
        let count = count.map(|count| format::count(count.into())).unwrap_or_default();
        let (named, counted) = (text::measure(name, SIZE, 520), text::measure(&count, SIZE, 420));
        let between = if name.is_empty() { 0.0 } else { 5.0 };
        let whole = width + NEAR + named + between + counted;
        self.room(whole);
        let [x, y] = self.at;
        self.items.push(sign([x, y]));
        self.push(name, x + width + NEAR, Align::Start, 520, "text-2");
        self.push(&count, x + width + NEAR + named + between, Align::Start, 420, "text-3");
        self.at[0] += whole + GAP;
    }

    fn words(&mut self, words: &str, weight: u16, color: &str) {
        let shown = text::fit(words, SIZE, weight, self.width - 2.0 * PAD[0]);
        let width = text::measure(&shown, SIZE, weight);
        self.room(width);
        self.push(&shown, self.at[0], Align::Start, weight, color);
        self.at[0] += width + GAP;
    }

    /// At the right end of the row.
    fn last(&mut self, words: &str) {
        let shown = text::fit(words, SIZE, 420, self.width - 2.0 * PAD[0]);
        self.room(text::measure(&shown, SIZE, 420));
        self.push(&shown, self.width - PAD[0], Align::End, 420, "text-2");
    }

    /// Goes to the next row where this one has too little left.
    fn room(&mut self, width: f32) {
        if self.at[0] > PAD[0] && self.at[0] + width > self.width - PAD[0] {
            self.at = [PAD[0], self.at[1] + ROW];
        }
    }

    fn push(&mut self, words: &str, x: f32, align: Align, weight: u16, color: &str) {
        if words.is_empty() {
            return;
        }
        self.items.push(Item::Label {
            id: None,
            at: [x, self.at[1]],
            dx: 0.0,
            dy: SIZE * 0.36,
            lines: vec![words.to_owned()],
            note: None,
            size: [text::measure(words, SIZE, weight), text::line_height(SIZE)],
            align,
            font_size: SIZE,
            weight,
            color: Paint::plain(color),
            halo: false,
            from_scale: 0.0,
            priority: 0,
            title: None,
        });
    }
}

fn line(at: [f32; 2], length: f32, stroke: Stroke) -> Item {
    Item::Path {
        id: None,
        points: vec![at, [at[0] + length, at[1]]],
        bend: None,
        corner: None,
        fill: None,
        stroke: Some(stroke),
        arrow: false,
        trim: [0.0, 0.0],
        quiet: false,
        title: None,
        change: None,
    }
}
