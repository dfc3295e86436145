// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What happened at a station since the last reset.
public struct StationStatistics: Sendable, Hashable {
  /// The tick of the last reset.
  public let since: Int64
  /// The tick at which the statistics were asked for.
  public let until: Int64
  /// Jobs that entered or were turned away; a blocked job enters when it finds room.
  public let arrivals: Int64
  /// Jobs turned away.
  public let lost: Int64
  /// Jobs whose service began, at once or after waiting.
  public let starts: Int64
  /// Jobs that left after their service, end of blocking or hold.
  public let served: Int64
  /// Jobs that `take` took.
  public let taken: Int64
  public let withdrawn: Int64
  /// Ticks waited by those who started or were taken.
  public let waitSum: Int64
  /// Ticks.
  public let longestWait: Int64
  /// Most jobs in the room at once.
  public let mostWaiting: Int
  /// Jobs waiting, integrated over time.
  public let waitingTicks: Int64
  /// Units in service, interrupted, blocked or held, integrated over time.
  public let unitTicks: Int64
  /// Jobs blocked here, integrated over time.
  public let blockedTicks: Int64

  /// Mean wait in ticks of those who started or were taken; 0 if there were none.
  public var meanWait: Double {
    starts + taken == 0 ? 0 : Double(waitSum) / Double(starts + taken)
  }
  /// Mean number of jobs waiting.
  public var meanWaiting: Double { perTick(waitingTicks) }
  /// Mean number of units in use.
  public var meanInUse: Double { perTick(unitTicks) }
  /// Mean number of jobs that hold a server while blocked.
  public var meanBlocked: Double { perTick(blockedTicks) }

  private func perTick(_ sum: Int64) -> Double {
    until == since ? 0 : Double(sum) / Double(until - since)
  }
}

extension EventEngine {
  /// What happened at a station from the last reset until now.
  public func statistics(of station: StationID) -> StationStatistics {
    var state = stations[station.index]
    state.advance(to: now)
    let sums = state.sums
    return StationStatistics(
      since: sums.since, until: now, arrivals: sums.arrivals, lost: sums.lost,
      starts: sums.starts, served: sums.served, taken: sums.taken, withdrawn: sums.withdrawn,
      waitSum: sums.waitSum, longestWait: sums.longestWait, mostWaiting: Int(sums.mostWaiting),
      waitingTicks: sums.waitingTicks, unitTicks: sums.unitTicks, blockedTicks: sums.blockedTicks)
  }

  /// Begins the statistics of all stations anew, as at the end of the warm-up.
  ///
  /// Jobs and events stay.
  ///
  /// - Complexity: O(stations × (jobs waiting + busy servers)).
  public mutating func resetStatistics() {
    for s in stations.indices {
      stations[s].lastChange = now
      let (jobs, waited, stayed) = present(s)
      var sums = StationSums()
      sums.since = now
      sums.mostWaiting = stations[s].waiting
      (sums.presentBefore, sums.waitedBefore, sums.stayedBefore) = (jobs, waited, stayed)
      stations[s].sums = sums
    }
  }

  /// The first balance that does not hold at a station; nil when all hold, as they must after every event.
  ///
  /// Exact, in whole numbers:
  /// - conservation: present at the reset + arrived = served + lost + taken + withdrawn + present now, present being those
  ///   found by going through room and servers;
  /// - Little's law of the room: the integral of the jobs waiting is the sum of their waits, those of jobs still there
  ///   up to now, those of jobs there at the reset from then on;
  /// - Little's law of the servers: the same with units and stays.
  ///
  /// - Complexity: O(jobs waiting + busy servers of all stations).
  public func imbalance(at station: StationID) -> String? {
    var state = stations[station.index]
    state.advance(to: now)
    let sums = state.sums
    let (jobs, waited, stayed) = present(station.index)
    let gone = sums.served + sums.lost + sums.taken + sums.withdrawn
    if sums.presentBefore + sums.arrivals != gone + jobs {
      return "conservation: \(sums.presentBefore) + \(sums.arrivals) ≠ \(gone) + \(jobs)"
    }
    if sums.waitingTicks + sums.waitedBefore != sums.waitSum + sums.withdrawnWaitSum + waited {
      return "waits: \(sums.waitingTicks) + \(sums.waitedBefore) ≠ "
        + "\(sums.waitSum) + \(sums.withdrawnWaitSum) + \(waited)"
    }
    if sums.unitTicks + sums.stayedBefore != sums.staySum + stayed {
      return "stays: \(sums.unitTicks) + \(sums.stayedBefore) ≠ \(sums.staySum) + \(stayed)"
    }
    return nil
  }

  /// Jobs found by going through room and servers; ticks they have waited; units × ticks they have stayed, of holds
  /// units × now.
  private func present(_ s: Int) -> (jobs: Int64, waited: Int64, stayed: Int64) {
    var jobs = Int64(stations[s].heldJobs)
    var waited: Int64 = 0
    var stayed = Int64(stations[s].heldUnits) * now
    for lane in stations[s].lanes {
      var number = lanes[lane].first
      while number != none {
        jobs += 1
        waited += now - records[Int(number)].since
        number = records[Int(number)].next
      }
    }
    for place in places where place.phase != .free && Int(place.station) == s {
      jobs += Int64(place.count)
      stayed += Int64(place.units) * (now - place.since)
    }
    return (jobs, waited, stayed)
  }
}
