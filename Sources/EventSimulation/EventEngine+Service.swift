// SPDX-License-Identifier: GPL-3.0-or-later
internal import Quantities

/// Entering, starting, waiting, leaving, blocking.
extension EventEngine {
  /// Starts a job or puts it into the room; counts it unless the room is full.
  @inline(__always)
  mutating func enter(
    _ job: UInt32, _ station: UInt32, ticks: Int64, units: UInt32, priority: UInt8
  ) -> Entry {
    let s = Int(station)
    precondition(
      ticks >= 0 && units > 0 && priority < stations[s].laneCount,
      "a job has ticks ≥ 0, units > 0 and a priority of its station")
    let entry = stations[s].admit(units: units, priority: priority, at: now)
    switch entry {
    case .started: start(job, station, ticks: ticks, units: units)
    case .waits:
      let record = newRecord(
        JobRecord(
          since: now, ticks: ticks, job: job, units: units, next: none, place: none,
          priority: priority))
      append(record, to: Int(stations[s].firstLane) + Int(priority))
      if stations[s].leastBatch > 0 { mark(station) }
    case .turnedAway: break
    }
    return entry
  }

  /// Opens a place for a job whose units are counted.
  @inline(__always)
  private mutating func start(_ job: UInt32, _ station: UInt32, ticks: Int64, units: UInt32) {
    openNewPlace(
      Place(
        job: job, station: station, units: units, members: none, count: 1, phase: .inService,
        since: now, end: now + ticks, key: 0))
  }

  @inline(__always)
  mutating func openNewPlace(_ place: Place) {
    var place = place
    if freePlace == none {
      freePlace = UInt32(places.count)
      places.append(place)
      places[Int(freePlace)].members = none
    }
    let number = freePlace
    freePlace = places[Int(number)].members
    place.key = push(
      place.end, .serviceEnd, priority: Self.usualPriority, code: 0, payload: number)
    places[Int(number)] = place
  }

  /// What follows from the model's answer about the open place's job.
  @usableFromInline
  mutating func complete(_ job: UInt32, _ step: Step) {
    let place = openPlace
    let station = places[Int(place)].station
    let s = Int(station)
    switch step {
    case .leave:
      stations[s].sums.served += 1
      leave(place)
    case .move(let next, let ticks, let units, let priority):
      let entry = enter(
        job, next.rawValue, ticks: ticks, units: units, priority: priority)
      if entry == .turnedAway {
        let record = newRecord(
          JobRecord(
            since: now, ticks: ticks, job: job, units: units, next: none, place: place,
            priority: priority))
        block(record, s, before: next.index)
      } else {
        stations[s].sums.served += 1
        leave(place)
      }
    case .hold:
      precondition(stations[s].leastBatch == 0, "a job of a batch cannot hold its server")
      let units = places[Int(place)].units
      stations[s].heldJobs += 1
      stations[s].heldUnits += Int32(units)
      stations[s].sums.staySum += Int64(units) * (now - places[Int(place)].since - now)
      free(place)
    }
  }

  /// One job of a place has gone; the last frees its units.
  @inline(__always)
  mutating func leave(_ place: UInt32) {
    let p = Int(place)
    places[p].count -= 1
    guard places[p].count == 0 else { return }
    let (station, units) = (places[p].station, places[p].units)
    let s = Int(station)
    stations[s].finish(units: units, since: places[p].since, at: now)
    free(place)
    mark(station)
  }

  private mutating func free(_ place: UInt32) {
    places[Int(place)].phase = .free
    places[Int(place)].members = freePlace
    freePlace = place
  }

  private mutating func block(_ record: UInt32, _ s: Int, before next: Int) {
    stations[s].advance(to: now)
    stations[s].blockedJobs += 1
    if stations[next].blocked.first == none {
      stations[next].blocked.first = record
    } else {
      records[Int(stations[next].blocked.last)].next = record
    }
    stations[next].blocked.last = record
  }

  /// The next thing to start or enter at a marked station; nil when there is nothing more.
  mutating func settle(_ station: UInt32) -> Notice? {
    let s = Int(station)
    if stations[s].waiting > 0 {
      if stations[s].leastBatch > 0 {
        if stations[s].waiting >= stations[s].leastBatch, stations[s].free > 0 {
          startBatch(station)
          return nextOfBatch()
        }
      } else {
        let lane = Int(stations[s].firstLane) + stations[s].lanesWaiting.trailingZeroBitCount
        let first = records[Int(lanes[lane].first)]
        if Int64(first.units) <= Int64(stations[s].free) {
          recycle(unlinkFirst(ofLane: lane, s))
          let waited = now - first.since
          stations[s].startFirst(units: first.units, waited: waited, at: now)
          start(first.job, station, ticks: first.ticks, units: first.units)
          return Notice(.began, first.job, station, waited)
        }
      }
    }
    return stations[s].blocked.first == none ? nil : unblock(station)
  }

  /// Lets the first blocked job enter, if there is room.
  private mutating func unblock(_ station: UInt32) -> Notice? {
    let s = Int(station)
    let number = stations[s].blocked.first
    let record = records[Int(number)]
    let fits =
      stations[s].leastBatch == 0 && stations[s].waiting == 0
      && Int64(record.units) <= Int64(stations[s].free)
    guard fits || stations[s].waiting < stations[s].roomLimit else { return nil }
    stations[s].blocked.first = record.next
    let others = stations[s].blocked
    stations[s].blocked.first = none
    _ = enter(
      record.job, station, ticks: record.ticks, units: record.units, priority: record.priority)
    stations[s].blocked = others
    recycle(number)
    let from = places[Int(record.place)].station
    stations[Int(from)].advance(to: now)
    stations[Int(from)].blockedJobs -= 1
    stations[Int(from)].sums.served += 1
    leave(record.place)
    return Notice(.unblocked, record.job, from, Int64(station))
  }

  // MARK: Records

  @inline(__always)
  mutating func newRecord(_ record: JobRecord) -> UInt32 {
    guard freeRecord != none else {
      records.append(record)
      return UInt32(records.count - 1)
    }
    let number = freeRecord
    freeRecord = records[Int(number)].next
    records[Int(number)] = record
    return number
  }

  @inline(__always)
  mutating func recycle(_ record: UInt32) {
    records[Int(record)].next = freeRecord
    freeRecord = record
  }

  @inline(__always)
  private mutating func append(_ record: UInt32, to lane: Int) {
    let last = lanes[lane].last
    if last == none {
      lanes[lane].first = record
    } else {
      records[Int(last)].next = record
    }
    lanes[lane].last = record
  }

  /// Takes the first job out of a queue of a station; its record is free for another.
  @inline(__always)
  mutating func removeFirst(ofLane lane: Int, _ s: Int) {
    stations[s].advance(to: now)
    stations[s].waiting -= 1
    let number = unlinkFirst(ofLane: lane, s)
    recycle(number)
  }

  @inline(__always)
  mutating func unlinkFirst(ofLane lane: Int, _ s: Int) -> UInt32 {
    let number = lanes[lane].first
    lanes[lane].first = records[Int(number)].next
    if lanes[lane].first == none {
      lanes[lane].last = none
      stations[s].lanesWaiting &= ~(1 << UInt8(lane - Int(stations[s].firstLane)))
    }
    return number
  }
}
