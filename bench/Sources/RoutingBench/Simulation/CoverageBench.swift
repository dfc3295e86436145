// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Glibc

/// How often 95 % intervals contain the truth.
enum CoverageBench {
  /// Short and quickly forgetting systems, so that a thousand experiments are cheap and the start leaves no trace.
  private static let systems: [(name: String, words: [String], events: Int)] = [
    ("mmc", ["--servers", "3", "--rho", "0.7"], 8_000),
    ("mmck", [], 8_000),
    ("bulk", ["--rho", "0.7"], 8_000),
    ("finite", [], 8_000),
    ("nonstationary", ["--rate", "50"], 1_000),
  ]

  static func run(_ options: inout Options, into report: Report) throws {
    let experiments = try options.count("experiments", or: 1_000, in: 10...1_000_000)
    let replications = try options.count("replications", or: 20, in: 2...10_000)
    let threads = try options.count("threads", or: 2, in: 1...1_024)
    let seed = UInt64(try options.count("seed", or: 1, in: 0...1_000_000_000))
    try options.finish()
    for row in systems {
      guard let make = SimulationBench.systems.first(where: { $0.name == row.name })?.make else {
        continue
      }
      var words = try Options(row.words)
      add(
        row.name, try make(&words), events: row.events, experiments: experiments,
        replications: replications, threads: threads, seed: seed, into: report)
    }
  }

  private static func add(
    _ name: String, _ system: some ClosedForm, events: Int, experiments: Int, replications: Int,
    threads: Int, seed: UInt64, into report: Report
  ) {
    let results = replicate(experiments, threads: threads) { experiment in
      (0..<replications).map { number in
        system.run(
          system.trial(
            seed: seed &+ 1_000_003, replication: experiment * replications + number,
            events: events))
      }
    }
    var times = Measurement()
    for samples in results { times.append(samples.reduce(0) { $0 + $1.milliseconds }) }
    let checksum = results.joined().reduce(UInt64(0)) { ($0 &* 31) &+ $1.checksum }
    for (row, quantity) in system.quantities.enumerated() {
      guard let exact = quantity.exact else { continue }
      let covered = results.count { samples in
        let interval = Interval(samples.map { $0.values[row] })
        return interval.low <= exact && exact <= interval.high
      }
      // Wilson's interval of the share.
      let (n, z) = (Double(experiments), 1.959964)
      let share = Double(covered) / n
      let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
      let half =
        z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      report.add(
        name: "coverage \(name): \(quantity.name)", instance: system.instance, size: experiments,
        checksum: checksum, times,
        numbers: [
          ("mean", "\(SimulationBench.rounded(share))"),
          ("lo", "\(SimulationBench.rounded(centre - half))"),
          ("hi", "\(SimulationBench.rounded(centre + half))"), ("exact", "0.95"),
        ])
    }
  }
}
