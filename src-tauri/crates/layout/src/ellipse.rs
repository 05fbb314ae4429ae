//! Ellipses around us, and whether a box lies inside or outside one.

use crate::{NodeBox, Point, Rect, Zone, Zones};

/// From the frame to the centers of the outermost nodes.
const INSET: Point = (52.0, 34.0);

impl NodeBox {
    /// The box around a point.
    pub(crate) fn at(&self, (x, y): Point) -> Rect {
        Rect { x: x - self.half_width, y: y - self.above, w: 2.0 * self.half_width, h: self.above + self.below }
    }

    pub(crate) fn area(&self, gap: f64) -> f64 {
        (2.0 * self.half_width + gap) * (self.above + self.below + gap)
    }
}

impl Rect {
    /// Do the insides of both meet, each grown by half of `gap`?
    pub(crate) fn meets(&self, other: &Self, gap: f64) -> bool {
        self.x < other.x + other.w + gap
            && other.x < self.x + self.w + gap
            && self.y < other.y + other.h + gap
            && other.y < self.y + self.h + gap
    }

    /// The smallest rectangle around both.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = ((self.x + self.w).max(other.x + other.w), (self.y + self.h).max(other.y + other.h));
        Self { x, y, w: right - x, h: bottom - y }
    }

    /// Moved out by `by` on every side.
    pub(crate) fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    pub(crate) fn inside(&self, (rx, ry): Point) -> bool {
        // The four corners are enough: an ellipse is convex.
        let x = self.x.abs().max((self.x + self.w).abs()) / rx;
        let y = self.y.abs().max((self.y + self.h).abs()) / ry;
        x * x + y * y <= 1.0
    }

    pub(crate) fn outside(&self, (rx, ry): Point) -> bool {
        // Scaled per axis the ellipse is a circle and the box a box, whose nearest point to the center is a clamp away.
        let x = 0.0_f64.clamp(self.x, self.x + self.w) / rx;
        let y = 0.0_f64.clamp(self.y, self.y + self.h) / ry;
        x * x + y * y >= 1.0
    }
}

impl Zones {
    /// Does a box keep to the bounds of `zone`?
    pub fn hold(&self, zone: Zone, rect: &Rect) -> bool {
        match zone {
            Zone::Strategic => rect.inside(self.core),
            Zone::Ecotone => rect.inside(self.ecotone) && rect.outside(self.core),
            Zone::Transactional | Zone::Unlinked => rect.outside(self.ecotone),
            Zone::Us | Zone::Unknown => true,
        }
    }

    /// The point of `zone` at `angle`, `part` of the way from its inner bound (0) to its outer one (1). Unlinked
    /// organizations begin where the transactional ones end.
    pub(crate) fn point(&self, zone: Zone, angle: f64, part: f64) -> Point {
        let (sin, cos) = libm::sincos(angle);
        let on = |(rx, ry): Point| (rx * cos, ry * sin);
        let between = |a: Point, b: Point| (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part);
        match zone {
            Zone::Us | Zone::Unknown => (0.0, 0.0),
            Zone::Strategic => between((0.0, 0.0), on(self.core)),
            Zone::Ecotone => between(on(self.core), on(self.ecotone)),
            Zone::Transactional => between(on(self.ecotone), self.edge(sin, cos)),
            Zone::Unlinked => {
                let (edge, ecotone) = (self.edge(sin, cos), on(self.ecotone));
                between(edge, (2.0 * edge.0 - ecotone.0, 2.0 * edge.1 - ecotone.1))
            }
        }
    }

    /// Where depth 0 lies: a box's reach inside the frame, on a squarer curve than the zones (a superellipse of degree 8),
    /// so that the corners of the view are used.
    fn edge(&self, sin: f64, cos: f64) -> Point {
        let eighth = |x: f64| (x * x * x * x) * (x * x * x * x);
        let stretch = 1.0 / libm::sqrt(libm::sqrt(libm::sqrt(eighth(sin) + eighth(cos))));
        ((self.rim.0 - INSET.0) * cos * stretch, (self.rim.1 - INSET.1) * sin * stretch)
    }

    /// Does a box lie inside the frame?
    pub(crate) fn frame(&self, rect: &Rect) -> bool {
        let (w, h) = self.rim;
        rect.x >= -w && rect.x + rect.w <= w && rect.y >= -h && rect.y + rect.h <= h
    }
}

/// The angle at which a point lies, in the parameter of ellipses of this shape.
pub(crate) fn angle_of((x, y): Point, aspect: f64) -> f64 {
    libm::atan2(y * aspect, x)
}
