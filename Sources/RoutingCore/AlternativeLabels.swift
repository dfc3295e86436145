// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels of partial journeys, kept as a tree towards the source, and a binary heap over them by arrival.
///
/// The order is (time, cost, CO2e, arcs, sequence of arc numbers).
struct AlternativeLabels {
  /// What a journey has cost so far, and how often it has passed an arc that is counted.
  struct Charges: BitwiseCopyable {
    var cost: Int64 = 0
    var co2e: Int64 = 0
    /// The price of its CO2e; zero unless an objective weighs it.
    var carbon: Int64 = 0
    /// Zero unless counted arcs are limited.
    var counted: Int32 = 0

    @inline(__always)
    func isNoWorse(than other: Self) -> Bool {
      cost <= other.cost && co2e <= other.co2e && carbon <= other.carbon
        && counted <= other.counted
    }
  }

  struct Label: BitwiseCopyable {
    var charges: Charges
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

  mutating func insert(_ label: Label) {
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

  mutating func popFirst() -> Int32? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
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
    return first
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (labels[Int(a)], labels[Int(b)])
    if x.time != y.time { return x.time < y.time }
    if x.charges.cost != y.charges.cost { return x.charges.cost < y.charges.cost }
    if x.charges.co2e != y.charges.co2e { return x.charges.co2e < y.charges.co2e }
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
