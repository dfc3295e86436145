// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// All sensible ways from one node to every node: the complete Pareto sets in (arrival, cost, CO2e), with journeys.
///
///     for each connection c of the timetable, by departure
///       settle all arrivals of seconds ≤ departure(c)             // below
///       offer: for each label at tail(c) that may board and was not offered to c's route before
///         if it would improve some stop ahead: put it aboard the run
///       if something aboard is worth unloading at or after head(c): arrival event at arrival(c)
///     settle second t, node v, cost q
///       if the front of v dominates q: drop
///       log (t, q); front of v ← front of v ∪ {q} without what q dominates
///       for each transfer of v: arrival event at its end, unless the front there dominates it already
///
/// Seconds are settled in order, so all labels of a front arrived no later, and the front needs cost and
/// CO2e alone (dimension reduction). A label that a later one of the same second dominates is no
/// answer. Routes do not overtake, so a label is offered to the first run that it can board only.
///
/// Exact unless a limit was hit, and then the answer says so. Ties in all three are one answer.
/// Time is that of the scan, plus boardings times stops ahead, plus labels times transfers.
///
/// - Note: Dimension reduction: F.-J. Pulido, L. Mandow, J.-L. Pérez de la Cruz, Computers & Operations
///   Research 64 (2015), doi:10.1016/j.cor.2015.05.007. Scan: see `ConnectionScan`.
public struct ParetoScan: ~Copyable {
  /// What bounds the answer.
  public struct Limits: Sendable, Hashable {
    /// Fen and grams; sums of 2³¹ and more are always beyond the cap.
    public var greatestCost: Int32 = .max
    public var greatestCO2e: Int32 = .max
    /// A label is dropped unless it beats each earlier one at its node by more than this in cost or CO2e; the error
    /// adds up from leg to leg.
    public var slackCost: Int32 = 0
    public var slackCO2e: Int32 = 0
    /// Labels that may be settled.
    public var labelBudget = Int(Int32.max) - 1

    public init() {}
  }

  /// Limits that cut something off.
  public struct LimitsHit: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let cap = LimitsHit(rawValue: 1)
    public static let slack = LimitsHit(rawValue: 2)
    public static let labelBudget = LimitsHit(rawValue: 4)
  }

  /// One way of reaching a node.
  public struct Label: Sendable, Hashable {
    public var arrival: Int32
    public var cost: Int32
    public var co2e: Int32
    /// For `journey`.
    public var number: Int32
  }

  struct Row: BitwiseCopyable {
    var cost: CostPair
    var time: Int32
    /// When a later label dominated it; `Int32.max` while none does.
    var dead: Int32
    var parent: Int32
    /// The connection, the complement of a transfer's slot, or `ConnectionScan.noVia`.
    var via: Int32
    /// The next label of the node.
    var next: Int32
    var node: Int32
  }

  public let timetable: Timetable
  let routes: RouteTable
  public private(set) var limitsHit: LimitsHit = []
  public private(set) var labelCount = 0
  var state: ParetoState
  private var limits = Limits()
  private var horizon: Int32 = 0
  private var target: Int32 = -1
  /// Transfers are closed, and no change makes any of them wait.
  private var isClosed = false
  private var cap = CostPair.greatest
  private var slack = CostPair.zero

  public init(on timetable: Timetable) {
    self.timetable = timetable
    routes = RouteTable(timetable)
    state = ParetoState(timetable, routes)
  }

  deinit { state.deallocate() }

  /// Finds the Pareto set of every node that is reached by `horizon`, or of `target` alone.
  ///
  /// With a target, what is dominated there is not followed, and sets of other nodes are not complete.
  public mutating func run(
    from source: ID<Node>, at start: Int32, horizon: Int32, to target: ID<Node>? = nil,
    limits: Limits = Limits(), changes: TimetableChanges? = nil
  ) {
    precondition(
      start >= 0 && RoutingTime.holds(start) && RoutingTime.holds(horizon),
      "a time beyond the limit")
    self.limits = limits
    self.horizon = horizon
    self.target = target.map { Int32($0.index) } ?? -1
    cap = CostPair(cost: limits.greatestCost, co2e: limits.greatestCO2e)
    slack = CostPair(cost: limits.slackCost, co2e: limits.slackCO2e)
    isClosed = timetable.transfersAreClosed && !(changes?.opensChains ?? false)
    limitsHit = []
    labelCount = 0
    guard start <= horizon else { return state.clear(from: horizon, through: horizon, changes) }
    state.clear(from: start, through: horizon, changes)
    accept(
      Int32(source.index), .zero, at: start, parent: -1, via: ConnectionScan.noVia,
      changes: changes)
    if timetable.isNarrow {
      scan(timetable.narrow.cells, from: start, changes)
    } else {
      scan(timetable.wide.cells, from: start, changes)
    }
    settle(through: horizon, changes)
  }

  // MARK: Scan

  @inline(__always)
  private mutating func scan<Number>(
    _ connections: Cells<Timetable.Connection<Number>>, from start: Int32,
    _ changes: TimetableChanges?
  ) {
    let (boardable, offered) = (state.boardable, state.offered)
    let (legOfConnection, isAboard) = (state.legOfConnection, state.isAboard)
    let turnarounds = timetable.turnarounds.cells
    timetable.scan(connections, from: start, through: horizon, changes: changes) { block in
      var rest = block.bits
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest &- 1
        let connection = block.connections[block.first &+ place]
        let departure = connection.departure &+ block.shift
        if state.buckets.first <= departure { settle(through: departure, changes) }
        let tail = Int(connection.tail)
        if boardable[tail].nextTime <= departure { state.makeBoardable(tail, at: departure) }
        let run = Int(connection.run) &+ block.runShift
        let number = block.number &+ place
        let rides = isAboard[run >> 6] >> UInt64(truncatingIfNeeded: run & 63) & 1 != 0
        // Many tails have no label yet: then the route need not be asked.
        let newest = boardable[tail].newest
        guard newest >= 0 || rides else { continue }
        let leg = legOfConnection[number]
        let hasNew = offered[leg] <= newest
        guard hasNew || rides else { continue }
        let arrival = departure &+ connection.span &- turnarounds[Int(connection.head)]
        guard arrival <= horizon else {
          state.unboardAll(run)
          continue
        }
        let boards = hasNew && offer(tail, leg: leg, run: run)
        if rides || boards, state.keepUseful(run, from: leg) {
          state.buckets.add(
            at: arrival, place: Int32(truncatingIfNeeded: run), cause: leg,
            via: Int32(truncatingIfNeeded: number), cost: .zero)
          if boards, arrival == departure { return place }
        }
      }
      return Timetable.goOn
    }
  }

  /// Puts aboard what was not offered to the route leg before; true where something boards.
  @inline(__always)
  private mutating func offer(_ tail: Int, leg: Int32, run: Int) -> Bool {
    let from = state.offered[leg]
    let list = state.boarding.lists[tail]
    var place = Int(list.first + list.count) - 1
    var boards = false
    while place >= Int(list.first) {
      let entry = state.boarding.entries[place]
      guard entry.label >= from else { break }
      let cost = entry.cost &+ state.boardingCosts[leg]
      let useful = lastUsefulLeg(cost, from: leg)
      if useful >= 0 {
        state.board(run, leg: leg, cost: cost, parent: entry.label, lastUseful: useful)
        boards = true
      }
      place -= 1
    }
    state.offered[leg] = state.boardable[tail].newest &+ 1
    return boards
  }

  /// The last leg at whose head the cost would be new; -1 where there is none.
  @inline(__always)
  private func lastUsefulLeg(_ cost: CostPair, from leg: Int32) -> Int32 {
    let end = state.legs[leg].end
    var ahead = end &- 1
    while ahead >= leg {
      let row = state.legs[ahead]
      let there = cost &+ row.prefix
      if there.dominates(cap), !state.fronts.dominates(Int(row.head), there) { return ahead }
      ahead -= 1
    }
    return -1
  }

  // MARK: Arrivals

  /// Settles all arrivals up to a time.
  private mutating func settle(through time: Int32, _ changes: TimetableChanges?) {
    while state.buckets.first <= time {
      let now = state.buckets.first
      var event = state.buckets.takeList()
      while event >= 0 {
        let row = state.buckets.events[event]
        event = row.next
        if row.via < 0 {
          accept(row.place, row.cost, at: now, parent: row.cause, via: row.via, changes: changes)
        } else {
          unload(row, at: now, changes)
        }
      }
    }
  }

  private mutating func unload(
    _ event: ArrivalBuckets.Event, at now: Int32, _ changes: TimetableChanges?
  ) {
    let leg = state.legs[event.cause]
    var place = state.aboard[event.place]
    while place >= 0 {
      let row = state.passengers[place]
      place = row.next
      guard row.lastUseful >= event.cause else { continue }
      accept(
        leg.head, row.cost &+ leg.prefix, at: now, parent: row.parent, via: event.via,
        changes: changes)
    }
  }

  @inline(__always)
  private mutating func accept(
    _ node: Int32, _ cost: CostPair, at now: Int32, parent: Int32, via: Int32,
    changes: TimetableChanges?
  ) {
    if state.fronts.dominates(Int(node), cost) { return }
    if target >= 0, node != target, state.fronts.dominates(Int(target), cost) { return }
    guard isWithinLimits(cost, at: node) else { return }
    let label = state.add(
      Row(
        cost: cost, time: now, dead: .max, parent: parent, via: via, next: -1, node: node))
    labelCount += 1
    let mayPush = via >= 0 || via == ConnectionScan.noVia || !isClosed
    if mayPush, !isClosed || !state.witnesses.cover(Int(node), cost, at: now) {
      pushTransfers(of: Int(node), cost, at: now, label: label, changes)
    }
  }

  private mutating func isWithinLimits(_ cost: CostPair, at node: Int32) -> Bool {
    guard cost.dominates(cap) else {
      limitsHit.insert(.cap)
      return false
    }
    if slack != .zero {
      let slackened = cost &+ slack
      if !slackened.overflows, state.fronts.dominates(Int(node), slackened) {
        limitsHit.insert(.slack)
        return false
      }
    }
    guard labelCount < limits.labelBudget else {
      limitsHit.insert(.labelBudget)
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func pushTransfers(
    of node: Int, _ cost: CostPair, at now: Int32, label: Int32, _ changes: TimetableChanges?
  ) {
    let boarding = now + state.turnarounds[node]
    if let changes, let list = changes.transfersOfNode[Int32(node)] {
      for row in list {
        push(row.slot, cost, end: changes.end(of: row, from: node, at: boarding), label: label)
      }
      return
    }
    for slot in state.firstTransfer[node]..<state.firstTransfer[node + 1] {
      push(
        slot, cost, end: timetable.end(of: state.transfers[slot], from: node, at: boarding),
        label: label)
    }
  }

  @inline(__always)
  private mutating func push(_ slot: Int32, _ cost: CostPair, end: Int32, label: Int32) {
    let head = state.transfers[slot].head
    let arrival = end &- state.turnarounds[head]
    guard arrival <= horizon else { return }
    let there = cost &+ state.transferCosts[slot]
    if state.fronts.dominates(Int(head), there) { return }
    state.buckets.add(at: arrival, place: head, cause: label, via: ~slot, cost: there)
    if isClosed { state.witnesses.note(head, there, at: arrival) }
  }
}

// MARK: Answers

extension ParetoScan {
  /// A step of a journey: a leg of a trip or a transfer.
  public enum Step: Sendable, Hashable {
    /// The tag of the leg at whose head cargo is unloaded, and when it leaves that leg's tail.
    case ride(tag: Int32, connection: Int, arrival: Int32)
    case transfer(tag: Int32, arrival: Int32)

    public var tag: Int32 {
      switch self {
      case .ride(let tag, _, _): tag
      case .transfer(let tag, _): tag
      }
    }
  }

  /// The Pareto set of a node, by arrival, then by cost; empty where it is not reached.
  public func labels(at node: ID<Node>) -> [Label] {
    var labels: [Label] = []
    forEachLabel(at: node) { labels.append($0) }
    return labels.sorted { ($0.arrival, $0.cost) < ($1.arrival, $1.cost) }
  }

  /// Calls `body` with every label of a node's set, in no order.
  public func forEachLabel(at node: ID<Node>, _ body: (Label) -> Void) {
    state.forEachAnswer(at: node.index) { number, row in
      body(Label(arrival: row.time, cost: row.cost.cost, co2e: row.cost.co2e, number: number))
    }
  }

  /// How a label came about, from the source on.
  public func journey(to label: Label) -> [Step] {
    var steps: [Step] = []
    var number = label.number
    while number >= 0 {
      let row = state.labels[number]
      if row.via >= 0 {
        let tag =
          Int(row.via) < timetable.connectionCount ? timetable.legs[Int(row.via)].tag : -1
        steps.append(.ride(tag: tag, connection: Int(row.via), arrival: row.time))
      } else if row.via != ConnectionScan.noVia {
        steps.append(
          .transfer(tag: timetable.transferTags[Int(~row.via)], arrival: row.time))
      }
      number = row.parent
    }
    return steps.reversed()
  }
}
