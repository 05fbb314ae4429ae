"""Makes the figures that the tests of the crate `layout` hold its measures against, with networkx.

    pip install networkx==3.6.1 numpy scipy
    python tests/bench/measures/figures.py

Writes `NAME.json` beside itself for each graph, and the graphs that it generates into `../graphs/NAME.txt`
(first line: nodes and lines; then one line `from to` each).

Every graph is read twice: `directed` takes each line from its first node to its second, `undirected` drops the
direction. Figures are networkx's defaults except where a call below says otherwise.
"""

import json
import math
from pathlib import Path

import networkx as nx

HERE = Path(__file__).parent
GRAPHS = HERE.parent / "graphs"
STEPS = 2
LOUVAIN_SEEDS = range(10)


def generated():
    """Name, node count, lines."""
    karate = nx.karate_club_graph()
    yield "karate", karate.order(), sorted(karate.edges())
    # Falls apart into pieces and lone nodes.
    sparse = nx.gnp_random_graph(120, 0.015, seed=1)
    yield "sparse120", sparse.order(), sorted(sparse.edges())
    # Directed, some lines answered, not everything reachable.
    directed = nx.gnp_random_graph(150, 0.02, seed=2, directed=True)
    yield "directed150", directed.order(), sorted(directed.edges())
    # Planted groups.
    planted = nx.planted_partition_graph(6, 40, 0.15, 0.008, seed=3)
    yield "planted240", planted.order(), sorted(planted.edges())


def write_graphs():
    for name, nodes, lines in generated():
        rows = [f"{nodes} {len(lines)}"] + [f"{a} {b}" for a, b in lines]
        (GRAPHS / f"{name}.txt").write_text("\n".join(rows) + "\n")


def read_graph(path):
    head, *rows = path.read_text().split("\n")
    graph = nx.DiGraph()
    graph.add_nodes_from(range(int(head.split()[0])))
    graph.add_edges_from(tuple(map(int, row.split())) for row in rows if row)
    return graph


def in_order(figures):
    return [figures[node] for node in sorted(figures)]


def eigenvector(graph):
    try:
        return in_order(nx.eigenvector_centrality(graph, max_iter=10_000, tol=1e-10))
    except nx.PowerIterationFailedConvergence:
        return None


def reach(graph):
    others = graph.order() - 1
    return [
        (len(nx.single_source_shortest_path_length(graph, node, cutoff=STEPS)) - 1) / others for node in sorted(graph)
    ]


def distances_from_first(graph):
    found = nx.single_source_shortest_path_length(graph, 0)
    return [found.get(node) for node in sorted(graph)]


def shared(graph):
    """Figures that both readings have."""
    return {
        "betweenness": in_order(nx.betweenness_centrality(graph, normalized=False)),
        "closeness": in_order(nx.closeness_centrality(graph)),
        "eigenvector": eigenvector(graph),
        "reach": reach(graph),
        "density": nx.density(graph),
        "distances_from_first": distances_from_first(graph),
    }


def figures(graph):
    plain = graph.to_undirected()
    communities = [nx.community.louvain_communities(plain, seed=seed) for seed in LOUVAIN_SEEDS]
    return {
        "made_with": f"networkx {nx.__version__}, tests/bench/measures/figures.py",
        "degree_in": in_order(dict(graph.in_degree())),
        "degree_out": in_order(dict(graph.out_degree())),
        "degree_all": in_order(dict(plain.degree())),
        "reciprocity": nx.overall_reciprocity(graph),
        "cores": in_order(nx.core_number(plain)),
        "articulation_points": sorted(nx.articulation_points(plain)),
        "bridges": sorted(sorted(line) for line in nx.bridges(plain)),
        "louvain_modularity": max(nx.community.modularity(plain, parts) for parts in communities),
        "first_louvain_communities": sorted(sorted(part) for part in communities[0]),
        "first_louvain_modularity": nx.community.modularity(plain, communities[0]),
        "directed": shared(graph),
        "undirected": shared(plain),
    }


def main():
    write_graphs()
    for name in ["karate", "lesmis", "sparse120", "directed150", "planted240"]:
        found = figures(read_graph(GRAPHS / f"{name}.txt"))
        assert all(math.isfinite(figure) for figure in found["undirected"]["betweenness"])
        (HERE / f"{name}.json").write_text(json.dumps(found, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
