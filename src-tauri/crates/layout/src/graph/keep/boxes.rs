//! Boxes of an edited drawing moved off one another, new ones first to give way.
//!
//! Owns: who gives way to whom. Must not know: lines.

use super::{
    super::overlap::{Boxes, gap, nearest::Places, overlaps},
    Cancelled, Free, Options, Phase, Watch, sizes, tell,
};

/// Nodes between two calls to the watch.
const TELL_EVERY: usize = 20_000;

/// Pins stay, and then everyone who had a place, if nothing before them lies there; nodes one hop away take their new
/// place only where it is free; new nodes go to the nearest free place. Answers how many pairs of pins overlap.
pub(super) fn separate(
    at: &mut [[f64; 2]],
    free: &[Free],
    options: &Options,
    watch: Watch<'_>,
) -> Result<usize, Cancelled> {
    if options.boxes.is_empty() {
        return Ok(0);
    }
    let sizes = sizes(&(0..at.len() as u32).collect::<Vec<_>>(), options);
    let pinned: Vec<bool> = (0..at.len()).map(|node| options.pinned.get(node).is_some_and(Option::is_some)).collect();
    let boxes = Boxes { sizes: &sizes, pinned: &pinned };
    let mut places = Places::empty(at, boxes, gap(&sizes));
    (0..at.len()).filter(|&node| pinned[node]).for_each(|node| places.add(at, node));
    let mut wishes = Vec::new();
    let mut waiting = free.iter().peekable();
    for node in (0..at.len()).filter(|&node| !pinned[node]) {
        if node % TELL_EVERY == 0 {
            tell(watch, Phase::Overlaps, node, at.len())?;
        }
        if let Some(free) = waiting.next_if(|free| free.node == node) {
            wishes.push((free, at[node]));
            let Some(home) = free.home else { continue };
            at[node] = home;
        }
        if !places.is_free(at, node, 0.0) {
            places.free(at, node);
        }
        places.add(at, node);
    }
    wishes.sort_by_key(|(free, _)| free.home.is_none());
    for (free, wish) in wishes {
        let node = free.node;
        if free.home.is_some() {
            places.remove(at, node);
        }
        let home = at[node];
        at[node] = wish;
        if !places.is_free(at, node, places.gap()) {
            match free.home {
                Some(_) => at[node] = home,
                None => places.free(at, node),
            }
        }
        places.add(at, node);
    }
    Ok(overlaps(at, boxes))
}
