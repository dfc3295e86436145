// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities

/// One replication that is to be run.
struct Trial: Sendable {
  var seed: UInt64
  var replication: UInt32
  /// Units of time that are run and thrown away, and those that are measured.
  var warmup: Double
  var length: Double
}

/// What one replication gave.
struct Sample: Sendable {
  /// One for each quantity of the system.
  var values: [Double]
  var events: Int
  /// Of the sums of all stations.
  var checksum: UInt64
  var milliseconds: Double
}

/// A system of which the truth is known.
protocol ClosedForm: Sendable {
  /// The parameters, in words.
  var instance: String { get }
  /// Quantities with their exact values; nil where there is none.
  var quantities: [(name: String, exact: Double?)] { get }
  var eventsPerUnit: Double { get }
  /// Units of time after which the start is forgotten, roughly.
  var relaxation: Double { get }
  /// Nil: as long as the events allow. Else the end of the measured time, from an empty start.
  var fixedLength: Double? { get }
  func run(_ trial: Trial) -> Sample
}

extension ClosedForm {
  var fixedLength: Double? { nil }

  /// A replication of about so many events, the warm-up being a tenth of it and at least twenty relaxations.
  func trial(seed: UInt64, replication: Int, events: Int) -> Trial {
    if let fixedLength {
      return Trial(seed: seed, replication: UInt32(replication), warmup: 0, length: fixedLength)
    }
    let length = Double(events) / eventsPerUnit
    return Trial(
      seed: seed, replication: UInt32(replication), warmup: max(length / 10, 20 * relaxation),
      length: length)
  }
}

/// A model that knows how to begin.
protocol BenchModel: SimulationModel {
  mutating func begin(_ engine: inout EventEngine)
  mutating func endWarmup()
}

extension Simulation where Model: BenchModel {
  /// Warms up, measures, checks every balance; CPU is that of the whole.
  mutating func play(_ trial: Trial, _ values: (inout Self) -> [Double]) -> Sample {
    let start = threadCPUMilliseconds()
    model.begin(&engine)
    run(until: ticks(trial.warmup))
    engine.resetStatistics()
    model.endWarmup()
    let end = run(until: ticks(trial.warmup + trial.length))
    let milliseconds = threadCPUMilliseconds() - start
    if end == .stuck { RoutingBench.stop("the run is stuck", code: 1) }
    var checksum = UInt64(engine.eventCount)
    for number in 0..<engine.stationCount {
      let station = StationID(number)
      if let fault = engine.imbalance(at: station) {
        RoutingBench.stop("station \(number): \(fault)", code: 1)
      }
      let of = engine.statistics(of: station)
      for sum in [of.arrivals, of.served, of.lost, of.waitSum, of.waitingTicks, of.unitTicks] {
        checksum = (checksum ^ UInt64(bitPattern: sum)) &* 0x0100_0000_01b3
        checksum ^= checksum >> 29
      }
    }
    return Sample(
      values: values(&self), events: engine.eventCount, checksum: checksum,
      milliseconds: milliseconds)
  }

  /// Mean number at a station, waiting and in service.
  func present(_ station: StationID) -> Double {
    let of = engine.statistics(of: station)
    return of.meanWaiting + of.meanInUse
  }
}
