// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Glibc
import Quantities
import Stochastics

/// How lots go: from ready, step by step, to delivered.
extension FreightRun {
  /// Lots of every row of demand that become ready in the hour that begins now.
  mutating func bear(_ engine: inout EventEngine) {
    let hour = Int(engine.now / secondsPerHour)
    for row in system.demands.indices {
      let demand = system.demands[row]
      let mean = demand.lotsPerHour * system.weight(demand.profile, hour: hour) * demandFactor
      guard mean > 0 else { continue }
      let cell = RandomStream.name(demand.name, UInt64(hour))
      let count = min(poisson(mean: mean, at: luck.uniform(cell, Purpose.lots.rawValue)), 1_000)
      if count == 1_000 { result.cutHours += 1 }
      for number in 0..<count {
        let entity = RandomStream.name(cell, UInt64(number + 1))
        let second = luck.uniform(entity, Purpose.lots.rawValue) * Double(secondsPerHour)
        bear(
          row, entity, serial: UInt16(number + 1), at: engine.now + Int64(second), &engine)
      }
    }
  }

  private mutating func bear(
    _ row: Int, _ entity: UInt64, serial: UInt16, at time: Int64, _ engine: inout EventEngine
  ) {
    var lot = Lot(entity: entity, row: Int32(row), step: -1, born: time, since: time)
    lot.serial = serial
    lot.isMeasured = time >= system.warmup
    result.conservation.generated += 1
    if lot.isMeasured {
      let lane = system.demands[row].lane
      lanes[lane].ready += 1
      if time < system.timedUntil(lanes[lane]) { lanes[lane].timed += 1 }
      if time + lanes[lane].tierSeconds < system.end { lanes[lane].judged += 1 }
    }
    let number: UInt32
    if let free = freeLots.popLast() {
      lots[Int(free)] = lot
      number = free
    } else {
      number = UInt32(lots.count)
      lots.append(lot)
    }
    tonnesInSystem += system.demands[row].tonnes
    if lot.isMeasured { result.tonnesReady += system.demands[row].tonnes }
    guard system.demands[row].hasWay else {
      result.withoutWay += 1
      if lot.isMeasured { result.measuredWithoutWay += 1 }
      return
    }
    let day = Int(time / secondsPerDay)
    if day < result.readyByDay.count { result.readyByDay[day] += system.demands[row].tonnes }
    engine.schedule(at: time, code: Timer.lot.rawValue, payload: number)
  }

  /// Does the lot's steps until one of them takes time.
  mutating func advance(_ number: UInt32, _ engine: inout EventEngine) {
    let at = Int(number)
    if lots[at].step < 0 {
      // Lots of a row without any way were never set off.
      let stays = choose(at, engine.now)
      if stays > 0 {
        engine.schedule(at: engine.now + stays, code: Timer.lot.rawValue, payload: number)
        return
      }
    }
    let looksForClosures = isAnythingShut(engine.now)
    while true {
      let step = steps[Int(lots[at].step)]
      if looksForClosures {
        let held = beginning(of: Int(lots[at].step), at: engine.now, knownAt: engine.now)
        if held.time > engine.now {
          own(held.owner, held.time - engine.now, at)
          engine.schedule(at: held.time, code: Timer.lot.rawValue, payload: number)
          return
        }
      }
      switch step.operation {
      case .open:
        lots[at].step += 1
        let opens = system.nextOpen(Int(step.target), engine.now)
        guard opens > engine.now else { continue }
        own(step.owner, opens - engine.now, at)
        engine.schedule(at: opens, code: Timer.lot.rawValue, payload: number)
        return
      case .pass:
        lots[at].step += 1
        if step.notifies { tell(at, .notified, at: ID(Int(step.place)), engine.now) }
        let seconds = duration(step, lots[at])
        guard seconds > 0 else { continue }
        engine.schedule(at: engine.now + seconds, code: Timer.lot.rawValue, payload: number)
        return
      case .visit:
        lots[at].since = engine.now
        let station = station(ofPool: step.target, engine)
        lots[at].station = Int32(station)
        engine.arrive(
          number | Job.lot, at: stationIDs[station],
          ticks: service(
            step.work, system.stations[station], lots[at].entity, step.purpose, lots[at].plans),
          units: step.units)
        return
      case .store:
        lots[at].since = engine.now
        let station = station(ofPool: step.target, engine)
        lots[at].station = Int32(station)
        engine.arrive(number | Job.lot, at: stationIDs[station], ticks: 0, units: step.units)
        return
      case .board:
        wait(number, engine.now)
        return
      case .lineHaul:
        lots[at].step += 1
        let departs = system.nextDeparture(Int(step.target), engine.now + Int64(step.cutoffSeconds))
        own(step.owner, departs - Int64(step.cutoffSeconds) - engine.now, at)
        own(step.owner + 1, Int64(step.cutoffSeconds), at)
        let under = duration(step, lots[at])
        engine.schedule(
          at: departs + under + Int64(step.releaseSeconds), code: Timer.lot.rawValue,
          payload: number)
        return
      case .inspect:
        let u = luck.uniform(lots[at].entity, step.purpose, UInt32(lots[at].plans) * 4)
        guard u < step.inspectionShare else {
          lots[at].step += 1
          continue
        }
        guard step.target >= 0 else {
          hold(number, step, &engine)
          return
        }
        lots[at].since = engine.now
        let station = station(ofPool: step.target, engine)
        lots[at].station = Int32(station)
        engine.arrive(
          number | Job.lot, at: stationIDs[station],
          ticks: service(
            step.work, system.stations[station], lots[at].entity, step.purpose,
            lots[at].plans &* 4 &+ 2))
        return
      case .done:
        deliver(number, engine.now)
        return
      }
    }
  }

  /// A station has served the lot, or let it in.
  mutating func served(_ number: UInt32, at station: Int, _ engine: inout EventEngine) -> Step {
    let at = Int(number)
    let done = steps[Int(lots[at].step)]
    if done.operation == .store {
      lots[at].store = Int32(station)
      lots[at].storeUnits = done.units
      lots[at].storedSince = engine.now
      ownWait(station, engine.now - lots[at].since, at, engine.now)
      lots[at].step += 1
      advance(number, &engine)
      return .hold
    }
    if done.operation == .inspect {
      hold(number, done, &engine)
      return .leave
    }
    if done.operation == .visit { lots[at].step += 1 }
    // What the next station has no room for stays here: back-pressure.
    let next = steps[Int(lots[at].step)]
    switch next.operation {
    case .visit:
      lots[at].since = engine.now
      let station = self.station(ofPool: next.target, engine)
      lots[at].station = Int32(station)
      return .move(
        to: stationIDs[station],
        ticks: service(
          next.work, system.stations[station], lots[at].entity, next.purpose, lots[at].plans),
        units: next.units)
    case .store:
      lots[at].since = engine.now
      let station = self.station(ofPool: next.target, engine)
      lots[at].station = Int32(station)
      return .move(to: stationIDs[station], ticks: 0, units: next.units)
    default:
      advance(number, &engine)
      return .leave
    }
  }

  /// Customs keeps what it has looked into for a while.
  private mutating func hold(_ number: UInt32, _ step: LotStep, _ engine: inout EventEngine) {
    let at = Int(number)
    let u = luck.uniform(lots[at].entity, step.purpose, UInt32(lots[at].plans) * 4 + 1)
    let held = step.law.map { Int64($0.quantile(u)) } ?? step.seconds
    own(step.owner, held, at)
    lots[at].step += 1
    engine.schedule(at: engine.now + held, code: Timer.lot.rawValue, payload: number)
  }

  /// Seconds of what takes time, drawn.
  func duration(_ step: LotStep, _ lot: Lot) -> Int64 {
    if step.lateShare > 0 {
      let u = luck.uniform(lot.entity, step.purpose, UInt32(lot.plans))
      return step.seconds + Int64(Double(step.seconds) * step.lateShare * system.lateness(u))
    }
    guard let law = step.law else { return step.seconds }
    return Int64(law.quantile(luck.uniform(lot.entity, step.purpose, UInt32(lot.plans))))
  }

  /// Seconds of work at a station, drawn.
  func service(
    _ work: Double, _ station: StationSpec, _ entity: UInt64, _ purpose: UInt64, _ draw: UInt8
  ) -> Int64 {
    let mean = work * station.secondsPerWork
    guard mean > 0 else { return 0 }
    return max(
      1,
      Int64(
        mean * factor(sigma: station.sigma, at: luck.uniform(entity, purpose, UInt32(draw)))))
  }

  /// Books hours of delay to their owner, in kilogram-seconds.
  mutating func own(_ owner: Int32, _ seconds: Int64, _ lot: Int) {
    guard owner >= 0, seconds > 0, lots[lot].isMeasured else { return }
    owned[Int(owner)] += seconds * system.demands[Int(lots[lot].row)].kilograms
  }

  private mutating func deliver(_ number: UInt32, _ now: Int64) {
    let lot = lots[Int(number)]
    let demand = system.demands[Int(lot.row)]
    tell(Int(number), .delivered, at: ID(Int(steps[Int(lot.step)].place)), now)
    result.conservation.delivered += 1
    tonnesInSystem -= demand.tonnes
    let day = Int(now / secondsPerDay)
    if day < result.deliveredByDay.count { result.deliveredByDay[day] += demand.tonnes }
    freeLots.append(number)
    if lot.probe >= 0 { result.probeSeconds[Int(lot.probe)] = Int32(now - lot.born) }
    guard lot.isMeasured else { return }
    let seconds = now - lot.born
    let days = Int(seconds / secondsPerDay)
    if days < WarmupCheck.longestDays,
      lot.born < system.end - Int64(WarmupCheck.longestDays) * secondsPerDay
    {
      result.tonnesByDaysTaken[days] += demand.tonnes
    }
    if keepsLots { keep(lot, seconds: Int32(seconds)) }
    let tier = lanes[demand.lane].tierSeconds
    lanes[demand.lane].delivered += 1
    if lot.born < system.timedUntil(lanes[demand.lane]) {
      lanes[demand.lane].seconds.append(Int32(seconds))
    }
    if seconds <= tier, lot.born + tier < system.end { lanes[demand.lane].withinTier += 1 }
    result.tonnesDelivered += demand.tonnes
    gatewayTonnes[Int(lot.gateway + 1) * CargoClass.allCases.count + demand.classNumber] +=
      demand.tonnes
    if lot.isDiverted { result.diverted += 1 }
  }

  private mutating func keep(_ lot: Lot, seconds: Int32?) {
    result.fates[lot.entity] = .init(
      demand: lot.row, gateway: lot.gateway, seconds: seconds, ready: lot.born - system.warmup)
  }

  /// Notes the lots that are still on their way.
  mutating func keepUndelivered() {
    guard keepsLots else { return }
    let free = Set(freeLots)
    for number in lots.indices where lots[number].isMeasured && !free.contains(UInt32(number)) {
      keep(lots[number], seconds: nil)
    }
  }
}
