// SPDX-License-Identifier: GPL-3.0-or-later

/// No row of a table.
let none = UInt32.max

/// A job that waits in a room, is a member of a batch in service, or is blocked; rows link to rows.
struct JobRecord: BitwiseCopyable {
  /// Tick of entering the room, or of being blocked.
  var since: Int64
  /// Length of the service to come.
  var ticks: Int64
  var job: UInt32
  var units: UInt32
  /// The record behind it.
  var next: UInt32
  /// The place it holds while blocked.
  var place: UInt32
  /// Priority at the station that it waits for.
  var priority: UInt8 = 0
}

/// First and last record of a queue.
struct Queue: BitwiseCopyable {
  var first = none
  var last = none
}

/// One job, or one batch, with the units it uses at its station.
struct Place: BitwiseCopyable {
  enum Phase: UInt8 { case free, inService, interrupted, ended }

  var job: UInt32
  var station: UInt32
  var units: UInt32
  /// First record of a batch; of a free place: the next free one.
  var members: UInt32
  /// Members of a batch that have not left; 1 for a single job.
  var count: UInt32
  var phase: Phase
  /// Tick of the start.
  var since: Int64
  /// Tick of the end; of an interrupted service: ticks that remain.
  var end: Int64
  /// Key of the end in the calendar; an entry with another key was called off.
  var key: UInt64
}

/// What a station is doing, and the sums behind its statistics.
struct StationState: BitwiseCopyable {
  /// Servers on duty.
  var servers: Int32
  /// Broken servers without a job.
  var away: Int32 = 0
  /// Units in service, interrupted, blocked or held.
  var inUse: Int32 = 0
  var waiting: Int32 = 0
  /// `Int32.max`: without limit.
  var roomLimit: Int32
  /// A bit for each priority of which jobs wait.
  var lanesWaiting: UInt8 = 0
  var laneCount: UInt8
  var isMarked = false
  /// The station marked after it.
  var nextMarked = none
  /// 0: no batches.
  var leastBatch: Int32
  var mostBatch: Int32
  /// The queue of priority 0; those of the others follow.
  var firstLane: Int32
  /// Jobs of other stations that wait for room here.
  var blocked = Queue()
  /// Jobs served here that wait for room elsewhere.
  var blockedJobs: Int32 = 0
  var heldJobs: Int32 = 0
  var heldUnits: Int32 = 0
  var interrupted: Int32 = 0

  /// The sums hold until here.
  var lastChange: Int64
  var sums = StationSums()

  /// Units that a job could take now; below 0 where fewer servers are on duty than in use.
  @inline(__always)
  var free: Int32 { servers - away - inUse }

  /// True where a job would be first in order and finds its units free.
  @inline(__always)
  func startsAtOnce(units: UInt32, priority: UInt8) -> Bool {
    lanesWaiting & (UInt8.max >> (7 - priority)) == 0 && Int64(units) <= Int64(free)
      && blocked.first == none && leastBatch == 0
  }

  // Each change is one call, so that the table is looked into once for it.

  /// Starts a job or takes it into the room; counts it unless the room is full.
  @inline(__always)
  mutating func admit(units: UInt32, priority: UInt8, at now: Int64) -> EventEngine.Entry {
    if startsAtOnce(units: units, priority: priority) {
      advance(to: now)
      inUse += Int32(units)
      sums.arrivals += 1
      sums.starts += 1
      return .started
    }
    guard waiting < roomLimit else { return .turnedAway }
    advance(to: now)
    sums.arrivals += 1
    waiting += 1
    sums.mostWaiting = max(sums.mostWaiting, waiting)
    lanesWaiting |= 1 << priority
    return .waits
  }

  /// A job goes from the room into service.
  @inline(__always)
  mutating func startFirst(units: UInt32, waited: Int64, at now: Int64) {
    advance(to: now)
    waiting -= 1
    inUse += Int32(units)
    sums.starts += 1
    countWait(waited)
  }

  /// Units are free again, used since `start`.
  @inline(__always)
  mutating func finish(units: UInt32, since start: Int64, at now: Int64) {
    advance(to: now)
    inUse -= Int32(units)
    sums.staySum += Int64(units) * (now - start)
  }

  mutating func releaseHold(_ units: UInt32, at now: Int64) {
    advance(to: now)
    heldJobs -= 1
    heldUnits -= Int32(units)
    inUse -= Int32(units)
    sums.staySum += Int64(units) * now
    sums.served += 1
  }

  mutating func countLost() {
    sums.arrivals += 1
    sums.lost += 1
  }

  @inline(__always)
  mutating func countWait(_ waited: Int64) {
    sums.waitSum += waited
    sums.longestWait = max(sums.longestWait, waited)
  }

  /// Marks the station, if somebody waits for it; false where that needs nothing more.
  @inline(__always)
  mutating func needsMark() -> Bool {
    guard !isMarked, waiting > 0 || blocked.first != none else { return false }
    isMarked = true
    nextMarked = none
    return true
  }

  /// Takes the mark off; returns the station marked next.
  @inline(__always)
  mutating func unmark() -> UInt32 {
    isMarked = false
    return nextMarked
  }

  /// Its queues, by priority.
  var lanes: Range<Int> { Int(firstLane)..<Int(firstLane) + Int(laneCount) }

  /// Brings the integrals up to now; before every change of what they integrate.
  @inline(__always)
  mutating func advance(to now: Int64) {
    let span = now - lastChange
    lastChange = now
    sums.waitingTicks += Int64(waiting) * span
    sums.unitTicks += Int64(inUse) * span
    sums.blockedTicks += Int64(blockedJobs) * span
  }
}

/// Sums since the last reset.
struct StationSums: BitwiseCopyable {
  var waitingTicks: Int64 = 0
  var unitTicks: Int64 = 0
  var blockedTicks: Int64 = 0
  var arrivals: Int64 = 0
  var lost: Int64 = 0
  /// Starts, at once or after waiting.
  var starts: Int64 = 0
  var served: Int64 = 0
  var taken: Int64 = 0
  var withdrawn: Int64 = 0
  var waitSum: Int64 = 0
  var longestWait: Int64 = 0
  var mostWaiting: Int32 = 0
  /// Waits of those who were withdrawn.
  var withdrawnWaitSum: Int64 = 0
  /// Units × ticks of stays that are over; holds count by their ends minus their starts.
  var staySum: Int64 = 0
  /// What those present at the reset had waited and stayed until then.
  var waitedBefore: Int64 = 0
  var stayedBefore: Int64 = 0
  /// Jobs present at the reset.
  var presentBefore: Int64 = 0
  var since: Int64 = 0
}
