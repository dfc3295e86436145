// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

/// All that a Pareto scan writes; its memory is kept from run to run.
struct ParetoState {
  /// What the scan asks of a connection's tail.
  struct Boardable: BitwiseCopyable {
    /// When the node's next label may board; `Int32.max` where there is none.
    var nextTime: Int32
    /// The newest label that may board, -1 where there is none.
    var newest: Int32
  }
  /// A label aboard a run.
  struct Passenger: BitwiseCopyable {
    /// Adding a leg's prefix gives the cost at its head.
    var cost: CostPair
    var parent: Int32
    /// After this leg it improves nothing.
    var lastUseful: Int32
    var next: Int32
  }
  private struct NodeLog: BitwiseCopyable {
    var first: Int32
    var last: Int32
    /// The first label that may not board yet, -1 where there is none.
    var pending: Int32
  }

  let timetable: Timetable
  let turnarounds: Cells<Int32>
  let firstTransfer: Cells<Int32>
  let transfers: Cells<Timetable.Transfer>
  let transferCosts: Cells<CostPair>
  private let routes: RouteTable
  /// Route legs, those of added trips last.
  private(set) var legs: Cells<RouteTable.Leg>
  private(set) var boardingCosts: Cells<CostPair>
  /// Connection → its route leg, added ones last.
  private(set) var legOfConnection: Cells<Int32>
  private var legCount: Int
  let witnesses: Witnesses

  var fronts: ParetoFronts
  var boarding: BoardingLists
  var buckets = ArrivalBuckets()
  private(set) var labels: Cells<ParetoScan.Row>
  private(set) var labelCount = 0
  private let logs: Cells<NodeLog>
  let boardable: Cells<Boardable>
  /// Route leg → labels below this were offered to it.
  private(set) var offered: Cells<Int32>
  /// Run → its first passenger, -1 where there is none.
  private(set) var aboard: Cells<Int32>
  private(set) var passengers: Cells<Passenger>
  private var passengerCount = 0
  /// Run → a bit, set while it has passengers.
  private(set) var isAboard: Cells<UInt64>

  private static var noRow: ParetoScan.Row {
    ParetoScan.Row(cost: .zero, time: 0, dead: 0, parent: -1, via: 0, next: -1, node: 0)
  }
  private static var nobody: Passenger {
    Passenger(cost: .zero, parent: -1, lastUseful: -1, next: -1)
  }

  init(_ timetable: Timetable, _ routes: RouteTable) {
    self.timetable = timetable
    self.routes = routes
    turnarounds = timetable.turnarounds.cells
    firstTransfer = timetable.firstTransfer.cells
    transfers = timetable.transfers.cells
    transferCosts = timetable.transferCosts.cells
    let nodes = timetable.nodeCount
    fronts = ParetoFronts(nodeCount: nodes)
    boarding = BoardingLists(nodeCount: nodes)
    labels = Cells(repeating: Self.noRow, count: 1 << 12)
    logs = Cells(repeating: NodeLog(first: -1, last: -1, pending: -1), count: nodes)
    boardable = Cells(repeating: Boardable(nextTime: .max, newest: -1), count: nodes)
    offered = Cells(repeating: 0, count: routes.legs.count + 1)
    aboard = Cells(repeating: -1, count: timetable.runCount + 1)
    passengers = Cells(repeating: Self.nobody, count: 1 << 12)
    isAboard = Cells(repeating: 0, count: timetable.runCount / 64 + 1)
    legCount = routes.legs.count
    legs = Cells(copying: routes.legs)
    boardingCosts = Cells(copying: routes.boarding)
    legOfConnection = Cells(copying: routes.legOfConnection)
    witnesses = Witnesses(nodeCount: nodes, timetable.detourExcess)
  }

  func deallocate() {
    fronts.deallocate()
    boarding.deallocate()
    buckets.deallocate()
    labels.deallocate()
    logs.deallocate()
    boardable.deallocate()
    offered.deallocate()
    aboard.deallocate()
    passengers.deallocate()
    isAboard.deallocate()
    legs.deallocate()
    boardingCosts.deallocate()
    legOfConnection.deallocate()
    witnesses.deallocate()
  }

  mutating func clear(from start: Int32, through end: Int32, _ changes: TimetableChanges?) {
    fronts.clear()
    boarding.clear()
    buckets.reset(from: start, through: end)
    labelCount = 0
    passengerCount = 0
    logs.fill(NodeLog(first: -1, last: -1, pending: -1))
    boardable.fill(Boardable(nextTime: .max, newest: -1))
    witnesses.clear()
    addRoutes(of: changes)
    if legCount > offered.count { offered = offered.grown(to: legCount, with: 0) }
    offered.fill(0, upTo: legCount)
    let runs = timetable.runCount + (changes?.addedTrips.count ?? 0)
    if runs > aboard.count { aboard = aboard.grown(to: runs, with: -1) }
    aboard.fill(-1, upTo: runs)
    if runs / 64 + 1 > isAboard.count { isAboard = isAboard.grown(to: runs / 64 + 1, with: 0) }
    isAboard.fill(0, upTo: runs / 64 + 1)
  }

  // MARK: Labels

  /// Adds a label that nothing dominates; marks what it dominates.
  @inline(__always)
  mutating func add(_ row: ParetoScan.Row) -> Int32 {
    if labelCount == labels.count { labels = labels.grown(to: 2 * labelCount, with: Self.noRow) }
    let number = Int32(truncatingIfNeeded: labelCount)
    labels[number] = row
    labelCount += 1
    let labels = labels
    fronts.insert(Int(row.node), row.cost, of: number) { labels[$0].dead = row.time }
    var log = logs[row.node]
    if log.last >= 0 { labels[log.last].next = number } else { log.first = number }
    log.last = number
    if log.pending < 0 {
      log.pending = number
      boardable[row.node].nextTime = row.time + turnarounds[row.node]
    }
    logs[row.node] = log
    return number
  }

  /// Moves the labels that may board by `time` to the node's boarding list.
  mutating func makeBoardable(_ node: Int, at time: Int32) {
    let arrived = time - turnarounds[node]
    var next = logs[node].pending
    while next >= 0, labels[next].time <= arrived {
      let row = labels[next]
      if row.dead > arrived {
        boarding.append(BoardingLists.Entry(cost: row.cost, label: next), at: node)
        boardable[node].newest = next
      }
      next = row.next
    }
    logs[node].pending = next
    boardable[node].nextTime = next < 0 ? .max : labels[next].time + turnarounds[node]
  }

  /// The labels of a node that no label dominates, in the order of settling.
  func forEachAnswer(at node: Int, _ body: (Int32, ParetoScan.Row) -> Void) {
    var next = labelCount == 0 ? -1 : logs[node].first
    while next >= 0 {
      let row = labels[next]
      if row.dead != row.time { body(next, row) }
      next = row.next
    }
  }

  // MARK: Runs

  func unboardAll(_ run: Int) {
    aboard[run] = -1
    isAboard[run >> 6] &= ~(1 << UInt64(truncatingIfNeeded: run & 63))
  }

  /// Puts a label aboard unless one that rides as far dominates it; drops those it dominates.
  mutating func board(
    _ run: Int, leg: Int32, cost: CostPair, parent: Int32, lastUseful: Int32
  ) {
    let prefix = legs[leg].prefix
    let there = cost &+ prefix
    var place = aboard[run]
    var before: Int32 = -1
    while place >= 0 {
      let other = passengers[place]
      let otherThere = other.cost &+ prefix
      if otherThere.dominates(there), other.lastUseful >= lastUseful { return }
      if there.dominates(otherThere), lastUseful >= other.lastUseful {
        if before < 0 { aboard[run] = other.next } else { passengers[before].next = other.next }
      } else {
        before = place
      }
      place = other.next
    }
    if passengerCount == passengers.count {
      passengers = passengers.grown(to: 2 * passengerCount, with: Self.nobody)
    }
    passengers[passengerCount] = Passenger(
      cost: cost, parent: parent, lastUseful: lastUseful, next: aboard[run])
    aboard[run] = Int32(truncatingIfNeeded: passengerCount)
    isAboard[run >> 6] |= 1 << UInt64(truncatingIfNeeded: run & 63)
    passengerCount += 1
  }

  /// Drops passengers that improve nothing from a leg on; true where some are left.
  @inline(__always)
  func keepUseful(_ run: Int, from leg: Int32) -> Bool {
    var place = aboard[run]
    var before: Int32 = -1
    while place >= 0 {
      let row = passengers[place]
      if row.lastUseful >= leg {
        before = place
      } else if before < 0 {
        aboard[run] = row.next
      } else {
        passengers[before].next = row.next
      }
      place = row.next
    }
    if aboard[run] >= 0 { return true }
    unboardAll(run)
    return false
  }

  /// A route for each added trip.
  private mutating func addRoutes(of changes: TimetableChanges?) {
    legCount = routes.legs.count
    guard let changes else { return }
    let total = legCount + changes.added.count
    if total > legs.count {
      legs = legs.grown(to: total, with: RouteTable.Leg(prefix: .zero, head: 0, end: 0))
      boardingCosts = boardingCosts.grown(to: total, with: .zero)
    }
    var firstLegs: [Int32] = []
    for trip in changes.addedTrips {
      firstLegs.append(Int32(legCount))
      let end = Int32(legCount + trip.legs.count)
      var prefix = CostPair.zero
      for leg in trip.legs {
        boardingCosts[legCount] = trip.boarding &- prefix
        prefix = prefix &+ CostPair(cost: leg.cost, co2e: leg.co2e)
        legs[legCount] = RouteTable.Leg(prefix: prefix, head: Int32(leg.head.index), end: end)
        legCount += 1
      }
    }
    let base = timetable.connectionCount
    let connections = base + changes.added.count
    if connections > legOfConnection.count {
      legOfConnection = legOfConnection.grown(to: connections, with: 0)
    }
    for (number, row) in changes.added.enumerated() {
      legOfConnection[base + number] =
        firstLegs[Int(row.run) - timetable.runCount] + row.position
    }
  }
}
