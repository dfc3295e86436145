// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

@testable import Coverage

@Suite struct RandomNetworkTests {
  private func seconds(
    _ random: RandomNetwork, threads: Int = 1, _ change: (inout RoutingOptions) -> Void = { _ in }
  ) throws -> [[Int64?]] {
    var options = random.options
    change(&options)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: options, week: random.week)
    return ReadyTimeRuns(
      router: router, origin: random.origin, readyTimes: random.readyTimes, threads: threads
    ).seconds(to: random.network.places.indices.map { ID($0) })
  }

  private func isNeverLater(_ better: [[Int64?]], than base: [[Int64?]]) -> Bool {
    zip(better.joined(), base.joined()).allSatisfy { ($0 ?? .max) <= ($1 ?? .max) }
  }

  @Test(arguments: 0..<40)
  func `better assumptions are never later`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let base = try seconds(random) { $0.importClearance = .median }
    let comment: Comment = "seed \(seed)"
    #expect(isNeverLater(try seconds(random) { $0.importClearance = .low }, than: base), comment)
    #expect(isNeverLater(base, than: try seconds(random) { $0.importClearance = .high }), comment)
    let often = try seconds(random) {
      $0.importClearance = .median
      $0.lineHaulFrequency *= 2
    }
    #expect(isNeverLater(often, than: base), comment)
    let open = try seconds(random) {
      $0.importClearance = .median
      $0.customsAlwaysOpen = true
      $0.deliveryAlwaysOpen = true
    }
    #expect(isNeverLater(open, than: base), comment)
    let live = try seconds(random) {
      $0.importClearance = .median
      $0.liveServicesOnly = true
    }
    #expect(isNeverLater(base, than: live), comment)
  }

  @Test(arguments: 0..<20)
  func `runs do not depend on the number of threads`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let one = try seconds(random)
    #expect(try seconds(random, threads: 2) == one)
    #expect(try seconds(random, threads: 8) == one)
  }
}
