// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Quantities
public import Stochastics

/// Ships at the anchorages and berths of places that a scenario closes for a while, hour by hour, against the base.
///
/// Recovered is the first hour after the last reopening from which on the excess over the base's ships of the same replication
/// stays below `max(1 ship, 5 % of its peak)` for a week, or to the end where less than that is left but at least a day.
public struct BacklogRecovery: Sendable, Hashable {
  /// Ids of the places.
  public let places: [String]
  /// Hours after the warm-up at which the first closes, and the last opens again.
  public let closes: Int
  public let reopens: Int
  /// By replication, every hour after the warm-up: waiting or at berth.
  public let base: [[Int32]]
  public let scenario: [[Int32]]
  /// Greatest excess over the base, by replication.
  public let peaks: [Int32]
  /// Hours from reopening until recovered, by replication; nil where the run ended before.
  public let recoveries: [Int?]

  public var peak: Estimate { Estimate(peaks.map(Double.init)) }
  public var recovered: Int { recoveries.count { $0 != nil } }
  /// Of the replications that recovered.
  public var recoveryHours: Estimate { Estimate(recoveries.compactMap { $0.map(Double.init) }) }

  /// Hours within which half of the replications recover; one that does not by the end counts as never, so that a second storm
  /// in one of them moves neither the median nor its interval.
  public var medianHours: QuantileInterval {
    QuantileInterval(recoveries.map { $0.map(Double.init) ?? .infinity }, probability: 0.5)
  }

  /// Nothing shut that the base leaves open, no anchorage and no berth there, or no hourly series: nil.
  init?(
    _ base: SimulationResult, _ scenario: SimulationResult, _ baseNetwork: Network,
    _ scenarioNetwork: Network, start: Instant
  ) {
    let closures = Self.datedClosures(baseNetwork, scenarioNetwork)
    guard let first = closures.map(\.from).min(), let last = closures.map(\.to).max()
    else { return nil }
    closes = max(0, Int((first - start) / secondsPerHour))
    reopens = max(0, Int((last - start) / secondsPerHour))
    places = Set(closures.map(\.place)).sorted()
    self.base = Self.backlog(base, baseNetwork, places)
    self.scenario = Self.backlog(scenario, scenarioNetwork, places)
    let hours = (self.base + self.scenario).map(\.count).min() ?? 0
    guard hours > reopens else { return nil }
    var (peaks, recoveries): ([Int32], [Int?]) = ([], [])
    for (a, b) in zip(self.base, self.scenario) {
      let excess = zip(a, b).map { $1 - $0 }
      let peak = max(0, excess[closes...].prefix(24 * 28).max() ?? 0)
      peaks.append(peak)
      recoveries.append(Self.recovery(excess, reopens: reopens, peak: peak))
    }
    self.peaks = peaks
    self.recoveries = recoveries
  }

  /// Hours from `reopens` to the start of the first quiet week of an hourly excess.
  static func recovery(_ excess: [Int32], reopens: Int, peak: Int32) -> Int? {
    let limit = max(1, 0.05 * Double(peak))
    var since: Int?
    for hour in excess.indices.dropFirst(reopens) {
      guard Double(excess[hour]) < limit else {
        since = nil
        continue
      }
      let begun = since ?? hour
      since = begun
      if hour - begun + 1 >= 7 * 24 { return begun - reopens }
    }
    return since.flatMap { excess.count - $0 >= 24 ? $0 - reopens : nil }
  }

  struct DatedClosure {
    var place: String
    var from: Instant
    var to: Instant
  }

  /// Of places, with both ends, and not in the base.
  static func datedClosures(_ base: Network, _ scenario: Network) -> [DatedClosure] {
    func all(_ network: Network) -> [DatedClosure] {
      network.closures.compactMap { closure in
        guard case .place(let place) = closure.element, let from = closure.from,
          let to = closure.to
        else { return nil }
        return DatedClosure(place: network.places[place].id, from: from, to: to)
      }
    }
    let known = all(base)
    return all(scenario).filter { one in
      !known.contains { $0.place == one.place && $0.from == one.from && $0.to == one.to }
    }
  }

  /// Rows of a network's resources whose backlog the comparison reads: anchorages and berths of what the scenario closes.
  public static func resources(of network: Network, base: Network, scenario: Network) -> Set<Int> {
    let places = Set(datedClosures(base, scenario).map(\.place))
    return Set(
      network.resources.indices.filter { row in
        let resource = network.resources[row]
        return (resource.kind == .anchorage || resource.kind == .berth)
          && places.contains(network.places[resource.place].id)
      })
  }

  private static func backlog(
    _ result: SimulationResult, _ network: Network, _ places: [String]
  ) -> [[Int32]] {
    result.replications.map { run in
      var sum: [Int32] = []
      for (row, series) in run.hourly.sorted(by: { $0.key < $1.key })
      where places.contains(network.places[network.resources[row].place].id) {
        sum = sum.isEmpty ? series : zip(sum, series).map { $0 + $1 }
      }
      return sum
    }
  }
}
