//! Room among areas: who grew moves the next ones aside and those below down; pins count where they fit in.
//!
//! Owns: what moves as a whole, and which pins belong to an area. Must not know: places inside areas.

use super::frames::{APART, PAD, framed};
use super::insert::{HAIR, Inserting};
use crate::ground::around;
use crate::{Point, Rect};

/// A pin this far from what its kind fills still belongs to the area.
const NEAR: f64 = 40.0;

impl Inserting<'_> {
    /// Pins that lie in or by what their kind fills count there; others do not. Where a kind has nobody else, its pins
    /// say where it is, or the place kept for it, unless that is another's.
    pub(super) fn let_pins_be(&mut self) {
        let mut contents = self.frames().contents;
        for place in 0..contents.len() {
            let pins: Vec<(u32, Point)> =
                self.all(place).filter_map(|node| Some((node, self.scene.pins[node as usize]?))).collect();
            if self.placed(place).is_empty() {
                let kept = self.all(place).filter_map(|node| Some((node, self.wishes[node as usize]?))).collect();
                contents[place] = None;
                for places in [pins, kept] {
                    let all = around(places.iter().map(|&(node, at)| self.framed(node, at)));
                    if let (None, Some(all)) =
                        (contents[place], all.filter(|all| self.stands_in_line(place, all, &contents)))
                    {
                        contents[place] = Some(all);
                        for (node, at) in places {
                            self.draft.at[node as usize] = Some(at);
                        }
                    }
                }
                continue;
            }
            for (node, pin) in pins {
                let Some(content) = contents[place] else { continue };
                let rect = self.framed(node, pin);
                let all = content.with(&rect);
                if content.holds(&rect) || (content.meets(&rect, NEAR) && self.stands_in_line(place, &all, &contents)) {
                    self.draft.at[node as usize] = Some(pin);
                    contents[place] = Some(all);
                }
            }
        }
    }

    /// Would a kind that fills this leave areas side by side and rows of them below each other?
    fn stands_in_line(&self, place: usize, all: &Rect, contents: &[Option<Rect>]) -> bool {
        let before = |first: f64, second: f64, margin: f64| first + 2.0 * PAD + APART + margin <= second + HAIR;
        let beside = |first: &Rect, second: &Rect| before(first.x + first.w, second.x, 0.0);
        let above = |first: &Rect, second: &Rect| before(first.y + first.h, second.y, self.scene.heading);
        let rows = &self.draft.rows;
        let Some(own) = rows.iter().position(|row| row.contains(&place)) else { return false };
        // Kinds stand in their order, along rows and from row to row.
        rows.iter().enumerate().all(|(row, kinds)| {
            kinds.iter().filter(|&&kind| kind != place).filter_map(|&kind| Some((kind, contents[kind]?))).all(
                |(kind, other)| match (row == own, kind < place) {
                    (true, true) => beside(&other, all),
                    (true, false) => beside(all, &other),
                    (false, true) => above(&other, all),
                    (false, false) => above(all, &other),
                },
            )
        })
    }

    /// A box with the margins that its group would have around it.
    fn framed(&self, node: u32, at: Point) -> Rect {
        let rect = self.rect(node, at);
        if self.scene.is_grouped(node) { framed(&rect, self.scene.group_heading) } else { rect }
    }

    /// Areas that now reach into the next one move that aside, rows of areas move those below down. Whether any moved.
    /// Kinds that are all pinned cannot move and move nobody.
    pub(super) fn make_room(&mut self) -> bool {
        let mut moved = false;
        let free = |row: &Vec<usize>| -> Vec<usize> {
            row.iter()
                .copied()
                .filter(|&kind| self.all(kind).any(|node| self.scene.pins[node as usize].is_none()))
                .collect()
        };
        let rows: Vec<Vec<usize>> = self.draft.rows.iter().map(free).filter(|row| !row.is_empty()).collect();
        for row in &rows {
            for index in 1..row.len() {
                let contents = self.frames().contents;
                let (Some(before), Some(own)) = (contents[row[index - 1]], contents[row[index]]) else { continue };
                let by = before.x + before.w + 2.0 * PAD + APART - own.x;
                if by > HAIR {
                    self.shift(&row[index..], (by, 0.0));
                    moved = true;
                }
            }
        }
        for row in 1..rows.len() {
            let contents = self.frames().contents;
            let extent = |row: &[usize]| around(row.iter().filter_map(|&kind| contents[kind]));
            let (Some(above), Some(below)) = (extent(&rows[row - 1]), extent(&rows[row])) else { continue };
            let by = above.y + above.h + 2.0 * PAD + APART + self.scene.heading - below.y;
            if by > HAIR {
                self.shift(&rows[row..].concat(), (0.0, by));
                moved = true;
            }
        }
        moved
    }

    /// Moves who has a place, and for the others where they wish to lie.
    fn shift(&mut self, kinds: &[usize], by: Point) {
        for node in kinds.iter().flat_map(|&kind| self.all(kind)).collect::<Vec<u32>>() {
            let (at, wish) = (&mut self.draft.at[node as usize], &mut self.wishes[node as usize]);
            if let Some((x, y)) = if at.is_some() { at } else { wish } {
                (*x, *y) = (*x + by.0, *y + by.1);
            }
        }
    }
}
