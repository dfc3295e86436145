// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Taking jobs out of a waiting room.
extension EventEngine {
  /// Takes waiting jobs in order of priority, then of entering, as long as the next one's units fit.
  ///
  /// Nobody overtakes: a job that does not fit ends the taking. Blocked jobs enter the room after the call of the model.
  ///
  /// - Parameters:
  ///   - units: How many units there is room for.
  ///   - station: Usually one without servers.
  ///   - jobs: The taken jobs are appended.
  /// - Returns: Units taken.
  /// - Complexity: O(jobs taken).
  @discardableResult
  public mutating func take(
    upTo units: UInt32, from station: StationID, into jobs: inout [UInt32]
  ) -> UInt32 {
    let s = station.index
    var left = units
    while stations[s].waiting > 0 {
      let lane = Int(stations[s].firstLane) + stations[s].lanesWaiting.trailingZeroBitCount
      let first = records[Int(lanes[lane].first)]
      guard first.units <= left else { break }
      left -= first.units
      removeFirst(ofLane: lane, s)
      stations[s].countWait(now - first.since)
      stations[s].sums.taken += 1
      jobs.append(first.job)
    }
    mark(station.rawValue)
    return units - left
  }

  /// Takes one waiting job out, wherever it stands.
  ///
  /// - Returns: False where it does not wait here.
  /// - Complexity: O(jobs in the room).
  @discardableResult
  public mutating func withdraw(_ job: UInt32, from station: StationID) -> Bool {
    let s = station.index
    for lane in stations[s].lanes {
      var (before, number) = (none, lanes[lane].first)
      while number != none, records[Int(number)].job != job {
        before = number
        number = records[Int(number)].next
      }
      guard number != none else { continue }
      let record = records[Int(number)]
      if before == none {
        removeFirst(ofLane: lane, s)
      } else {
        stations[s].advance(to: now)
        stations[s].waiting -= 1
        records[Int(before)].next = record.next
        if record.next == none { lanes[lane].last = before }
        recycle(number)
      }
      stations[s].sums.withdrawn += 1
      stations[s].sums.withdrawnWaitSum += now - record.since
      mark(station.rawValue)
      return true
    }
    return false
  }
}
