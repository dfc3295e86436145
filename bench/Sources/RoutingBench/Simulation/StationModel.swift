// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities

/// Poisson arrivals of one or more classes at one station, singly or in batches, with or without breakdowns.
struct StationModel: BenchModel {
  /// Jobs of one priority.
  struct Class: Sendable {
    /// Arrivals (batches) per unit of time.
    var rate: Double
    var service: Law
  }

  let station: StationID
  let classes: [Class]
  /// Mean number of jobs in an arrival, geometric; 1: singly.
  var batch = 1.0
  /// Mean units of time up and down; nil: never down.
  var breakdowns: (up: Double, down: Double)?
  /// True: a job of class k takes k + 1 units.
  var takesUnits = false
  /// False for one class, of which the station's own statistics tell all.
  let tracksClasses: Bool
  var arrivals: Luck
  var services: Luck
  var other: Luck
  /// Class → ticks waited by those who began to wait after the warm-up.
  var waits: [Int64]
  var starts: [Int64]
  var lost: [Int64]

  static let (breaks, mended): (UInt32, UInt32) = (1_000, 1_001)

  init(_ station: StationID, classes: [Class], seed: UInt64, replication: UInt32) {
    self.station = station
    self.classes = classes
    tracksClasses = classes.count > 1
    arrivals = Luck(seed: seed, purpose: 1, replication: replication)
    services = Luck(seed: seed, purpose: 2, replication: replication)
    other = Luck(seed: seed, purpose: 3, replication: replication)
    waits = [Int64](repeating: 0, count: classes.count)
    starts = waits
    lost = waits
  }

  mutating func begin(_ engine: inout EventEngine) {
    for number in classes.indices { scheduleArrival(UInt32(number), &engine) }
    if let breakdowns {
      let time = engine.now + ticks(other.exponential(mean: breakdowns.up))
      engine.schedule(at: time, code: Self.breaks, payload: 0)
    }
  }

  mutating func endWarmup() {
    for number in classes.indices { (waits[number], starts[number], lost[number]) = (0, 0, 0) }
  }

  @inline(__always)
  private mutating func scheduleArrival(_ number: UInt32, _ engine: inout EventEngine) {
    let gap = arrivals.exponential(mean: 1 / classes[Int(number)].rate)
    engine.schedule(at: engine.now + ticks(gap), code: number, payload: 0)
  }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    .leave
  }

  mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
  ) {
    guard tracksClasses else { return }
    waits[Int(job)] += waited
    starts[Int(job)] += 1
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    if code >= Self.breaks { return breakOrMend(code, &engine) }
    scheduleArrival(code, &engine)
    arrive(code, &engine)
    if batch > 1 {
      while other.uniform() > 1 / batch { arrive(code, &engine) }
    }
  }

  @inline(__always)
  private mutating func arrive(_ code: UInt32, _ engine: inout EventEngine) {
    let service = ticks(classes[Int(code)].service.draw(&services))
    let entry = engine.arrive(
      code, at: station, ticks: service, units: takesUnits ? code + 1 : 1, priority: UInt8(code))
    guard tracksClasses else { return }
    if entry == .started { starts[Int(code)] += 1 }
    if entry == .turnedAway { lost[Int(code)] += 1 }
  }

  private mutating func breakOrMend(_ code: UInt32, _ engine: inout EventEngine) {
    guard let breakdowns else { return }
    if code == Self.breaks {
      engine.fail(at: station)
      let time = engine.now + ticks(other.exponential(mean: breakdowns.down))
      engine.schedule(at: time, code: Self.mended, payload: 0)
    } else {
      engine.repair(at: station)
      let time = engine.now + ticks(other.exponential(mean: breakdowns.up))
      engine.schedule(at: time, code: Self.breaks, payload: 0)
    }
  }
}
