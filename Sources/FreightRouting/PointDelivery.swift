// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// The last mile to points that are no places of the network, such as the cells of a map.
///
/// A point is served like a demand place that stands there: by a truck that leaves a place of the
/// same customs area at once, or on that place's line-haul, then by the last mile within delivery
/// hours. Its territory and zone are those of the nearest place. Compiled once for a router; the
/// searches of that router, or of others for the same consignment and week, give the starts.
///
/// Not supported: listed links, which a point has none of; `RunStarts.drivingOn` has the trucks that come over them.
public struct PointDelivery: Sendable {
  /// A place from which a point can be reached over land.
  public struct Approach: Sendable, Hashable {
    public var place: ID<Place>
    /// Kilometres over land before circuity.
    public var overlandKM: Double

    public init(place: ID<Place>, overlandKM: Double) {
      self.place = place
      self.overlandKM = overlandKM
    }
  }

  /// When no cargo starts: far after every horizon, and far from overflow.
  static let never = Int32.max / 2

  /// Place → how its trucks start; lane 2*p* leaves at once, lane 2*p* + 1 is line-haul.
  let starts: [PlaceStarts]
  let onwardTrucks: OnwardTrucks
  let epochSeconds: Int64
  let horizon: Int32
  /// Point → its first arrival; those of point *i* are `first[i] ..< first[i + 1]`.
  private let first: [Int32]
  private let arrivals: [TruckReach.Arrival]
  /// Point → its door; -1 where nothing comes.
  private let doorOfPoint: [Int32]
  private let doors: [PointDoor]

  public var pointCount: Int { doorOfPoint.count }

  /// - Parameters:
  ///   - router: Whose consignment, options and week hold.
  ///   - points: For each point the places around it, in any order.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: O(approaches).
  public init(router: Router, points: [[Approach]]) throws {
    let network = router.network
    let rules = RuleBook(network, router.consignment)
    var compiler = try DoorCompiler(router: router, rules: rules)
    let areas = network.places.map { network.territories[$0.territory].customsArea }
    let lineHauls = network.places.indices.map { rules.lineHaul(from: ID($0)) }
    let reach = TruckReach(router, lineHauls: lineHauls)
    var first: [Int32] = [0]
    var arrivals: [TruckReach.Arrival] = []
    var doorOfPoint: [Int32] = []
    for point in points {
      let near = point.filter { reach.isUsable[$0.place.index] }
        .sorted { ($0.overlandKM, $0.place) < ($1.overlandKM, $1.place) }
      for approach in near where areas[approach.place.index] == areas[near[0].place.index] {
        if let arrival = reach.arrival(
          from: approach.place.index, overlandKM: approach.overlandKM)
        {
          arrivals.append(arrival)
        }
      }
      // The quickest first: most of the others then improve nothing.
      let isServed = arrivals.count > Int(first[first.count - 1])
      arrivals[Int(first[first.count - 1])...].sort {
        ($0.seconds, $0.lane) < ($1.seconds, $1.lane)
      }
      doorOfPoint.append(isServed ? compiler.door(at: near[0].place) : -1)
      first.append(Int32(arrivals.count))
    }
    self.first = first
    self.arrivals = arrivals
    self.doorOfPoint = doorOfPoint
    doors = compiler.doors
    onwardTrucks = OnwardTrucks(router, lineHauls: lineHauls)
    starts = network.places.indices.map { compiler.starts(at: ID($0), lineHaul: lineHauls[$0]) }
    epochSeconds = router.epoch.seconds
    horizon = Int32(router.horizonSeconds)
  }

  /// Seconds from each ready time to the delivery at a point; `never` and more is unreachable.
  ///
  /// An approach is asked for only if it would make some ready time earlier.
  ///
  /// - Parameters:
  ///   - point: 0 ..< `pointCount`.
  ///   - table: The starts of the runs.
  ///   - isOpen: Whether the way from a place to the point exists.
  ///   - seconds: Overwritten; one value for each ready time.
  /// - Returns: False where nothing ever comes.
  /// - Complexity: O(approaches × ready times).
  func deliver(
    to point: Int, from table: StartTable, where isOpen: (Int, ID<Place>) -> Bool,
    into seconds: inout [Int32]
  ) -> Bool {
    guard doorOfPoint[point] >= 0 else { return false }
    let count = table.readyTimes.count
    for ready in 0..<count { seconds[ready] = Self.never }
    for number in Int(first[point])..<Int(first[point + 1]) {
      let arrival = arrivals[number]
      let base = Int(arrival.lane) * count
      var improves = false
      for ready in 0..<count
      where table.values[base + ready] &+ arrival.seconds < seconds[ready] { improves = true }
      guard improves, isOpen(point, ID(Int(arrival.lane / 2))) else { continue }
      for ready in 0..<count {
        seconds[ready] = min(seconds[ready], table.values[base + ready] &+ arrival.seconds)
      }
    }
    return deliver(doors[Int(doorOfPoint[point])], readyTimes: table.readyTimes, &seconds)
  }

  /// From the arrivals at a door to the seconds since the ready times.
  private func deliver(
    _ door: PointDoor, readyTimes: [Int32], _ seconds: inout [Int32]
  ) -> Bool {
    var isReached = false
    for (ready, readyTime) in readyTimes.enumerated() where seconds[ready] < Self.never {
      guard let end = door.deliver(arrivingAt: seconds[ready]), end - readyTime <= horizon else {
        seconds[ready] = Self.never
        continue
      }
      seconds[ready] = end - readyTime
      isReached = true
    }
    return isReached
  }
}

/// How trucks start at a place.
struct PlaceStarts: Sendable {
  /// Departures of its line-haul, sorted; empty where it has none.
  var departures: [Int32]
  var cutoffSeconds: Int32

  func lineHaul(after standing: Int32) -> Int32 {
    let ready = standing &+ cutoffSeconds
    var low = 0
    var high = departures.count
    while low < high {
      let middle = (low + high) / 2
      if departures[middle] < ready { low = middle + 1 } else { high = middle }
    }
    return low < departures.count ? departures[low] : PointDelivery.never
  }
}

/// Delivery at a point: the last mile, then the wait for delivery hours.
struct PointDoor: Sendable {
  var seconds: Int32
  /// Seconds since the epoch; nil is always open.
  var open: [Range<Int64>]?

  func deliver(arrivingAt time: Int32) -> Int32? {
    let end = time &+ seconds
    guard let open else { return end }
    return firstOpen(at: Int64(end), in: open).map { Int32($0) }
  }
}
