//! Packing of components beside one another, so that a graph in pieces is not flung apart.
//!
//! Owns: where rectangles go on shelves. Must not know: graphs, what lies in a rectangle.

/// Corners (least x and y) for rectangles of these widths and heights, packed on shelves with `gap` between them, into
/// an area about as wide as `aspect` times its height. The tallest come first.
pub fn pack(sizes: &[[f64; 2]], gap: f64, aspect: f64) -> Vec<[f64; 2]> {
    let area: f64 = sizes.iter().map(|size| (size[0] + gap) * (size[1] + gap)).sum();
    let widest = sizes.iter().fold(0.0_f64, |widest, size| widest.max(size[0]));
    let width = widest.max((area * aspect).sqrt());
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&a, &b| sizes[b][1].total_cmp(&sizes[a][1]).then(a.cmp(&b)));
    let mut corners = vec![[0.0; 2]; sizes.len()];
    let (mut x, mut y, mut shelf) = (0.0, 0.0, 0.0_f64);
    for index in order {
        let [wide, high] = sizes[index];
        if x > 0.0 && x + wide > width * (1.0 + 1e-9) {
            (x, y, shelf) = (0.0, y + shelf + gap, 0.0);
        }
        corners[index] = [x, y];
        x += wide + gap;
        shelf = shelf.max(high);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn packs_densely_and_apart() {
        let mut seeded = crate::graph::seed::Seeded::new(3);
        let sizes: Vec<[f64; 2]> = (0..400).map(|_| [1.0 + seeded.unit() * 9.0, 1.0 + seeded.unit() * 4.0]).collect();
        let corners = pack(&sizes, 0.5, 1.5);
        for a in 0..sizes.len() {
            for b in 0..a {
                let clear = (0..2).any(|axis| {
                    corners[a][axis] >= corners[b][axis] + sizes[b][axis] + 0.5 - 1e-9
                        || corners[b][axis] >= corners[a][axis] + sizes[a][axis] + 0.5 - 1e-9
                });
                assert!(clear, "{a} lies on {b}");
            }
        }
        let end = |axis: usize| (0..400).fold(0.0_f64, |end, i| end.max(corners[i][axis] + sizes[i][axis]));
        let filled: f64 = sizes.iter().map(|size| size[0] * size[1]).sum();
        assert!(filled / (end(0) * end(1)) > 0.6);
    }

    #[test]
    fn packs_nothing_and_one() {
        assert!(pack(&[], 1.0, 1.0).is_empty());
        assert_eq!(pack(&[[5.0, 2.0]], 1.0, 1.0), [[0.0, 0.0]]);
    }
}
