"""Runs Graphviz on a graph through its own library, so that the layout call alone is timed.

The programs `sfdp` and `dot` are this library behind an argument parser; their processes also read and write DOT, which
for small graphs takes as long as the layout. Lines are not routed (`splines=""`), as only nodes are scored.
"""
import ctypes
import re
from ctypes import byref, c_char_p, c_int, c_uint, c_void_p

from bench import Graph, arguments, repeat, write

POINTS_PER_INCH = 72
PROGRAMS = {
    "sfdp": ("sfdp", "overlap=true"),
    "sfdp-prism": ("sfdp", "overlap=prism"),
    "dot": ("dot", "rankdir=TB"),
}


def library(name, version):
    return ctypes.CDLL(f"lib{name}.so.{version}")


gvc = library("gvc", 6)
cgraph = library("cgraph", 6)
cgraph.agmemread.restype, cgraph.agmemread.argtypes = c_void_p, [c_char_p]
gvc.gvContext.restype = c_void_p
gvc.gvLayout.restype, gvc.gvLayout.argtypes = c_int, [c_void_p, c_void_p, c_char_p]
gvc.gvRenderData.argtypes = [c_void_p, c_void_p, c_char_p, c_void_p, c_void_p]


def dot_text(graph, attributes, box, tiers):
    width, height = (float(side) / POINTS_PER_INCH for side in box.split("x"))
    kind, arrow = ("digraph", "->") if tiers else ("graph", "--")
    text = [f'{kind} {{ graph [splines="", {attributes}]',
            f'node [shape=box, label="", fixedsize=true, width={width:.6f}, height={height:.6f}]']
    if tiers:
        for tier in sorted(set(graph.groups.tolist())):
            nodes = " ".join(str(node) for node in range(graph.n) if graph.groups[node] == tier)
            text.append(f"{{ rank=same {nodes} }}")
    text += [f"{node}" for node in range(graph.n)]
    text += [f"{a} {arrow} {b}" for a, b in graph.lines]
    return "\n".join(text + ["}"]).encode()


def read_plain(text, n):
    """Positions from Graphviz's line format, which is in inches."""
    positions = [(0.0, 0.0)] * n
    for name, x, y in re.findall(r"^node (\d+) (\S+) (\S+)", text, re.MULTILINE):
        positions[int(name)] = (float(x) * POINTS_PER_INCH, float(y) * POINTS_PER_INCH)
    return positions


def main():
    args = arguments(__doc__, sorted(PROGRAMS))
    engine, attributes = PROGRAMS[args.program]
    graph = Graph(args.graph, args.groups)
    source = dot_text(graph, attributes, args.box, tiers=engine == "dot")
    context = gvc.gvContext()
    network = cgraph.agmemread(source)
    if not network:
        raise SystemExit(f"{args.graph}: Graphviz could not read the graph that was made of it")

    def layout():
        if gvc.gvLayout(context, network, engine.encode()) != 0:
            raise SystemExit(f"{engine}: the layout failed")

    def save(_):
        data, length = c_void_p(), c_uint()
        gvc.gvRenderData(context, network, b"plain", byref(data), byref(length))
        write(args.out, read_plain(ctypes.string_at(data, length.value).decode(), graph.n))

    repeat(args, layout, save, apart=True)


if __name__ == "__main__":
    main()
