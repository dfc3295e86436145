// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// The ways between which the lots of each row of demand choose, whatever the date; decision record 0015.
///
/// A way is a sequence of moves in which a seat stands for all services between its places. When they depart, and with what
/// room, each lot looks up for itself.
public struct RoutePlans: Sendable {
  public let network: Network
  /// Distinct ways.
  public private(set) var paths: [[PathStage]] = []
  /// Path → size of the lots that take it.
  public private(set) var sizeOfPath: [LotSize] = []
  /// Path → last terminal of the origin's customs area that a seat leaves from; nil by road alone.
  public private(set) var gatewayOfPath: [ID<Place>?] = []
  /// Row of demand → size of its lots.
  public let sizes: [LotSize]
  /// Row of demand → why it has no way at all.
  public private(set) var unreachable: [Int: Unreachable] = [:]
  /// Kind of consignment → its seats.
  private(set) var seats: [Consignment: [SeatKey: [PathStage]]] = [:]
  let epoch: Instant
  /// Row of demand → its ways, in the order of the ranking.
  private var waysOfRow: [[Int32]]
  private var numberOfPath: [PathKey: Int32] = [:]

  private struct PathKey: Hashable {
    var consignment: Consignment
    var stages: [PathStage]
  }

  /// What sails is planned to its arrival, however long it takes.
  static let slowHorizonSeconds: Int64 = 70 * secondsPerDay
  /// Ways of one ranking for each step of depth.
  private static let waysOfDepth = 5

  /// Plans every row of demand.
  ///
  /// - Parameters:
  ///   - network: Whose demand it is; closures that end or recur are left out, they are the simulation's.
  ///   - depth: How many ways are kept, in fives of each ranking.
  ///   - threads: Workers.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: For each kind of consignment a router; for each origin and each destination two trees of least sums.
  public init(_ network: Network, depth: Int = 3, threads: Int) throws {
    var open = network
    open.closures.removeAll { !$0.isForEver }
    self.network = open
    sizes = open.demands.map { LotSize($0.cargoClass, $0.exportMode, in: network) }
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    epoch = home.instant(date: network.header.referenceWeek, secondOfDay: 0)
    waysOfRow = [[Int32]](repeating: [], count: open.demands.count)
    let groups = Self.groups(of: open)
    guard !groups.isEmpty else { return }
    let timeless = try TimelessNetwork(open, around: epoch)
    var limits = WaySearch.Limits()
    limits.ways = max(1, depth) * Self.waysOfDepth
    var roads: RoadWays?
    for group in groups {
      let search = try group.search(timeless, roads, limits)
      roads = search.router.ways
      seats[group.consignment, default: [:]].merge(search.seats) { first, _ in first }
      let destinations = Set(group.rows.map { open.demands[$0].destination }).sorted()
      let places = destinations.map { open.findPlace($0) }
      let found = spread(destinations.count, over: threads) {
        (next, put: (Int, [[[PathStage]]]) -> Void) in
        while let number = next() {
          put(number, places[number].map { search.ways(to: $0) } ?? [])
        }
      }
      let numbers = Dictionary(uniqueKeysWithValues: zip(destinations, destinations.indices))
      for row in group.rows {
        let demand = open.demands[row]
        guard let number = numbers[demand.destination],
          let origin = group.origins.firstIndex(of: demand.origin)
        else { continue }
        for way in found[number].isEmpty ? [] : found[number][origin] {
          waysOfRow[row].append(path(way, sizes[row], home: search.router.homeArea))
        }
        guard waysOfRow[row].isEmpty else { continue }
        unreachable[row] =
          open.findPlace(demand.destination).map {
            search.router.whyUnreachable(from: demand.origin, to: $0)
          } ?? Unreachable(code: "unreachable.no_service", arguments: [demand.destination])
      }
    }
    numberOfPath = [:]
  }

  /// The ways of a row, by row of `paths`; empty where there is none.
  public func ways(of row: Int) -> [Int32] { waysOfRow[row] }

  private mutating func path(_ stages: [PathStage], _ size: LotSize, home: String) -> Int32 {
    let key = PathKey(consignment: size.consignment, stages: stages)
    if let known = numberOfPath[key] { return known }
    let number = Int32(paths.count)
    paths.append(stages)
    sizeOfPath.append(size)
    gatewayOfPath.append(Self.exitGateway(stages, network: network, home: home))
    numberOfPath[key] = number
    return number
  }

  /// The last terminal of the home customs area that a seat leaves from.
  static func exitGateway(_ stages: [PathStage], network: Network, home: String) -> ID<Place>? {
    stages.last {
      $0.kind == .seat && network.territory(of: $0.from).customsArea == home
    }?.from
  }
}

extension RoutePlans {
  /// Rows of demand that share a router: of one kind of consignment, from one customs area.
  private struct Group {
    var consignment: Consignment
    var area: String
    var origins: [ID<Place>] = []
    var rows: [Int] = []

    func search(
      _ timeless: TimelessNetwork, _ roads: RoadWays?, _ limits: WaySearch.Limits
    ) throws -> WaySearch {
      let network = timeless.network
      var options = RoutingOptions()
      options.horizonSeconds = secondsPerDay
      let router = try Router(
        network: network, consignment: consignment, origin: origins[0], options: options,
        week: network.header.referenceWeek, ways: roads)
      return WaySearch(
        router, from: origins, objective: Objective.usual(for: consignment, in: network),
        limits: limits, intervals: timeless.intervals)
    }
  }

  private static func groups(of network: Network) -> [Group] {
    var groups: [Group] = []
    for (row, demand) in network.demands.enumerated() where demand.tonnesPerYear > 0 {
      let consignment = LotSize(demand.cargoClass, demand.exportMode, in: network).consignment
      let area = network.territory(of: demand.origin).customsArea
      let known = groups.firstIndex { $0.consignment == consignment && $0.area == area }
      let number = known ?? groups.count
      if known == nil { groups.append(Group(consignment: consignment, area: area)) }
      groups[number].rows.append(row)
      if !groups[number].origins.contains(demand.origin) {
        groups[number].origins.append(demand.origin)
      }
    }
    return groups
  }
}

extension Closure {
  /// Neither ends nor recurs.
  var isForEver: Bool { from == nil && to == nil && days == nil && secondsOfDay == nil }
}
