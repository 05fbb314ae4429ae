//! Numbers of shortest paths. They double with every fork, so a few thousand nodes can hold more paths than an `f64`
//! can count; `Wide` counts those.

/// What counting paths and sharing dependencies among them needs of a number.
pub(super) trait Sigma: Copy {
    const ZERO: Self;

    fn of(figure: f64) -> Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn over(self, other: Self) -> Self;
    fn figure(self) -> f64;

    /// Whether sums and quotients of it keep their precision.
    fn is_sound(self) -> bool;
}

impl Sigma for f64 {
    const ZERO: Self = 0.0;

    fn of(figure: f64) -> Self {
        figure
    }

    fn plus(self, other: Self) -> Self {
        self + other
    }

    fn times(self, other: Self) -> Self {
        self * other
    }

    fn over(self, other: Self) -> Self {
        self / other
    }

    fn figure(self) -> f64 {
        self
    }

    fn is_sound(self) -> bool {
        self < 1e280
    }
}

/// `part · 2^exponent`, `part` in [0.5, 1) or 0.
#[derive(Clone, Copy)]
pub(super) struct Wide {
    part: f64,
    exponent: i32,
}

impl Wide {
    fn new(value: f64, exponent: i32) -> Self {
        let (part, own) = libm::frexp(value);
        Self { part, exponent: if part == 0.0 { 0 } else { own + exponent } }
    }
}

impl Sigma for Wide {
    const ZERO: Self = Self { part: 0.0, exponent: 0 };

    fn of(figure: f64) -> Self {
        Self::new(figure, 0)
    }

    fn plus(self, other: Self) -> Self {
        if self.part == 0.0 {
            return other;
        }
        if other.part == 0.0 {
            return self;
        }
        let (large, small) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        Self::new(large.part + libm::ldexp(small.part, small.exponent - large.exponent), large.exponent)
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.part * other.part, self.exponent + other.exponent)
    }

    fn over(self, other: Self) -> Self {
        Self::new(self.part / other.part, self.exponent - other.exponent)
    }

    fn figure(self) -> f64 {
        libm::ldexp(self.part, self.exponent)
    }

    fn is_sound(self) -> bool {
        true
    }
}
