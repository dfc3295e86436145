// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The slow, obvious twin of the scans and of `TimetableChanges`: every run of every trip stands in a
/// list of its own, and all of them are tried until nothing gets better.
///
/// A closed node is asked about at every call instead of being cut out of trips; a move that has to wait
/// waits until both its window and its closures let it start, second by second. Transfers follow one
/// another freely: that the scans need not follow them where they are closed is for tests to see. For
/// tests and small timetables: time grows with labels × runs × legs².
public struct TimetableReference: Sendable {
  /// A trip in the period in which it starts.
  public struct Run: Sendable, Hashable {
    /// Nil for a trip that was added.
    public var trip: ID<Trip>?
    public var startPeriod: Int
    /// Times since the epoch.
    public var legs: [TripLeg]
    public var boardingCost: Int32
    public var boardingCO2e: Int32
  }

  /// Arrival, fen and grams.
  public struct Label: Sendable, Hashable, Comparable {
    public var arrival: Int32
    public var cost: Int32
    public var co2e: Int32

    public init(arrival: Int32, cost: Int32, co2e: Int32) {
      (self.arrival, self.cost, self.co2e) = (arrival, cost, co2e)
    }

    public static func < (a: Self, b: Self) -> Bool {
      (a.arrival, a.cost, a.co2e) < (b.arrival, b.cost, b.co2e)
    }

    func dominates(_ other: Self) -> Bool {
      arrival <= other.arrival && cost <= other.cost && co2e <= other.co2e
    }
  }

  public private(set) var runs: [Run] = []
  private let builder: TimetableBuilder
  private var closures: [(node: ID<Node>, window: Range<Int32>)] = []

  public init(_ builder: TimetableBuilder) {
    self.builder = builder
    for (number, trip) in builder.trips.enumerated() {
      for start in 0..<64 where trip.periods >> UInt64(start) & 1 == 1 {
        let rows = builder.legs[Int(trip.firstLeg)..<Int(trip.firstLeg + trip.legCount)]
        var run = Run(
          trip: ID(number), startPeriod: start, legs: Array(rows),
          boardingCost: trip.boarding.cost, boardingCO2e: trip.boarding.co2e)
        run.postpone(by: Int32(start) * builder.period, fromLeg: 0)
        runs.append(run)
      }
    }
  }

  // MARK: Changes

  public mutating func cancel(_ trip: ID<Trip>, startingIn period: Int) -> Bool {
    guard let place = find(trip, period) else { return false }
    runs.remove(at: place)
    return true
  }

  public mutating func delay(
    _ trip: ID<Trip>, startingIn period: Int, by seconds: Int32, fromLeg leg: Int
  ) -> Bool {
    guard let place = find(trip, period) else { return false }
    runs[place].postpone(by: seconds, fromLeg: leg)
    return true
  }

  public mutating func add(_ legs: [TripLeg], boardingCost: Int32, co2e: Int32) {
    runs.append(
      Run(
        trip: nil, startPeriod: 0, legs: legs, boardingCost: boardingCost, boardingCO2e: co2e))
  }

  public mutating func close(_ node: ID<Node>, during window: Range<Int32>) {
    closures.append((node, window))
  }

  private func find(_ trip: ID<Trip>, _ period: Int) -> Int? {
    runs.firstIndex { $0.trip == trip && $0.startPeriod == period }
  }

  // MARK: Moves

  /// Nothing is loaded, unloaded or passed on there at that time.
  public func isClosed(_ node: ID<Node>, at time: Int32) -> Bool {
    closures.contains { $0.node == node && $0.window.contains(time) }
  }

  /// Stretches of a run that cargo may take: from the tail of leg `from` to the head of leg `through`.
  public func seats(of run: Run) -> [(from: Int, through: Int)] {
    run.legs.indices.flatMap { from -> [(from: Int, through: Int)] in
      guard !isClosed(run.legs[from].tail, at: run.legs[from].departure) else { return [] }
      return run.legs.indices.filter { through in
        through >= from && !isClosed(run.legs[through].head, at: run.legs[through].arrival)
      }.map { (from, $0) }
    }
  }

  /// When cargo that is at the tail of a transfer at a time is at its head, up to a last moment.
  private func end(
    _ row: TimetableBuilder.TransferRow, after time: Int32, by last: Int32
  ) -> Int32? {
    let (tail, head) = (ID<Node>(Int(row.tail)), ID<Node>(Int(row.transfer.head)))
    let span =
      row.transfer.seconds + builder.turnarounds[tail.index] - builder.turnarounds[head.index]
    var start = time
    while isClosed(tail, at: start) || !isOpen(row.transfer.openBefore, at: start) {
      start += 1
      if start > last { return nil }
    }
    var end = start + span
    while isClosed(head, at: end) || !isOpen(row.transfer.openAfter, at: end) {
      end += 1
      if end > last { return nil }
    }
    return end <= last ? end : nil
  }

  private func isOpen(_ window: Int32, at time: Int32) -> Bool {
    guard window >= 0 else { return true }
    let list = builder.windows.lists[Int(window)]
    return builder.windows.steps[Int(list.first)..<Int(list.first + list.count)]
      .contains { $0.value <= time && time <= $0.key }
  }

  // MARK: Answers

  /// The earliest arrival at every node by the horizon.
  public func arrivals(from source: ID<Node>, at start: Int32, horizon: Int32) -> [Int32?] {
    paretoSets(from: source, at: start, horizon: horizon, comparesTimesOnly: true)
      .map { $0.first?.arrival }
  }

  /// The Pareto set of every node in (arrival, cost, CO2e), sorted.
  public func paretoSets(
    from source: ID<Node>, at start: Int32, horizon: Int32
  ) -> [[Label]] {
    paretoSets(from: source, at: start, horizon: horizon, comparesTimesOnly: false)
  }

  private func paretoSets(
    from source: ID<Node>, at start: Int32, horizon: Int32, comparesTimesOnly: Bool
  ) -> [[Label]] {
    var sets = [[Label]](repeating: [], count: builder.turnarounds.count)
    var waiting: [(node: ID<Node>, label: Label)] = []
    func reach(_ node: ID<Node>, _ label: Label) {
      var label = label
      if comparesTimesOnly { (label.cost, label.co2e) = (0, 0) }
      guard label.arrival <= horizon, !sets[node.index].contains(where: { $0.dominates(label) })
      else { return }
      sets[node.index].removeAll { label.dominates($0) }
      sets[node.index].append(label)
      waiting.append((node, label))
    }
    let ways = runs.flatMap { run in seats(of: run).map { (run: run, seat: $0) } }
    reach(source, Label(arrival: start, cost: 0, co2e: 0))
    while let (node, label) = waiting.popLast() {
      guard sets[node.index].contains(label) else { continue }
      for row in builder.transfers where Int(row.tail) == node.index {
        guard let end = end(row, after: label.arrival, by: horizon) else { continue }
        reach(
          ID(Int(row.transfer.head)),
          Label(
            arrival: end, cost: label.cost + row.cost.cost, co2e: label.co2e + row.cost.co2e))
      }
      for (run, seat) in ways where run.legs[seat.from].tail == node {
        guard label.arrival + builder.turnarounds[node.index] <= run.legs[seat.from].departure
        else { continue }
        let legs = run.legs[seat.from...seat.through]
        reach(
          run.legs[seat.through].head,
          Label(
            arrival: run.legs[seat.through].arrival,
            cost: legs.reduce(label.cost + run.boardingCost) { $0 + $1.cost },
            co2e: legs.reduce(label.co2e + run.boardingCO2e) { $0 + $1.co2e }))
      }
    }
    return sets.map { $0.sorted() }
  }
}

extension TimetableReference.Run {
  fileprivate mutating func postpone(by seconds: Int32, fromLeg leg: Int) {
    for place in legs.indices where place >= leg {
      legs[place].departure += seconds
      legs[place].arrival += seconds
    }
  }
}
