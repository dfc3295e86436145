// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities

/// A network from its files to its weekly circle, stage by stage, answers checked first.
enum NetworkBench {
  static func run(_ directory: String, into report: inout Report) throws {
    let network = try NetworkReader.read(directory: directory).network
    guard let origin = origin(of: network) else {
      RoutingBench.stop("no demand zone or city to start from", code: 3)
    }
    let week = network.header.referenceWeek
    let ways = RoadWays(network)
    let router = try Router(
      network: network, consignment: Consignment(), origin: origin, options: RoutingOptions(),
      week: week, ways: ways)
    try check(router, origin)

    let name = network.header.name
    report.add(
      name: "read and check", instance: name, size: network.places.count, checksum: 0,
      try repeated(9) { _ = try NetworkReader.read(directory: directory) })
    report.add(
      name: "ways over land", instance: name, size: ways.pairCount, checksum: 0,
      repeated(9) { _ = RoadWays(network) })
    report.add(
      name: "compile", instance: name, size: router.arcCount, checksum: 0,
      try repeated(9) {
        _ = try Router(
          network: network, consignment: Consignment(), origin: origin,
          options: RoutingOptions(), week: week, ways: ways)
      })
    addSearches(router, origin, into: &report)
    addLanes(router, origin, into: &report)
    try addWithoutHours(network, origin, ways, into: &report)
    try addObjective(network, origin, ways, into: &report)
    try addAlternatives(network, origin, ways, into: &report)
    try LastMileBench.run(router, origin, into: &report)
    for (title, draws) in [("circle, no map", false), ("circle with its map", true)] {
      var query = CoverageQuery(origin: origin, week: week)
      query.threads = 1
      var circle = CircleComputation(network: network, query: query)
      circle.drawsSurface = draws
      circle.triesSwings = false
      var cities = 0
      let times = try repeated(3) { cities = try circle.run().cities.count }
      report.add(name: title, instance: name, size: cities, checksum: 0, times)
    }
  }

  /// One-to-all runs for a quarter, a half and all of the week's ready times, the sum of deliveries as checksum.
  private static func addSearches(
    _ router: Router, _ origin: ID<Place>, into report: inout Report
  ) {
    var smaller: Double?
    for count in [42, 84, 168] {
      var checksum: UInt64 = 0
      let times = repeated(9) {
        checksum = 0
        var search = RouterSearch(router)
        for number in 0..<count {
          let ready = router.epoch + Int64(number * 168 / count) * secondsPerHour
          search.run(from: origin, readyAt: ready)
          for place in router.network.places.indices {
            if let delivery = search.delivery(at: ID(place)) {
              checksum &+= UInt64(delivery - ready)
            }
          }
        }
      }
      report.add(
        name: "\(count) ready times to all", instance: router.network.header.name,
        size: router.network.places.count, checksum: checksum, times,
        growth: smaller.map { times.median / $0 })
      smaller = times.median
    }
  }

  /// The container circle's search: what weighs least, to all, for every 24th ready time.
  private static func addObjective(
    _ network: Network, _ origin: ID<Place>, _ ways: RoadWays, into report: inout Report
  ) throws {
    let consignment = Consignment(cargoClass: .fcl, exportMode: .generalTrade)
    let router = try Router(
      network: network, consignment: consignment, origin: origin, options: RoutingOptions(),
      week: network.header.referenceWeek, ways: ways)
    let prices = GeneralizedCost(valueOfTime: Money(7_031), carbonPrice: Money(8_000))
    var search = RouterSearch(router, objective: .generalized(prices))
    var times = Measurement()
    var checksum: UInt64 = 0
    for hour in stride(from: Int64(8), to: 168, by: 8) {
      let ready = router.epoch + hour * secondsPerHour
      let begin = threadCPUMilliseconds()
      search.run(from: origin, readyAt: ready)
      times.append(threadCPUMilliseconds() - begin)
      for place in network.places.indices {
        if let delivery = search.delivery(at: ID(place)) { checksum &+= UInt64(delivery - ready) }
      }
    }
    report.add(
      name: "1 TEU, least generalized", instance: network.header.name,
      size: network.places.count, checksum: checksum, times)
  }

  /// Pareto sets of all places with the itineraries of some, for every 24th ready time: a parcel, and a container.
  private static func addAlternatives(
    _ network: Network, _ origin: ID<Place>, _ ways: RoadWays, into report: inout Report
  ) throws {
    for (title, consignment) in [
      ("Pareto to all, 30 kg", Consignment()),
      ("Pareto to all, 1 TEU", Consignment(cargoClass: .fcl, exportMode: .generalTrade)),
    ] {
      let router = try Router(
        network: network, consignment: consignment, origin: origin, options: RoutingOptions(),
        week: network.header.referenceWeek, ways: ways)
      var search = AlternativesToAll(router)
      var times = Measurement()
      var (labels, reached) = (0, 0)
      for hour in stride(from: Int64(8), to: 168, by: 24) {
        let begin = threadCPUMilliseconds()
        search.run(from: origin, readyAt: router.epoch + hour * secondsPerHour)
        times.append(threadCPUMilliseconds() - begin)
        for place in network.places.indices {
          let count = search.alternatives(to: ID(place)).count
          labels += count
          reached += count > 0 ? 1 : 0
          if place % 100 == 0, search.itineraries(to: ID(place)).count != count {
            RoutingBench.stop("an alternative has no itinerary", code: 1)
          }
        }
      }
      report.add(
        name: title, instance: network.header.name, size: network.places.count,
        checksum: UInt64(labels), times,
        more: [("per_place", Report.decimal(Double(labels) / Double(max(1, reached))))])
    }
  }

  /// What opening hours cost: the lanes of a network whose every door, gate and office is always open.
  private static func addWithoutHours(
    _ network: Network, _ origin: ID<Place>, _ ways: RoadWays, into report: inout Report
  ) throws {
    var open = network
    for row in open.openingHours.indices {
      open.openingHours[row].week = Array(repeating: [0..<86_400], count: 7)
      open.openingHours[row].exceptions = [:]
    }
    let router = try Router(
      network: open, consignment: Consignment(), origin: origin, options: RoutingOptions(),
      week: network.header.referenceWeek, ways: ways)
    let ready = (0..<168).map { router.epoch + Int64($0) * secondsPerHour }
    let runs = ReadyTimeRuns(router: router, origin: origin, readyTimes: ready, threads: 1)
    let times = repeated(9) { _ = runs.map { search, _ in search.delivery(at: origin) } }
    report.add(
      name: "168, nothing ever closed", instance: network.header.name,
      size: network.places.count, checksum: 0, times)
  }

  /// The same on sixteen lanes, as coverage does it, and that both agree.
  private static func addLanes(
    _ router: Router, _ origin: ID<Place>, into report: inout Report
  ) {
    var smaller: Double?
    let places = router.network.places.indices.map { ID<Place>($0) }
    for count in [42, 84, 168] {
      let ready = (0..<count).map { router.epoch + Int64($0 * 168 / count) * secondsPerHour }
      let runs = ReadyTimeRuns(router: router, origin: origin, readyTimes: ready, threads: 1)
      var checksum: UInt64 = 0
      let times = repeated(9) {
        checksum = runs.map { search, number in
          places.reduce(UInt64(0)) { sum, place in
            sum &+ (search.delivery(at: place).map { UInt64($0 - ready[number]) } ?? 0)
          }
        }.reduce(0, &+)
      }
      report.add(
        name: "\(count) ready times, lanes", instance: router.network.header.name,
        size: places.count, checksum: checksum, times, growth: smaller.map { times.median / $0 })
      smaller = times.median
    }
  }

  /// Stops unless a part's deliveries are the reference's, and every itinerary of the whole adds up.
  private static func check(_ whole: Router, _ origin: ID<Place>) throws {
    let part = NetworkPart(of: whole.network, around: origin, serviceStep: 25)
    let week = part.network.header.referenceWeek
    let router = try Router(
      network: part.network, consignment: whole.consignment, origin: part.origin,
      options: whole.options, week: week)
    let ready = router.epoch + 9 * secondsPerHour
    let reference = try ReferenceSearch(
      network: part.network, consignment: whole.consignment, options: whole.options, week: week
    ).deliveries(from: part.origin, readyAt: ready)
    var search = RouterSearch(router)
    search.run(from: part.origin, readyAt: ready)
    for place in part.network.places.indices {
      let itinerary = search.itinerary(to: ID(place))
      let expected = reference[place]
      guard itinerary?.arrive == expected?.arrive, itinerary?.cost == expected?.cost,
        itinerary?.co2e == expected?.co2e
      else {
        RoutingBench.stop("\(part.network.places[place].id) differs from the reference", code: 1)
      }
    }
    var wholeSearch = RouterSearch(whole)
    wholeSearch.run(from: origin, readyAt: whole.epoch + 9 * secondsPerHour)
    for place in whole.network.places.indices {
      guard wholeSearch.itinerary(to: ID(place)).map(addsUp) ?? true else {
        RoutingBench.stop("\(whole.network.places[place].id): legs do not add up", code: 1)
      }
    }
  }

  private static func addsUp(_ itinerary: Itinerary) -> Bool {
    var now = itinerary.depart
    // One leg whose cost is not known leaves the sum not known.
    var cost: Money? = .zero
    for leg in itinerary.legs {
      guard leg.depart == now else { return false }
      now = leg.arrive
      if let sum = cost, let next = leg.cost { cost = sum + next } else { cost = nil }
    }
    return now == itinerary.arrive && cost == itinerary.cost
  }

  static func origin(of network: Network) -> ID<Place>? {
    if let home = network.findPlace("HZ-XS") { return home }
    let zone = network.places.firstIndex { $0.kind == .demandZone }
    return (zone ?? network.places.firstIndex { $0.kind == .city }).map { ID($0) }
  }

  static func repeated(
    _ count: Int, _ work: () throws -> Void
  ) rethrows -> Measurement {
    var times = Measurement()
    for _ in 0..<count {
      let start = threadCPUMilliseconds()
      try work()
      times.append(threadCPUMilliseconds() - start)
    }
    return times
  }
}
