// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities

/// Poisson arrivals at the first of stations in a row, each with the same exponential service.
struct TandemModel: BenchModel {
  let stations: [StationID]
  /// Units of time between arrivals.
  let gap: Double
  var arrivals: Luck
  var services: Luck
  var nextJob: UInt32 = 0
  /// Departures, the sum of the gaps between them and of their squares, in units of time.
  var departures = (count: 0, last: 0.0, gaps: 0.0, squares: 0.0)

  init(_ stations: [StationID], rate: Double, seed: UInt64, replication: UInt32) {
    self.stations = stations
    gap = 1 / rate
    arrivals = Luck(seed: seed, purpose: 1, replication: replication)
    services = Luck(seed: seed, purpose: 2, replication: replication)
  }

  mutating func begin(_ engine: inout EventEngine) {
    let first = engine.now + ticks(arrivals.exponential(mean: gap))
    engine.schedule(at: first, code: 0, payload: 0)
  }

  mutating func endWarmup() { departures = (0, departures.last, 0, 0) }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    let next = station.index + 1
    guard next < stations.count else {
      let now = units(engine.now)
      let gap = now - departures.last
      departures = (
        departures.count + 1, now, departures.gaps + gap, departures.squares + gap * gap
      )
      return .leave
    }
    return .move(to: stations[next], ticks: ticks(services.exponential(mean: 1)))
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    engine.schedule(
      at: engine.now + ticks(arrivals.exponential(mean: gap)), code: 0, payload: 0)
    engine.arrive(
      nextJob, at: stations[0], ticks: ticks(services.exponential(mean: 1)))
    nextJob &+= 1
  }
}
