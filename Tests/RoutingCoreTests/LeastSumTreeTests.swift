// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@testable import RoutingCore

@Suite("Least sums whatever the times")
struct LeastSumTreeTests {
  /// Bellman and Ford's method: every arc, as often as there are nodes.
  private func plainSums(
    _ graph: RoutingGraph, _ direction: LeastSumTree.Direction, _ root: ID<Node>, _ weights: [Int64]
  ) -> [Int64] {
    var sums = [Int64](repeating: LeastSumTree.unreached, count: graph.nodeCount)
    sums[root.index] = 0
    for _ in 0..<graph.nodeCount {
      for number in 0..<graph.arcCount where weights[number] != LeastSumTree.unreached {
        let arc = ID<Arc>(number)
        let (tail, head) = (graph.tail(of: arc).index, graph.head(of: arc).index)
        let (near, far) = direction == .from ? (tail, head) : (head, tail)
        guard sums[near] != LeastSumTree.unreached else { continue }
        sums[far] = min(sums[far], sums[near] + weights[number])
      }
    }
    return sums
  }

  @Test("A tree has the sums of the plain method, and arcs that make them", arguments: 0..<100)
  func plain(_ seed: UInt64) {
    var drawn = RandomGraph(seed: seed)
    let graph = drawn.graph
    let weights = (0..<graph.arcCount).map { _ in
      drawn.random.draw(0...9) == 0 ? LeastSumTree.unreached : Int64(drawn.random.draw(0...50))
    }
    for direction in [LeastSumTree.Direction.from, .to] {
      for root in drawn.nodes {
        let tree = LeastSumTree(on: graph, direction, root, weights: weights)
        let sums = plainSums(graph, direction, root, weights)
        for node in drawn.nodes {
          #expect(tree.sum(at: node) == sums[node.index], "seed \(seed)")
          let arcs = tree.arcs(at: node)
          guard sums[node.index] != LeastSumTree.unreached, node != root else {
            #expect(arcs.isEmpty, "seed \(seed)")
            continue
          }
          #expect(arcs.reduce(0) { $0 + weights[$1.index] } == sums[node.index], "seed \(seed)")
          let (first, last) = direction == .from ? (root, node) : (node, root)
          #expect(arcs.first.map { graph.tail(of: $0) } == first, "seed \(seed)")
          #expect(arcs.last.map { graph.head(of: $0) } == last, "seed \(seed)")
          for (one, next) in zip(arcs, arcs.dropFirst()) {
            #expect(graph.head(of: one) == graph.tail(of: next), "seed \(seed)")
          }
        }
      }
    }
  }
}
