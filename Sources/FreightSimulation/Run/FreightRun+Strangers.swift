// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities
import Stochastics

/// Others' traffic: ships, trucks, flights and boxes that take the same servers.
extension FreightRun {
  /// One of a background's arrivals comes, and the next is set.
  mutating func comes(_ background: Int, _ engine: inout EventEngine) {
    let spec = system.backgrounds[background]
    let stranger = Stranger(background: Int32(background), number: comings[background])
    scheduleStranger(background, &engine)
    let number: UInt32
    if let free = freeStrangers.popLast() {
      strangers[Int(free)] = stranger
      number = free
    } else {
      number = UInt32(strangers.count)
      strangers.append(stranger)
    }
    if spec.chain.count == 1 {
      let work = work(stranger)
      let entry = engine.arrive(
        number | Job.stranger, at: stationIDs[Int(spec.chain[0])], ticks: work, units: spec.units)
      if case .turnedAway = entry { freeStrangers.append(number) }
    } else {
      pass(stranger: Int(number), &engine)
    }
  }

  private mutating func pass(stranger number: Int, _ engine: inout EventEngine) {
    let stranger = strangers[number]
    let spec = system.backgrounds[Int(stranger.background)]
    guard Int(stranger.phase) < spec.chain.count else {
      engine.schedule(
        at: engine.now + work(stranger), code: Timer.strangerHandled.rawValue,
        payload: UInt32(number))
      return
    }
    let station = Int(spec.chain[Int(stranger.phase)])
    let entity = RandomStream.name(spec.name, UInt64(stranger.number))
    engine.arrive(
      UInt32(number) | Job.stranger, at: stationIDs[station],
      ticks: service(
        system.stations[station].kind.isPlaces ? 0 : 1, system.stations[station], entity,
        Purpose.work.rawValue, stranger.phase + 1))
  }

  mutating func servedStranger(
    _ number: Int, at station: Int, _ engine: inout EventEngine
  ) -> Step {
    let spec = system.backgrounds[Int(strangers[number].background)]
    guard spec.chain.count > 1 else {
      freeStrangers.append(UInt32(number))
      return .leave
    }
    if system.stations[station].kind == .berth,
      let anchorage = spec.chain.first(where: { system.stations[Int($0)].kind == .anchorage })
    {
      engine.release(units: 1, at: stationIDs[Int(anchorage)])
    }
    strangers[number].phase += 1
    pass(stranger: number, &engine)
    return system.stations[station].kind.isPlaces ? .hold : .leave
  }

  /// A stranger's ship leaves its berth.
  mutating func strangerHandled(_ number: Int, _ engine: inout EventEngine) {
    for station in system.backgrounds[Int(strangers[number].background)].chain
    where system.stations[Int(station)].kind.isPlaces
      && system.stations[Int(station)].kind != .anchorage
    {
      engine.release(units: 1, at: stationIDs[Int(station)])
    }
    freeStrangers.append(UInt32(number))
  }

  /// Seconds of a stranger's work, drawn.
  private func work(_ stranger: Stranger) -> Int64 {
    let spec = system.backgrounds[Int(stranger.background)]
    let u = luck.uniform(
      RandomStream.name(spec.name, UInt64(stranger.number)), Purpose.work.rawValue)
    return max(1, Int64(spec.workSeconds * factor(sigma: spec.sigma, at: u)))
  }

  /// Sets the next arrival: the gap is drawn in time that runs as fast as the profile says.
  mutating func scheduleStranger(_ background: Int, _ engine: inout EventEngine) {
    let spec = system.backgrounds[background]
    comings[background] += 1
    let u = luck.uniform(
      RandomStream.name(spec.name, UInt64(comings[background])), Purpose.arrival.rawValue)
    var left = system.gap(spec.stages, at: u) * spec.meanGapSeconds
    var time = Double(engine.now) + carry[background]
    var hours = 0
    while hours < 24 * 400 {
      let hour = Int(time / 3_600)
      let weight = system.weight(spec.profile, hour: hour)
      let end = Double(hour + 1) * 3_600
      if weight > 0, left <= (end - time) * weight {
        time += left / weight
        break
      }
      left -= (end - time) * weight
      time = end
      hours += 1
    }
    let second = Int64(time)
    carry[background] = time - Double(second)
    guard second < system.end else { return }
    engine.schedule(
      at: max(engine.now, second), code: Timer.stranger.rawValue, payload: UInt32(background))
  }
}
