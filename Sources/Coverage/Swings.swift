// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// The tier table again under other assumptions: the honest width of the answer.
struct SwingRuns {
  let network: Network
  let query: CoverageQuery
  let targets: Targets
  let ready: ReadyTimes
  let base: ScoreBoard
  let like: CircleSources
  let progress: @Sendable () -> Void

  /// The re-runs, each a change of the options asked for.
  private static let changes: [(code: String, change: @Sendable (inout RoutingOptions) -> Void)] =
    [
      ("swing.live_only", { $0.liveServicesOnly = true }),
      ("swing.no_interline", { $0.withoutAssumedInterline = true }),
      ("swing.clearance_low", { $0.importClearance = .low }),
      ("swing.clearance_high", { $0.importClearance = .high }),
      ("swing.customs_always", { $0.customsAlwaysOpen = true }),
      ("swing.delivery_always", { $0.deliveryAlwaysOpen = true }),
      (
        "swing.doors_always",
        {
          $0.customsAlwaysOpen = true
          $0.deliveryAlwaysOpen = true
        }
      ),
      ("swing.line_haul_more", { $0.lineHaulFrequency *= 2 }),
      ("swing.line_haul_less", { $0.lineHaulFrequency /= 2 }),
    ]

  /// Number of re-runs.
  static var count: Int { changes.count }

  /// The base, the re-runs, and the base over all 168 ready times.
  ///
  /// A re-run looks no further than the widest target: what comes later is out either way.
  func run() throws -> [Swing] {
    var swings = [Swing(code: "swing.base", tiers: base.counts(targets.asked, of: targets))]
    let places = Set(targets.asked.map(\.place)).sorted()
    for (code, change) in Self.changes {
      var options = query.options
      change(&options)
      options.horizonSeconds = min(options.horizonSeconds ?? .max, targets.widest)
      let sources = try CircleSources(
        network: network, query: query, options: options, like: like)
      let times = sources.times(
        to: places, readyTimes: ready.counted.map { ready.instants[$0] },
        threads: query.threads, progress: progress)
      let seconds = Dictionary(uniqueKeysWithValues: zip(places, times.seconds))
      swings.append(Swing(code: code, tiers: counts { seconds[$0] ?? [] }))
    }
    swings.append(Swing(code: "swing.all_ready_times", tiers: counts(base.seconds)))
    if !targets.isBanded { swings.append(Swing(code: "swing.by_day", tiers: countsByDay())) }
    return swings
  }

  /// A city of tier *n* counts where enough ready times are delivered by the evening of day *n*.
  private func countsByDay() -> [TierCount] {
    let enough = Double(query.percentile) / 100
    return Set(targets.asked.map(\.tier)).sorted().flatMap { tier in
      targets.counts(
        targets.asked.filter { $0.tier == tier },
        statistic: { base.dayShare($0, day: Int64(tier)) >= enough ? 0 : nil },
        population: { network.places[$0].population ?? 0 })
    }
  }

  private func counts(_ values: (ID<Place>) -> [Int64?]) -> [TierCount] {
    targets.counts(
      targets.asked, statistic: { nearestRank(query.percentile, of: values($0)) },
      population: { network.places[$0].population ?? 0 })
  }
}
