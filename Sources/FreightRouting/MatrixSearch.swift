// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// Earliest deliveries from many origins to many destinations, row by row in a fixed order.
///
/// Sixteen rows at a time share a scan: origins of one customs area, or ready times of one origin. Rows
/// come in the order of the origins, and of the ready times within an origin, whatever the number of
/// threads; no more than a few scans' rows are held at once, so a matrix may be larger than memory.
public struct MatrixSearch: Sendable {
  /// What one origin reaches from one ready time.
  public struct Row: Sendable, Hashable {
    /// Numbers into `origins` and `readyTimes`.
    public var origin: Int
    public var ready: Int
    /// Destination → seconds from the ready time to the delivery, -1 where there is none.
    public var seconds: [Int32]
    /// Destination → fen and grams of the itinerary, nil where not known or not reached; empty unless asked for.
    public var costs: [Money?] = []
    public var co2e: [Emission?] = []
    /// The marks of the itinerary, likewise; nil where none is.
    public var qualities: [Marks?] = []

    public struct Marks: Sendable, Hashable {
      public var quality: Quality
      /// Of its hours.
      public var assumedShare: Double
    }

    public init(origin: Int, ready: Int, seconds: [Int32]) {
      self.origin = origin
      self.ready = ready
      self.seconds = seconds
    }
  }

  public let origins: [ID<Place>]
  public let destinations: [ID<Place>]
  public let readyTimes: [Instant]
  public var threads: Int
  /// Customs area → the router of its origins.
  private let routers: [String: Router]
  private let network: Network

  /// - Parameters:
  ///   - network: What is searched.
  ///   - consignment: What is carried.
  ///   - options: What may not be used, or is taken differently.
  ///   - origins: In the order of rows.
  ///   - destinations: In the order of a row's cells.
  ///   - readyTimes: Of one week, rising.
  ///   - week: Its Monday.
  ///   - threads: The rows do not depend on it.
  /// - Throws: As `Router.init`.
  public init(
    network: Network, consignment: Consignment, options: RoutingOptions, origins: [ID<Place>],
    destinations: [ID<Place>], readyTimes: [Instant], week: CivilDate, threads: Int
  ) throws {
    self.network = network
    self.origins = origins
    self.destinations = destinations
    self.readyTimes = readyTimes
    self.threads = threads
    var routers: [String: Router] = [:]
    var ways: RoadWays?
    for origin in origins {
      let area = network.territory(of: origin).customsArea
      guard routers[area] == nil else { continue }
      let router = try Router(
        network: network, consignment: consignment, origin: origin, options: options, week: week,
        ways: ways)
      ways = router.ways
      routers[area] = router
    }
    self.routers = routers
  }

  public var rowCount: Int { origins.count * readyTimes.count }

  /// Hands every row to `emit`, in order.
  ///
  /// - Parameters:
  ///   - withCosts: Whether each pair's best itinerary is looked up for its money and CO2e.
  ///   - emit: Called on the calling thread.
  /// - Throws: What `emit` throws; then no further row is searched.
  /// - Complexity: A scan for every sixteen rows of an area.
  public func run(withCosts: Bool = false, _ emit: (Row) throws -> Void) rethrows {
    let batches = batches
    let wave = 2 * max(1, threads)
    var next = 0
    while next < batches.count {
      let part = batches[next..<min(next + wave, batches.count)]
      let found = spread(part.count, over: threads) { (take, put: (Int, [Row]) -> Void) in
        var scans: [String: LaneBox] = [:]
        while let number = take() {
          let batch = part[part.startIndex + number]
          guard let router = routers[batch.area] else { continue }
          let box = scans[batch.area] ?? LaneBox(router)
          scans[batch.area] = box
          put(number, rows(of: batch, on: router, box, withCosts: withCosts))
        }
      }
      for rows in found { for row in rows { try emit(row) } }
      next += wave
    }
  }

  private struct Batch {
    var area: String
    /// Row numbers: origin × ready times + ready time.
    var rows: [Int]
  }

  /// Rows that follow each other and start in one area, sixteen at most.
  private var batches: [Batch] {
    var batches: [Batch] = []
    for row in 0..<rowCount {
      let area = network.territory(of: origins[row / readyTimes.count]).customsArea
      if let last = batches.last, last.area == area, last.rows.count < LaneScan.laneCount {
        batches[batches.count - 1].rows.append(row)
      } else {
        batches.append(Batch(area: area, rows: [row]))
      }
    }
    return batches
  }

  private func rows(
    of batch: Batch, on router: Router, _ box: LaneBox, withCosts: Bool
  ) -> [Row] {
    let numbers = batch.rows.map { ($0 / readyTimes.count, $0 % readyTimes.count) }
    return box.run(
      numbers.map { (origins[$0], readyTimes[$1]) }, on: router
    ) { lane, search in
      let (origin, ready) = numbers[lane]
      var row = Row(origin: origin, ready: ready, seconds: [])
      row.seconds = destinations.map { place in
        place == origins[origin]
          ? 0 : search.delivery(at: place).map { Int32($0 - readyTimes[ready]) } ?? -1
      }
      guard withCosts else { return row }
      for (number, place) in destinations.enumerated() {
        let itinerary = row.seconds[number] > 0 ? search.itinerary(to: place) : nil
        let isHere = row.seconds[number] == 0
        row.costs.append(isHere ? .zero : itinerary?.cost)
        row.co2e.append(isHere ? .zero : itinerary?.co2e)
        row.qualities.append(
          itinerary.map { Row.Marks(quality: $0.quality, assumedShare: $0.assumedShare) })
      }
      return row
    }
  }
}

/// The state of one thread's scans of a router; a class because collections hold no state that
/// cannot be copied.
private final class LaneBox {
  private var scan: LaneScan
  private var search: RouterSearch

  init(_ router: Router) {
    scan = LaneScan(on: router.timetable)
    search = RouterSearch(router)
  }

  func run<Value>(
    _ lanes: [(ID<Place>, Instant)], on router: Router,
    _ read: (Int, inout RouterSearch) -> Value
  ) -> [Value] {
    scan.run(
      lanes.map {
        LaneScan.Lane(
          from: CargoState.node(.ready, at: $0.0), at: Int32($0.1 - router.epoch))
      }, span: Int32(router.horizonSeconds))
    return lanes.indices.map { lane in
      search.adopt(lane, of: scan)
      return read(lane, &search)
    }
  }
}
