"""What every peer's script shares: reading a graph, timing the layout call alone, writing what came out.

A script that times prints one line "ms WALL CPU" for each repeat. Reading, building the peer's own graph and writing
are outside of the timed call. Repeats end early once `--budget` seconds are spent, so that slow peers run once.
"""
import argparse
import json
import os
import time

import numpy as np


class Graph:
    """n nodes, lines as an array of pairs, and a group for each node."""

    def __init__(self, path, groups):
        numbers = np.array(open(path).read().split(), dtype=np.int64)
        self.n, self.m = int(numbers[0]), int(numbers[1])
        self.lines = numbers[2:2 + 2 * self.m].reshape(self.m, 2)
        self.groups = np.array(json.load(open(groups))) if groups else np.zeros(self.n, dtype=int)


def arguments(description, programs):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("program", choices=programs)
    parser.add_argument("graph")
    parser.add_argument("--groups")
    parser.add_argument("--box", default="100x30")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--budget", type=float, default=5.0)
    parser.add_argument("--out")
    return parser.parse_args()


def repeat(args, call, done, apart=False):
    """Runs and times `call`, then gives what it answered to `done`. Each run is the same: with `apart` it has a process
    of its own, for programs that keep random numbers or layouts from the run before."""
    begun = time.perf_counter()
    for run in range(args.repeats):
        if run > 0 and time.perf_counter() - begun > args.budget:
            break
        if not apart:
            answer = timed(call)
        elif (child := os.fork()) == 0:
            done(timed(call))
            os._exit(0)
        elif os.waitpid(child, 0)[1] != 0:
            raise SystemExit("The run failed; see above.")
    if not apart:
        done(answer)


def timed(call):
    wall, cpu = time.perf_counter(), time.process_time()
    answer = call()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"ms {wall * 1e3:.3f} {cpu * 1e3:.3f}", flush=True)
    return answer


def write(path, positions):
    if path:
        np.asarray(positions, dtype="<f4").reshape(-1, 2).tofile(path)
