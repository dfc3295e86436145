// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// States and the moves between them, laid out for searching; immutable.
///
/// Arcs lie by tail (compressed sparse rows) as records of 40 bytes, since a search reads all of
/// an arc or nothing; what only journeys need (cost, CO2e) lies apart. Every move is first in,
/// first out: whoever starts later does not end earlier. So a search may keep one time per node.
public struct RoutingGraph: Sendable {
  /// Time 0.
  public let epoch: Instant
  public let nodeCount: Int
  public var arcCount: Int { records.count }

  /// What a search reads of an arc.
  struct Record: Sendable, BitwiseCopyable {
    var head: Int32
    /// No traversal takes less.
    var leastSpan: Int32
    /// Lists of `steps`, or `none`.
    var openBefore: Int32
    var schedule: Int32
    var openAfter: Int32
    var lead: Int32
    var travel: Int32
    var after: Int32
    /// The arc's number as it was added.
    var arc: Int32
    var tail: Int32

    static let none: Int32 = -1
  }

  /// What the search backwards reads before it looks at an arc's record.
  struct Incoming: Sendable, BitwiseCopyable {
    var tail: Int32
    var slot: Int32
    var leastSpan: Int32
  }

  /// Arcs by tail, then by number; an arc's position here is its slot.
  let records: [Record]
  /// Node n's arcs are the slots `firstOut[n]..<firstOut[n + 1]`.
  let firstOut: [Int32]
  let incoming: [Incoming]
  let firstIn: [Int32]
  let steps: StepTable
  /// Cost and CO2e by slot.
  let costs: [Int64]
  let emissions: [Int64]
  /// Slot by arc number.
  let slots: [Int32]

  init(_ builder: RoutingGraphBuilder) {
    epoch = builder.epoch
    nodeCount = builder.nodeCount
    var table = StepTable()
    let windows = builder.windows.map { intervals in
      table.append(intervals.map { .init(key: $0.upperBound - 1, value: $0.lowerBound) })
    }
    var leastDurations: [Int32] = []
    let schedules = builder.schedules.map { departures in
      let kept = RoutingGraphBuilder.worthTaking(departures)
      leastDurations.append(kept.map(\.duration).min() ?? 0)
      return table.append(kept.map { .init(key: $0.time, value: $0.arrival) })
    }
    steps = table

    let order = grouped(builder.arcs.map(\.tail.index), by: builder.nodeCount)
    firstOut = order.starts
    records = order.rows.map { row in
      let spec = builder.arcs[Int(row)]
      let leastDuration = spec.schedule.map { leastDurations[$0.index] } ?? 0
      return Record(
        head: Int32(spec.head.index),
        leastSpan: spec.lead + spec.travel + spec.after + leastDuration,
        openBefore: spec.openBefore.map { windows[$0.index] } ?? Record.none,
        schedule: spec.schedule.map { schedules[$0.index] } ?? Record.none,
        openAfter: spec.openAfter.map { windows[$0.index] } ?? Record.none,
        lead: spec.lead, travel: spec.travel, after: spec.after, arc: row,
        tail: Int32(spec.tail.index))
    }
    costs = order.rows.map { builder.arcs[Int($0)].cost }
    emissions = order.rows.map { builder.arcs[Int($0)].co2e }
    var slotOfArc = [Int32](repeating: 0, count: order.rows.count)
    for (slot, row) in order.rows.enumerated() { slotOfArc[Int(row)] = Int32(slot) }
    slots = slotOfArc

    let laid = records
    let backward = grouped(laid.map { Int($0.head) }, by: builder.nodeCount)
    firstIn = backward.starts
    incoming = backward.rows.map {
      Incoming(tail: laid[Int($0)].tail, slot: $0, leastSpan: laid[Int($0)].leastSpan)
    }
  }

  public func tail(of arc: ID<Arc>) -> ID<Node> { ID(Int(record(of: arc).tail)) }
  public func head(of arc: ID<Arc>) -> ID<Node> { ID(Int(record(of: arc).head)) }
  /// Fen, or `ArcCharge.unknown`.
  public func cost(of arc: ID<Arc>) -> Int64 { costs[Int(slots[arc.index])] }
  /// Grams, or `ArcCharge.unknown`.
  public func co2e(of arc: ID<Arc>) -> Int64 { emissions[Int(slots[arc.index])] }
  /// Seconds on top of a departure's own duration.
  public func travel(of arc: ID<Arc>) -> Int32 { record(of: arc).travel }
  /// Seconds from the arrival until cargo is free.
  public func after(of arc: ID<Arc>) -> Int32 { record(of: arc).after }
  /// The arcs that leave a node, in the order of their numbers.
  public func arcs(from node: ID<Node>) -> [ID<Arc>] {
    records[Int(firstOut[node.index])..<Int(firstOut[node.index + 1])].map { ID(Int($0.arc)) }
  }

  func record(of arc: ID<Arc>) -> Record { records[Int(slots[arc.index])] }
}
