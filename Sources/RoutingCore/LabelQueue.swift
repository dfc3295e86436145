// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels of partial journeys, kept as a tree towards the source, and a binary heap over them by key.
///
/// The key is what the whole journey adds up to at least: what a label has gathered and the least that can follow.
struct LabelQueue {
  /// What arcs add up to, compared from the first part on.
  struct Sum: BitwiseCopyable {
    var cost: Int64 = 0
    var co2e: Int64 = 0
    var arcs: Int32 = 0

    static func < (a: Self, b: Self) -> Bool {
      if a.cost != b.cost { return a.cost < b.cost }
      return a.co2e != b.co2e ? a.co2e < b.co2e : a.arcs < b.arcs
    }
  }

  struct Label: BitwiseCopyable {
    var key: Sum
    var time: Int32
    var node: Int32
    /// The label this one extends, by which arc; negative at the source.
    var parent: Int32
    var arc: Int32
    /// Arcs from the source.
    var depth: Int32
  }

  /// A label in the heap, with the first part of its key: most comparisons end there.
  private struct Entry: BitwiseCopyable {
    var cost: Int64
    var index: Int32
  }

  private var labels: [Label] = []
  private var heap: [Entry] = []

  subscript(index: Int32) -> Label { labels[Int(index)] }

  mutating func removeAll() {
    labels.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
  }

  mutating func insertFirst(node: Int32, time: Int32, key: Sum) {
    insert(Label(key: key, time: time, node: node, parent: -1, arc: -1, depth: 0))
  }

  mutating func insert(after parent: Int32, node: Int32, time: Int32, arc: Int32, key: Sum) {
    insert(
      Label(
        key: key, time: time, node: node, parent: parent, arc: arc,
        depth: labels[Int(parent)].depth + 1))
  }

  mutating func popLeast() -> Int32? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return least.index }
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
    return least.index
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
    let entry = Entry(cost: label.key.cost, index: Int32(labels.count))
    labels.append(label)
    heap.append(entry)
    var position = heap.count - 1
    while position > 0 {
      let parent = (position - 1) >> 1
      guard precedes(entry, heap[parent]) else { break }
      heap[position] = heap[parent]
      position = parent
    }
    heap[position] = entry
  }

  /// Order of keys: cost, CO2e, arcs, sequence.
  private func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.cost != b.cost { return a.cost < b.cost }
    let (x, y) = (labels[Int(a.index)].key, labels[Int(b.index)].key)
    if x.co2e != y.co2e { return x.co2e < y.co2e }
    return x.arcs != y.arcs ? x.arcs < y.arcs : sequencePrecedes(a.index, b.index)
  }

  /// Compares two sequences from where the shorter ends back to where they part; one that the other goes on from is first.
  private func sequencePrecedes(_ a: Int32, _ b: Int32) -> Bool {
    var (x, y) = (a, b)
    var answer = labels[Int(x)].depth < labels[Int(y)].depth
    while labels[Int(x)].depth > labels[Int(y)].depth { x = labels[Int(x)].parent }
    while labels[Int(y)].depth > labels[Int(x)].depth { y = labels[Int(y)].parent }
    while x != y {
      let (left, right) = (labels[Int(x)], labels[Int(y)])
      if left.arc != right.arc { answer = left.arc < right.arc }
      (x, y) = (left.parent, right.parent)
    }
    return answer
  }
}
