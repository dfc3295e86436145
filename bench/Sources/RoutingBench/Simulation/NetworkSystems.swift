// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities

/// Stations in a row; without limits of room a Jackson network.
struct TandemSystem: ClosedForm {
  let stationCount: Int
  let servers: Int
  let rho: Double
  let buffer: Int?

  var instance: String {
    "stations \(stationCount), servers \(servers), rho \(rho)"
      + (buffer.map { ", buffer \($0)" } ?? "")
  }
  private var rate: Double { rho * Double(servers) }
  var eventsPerUnit: Double { rate * Double(stationCount + 1) }
  var relaxation: Double {
    Double(stationCount) * 4 + StationSystem.memory(rho)
  }

  /// Mean stay; by Burke departures are Poisson: gaps of mean 1/λ, whose squares have mean 2/λ².
  var quantities: [(name: String, exact: Double?)] {
    guard buffer == nil else { return [("stay", nil), ("blocked", nil)] }
    let stay = Double(stationCount) * (1 + Exact.waitMMC(servers: servers, rho: rho))
    return [("stay", stay), ("gap of departures", 1 / rate), ("its square", 2 / (rate * rate))]
  }

  init(_ options: inout Options) throws {
    stationCount = try options.count("stations", or: 50, in: 1...10_000)
    servers = try options.count("servers", or: 2, in: 1...10_000)
    rho = try options.load()
    let places = try options.count("buffer", or: -1, in: 0...1_000_000)
    buffer = places < 0 ? nil : places
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let stations = (0..<stationCount).map { number in
      engine.addStation(StationRule(servers: servers, roomLimit: number == 0 ? nil : buffer))
    }
    let model = TandemModel(
      stations, rate: rate, seed: trial.seed, replication: trial.replication)
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      let present = stations.reduce(0) { $0 + run.present($1) }
      let arrived = Double(run.engine.statistics(of: stations[0]).arrivals) / trial.length
      guard buffer == nil else {
        return [
          present / arrived,
          stations.reduce(0) { $0 + run.engine.statistics(of: $1).meanBlocked },
        ]
      }
      let of = run.model.departures
      return [present / arrived, of.gaps / Double(of.count), of.squares / Double(of.count)]
    }
  }
}

/// Jobs that go from station to station by chance, and leave or not.
struct RoutedModel: BenchModel {
  let stations: [StationID]
  /// Arrivals from outside per unit of time, by station.
  let rates: [Double]
  /// Station → share that goes on to each station; the rest leaves.
  let shares: [[Double]]
  let means: [Double]
  /// Jobs that are there from the start.
  var residents: Int
  var arrivals: Luck
  var services: Luck
  var routes: Luck

  init(
    _ stations: [StationID], rates: [Double], shares: [[Double]], means: [Double], residents: Int,
    _ trial: Trial
  ) {
    (self.stations, self.rates, self.shares, self.means) = (stations, rates, shares, means)
    self.residents = residents
    arrivals = Luck(seed: trial.seed, purpose: 1, replication: trial.replication)
    services = Luck(seed: trial.seed, purpose: 2, replication: trial.replication)
    routes = Luck(seed: trial.seed, purpose: 3, replication: trial.replication)
  }

  mutating func begin(_ engine: inout EventEngine) {
    for number in rates.indices where rates[number] > 0 { scheduleArrival(number, &engine) }
    for _ in 0..<residents { enter(0, &engine) }
  }

  mutating func endWarmup() {}

  private mutating func scheduleArrival(_ number: Int, _ engine: inout EventEngine) {
    let gap = arrivals.exponential(mean: 1 / rates[number])
    engine.schedule(at: engine.now + ticks(gap), code: UInt32(number), payload: 0)
  }

  private mutating func enter(_ number: Int, _ engine: inout EventEngine) {
    let service = ticks(services.exponential(mean: means[number]))
    engine.arrive(0, at: stations[number], ticks: service)
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    scheduleArrival(Int(code), &engine)
    enter(Int(code), &engine)
  }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    var left = routes.uniform()
    for (next, share) in shares[station.index].enumerated() {
      if left < share {
        return .move(to: stations[next], ticks: ticks(services.exponential(mean: means[next])))
      }
      left -= share
    }
    return .leave
  }
}

/// Three stations with feedback: M/M/1, M/M/2 and M/M/3 of the same load.
struct JacksonSystem: ClosedForm {
  let rho: Double
  static let shares = [[0.1, 0.5, 0.3], [0.2, 0, 0.4], [0.25, 0, 0.15]]
  /// Arrivals from outside per unit of time, by station.
  static let outside = [1.0, 0.5, 0.0]

  init(_ options: inout Options) throws { rho = try options.load() }

  var instance: String { "3 stations with feedback, rho \(rho)" }

  /// Visits per unit of time: λ = outside + λ · shares, by iteration.
  var visits: [Double] {
    var visits = Self.outside
    for _ in 0..<2_000 {
      visits = (0..<3).map { to in
        (0..<3).reduce(Self.outside[to]) { $0 + visits[$1] * Self.shares[$1][to] }
      }
    }
    return visits
  }
  var eventsPerUnit: Double { visits.reduce(1.5, +) }
  var relaxation: Double { 10 * StationSystem.memory(rho) }
  var quantities: [(name: String, exact: Double?)] {
    (1...3).map { c in
      ("present at M/M/\(c)", rho * Double(c) * (1 + Exact.waitMMC(servers: c, rho: rho)))
    }
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let stations = (1...3).map { engine.addStation(StationRule(servers: $0)) }
    let means = visits.enumerated().map { rho * Double($0.0 + 1) / $0.1 }
    let model = RoutedModel(
      stations, rates: Self.outside, shares: Self.shares, means: means, residents: 0, trial)
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in stations.map { run.present($0) } }
  }
}

/// A fixed number of jobs on a ring of single servers.
struct RingSystem: ClosedForm {
  let jobs: Int
  let means: [Double]

  init(_ options: inout Options) throws {
    jobs = try options.count("jobs", or: 8, in: 1...10_000)
    let count = try options.count("stations", or: 4, in: 2...1_000)
    means = (0..<count).map { 1 + Double($0) / Double(count) }
  }

  var instance: String { "jobs \(jobs), stations \(means.count)" }
  var eventsPerUnit: Double {
    Exact.ringThroughput(jobs: jobs, means: means) * Double(means.count)
  }
  var relaxation: Double { Double(jobs + means.count) * 4 }
  var quantities: [(name: String, exact: Double?)] {
    [("rounds a unit", Exact.ringThroughput(jobs: jobs, means: means))]
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let stations = means.map { _ in engine.addStation(StationRule(servers: 1)) }
    let shares = means.indices.map { from in
      means.indices.map { $0 == (from + 1) % means.count ? 1.0 : 0.0 }
    }
    let model = RoutedModel(
      stations, rates: means.map { _ in 0 }, shares: shares, means: means, residents: jobs, trial)
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      [Double(run.engine.statistics(of: stations[0]).served) / trial.length]
    }
  }
}

/// Two stations in a row, the first never without work: blocking after service.
struct LineSystem: ClosedForm {
  let buffer: Int

  init(_ options: inout Options) throws {
    buffer = try options.count("buffer", or: 2, in: 0...1_000)
  }

  var instance: String { "2 stations, buffer \(buffer)" }
  var eventsPerUnit: Double { 2 * exact }
  var relaxation: Double { Double(buffer + 3) * Double(buffer + 3) }
  /// The second idles when nothing is before it: buffer + 3 equally likely states.
  private var exact: Double { Double(buffer + 2) / Double(buffer + 3) }
  var quantities: [(name: String, exact: Double?)] { [("served a unit", exact)] }

  private struct Model: BenchModel {
    let stations: [StationID]
    var services: Luck

    mutating func begin(_ engine: inout EventEngine) { for _ in 0..<2 { supply(&engine) } }
    mutating func endWarmup() {}
    mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {}

    mutating func supply(_ engine: inout EventEngine) {
      engine.arrive(0, at: stations[0], ticks: ticks(services.exponential(mean: 1)))
    }

    mutating func began(
      _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
    ) {
      if station == stations[0] { supply(&engine) }
    }

    mutating func served(
      _ job: UInt32, at station: StationID, _ engine: inout EventEngine
    ) -> Step {
      station == stations[1]
        ? .leave
        : .move(to: stations[1], ticks: ticks(services.exponential(mean: 1)))
    }
  }

  func run(_ trial: Trial) -> Sample {
    var engine = EventEngine()
    let stations = [
      engine.addStation(StationRule(servers: 1)),
      engine.addStation(StationRule(servers: 1, roomLimit: buffer)),
    ]
    let model = Model(
      stations: stations,
      services: Luck(seed: trial.seed, purpose: 2, replication: trial.replication))
    var simulation = Simulation(model: model, engine: engine)
    return simulation.play(trial) { run in
      [Double(run.engine.statistics(of: stations[1]).served) / trial.length]
    }
  }
}
