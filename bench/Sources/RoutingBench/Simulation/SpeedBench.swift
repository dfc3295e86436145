// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation

/// Events per CPU second beside a loop written for the case in C++ and beside SimPy; replications on several threads.
enum SpeedBench {
  private static let rows: [(name: String, system: String, words: [String], stations: Int)] = [
    ("mmc", "mmc", ["--servers", "3", "--rho", "0.8"], 1),
    ("tandem", "tandem", ["--stations", "50", "--servers", "2", "--rho", "0.8"], 50),
  ]

  static func run(_ options: inout Options, into report: Report) throws {
    let runs = try options.count("runs", or: 7, in: 1...1_000)
    let events = try options.count("events", or: 10_000_000, in: 10_000...1_000_000_000)
    try options.finish()
    let peers = Peers()
    for row in rows {
      guard let make = SimulationBench.systems.first(where: { $0.name == row.system })?.make else {
        continue
      }
      var words = try Options(row.words)
      measure(
        row.name, try make(&words), jobs: events / (row.stations + 1), runs: runs, events: events,
        peers, into: report)
    }
  }

  private static func measure(
    _ name: String, _ system: some ClosedForm, jobs: Int, runs: Int, events: Int, _ peers: Peers,
    into report: Report
  ) {
    var (ours, limit, simPy) = (Measurement(), Measurement(), Measurement())
    var checksum: UInt64 = 0
    // A hundred thousand events take SimPy half a second.
    let simPyJobs = max(1_000, 100_000 * jobs / events)
    // In turn, so that neighbours on the machine disturb all alike; times of others per event of ours.
    for run in 0..<runs {
      let sample = system.run(system.trial(seed: 1, replication: 0, events: events))
      let scale = Double(events) / Double(sample.events)
      ours.append(sample.milliseconds * scale)
      checksum = sample.checksum
      if let perEvent = peers.eventLoop(name, jobs: jobs) {
        limit.append(perEvent * Double(events))
      }
      if run < 3, let perEvent = peers.simPy(name, jobs: simPyJobs) {
        simPy.append(perEvent * Double(events))
      }
    }
    for (peer, times) in [("C++ loop", limit), ("SimPy", simPy)] {
      report.add(
        name: "speed \(name)", instance: system.instance, size: events, checksum: checksum, ours,
        peer: (peer, times.count > 0 ? times.median : nil),
        numbers: [
          ("events_per_cpu_s", "\(Int(Double(events) / ours.median * 1_000))"),
          (
            "peer_events_per_cpu_s",
            times.count > 0 ? "\(Int(Double(events) / times.median * 1_000))" : "null"
          ),
        ])
    }
  }

  /// The same replications on 1, 2 and 8 threads; stops where the bits differ.
  static func scaling(_ options: inout Options, into report: Report) throws {
    var settings = try SimulationBench.Settings(&options, events: 40_000_000, replications: 16)
    try options.finish()
    var words = try Options(["--stations", "50"])
    let system = try TandemSystem(&words)
    var first: (checksum: UInt64, wall: Double, cpu: Double)?
    for threads in [1, 2, 8] {
      settings.threads = threads
      let (wall, cpu) = (wallMilliseconds(), processCPUMilliseconds())
      let samples = SimulationBench.samples(system, settings)
      let taken = (wall: wallMilliseconds() - wall, cpu: processCPUMilliseconds() - cpu)
      let checksum = samples.reduce(UInt64(0)) { ($0 &* 31) &+ $1.checksum }
      if let first, first.checksum != checksum {
        RoutingBench.stop("\(threads) threads give other bits than one", code: 1)
      }
      var times = Measurement()
      times.append(taken.cpu)
      report.add(
        name: "scaling, \(threads) threads", instance: system.instance,
        size: samples.reduce(0) { $0 + $1.events }, checksum: checksum, times,
        numbers: [
          ("wall_ms", Report.decimal(taken.wall)),
          ("speedup", Report.decimal((first?.wall ?? taken.wall) / taken.wall)),
          // What the machine's other work does not touch: CPU per event against that of one thread.
          ("cpu_ratio", Report.decimal(taken.cpu / (first?.cpu ?? taken.cpu))),
        ])
      if first == nil { first = (checksum, taken.wall, taken.cpu) }
    }
  }
}
