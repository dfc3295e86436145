// SPDX-License-Identifier: GPL-3.0-or-later

/// Several jobs in one service.
extension EventEngine {
  /// Starts a batch on a free server: the first jobs in order, as many as there are up to the most.
  mutating func startBatch(_ station: UInt32) {
    let s = Int(station)
    stations[s].advance(to: now)
    let count = min(stations[s].waiting, stations[s].mostBatch)
    var (first, last) = (none, none)
    var ticks: Int64 = 0
    for _ in 0..<count {
      let lane = Int(stations[s].firstLane) + stations[s].lanesWaiting.trailingZeroBitCount
      let number = unlinkFirst(ofLane: lane, s)
      let record = records[Int(number)]
      stations[s].countWait(now - record.since)
      ticks = max(ticks, record.ticks)
      records[Int(number)].next = none
      if last == none { first = number } else { records[Int(last)].next = number }
      last = number
    }
    stations[s].waiting -= count
    stations[s].inUse += 1
    stations[s].sums.starts += Int64(count)
    openNewPlace(
      Place(
        job: none, station: station, units: 1, members: first, count: UInt32(count),
        phase: .inService, since: now, end: now + ticks, key: 0))
    tellMembers(first, .began, station)
  }

  /// Has the loop tell the model of each member of a batch, before anything else happens.
  mutating func tellMembers(_ first: UInt32, _ kind: Notice.Kind, _ station: UInt32) {
    openMember = first
    openKind = kind
    openStation = station
  }

  /// The notice about the next member of the open batch.
  mutating func nextOfBatch() -> Notice {
    let number = openMember
    let record = records[Int(number)]
    openMember = record.next
    if openKind == .served { recycle(number) }
    return Notice(
      openKind, record.job, openStation, openKind == .began ? now - record.since : 0)
  }
}
