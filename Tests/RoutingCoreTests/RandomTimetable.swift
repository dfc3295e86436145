// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

@testable import RoutingCore

/// A small timetable of trips of several legs, overnight ones too, drawn coarsely so that ties are frequent.
struct RandomTimetable {
  struct Transfer {
    var tail, head: ID<Node>
    var seconds, cost, co2e: Int32
    var openBefore, openAfter: [Range<Int32>]?
  }

  static let epoch = Instant(seconds: 1_772_380_800)
  /// All that runs or opens lies before this second.
  static let end: Int32 = 1_000

  let period: Int32
  let periodCount: Int32
  let turnarounds: [Int32]
  var builder: TimetableBuilder
  var transfers: [Transfer] = []
  var trips: [ID<Trip>] = []
  var legCounts: [Int] = []
  var random: SplitMix64

  var nodes: [ID<Node>] { turnarounds.indices.map { ID($0) } }

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    period = 10 * random.draw(5...15)
    periodCount = random.draw(1...3)
    let isSlow = random.oneIn(2)
    turnarounds = (0..<random.draw(4...7)).map { _ in isSlow ? 5 * random.draw(0...3) : 0 }
    builder = TimetableBuilder(epoch: Self.epoch, period: period)
    for turnaround in turnarounds { _ = builder.addNode(turnaround: turnaround) }
    self.random = random
    drawTransfers()
    for _ in 0..<self.random.draw(5...14) { drawTrip() }
  }

  mutating func node() -> ID<Node> { ID(Int(random.draw(0...Int32(turnarounds.count - 1)))) }

  // MARK: Transfers

  private mutating func drawTransfers() {
    builder.looksForClosedTransfers = random.oneIn(2)
    // Places on a line, all within reach of each other: closed; else any.
    if random.oneIn(3) {
      let places = nodes.prefix(4)
      for a in places {
        for b in places where a != b {
          let distance = Int32(abs(a.index - b.index))
          add(
            Transfer(
              tail: a, head: b, seconds: 5 * distance, cost: 2 * distance, co2e: distance))
        }
      }
      return
    }
    let hasWindows = random.oneIn(2)
    for _ in 0..<random.draw(0...6) {
      let (tail, head) = (node(), node())
      guard tail != head else { continue }
      add(
        Transfer(
          tail: tail, head: head, seconds: 5 * random.draw(0...6), cost: random.draw(0...4),
          co2e: random.draw(0...3), openBefore: hasWindows && random.oneIn(2) ? window() : nil,
          openAfter: hasWindows && random.oneIn(2) ? window() : nil))
    }
  }

  private mutating func window() -> [Range<Int32>] {
    var time: Int32 = 0
    var open: [Range<Int32>] = []
    while time < Self.end {
      let start = time + 5 * random.draw(1...12)
      time = start + 5 * random.draw(1...12)
      open.append(start..<time)
    }
    return open
  }

  private mutating func add(_ transfer: Transfer) {
    transfers.append(transfer)
    builder.add(transfer)
  }

  // MARK: Trips

  private mutating func drawTrip() {
    let cost = random.draw(0...3)
    let co2e = random.draw(0...2)
    let legs = drawLegs(from: 5 * random.draw(0...(period / 5 - 1)))
    let periods = 1 + UInt64(random.draw(0...(1 << periodCount - 2)))
    trips.append(builder.addTrip(legs, periods: periods, boardingCost: cost, co2e: co2e))
    legCounts.append(legs.count)
    guard random.oneIn(3) else { return }
    // The same stops again, later: of one route where it does not overtake.
    let lag = 5 * random.draw(0...4)
    let again = legs.map { leg in
      var leg = leg
      leg.departure += lag
      leg.arrival += lag
      return leg
    }
    guard again[0].departure < period else { return }
    trips.append(builder.addTrip(again, periods: periods, boardingCost: cost, co2e: co2e))
    legCounts.append(legs.count)
  }

  mutating func drawLegs(from start: Int32) -> [TripLeg] {
    var time = start
    var tail = node()
    var legs: [TripLeg] = []
    // Only a trip of one leg may take no time.
    let count = random.draw(1...4)
    let isInstant = count == 1 && random.oneIn(3)
    for _ in 0..<count {
      let head = node()
      guard head != tail else { continue }
      let arrival = time + (isInstant ? 0 : 5 * random.draw(1...9))
      legs.append(
        TripLeg(
          from: tail, to: head, departure: time, arrival: arrival, cost: random.draw(0...4),
          co2e: random.draw(0...3), tag: random.draw(0...999)))
      time = arrival + 5 * random.draw(0...2)
      tail = head
    }
    return legs.isEmpty ? drawLegs(from: start) : legs
  }
}

extension TimetableBuilder {
  mutating func add(_ transfer: RandomTimetable.Transfer) {
    let (before, after) = (list(transfer.openBefore), list(transfer.openAfter))
    addTransfer(
      from: transfer.tail, to: transfer.head, seconds: transfer.seconds, openBefore: before,
      openAfter: after, cost: CostPair(cost: transfer.cost, co2e: transfer.co2e), tag: -1)
  }

  private mutating func list(_ open: [Range<Int32>]?) -> Int32 {
    guard let open else { return Timetable.Transfer.none }
    return windows.append(open.map { .init(key: $0.upperBound - 1, value: $0.lowerBound) })
  }
}
