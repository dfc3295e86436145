// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

/// A deterministic automaton over modes that accepts the sequences of main hauls of a combination.
///
/// Subset construction from the pattern's positions, then states from which nothing is accepted are
/// dropped and states that accept the same are merged (Moore), since every state costs the search a
/// copy of the network.
struct CombinationAutomaton: Sendable, Hashable {
  /// State × mode → state, or `dead` where no continuation is accepted; the start is 0.
  private var next: [Int16]
  /// State → a sequence that ends here is accepted.
  private(set) var accepts: [Bool]

  static let dead: Int16 = -1
  /// Subsets before merging, against patterns whose number of subsets is exponential.
  private static let subsetLimit = 1_024

  var count: Int { accepts.count }

  /// Nil where more than `limit` states would remain.
  init?(_ form: Combination.Form, limit: Int) {
    let positions = CombinationPositions(form)
    guard let start = positions.start, var table = Self.subsets(positions, from: start) else {
      return nil
    }
    table.dropHopeless()
    table.merge()
    guard table.accepts.count <= limit else { return nil }
    next = table.next
    accepts = table.accepts
  }

  /// The state after a main haul, nil where the combination is broken for good.
  func state(after state: Int, by mode: Mode) -> Int? {
    let after = next[state * Mode.allCases.count + mode.column]
    return after == Self.dead ? nil : Int(after)
  }

  private struct Table {
    var next: [Int16] = []
    var accepts: [Bool] = []

    /// Turns to `dead` what leads to no accepting state.
    mutating func dropHopeless() {
      let width = Mode.allCases.count
      var hopeful = accepts
      var changed = true
      while changed {
        changed = false
        for state in accepts.indices where !hopeful[state] {
          let leads = next[state * width..<(state + 1) * width].contains {
            $0 != dead && hopeful[Int($0)]
          }
          if leads { (hopeful[state], changed) = (true, true) }
        }
      }
      for cell in next.indices where next[cell] != dead && !hopeful[Int(next[cell])] {
        next[cell] = dead
      }
    }

    /// Merges states with the same future; blocks are numbered by their first state from the start.
    mutating func merge() {
      let width = Mode.allCases.count
      var blocks = accepts.map { $0 ? 1 : 0 }
      var blockCount = 0
      while true {
        var numbers: [[Int]: Int] = [:]
        let refined = accepts.indices.map { state in
          let key =
            [blocks[state]]
            + next[state * width..<(state + 1) * width].map { $0 == dead ? -1 : blocks[Int($0)] }
          let number = numbers[key] ?? numbers.count
          numbers[key] = number
          return number
        }
        blocks = refined
        guard numbers.count > blockCount else { break }
        blockCount = numbers.count
      }
      // Keep what the start reaches, the start first.
      var order: [Int] = [0]
      var numberOfBlock = [blocks[0]: Int16(0)]
      var merged = Table()
      var position = 0
      while position < order.count {
        let state = order[position]
        position += 1
        merged.accepts.append(accepts[state])
        for cell in next[state * width..<(state + 1) * width] {
          guard cell != dead else {
            merged.next.append(dead)
            continue
          }
          let block = blocks[Int(cell)]
          if numberOfBlock[block] == nil {
            numberOfBlock[block] = Int16(order.count)
            order.append(Int(cell))
          }
          merged.next.append(numberOfBlock[block] ?? dead)
        }
      }
      self = merged
    }
  }

  private static func subsets(
    _ positions: CombinationPositions, from start: UInt64
  ) -> Table? {
    var table = Table()
    var numbers: [UInt64: Int16] = [start: 0]
    var open = [start]
    var position = 0
    while position < open.count {
      let subset = open[position]
      position += 1
      table.accepts.append(positions.accepts(subset))
      for mode in Mode.allCases {
        guard let after = positions.after(subset, by: mode) else {
          table.next.append(dead)
          continue
        }
        if numbers[after] == nil {
          guard open.count < subsetLimit else { return nil }
          numbers[after] = Int16(open.count)
          open.append(after)
        }
        table.next.append(numbers[after] ?? dead)
      }
    }
    return table
  }
}

/// How much of a combination is done, as a set of bits: groups met, or positions in the pattern.
struct CombinationPositions: Sendable {
  let form: Combination.Form

  init(_ form: Combination.Form) { self.form = form }

  /// Nil where the pattern has more steps than bits.
  var start: UInt64? {
    switch form {
    case .contains: 0
    case .sequence(let steps): steps.count < 63 ? skipping(steps, from: 1) : nil
    }
  }

  func accepts(_ bits: UInt64) -> Bool {
    switch form {
    case .contains(let groups, _): bits == (1 << UInt64(groups.count)) - 1
    case .sequence(let steps): bits & (1 << UInt64(steps.count)) != 0
    }
  }

  func after(_ bits: UInt64, by mode: Mode) -> UInt64? {
    var after: UInt64 = 0
    switch form {
    case .contains(let groups, let never):
      guard !never.contains(mode) else { return nil }
      after = bits
      for (number, group) in groups.enumerated() where group.contains(mode) {
        after |= 1 << UInt64(number)
      }
      return after
    case .sequence(let steps):
      for (number, step) in steps.enumerated()
      where bits & (1 << UInt64(number)) != 0 && step.modes.contains(mode) {
        after |= 1 << UInt64(number + 1)
        if step.repeats { after |= 1 << UInt64(number) }
      }
      return after == 0 ? nil : skipping(steps, from: after)
    }
  }

  /// Adds what lies behind steps that may be left out.
  private func skipping(_ steps: [Combination.Step], from bits: UInt64) -> UInt64 {
    var bits = bits
    for (number, step) in steps.enumerated()
    where step.isOptional && bits & (1 << UInt64(number)) != 0 {
      bits |= 1 << UInt64(number + 1)
    }
    return bits
  }
}

extension Mode {
  /// The mode's place in `allCases`.
  var column: Int {
    switch self {
    case .road: 0
    case .rail: 1
    case .river: 2
    case .sea: 3
    case .air: 4
    }
  }
}
