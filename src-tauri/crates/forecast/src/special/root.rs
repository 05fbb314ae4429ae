//! Where a rising function meets a value.

/// Finds x in `low`..`high` where `probability(x)` is `target`: Newton's steps by the density, kept inside a bracket that
/// every step narrows, bisecting where a step would leave it. `near` is where to begin; all x are over 0.
pub(super) fn meet(
    target: f64,
    (mut low, mut high): (f64, f64),
    near: f64,
    probability: impl Fn(f64) -> f64,
    density: impl Fn(f64) -> f64,
) -> f64 {
    // Bisection alone would reach the last bit in the exponent's and the fraction's bits together.
    const STEPS: usize = 1_100;
    let mut x = near;
    let mut before = f64::INFINITY;
    for _ in 0..STEPS {
        let over = probability(x) - target;
        if over.abs() <= 0.5 * f64::EPSILON * target {
            return x;
        }
        if over > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let newton = x - over / density(x);
        if (newton - x).abs() <= 2.0 * f64::EPSILON * x {
            return newton;
        }
        let next = if newton > low && newton < high { newton } else { f64::midpoint(low, high) };
        let step = (next - x).abs();
        // Close by, steps that no longer shrink only follow the rounding of `probability`.
        if step >= before && step < 1e-10 * next {
            return next;
        }
        (x, before) = (next, step);
    }
    x
}
