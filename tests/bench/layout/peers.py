"""Runs one peer from PyPI on a graph: the layout call alone is timed. See bench.py for what is printed."""
import numpy as np

from bench import Graph, arguments, repeat, write

SEED = 1


def s_gd2_full(graph):
    import s_gd2
    first, second = np.ascontiguousarray(graph.lines.T.astype(np.int32))
    return lambda: s_gd2.layout(first, second, random_seed=SEED)


def s_gd2_sparse(graph):
    import s_gd2
    first, second = np.ascontiguousarray(graph.lines.T.astype(np.int32))
    return lambda: s_gd2.layout_sparse(first, second, 200, random_seed=SEED)


def forceatlas2(iterations):
    def prepare(graph):
        from fa2 import ForceAtlas2
        from scipy.sparse import csr_matrix
        both = np.vstack([graph.lines, graph.lines[:, ::-1]])
        matrix = csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(graph.n, graph.n))
        # Sums stay as they are for lines that are named twice; the peer wants its own type.
        matrix = matrix.tolil()
        program = ForceAtlas2(verbose=False, seed=SEED)
        return lambda: program.forceatlas2(matrix, pos=None, iterations=iterations)
    return prepare


def igraph_grid(graph):
    import igraph
    import random
    network = igraph.Graph(graph.n, graph.lines.tolist())

    def call():
        random.seed(SEED)
        return network.layout_fruchterman_reingold(grid=True).coords
    return call


def fmme(graph):
    from tulip import tlp
    name = "Fast Multipole Multilevel Embedder (OGDF)"
    network = tlp.newGraph()
    nodes = network.addNodes(graph.n)
    network.addEdges([(nodes[a], nodes[b]) for a, b in graph.lines])
    settings = tlp.getDefaultPluginParameters(name, network)
    settings["number of threads"] = 1
    layout = network.getLayoutProperty("viewLayout")

    def call():
        tlp.setSeedOfRandomSequence(SEED)
        done, message = network.applyLayoutAlgorithm(name, layout, settings), ""
        if done is not True and not (isinstance(done, tuple) and done[0]):
            raise SystemExit(f"{name}: {done} {message}")
        return layout, nodes
    return call


def coordinates(answer):
    if isinstance(answer, tuple):
        layout, nodes = answer
        return [(layout[node].x(), layout[node].y()) for node in nodes]
    return answer


def betweenness(graph):
    import igraph
    network = igraph.Graph(graph.n, graph.lines.tolist())
    return lambda: network.betweenness(directed=False)


PROGRAMS = {
    "s_gd2": s_gd2_full,
    "s_gd2-sparse": s_gd2_sparse,
    "fa2-500": forceatlas2(500),
    "fa2-100": forceatlas2(100),
    "igraph-grid": igraph_grid,
    "fmme": fmme,
    "igraph-betweenness": betweenness,
}


def main():
    args = arguments(__doc__, sorted(PROGRAMS))
    call = PROGRAMS[args.program](Graph(args.graph, args.groups))
    is_layout = args.program != "igraph-betweenness"
    repeat(args, call, lambda answer: write(args.out, coordinates(answer)) if is_layout else None)


if __name__ == "__main__":
    main()
