// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension Timetable {
  init(_ builder: TimetableBuilder) {
    let plan = LayoutPlan(builder)
    epoch = builder.epoch
    period = builder.period
    periodCount = plan.periodCount
    nodeCount = builder.turnarounds.count
    tripCount = builder.trips.count
    connectionCount = plan.order.count
    transferCount = builder.transfers.count
    hasInstants = builder.legs.contains { $0.arrival == $0.departure }
    runCount = max(1, plan.startPeriods) * builder.trips.count
    let isNarrow = nodeCount <= Int(UInt16.max)
    narrow = FixedArray(isNarrow ? plan.connections(as: UInt16.self) : [])
    wide = FixedArray(isNarrow ? [] : plan.connections(as: UInt32.self))
    wordCount = (plan.order.count + 63) / 64
    live = FixedArray(plan.live)
    legs = FixedArray(plan.legRows)
    tripNumbers = FixedArray(plan.tripNumbers)
    firstLeg = FixedArray(plan.firstLeg)
    tripConnections = FixedArray(plan.tripConnections)
    connectionCosts = FixedArray(
      plan.order.map {
        CostPair(cost: builder.legs[Int($0)].cost, co2e: builder.legs[Int($0)].co2e)
      })
    boardingCosts = FixedArray(plan.tripOrder.map { builder.trips[$0].boarding })
    tripGroups = FixedArray(plan.tripOrder.map { builder.trips[$0].group })
    turnarounds = FixedArray(builder.turnarounds)
    longestTurnaround = builder.turnarounds.max() ?? 0
    windows = builder.windows

    let out = grouped(plan.order.map { builder.legs[Int($0)].tail.index }, by: nodeCount)
    firstOut = FixedArray(out.starts)
    outgoing = FixedArray(out.rows)
    let into = grouped(plan.order.map { builder.legs[Int($0)].head.index }, by: nodeCount)
    firstIn = FixedArray(into.starts)
    incoming = FixedArray(into.rows)
    let (rows, starts) = grouped(builder.transfers.map { Int($0.tail) }, by: nodeCount)
    firstTransfer = FixedArray(starts)
    transfers = FixedArray(rows.map { builder.transfers[Int($0)].transfer })
    transferTails = FixedArray(rows.map { builder.transfers[Int($0)].tail })
    transferTags = FixedArray(rows.map { builder.transfers[Int($0)].tag })
    transferCosts = FixedArray(rows.map { builder.transfers[Int($0)].cost })
    detourExcess =
      builder.looksForClosedTransfers
      ? DetourExcess(
        transfers, first: firstTransfer, turnarounds: builder.turnarounds, costs: transferCosts)
      : nil
    hasWindows = builder.transfers.contains {
      $0.transfer.openBefore >= 0 || $0.transfer.openAfter >= 0
    }
  }
}

/// Rows by key, in their own order where keys are equal (counting sort), and where each key starts.
func grouped(_ keys: [Int], by count: Int) -> (rows: [Int32], starts: [Int32]) {
  var starts = [Int32](repeating: 0, count: count + 1)
  for key in keys { starts[key + 1] += 1 }
  for key in 0..<count { starts[key + 1] += starts[key] }
  var next = starts
  var rows = [Int32](repeating: 0, count: keys.count)
  for (row, key) in keys.enumerated() {
    rows[Int(next[key])] = Int32(row)
    next[key] += 1
  }
  return (rows, starts)
}

/// The order of trips and connections, and the periods in which connections run.
private struct LayoutPlan {
  let builder: TimetableBuilder
  /// Number → trip as added, by first departure.
  var tripOrder: [Int]
  var tripNumbers: [Int32]
  /// Connection → leg as added.
  var order: [Int32]
  var legRows: [Timetable.Leg] = []
  var firstLeg: [Int32] = []
  var tripConnections: [Int32] = []
  var live: [UInt64] = []
  /// Periods in which trips start, and in which connections leave.
  var startPeriods = 0
  var periodCount = 0

  init(_ builder: TimetableBuilder) {
    self.builder = builder
    let legs = builder.legs
    let trips = builder.trips
    tripOrder = Self.sorted(trips.count) { trip in
      trips[trip].legCount > 0 ? legs[Int(trips[trip].firstLeg)].departure : 0
    }.map { Int($0) }
    tripNumbers = [Int32](repeating: 0, count: trips.count)
    for (number, trip) in tripOrder.enumerated() { tripNumbers[trip] = Int32(number) }
    let period = builder.period
    // Legs that take no time come first in their second.
    order = Self.sorted(legs.count) { leg in
      2 * (legs[leg].departure % period) + (legs[leg].arrival > legs[leg].departure ? 1 : 0)
    }
    orderLegs()
    findPeriods()
  }

  /// Rows by a key that is not negative, equal keys in their own order.
  private static func sorted(_ count: Int, key: (Int) -> Int32) -> [Int32] {
    var keys = (0..<count).map { UInt64(key($0)) << 32 | UInt64($0) }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0 & 0xffff_ffff) }
  }

  private mutating func orderLegs() {
    var tripOfLeg = [Int32](repeating: 0, count: builder.legs.count)
    firstLeg.reserveCapacity(tripOrder.count + 1)
    var total: Int32 = 0
    for (number, trip) in tripOrder.enumerated() {
      let row = builder.trips[trip]
      firstLeg.append(total)
      total += row.legCount
      for leg in row.firstLeg..<row.firstLeg + row.legCount { tripOfLeg[Int(leg)] = Int32(number) }
    }
    firstLeg.append(total)
    tripConnections = [Int32](repeating: 0, count: Int(total))
    legRows.reserveCapacity(order.count)
    for (connection, leg) in order.enumerated() {
      let number = tripOfLeg[Int(leg)]
      let position = leg - builder.trips[tripOrder[Int(number)]].firstLeg
      tripConnections[Int(firstLeg[Int(number)] + position)] = Int32(connection)
      legRows.append(
        Timetable.Leg(
          trip: number, position: position,
          periodsLater: builder.legs[Int(leg)].departure / builder.period,
          tag: builder.legs[Int(leg)].tag))
    }
  }

  private mutating func findPeriods() {
    for trip in builder.trips {
      startPeriods = max(startPeriods, 64 - trip.periods.leadingZeroBitCount)
    }
    let latest = legRows.map { Int($0.periodsLater) }.max() ?? 0
    periodCount = startPeriods + latest
    let words = (order.count + 63) / 64
    live = [UInt64](repeating: 0, count: words * periodCount)
    for (connection, leg) in legRows.enumerated() {
      let bit = UInt64(1) << UInt64(connection & 63)
      var periods = builder.trips[tripOrder[Int(leg.trip)]].periods
      while periods != 0 {
        let start = periods.trailingZeroBitCount
        live[(start + Int(leg.periodsLater)) * words + connection >> 6] |= bit
        periods &= periods - 1
      }
    }
  }

  func connections<Number>(as _: Number.Type) -> [Timetable.Connection<Number>] {
    order.enumerated().map { connection, row in
      let leg = builder.legs[Int(row)]
      let place = legRows[connection]
      return Timetable.Connection<Number>(
        departure: leg.departure % builder.period,
        span: leg.arrival + builder.turnarounds[leg.head.index] - leg.departure,
        run: place.trip - place.periodsLater * Int32(builder.trips.count),
        tail: Number(leg.tail.index), head: Number(leg.head.index))
    }
  }
}
