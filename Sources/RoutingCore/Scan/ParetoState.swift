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
  /// Added connection → its route leg; these come after those of the timetable.
  private(set) var addedLegs: [Int32] = []
  private var extraLegs: [RouteTable.Leg] = []
  private var extraBoarding: [CostPair] = []

  private static let noRow = ParetoScan.Row(
    cost: .zero, time: 0, dead: 0, parent: -1, via: 0, next: -1, node: 0)
  private static let nobody = Passenger(cost: .zero, parent: -1, lastUseful: -1, next: -1)

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
  }

  mutating func clear(from start: Int32, through end: Int32, _ changes: TimetableChanges?) {
    fronts.clear()
    boarding.clear()
    buckets.reset(from: start, through: end)
    labelCount = 0
    passengerCount = 0
    logs.fill(NodeLog(first: -1, last: -1, pending: -1))
    boardable.fill(Boardable(nextTime: .max, newest: -1))
    addRoutes(of: changes)
    let legs = routes.legs.count + extraLegs.count
    if legs > offered.count { offered = offered.grown(to: legs, with: 0) }
    offered.fill(0, upTo: legs)
    let runs = timetable.runCount + (changes?.addedTrips.count ?? 0)
    if runs > aboard.count { aboard = aboard.grown(to: runs, with: -1) }
    aboard.fill(-1, upTo: runs)
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

  /// The labels of a node that no label dominates, by arrival, then in the order of settling.
  func answers(at node: Int) -> [Int32] {
    var numbers: [Int32] = []
    var next = labelCount == 0 ? -1 : logs[node].first
    while next >= 0 {
      if labels[next].dead != labels[next].time { numbers.append(next) }
      next = labels[next].next
    }
    return numbers
  }

  // MARK: Runs

  @inline(__always)
  func leg(_ number: Int32) -> RouteTable.Leg {
    let base = routes.legs.count
    return Int(number) < base ? routes.legs.cells[number] : extraLegs[Int(number) - base]
  }

  @inline(__always)
  func boardingCost(of leg: Int32) -> CostPair {
    let base = routes.boarding.count
    return Int(leg) < base ? routes.boarding.cells[leg] : extraBoarding[Int(leg) - base]
  }

  /// Puts a label aboard unless one that rides as far dominates it; drops those it dominates.
  mutating func board(
    _ run: Int, leg: Int32, cost: CostPair, parent: Int32, lastUseful: Int32
  ) {
    let prefix = self.leg(leg).prefix
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
    return aboard[run] >= 0
  }

  /// A route for each added trip.
  private mutating func addRoutes(of changes: TimetableChanges?) {
    addedLegs.removeAll(keepingCapacity: true)
    extraLegs.removeAll(keepingCapacity: true)
    extraBoarding.removeAll(keepingCapacity: true)
    guard let changes else { return }
    let base = Int32(routes.legs.count)
    var firstLegs: [Int32] = []
    for trip in changes.addedTrips {
      let first = base + Int32(extraLegs.count)
      firstLegs.append(first)
      var prefix = CostPair.zero
      for leg in trip.legs {
        extraBoarding.append(trip.boarding &- prefix)
        prefix = prefix &+ CostPair(cost: leg.cost, co2e: leg.co2e)
        extraLegs.append(
          RouteTable.Leg(
            prefix: prefix, head: Int32(leg.head.index), end: first + Int32(trip.legs.count)))
      }
    }
    for row in changes.added {
      addedLegs.append(firstLegs[Int(row.run) - timetable.runCount] + row.position)
    }
  }
}
