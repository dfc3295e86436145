// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What happens to a job after its service.
public enum Step: Sendable, Hashable {
  /// The job leaves and frees its server; the model keeps or forgets it.
  case leave
  /// The job enters another station, then frees its server.
  ///
  /// Where the other's waiting room is full the job holds its server until there is room (blocking after service). Rooms
  /// that are full in a circle block each other for ever: the run then ends `idle`, with jobs blocked.
  case move(to: StationID, ticks: Int64, units: UInt32 = 1, priority: UInt8 = 0)
  /// The job leaves, its units stay in use until `EventEngine.release`. Not for stations with batches.
  case hold
}

/// What jobs do at stations: the part of a simulation that the kernel does not know.
///
/// The engine calls nothing from within a call of the model: what a call starts elsewhere comes after it returns.
public protocol SimulationModel: ~Copyable {
  /// A service ended.
  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step

  /// A timer set by `EventEngine.schedule` is due.
  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine)

  /// A job starts that did not start when it entered; `waited` is in ticks. By default nothing.
  mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine)

  /// A job that was blocked after its service at `station` has entered `next`. By default nothing.
  ///
  /// If it found a free server there `began` is not called for it.
  mutating func unblocked(
    _ job: UInt32, from station: StationID, to next: StationID, _ engine: inout EventEngine)
}

extension SimulationModel where Self: ~Copyable {
  @inlinable
  public mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
  ) {}

  @inlinable
  public mutating func unblocked(
    _ job: UInt32, from station: StationID, to next: StationID, _ engine: inout EventEngine
  ) {}
}

/// Why a run ended.
public enum RunEnd: Sendable, Hashable {
  /// Nothing is pending but changes of shift that nobody waits for.
  case idle
  /// The next event is at the end of the run or later.
  case timeReached
  /// More happened at one instant than `EventEngine.instantLimit`: the model goes round without time passing.
  case stuck
}

/// A model with its engine.
///
/// The type of the model is a parameter, so that the loop calls it without an existential or a closure.
public struct Simulation<Model: SimulationModel & ~Copyable>: ~Copyable {
  public var model: Model
  public var engine: EventEngine

  @inlinable
  public init(model: consuming Model, engine: EventEngine = EventEngine()) {
    self.model = model
    self.engine = engine
  }

  /// Runs all events before `end`; then `engine.now` is `end`, unless the run is stuck.
  ///
  /// A later call goes on where this one ended. With `end` = `Int64.max` the run goes on until it is idle, and `now` stays
  /// at the last event.
  ///
  /// - Parameter end: An instant in ticks, not before now.
  /// - Returns: Why the run ended.
  /// - Complexity: O(log *p*) an event, *p* being the number of busy servers and timers.
  @inlinable
  @discardableResult
  public mutating func run(until end: Int64) -> RunEnd {
    while true {
      let notice = engine.next(before: end)
      switch notice.kind {
      case .served:
        let step = model.served(notice.a, at: StationID(Int(notice.b)), &engine)
        engine.complete(notice.a, step)
      case .began:
        model.began(notice.a, at: StationID(Int(notice.b)), waited: notice.detail, &engine)
      case .fired:
        model.fired(notice.a, notice.b, &engine)
      case .unblocked:
        model.unblocked(
          notice.a, from: StationID(Int(notice.b)), to: StationID(Int(notice.detail)), &engine)
      case .idle: return .idle
      case .timeReached: return .timeReached
      case .stuck: return .stuck
      }
    }
  }
}
