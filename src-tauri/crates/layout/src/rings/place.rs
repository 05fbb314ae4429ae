//! Placing: the rings from the inside out, then what stands beside them.
//!
//! Owns: the order of placing. Must not know: how an order is found, how boxes share an ellipse.

use super::band::{self, Band};
use super::ease::Easing;
use super::order::Order;
use super::scene::Scene;
use super::seats::{Seats, seat};
use super::{Ring, Rings, RingsInput, kept, order, outside};
use crate::graph::{Cancelled, Phase, Watch, tell};
use crate::ground::{Ground, around, fill, lying_on};
use crate::node::GAP;
use crate::web::Web;
use crate::{NodeBox, Point, Rect};

/// Where each free node of a ring shall stand, by ascending angle.
pub(super) type Wanted = Vec<Vec<(u32, f64)>>;

/// A drawing of the rings, without what lies beside them.
#[derive(Clone)]
pub(super) struct Drawn {
    pub(super) points: Vec<Point>,
    pub(super) rings: Vec<Ring>,
    /// The rows of each ring.
    pub(super) seats: Vec<Seats>,
}

/// See [`super::rings()`].
pub(super) fn rings(input: &RingsInput, watch: Watch<'_>) -> Result<Rings, Cancelled> {
    tell(watch, Phase::Crossings, 0, 1)?;
    let scene = Scene::new(input);
    let hub = scene.center.map_or(0.0, |us| hub(&scene, us));
    let wider = band::wider(&scene, hub);
    let mut web = Web::new(scene.nodes.len(), &scene.lines, scene.center);
    let (drawn, crossings) = if kept::most_stay(&scene) {
        let drawn = draw(&scene, hub, wider, &kept::wanted(&scene), true);
        let crossings = count(&mut web, &drawn.points);
        (drawn, crossings)
    } else {
        fresh(&scene, hub, wider, &mut web, watch)?
    };
    Ok(finish(&scene, drawn, crossings))
}

/// The order sought, or the one given if that crosses less.
fn fresh(
    scene: &Scene<'_>,
    hub: f64,
    wider: f64,
    web: &mut Web,
    watch: Watch<'_>,
) -> Result<(Drawn, usize), Cancelled> {
    let mut inner = hub;
    let middle = |level| {
        let band = Band::new(scene, level, inner, 0, wider);
        inner = band.outer;
        band.rows.iter().sum::<f64>() / band.rows.len().max(1) as f64
    };
    let radii: Vec<f64> = scene.levels.iter().map(middle).collect();
    let order = order::sought(scene, &radii, watch)?;
    // The order that nodes come in is no goal, but nothing sought may cross more.
    let naive = draw(scene, hub, wider, &wanted(&Order::naive(scene)), false);
    let limit = count(web, &naive.points);
    let mut easing = Easing { scene, web, limit };
    let Some(order) = order else { return Ok(easing.best(naive)) };
    let (drawn, crossings) = easing.best(draw(scene, hub, wider, &wanted(&order), false));
    Ok(if crossings <= limit { (drawn, crossings) } else { easing.best(naive) })
}

fn wanted(order: &Order) -> Wanted {
    let ring = |(ring, nodes): (usize, &Vec<u32>)| {
        nodes.iter().enumerate().map(|(place, &node)| (node, order.angle(ring, place))).collect()
    };
    order.rings.iter().enumerate().map(ring).collect()
}

pub(super) fn count(web: &mut Web, points: &[Point]) -> usize {
    points.iter().zip(0..).for_each(|(&(x, y), node)| web.put(node, [x, y]));
    web.crossings()
}

/// Half the height of the ellipse kept for us.
fn hub(scene: &Scene<'_>, us: usize) -> f64 {
    let size = &scene.sizes[us];
    libm::hypot(size.half_width / scene.aspect, size.above.max(size.below)) + GAP
}

fn draw(scene: &Scene<'_>, hub: f64, wider: f64, wanted: &Wanted, keep: bool) -> Drawn {
    let mut ground = Ground::new();
    let mut points = vec![(0.0, 0.0); scene.nodes.len()];
    for (node, pin) in scene.pins.iter().enumerate() {
        if pin.is_some() || scene.center == Some(node) {
            points[node] = pin.unwrap_or((0.0, 0.0));
            ground.take(scene.sizes[node].at(points[node]));
        }
    }
    let (mut rings, mut all_seats, mut inner) = (Vec::new(), Vec::new(), hub);
    for (level, wanted) in scene.levels.iter().zip(wanted.iter().chain(std::iter::repeat(&Vec::new()))) {
        let taken = ground.len();
        let tries = (0..).find_map(|growth| {
            ground.rewind(taken);
            let band = Band::new(scene, level, inner, growth, wider);
            let caption = caption(&band, level.caption, scene.aspect, &ground);
            if level.caption.half_width > 0.0 {
                ground.take(level.caption.at(caption));
            }
            let seats = seat(scene, &band, wanted, (keep, growth), &mut ground)?;
            Some((band, caption, seats))
        });
        let Some((band, caption, seats)) = tries else { continue };
        let axes = |radius: f64| (radius * scene.aspect, radius);
        rings.push(Ring { number: level.number, inner: axes(band.inner), outer: axes(band.outer), caption });
        seats.points(scene, keep).for_each(|(node, point)| points[node as usize] = point);
        all_seats.push(seats);
        inner = band.outer;
    }
    Drawn { points, rings, seats: all_seats }
}

/// A free place for a ring's caption: at the top by its outer bound, or the nearest to there along it.
fn caption(band: &Band, size: NodeBox, aspect: f64, ground: &Ground) -> Point {
    let axes = |radius: f64| (radius * aspect, radius);
    let middle = (size.below - size.above) / 2.0;
    let at = |angle: f64| {
        let (sin, cos) = libm::sincos(angle);
        // As far out as it fits.
        let (mut low, mut high) = (0.0, band.outer);
        let point = |radius: f64| (radius * aspect * cos, radius * sin - middle);
        for _ in 0..24 {
            let radius = f64::midpoint(low, high);
            let fits = size.at(point(radius)).grown(band::PAD / 2.0).inside(axes(band.outer));
            (low, high) = if fits { (radius, high) } else { (low, radius) };
        }
        point(low)
    };
    let top = -std::f64::consts::FRAC_PI_2;
    let free = (0..72_u32).map(|step| {
        let off = f64::from(step.div_ceil(2)) * std::f64::consts::PI / 36.0;
        at(if step % 2 == 0 { top + off } else { top - off })
    });
    let holds = |point: &Point| {
        let rect = size.at(*point);
        ground.is_free(&rect) && (band.inner <= 0.0 || rect.outside(axes(band.inner)))
    };
    free.into_iter().find(holds).unwrap_or_else(|| at(top))
}

fn finish(scene: &Scene<'_>, mut drawn: Drawn, crossings: usize) -> Rings {
    let rect = |node: usize, points: &[Point]| scene.sizes[node].at(points[node]);
    let rims = drawn.rings.last().map(|ring| Rect {
        x: -ring.outer.0,
        y: -ring.outer.1,
        w: 2.0 * ring.outer.0,
        h: 2.0 * ring.outer.1,
    });
    let pinned: Vec<usize> = (0..scene.nodes.len()).filter(|&node| scene.pins[node].is_some()).collect();
    let fixed = pinned.iter().copied().chain(scene.center.filter(|us| scene.pins[*us].is_none()));
    let fixed: Vec<(usize, Rect)> = fixed.map(|node| (node, rect(node, &drawn.points))).collect();
    let block = outside::place(scene, rims, &fixed, &mut drawn.points);
    let strays = |&node: &usize| match scene.level[node] {
        Some(level) => !drawn.rings[level].holds(&rect(node, &drawn.points)),
        None if scene.center == Some(node) => drawn.points[node] != (0.0, 0.0),
        None => drawn.rings.last().is_some_and(|ring| !rect(node, &drawn.points).outside(ring.outer)),
    };
    let taken = (0..scene.nodes.len()).map(|node| rect(node, &drawn.points));
    let bounds = around(taken.chain(rims).chain(block)).unwrap_or_default();
    Rings {
        fill: fill(&bounds, scene.sizes.iter().copied()),
        strayed: pinned.into_iter().filter(strays).collect(),
        overlapping: lying_on(&fixed),
        positions: drawn.points,
        rings: drawn.rings,
        outside: block,
        bounds,
        crossings,
    }
}
