//! Where the fields stand: a small tray in the corner, large ones below everything.

use super::field::{self, Plan};
use super::place::Placing;
use crate::graph::Cancelled;
use crate::ground::readable;
use crate::{Field, GAP, Rect, Zone};

/// Beside a small tray, for names that reach farther than their boxes where the picture is shown small.
const BESIDE: f64 = 28.0;
/// A laptop's map is at least so many times as wide as high: there is room to the left before there is any below.
const SCREEN: f64 = 1.5;
/// A tray may stand as far out as the rim is wide, in so many steps.
const OUTS: u32 = 24;
/// Between the map and a large field below it.
const APART: f64 = 48.0;

impl Placing<'_> {
    /// A panel in the bottom left corner, low enough to clear the ecotone, of the place and width with which a screen shows
    /// the whole largest.
    pub(crate) fn place_small_tray(&mut self) -> Option<Field> {
        let members = self.members(Zone::Unknown);
        if members.is_empty() || members.len() > field::NAMED_MAX {
            return None;
        }
        let (right, bottom) = self.zones.rim;
        let clear = (self.zones.ecotone.0 + GAP, self.zones.ecotone.1 + GAP);
        let low = |plan: &Plan, out: f64| {
            let mut rect = Rect { x: -right - out, y: bottom - plan.field.rect.h, ..plan.field.rect };
            while !rect.outside(clear) || !self.occupied.is_free(&rect) {
                rect.y += 4.0;
            }
            rect
        };
        let shown = |rect: &Rect| (rect.y + rect.h + bottom).max((right - rect.x) / SCREEN);
        let cost = |rect: &Rect| shown(rect) + 2.0 * (rect.w - 0.8 * right).max(0.0);
        let outs = (0..OUTS).map(|out| f64::from(out) / f64::from(OUTS) * right);
        // A tall column would part the map from the frame, a block fills its corner.
        let block = |columns: &usize| members.len().div_ceil(*columns) <= columns + 1;
        let columns: Vec<usize> = (1..=members.len().min(8)).filter(block).collect();
        let plans = outs.flat_map(|out| columns.iter().map(move |columns| (out, *columns)));
        let placed = plans.map(|(out, columns)| {
            let plan = field::named(&self.input.nodes, &members, columns);
            (low(&plan, out), plan)
        });
        let (rect, plan) = placed.min_by(|(a, _), (b, _)| cost(a).total_cmp(&cost(b)))?;
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
