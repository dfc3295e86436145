// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension Timetable {
  /// Lays a graph out for scanning: arcs with a schedule become connections, the others transfers.
  ///
  /// What a connection waits for is worked out here, once: it may be boarded until the last second from
  /// which its window and lead still make the departure, and ends when its release and the window
  /// after it are over. Departures of every period are stored once. Arcs that leave one node on one
  /// schedule (all line-haul of a place) share their connections: these lead to a node of their own
  /// from which the arcs are transfers. Nodes of the graph keep their numbers; tags are arcs, -1 for
  /// such shared connections. A charge that is not known, or does not fit 31 bits, is
  /// `CostPair.greatest`'s: `ParetoScan` drops it where its caps are below that, and `ChargeScan` reads
  /// charges by tag.
  ///
  /// - Parameters:
  ///   - builder: Its departures reach over at most 64 periods.
  ///   - period: Seconds.
  public init(_ builder: RoutingGraphBuilder, period: Int32) {
    var adapter = GraphAdapter(builder, period: period)
    adapter.addArcs()
    self.init(adapter.timetable)
  }
}

extension CostPair {
  /// An arc's charges as far as 31 bits hold them.
  fileprivate init(_ arc: ArcSpec) {
    self.init(cost: Int32(clamping: arc.cost), co2e: Int32(clamping: arc.co2e))
  }
}

private struct GraphAdapter {
  let graph: RoutingGraphBuilder
  let period: Int32
  var timetable: TimetableBuilder
  private var windows: [Int32]
  /// Schedule → departures that are worth taking.
  private let departures: [[RoutingGraphBuilder.Departure]]
  private var patterns: [PatternKey: [Pattern]] = [:]
  private var fans: [FanKey: ID<Node>] = [:]
  private var shared: [FanKey: Int] = [:]
  private var groups: Int32 = 0

  /// What a connection's times depend on.
  private struct PatternKey: Hashable {
    var schedule: Int
    var lead: Int32
    var openBefore: Int32
    var rest: Int32
    var openAfter: Int32
  }
  private struct FanKey: Hashable {
    var tail: Int32
    var schedule: Int
    var lead: Int32
    var openBefore: Int32
  }
  /// One connection of the period, and the periods in which it runs.
  private struct Pattern {
    var start: Int32
    var span: Int32
    var periods: UInt64
  }

  init(_ graph: RoutingGraphBuilder, period: Int32) {
    self.graph = graph
    self.period = period
    timetable = TimetableBuilder(epoch: graph.epoch, period: period)
    for _ in 0..<graph.nodeCount { _ = timetable.addNode() }
    windows = []
    for intervals in graph.windows {
      windows.append(
        timetable.windows.append(
          intervals.map { .init(key: $0.upperBound - 1, value: $0.lowerBound) }))
    }
    departures = graph.schedules.map { RoutingGraphBuilder.worthTaking($0) }
  }

  mutating func addArcs() {
    for arc in graph.arcs {
      if let key = fanKey(arc) { shared[key, default: 0] += 1 }
    }
    for (number, arc) in graph.arcs.enumerated() {
      guard let schedule = arc.schedule else {
        timetable.addTransfer(
          from: arc.tail, to: arc.head, seconds: arc.lead + arc.travel + arc.after,
          openBefore: window(arc.openBefore), openAfter: window(arc.openAfter),
          cost: CostPair(arc), tag: Int32(number))
        continue
      }
      if let key = fanKey(arc), shared[key, default: 0] > 1 {
        timetable.addTransfer(
          from: fan(key, schedule), to: arc.head, seconds: arc.travel + arc.after,
          openBefore: Timetable.Transfer.none, openAfter: window(arc.openAfter),
          cost: CostPair(arc), tag: Int32(number))
      } else {
        let key = PatternKey(
          schedule: schedule.index, lead: arc.lead, openBefore: window(arc.openBefore),
          rest: arc.travel + arc.after, openAfter: window(arc.openAfter))
        addConnections(
          key, from: arc.tail, to: arc.head, cost: CostPair(arc), tag: Int32(number))
      }
    }
  }

  private func window(_ id: ID<Window>?) -> Int32 {
    id.map { windows[$0.index] } ?? Timetable.Transfer.none
  }

  /// Nil where the arc cannot share connections: it has no schedule, or departures take time of their own.
  private func fanKey(_ arc: ArcSpec) -> FanKey? {
    guard let schedule = arc.schedule, departures[schedule.index].allSatisfy({ $0.duration == 0 })
    else { return nil }
    return FanKey(
      tail: Int32(arc.tail.index), schedule: schedule.index, lead: arc.lead,
      openBefore: window(arc.openBefore))
  }

  private mutating func fan(_ key: FanKey, _ schedule: ID<Schedule>) -> ID<Node> {
    if let known = fans[key] { return known }
    let node = timetable.addNode()
    fans[key] = node
    addConnections(
      PatternKey(
        schedule: key.schedule, lead: key.lead, openBefore: key.openBefore, rest: 0,
        openAfter: Timetable.Transfer.none), from: ID(Int(key.tail)), to: node, cost: .zero,
      tag: -1)
    return node
  }

  private mutating func addConnections(
    _ key: PatternKey, from tail: ID<Node>, to head: ID<Node>, cost: CostPair, tag: Int32
  ) {
    let list = patterns(key)
    for pattern in list {
      timetable.addTrip(
        TripLeg(
          from: tail, to: head, departure: pattern.start, arrival: pattern.start + pattern.span,
          cost: cost.cost, co2e: cost.co2e, tag: tag), periods: pattern.periods, group: groups)
    }
    groups += 1
  }

  private mutating func patterns(_ key: PatternKey) -> [Pattern] {
    if let known = patterns[key] { return known }
    var places: [Int64: Int] = [:]
    var list: [Pattern] = []
    let rides = RoutingGraphBuilder.rides(
      departures[key.schedule], lead: key.lead, rest: key.rest, openBefore: key.openBefore,
      openAfter: key.openAfter, in: timetable.windows)
    for ride in rides {
      let (start, end) = (ride.start, ride.end)
      let number = start / period
      precondition(number < 64, "departures over more than 64 periods")
      let second = start - number * period
      let place = Int64(second) << 32 | Int64(end - start)
      if let known = places[place] {
        list[known].periods |= 1 << UInt64(number)
      } else {
        places[place] = list.count
        list.append(Pattern(start: second, span: end - start, periods: 1 << UInt64(number)))
      }
    }
    patterns[key] = list
    return list
  }
}
