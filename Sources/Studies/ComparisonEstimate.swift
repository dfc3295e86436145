// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

/// What a comparison would cost, from a sample of its searches.
public struct ComparisonEstimate: Sendable, Hashable {
  public let networks: Int
  /// Searches of all networks.
  public let searches: Int
  /// Searches that were timed, and the seconds that took.
  public let sampled: Int
  public let sampleSeconds: Double
  /// Of the whole comparison on one thread.
  public let seconds: Double
  public let megabytes: Double

  /// Compiles the first network's router and times two dozen searches by time and a few by generalized cost.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  init(_ compared: [Network], _ queries: [CoverageQuery], triesSwings: Bool) throws {
    let network = compared[0]
    let query = queries[0]
    let clock = ContinuousClock()
    let start = clock.now
    let router = try Router(
      network: network, consignment: query.consignment, origin: query.origin,
      options: query.options, week: query.week)
    let compiling = Self.seconds(clock.now - start)
    let hours = try ReadyTimes(network: network, query: query)
    func each(_ router: Router, _ objective: Objective, _ count: Int) -> Double {
      var runs = ReadyTimeRuns(
        router: router, origin: query.origin, readyTimes: [], threads: 1, objective: objective)
      var best = Double.infinity
      // The first run of a search allocates.
      for _ in 0..<3 {
        runs.readyTimes = Array(hours.instants.prefix(count))
        let before = clock.now
        _ = runs.map { search, _ in search.delivery(at: query.origin) }
        best = min(best, Self.seconds(clock.now - before) / Double(count))
      }
      return best
    }
    // What goes by generalized cost is lcl and fcl, unless the circle does.
    let heavy =
      query.objective == .time
      ? Consignment.usual(.lcl, .generalTrade)
      : query.consignment
    let heavyRouter = try Router(
      network: network, consignment: heavy, origin: query.origin, options: query.options,
      week: query.week, ways: router.ways)
    let byTime = each(router, .time, 48)
    let weighed = each(
      heavyRouter, .generalized(GeneralizedCost(of: heavy, in: network)), 8)
    let counted = hours.counted.count
    let circle = 168 + (triesSwings ? 9 * counted : 0)
    // The basket, then the demand by origin, class and export mode.
    let groups = Set(
      network.demands.map {
        Group(origin: $0.origin, cargoClass: $0.cargoClass, exportMode: $0.exportMode)
      })
    let weighedGroups = groups.count { !Objective.isUsuallyTime($0.cargoClass) }
    let weighedItems = network.basket.count { $0.objective != .time }
    let others = (network.basket.count + groups.count) * counted
    let weighedOthers = (weighedItems + weighedGroups) * counted
    let inCircle = query.objective == .time ? byTime : weighed
    // A router for each kind of consignment, and under 9810 for each customs area that has stock.
    let kinds = Set(
      network.basket.map {
        "\($0.cargoClass) \($0.exportMode) \($0.massKG ?? 0) \($0.teu ?? 0)"
      } + network.demands.map { "\($0.cargoClass) \($0.exportMode)" })
    let stocked = network.places.filter {
      query.consignment.exportMode == .overseasWarehouse && $0.kind == .overseasWarehouse
    }
    let areas = 1 + Set(stocked.map { network.territories[$0.territory].customsArea }).count
    let starts = 1 + stocked.count
    let compiled = areas * (triesSwings ? 10 : 1) + kinds.count
    networks = compared.count
    searches = compared.count * (circle * starts + others)
    sampled = 3 * (48 + 8)
    sampleSeconds = Self.seconds(clock.now - start)
    // Re-runs look no further than the widest target.
    let circleSeconds = (168 + Double(circle - 168) / 2) * Double(starts) * inCircle
    let otherSeconds =
      Double(weighedOthers) * weighed + Double(others - weighedOthers) * byTime
    seconds =
      Double(compared.count) * (circleSeconds + otherSeconds + Double(compiled) * compiling)
    megabytes =
      50 + Double(router.arcCount) * 0.0004 * Double(kinds.count + 2 * areas * compared.count / 2)
  }

  private struct Group: Hashable {
    var origin: ID<Place>
    var cargoClass: CargoClass
    var exportMode: ExportMode
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
