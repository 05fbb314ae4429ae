"""Makes a graph of a kind, from a seed: GRAPH.txt ("n m", then "a b" a line) and GRAPH.groups.json (a group each).

Kinds, with the committed graph that each was fitted to (see SOURCES.md for how well):
  communities  scale-free with communities, three lines a node (two below 1,000): g300, g5k
  hub          a hub and partners of seven kinds in a ring of kinds: eco500
  tree         every tree equally likely, cut into connected groups: tree2k
  tiers        five tiers, lines from lower to higher, some skipping a tier; the tiers are the groups

usage: generate.py KIND --nodes N --seed S --out GRAPH.txt
"""
import argparse
import heapq
import json

import numpy as np

TIERS = 5


def communities(n, rng):
    """Chosen so that degrees, cores, path lengths and the share of lines inside groups are g5k's: first a tree that
    holds each community together, then lines whose ends are drawn by weight, most within one community."""
    lines_wanted = n * (3 if n >= 1000 else 2)
    count = max(2, round(0.56 * n ** 0.5)) if n >= 1000 else 8
    share = rng.lognormal(0, 0.55, count)
    groups = rng.choice(count, n, p=share / share.sum())
    weights = (np.arange(1, n + 1) + n / 600) ** -0.75
    rng.shuffle(weights)
    order = np.argsort(groups, kind="stable")
    ends = np.searchsorted(groups[order], np.arange(count + 1))
    sums = np.r_[0.0, np.cumsum(weights[order])]

    def draw(low, high):
        """Nodes by weight from the slots low to high of `order`."""
        target = sums[low] + rng.random(len(low)) * (sums[high] - sums[low])
        return order[np.clip(np.searchsorted(sums, target, side="right") - 1, low, high - 1)]

    firsts = ends[groups[order]]
    slots = np.flatnonzero(np.arange(n) > firsts)
    lines = {pair(a, b) for a, b in zip(order[slots], draw(firsts[slots], slots))}
    leaders = [order[ends[group]] for group in range(count) if ends[group] < ends[group + 1]]
    lines |= {pair(leaders[at], leaders[rng.integers(at)]) for at in range(1, len(leaders))}
    while len(lines) < lines_wanted:
        batch = lines_wanted - len(lines)
        first = draw(np.zeros(batch, dtype=int), np.full(batch, n))
        inside = rng.random(batch) >= 0.15
        low = np.where(inside, ends[groups[first]], 0)
        high = np.where(inside, ends[groups[first] + 1], n)
        lines |= {pair(a, b) for a, b in zip(first, draw(low, high)) if a != b}
    # Numbered at random: the first nodes of the trees have the most lines.
    number = rng.permutation(n)
    return {pair(number[a], number[b]) for a, b in lines}, groups[np.argsort(number)]


def hub(n, rng):
    """Node 0 is the hub. Of the others about 62 % have a line to it, each one to the next kind, half one to their own;
    who is left without a line at all does not occur, as every partner has the one to the next kind."""
    kinds = 7
    groups = 1 + rng.choice(kinds, n, p=np.array([0.32, 0.21, 0.13, 0.10, 0.10, 0.09, 0.05]))
    groups[0] = 0
    groups[1:kinds + 1] = np.arange(1, kinds + 1)
    members = [np.flatnonzero(groups == group) for group in range(kinds + 1)]
    lines = set()
    for node in range(1, n):
        if rng.random() < 0.62:
            lines.add(pair(0, node))
        lines.add(pair(node, rng.choice(members[groups[node] % kinds + 1])))
        other = rng.choice(members[groups[node]])
        if rng.random() < 0.5 and other != node:
            lines.add(pair(node, other))
    return lines, groups


def tree(n, rng):
    """A tree from a random Prüfer sequence; from its leaves upward a group is closed once it has 20 nodes or more."""
    sequence = rng.integers(0, n, n - 2)
    degree = np.bincount(sequence, minlength=n) + 1
    leaves = [int(node) for node in np.flatnonzero(degree == 1)]
    heapq.heapify(leaves)
    lines, parent, peeled = set(), np.full(n, -1), []
    for node in sequence:
        leaf = heapq.heappop(leaves)
        lines.add(pair(leaf, node))
        parent[leaf] = node
        peeled.append(leaf)
        degree[node] -= 1
        if degree[node] == 1:
            heapq.heappush(leaves, int(node))
    last, root = heapq.heappop(leaves), heapq.heappop(leaves)
    lines.add(pair(last, root))
    parent[last] = root
    peeled += [last, root]
    size, closed = np.ones(n, dtype=int), np.zeros(n, dtype=bool)
    for node in peeled[:-1]:
        closed[node] = size[node] >= 30
        if not closed[node]:
            size[parent[node]] += size[node]
    closed[root] = True
    number = {node: at for at, node in enumerate(np.flatnonzero(closed))}
    groups = np.zeros(n, dtype=int)
    for node in reversed(peeled):
        groups[node] = number[node] if closed[node] else groups[parent[node]]
    return lines, groups


def tiers(n, rng):
    """Two lines a node. Each tier is a row, and lines mostly join near places, as a layered drawing of pure noise tells
    nothing. Every node has a line from the tier below and one to the tier above, so that the tiers are the only
    tight layering; about one line in twelve skips a tier."""
    groups = np.sort(rng.integers(0, TIERS, n))
    groups[:TIERS] = np.arange(TIERS)
    place = rng.random(n)
    members = [np.flatnonzero(groups == tier) for tier in range(TIERS)]

    def near(node, tier):
        far = np.abs(place[members[tier]] - place[node] + rng.normal(0, 0.12))
        return members[tier][np.argmin(far)]

    lines = set()
    for node in range(n):
        if groups[node] > 0:
            lines.add((int(near(node, groups[node] - 1)), node))
    for node in sorted(set(range(n)) - {low for low, _ in lines}):
        if groups[node] < TIERS - 1:
            lines.add((node, int(near(node, groups[node] + 1))))
    while len(lines) < 2 * n:
        node = int(rng.integers(n))
        tier = groups[node] + (2 if rng.random() < 0.3 else 1)
        if tier < TIERS:
            lines.add((node, int(near(node, tier))))
    # Numbered at random: the numbers must not give the tiers away.
    number = rng.permutation(n)
    return {(int(number[a]), int(number[b])) for a, b in lines}, groups[np.argsort(number)]


def pair(a, b):
    return (int(min(a, b)), int(max(a, b)))


def main():
    kinds = {"communities": communities, "hub": hub, "tree": tree, "tiers": tiers}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(kinds))
    parser.add_argument("--nodes", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    lines, groups = kinds[args.kind](args.nodes, np.random.default_rng(args.seed))
    with open(args.out, "w") as file:
        file.write(f"{args.nodes} {len(lines)}\n" + "".join(f"{a} {b}\n" for a, b in sorted(lines)))
    with open(args.out.removesuffix(".txt") + ".groups.json", "w") as file:
        json.dump(groups.tolist(), file)


if __name__ == "__main__":
    main()
