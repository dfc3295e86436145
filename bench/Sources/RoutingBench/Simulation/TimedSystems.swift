// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Glibc
import Quantities

/// Poisson arrivals into a waiting room, from which departures take up to a capacity.
struct DepartureModel: BenchModel {
  let room: StationID
  let rate: Double
  let headway: Law
  let capacity: UInt32
  var arrivals: Luck
  var headways: Luck
  var aboard: [UInt32] = []

  static let (arrival, departure): (UInt32, UInt32) = (0, 1)

  mutating func begin(_ engine: inout EventEngine) {
    schedule(Self.arrival, &engine)
    schedule(Self.departure, &engine)
  }

  mutating func endWarmup() {}

  private mutating func schedule(_ code: UInt32, _ engine: inout EventEngine) {
    let gap =
      code == Self.arrival ? arrivals.exponential(mean: 1 / rate) : headway.draw(&headways)
    engine.schedule(at: engine.now + ticks(gap), code: code, payload: 0)
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    schedule(code, &engine)
    if code == Self.arrival {
      engine.arrive(0, at: room, ticks: 0)
    } else {
      aboard.removeAll(keepingCapacity: true)
      engine.take(upTo: capacity, from: room, into: &aboard)
    }
  }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    .leave
  }
}

/// Scheduled departures with a capacity, or irregular ones without.
struct DepartureSystem: ClosedForm {
  var instance: String
  var quantities: [(name: String, exact: Double?)]
  var rate: Double
  var headway: Law
  var capacity: UInt32
  var relaxation: Double
  var eventsPerUnit: Double { rate + 1 / headway.mean }

  /// Bailey: departures each unit of time with `capacity` places.
  static func bulk(_ options: inout Options) throws -> Self {
    let rho = try options.load()
    let capacity = try options.count("capacity", or: 20, in: 1...100_000)
    let rate = rho * Double(capacity)
    let left = Exact.leftBehind(meanArrivals: rate, capacity: capacity)
    return Self(
      instance: "capacity \(capacity), rho \(rho)",
      quantities: [("waiting", left + rate / 2), ("wait", left / rate + 0.5)], rate: rate,
      headway: .fixed(1), capacity: UInt32(capacity),
      relaxation: 5 + StationSystem.memory(rho) / Double(capacity))
  }

  /// E[H²] / 2E[H].
  static func headway(_ options: inout Options) throws -> Self {
    let (law, name) = try StationSystem.law(&options, cv: 0.8)
    let rate = try options.number("rate", or: 5, in: 0.001...10_000)
    let wait = law.secondMoment / (2 * law.mean)
    return Self(
      instance: "\(name), rate \(rate)", quantities: [("waiting", wait * rate), ("wait", wait)],
      rate: rate, headway: law, capacity: .max, relaxation: 5)
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let room = engine.addStation(StationRule(servers: 0))
    let model = DepartureModel(
      room: room, rate: rate, headway: headway, capacity: capacity,
      arrivals: Luck(seed: trial.seed, purpose: 1, replication: trial.replication),
      headways: Luck(seed: trial.seed, purpose: 3, replication: trial.replication))
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      let of = run.engine.statistics(of: room)
      return [of.meanWaiting, of.meanWait / ticksPerUnit]
    }
  }
}

/// Machines that run, break down, and wait for one of few menders.
struct FiniteSystem: ClosedForm {
  let machines: Int
  let servers: Int
  /// Mean time that a machine runs; mending takes 1.
  let up: Double

  init(_ options: inout Options) throws {
    machines = try options.count("machines", or: 12, in: 1...10_000)
    servers = try options.count("servers", or: 2, in: 1...10_000)
    up = try options.number("up", or: 6, in: 0.001...1e6)
  }

  private var shares: [Double] {
    Exact.birthDeath(
      upTo: machines, birth: { Double(machines - $0) / up }, death: { Double(min($0, servers)) })
  }
  private var down: Double { shares.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 } }
  var instance: String { "machines \(machines), servers \(servers), up \(up)" }
  var eventsPerUnit: Double { 2 * (Double(machines) - down) / up }
  var relaxation: Double { up + Double(machines) }
  var quantities: [(name: String, exact: Double?)] {
    let rate = (Double(machines) - down) / up
    return [("down", down), ("wait", down / rate - 1)]
  }

  private struct Model: BenchModel {
    let station: StationID
    let machines: Int
    let up: Double
    var running: Luck
    var services: Luck

    mutating func begin(_ engine: inout EventEngine) {
      for machine in 0..<machines { start(UInt32(machine), &engine) }
    }

    mutating func endWarmup() {}

    private mutating func start(_ machine: UInt32, _ engine: inout EventEngine) {
      let time = engine.now + ticks(running.exponential(mean: up))
      engine.schedule(at: time, code: 0, payload: machine)
    }

    mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
      engine.arrive(payload, at: station, ticks: ticks(services.exponential(mean: 1)))
    }

    mutating func served(
      _ job: UInt32, at station: StationID, _ engine: inout EventEngine
    ) -> Step {
      start(job, &engine)
      return .leave
    }
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let station = engine.addStation(StationRule(servers: servers))
    let model = Model(
      station: station, machines: machines, up: up,
      running: Luck(seed: trial.seed, purpose: 1, replication: trial.replication),
      services: Luck(seed: trial.seed, purpose: 2, replication: trial.replication))
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      [run.present(station), run.engine.statistics(of: station).meanWait / ticksPerUnit]
    }
  }
}

/// Arrivals whose rate rises and falls, none of whom waits: M(t)/G/∞ from an empty start.
struct TidalSystem: ClosedForm {
  let rate: Double
  let swing: Double
  let period: Double
  let law: Law
  let name: String

  init(_ options: inout Options) throws {
    rate = try options.number("rate", or: 50, in: 0.001...1e5)
    swing = try options.number("swing", or: 0.9, in: 0...1)
    period = try options.number("period", or: 10, in: 0.1...1e5)
    name = try options.word("law", or: "exponential", of: ["exponential", "fixed", "lognormal"])
    let cv = try options.number("cv", or: 1.2, in: 0.01...5)
    law =
      name == "fixed"
      ? .fixed(1) : name == "exponential" ? .exponential(mean: 1) : .lognormal(mean: 1, cv: cv)
  }

  var instance: String { "rate \(rate), swing \(swing), period \(period), \(name)" }
  var eventsPerUnit: Double { rate * (2 + swing) }
  var relaxation: Double { 1 }
  var fixedLength: Double? { period }

  private func rate(at t: Double) -> Double { rate * (1 + swing * sin(2 * .pi * t / period)) }

  /// P(S > u).
  private func beyond(_ u: Double) -> Double {
    switch law {
    case .exponential(let mean): return exp(-u / mean)
    case .fixed(let value): return u < value ? 1 : u == value ? 0.5 : 0
    case .lognormal(let mean, let cv), .gamma(let mean, let cv):
      let variance = log(1 + cv * cv)
      return u <= 0
        ? 1 : erfc((log(u / mean) + variance / 2) / (2 * variance).squareRoot()) / 2
    }
  }

  var quantities: [(name: String, exact: Double?)] {
    (1...4).map { quarter in
      (
        "present at \(quarter)/4",
        Exact.numberAt(period * Double(quarter) / 4, rate: rate(at:), beyond: beyond)
      )
    }
  }

  private struct Model: BenchModel {
    let station: StationID
    let system: TidalSystem
    var arrivals: Luck
    var services: Luck
    var thinning: Luck
    var seen: [Double] = []

    mutating func begin(_ engine: inout EventEngine) {
      schedule(&engine)
      for quarter in 1...4 {
        // A tick before the end, so that the last is within the run.
        let time = ticks(system.period * Double(quarter) / 4) - 1
        engine.schedule(at: time, priority: 0, code: 1, payload: 0)
      }
    }

    mutating func endWarmup() {}

    private mutating func schedule(_ engine: inout EventEngine) {
      let gap = arrivals.exponential(mean: 1 / (system.rate * (1 + system.swing)))
      engine.schedule(at: engine.now + ticks(gap), code: 0, payload: 0)
    }

    mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
      if code == 1 {
        seen.append(Double(engine.inUse(at: station)))
        return
      }
      schedule(&engine)
      let share =
        system.rate(at: units(engine.now)) / (system.rate * (1 + system.swing))
      guard thinning.uniform() < share else { return }
      engine.arrive(0, at: station, ticks: ticks(system.law.draw(&services)))
    }

    mutating func served(
      _ job: UInt32, at station: StationID, _ engine: inout EventEngine
    ) -> Step { .leave }
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let station = engine.addStation(StationRule(servers: Int(Int32.max)))
    let model = Model(
      station: station, system: self,
      arrivals: Luck(seed: trial.seed, purpose: 1, replication: trial.replication),
      services: Luck(seed: trial.seed, purpose: 2, replication: trial.replication),
      thinning: Luck(seed: trial.seed, purpose: 3, replication: trial.replication))
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in run.model.seen }
  }
}
