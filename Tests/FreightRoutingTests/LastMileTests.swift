// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Geography
import NetworkIO
import Quantities
import Testing

@testable import FreightRouting

@Suite("The last mile to very many points") struct LastMileTests {
  @Test("The fast rows are those of the plain twin on random networks", arguments: 0..<40)
  func fastIsPlain(seed: Int) throws {
    let trial = try LastMileTrial(RandomNetwork(seed: seed))
    let points = trial.points(12, seed: seed)
    let rows = trial.mile.run(points, threads: 2)
    for (point, row) in zip(points, rows) {
      #expect(row == (try trial.plain.row(of: point)), "seed \(seed), \(point)")
    }
  }

  /// A point has no listed links; a place that is added has none either.
  @Test(
    "A point is delivered like a demand place that is put into the network there",
    arguments: 100..<130)
  func pointIsPlace(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let trial = try LastMileTrial(random)
    let points = trial.points(4, seed: seed)
    for (point, row) in zip(points, trial.mile.run(points, threads: 1)) {
      guard let nearest = row.nearest else { continue }
      var network = random.network
      let near = network.places[nearest]
      let added = ID<Place>(network.places.count)
      network.places.append(
        Place(
          id: "ZZ", nameEN: "ZZ", nameZH: "", kind: .city, latitude: point.latitude,
          longitude: point.longitude, territory: near.territory, timeZone: near.timeZone,
          provenance: near.provenance))
      let router = try Router(
        network: network, consignment: random.consignment, origin: random.origin,
        options: random.options, week: random.week)
      let times = ReadyTimeRuns(
        router: router, origin: random.origin, readyTimes: random.readyTimes, threads: 1
      ).seconds(to: [added]).map { $0[0] }
      let text: Comment = "seed \(seed), \(point), near \(near.id)"
      #expect(row.p50.map { Int64($0) } == nearestRank(50, of: times), text)
      #expect(row.p80.map { Int64($0) } == nearestRank(80, of: times), text)
      #expect(row.p95.map { Int64($0) } == nearestRank(95, of: times), text)
      #expect(row.reachedTimes == times.count { $0 != nil }, text)
      #expect(
        row.inTime
          == trial.question.targets.map { target in
            Int32(times.count { $0.map { $0 <= target } ?? false })
          }, text)
    }
  }

  @Test("Round bays, over bridges and on islands the rows are those of the plain twin")
  func coasts() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let network = try NetworkReader.read(directory: "/\(folder)/networks/hangzhou").network
    let origin = try #require(network.findPlace("HZ-XS"))
    let week = network.header.referenceWeek
    let router = try Router(
      network: network, consignment: Consignment(), origin: origin, options: RoutingOptions(),
      week: week)
    let trial = try LastMileTrial(
      router: router, origin: origin,
      readyTimes: [1, 26, 60, 75, 110].map {
        router.epoch + $0 * secondsPerHour
      })
    var random = SplitMix64(seed: 9)
    let shores = [
      (30.2, 121.2), (29.9, 122.3), (34.5, 135.4), (35.2, 139.9), (22.3, 113.8), (55.6, 12.6),
      (51.1, 1.2), (20.1, 110.3), (1.4, 103.9), (39.7, 3.1), (24.4, 118.2), (33.9, 130.9),
    ]
    let points = shores.map { latitude, longitude in
      GeoPoint(
        latitude: latitude + random.real(-0.2...0.2), longitude: longitude + random.real(-0.2...0.2)
      )
    }
    for (point, row) in zip(points, trial.mile.run(points, threads: 2)) {
      #expect(row == (try trial.plain.row(of: point)), "\(point)")
    }
  }

  @Test("The number of threads and the company of other points change no row")
  func threads() throws {
    let trial = try LastMileTrial(RandomNetwork(seed: 3))
    let points = trial.points(3_000, seed: 3)
    let rows = trial.mile.run(points, threads: 1)
    for threads in [2, 3, 8] { #expect(trial.mile.run(points, threads: threads) == rows) }
    for number in stride(from: 0, to: points.count, by: 300) {
      #expect(trial.mile.run([points[number]], threads: 1) == [rows[number]])
    }
    #expect(trial.mile.run(points.reversed(), threads: 2) == rows.reversed())
  }

  @Test("A point far out at sea says so")
  func sea() throws {
    let trial = try LastMileTrial(RandomNetwork(seed: 1))
    let row = trial.mile.run([GeoPoint(latitude: 0, longitude: -140)], threads: 1)[0]
    #expect(row.standing == .atSea)
    #expect(row.nearest == nil && row.p50 == nil && row.inTime == [0, 0, 0])
  }

  @Test("Bounds of a truck's time hold at every distance", arguments: 0..<20)
  func bounds(seed: Int) throws {
    let trial = try LastMileTrial(RandomNetwork(seed: seed))
    let mile = trial.mile
    var random = SplitMix64(seed: seed)
    for place in mile.reach.yards.indices {
      let profile = mile.profiles[mile.profileOfPlace[place]]
      for _ in 0..<200 {
        let near = random.real(0...mile.widestKM)
        let far = min(mile.widestKM, near + random.real(0...60))
        guard let arrival = mile.reach.arrival(from: place, overlandKM: far) else {
          #expect(profile.sure(from: near, to: far) == nil, "seed \(seed), \(near)…\(far)")
          continue
        }
        let isLineHaul = arrival.lane % 2 == 1
        let least = isLineHaul ? profile.leastLineHaul : profile.leastDirect
        #expect(least[Int(near)] <= arrival.seconds, "seed \(seed), \(near)…\(far)")
        if let sure = profile.sure(from: near, to: far) {
          #expect(sure.isLineHaul == isLineHaul, "seed \(seed), \(near)…\(far)")
          #expect(sure.seconds >= arrival.seconds, "seed \(seed), \(near)…\(far)")
        }
      }
    }
  }
}

/// Both twins for one question.
private struct LastMileTrial {
  let mile: LastMile
  let plain: PlainLastMile
  let question: LastMile.Question
  private let places: [Place]

  init(router: Router, origin: ID<Place>, readyTimes: [Instant]) throws {
    let delivery = try PointDelivery(router: router, points: [])
    question = LastMile.Question(
      starts: ReadyTimeRuns(router: router, origin: origin, readyTimes: readyTimes, threads: 2)
        .map { search, _ in delivery.starts(of: search) },
      readyTimes: readyTimes, percentile: 70, targets: [86_400, 172_800, 259_200])
    mile = try LastMile(router: router, delivery: delivery, question: question)
    plain = PlainLastMile(router: router, delivery: delivery, question: question)
    places = router.network.places
  }

  init(_ random: RandomNetwork) throws {
    try self.init(
      router: try Router(
        network: random.network, consignment: random.consignment, origin: random.origin,
        options: random.options, week: random.week), origin: random.origin,
      readyTimes: random.readyTimes)
  }

  /// Points up to three degrees from places.
  func points(_ count: Int, seed: Int) -> [GeoPoint] {
    var random = SplitMix64(seed: seed + 5_000)
    return (0..<count).map { _ in
      let place = random.pick(places)
      return GeoPoint(
        latitude: place.latitude + random.real(-3...3),
        longitude: place.longitude + random.real(-3...3))
    }
  }
}
