// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The labels of every node that are best in (arrival, charge), the charge being one sum that is compared part by part.
///
///     for each connection c of the timetable, by departure
///       settle all arrivals of seconds ≤ departure(c)                  // below
///       if best[tail(c)] is newer than what was offered to c's group:  offer it, to arrive at arrival(c)
///     settle second t, node v, sum q
///       unless q < best[v]: drop                                       // best[v] is no later
///       best[v] ← q; for each transfer of v: to arrive at its end
///
/// Seconds are settled in order, so one sum a node is enough: what is settled later must charge less.
/// A sum of the second in which it is beaten is no answer. Charges are read by tag, 64 bits each
/// (`ArcCharge`). Trips of a group do not overtake, so a label is offered to the first that it makes.
///
/// - Note: Limits: timetables of graphs, whose trips have one leg and whose nodes no turnaround.
public struct ChargeScan: ~Copyable {
  /// What an arc charges: `first` decides, then `second`.
  public struct Charge: Sendable, Hashable, BitwiseCopyable {
    public var first: Int64
    public var second: Int64

    public init(_ first: Int64, _ second: Int64 = 0) { (self.first, self.second) = (first, second) }
  }

  /// One way of reaching a node.
  public struct Label: Sendable, Hashable {
    public var arrival: Int32
    public var charge: Charge
    /// For `tags` and `timedJourney`.
    public var number: Int32
  }

  struct Sum: BitwiseCopyable {
    var first: Int64
    var second: Int64
    /// Arcs; of two ways that charge the same the shorter is taken.
    var arcs: Int32

    static var none: Sum { Sum(first: .max, second: .max, arcs: .max) }

    @inline(__always)
    static func < (a: Sum, b: Sum) -> Bool {
      if a.first != b.first { return a.first < b.first }
      return a.second != b.second ? a.second < b.second : a.arcs < b.arcs
    }
  }

  struct Row: BitwiseCopyable {
    var sum: Sum
    var time: Int32
    var parent: Int32
    /// The connection, the complement of a transfer's slot, or `ConnectionScan.noVia`.
    var via: Int32
    var node: Int32
  }

  public let timetable: Timetable
  /// Charge by tag.
  private let charges: FixedArray<Charge>
  private var labels: Cells<Row>
  private var labelCount = 0
  private let best: Cells<Sum>
  /// Node → the label of `best`, -1 where there is none.
  private let newest: Cells<Int32>
  /// Node → its label of least weight.
  private let lightest: Cells<Int32>
  /// Group of trips → the last label that was offered to it.
  private let offered: Cells<Int32>
  private var buckets = ArrivalBuckets()
  // Of one run.
  private var more: [Charge] = []
  private var start: Int32 = 0
  private var horizon: Int32 = 0
  private var target: Int32 = -1
  private var perHour: Int64 = 0

  private static var noRow: Row { Row(sum: .none, time: 0, parent: -1, via: 0, node: 0) }

  /// - Parameters:
  ///   - timetable: Of a graph.
  ///   - charges: By tag.
  public init(on timetable: Timetable, charges: [Charge]) {
    precondition(
      timetable.longestTurnaround == 0 && timetable.tripCount == timetable.connectionCount,
      "a timetable of trips with several legs, or with turnarounds")
    self.timetable = timetable
    self.charges = FixedArray(charges)
    labels = Cells(repeating: Self.noRow, count: 1 << 10)
    best = Cells(repeating: .none, count: timetable.nodeCount)
    newest = Cells(repeating: -1, count: timetable.nodeCount)
    lightest = Cells(repeating: -1, count: timetable.nodeCount)
    let groups = timetable.tripGroups.cells.map { $0 }.max() ?? -1
    offered = Cells(repeating: -1, count: Int(groups) + 1)
  }

  deinit {
    labels.deallocate()
    best.deallocate()
    newest.deallocate()
    lightest.deallocate()
    offered.deallocate()
    buckets.deallocate()
  }

  /// Finds the labels of every node that is reached by `horizon`, or of `target` alone.
  ///
  /// - Parameters:
  ///   - source: Where cargo is.
  ///   - start: When.
  ///   - horizon: The last second of an arrival.
  ///   - target: What is beaten there is not followed; other nodes' labels are then not complete.
  ///   - perHour: What an hour weighs against 1 of a charge's first part, for `lightest`.
  ///   - changes: Sealed; their tags beyond the timetable's charge `more`, in order.
  ///   - more: Charges of tags that the timetable does not have.
  public mutating func run(
    from source: ID<Node>, at start: Int32, horizon: Int32, to target: ID<Node>? = nil,
    perHour: Int64 = 0, changes: TimetableChanges? = nil, more: [Charge] = []
  ) {
    precondition(
      start >= 0 && RoutingTime.holds(start) && RoutingTime.holds(horizon),
      "a time beyond the limit")
    (self.start, self.horizon, self.perHour, self.more) = (start, horizon, perHour, more)
    self.target = target.map { Int32($0.index) } ?? -1
    labelCount = 0
    best.fill(.none)
    newest.fill(-1)
    lightest.fill(-1)
    offered.fill(-1)
    buckets.reset(from: min(start, horizon), through: horizon)
    guard start <= horizon else { return }
    accept(
      Int32(source.index), Sum(first: 0, second: 0, arcs: 0), at: start, parent: -1,
      via: ConnectionScan.noVia, changes)
    if timetable.isNarrow {
      scan(timetable.narrow.cells, changes)
    } else {
      scan(timetable.wide.cells, changes)
    }
    settle(through: horizon, changes)
  }

  @inline(__always)
  private mutating func scan<Number>(
    _ connections: Cells<Timetable.Connection<Number>>, _ changes: TimetableChanges?
  ) {
    let (newest, best, offered) = (newest, best, offered)
    let base = timetable.connectionCount
    timetable.scan(connections, from: start, through: horizon, changes: changes) { block in
      var rest = block.bits
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest &- 1
        let connection = block.connections[block.first &+ place]
        let departure = connection.departure &+ block.shift
        if buckets.first <= departure { settle(through: departure, changes) }
        let label = newest[Int(connection.tail)]
        let head = Int32(truncatingIfNeeded: Int(connection.head))
        guard label >= 0, best[Int(connection.tail)] < best[head] else { continue }
        let number = block.number &+ place
        var tag: Int32
        if number < base {
          let group = timetable.tripGroups[Int(timetable.legs[number].trip)]
          if offered[group] == label { continue }
          offered[group] = label
          tag = timetable.legs[number].tag
        } else {
          tag = changes?.added[number - base].tag ?? -1
        }
        let arrival = departure &+ connection.span
        guard arrival <= horizon, sum(of: label, tag: tag) < best[head] else { continue }
        buckets.add(
          at: arrival, place: head, cause: label, via: Int32(truncatingIfNeeded: number),
          cost: .zero)
        if arrival == departure { return place }
      }
      return Timetable.goOn
    }
  }

  private mutating func settle(through time: Int32, _ changes: TimetableChanges?) {
    while buckets.first <= time {
      let now = buckets.first
      var event = buckets.takeList()
      while event >= 0 {
        let row = buckets.events[event]
        event = row.next
        let tag =
          row.via < 0 ? timetable.transferTags[Int(~row.via)] : tag(ofConnection: row.via, changes)
        accept(
          row.place, sum(of: row.cause, tag: tag), at: now, parent: row.cause, via: row.via,
          changes)
      }
    }
  }

  private func tag(ofConnection number: Int32, _ changes: TimetableChanges?) -> Int32 {
    let extra = Int(number) - timetable.connectionCount
    return extra < 0 ? timetable.legs[Int(number)].tag : changes?.added[extra].tag ?? -1
  }

  /// What a label has charged, and a tag on top; what leads to shared connections charges nothing.
  @inline(__always)
  private func sum(of label: Int32, tag: Int32) -> Sum {
    var sum = labels[label].sum
    guard tag >= 0 else { return sum }
    let charge =
      Int(tag) < charges.count ? charges[Int(tag)] : more[Int(tag) - charges.count]
    sum.first = ArcCharge.sum(sum.first, charge.first)
    sum.second = ArcCharge.sum(sum.second, charge.second)
    sum.arcs += 1
    return sum
  }

  private mutating func accept(
    _ node: Int32, _ sum: Sum, at now: Int32, parent: Int32, via: Int32,
    _ changes: TimetableChanges?
  ) {
    guard sum < best[node] else { return }
    if target >= 0, node != target, !(sum < best[target]) { return }
    if labelCount == labels.count { labels = labels.grown(to: 2 * labelCount, with: Self.noRow) }
    let label = Int32(truncatingIfNeeded: labelCount)
    labels[label] = Row(sum: sum, time: now, parent: parent, via: via, node: node)
    labelCount += 1
    best[node] = sum
    newest[node] = label
    let other = lightest[node]
    if other < 0 || isLighter(label, than: other) { lightest[node] = label }
    if let changes, let list = changes.transfersOfNode[node] {
      for row in list {
        push(row.slot, end: changes.end(of: row, from: Int(node), at: now), label: label)
      }
      return
    }
    for slot in timetable.firstTransfer[Int(node)]..<timetable.firstTransfer[Int(node) + 1] {
      push(
        slot, end: timetable.end(of: timetable.transfers[Int(slot)], from: Int(node), at: now),
        label: label)
    }
  }

  @inline(__always)
  private mutating func push(_ slot: Int32, end: Int32, label: Int32) {
    let head = timetable.transfers[Int(slot)].head
    guard end <= horizon,
      sum(of: label, tag: timetable.transferTags[Int(slot)]) < best[head]
    else { return }
    buckets.add(at: end, place: head, cause: label, via: ~slot, cost: .zero)
  }

  /// Of labels of one node: a newer one that weighs the same is lighter in the second of the other alone.
  private func isLighter(_ label: Int32, than other: Int32) -> Bool {
    let (new, old) = (labels[label], labels[other])
    let (x, y) = (weight(new), weight(old))
    return x < y || (x == y && new.time == old.time)
  }

  private func weight(_ row: Row) -> Int128 {
    ArcCharge.weight(
      money: row.sum.first, perHour: perHour, seconds: Int64(row.time) - Int64(start))
  }
}

// MARK: Answers

extension ChargeScan {
  /// The label of a node that charges least, of these the earliest; nil where it is not reached.
  public func cheapest(at node: ID<Node>) -> Label? {
    labelCount == 0 ? nil : label(newest[node.index])
  }

  /// The label that weighs least: its charge's first part × 3,600 + `perHour` × seconds; of equals the earliest.
  public func lightest(at node: ID<Node>) -> Label? {
    labelCount == 0 ? nil : label(lightest[node.index])
  }

  private func label(_ number: Int32) -> Label? {
    guard number >= 0 else { return nil }
    let row = labels[number]
    return Label(
      arrival: row.time, charge: Charge(row.sum.first, row.sum.second), number: number)
  }

  /// The tags by which a label came about, from the source on, without those of no arc.
  public func tags(to label: Label) -> [Int32] {
    var tags: [Int32] = []
    forEachStep(to: label) { row in
      tags.append(
        row.via >= 0
          ? timetable.legs[Int(row.via)].tag : timetable.transferTags[Int(~row.via)])
    }
    return tags.reversed().filter { $0 >= 0 }
  }

  /// A step of a journey with its times.
  public enum TimedStep: Sendable, Hashable {
    /// Cargo is there by `start`, the last second at which it may come, and free at `end`.
    case ride(tag: Int32, Ride)
    case transfer(tag: Int32, start: Int32, opened: Int32, arrived: Int32, end: Int32)
  }

  /// How a label came about with changes, from the source on.
  ///
  /// - Parameters:
  ///   - label: Of the last run.
  ///   - changes: Those of the run.
  /// - Returns: Steps of which each starts where the one before ends.
  public func timedJourney(to label: Label, changes: TimetableChanges) -> [TimedStep] {
    var steps: [TimedStep] = []
    forEachStep(to: label) { row in
      if row.via >= 0 {
        let (tag, span) = connection(Int(row.via), changes)
        steps.append(.ride(tag: tag, Ride(start: row.time - span, end: row.time)))
      } else {
        let start = labels[row.parent].time
        if let times = changes.times(ofTransfer: ~row.via, from: start) {
          steps.append(
            .transfer(
              tag: timetable.transferTags[Int(~row.via)], start: start, opened: times.opened,
              arrived: times.arrived, end: times.end))
        }
      }
    }
    return steps.reversed()
  }

  private func connection(
    _ number: Int, _ changes: TimetableChanges
  ) -> (tag: Int32, span: Int32) {
    let extra = number - timetable.connectionCount
    if extra >= 0 { return (changes.added[extra].tag, changes.added[extra].span) }
    return (timetable.legs[number].tag, timetable.span(ofConnection: number))
  }

  /// From the label back to the source, which is left out.
  private func forEachStep(to label: Label, _ body: (Row) -> Void) {
    var number = label.number
    while number >= 0 {
      let row = labels[number]
      if row.via != ConnectionScan.noVia { body(row) }
      number = row.parent
    }
  }
}
