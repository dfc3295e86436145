// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels of partial journeys, kept as a tree towards the source, and a binary heap over them by key.
struct LabelQueue {
  struct Label: BitwiseCopyable {
    var cost: Int64
    var co2e: Int64
    var time: Int32
    var node: Int32
    /// The label this one extends, by which arc; negative at the source.
    var parent: Int32
    var arc: Int32
    var arcCount: Int32
  }

  private var labels: [Label] = []
  private var heap: [Int32] = []

  subscript(index: Int32) -> Label { labels[Int(index)] }

  mutating func removeAll() {
    labels.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
  }

  mutating func insertFirst(node: Int32, time: Int32) {
    insert(
      Label(cost: 0, co2e: 0, time: time, node: node, parent: -1, arc: -1, arcCount: 0))
  }

  mutating func insert(
    after parent: Int32, node: Int32, time: Int32, arc: Int32, cost: Int32, co2e: Int32
  ) {
    let before = labels[Int(parent)]
    insert(
      Label(
        cost: before.cost + Int64(cost), co2e: before.co2e + Int64(co2e), time: time, node: node,
        parent: parent, arc: arc, arcCount: before.arcCount + 1))
  }

  mutating func popLeast() -> Int32? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return least }
    var position = 0
    while true {
      var child = 2 * position + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], last) else { break }
      heap[position] = heap[child]
      position = child
    }
    heap[position] = last
    return least
  }

  /// The arc numbers from the source to a label.
  func arcs(of index: Int32) -> [Int32] {
    var arcs: [Int32] = []
    var label = labels[Int(index)]
    while label.parent >= 0 {
      arcs.append(label.arc)
      label = labels[Int(label.parent)]
    }
    return arcs.reversed()
  }

  private mutating func insert(_ label: Label) {
    let index = Int32(labels.count)
    labels.append(label)
    heap.append(index)
    var position = heap.count - 1
    while position > 0 {
      let parent = (position - 1) >> 1
      guard precedes(index, heap[parent]) else { break }
      heap[position] = heap[parent]
      position = parent
    }
    heap[position] = index
  }

  /// Order of keys: cost, CO2e, arcs, sequence.
  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (labels[Int(a)], labels[Int(b)])
    if x.cost != y.cost { return x.cost < y.cost }
    if x.co2e != y.co2e { return x.co2e < y.co2e }
    if x.arcCount != y.arcCount { return x.arcCount < y.arcCount }
    return sequencePrecedes(x, y)
  }

  /// Compares two sequences of the same length from their ends back to where they part.
  private func sequencePrecedes(_ a: Label, _ b: Label) -> Bool {
    var (x, y) = (a, b)
    var answer = false
    while x.parent >= 0 {
      if x.arc != y.arc { answer = x.arc < y.arc }
      if x.parent == y.parent { break }
      x = labels[Int(x.parent)]
      y = labels[Int(y.parent)]
    }
    return answer
  }
}
