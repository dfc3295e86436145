// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import FreightRouting
import Geography
import NetworkIO
import Quantities

/// The last mile to very many points, checked first on a sample against its plain twin.
enum LastMileBench {
  static let sizes = [10_000, 30_000, 100_000]

  static func run(_ directory: String, into report: inout Report) throws {
    let network = try NetworkReader.read(directory: directory).network
    guard let origin = NetworkBench.origin(of: network) else { return }
    let router = try Router(
      network: network, consignment: Consignment(), origin: origin, options: RoutingOptions(),
      week: network.header.referenceWeek)
    try run(router, origin, into: &report)
  }

  static func run(_ router: Router, _ origin: ID<Place>, into report: inout Report) throws {
    try addReading(router.network, into: &report)
    let delivery = try PointDelivery(router: router, points: [])
    let zone = try TimeZoneRules.load(router.network.places[origin].timeZone)
    let week = (0..<168).map { router.epoch + Int64($0) * secondsPerHour }
    for (title, ready) in [
      ("84", week.filter { (28_800..<72_000).contains(zone.local($0).secondOfDay) }), ("168", week),
    ] {
      let question = LastMile.Question(
        starts: ReadyTimeRuns(router: router, origin: origin, readyTimes: ready, threads: 1)
          .map { search, _ in delivery.starts(of: search) },
        readyTimes: ready, percentile: 80, targets: [86_400, 172_800, 259_200])
      try run(router, delivery, question, title: title, into: &report)
    }
  }

  /// Reading tables of points with all checks; the file is removed again.
  private static func addReading(_ network: Network, into report: inout Report) throws {
    let points = scattered(sizes[sizes.count - 1], around: network)
    let file = FileManager.default.temporaryDirectory.appending(
      path: "tidebore-bench-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    var smaller: Double?
    for size in sizes {
      let rows = points.prefix(size).enumerated().map { number, point in
        "P\(number),\(point.latitude),\(point.longitude),Shop \(number),\(number % 5_000)"
      }
      let text = (["id,latitude,longitude,name,population"] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: file)
      let times = try NetworkBench.repeated(5) { _ = try PointsReader.read(file: file.path) }
      report.add(
        name: "read points", instance: network.header.name, size: size, checksum: 0, times,
        growth: smaller.map { times.median / $0 })
      smaller = times.median
    }
  }

  private static func run(
    _ router: Router, _ delivery: PointDelivery, _ question: LastMile.Question, title: String,
    into report: inout Report
  ) throws {
    let name = router.network.header.name
    let points = scattered(sizes[sizes.count - 1], around: router.network)
    report.add(
      name: "last mile, tables of \(title)", instance: name, size: router.network.places.count,
      checksum: 0,
      try NetworkBench.repeated(5) {
        _ = try LastMile(router: router, delivery: delivery, question: question)
      })
    let mile = try LastMile(router: router, delivery: delivery, question: question)
    try check(mile, PlainLastMile(router: router, delivery: delivery, question: question), points)
    var smaller: Double?
    for size in sizes {
      let part = Array(points.prefix(size))
      var checksum: UInt64 = 0
      let times = NetworkBench.repeated(5) {
        checksum = mile.run(part, threads: 1).reduce(0) {
          $0 &+ UInt64($1.p50 ?? 0) &+ UInt64($1.p80 ?? 0) &+ UInt64($1.p95 ?? 0)
        }
      }
      report.add(
        name: "last mile, \(title) times", instance: name, size: size, checksum: checksum, times,
        growth: smaller.map { times.median / $0 })
      smaller = times.median
    }
  }

  /// Stops unless every 500th point has the row of the plain twin.
  private static func check(
    _ mile: LastMile, _ plain: PlainLastMile, _ points: [GeoPoint]
  ) throws {
    let rows = mile.run(points, threads: 2)
    for number in stride(from: 0, to: points.count, by: 500) {
      let expected = try plain.row(of: points[number])
      guard rows[number] == expected else {
        RoutingBench.stop(
          "point \(points[number]) differs from its twin: \(rows[number]), not \(expected)", code: 1
        )
      }
    }
  }

  /// Points on land around the network's cities, drawn by population, 30 to 120 km wide.
  static func scattered(_ count: Int, around network: Network) -> [GeoPoint] {
    var random = Draw(state: 20_260_302)
    let cities = network.places.filter { $0.kind.isDemand && $0.population ?? 0 > 0 }
    var sums: [Double] = []
    for city in cities { sums.append((sums.last ?? 0) + Double(city.population ?? 0)) }
    var points: [GeoPoint] = []
    while points.count < count, let total = sums.last {
      let wanted = random.unit() * total
      guard let number = sums.firstIndex(where: { $0 > wanted }) else { continue }
      let city = cities[number]
      let width = 30 + 90 * random.unit()
      let latitude = city.latitude + random.normal() * width / 111.2
      let longitude =
        city.longitude + random.normal() * width / 111.2 / cosine(city.latitude)
      guard abs(latitude) < 85, abs(longitude) < 180,
        World.shared.isLand(latitude: latitude, longitude: longitude)
      else { continue }
      points.append(
        GeoPoint(
          latitude: (latitude * 1e5).rounded() / 1e5, longitude: (longitude * 1e5).rounded() / 1e5))
    }
    return points
  }

  /// Near enough for scattering.
  private static func cosine(_ degrees: Double) -> Double {
    let x = degrees / 57.29578
    return 1 - x * x / 2 + x * x * x * x / 24
  }

  /// SplitMix64; sums of twelve uniform draws stand for the normal.
  private struct Draw {
    var state: UInt64

    mutating func unit() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
    }

    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
  }
}
