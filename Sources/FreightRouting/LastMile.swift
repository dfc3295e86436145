// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Geography
public import Quantities

/// The last mile to very many points: for each what the counted ready times say of it.
///
/// A point is served as if a demand place stood there (`PointDelivery`), over the geodesic or, where
/// water is in the way, over detours and crossings. Its customs area and zone are those of the
/// nearest place. Points are taken cell by cell: places whose trucks can be the first for no ready
/// time anywhere in the cell are left out for all its points at once. `PlainLastMile` says the same
/// slowly.
///
/// Not supported: listed links and measured road distances, which a point has none of.
public struct LastMile: Sendable {
  let table: StartTable
  let rows: ReadyRows
  let horizon: Int32
  let reach: TruckReach
  let profiles: [TruckProfile]
  /// Place → its profile.
  let profileOfPlace: [Int]
  /// Place → trucks leave it with this cargo.
  let sends: [Bool]
  /// Place → its customs area as a number.
  let areas: [Int]
  let land: OverlandNetwork
  /// Place → where it stands; nil for locks, which no truck serves.
  let placeSites: [OverlandSite?]
  let snapKM, gapKM: Double
  /// Kilometres over land that any truck goes at most.
  public let widestKM: Double
  /// Place → the door of points that it is nearest to.
  private let doorOfPlace: [Int]
  private let doors: [FlatDoor]
  let percentile: Int
  let targets: [Int32]

  /// What a statistic is over.
  public struct Question: Sendable {
    /// Starts of the counted ready times, in their order.
    public var starts: [RunStarts]
    public var readyTimes: [Instant]
    /// Nearest rank, 1…100.
    public var percentile: Int
    /// Seconds within which a ready time counts as in time.
    public var targets: [Int64]

    public init(
      starts: [RunStarts], readyTimes: [Instant], percentile: Int, targets: [Int64]
    ) {
      self.starts = starts
      self.readyTimes = readyTimes
      self.percentile = percentile
      self.targets = targets
    }
  }

  /// - Parameters:
  ///   - router: Whose consignment, options and week hold.
  ///   - delivery: Made for the router; its own points do not matter.
  ///   - question: What is asked of every point.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public init(router: Router, delivery: PointDelivery, question: Question) throws {
    let network = router.network
    let rules = RuleBook(network, router.consignment)
    var compiler = try DoorCompiler(router: router, rules: rules)
    doorOfPlace = network.places.indices.map { Int(compiler.door(at: ID($0))) }
    doors = compiler.doors.map(FlatDoor.init)
    let lineHauls = network.places.indices.map { rules.lineHaul(from: ID($0)) }
    let reach = TruckReach(router, lineHauls: lineHauls)
    self.reach = reach
    widestKM = network.places.indices.map(reach.reachKM).max() ?? 0
    var profiles: [TruckProfile] = []
    var known: [TruckReach.Yard: Int] = [:]
    let widest = widestKM
    profileOfPlace = reach.yards.map { yard in
      if let number = known[yard] { return number }
      profiles.append(TruckProfile(yard, of: reach, upToKM: widest))
      known[yard] = profiles.count - 1
      return profiles.count - 1
    }
    self.profiles = profiles
    var numbers: [String: Int] = [:]
    areas = network.places.map { place in
      let area = network.territories[place.territory].customsArea
      let number = numbers[area] ?? numbers.count
      numbers[area] = number
      return number
    }
    table = delivery.table(question.starts, readyTimes: question.readyTimes)
    rows = ReadyRows(table, lanes: 2 * network.places.count)
    let table = self.table
    sends = network.places.indices.map { reach.isUsable[$0] && table.starts(at: ID($0)) }
    horizon = delivery.horizon
    land = OverlandNetwork(
      points: network.places.map {
        GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
      },
      crossings: network.crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      },
      snapKM: network.parameter("land.snap_km", default: 15),
      gapKM: network.parameter("land.gap_km", default: 5))
    let land = self.land
    placeSites = network.places.indices.map {
      network.places[$0].kind == .lock ? nil : land.site(of: $0)
    }
    snapKM = network.parameter("land.snap_km", default: 15)
    gapKM = network.parameter("land.gap_km", default: 5)
    percentile = question.percentile
    targets = question.targets.map { Int32(clamping: $0) }
  }

  func door(nearestTo place: Int) -> FlatDoor { doors[doorOfPlace[place]] }

  /// The rows of all points, in their order; the same for any number of threads.
  ///
  /// - Complexity: O(*n* log *n*) in the points, times the places that may be first for one of them,
  ///   and a bounded land search for each place that a detour may make first.
  public func run(_ points: [GeoPoint], threads: Int) -> [LastMileRow] {
    let sites = self.sites(of: points, threads: threads)
    let cells = LastMileCells(sites)
    let chunks = cells.chunks(ofPoints: 512)
    let found = spread(chunks.count, over: threads) { (next, put: (Int, LastMileChunk) -> Void) in
      var search = LastMileSearch(self, sites)
      while let number = next() {
        var chunk = LastMileChunk()
        for cell in chunks[number] { search.serve(cells.points(of: cell), into: &chunk) }
        put(number, chunk)
      }
    }
    var rows = [LastMileRow](repeating: LastMileRow(), count: points.count)
    for chunk in found {
      for (point, row) in chunk.rows { rows[point] = row }
    }
    let open = found.flatMap(\.open)
    for (point, row) in finish(open, sites, threads: threads) { rows[point] = row }
    return rows
  }

  private func sites(of points: [GeoPoint], threads: Int) -> [OverlandSite] {
    let chunk = 1_024
    let snapKM = self.snapKM
    let parts: [[OverlandSite]] = spread((points.count + chunk - 1) / chunk, over: threads) {
      next, put in
      while let number = next() {
        let range = number * chunk..<min(points.count, (number + 1) * chunk)
        put(number, points[range].map { OverlandSite($0, snapKM: snapKM) })
      }
    }
    return parts.flatMap(\.self)
  }
}

/// What the ready times say of a point.
public struct LastMileRow: Sendable, Hashable {
  public enum Standing: UInt8, Sendable {
    /// Something arrives within the horizon for some ready time.
    case reached
    /// Farther than the snap distance from any land.
    case atSea
    /// No place lies within reach.
    case noPlace
    /// Nothing of this cargo comes to a place within reach.
    case nothingComes
    /// Places within reach send trucks, but no way over land leads here.
    case noRoad
    /// Whatever comes, comes too late.
    case late
  }
  public var standing = Standing.noPlace
  /// Gives the customs area, the zone and the delivery hours.
  public var nearest: ID<Place>?
  /// Seconds by nearest rank; nil is infinite.
  public var p50, p80, p95: Int32?
  /// At the percentile asked for.
  public var statistic: Int32?
  /// Target → ready times within it.
  public var inTime: [Int32] = []
  /// Ready times for which something arrives.
  public var reachedTimes = 0
  /// Whose truck or line-haul brings it at the rank asked for, of the earliest ready time there.
  ///
  /// Of several that arrive at once the one of the shortest drive, then the place of the least id.
  public var servedBy: ID<Place>?

  public init() {}
}

/// The starts of a table as vectors: row of lane *l* is `vectors[l * width ..< (l + 1) * width]`.
///
/// Sixteen ready times a vector; the last is filled up with `never`.
struct ReadyRows: Sendable {
  let width: Int
  let count: Int
  let vectors: [SIMD16<Int32>]

  init(_ table: StartTable, lanes: Int) {
    count = table.readyTimes.count
    width = (count + 15) / 16
    var vectors: [SIMD16<Int32>] = []
    vectors.reserveCapacity(lanes * width)
    for lane in 0..<lanes {
      for first in stride(from: 0, to: count, by: 16) {
        var vector = SIMD16<Int32>(repeating: PointDelivery.never)
        for k in first..<min(count, first + 16) {
          vector[k - first] = table.values[lane * count + k]
        }
        vectors.append(vector)
      }
    }
    self.vectors = vectors
  }

  /// Whether a lane comes, for some ready time, no later than what is known.
  func mayServe(_ lane: Int, _ seconds: Int32, _ best: [SIMD16<Int32>]) -> Bool {
    guard seconds < PointDelivery.never else { return false }
    let travel = SIMD16<Int32>(repeating: seconds)
    var later = SIMD16<Int32>(repeating: -1)
    let base = lane * width
    // The sign says later; neither sum nor difference can overflow below 2³¹.
    for k in 0..<width { later &= best[k] &- (vectors[base + k] &+ travel) }
    let eight = later.lowHalf & later.highHalf
    let four = eight.lowHalf & eight.highHalf
    let two = four.lowHalf & four.highHalf
    return two[0] & two[1] >= 0
  }

  func take(_ lane: Int, _ seconds: Int32, into best: inout [SIMD16<Int32>]) {
    let travel = SIMD16<Int32>(repeating: seconds)
    let base = lane * width
    for k in 0..<width {
      // The smaller of two by the sign of their difference: a third of the time of `replace`.
      let earlier = vectors[base + k] &+ travel &- best[k]
      best[k] &+= earlier & (earlier &>> 31)
    }
  }

  func start(_ lane: Int, _ ready: Int) -> Int32 { vectors[lane * width + ready / 16][ready % 16] }
}

/// A door whose openings stand in flat arrays.
struct FlatDoor: Sendable {
  let seconds: Int32
  /// Nil is always open.
  let opens: [Int32]?
  let closes: [Int32]

  init(_ door: PointDoor) {
    seconds = door.seconds
    opens = door.open?.map { Int32(clamping: $0.lowerBound) }
    closes = door.open?.map { Int32(clamping: $0.upperBound) } ?? []
  }

  /// `hint` is where the last answer was found, so that rising arrivals are a walk.
  func deliver(arrivingAt time: Int32, _ hint: inout Int) -> Int32? {
    let end = time &+ seconds
    guard let opens else { return end }
    while hint > 0, closes[hint - 1] > end { hint -= 1 }
    while hint < closes.count, closes[hint] <= end { hint += 1 }
    return hint < closes.count ? max(end, opens[hint]) : nil
  }
}
