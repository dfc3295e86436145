// SPDX-License-Identifier: GPL-3.0-or-later

/// What the run loop tells the model, or why it ends.
@usableFromInline
struct Notice {
  @usableFromInline
  enum Kind: UInt8, Sendable { case served, began, fired, unblocked, idle, timeReached, stuck }

  @usableFromInline let kind: Kind
  /// The job; of a timer its code.
  @usableFromInline let a: UInt32
  /// The station; of a timer its payload.
  @usableFromInline let b: UInt32
  /// Ticks waited; of an unblocked job the station that it has entered.
  @usableFromInline let detail: Int64

  init(_ kind: Kind, _ a: UInt32 = 0, _ b: UInt32 = 0, _ detail: Int64 = 0) {
    self.kind = kind
    self.a = a
    self.b = b
    self.detail = detail
  }
}

/// The loop's half that does not depend on the model.
extension EventEngine {
  /// Goes on to the next thing that the model is told: first what may start at this instant, then the next event.
  @usableFromInline
  mutating func next(before end: Int64) -> Notice {
    if openMember != none { return nextOfBatch() }
    while marked.first != none {
      let station = marked.first
      if let notice = settle(station) {
        atThisInstant += 1
        return atThisInstant > instantLimit ? Notice(.stuck) : notice
      }
      marked.first = stations[Int(station)].unmark()
    }
    while let entry = calendar.first() {
      if calledOff > 0, isCalledOff(entry) {
        calendar.removeFirst()
        calledOff -= 1
        continue
      }
      if entry.time != now {
        guard entry.time < end else { return endRun(.timeReached, end) }
        now = entry.time
        atThisInstant = 0
      } else if entry.time >= end {
        return endRun(.timeReached, end)
      }
      atThisInstant += 1
      if atThisInstant > instantLimit { return Notice(.stuck) }
      switch EntryKind(rawValue: entry.key & EntryKind.mask) {
      case .serviceEnd:
        calendar.removeFirst()
        let place = Int(entry.payload)
        eventCount += 1
        places[place].phase = .ended
        places[place].key = 0
        openPlace = entry.payload
        if places[place].members != none {
          tellMembers(places[place].members, .served, places[place].station)
          return nextOfBatch()
        }
        return Notice(.served, places[place].job, places[place].station)
      case .timer:
        calendar.removeFirst()
        eventCount += 1
        return Notice(.fired, entry.code, entry.payload)
      default:
        if calendar.count - calledOff == shiftedStations, !shiftsMatter() {
          return endRun(.idle, end)
        }
        calendar.removeFirst()
        eventCount += 1
        changeShift(entry.code, number: Int(entry.payload), at: entry.time)
        if marked.first != none { return next(before: end) }
      }
    }
    return endRun(.idle, end)
  }

  /// True for the end of a service that was interrupted since.
  private func isCalledOff(_ entry: CalendarEntry) -> Bool {
    entry.key & EntryKind.mask == EntryKind.serviceEnd.rawValue
      && places[Int(entry.payload)].key != entry.key
  }

  private mutating func endRun(_ kind: Notice.Kind, _ end: Int64) -> Notice {
    precondition(end >= now, "a run does not end before now")
    if end != Int64.max { now = end }
    return Notice(kind)
  }
}
