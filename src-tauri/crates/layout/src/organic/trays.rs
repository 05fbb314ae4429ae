//! Where the fields stand: a small tray in the corner, large ones below everything.

use super::field::{self, Plan};
use super::place::Placing;
use crate::graph::Cancelled;
use crate::ground::readable;
use crate::{Field, GAP, Rect, Zone};

/// Beside a small tray, for names that reach farther than their boxes where the picture is shown small.
const BESIDE: f64 = 28.0;
/// Between the map and a large field below it.
const APART: f64 = 48.0;

impl Placing<'_> {
    /// A panel in the bottom left corner, low enough to clear the ecotone, of the width that reaches out of the frame least.
    pub(crate) fn place_small_tray(&mut self) -> Option<Field> {
        let members = self.members(Zone::Unknown);
        if members.is_empty() || members.len() > field::NAMED_MAX {
            return None;
        }
        let (left, bottom) = (-self.zones.rim.0, self.zones.rim.1);
        let clear = (self.zones.ecotone.0 + GAP, self.zones.ecotone.1 + GAP);
        let low = |plan: &Plan| {
            let mut rect = Rect { x: left, y: bottom - plan.field.rect.h, ..plan.field.rect };
            while !rect.outside(clear) || !self.occupied.is_free(&rect) {
                rect.y += 4.0;
            }
            rect
        };
        let cost = |rect: &Rect| (rect.y + rect.h - bottom) + 2.0 * (rect.w - 0.8 * self.zones.rim.0).max(0.0);
        let plans = (1..=members.len().min(8)).map(|columns| field::named(&self.input.nodes, &members, columns));
        let best = plans.map(|plan| (low(&plan), plan)).min_by(|(a, _), (b, _)| cost(a).total_cmp(&cost(b)));
        let (rect, plan) = best?;
        self.occupied.take(Rect { w: rect.w + BESIDE, ..rect });
        Some(self.put_field(plan.moved((rect.x, rect.y))))
    }

    /// A field below everything that is placed so far, as wide as makes the whole fit the view best.
    pub(crate) fn place_large(&mut self, zone: Zone, above: Option<&Field>) -> Result<Option<Field>, Cancelled> {
        let members = self.members(zone);
        if members.is_empty() {
            return Ok(None);
        }
        let taken = self.extent(above);
        let aspect = readable(self.input.aspect);
        let area = field::compact_area(members.len());
        // width / (taken.h + area / width) = aspect, solved for the width.
        let base = (taken.h + APART) * aspect;
        let width = f64::midpoint(base, libm::sqrt(base * base + 4.0 * aspect * area));
        let width = if above.is_some_and(|field| field.compact) { taken.w } else { width.min(area / 60.0).max(420.0) };
        // A window shows a picture this wide so much smaller, but its words no smaller than can be read.
        let scale = (width / 700.0).clamp(1.0, 6.0);
        let linked = if zone == Zone::Unlinked { self.linked(&members)? } else { None };
        let plan = match linked {
            None => field::compact(&self.input.nodes, &members, width, scale),
            Some((block, cells)) => {
                let alone: Vec<usize> =
                    members.into_iter().filter(|member| cells.iter().all(|(linked, _)| linked != member)).collect();
                field::compact(&self.input.nodes, &alone, width.max(block.rect.w), scale).below(block, cells)
            }
        };
        let y = taken.y + taken.h + APART;
        let x = -plan.field.rect.w / 2.0;
        Ok(Some(self.put_field(plan.moved((x, y)))))
    }

    fn put_field(&mut self, plan: Plan) -> Field {
        for (index, point) in plan.cells {
            self.positions[index] = Some(point);
        }
        plan.field
    }
}
