// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// What services load and unload, by month.
extension FreightRun {
  /// Counts what a vehicle has loaded at the stop that it leaves: own lots, and what others have more than before.
  mutating func tellLoaded(_ number: Int, at stop: Int, _ now: Int64) {
    guard now >= system.warmup else { return }
    let service = Int(vehicles[number].service)
    for lot in vehicles[number].aboard where Int(lots[Int(lot)].boarded) == stop {
      let demand = system.demands[Int(lots[Int(lot)].row)]
      count(
        demand.units, CargoClass.allCases[demand.classNumber], .loaded, service, stop, now,
        isOwn: true)
    }
    othersChange(number, at: stop, now)
  }

  /// Counts a lot that gets off.
  mutating func tellUnloaded(_ lot: UInt32, _ service: Int, at stop: Int, _ now: Int64) {
    guard now >= system.warmup else { return }
    let demand = system.demands[Int(lots[Int(lot)].row)]
    count(
      demand.units, CargoClass.allCases[demand.classNumber], .unloaded, service, stop, now,
      isOwn: true)
  }

  /// What others load at a stop is what they have more on the section behind it than before it; what they have less gets off.
  ///
  /// Parcels and air cargo share a hold, whose others are counted as air cargo.
  mutating func othersChange(_ number: Int, at stop: Int, _ now: Int64) {
    guard now >= system.warmup else { return }
    let (service, run) = (Int(vehicles[number].service), Int(vehicles[number].run))
    let sections = system.services[service].sections
    for (hold, cargoClass) in [(Hold.flown, CargoClass.air), (.lcl, .lcl), (.fcl, .fcl)] {
      let capacity = system.services[service].capacity[hold.rawValue]
      guard capacity > 0 else { continue }
      func others(_ section: Int) -> Int64 {
        guard section >= 0, section < sections else { return 0 }
        return capacity - freeHold(service, run, hold.rawValue, section..<section + 1)
      }
      let change = others(stop) - others(stop - 1)
      count(
        abs(change), cargoClass, change > 0 ? .loaded : .unloaded, service, stop, now, isOwn: false)
    }
  }

  private mutating func count(
    _ units: Int64, _ cargoClass: CargoClass,
    _ direction: ReplicationResult.ThroughputKey.Direction, _ service: Int, _ stop: Int,
    _ now: Int64, isOwn: Bool
  ) {
    guard units > 0 else { return }
    let runs = system.services[service]
    let day = min(Int(now / secondsPerDay), system.monthOfDay.count - 1)
    let key = ReplicationResult.ThroughputKey(
      place: runs.stops[stop], service: runs.service, month: system.monthOfDay[day],
      cargoClass: cargoClass, direction: direction, isOwn: isOwn)
    result.throughput[key, default: 0] += units
  }
}
