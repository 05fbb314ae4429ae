//! Lines, cut short at the nodes that they join, and their arrow heads.

use std::fmt::Write as _;

use super::{Writer, escape, number};
use crate::{Item, Stroke};

/// Length of an arrow head's barbs without the line's part, that part for each pixel of its width, and the cosine and
/// sine of half the head's angle (0.45).
const BARB: f32 = 6.0;
const BARB_WIDTH: f32 = 1.5;
const SPREAD: [f32; 2] = [0.900_447, 0.434_966];
/// Widths between which the head's strokes stay.
const HEAD: [f32; 2] = [1.25, 2.5];

type Point = [f32; 2];

impl Writer {
    pub(super) fn path(&mut self, item: &Item) {
        let Item::Path { id, points, bend, corner, fill, stroke, arrow, trim, title, change, .. } = item else {
            return;
        };
        let placed: Vec<Point> = points.iter().map(|point| self.frame.at(*point)).collect();
        let trim = trim.map(|length| length * self.frame.px);
        let cut = match (&placed[..], bend) {
            (&[from, to], Some(bend)) => curve([from, self.frame.at(*bend), to], trim),
            _ => polyline(&placed, trim, corner.unwrap_or(0.0) * self.frame.scale),
        };
        let Some((mut data, end, before)) = cut else { return };
        if fill.is_some() {
            data.push('Z');
        }
        let id = self.id_attribute(id.as_deref());
        let paint = self.paint(fill.as_ref(), stroke.as_ref());
        let arrow = stroke.as_ref().filter(|_| *arrow);
        if arrow.is_none() && title.is_none() && change.is_none() {
            let _ = writeln!(self.out, "<path{id} d=\"{data}\"{paint}/>");
            return;
        }
        let title = title.as_ref().map(|title| format!("<title>{}</title>", escape(title))).unwrap_or_default();
        let _ = writeln!(self.out, "<g{id}>{title}");
        if let Some(change) = change {
            let rim = self.paint(None, Some(&change.rim));
            let _ = writeln!(self.out, "<path d=\"{data}\"{rim}/>");
        }
        let _ = writeln!(self.out, "<path d=\"{data}\"{paint}/>");
        if let Some(stroke) = arrow {
            self.arrow(end, before, stroke);
        }
        if let (Some(change), [from, .., to]) = (change, &placed[..]) {
            let at = match placed.len() {
                2 => middle(*from, bend.map(|bend| self.frame.at(bend)), *to),
                _ => half_way(&placed),
            };
            self.badge(at, &change.badge);
        }
        self.out.push_str("</g>\n");
    }

    fn arrow(&mut self, end: Point, before: Point, stroke: &Stroke) {
        let (dx, dy) = (end[0] - before[0], end[1] - before[1]);
        let length = dx.hypot(dy);
        if length < 1e-3 {
            return;
        }
        let size = (BARB + BARB_WIDTH * stroke.width) * self.frame.px;
        let (ux, uy) = (dx / length * size, dy / length * size);
        let [along, aside] = SPREAD;
        let left = [end[0] - ux * along - uy * aside, end[1] - uy * along + ux * aside];
        let right = [end[0] - ux * along + uy * aside, end[1] - uy * along - ux * aside];
        let data = format!("M{}L{}L{}", pair(left), pair(end), pair(right));
        let stroke = Stroke { width: stroke.width.clamp(HEAD[0], HEAD[1]), dash: Vec::new(), ..stroke.clone() };
        let paint = self.paint(None, Some(&stroke));
        let _ = writeln!(self.out, "<path d=\"{data}\"{paint} stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
    }
}

/// Half way along a line, straight or curved.
fn middle(from: Point, bend: Option<Point>, to: Point) -> Point {
    let straight = [f32::midpoint(from[0], to[0]), f32::midpoint(from[1], to[1])];
    bend.map_or(straight, |bend| [f32::midpoint(straight[0], bend[0]), f32::midpoint(straight[1], bend[1])])
}

/// The path's data, its last point and one before it; none where nothing is left between the trims.
fn polyline(points: &[Point], [first, last]: [f32; 2], corner: f32) -> Option<(String, Point, Point)> {
    let mut points = points.to_vec();
    shorten(&mut points, first);
    points.reverse();
    shorten(&mut points, last);
    points.reverse();
    let [.., before, end] = points[..] else { return None };
    let mut data = format!("M{}", pair(points[0]));
    for arms in points.windows(3) {
        match rounded(arms, corner) {
            Some([from, to]) => {
                let _ = write!(data, "L{}Q{} {}", pair(from), pair(arms[1]), pair(to));
            }
            None => {
                let _ = write!(data, "L{}", pair(arms[1]));
            }
        }
    }
    let _ = write!(data, "L{}", pair(end));
    Some((data, end, before))
}

/// Where the curve around a bend begins and ends, on its two arms; none where nothing turns.
fn rounded(arms: &[Point], corner: f32) -> Option<[Point; 2]> {
    let &[before, bend, after] = arms else { return None };
    let arm = |end: Point| (end[0] - bend[0], end[1] - bend[1], (end[0] - bend[0]).hypot(end[1] - bend[1]));
    let ((ax, ay, a), (bx, by, b)) = (arm(before), arm(after));
    if corner <= 0.0 || a <= 0.0 || b <= 0.0 {
        return None;
    }
    // The cosine of the turn is the negative of that between the arms.
    let half_sine = (f32::midpoint(1.0, (ax * bx + ay * by) / (a * b))).max(0.0).sqrt();
    if half_sine < 1e-3 {
        return None;
    }
    let length = (2.0 * corner / half_sine).min(a / 2.0).min(b / 2.0);
    let along = |x: f32, y: f32, whole: f32| [bend[0] + x / whole * length, bend[1] + y / whole * length];
    Some([along(ax, ay, a), along(bx, by, b)])
}

/// Half way along a polyline.
fn half_way(points: &[Point]) -> Point {
    let whole: f32 = points.windows(2).map(|pair| (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1])).sum();
    let mut points = points.to_vec();
    shorten(&mut points, whole / 2.0);
    points.first().copied().unwrap_or_default()
}

/// Takes `length` away from the beginning.
fn shorten(points: &mut Vec<Point>, mut length: f32) {
    while length > 0.0 && points.len() > 1 {
        let (a, b) = (points[0], points[1]);
        let piece = (b[0] - a[0]).hypot(b[1] - a[1]);
        if piece > length {
            let part = length / piece;
            points[0] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
            return;
        }
        length -= piece;
        points.remove(0);
    }
}

/// A quadratic curve whose ends are moved toward its control point, along its tangents; none where that is too far.
fn curve([from, bend, to]: [Point; 3], [first, last]: [f32; 2]) -> Option<(String, Point, Point)> {
    let moved = |end: Point, length: f32| {
        let (dx, dy) = (bend[0] - end[0], bend[1] - end[1]);
        let part = length / dx.hypot(dy).max(1e-6);
        (part < 1.0).then(|| [end[0] + dx * part, end[1] + dy * part])
    };
    let (a, b) = (moved(from, first)?, moved(to, last)?);
    Some((format!("M{}Q{} {}", pair(a), pair(bend), pair(b)), b, bend))
}

fn pair(point: Point) -> String {
    format!("{} {}", number(point[0]), number(point[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_before_their_nodes() {
        for (points, trim, expect) in [
            (vec![[0.0, 0.0], [10.0, 0.0]], [2.0, 3.0], Some("M2 0L7 0")),
            (vec![[0.0, 0.0], [10.0, 0.0]], [6.0, 6.0], None),
            (vec![[0.0, 0.0], [1.0, 0.0], [1.0, 9.0]], [2.0, 0.0], Some("M1 1L1 9")),
            (vec![[5.0, 5.0]], [0.0, 0.0], None),
        ] {
            assert_eq!(polyline(&points, trim, 0.0).map(|(data, ..)| data).as_deref(), expect);
        }
        let corner = [[0.0, 0.0], [40.0, 0.0], [40.0, 10.0]];
        let (data, ..) = polyline(&corner, [0.0, 0.0], 1.0).unwrap();
        assert_eq!(data, "M0 0L37.17 0Q40 0 40 2.83L40 10", "as deep as told");
        let (data, ..) = polyline(&corner, [0.0, 0.0], 9.0).unwrap();
        assert_eq!(data, "M0 0L35 0Q40 0 40 5L40 10", "half of the shorter arm at most");
        assert_eq!(pair(half_way(&corner)), "25 0");
        let (data, ..) = curve([[0.0, 0.0], [50.0, 20.0], [100.0, 0.0]], [10.0, 10.0]).unwrap();
        assert_eq!(data, "M9.28 3.71Q50 20 90.72 3.71");
        assert!(curve([[0.0, 0.0], [5.0, 1.0], [10.0, 0.0]], [6.0, 0.0]).is_none());
    }
}
