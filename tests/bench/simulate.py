"""The simulation of `cargo xtask bench simulate` in NumPy: 50 motions x 36 months x 10,000 runs, S-curves with three PERT
drivers each and one common factor.

Prints lines "name figure": seconds of the best of several runs and how many of them went into drawing, then the figures
that have to be near those of Ecotone. Each run draws its normal values anew, turns them into drivers by SciPy's inverse of the beta distribution, adds up the
motions and takes five quantiles per month, of the months and of their running sums, by np.partition.
"""

import time

import numpy as np
from scipy.special import betaincinv, ndtr

MOTIONS, MONTHS, RUNS, CORRELATION, REPEATS = 50, 36, 10_000, 0.3, 3
AT = np.array([0.1, 0.25, 0.5, 0.75, 0.9])


def drivers():
    """Low, mode, high and sign of each driver: the same as in the crate's bench."""
    motion = np.arange(MOTIONS, dtype=float)
    same = np.ones(MOTIONS)
    total = (800 + 10 * motion, 1000 + 20 * motion, 1600 + 40 * motion, 1.0)
    steepness = (4 * same, 8 + motion / 10, 18 * same, 1.0)
    midpoint = (0.3 * same, 0.4 + motion / 500, 0.7 * same, -1.0)
    return total, steepness, midpoint


def draw(random, common, driver):
    """One column per motion, one row per run."""
    low, mode, high, sign = driver
    own = random.standard_normal((RUNS, MOTIONS))
    z = sign * np.sqrt(CORRELATION) * common[:, None] + np.sqrt(1 - CORRELATION) * own
    width = high - low
    return low + width * betaincinv(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, ndtr(z))


def quantiles(figures):
    """Type 7, by one partition per month."""
    position = (RUNS - 1) * AT
    before = position.astype(int)
    parted = np.partition(figures, np.union1d(before, before + 1), axis=0)
    return parted[before] + (parted[before + 1] - parted[before]) * (position - before)[:, None]


def simulate(seed):
    random = np.random.Generator(np.random.SFC64(seed))
    common = random.standard_normal(RUNS)
    begun = time.perf_counter()
    total, steepness, midpoint = (draw(random, common, driver) for driver in drivers())
    drawing = time.perf_counter() - begun
    edges = np.linspace(0, 1, MONTHS + 1)
    months = np.zeros((RUNS, MONTHS))
    for motion in range(MOTIONS):
        reached = 1 / (1 + np.exp(-steepness[:, motion, None] * (edges - midpoint[:, motion, None])))
        share = total[:, motion] / (reached[:, -1] - reached[:, 0])
        months += np.diff(reached, axis=1) * share[:, None]
    cumulative = np.cumsum(months, axis=1)
    quantiles(months)
    bands = quantiles(cumulative)
    last, middle = bands[:, -1], bands[:, MONTHS // 2 - 1]
    figures = {"mean": cumulative[:, -1].mean(), "p10": last[0], "p50": last[2], "p90": last[4]}
    return drawing, {**figures, "half_way_p10": middle[0], "half_way_p90": middle[4]}


def main():
    best = np.inf, np.inf
    for seed in range(REPEATS):
        begun = time.perf_counter()
        drawing, figures = simulate(seed)
        best = min(best, (time.perf_counter() - begun, drawing))
    for name, figure in {"seconds": best[0], "drawing": best[1], **figures}.items():
        print(name, float(figure))


if __name__ == "__main__":
    main()
