// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
public import FreightSimulation
import Quantities
import Stochastics

/// What a reliable circle is sampled with.
public struct Sampling: Sendable, Hashable {
  public var probes: ProbeQuery
  /// Every so many of the counted ready times a probe sets out.
  public var stride: Int

  public init(_ probes: ProbeQuery, stride: Int = 3) {
    self.probes = probes
    self.stride = stride
  }
}

/// The chance of arriving within the target.
public struct Reliability: Sendable, Hashable {
  /// Share of the samples that arrive within the target, with its 95 % interval.
  public var within: Double
  public var lo: Double
  public var hi: Double
  public var samples: Int

  /// Of weeks, each with the same number of samples: those of one week share its luck.
  ///
  /// Student's interval over the weeks' shares, cut to 0…1; where all weeks have the same share Wilson's, with
  /// a week as one trial.
  ///
  /// - Parameters:
  ///   - shares: Share within the target, by week; at least one.
  ///   - samples: In all.
  /// - Note: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
  public init(shares: [Double], samples: Int) {
    self.samples = samples
    within = sampleMean(shares)
    if shares.allSatisfy({ $0 == shares[0] }) {
      (lo, hi) = Self.wilson(within, trials: shares.count)
    } else {
      let estimate = Estimate(shares)
      (lo, hi) = (max(0, estimate.lo), min(1, estimate.hi))
    }
  }

  static func wilson(_ share: Double, trials: Int) -> (Double, Double) {
    let n = Double(trials)
    let z = standardNormalQuantile(0.975)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, min(share, middle - half)), min(1, max(share, middle + half)))
  }
}

/// The mean chance of a tier's cities.
public struct TierReliability: Sendable, Hashable {
  public var tier: Int
  public var reliability: Reliability
}

/// Samples of every place of a circle.
struct SampledTimes {
  /// Place (by its number among the places) → week → probe → seconds; nil is never.
  var seconds: [[[Int64?]]]
  /// Numbers of the week's ready times at which probes set out.
  var hours: [Int]

  /// All samples of a place.
  func all(_ place: Int) -> [Int64?] { seconds[place].flatMap(\.self) }

  /// Share of each week within a time.
  func shares(_ place: Int, within target: Int64) -> [Double] {
    seconds[place].map { week in
      Double(week.count { $0.map { $0 <= target } ?? false }) / Double(max(1, week.count))
    }
  }

  func reliability(_ place: Int, within target: Int64) -> Reliability {
    Reliability(
      shares: shares(place, within: target), samples: seconds[place].reduce(0) { $0 + $1.count })
  }
}

extension CircleSources {
  /// Sends probes along the ways that the objective chooses, at every `stride`-th of the counted ready times.
  func sampled(
    to places: [ID<Place>], ready: ReadyTimes, times: CircleTimes, network: Network,
    query: CoverageQuery, sampling: Sampling, widest: Int64,
    progress: @Sendable (Int) -> Void
  ) throws -> SampledTimes {
    let hours = Swift.stride(from: 0, to: ready.counted.count, by: max(1, sampling.stride))
      .map { ready.counted[$0] }
    var probes: [Probe] = []
    var numbers = [[Int?]](
      repeating: [Int?](repeating: nil, count: hours.count), count: places.count)
    for (number, source) in sources.enumerated() {
      let runs = ReadyTimeRuns(
        router: source.router, origin: source.origin,
        readyTimes: hours.map { ready.instants[$0] }, threads: query.threads,
        objective: objective, changes: source.changes)
      let found = runs.map { search, place in
        places.indices.map { city -> PlannedPath? in
          guard times.seconds[city][hours[place]] != nil,
            times.source[city][hours[place]] == number
          else { return nil }
          return search.path(to: places[city])
        }
      }
      for (hour, paths) in found.enumerated() {
        for (city, path) in paths.enumerated() {
          guard let path else { continue }
          numbers[city][hour] = probes.count
          probes.append(
            Probe(
              destination: places[city],
              readySeconds: ready.instants[hours[hour]] - ready.instants[0], path: path,
              source: number))
        }
      }
    }
    var week = network
    week.header.referenceWeek = query.week
    var asked = sampling.probes
    asked.patienceSeconds = max(asked.patienceSeconds, 2 * widest)
    let found = try ProbeRun(week, query.consignment, asked).run(
      probes,
      from: sources.map {
        ProbeSource(
          origin: $0.origin, options: $0.router.options,
          keepsToPlan: $0.changes != nil || $0.router.options.combination != nil
            || !$0.router.options.via.isEmpty)
      }, objective: objective, progress: progress)
    return SampledTimes(
      seconds: numbers.map { row in
        (0..<asked.weeks).map { week in row.map { $0.flatMap { found[$0][week] } } }
      }, hours: hours)
  }
}
