// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Scenario

/// What a comparison would cost, from a sample of its searches.
struct RunEstimate {
  private let networks: Int
  private let searches: Int
  private let sampled: Int
  private let sampleSeconds: Double
  private let seconds: Double
  private let megabytes: Double

  /// Compiles the first network's router and searches a tenth of its ready times.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  init(_ sources: [NetworkSource], _ queries: [CoverageQuery], triesSwings: Bool) throws {
    let network = sources[0].read.network
    let query = queries[0]
    let clock = ContinuousClock()
    let start = clock.now
    let router = try Router(
      network: network, consignment: query.consignment, origin: query.origin,
      options: query.options, week: query.week)
    let compiled = clock.now
    let hours = try ReadyTimes(network: network, query: query)
    let sample = Array(hours.instants.prefix(16))
    _ = ReadyTimeRuns(
      router: router, origin: query.origin, readyTimes: sample, threads: 1,
      objective: query.objective
    ).map { search, _ in search.delivery(at: query.origin) }
    let done = clock.now
    // Circle and swings, then the basket, then the demand by origin, class and export mode.
    let groups = Set(network.demands.map { "\($0.origin) \($0.cargoClass) \($0.exportMode)" })
    let circle = 168 + (triesSwings ? 9 * hours.counted.count : 0)
    let others = (network.basket.count + groups.count) * hours.counted.count
    let each = Self.seconds(done - compiled) / Double(sample.count)
    let compiling = Self.seconds(compiled - start)
    networks = sources.count
    searches = sources.count * (circle + others)
    sampled = sample.count
    sampleSeconds = Self.seconds(done - start)
    let routers = 1 + (triesSwings ? 9 : 0) + network.basket.count
    seconds = Double(sources.count) * (Double(circle + others) * each + Double(routers) * compiling)
    megabytes = 40 + Double(router.arcCount) * 0.0006 * Double(routers)
  }

  func sentence(_ session: Session) -> String {
    session.text(
      "compare.estimate", "\(networks)", "\(searches)", Self.short(seconds),
      "\(Int(megabytes.rounded()))", "\(sampled)", Self.short(sampleSeconds))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
