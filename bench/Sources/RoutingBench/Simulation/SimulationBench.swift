// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation

/// `simulation SYSTEM …`: closed-form systems, coverage of their intervals, speed.
enum SimulationBench {
  static let systems: [(name: String, make: @Sendable (inout Options) throws -> any ClosedForm)] = [
    ("mmc", { try StationSystem.mmc(&$0) }), ("md1", { try StationSystem.md1(&$0) }),
    ("mg1", { try StationSystem.mg1(&$0) }),
    ("mmck", { try StationSystem.mmck(&$0) }), ("units", { try StationSystem.units(&$0) }),
    ("tandem", { try TandemSystem(&$0) }), ("jackson", { try JacksonSystem(&$0) }),
    ("ring", { try RingSystem(&$0) }), ("line", { try LineSystem(&$0) }),
    ("breakdown", { try StationSystem.breakdown(&$0) }),
    ("bulk", { try DepartureSystem.bulk(&$0) }),
    ("headway", { try DepartureSystem.headway(&$0) }), ("finite", { try FiniteSystem(&$0) }),
    ("priority", { try StationSystem.priority(&$0) }), ("batch", { try StationSystem.batch(&$0) }),
    ("batchservice", { try StationSystem.batchservice(&$0) }),
    ("nonstationary", { try TidalSystem(&$0) }),
  ]

  static var usage: String {
    "simulation SYSTEM is one of \(systems.map(\.name).joined(separator: ", ")), or all-systems, coverage, speed, scaling, smoke, all"
  }

  /// What all rows share.
  struct Settings {
    var seed: UInt64
    var replications: Int
    var events: Int
    var threads: Int

    init(_ options: inout Options, events usual: Int, replications: Int = 20) throws {
      seed = UInt64(try options.count("seed", or: 1, in: 0...Int.max))
      self.replications = try options.count("replications", or: replications, in: 2...1_000_000)
      events = try options.count("events", or: usual, in: 1_000...100_000_000_000)
      threads = try options.count("threads", or: 2, in: 1...1_024)
    }
  }

  static func run(_ words: [String], into report: Report) throws {
    var options = try Options(words.dropFirst())
    switch words[0] {
    case "all-systems":
      try everySystem(Settings(&options, events: 4_000_000), into: report)
      try options.finish()
    case "coverage": try CoverageBench.run(&options, into: report)
    case "speed": try SpeedBench.run(&options, into: report)
    case "scaling": try SpeedBench.scaling(&options, into: report)
    case "smoke":
      try everySystem(Settings(&options, events: 400_000), into: report)
      try run(["coverage", "--experiments", "100"], into: report)
      try run(["speed", "--events", "2000000", "--runs", "3"], into: report)
      try run(["scaling", "--events", "2000000"], into: report)
    case "all":
      for name in ["all-systems", "coverage", "speed", "scaling"] {
        try run([name], into: report)
      }
    default:
      guard let row = systems.first(where: { $0.name == words[0] }) else {
        throw OptionFault(usage)
      }
      let settings = try Settings(&options, events: 10_000_000)
      let system = try row.make(&options)
      try options.finish()
      add(row.name, system, settings, into: report)
    }
  }

  private static func everySystem(_ settings: Settings, into report: Report) throws {
    for row in systems {
      var usual = try Options([])
      add(row.name, try row.make(&usual), settings, into: report)
    }
  }

  /// Samples of a system, replication by replication.
  static func samples(_ system: some ClosedForm, _ settings: Settings) -> [Sample] {
    let count = replications(system, settings)
    return replicate(count, threads: settings.threads) { number in
      system.run(
        system.trial(
          seed: settings.seed, replication: number, events: settings.events / count))
    }
  }

  /// Where the length is fixed the events are made up by more replications.
  static func replications(_ system: some ClosedForm, _ settings: Settings) -> Int {
    guard let length = system.fixedLength else { return settings.replications }
    let events = system.eventsPerUnit * length
    return max(settings.replications, Int(Double(settings.events) / events))
  }

  private static func add(
    _ name: String, _ system: some ClosedForm, _ settings: Settings, into report: Report
  ) {
    let samples = samples(system, settings)
    var times = Measurement()
    for sample in samples { times.append(sample.milliseconds) }
    let events = samples.reduce(0) { $0 + $1.events }
    let checksum = samples.reduce(UInt64(0)) { ($0 &* 31) &+ $1.checksum }
    let cpu = samples.reduce(0) { $0 + $1.milliseconds }
    for (row, quantity) in system.quantities.enumerated() {
      let interval = Interval(samples.map { $0.values[row] })
      if let exact = quantity.exact,
        abs(interval.mean - exact) > 3 * (interval.high - interval.mean) + 1e-9
      {
        RoutingBench.stop(
          "\(name): \(quantity.name) is \(interval.mean), in truth \(exact)", code: 1)
      }
      report.add(
        name: "\(name): \(quantity.name)", instance: system.instance, size: events,
        checksum: checksum, times,
        numbers: numbers(interval, exact: quantity.exact) + [
          ("events_per_cpu_s", "\(Int(Double(events) / cpu * 1_000))")
        ])
    }
  }

  static func numbers(_ interval: Interval, exact: Double?) -> [(String, String)] {
    [
      ("mean", "\(rounded(interval.mean))"), ("lo", "\(rounded(interval.low))"),
      ("hi", "\(rounded(interval.high))"), ("exact", exact.map { "\(rounded($0))" } ?? "null"),
    ]
  }

  /// Eight decimals.
  static func rounded(_ value: Double) -> Double { (value * 1e8).rounded() / 1e8 }
}
