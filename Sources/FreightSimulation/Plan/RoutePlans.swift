// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// What the routing core offers each row of demand in each slot of the week: the way its objective chooses,
/// and the ways it would choose were the gateways of the ones before it shut.
public struct RoutePlans: Sendable {
  public struct Option: Sendable, Hashable {
    /// Row of `paths`.
    public var path: Int32
    /// From ready to delivered, as planned.
    public var plannedSeconds: Int32
    /// From ready to the departure of the first seat; -1 where the way has none.
    public var firstDeparture: Int32
    /// Last terminal of the origin's customs area that a seat leaves from; nil by road alone.
    public var gateway: ID<Place>?
  }

  public let network: Network
  /// Distinct ways.
  public private(set) var paths: [[PathStage]] = []
  /// Path → size of the lots that take it.
  public private(set) var sizeOfPath: [LotSize] = []
  /// Row of demand → size of its lots.
  public let sizes: [LotSize]
  /// Row of demand → why it has no way at all.
  public private(set) var unreachable: [Int: Unreachable] = [:]
  public let slotCount: Int
  private var ranges: [Range<Int32>]
  private var options: [Option] = []
  private var numberOfPath: [PathKey: Int32] = [:]
  let epoch: Instant

  private struct PathKey: Hashable {
    var consignment: Consignment
    var stages: [PathStage]
  }

  /// Seconds of a slot: planned for its middle.
  static let slotSeconds: Int64 = 2 * secondsPerHour
  /// What sails is planned to its arrival, however long it takes.
  static let slowHorizonSeconds: Int64 = 70 * secondsPerDay

  /// Plans every row of demand.
  ///
  /// - Parameters:
  ///   - network: Whose demand it is; closures of a window are left out, they are the simulation's.
  ///   - depth: Ways for each slot at most.
  ///   - threads: Workers.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: For each origin, class and export mode a search per slot, and one more for each gateway shut.
  public init(_ network: Network, depth: Int = 3, threads: Int) throws {
    var open = network
    open.closures.removeAll { $0.from != nil || $0.to != nil }
    self.network = open
    sizes = open.demands.map { LotSize($0.cargoClass, $0.exportMode, in: network) }
    slotCount = Int(secondsPerWeek / Self.slotSeconds)
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    epoch = home.instant(date: network.header.referenceWeek, secondOfDay: 0)
    ranges = [Range<Int32>](repeating: 0..<0, count: open.demands.count * slotCount)
    var menus = [[Option]](repeating: [], count: ranges.count)
    var ways: RoadWays?
    var routers: [Set<String>: Router] = [:]
    var consignment: Consignment?
    for group in Group.all(of: open) {
      if consignment != group.consignment { routers = [:] }
      consignment = group.consignment
      var work: [Set<String>: [Int: Set<Int>]] = [
        []: Dictionary(uniqueKeysWithValues: group.slots.map { ($0, Set(group.rows)) })
      ]
      for _ in 0..<depth {
        var next: [Set<String>: [Int: Set<Int>]] = [:]
        for (shut, rowsOfSlot) in work.sorted(by: { $0.key.sorted().lexicographicallyPrecedes($1.key.sorted()) }) {
          var options = RoutingOptions()
          options.without = shut
          if !group.isFast { options.horizonSeconds = Self.slowHorizonSeconds }
          let router =
            try routers[shut]
            ?? Router(
              network: open, consignment: group.consignment, origin: group.origin,
              options: options, week: network.header.referenceWeek, ways: ways)
          routers[shut] = router
          ways = router.ways
          let slots = rowsOfSlot.keys.sorted()
          let found = find(router, group, slots, rowsOfSlot, threads: threads)
          for (slot, paths) in zip(slots, found) {
            for (row, path) in paths {
              guard let path else { continue }
              let option = option(path, sizes[row], home: router.homeArea)
              menus[row * slotCount + slot].append(option)
              if let gateway = option.gateway {
                next[shut.union([open.places[gateway].id]), default: [:]][slot, default: []]
                  .insert(row)
              }
            }
          }
          if shut.isEmpty {
            for row in group.rows
            where group.slots.allSatisfy({ menus[row * slotCount + $0].isEmpty }) {
              unreachable[row] =
                open.findPlace(open.demands[row].destination).flatMap {
                  router.whyUnreachable(from: group.origin, to: $0)
                } ?? Unreachable(
                  code: "unreachable.no_service", arguments: [open.demands[row].destination])
            }
          }
        }
        work = next
      }
      spreadSlots(of: group, &menus)
    }
    for (number, menu) in menus.enumerated() {
      let start = Int32(options.count)
      options += menu
      ranges[number] = start..<Int32(options.count)
    }
    numberOfPath = [:]
  }

  /// The ways of a row in a slot, the objective's choice first; empty where there is none.
  public func options(of row: Int, slot: Int) -> ArraySlice<Option> {
    let range = ranges[row * slotCount + slot]
    return options[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func find(
    _ router: Router, _ group: Group, _ slots: [Int], _ rowsOfSlot: [Int: Set<Int>], threads: Int
  ) -> [[(row: Int, path: PlannedPath?)]] {
    let network = network
    let wanted = slots.map { rowsOfSlot[$0, default: []].sorted() }
    return ReadyTimeRuns(
      router: router, origin: group.origin,
      readyTimes: slots.map { epoch + Int64($0) * Self.slotSeconds + Self.slotSeconds / 2 },
      threads: threads, objective: Objective.usual(for: group.consignment, in: network)
    ).map { search, number in
      wanted[number].map { row in
        (row, network.findPlace(network.demands[row].destination).flatMap { search.path(to: $0) })
      }
    }
  }

  private mutating func option(
    _ path: PlannedPath, _ size: LotSize, home: String
  ) -> Option {
    let number: Int32
    let key = PathKey(consignment: size.consignment, stages: path.stages)
    if let known = numberOfPath[key] {
      number = known
    } else {
      number = Int32(paths.count)
      paths.append(path.stages)
      sizeOfPath.append(size)
      numberOfPath[key] = number
    }
    let seat = path.stages.firstIndex { $0.kind == .seat }
    return Option(
      path: number, plannedSeconds: Int32(path.arrive - path.depart),
      firstDeparture: seat.map { Int32(path.departures[$0] - path.depart) } ?? -1,
      gateway: Self.exitGateway(path.stages, network: network, home: home))
  }

  /// The last terminal of the home customs area that a seat leaves from.
  static func exitGateway(_ stages: [PathStage], network: Network, home: String) -> ID<Place>? {
    stages.last {
      $0.kind == .seat && network.territory(of: $0.from).customsArea == home
    }?.from
  }

  /// Slots that were not searched take the menu of the next that was.
  private func spreadSlots(of group: Group, _ menus: inout [[Option]]) {
    let searched = Set(group.slots)
    for row in group.rows {
      for slot in 0..<slotCount where !searched.contains(slot) {
        guard let next = (1..<slotCount).first(where: { searched.contains((slot + $0) % slotCount) })
        else { continue }
        let gap = Int32(Int64(next) * Self.slotSeconds)
        menus[row * slotCount + slot] = menus[row * slotCount + (slot + next) % slotCount].map {
          var option = $0
          option.plannedSeconds += gap
          if option.firstDeparture >= 0 { option.firstDeparture += gap }
          return option
        }
      }
    }
  }
}

extension RoutePlans {
  /// Rows of demand that one compiled router serves from one origin.
  struct Group {
    var origin: ID<Place>
    var consignment: Consignment
    var rows: [Int] = []
    /// Slots that are searched: 9, 13 and 17 o'clock for what flies, 13 for what sails.
    var slots: [Int]
    /// Flies, by the hour; what is not sails.
    var isFast: Bool

    static func all(of network: Network) -> [Self] {
      struct Key: Hashable {
        var origin: ID<Place>
        var cargoClass: CargoClass
        var exportMode: ExportMode
      }
      var numberOfKey: [Key: Int] = [:]
      var groups: [Self] = []
      for (row, demand) in network.demands.enumerated() where demand.tonnesPerYear > 0 {
        let key = Key(
          origin: demand.origin, cargoClass: demand.cargoClass, exportMode: demand.exportMode)
        if numberOfKey[key] == nil {
          numberOfKey[key] = groups.count
          let size = LotSize(demand.cargoClass, demand.exportMode, in: network)
          let isFast = demand.cargoClass == .parcel || demand.cargoClass == .air
          groups.append(
            Self(
              origin: demand.origin, consignment: size.consignment,
              slots: (0..<7).flatMap { day in
                isFast ? [4, 6, 8].map { day * 12 + $0 } : [day * 12 + 6]
              }, isFast: isFast))
        }
        if let number = numberOfKey[key] { groups[number].rows.append(row) }
      }
      // Groups of one consignment stand together, so that they share their routers.
      let order = CargoClass.allCases
      return groups.enumerated().sorted { a, b in
        let (x, y) = (a.element.consignment, b.element.consignment)
        return (order.firstIndex(of: x.cargoClass) ?? 0, x.exportMode.rawValue, a.offset)
          < (order.firstIndex(of: y.cargoClass) ?? 0, y.exportMode.rawValue, b.offset)
      }.map(\.element)
    }
  }
}
