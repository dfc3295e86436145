// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The times at which cargo passes through one arc, all in seconds since the graph's epoch.
public struct Traversal: Sendable, Hashable {
  /// Cargo is at the arc's tail.
  public var start: Int32
  /// What is open before the move has opened.
  public var opened: Int32
  /// It leaves: the schedule's departure, else after the lead.
  public var departure: Int32
  public var arrival: Int32
  /// It is free to go on.
  public var released: Int32
  /// It stands at the arc's head: what is open after the move has opened.
  public var end: Int32

  public init(
    start: Int32, opened: Int32, departure: Int32, arrival: Int32, released: Int32, end: Int32
  ) {
    self.start = start
    self.opened = opened
    self.departure = departure
    self.arrival = arrival
    self.released = released
    self.end = end
  }
}

extension RoutingGraph {
  /// Passes through an arc as early as possible, starting at `time`; nil where nothing departs or opens any more.
  ///
  /// `time` must keep the limit of `RoutingTime`.
  public func traverse(_ arc: ID<Arc>, from time: Int32) -> Traversal? {
    precondition(RoutingTime.holds(time), "a time beyond the limit")
    let record = record(of: arc)
    guard let opened = nextOpen(record.openBefore, time),
      let (departure, arrival) = ride(record, from: opened + record.lead),
      let end = nextOpen(record.openAfter, arrival + record.after)
    else { return nil }
    return Traversal(
      start: time, opened: opened, departure: departure, arrival: arrival,
      released: arrival + record.after, end: end)
  }

  /// The last start from which the arc ends by `time`; nil where no start is early enough.
  ///
  /// The exact inverse of `traverse`: each of its three steps is a rising step function, whose
  /// inverse is read from the same table.
  public func latestStart(of arc: ID<Arc>, endingBy time: Int32) -> Int32? {
    precondition(RoutingTime.holds(time), "a time beyond the limit")
    let start = latestStart(record(of: arc), endingBy: time)
    return start == RoutingTime.never ? nil : start
  }

  /// The end of the traversal, `RoutingTime.unreached` where there is none.
  @inline(__always)
  func end(_ record: Record, from time: Int32) -> Int32 {
    var now = time
    if record.openBefore >= 0 {
      guard let step = steps.first(in: record.openBefore, notBelow: now) else {
        return RoutingTime.unreached
      }
      now = max(now, step.value)
    }
    now &+= record.lead
    if record.schedule >= 0 {
      guard let step = steps.first(in: record.schedule, notBelow: now) else {
        return RoutingTime.unreached
      }
      now = step.value
    }
    now &+= record.travel &+ record.after
    if record.openAfter >= 0 {
      guard let step = steps.first(in: record.openAfter, notBelow: now) else {
        return RoutingTime.unreached
      }
      now = max(now, step.value)
    }
    return now
  }

  /// The last start that ends by `time`, `RoutingTime.never` where there is none.
  @inline(__always)
  func latestStart(_ record: Record, endingBy time: Int32) -> Int32 {
    var now = time
    if record.openAfter >= 0 {
      guard let step = steps.last(in: record.openAfter, withValueUpTo: now) else {
        return RoutingTime.never
      }
      now = min(now, step.key)
    }
    now &-= record.after &+ record.travel
    if record.schedule >= 0 {
      guard let step = steps.last(in: record.schedule, withValueUpTo: now) else {
        return RoutingTime.never
      }
      now = step.key
    }
    now &-= record.lead
    if record.openBefore >= 0 {
      guard let step = steps.last(in: record.openBefore, withValueUpTo: now) else {
        return RoutingTime.never
      }
      now = min(now, step.key)
    }
    return now
  }

  private func nextOpen(_ window: Int32, _ time: Int32) -> Int32? {
    guard window >= 0 else { return time }
    return steps.first(in: window, notBelow: time).map { max(time, $0.value) }
  }

  private func ride(_ record: Record, from ready: Int32) -> (departure: Int32, arrival: Int32)? {
    guard record.schedule >= 0 else { return (ready, ready + record.travel) }
    return steps.first(in: record.schedule, notBelow: ready).map {
      ($0.key, $0.value + record.travel)
    }
  }
}
