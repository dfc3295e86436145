// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Breakdowns and shifts.
extension EventEngine {
  /// One server breaks down.
  ///
  /// An idle one is just away. If all are in use the service that began or resumed last is interrupted; it goes on for the
  /// time that remained when a server is repaired, and is not passed to another (pre-emptive resume). Where the servers in
  /// use only hold jobs that are blocked or held, one fewer is free afterwards.
  ///
  /// - Complexity: O(busy servers of all stations).
  public mutating func fail(at station: StationID) {
    let s = station.index
    precondition(
      Int64(stations[s].away) + Int64(stations[s].interrupted) < Int64(stations[s].servers),
      "more servers break down than there are")
    var latest = -1
    if stations[s].free <= 0 {
      for (number, place) in places.enumerated()
      where place.station == station.rawValue && place.phase == .inService {
        if latest < 0 || place.key > places[latest].key { latest = number }
      }
    }
    guard latest >= 0 else {
      stations[s].away += 1
      return
    }
    stations[s].interrupted += 1
    calledOff += 1
    places[latest].phase = .interrupted
    places[latest].end -= now
    // The order of interruptions; no entry of the calendar has this key, as each takes a number of its own.
    places[latest].key = sequence
    sequence += 1 << EntryKind.bits
  }

  /// One server is repaired: the first interrupted service goes on, or an idle server comes back.
  ///
  /// - Complexity: O(busy servers of all stations) where a service was interrupted, else O(1).
  public mutating func repair(at station: StationID) {
    let s = station.index
    guard stations[s].interrupted > 0 else {
      precondition(stations[s].away > 0, "no server is broken")
      stations[s].away -= 1
      mark(station.rawValue)
      return
    }
    var first = -1
    for (number, place) in places.enumerated()
    where place.station == station.rawValue && place.phase == .interrupted {
      if first < 0 || place.key < places[first].key { first = number }
    }
    stations[s].interrupted -= 1
    places[first].phase = .inService
    places[first].end += now
    places[first].key = push(
      places[first].end, .serviceEnd, priority: Self.usualPriority, code: 0,
      payload: UInt32(first))
  }

  /// Broken servers.
  public func broken(at station: StationID) -> Int {
    Int(stations[station.index].away) + Int(stations[station.index].interrupted)
  }

  // MARK: Shifts

  /// Puts the shift of now on duty and schedules the next.
  mutating func startShifts(_ station: UInt32) {
    let rule = rules[Int(station)]
    let offset = now % rule.cycle
    let number = rule.shifts.lastIndex { $0.offset <= offset } ?? 0
    stations[Int(station)].servers = Int32(rule.shifts[number].servers)
    guard rule.shifts.count > 1 else { return }
    shiftedStations += 1
    scheduleShift(station, after: number, cycleStart: now - offset)
  }

  mutating func changeShift(_ station: UInt32, number: Int, at time: Int64) {
    let rule = rules[Int(station)]
    stations[Int(station)].servers = Int32(rule.shifts[number].servers)
    mark(station)
    scheduleShift(station, after: number, cycleStart: time - rule.shifts[number].offset)
  }

  private mutating func scheduleShift(_ station: UInt32, after number: Int, cycleStart: Int64) {
    let rule = rules[Int(station)]
    let next = (number + 1) % rule.shifts.count
    let start = next == 0 ? cycleStart + rule.cycle : cycleStart
    push(
      start + rule.shifts[next].offset, .shift, priority: Self.shiftPriority, code: station,
      payload: UInt32(next))
  }

  /// True where somebody waits for a station whose servers work in shifts.
  func shiftsMatter() -> Bool {
    stations.indices.contains { s in
      rules[s].shifts.count > 1 && (stations[s].waiting > 0 || stations[s].blocked.first != none)
    }
  }
}
