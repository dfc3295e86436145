// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import Stochastics

/// When trucks can leave every place, for each of many ready times.
public struct StartTable: Sendable {
  /// Seconds since the router's epoch.
  let readyTimes: [Int32]
  /// Lane × ready times + number of the ready time → seconds since the epoch.
  let values: [Int32]

  /// Whether trucks ever leave the place.
  public func starts(at place: ID<Place>) -> Bool {
    let count = readyTimes.count
    return values[2 * place.index * count..<(2 * place.index + 2) * count].contains {
      $0 < PointDelivery.never
    }
  }
}

/// Of one run: lane → seconds since the epoch.
public struct RunStarts: Sendable {
  var values: [Int32]
  /// Place → when a whole truck stands there that has come over listed roads.
  var onward: [Int32]

  /// The earlier of both for every lane.
  public func earliest(_ other: RunStarts) -> RunStarts {
    RunStarts(
      values: zip(values, other.values).map { min($0, $1) },
      onward: zip(onward, other.onward).map { min($0, $1) })
  }

  /// Of trucks alone that go on from where they have come to.
  public var drivingOn: RunStarts {
    RunStarts(values: onward.flatMap { [$0, PointDelivery.never] }, onward: onward)
  }
}

extension PointDelivery {
  /// Reads from a finished search when trucks can leave each place.
  ///
  /// - Parameters:
  ///   - search: On the router that this was made for, or one of the same week.
  ///   - serves: Whether points may be served from the place with cargo of this search.
  /// - Returns: A start for each place and way of leaving.
  /// - Complexity: O(places).
  public func starts(
    of search: borrowing RouterSearch, where serves: (ID<Place>) -> Bool = { _ in true }
  ) -> RunStarts {
    var values = [Int32](repeating: Self.never, count: 2 * starts.count)
    for place in starts.indices {
      let id = ID<Place>(place)
      guard serves(id) else { continue }
      let standing = search.standing(at: id).map { Int32($0.seconds - epochSeconds) }
      if let standing { values[2 * place] = standing }
      // Line-haul takes over from a truck, too; another truck at once does not.
      let free = search.standingForLineHaul(at: id).map { Int32($0.seconds - epochSeconds) }
      if let free { values[2 * place + 1] = starts[place].lineHaul(after: free) }
    }
    let onward = onwardTrucks.standing(
      leaving: starts.indices.map { values[2 * $0] },
      arrived: { place in
        guard serves(ID(place)) else { return nil }
        return search.trucked(to: ID(place)).map { Int32($0.seconds - epochSeconds) }
      })
    return RunStarts(values: values, onward: onward)
  }

  /// The starts of many runs, ready for `statistics`.
  public func table(_ runs: [RunStarts], readyTimes: [Instant]) -> StartTable {
    let lanes = 2 * starts.count
    var values = [Int32](repeating: Self.never, count: lanes * runs.count)
    for (number, run) in runs.enumerated() {
      for lane in 0..<lanes { values[lane * runs.count + number] = run.values[lane] }
    }
    return StartTable(
      readyTimes: readyTimes.map { Int32($0.seconds - epochSeconds) }, values: values)
  }

  /// What the ready times say of a point.
  public struct Statistic: Sendable, Hashable {
    /// At the percentile's rank; nil is unreachable.
    public var seconds: Int64?
    /// Ready times that make the target.
    public var inTime: Int

    public init(seconds: Int64?, inTime: Int) {
      self.seconds = seconds
      self.inTime = inTime
    }
  }

  /// The statistic of every point.
  ///
  /// - Parameters:
  ///   - table: One start for every ready time that the percentile is over.
  ///   - percentile: Nearest rank, 1…100.
  ///   - target: Seconds within which a ready time counts as in time.
  ///   - threads: The answer does not depend on it.
  ///   - isOpen: Whether the way from a place to a point exists; asked on any thread, and only of
  ///     those that would be the earliest.
  /// - Returns: A row for each point; nil where nothing comes from any place within reach.
  /// - Complexity: O(approaches × ready times).
  public func statistics(
    _ table: StartTable, percentile: Int, target: Int64, threads: Int,
    where isOpen: @Sendable (Int, ID<Place>) -> Bool = { _, _ in true }
  ) -> [Statistic?] {
    let chunk = 512
    let chunks = (pointCount + chunk - 1) / chunk
    let count = table.readyTimes.count
    let rank = max(1, (percentile * count + 99) / 100)
    let rows = spread(chunks, over: threads) { (next, put: (Int, [Statistic?]) -> Void) in
      var seconds = [Int32](repeating: Self.never, count: count)
      while let number = next() {
        let points = number * chunk..<min(pointCount, (number + 1) * chunk)
        put(
          number,
          points.map { point -> Statistic? in
            guard deliver(to: point, from: table, where: isOpen, into: &seconds) else { return nil }
            let inTime = seconds.count { Int64($0) <= target }
            seconds.sort()
            let value = seconds[rank - 1]
            return Statistic(seconds: value < Self.never ? Int64(value) : nil, inTime: inTime)
          })
      }
    }
    return rows.flatMap(\.self)
  }
}

/// Doors and starts, each made once.
struct DoorCompiler {
  private let router: Router
  private let rules: RuleBook
  private var zones: [String: TimeZoneRules] = [:]
  private let from: Instant
  private let to: Instant
  private(set) var doors: [PointDoor] = []
  private var doorOfKey: [DoorKey: Int32] = [:]
  private var departuresOfKey: [String: [Int32]] = [:]

  private struct DoorKey: Hashable {
    var territory: ID<Territory>
    var zone: String
  }

  init(router: Router, rules: RuleBook) throws {
    self.router = router
    self.rules = rules
    from = router.epoch
    to = router.epoch + (secondsPerWeek + router.horizonSeconds + secondsPerDay)
    for name in Set(router.network.places.map(\.timeZone)) {
      zones[name] = try TimeZoneRules.load(name)
    }
  }

  /// The door of points whose nearest place is `place`.
  mutating func door(at place: ID<Place>) -> Int32 {
    let here = router.network.places[place]
    let key = DoorKey(territory: here.territory, zone: here.timeZone)
    if let known = doorOfKey[key] { return known }
    let rule = rules.door(.delivery, at: place)
    var open: [Range<Int64>]?
    if !router.options.deliveryAlwaysOpen, let hours = rule?.hours, let zone = zones[here.timeZone],
      !router.network.openingHours[hours].isAlways
    {
      open = openIntervals(router.network.openingHours[hours], zone: zone, from: from, to: to)
        .map { ($0.lowerBound - from.seconds)..<($0.upperBound - from.seconds) }
    }
    doors.append(PointDoor(seconds: rule.map { planned($0.time) } ?? 0, open: open))
    let number = Int32(doors.count - 1)
    doorOfKey[key] = number
    return number
  }

  mutating func starts(at place: ID<Place>, lineHaul rule: LineHaulRule?) -> PlaceStarts {
    let here = router.network.places[place]
    var starts = PlaceStarts(departures: [], cutoffSeconds: 0)
    if let rule {
      starts.cutoffSeconds = Int32(rule.cutoffSeconds)
      starts.departures = departures(of: rule, zone: here.timeZone)
    }
    return starts
  }

  private mutating func departures(of rule: LineHaulRule, zone name: String) -> [Int32] {
    let key = rule.id + " " + name
    if let known = departuresOfKey[key] { return known }
    guard let zone = zones[name] else { return [] }
    let times = lineHaulTimes(rule.departures, frequency: router.options.lineHaulFrequency)
    var found: [Int32] = []
    for day in (from.seconds / secondsPerDay - 2)...(to.seconds / secondsPerDay + 2) {
      for time in times {
        let instant = zone.instant(date: CivilDate(dayNumber: day), secondOfDay: time)
        if instant >= from, instant < to { found.append(Int32(instant - from)) }
      }
    }
    found.sort()
    departuresOfKey[key] = found
    return found
  }

  private func planned(_ time: OperationTime) -> Int32 {
    if router.options.plannedQuantile == 0.5 { return Int32(time.medianSeconds) }
    return Int32(
      Distribution.lognormal(
        median: Double(time.medianSeconds), low: Double(time.lowSeconds),
        high: Double(time.highSeconds)
      ).quantile(router.options.plannedQuantile).rounded())
  }
}
