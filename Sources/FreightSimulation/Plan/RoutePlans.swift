// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// What the routing core offers each row of demand in each slot of the week: the way its objective chooses,
/// and the ways it would choose were the gateways of the ones before it shut.
public struct RoutePlans: Sendable {
  public struct Option: Sendable {
    /// Row of `paths`.
    public var path: Int32
    /// From ready to delivered, as planned.
    public var plannedSeconds: Int32
    /// From ready to the departures of the first six seats; -1 where the way has no more.
    public var departures: [6 of Int32]
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
  /// Ways for a slot at most.
  static let menuSize = 10
  /// What sails is planned to its arrival, however long it takes.
  static let slowHorizonSeconds: Int64 = 70 * secondsPerDay

  /// Plans every row of demand.
  ///
  /// - Parameters:
  ///   - network: Whose demand it is; closures of a window are left out, they are the simulation's.
  ///   - depth: How often something more is shut, for another way.
  ///   - threads: Workers.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: For each origin, class and export mode a search per slot, and one more for each gateway shut.
  public init(_ network: Network, depth: Int = 4, threads: Int) throws {
    var open = network
    open.closures.removeAll { $0.from != nil || $0.to != nil }
    self.network = open
    sizes = open.demands.map { LotSize($0.cargoClass, $0.exportMode, in: network) }
    slotCount = Int(secondsPerWeek / Self.slotSeconds)
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    epoch = home.instant(date: network.header.referenceWeek, secondOfDay: 0)
    ranges = [Range<Int32>](repeating: 0..<0, count: open.demands.count * slotCount)
    var menus = [[Option]](repeating: [], count: ranges.count)
    let consignments = Group.byConsignment(of: open)
    guard let first = consignments.first else { return }
    let ways = try Self.router(open, first, [], ways: nil).ways
    for groups in consignments {
      var work: [Set<String>: Wanted] = [[]: Wanted(groups)]
      for _ in 0..<depth {
        let order = work.sorted {
          $0.key.sorted().lexicographicallyPrecedes($1.key.sorted())
        }
        work = [:]
        let answers = try search(order.map { ($0.key, $0.value) }, groups, ways, threads: threads)
        for ((shut, _), answer) in zip(order, answers) {
          for (number, group) in groups.enumerated() {
            for (slot, paths) in answer.found[number] {
              for (row, path) in paths {
                guard let path else { continue }
                let option = option(path, sizes[row], home: answer.homeArea)
                let menu = row * slotCount + slot
                if menus[menu].count < Self.menuSize,
                  !menus[menu].contains(where: { $0.path == option.path })
                {
                  menus[menu].append(option)
                }
                for set in exclusions(after: shut, option, isFast: group.isFast) {
                  work[set, default: Wanted(count: groups.count)].add(number, slot, row)
                }
              }
            }
            if let router = answer.router { explain(group, menus, router) }
          }
        }
      }
      for group in groups { spreadSlots(of: group, &menus) }
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

  /// Stands for all flights that are only assumed to exist: they are small, and soon full.
  private static let interline = "assumed interline"

  /// What else is shut for the next way: for what flies assumed flights, the gateway, and where it lands abroad; for
  /// what sails one of its services, then a second, or the gateway and a service.
  private func exclusions(
    after shut: Set<String>, _ option: Option, isFast: Bool
  ) -> [Set<String>] {
    let gateway = option.gateway.map { network.places[$0].id }
    let abroad = paths[Int(option.path)].last { $0.kind == .seat && $0.from == option.gateway }
    if isFast {
      let firm = shut.contains(Self.interline) ? [] : [shut.union([Self.interline])]
      let ends = [gateway, abroad.map { network.places[$0.to].id }].compactMap(\.self)
      return firm + ends.map { shut.union([$0]) }
    }
    guard shut.count < 2 else { return [] }
    let services = Set(paths[Int(option.path)].compactMap(\.service))
    let others = services.map { shut.union([network.services[$0].id]) }
    return shut.isEmpty ? others + (gateway.map { [[$0]] } ?? []) : others
  }

  private mutating func explain(_ group: Group, _ menus: [[Option]], _ router: Router) {
    for row in group.rows
    where group.slots.allSatisfy({ menus[row * slotCount + $0].isEmpty }) {
      let place = network.findPlace(network.demands[row].destination)
      unreachable[row] =
        place.flatMap { router.whyUnreachable(from: group.origin, to: $0) }
        ?? Unreachable(
          code: "unreachable.no_service", arguments: [network.demands[row].destination])
    }
  }

  private typealias Found = [(slot: Int, paths: [(row: Int, path: PlannedPath?)])]

  private struct Answer: Sendable {
    /// Kept where nothing is shut, to explain what has no way.
    var router: Router?
    var homeArea: String
    /// By group.
    var found: [Found]
  }

  /// What all groups find where something is shut; answers stand in the order of the questions, whatever the number of threads.
  private func search(
    _ questions: [(shut: Set<String>, wanted: Wanted)], _ groups: [Group], _ ways: RoadWays,
    threads: Int
  ) throws -> [Answer] {
    // Few questions leave threads for the ready times of each.
    let inner = max(1, threads / max(1, questions.count))
    let answers = spread(questions.count, over: threads) {
      (next, put: (Int, Result<Answer, any Error>) -> Void) in
      while let number = next() {
        let (shut, wanted) = questions[number]
        put(
          number,
          Result {
            let router = try Self.router(network, groups, shut, ways: ways)
            return Answer(
              router: shut.isEmpty ? router : nil, homeArea: router.homeArea,
              found: groups.indices.map {
                find(router, groups[$0], wanted.rows[$0], threads: inner)
              })
          })
      }
    }
    return try answers.map { try $0.get() }
  }

  private static func router(
    _ network: Network, _ groups: [Group], _ shut: Set<String>, ways: RoadWays?
  ) throws -> Router {
    var options = RoutingOptions()
    options.without = shut.subtracting([interline])
    options.withoutAssumedInterline = shut.contains(interline)
    if !groups[0].isFast { options.horizonSeconds = slowHorizonSeconds }
    return try Router(
      network: network, consignment: groups[0].consignment, origin: groups[0].origin,
      options: options, week: network.header.referenceWeek, ways: ways)
  }

  private func find(
    _ router: Router, _ group: Group, _ rowsOfSlot: [Int: Set<Int>], threads: Int
  ) -> Found {
    guard !rowsOfSlot.isEmpty else { return [] }
    let network = network
    let slots = rowsOfSlot.keys.sorted()
    let wanted = slots.map { rowsOfSlot[$0, default: []].sorted() }
    let found = ReadyTimeRuns(
      router: router, origin: group.origin,
      readyTimes: slots.map { epoch + Int64($0) * Self.slotSeconds + Self.slotSeconds / 2 },
      threads: threads, objective: Objective.usual(for: group.consignment, in: network)
    ).map { search, number in
      wanted[number].map { row in
        (row, network.findPlace(network.demands[row].destination).flatMap { search.path(to: $0) })
      }
    }
    return Array(zip(slots, found))
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
    var option = Self.option(path, number)
    option.gateway = Self.exitGateway(path.stages, network: network, home: home)
    return option
  }

  /// A way as an option, its gateway left open.
  static func option(_ path: PlannedPath, _ number: Int32) -> Option {
    var departures = [6 of Int32](repeating: -1)
    let seats = path.stages.indices.filter { path.stages[$0].kind == .seat }
    for (place, seat) in seats.prefix(departures.count).enumerated() {
      departures[place] = Int32(path.departures[seat] - path.depart)
    }
    return Option(
      path: number, plannedSeconds: Int32(path.arrive - path.depart), departures: departures)
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
        guard
          let next = (1..<slotCount).first(where: { searched.contains((slot + $0) % slotCount) })
        else { continue }
        let gap = Int32(Int64(next) * Self.slotSeconds)
        menus[row * slotCount + slot] = menus[row * slotCount + (slot + next) % slotCount].map {
          var option = $0
          option.plannedSeconds += gap
          for seat in option.departures.indices where option.departures[seat] >= 0 {
            option.departures[seat] += gap
          }
          return option
        }
      }
    }
  }
}
