//! The geometry of SVG paths.

use kurbo::{BezPath, PathEl, Point, Shape};

/// A line of the list, in points of the file.
pub struct Way<'a> {
    pub points: &'a [[f64; 2]],
    /// The control point of a curve.
    pub bend: Option<[f64; 2]>,
}

impl Way<'_> {
    /// Whether the path data `drawn` is this line without what is cut off at its ends.
    pub fn same(&self, drawn: &str, trim: [f64; 2], touch: f64) -> Result<(), String> {
        let path = BezPath::from_svg(drawn).map_err(|error| format!("is no path: {error}"))?;
        let (vertices, curves) = vertices(&path);
        let (Some(first), Some(last)) = (vertices.first(), vertices.last()) else { return Err("is empty".to_owned()) };
        let through: Vec<[f64; 2]> = match (self.points, self.bend) {
            (&[from, to], Some(bend)) => vec![from, bend, to],
            (points, _) => points.to_vec(),
        };
        if self.bend.is_some() != curves && self.points.len() == 2 {
            return Err(format!("bends another way: {drawn}"));
        }
        let mut back = through.clone();
        back.reverse();
        let (expect_first, from) = walked(&through, trim[0]);
        let (expect_last, until) = walked(&back, trim[1]);
        let inner = &through[from..through.len() - until];
        let expect = [&[expect_first], inner, &[expect_last]].concat();
        let near = |one: &[f64; 2], other: &[f64; 2]| (one[0] - other[0]).hypot(one[1] - other[1]) <= 1.5 * touch;
        if expect.len() != vertices.len() || !expect.iter().zip(&vertices).all(|(one, other)| near(one, other)) {
            let shown = |points: &[[f64; 2]]| format!("{} points from {:.2?}", points.len(), points.first());
            return Err(format!(
                "runs from {first:.2?} to {last:.2?} over {}, not from {expect_first:.2?} to {expect_last:.2?} over {}",
                shown(&vertices),
                shown(&expect)
            ));
        }
        Ok(())
    }
}

/// The ends of a path and where it turns: a rounded corner turns at its control point. And whether it is one curve.
fn vertices(path: &BezPath) -> (Vec<[f64; 2]>, bool) {
    let elements = path.elements();
    let mut found = Vec::new();
    for (place, element) in elements.iter().enumerate() {
        let then = elements.get(place + 1);
        match element {
            // Only where a rounding begins.
            PathEl::LineTo(_) if matches!(then, Some(PathEl::QuadTo(..))) => {}
            PathEl::MoveTo(point) | PathEl::LineTo(point) => found.push(pair(*point)),
            PathEl::QuadTo(turn, end) => {
                found.push(pair(*turn));
                if then.is_none() {
                    found.push(pair(*end));
                }
            }
            _ => {}
        }
    }
    (found, matches!(elements, [PathEl::MoveTo(_), PathEl::QuadTo(..)]))
}

/// The point `length` along the way, and how many of its points lie before it.
fn walked(points: &[[f64; 2]], mut length: f64) -> ([f64; 2], usize) {
    for (passed, pair) in points.windows(2).enumerate() {
        let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
        let piece = dx.hypot(dy);
        if piece > length {
            return ([pair[0][0] + dx / piece * length, pair[0][1] + dy / piece * length], passed + 1);
        }
        length -= piece;
    }
    (points.last().copied().unwrap_or_default(), points.len())
}

/// The straight sides of a closed path with rounded corners; side 0 leaves corner 0.
pub fn sides(data: &str) -> Vec<[[f64; 2]; 2]> {
    let Ok(path) = BezPath::from_svg(data) else { return Vec::new() };
    let (mut sides, mut at, mut start) = (Vec::new(), Point::ZERO, Point::ZERO);
    for element in path.elements() {
        match element {
            PathEl::MoveTo(point) => (at, start) = (*point, *point),
            PathEl::LineTo(point) => {
                sides.push([pair(at), pair(*point)]);
                at = *point;
            }
            PathEl::ClosePath => sides.push([pair(at), pair(start)]),
            curve => at = curve.end_point().unwrap_or(at),
        }
    }
    sides
}

/// From a point to a side, or to the nearer end of it.
pub fn distance([x, y]: [f64; 2], [from, to]: [[f64; 2]; 2]) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let part = (((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
    (x - from[0] - part * dx).hypot(y - from[1] - part * dy)
}

/// Where a path ends.
pub fn end(data: &str) -> Option<[f64; 2]> {
    BezPath::from_svg(data).ok()?.elements().last()?.end_point().map(pair)
}

/// The point between two strokes.
pub fn middle(data: &str) -> Option<[f64; 2]> {
    BezPath::from_svg(data).ok()?.elements().get(1)?.end_point().map(pair)
}

/// What a path fills.
pub fn bounds(data: &str) -> Option<kurbo::Rect> {
    let path = BezPath::from_svg(data).ok()?;
    (!path.elements().is_empty()).then(|| path.bounding_box())
}

fn pair(point: Point) -> [f64; 2] {
    [point.x, point.y]
}
