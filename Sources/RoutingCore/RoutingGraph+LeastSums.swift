// SPDX-License-Identifier: GPL-3.0-or-later
import HeapModule
import Quantities

extension RoutingGraph {
  /// The least sum of `charges` (by slot) over the arcs from each node to the target, whatever the times.
  ///
  /// Dijkstra backwards; `Int64.max` where there is no way.
  func leastSums(of charges: [Int64], to target: ID<Node>) -> [Int64] {
    struct Entry: Comparable {
      var sum: Int64
      var node: Int32

      static func < (a: Self, b: Self) -> Bool { a.sum < b.sum }
    }
    var sums = [Int64](repeating: Int64.max, count: nodeCount)
    var queue = Heap<Entry>()
    sums[target.index] = 0
    queue.insert(Entry(sum: 0, node: Int32(target.index)))
    while let (sum, node) = queue.popMin().map({ ($0.sum, Int($0.node)) }) {
      guard sum == sums[node] else { continue }
      for row in Int(firstIn[node])..<Int(firstIn[node + 1]) {
        let arc = incoming[row]
        let longer = ArcCharge.sum(sum, charges[Int(arc.slot)])
        guard longer < sums[Int(arc.tail)] else { continue }
        sums[Int(arc.tail)] = longer
        queue.insert(Entry(sum: longer, node: arc.tail))
      }
    }
    return sums
  }
}
