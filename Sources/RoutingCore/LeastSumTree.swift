// SPDX-License-Identifier: GPL-3.0-or-later
import HeapModule
public import Quantities

/// Least sums of weights from one node, or to one node, whatever the times, with the arcs that make them.
///
/// Dijkstra's method on numbers that do not depend on when a move begins: what ways there are on any calendar. Not
/// supported: weights below 0, times.
///
/// - Note: E. W. Dijkstra, *Numerische Mathematik* 1 (1959), doi:10.1007/BF01386390.
public struct LeastSumTree: Sendable {
  public enum Direction: Sendable { case from, to }

  /// Stands for an arc that may not be taken, and a node that is not reached.
  public static let unreached = Int64.max

  public let root: ID<Node>
  public let direction: Direction
  /// Node → its least sum.
  private let sums: [Int64]
  /// Node → the arc by which its sum comes; -1 at the root and where there is none.
  private let arcs: [Int32]
  private let graph: RoutingGraph

  /// Grows the tree.
  ///
  /// - Parameters:
  ///   - graph: Whose arcs are taken.
  ///   - direction: Whether all ways begin at the root, or end there.
  ///   - root: The node they have in common.
  ///   - weights: By arc number, at least 0; `unreached` for an arc that may not be taken.
  /// - Complexity: O((*n* + *m*) log *n*).
  public init(
    on graph: RoutingGraph, _ direction: Direction, _ root: ID<Node>, weights: [Int64]
  ) {
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    struct Entry: Comparable {
      var sum: Int64
      var node: Int32

      static func < (a: Self, b: Self) -> Bool { (a.sum, a.node) < (b.sum, b.node) }
    }
    var sums = [Int64](repeating: Self.unreached, count: graph.nodeCount)
    var arcs = [Int32](repeating: -1, count: graph.nodeCount)
    var queue = Heap<Entry>()
    sums[root.index] = 0
    queue.insert(Entry(sum: 0, node: Int32(root.index)))
    func relax(_ arc: Int32, to next: Int32, from sum: Int64) {
      let weight = weights[Int(arc)]
      guard weight != Self.unreached, sum + weight < sums[Int(next)] else { return }
      sums[Int(next)] = sum + weight
      arcs[Int(next)] = arc
      queue.insert(Entry(sum: sum + weight, node: next))
    }
    while let entry = queue.popMin() {
      let node = Int(entry.node)
      guard entry.sum == sums[node] else { continue }
      switch direction {
      case .from:
        for slot in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
          relax(graph.records[slot].arc, to: graph.records[slot].head, from: entry.sum)
        }
      case .to:
        for row in Int(graph.firstIn[node])..<Int(graph.firstIn[node + 1]) {
          let slot = Int(graph.incoming[row].slot)
          relax(graph.records[slot].arc, to: graph.incoming[row].tail, from: entry.sum)
        }
      }
    }
    self.graph = graph
    self.root = root
    self.direction = direction
    self.sums = sums
    self.arcs = arcs
  }

  /// Least sum between the root and a node; `unreached` where there is no way.
  public func sum(at node: ID<Node>) -> Int64 { sums[node.index] }

  /// The arcs between the root and a node, in the order in which they are taken; empty at the root and where there is no way.
  public func arcs(at node: ID<Node>) -> [ID<Arc>] {
    var list: [ID<Arc>] = []
    var node = node
    while arcs[node.index] >= 0 {
      let arc = ID<Arc>(Int(arcs[node.index]))
      list.append(arc)
      node = direction == .from ? graph.tail(of: arc) : graph.head(of: arc)
    }
    return direction == .from ? list.reversed() : list
  }
}

extension RoutingGraph {
  /// No passage of the arc takes less: seconds.
  public func leastSpan(of arc: ID<Arc>) -> Int32 { record(of: arc).leastSpan }
}
