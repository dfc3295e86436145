// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// Which of several resources of one kind at a place serves.
extension FreightRun {
  /// The station of a pool where a job would be done first, as far as its length of queue tells: that with the least jobs for
  /// what its servers on duty do in an hour; of equals the faster.
  ///
  /// While none works, that with the least jobs for what its servers would do.
  ///
  /// - Complexity: O(stations of the pool).
  func station(ofPool pool: Int32, _ engine: borrowing EventEngine) -> Int {
    let members = system.pools[Int(pool)]
    guard members.count > 1 else { return Int(members[0]) }
    var best = Int(members[0])
    var least = Double.infinity
    for isOpen in [true, false] {
      for member in members {
        let station = Int(member)
        let spec = system.stations[station]
        let servers =
          isOpen
          ? engine.servers(at: stationIDs[station]) - engine.broken(at: stationIDs[station])
          : spec.servers
        guard servers > 0 else { continue }
        let jobs =
          engine.waiting(at: stationIDs[station]) * spec.scale
          + engine.inUse(at: stationIDs[station])
        let perServer = spec.secondsPerWork > 0 ? spec.secondsPerWork : 1
        // Where a server is free, only its speed counts.
        let load =
          jobs < servers ? perServer : perServer * Double(jobs + 1) / Double(servers)
        if load < least { (least, best) = (load, station) }
      }
      if least < .infinity { return best }
    }
    return best
  }
}
