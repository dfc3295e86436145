// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// What the lots wait for that are still in the system when a run ends.
extension FreightRun {
  /// Lots that do not move, by what they wait for; most first.
  func countRemaining(_ now: Int64) -> [(owner: ReplicationResult.Owner, lots: Int)] {
    var counts = [Int](repeating: 0, count: system.owners.count)
    func count(_ owner: Int32, _ lots: Int = 1) {
      if owner >= 0 { counts[Int(owner)] += lots }
    }
    let free = Set(freeLots)
    for number in lots.indices where !free.contains(UInt32(number)) {
      let lot = lots[number]
      guard lot.probe < 0, system.demands[Int(lot.row)].hasWay else { continue }
      if lot.step < 0 || lot.since > now {
        count(ownerAtShipper(lot, now))
        continue
      }
      let step = steps[Int(lot.step)]
      switch step.operation {
      case .visit, .store, .inspect:
        if step.target >= 0, lot.station >= 0 { count(system.ownerOfStation[Int(lot.station)]) }
      case .pass where step.link >= 0 && closedUntil(Int(step.link), now) > now:
        count(system.closables[Int(step.link)].owner)
      default: break
      }
    }
    for room in waiting.indices where !waiting[room].isEmpty {
      let runs = system.services[system.rooms[room].service]
      let left = waiting[room].count { lots[Int($0)].rollovers > 0 }
      // Of five: the next departure, the cut-off, a rollover, a blank sailing, lateness.
      count(system.rooms[room].owner + (isClosed(runs, now) ? 3 : 2), left)
      count(system.rooms[room].owner, waiting[room].count - left)
    }
    for number in vehicleOfRun where number >= 0 {
      let vehicle = vehicles[Int(number)]
      let runs = system.services[Int(vehicle.service)]
      let planned = runs.arrival(Int(vehicle.run), Int(vehicle.stop))
      guard planned != ServiceRuns.none, planned < now else { continue }
      for lot in vehicle.aboard {
        count(system.rooms[Int(neighbours.steps[Int(lots[Int(lot)].seat)].target)].owner + 4)
      }
    }
    return counts.indices.filter { counts[$0] > 0 }.map { (system.owners.owners[$0], counts[$0]) }
      .sorted { ($1.lots, $0.owner) < ($0.lots, $1.owner) }
  }

  /// Books the hours that lots have waited so far where they stand at the end, so that who never leaves counts too.
  mutating func ownUnfinished(_ now: Int64) {
    let free = Set(freeLots)
    var isWaiting = Set<UInt32>()
    for room in waiting.indices {
      for lot in waiting[room] {
        let at = Int(lot)
        isWaiting.insert(lot)
        account(at, until: now)
      }
    }
    for number in lots.indices where lots[number].probe < 0 {
      let lot = lots[number]
      guard !free.contains(UInt32(number)), !isWaiting.contains(UInt32(number)) else { continue }
      let demand = system.demands[Int(lot.row)]
      guard demand.hasWay else {
        own(system.owners.place(demand.origin, .noWay), now - lot.born, number)
        continue
      }
      guard lot.step >= 0, lot.station >= 0, lot.since <= now else { continue }
      switch steps[Int(lot.step)].operation {
      case .visit, .store, .inspect: ownWait(Int(lot.station), now - lot.since, number, now)
      default: break
      }
    }
  }

  /// Counts a lot that a full departure leaves behind, or that no departure has room for, once.
  mutating func markLeftBehind(_ lot: Int) {
    guard lots[lot].isMeasured, !lots[lot].isLeft else { return }
    lots[lot].isLeft = true
    result.leftBehind += 1
  }

  /// What keeps a lot with its shipper: a closure on its way, or no room on its first seat.
  private func ownerAtShipper(_ lot: Lot, _ now: Int64) -> Int32 {
    var path = 0
    if lot.step < 0 {
      guard let first = system.plans.ways(of: Int(lot.row)).first else { return -1 }
      path = Int(first)
    } else {
      path = (system.firstStep.firstIndex { $0 > lot.step } ?? system.firstStep.count) - 1
    }
    for element in system.elementsOfPath[path] where closedUntil(Int(element), now) > now {
      let owner = system.closables[Int(element)].owner
      if owner >= 0 { return owner }
    }
    guard let seat = system.seats[path].first else { return -1 }
    return system.rooms[Int(steps[Int(seat)].target)].owner + 2
  }
}
