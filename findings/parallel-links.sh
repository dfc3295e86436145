#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: of two parallel links of 7 and 5 hours a shortest way takes 5; a connector of 0 hours exists; capacities above 2^31 are refused
#        or right.
# Seen:  scipy adds parallel entries: 12 hours (so do the adjacency matrices of networkx and rustworkx, whose own searches say 5);
#        as a dense matrix the connector of 0 is no link: infinity. A rustworkx graph without multigraph keeps the link named last
#        (7 after 5). scipy's maximum flow over a capacity of 2^33 is 0, without an error. igraph says 5 and, asked for
#        three ways, gives the same places twice.
# Why:   road networks have parallel links (TNTP nets too), transfers of 0, and kilograms a year pass 2^31 at 2.1 Mt.
# Versions: scipy 1.17.1, networkx 3.6.1, rustworkx 0.18.1, igraph 1.0.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'scipy==1.17.1' \
  'numpy==2.4.6' \
  'networkx==3.6.1' \
  'rustworkx==0.18.1' \
  'igraph==1.0.0' || exit 2
cd "$work"
"$work/venv/bin/python" - <<'PY'
import sys

changed = []


def seen(what, value, expected):
    print(f"{what}: {value!r}")
    if value != expected:
        changed.append(what)
        print(f"  CHANGED, was {expected!r}")


def refusal(call):
    """The name of the error that the call raises, or what it answers."""
    try:
        return call()
    except Exception as error:
        return type(error).__name__


import igraph
import networkx
import numpy
import rustworkx
from scipy.sparse import coo_matrix, csgraph, csr_matrix

LINKS = [(0, 1, 7), (0, 1, 5), (1, 2, 0), (2, 3, 3)]
start, end, hours = (numpy.array(c) for c in zip(*LINKS))
matrix = coo_matrix((hours, (start, end)), shape=(4, 4))
seen("scipy, sparse", csgraph.dijkstra(matrix.tocsr(), indices=0).tolist(), [0.0, 12.0, 12.0, 15.0])
seen("scipy, dense", csgraph.dijkstra(matrix.toarray(), indices=0).tolist(), [0.0, 12.0, numpy.inf, numpy.inf])
graph = networkx.MultiDiGraph()
graph.add_weighted_edges_from(LINKS)
seen("networkx, matrix", float(networkx.to_numpy_array(graph)[0, 1]), 12.0)
seen("networkx, search", networkx.shortest_path_length(graph, 0, 1, weight="weight"), 5)
multi, single = rustworkx.PyDiGraph(), rustworkx.PyDiGraph(multigraph=False)
for each in (multi, single):
    each.add_nodes_from(range(4))
    each.add_edges_from([(0, 1, 5), (0, 1, 7)])
seen("rustworkx, matrix", float(rustworkx.digraph_adjacency_matrix(multi, float)[0, 1]), 12.0)
seen("rustworkx, search", rustworkx.dijkstra_shortest_path_lengths(multi, 0, float)[1], 5.0)
seen("rustworkx, no multigraph", list(single.edges()), [7])
graph = igraph.Graph(n=4, edges=list(zip(start.tolist(), end.tolist())), directed=True)
seen("igraph, search", graph.distances(0, 3, weights=hours.tolist()), [[8.0]])
seen("igraph, three ways", graph.get_k_shortest_paths(0, to=3, k=3, weights=hours.tolist()), [[0, 1, 2, 3]] * 2)
for capacity, flow in ((2**30, 2**30), (2**33, 0)):
    seen(f"scipy, flow over {capacity}",
         int(csgraph.maximum_flow(csr_matrix(numpy.array([[0, capacity], [0, 0]])), 0, 1).flow_value), flow)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
