// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities

/// Systems of one station with Poisson arrivals.
struct StationSystem: ClosedForm {
  enum Reading { case wait, present, waiting, loss, waitByClass, lossByClass }

  var instance: String
  var quantities: [(name: String, exact: Double?)]
  var rule: StationRule
  var classes: [StationModel.Class]
  var reading: Reading
  var batch = 1.0
  var breakdowns: (up: Double, down: Double)?
  var relaxation: Double

  var eventsPerUnit: Double {
    classes.reduce(0) { $0 + $1.rate } * (1 + batch)
      + (breakdowns.map { 2 / ($0.up + $0.down) } ?? 0)
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let station = engine.addStation(rule)
    var model = StationModel(
      station, classes: classes, seed: trial.seed, replication: trial.replication)
    model.batch = batch
    model.breakdowns = breakdowns
    model.takesUnits = reading == .lossByClass
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      let of = run.engine.statistics(of: station)
      switch reading {
      case .wait: return [of.meanWait / ticksPerUnit]
      case .present: return [run.present(station)]
      case .waiting: return [of.meanWaiting]
      case .loss: return [Double(of.lost) / Double(max(1, of.arrivals)), run.present(station)]
      case .waitByClass:
        return classes.indices.map {
          Double(run.model.waits[$0]) / ticksPerUnit / Double(max(1, run.model.starts[$0]))
        }
      case .lossByClass:
        return classes.indices.map {
          Double(run.model.lost[$0]) / Double(max(1, run.model.lost[$0] + run.model.starts[$0]))
        }
      }
    }
  }

  /// Roughly how long M/M/1 of this load remembers, in services.
  static func memory(_ rho: Double, cv: Double = 1) -> Double {
    (1 + cv * cv) / 2 / ((1 - rho.squareRoot()) * (1 - rho.squareRoot()))
  }

  static func mmc(_ options: inout Options) throws -> Self {
    let servers = try options.count("servers", or: 3, in: 1...100_000)
    let rho = try options.load()
    return Self(
      instance: "servers \(servers), rho \(rho)",
      quantities: [("wait", Exact.waitMMC(servers: servers, rho: rho))],
      rule: StationRule(servers: servers),
      classes: [.init(rate: rho * Double(servers), service: .exponential(mean: 1))],
      reading: .wait, relaxation: memory(rho) / Double(servers) + 1)
  }

  /// Pollaczek and Khinchine.
  private static func single(_ law: Law, rho: Double, _ instance: String) -> Self {
    Self(
      instance: instance,
      quantities: [("wait", rho * law.secondMoment / (2 * (1 - rho)))],
      rule: StationRule(servers: 1), classes: [.init(rate: rho, service: law)], reading: .wait,
      relaxation: memory(rho, cv: law.cv))
  }

  static func md1(_ options: inout Options) throws -> Self {
    let rho = try options.load()
    return single(.fixed(1), rho: rho, "rho \(rho)")
  }

  static func law(_ options: inout Options, cv usual: Double) throws -> (law: Law, name: String) {
    let name = try options.word("law", or: "lognormal", of: ["lognormal", "gamma"])
    let cv = try options.number("cv", or: usual, in: 0.01...5)
    return (
      name == "gamma" ? .gamma(mean: 1, cv: cv) : .lognormal(mean: 1, cv: cv), "\(name) cv \(cv)"
    )
  }

  static func mg1(_ options: inout Options) throws -> Self {
    let rho = try options.load(or: 0.7)
    let (law, name) = try law(&options, cv: 1.5)
    return single(law, rho: rho, "\(name), rho \(rho)")
  }

  static func mmck(_ options: inout Options) throws -> Self {
    let servers = try options.count("servers", or: 2, in: 1...10_000)
    let capacity = try options.count("capacity", or: servers + 3, in: servers...100_000)
    let rho = try options.number("rho", or: 0.9, in: 0.001...100)
    let load = rho * Double(servers)
    let shares = Exact.birthDeath(
      upTo: capacity, birth: { _ in load }, death: { Double(min($0, servers)) })
    let present = shares.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
    return Self(
      instance: "servers \(servers), capacity \(capacity), rho \(rho)",
      quantities: [("share lost", shares[capacity]), ("present", present)],
      rule: StationRule(servers: servers, roomLimit: capacity - servers),
      classes: [.init(rate: load, service: .exponential(mean: 1))], reading: .loss,
      relaxation: Double(capacity))
  }

  /// Loss of jobs of one, two … units where nobody waits.
  static func units(_ options: inout Options) throws -> Self {
    let servers = try options.count("servers", or: 10, in: 3...10_000)
    let rho = try options.number("rho", or: 0.8, in: 0.001...100)
    let loads = (1...3).map { rho * Double(servers) / 3 / Double($0) }
    return Self(
      instance: "units \(servers), rho \(rho)",
      quantities: Exact.lossByUnits(units: servers, loads: loads).enumerated().map {
        ("share lost of \($0.0 + 1) units", $0.1)
      },
      rule: StationRule(servers: servers, roomLimit: 0, priorities: 3),
      classes: loads.map { .init(rate: $0, service: .exponential(mean: 1)) },
      reading: .lossByClass, relaxation: 5)
  }

  static func breakdown(_ options: inout Options) throws -> Self {
    let up = try options.number("up", or: 10, in: 0.001...1e6)
    let down = try options.number("down", or: 2, in: 0.001...1e6)
    let rho = try options.load(or: 0.7)
    let rate = rho * up / (up + down)
    return Self(
      instance: "up \(up), down \(down), rho \(rho)",
      quantities: [
        ("present", Exact.numberWithBreakdowns(arrival: rate, breaks: 1 / up, mends: 1 / down))
      ],
      rule: StationRule(servers: 1),
      classes: [.init(rate: rate, service: .exponential(mean: 1))], reading: .present,
      breakdowns: (up, down), relaxation: memory(rho) * (1 + down))
  }

  /// Cobham's waits by class: equal streams, non-pre-emptive.
  static func priority(_ options: inout Options) throws -> Self {
    let rho = try options.load()
    let servers = try options.count("servers", or: 1, in: 1...1_000)
    let count = try options.count("classes", or: 3, in: 1...8)
    let cv = try options.number("cv", or: 1, in: 0...5)
    guard servers == 1 || cv == 1 else {
      throw OptionFault("--cv \(cv): several servers have a closed form for cv 1 only")
    }
    let law: Law = cv == 1 ? .exponential(mean: 1) : cv == 0 ? .fixed(1) : .gamma(mean: 1, cv: cv)
    let rate = rho * Double(servers) / Double(count)
    // What an arrival finds before it: all work left in M/G/1, or the wait of M/M/c times 1 − ρ.
    let before =
      servers == 1
      ? rho * law.secondMoment / 2
      : Exact.waitMMC(servers: servers, rho: rho) * (1 - rho)
    let exact = (1...count).map { k in
      let (above, through) = (rho * Double(k - 1) / Double(count), rho * Double(k) / Double(count))
      return ("wait of class \(k)", Optional(before / ((1 - above) * (1 - through))))
    }
    return Self(
      instance: "servers \(servers), classes \(count), cv \(cv), rho \(rho)", quantities: exact,
      rule: StationRule(servers: servers, priorities: count),
      classes: Array(repeating: .init(rate: rate, service: law), count: count),
      reading: .waitByClass, relaxation: memory(rho, cv: cv))
  }

  /// Arrivals of a geometric number of jobs.
  static func batch(_ options: inout Options) throws -> Self {
    let rho = try options.load(or: 0.7)
    let size = try options.number("size", or: 4, in: 1...1_000)
    // E[X] + E[X²] = 2 E[X]² for a geometric X from 1 on.
    return Self(
      instance: "mean size \(size), rho \(rho)", quantities: [("present", rho * size / (1 - rho))],
      rule: StationRule(servers: 1),
      classes: [.init(rate: rho / size, service: .exponential(mean: 1))], reading: .present,
      batch: size, relaxation: memory(rho) * size)
  }

  /// Service of batches of a to b, always as long.
  static func batchservice(_ options: inout Options) throws -> Self {
    let least = try options.count("least", or: 3, in: 1...1_000)
    let most = try options.count("most", or: max(6, least), in: least...1_000)
    let rho = try options.load(or: 0.7)
    let rate = rho * Double(most)
    return Self(
      instance: "batches \(least) to \(most), rho \(rho)",
      quantities: [
        ("waiting", Exact.waitingForBatches(arrival: rate, least: least, most: most))
      ],
      rule: StationRule(servers: 1, batch: .init(least: least, most: most)),
      classes: [.init(rate: rate, service: .fixed(1))], reading: .waiting,
      relaxation: memory(rho))
  }
}
