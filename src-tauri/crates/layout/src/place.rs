//! placing
use crate::organic::*;
pub fn organic(input: &OrganicInput) -> Organic {
    Organic { positions: vec![(0.0,0.0); input.nodes.len()], zones: Zones{core:(306.,225.),ecotone:(423.,311.),rim:(510.,375.)}, captions: [(0.,0.);3], tray: None, outside: None, bounds: Rect::default(), fill: 0.0, strayed: vec![] }
}
