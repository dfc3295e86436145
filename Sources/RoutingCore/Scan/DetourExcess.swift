// SPDX-License-Identifier: GPL-3.0-or-later

/// By how much two transfers in a row are at least worse than the direct one, in seconds, fen and grams.
///
/// Where it is negative in one of them, or a direct transfer is missing, transfers are not closed.
struct DetourExcess: Sendable, Hashable {
  var seconds: Int32
  var cost: Int32
  var co2e: Int32

  /// - Complexity: O(transfers × transfers of a node). Windows are not looked at: what has them is not closed.
  init?(
    _ transfers: FixedArray<Timetable.Transfer>, first: FixedArray<Int32>,
    turnarounds: [Int32], costs: FixedArray<CostPair>
  ) {
    var least = (seconds: Int32.max, cost: Int32.max, co2e: Int32.max)
    var direct = [Int32](repeating: -1, count: turnarounds.count)
    let rows = transfers.cells
    for a in turnarounds.indices {
      for slot in first[a]..<first[a + 1] {
        if rows[slot].openBefore >= 0 || rows[slot].openAfter >= 0 { return nil }
        direct[Int(rows[slot].head)] = slot
      }
      defer { for slot in first[a]..<first[a + 1] { direct[Int(rows[slot].head)] = -1 } }
      for slot in first[a]..<first[a + 1] {
        let b = Int(rows[slot].head)
        for onward in first[b]..<first[b + 1] {
          let c = Int(rows[onward].head)
          if c == a { continue }
          guard direct[c] >= 0 else { return nil }
          // Turnarounds of a and c cancel, that of b counts twice with opposite signs.
          let seconds = rows[slot].seconds + rows[onward].seconds - rows[direct[c]].seconds
          let (x, y, z) = (costs[Int(slot)], costs[Int(onward)], costs[Int(direct[c])])
          least.seconds = min(least.seconds, seconds)
          least.cost = min(least.cost, x.cost + y.cost - z.cost)
          least.co2e = min(least.co2e, x.co2e + y.co2e - z.co2e)
        }
      }
    }
    guard least.seconds >= 0, least.cost >= 0, least.co2e >= 0 else { return nil }
    // Where nothing follows anything all are unbounded: no time may reach that of an empty slot.
    seconds = min(least.seconds, RoutingTime.spanLimit)
    (cost, co2e) = (least.cost, least.co2e)
  }
}

/// Node → the last eight transfers that were pushed to it, as witnesses that pushing further is needless.
///
/// A ride that reaches *v* at *t* for *q* improves no neighbour where a transfer from *x* reached *v* by *t* + excess for at
/// most *q* + excess: the transfer from *x* to the neighbour is then at least as good.
struct Witnesses {
  private let times: Cells<SIMD8<Int32>>
  private let costs: Cells<SIMD8<UInt64>>
  private let turns: Cells<UInt8>
  private let seconds: Int32
  private let excess: CostPair

  init(nodeCount: Int, _ excess: DetourExcess?) {
    let count = excess == nil ? 0 : nodeCount
    times = Cells(repeating: SIMD8(repeating: .max), count: count)
    costs = Cells(repeating: SIMD8(repeating: CostPair.greatest.bits), count: count)
    turns = Cells(repeating: 0, count: count)
    seconds = excess?.seconds ?? 0
    self.excess = CostPair(cost: excess?.cost ?? 0, co2e: excess?.co2e ?? 0)
  }

  func deallocate() {
    times.deallocate()
    costs.deallocate()
    turns.deallocate()
  }

  func clear() {
    times.fill(SIMD8(repeating: .max))
    costs.fill(SIMD8(repeating: CostPair.greatest.bits))
  }

  @inline(__always)
  func note(_ node: Int32, _ cost: CostPair, at time: Int32) {
    let slot = Int(turns[node] & 7)
    turns[node] = turns[node] &+ 1
    var row = times[node]
    row[slot] = time
    times[node] = row
    var pairs = costs[node]
    pairs[slot] = cost.bits
    costs[node] = pairs
  }

  @inline(__always)
  func cover(_ node: Int, _ cost: CostPair, at time: Int32) -> Bool {
    let bound = cost &+ excess
    guard !bound.overflows else { return false }
    let differences = SIMD8(repeating: bound.bits | CostPair.guards) &- costs[node]
    guard CostPair.keepsGuards(differences) else { return false }
    let row = times[node]
    for slot in 0..<8
    where row[slot] <= time &+ seconds
      && differences[slot] & CostPair.guards == CostPair.guards
    {
      return true
    }
    return false
  }
}
