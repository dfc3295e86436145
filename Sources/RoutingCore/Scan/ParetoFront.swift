// SPDX-License-Identifier: GPL-3.0-or-later

/// Node → cost pairs of which none dominates another, eight to a cache line.
///
/// Slots are unsorted, empty ones hold `CostPair.greatest`. A node's first line is its own number, so
/// that most questions touch one line; further lines are chained.
struct ParetoFronts {
  typealias Line = SIMD8<UInt64>

  private(set) var lines: Cells<Line>
  /// Line × 8 + slot → label.
  private(set) var owners: Cells<Int32>
  /// Line → the node's next line, or -1.
  private(set) var next: Cells<Int32>
  private var lineCount: Int
  let nodeCount: Int

  @inline(__always)
  private static var empty: Line { Line(repeating: CostPair.greatest.bits) }
  @inline(__always)
  private static var guards: Line { Line(repeating: CostPair.guards) }

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    lineCount = nodeCount
    let capacity = nodeCount + 64
    lines = Cells(repeating: Self.empty, count: capacity)
    owners = Cells(repeating: -1, count: capacity * 8)
    next = Cells(repeating: -1, count: capacity)
  }

  func deallocate() {
    lines.deallocate()
    owners.deallocate()
    next.deallocate()
  }

  mutating func clear() {
    lines.fill(Self.empty, upTo: lineCount)
    next.fill(-1, upTo: lineCount)
    lineCount = nodeCount
  }

  /// Whether some pair of the node is at most `pair` in both.
  @inline(__always)
  func dominates(_ node: Int, _ pair: CostPair) -> Bool {
    let asked = Line(repeating: pair.bits | CostPair.guards)
    var line = Int32(truncatingIfNeeded: node)
    repeat {
      if CostPair.keepsGuards(asked &- lines[line]) { return true }
      line = next[line]
    } while line >= 0
    return false
  }

  /// Adds a pair that nothing dominates; hands the labels whose pairs it dominates to `remove`.
  @inline(__always)
  mutating func insert(
    _ node: Int, _ pair: CostPair, of label: Int32, _ remove: (Int32) -> Void
  ) {
    let pairs = Line(repeating: pair.bits)
    var line = Int32(truncatingIfNeeded: node)
    var free = -1
    var last = line
    repeat {
      let row = lines[line]
      let beaten = (((row | Self.guards) &- pairs) & Self.guards) .== Self.guards
      if any(beaten) {
        // Empty slots are beaten too.
        lines[line] = row.replacing(with: Self.empty, where: beaten)
        for slot in 0..<8 where beaten[slot] {
          let place = Int(line) * 8 + slot
          if row[slot] != CostPair.greatest.bits { remove(owners[place]) }
          if free < 0 { free = place }
        }
      }
      last = line
      line = next[line]
    } while line >= 0
    if free < 0 {
      free = addLine(after: last) * 8
    }
    var row = lines[free >> 3]
    row[free & 7] = pair.bits
    lines[free >> 3] = row
    owners[free] = label
  }

  private mutating func addLine(after last: Int32) -> Int {
    if lineCount == lines.count {
      lines = lines.grown(to: 2 * lineCount, with: Self.empty)
      owners = owners.grown(to: 16 * lineCount, with: -1)
      next = next.grown(to: 2 * lineCount, with: -1)
    }
    lines[lineCount] = Self.empty
    next[lineCount] = -1
    next[last] = Int32(lineCount)
    lineCount += 1
    return lineCount - 1
  }
}

extension CostPair {
  /// Whether some lane has both guard bits set: the lower bit is moved under the upper one, so that one OR over
  /// the lanes answers for all; 64-bit comparisons are many instructions on baseline x86-64.
  @inline(__always)
  static func keepsGuards(_ differences: SIMD8<UInt64>) -> Bool {
    let both = differences & (differences &<< SIMD8(repeating: 32))
    let four = both.lowHalf | both.highHalf
    let two = four.lowHalf | four.highHalf
    return Int64(bitPattern: two[0] | two[1]) < 0
  }
}

/// Node → pairs of labels that may board now, in the order of the labels.
struct BoardingLists {
  struct Entry: BitwiseCopyable {
    var cost: CostPair
    var label: Int32
  }
  struct List: BitwiseCopyable {
    var first: Int32
    var count: Int32
    var capacity: Int32
  }

  private(set) var entries: Cells<Entry>
  let lists: Cells<List>
  private var used: Int

  private static let initial: Int32 = 8
  private static var none: Entry { Entry(cost: .greatest, label: -1) }

  init(nodeCount: Int) {
    lists = Cells(repeating: List(first: 0, count: 0, capacity: 0), count: nodeCount)
    entries = Cells(repeating: Self.none, count: nodeCount * Int(Self.initial) + 64)
    used = 0
  }

  func deallocate() {
    entries.deallocate()
    lists.deallocate()
  }

  mutating func clear() {
    used = 0
    lists.fill(List(first: 0, count: 0, capacity: 0))
  }

  /// Adds a label's pair and drops those that it dominates.
  mutating func append(_ entry: Entry, at node: Int) {
    var list = lists[node]
    let first = Int(list.first)
    var kept = 0
    for place in 0..<Int(list.count) {
      let other = entries[first + place]
      if entry.cost.dominates(other.cost) { continue }
      if kept != place { entries[first + kept] = other }
      kept += 1
    }
    list.count = Int32(kept)
    if list.count == list.capacity { list = moved(list) }
    entries[Int(list.first + list.count)] = entry
    list.count += 1
    lists[node] = list
  }

  private mutating func moved(_ list: List) -> List {
    let capacity = max(Self.initial, 2 * list.capacity)
    if used + Int(capacity) > entries.count {
      entries = entries.grown(to: 2 * (used + Int(capacity)), with: Self.none)
    }
    for place in 0..<Int(list.count) {
      entries[used + place] = entries[Int(list.first) + place]
    }
    defer { used += Int(capacity) }
    return List(first: Int32(used), count: list.count, capacity: capacity)
  }
}
