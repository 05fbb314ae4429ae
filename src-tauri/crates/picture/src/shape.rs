//! The outlines of node shapes: all have the area of the circle of radius `r` (factors from tokens.css). The screen's
//! painter has the same ones (`ui/src/shared/paint/shapes.ts`), so that a file shows what the screen shows.
//!
//! Owns: corner points and rounding. Must not know: colors or painters.

use domain::Shape;

/// Corners around (0, 0) and the radius that rounds them; a circle has none.
pub fn corners(shape: Shape, r: f32) -> (Vec<[f32; 2]>, f32) {
    match shape {
        Shape::Circle => (Vec::new(), 0.0),
        Shape::RoundedSquare => {
            let half = 0.9 * r;
            (vec![[-half, -half], [half, -half], [half, half], [-half, half]], 0.36 * r)
        }
        Shape::Diamond => {
            let half = 1.27 * r;
            (vec![[0.0, -half], [half, 0.0], [0.0, half], [-half, 0.0]], 0.3 * r)
        }
        Shape::Triangle => (regular(3, 1.56 * r, 0.14 * r), 0.16 * r),
        Shape::Hexagon => (regular(6, 1.1 * r, 0.0), 0.12 * r),
        Shape::Pentagon => (regular(5, 1.15 * r, 0.0), 0.12 * r),
    }
}

/// How far the shape reaches above and below its center, and to either side.
pub fn reach(shape: Shape, r: f32) -> (f32, f32, f32) {
    let (points, _) = corners(shape, r);
    let most = |side: fn(&[f32; 2]) -> f32| points.iter().map(side).fold(f32::MIN, f32::max);
    if points.is_empty() { (r, r, r) } else { (most(|p| -p[1]), most(|p| p[1]), most(|p| p[0].abs())) }
}

/// Where the glyph sits: a triangle's weight is low.
pub fn glyph_center(shape: Shape, r: f32) -> f32 {
    if shape == Shape::Triangle { 0.2 * r } else { 0.0 }
}

fn regular(count: u8, distance: f32, lower: f32) -> Vec<[f32; 2]> {
    let turn = std::f32::consts::TAU / f32::from(count);
    (0..count)
        .map(|corner| {
            let angle = turn * f32::from(corner) - std::f32::consts::FRAC_PI_2;
            [distance * angle.cos(), distance * angle.sin() + lower]
        })
        .collect()
}
