// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities
import Stochastics

/// What fails: closures with their recovery, shifts, servers that break down.
extension FreightRun {
  /// Windows in which each closable element is shut: what scenarios date, and what luck brings.
  mutating func drawDisruptions() {
    shut = system.closables.map(\.dated)
    for (number, event) in system.events.enumerated() {
      var time = 0.0
      var count: UInt32 = 0
      let perSecond = event.ratePerYear / (365 * Double(secondsPerDay))
      guard perSecond > 0 else { continue }
      while true {
        let u = luck.uniform(system.eventNames[number], Purpose.disruption.rawValue, 2 * count)
        time += Distribution.gamma(mean: 1 / perSecond, shape: 1).quantile(u)
        guard Int64(time) < system.end else { break }
        let v = luck.uniform(system.eventNames[number], Purpose.disruption.rawValue, 2 * count + 1)
        count += 1
        // What strikes together lasts by the same luck everywhere.
        for part in event.parts {
          let length = Int64(
            PercentileLaw(
              median: Double(part.duration.medianSeconds),
              low: Double(part.duration.lowSeconds), high: Double(part.duration.highSeconds)
            ).quantile(v))
          shut[part.element].append(
            Shut(start: Int64(time), end: Int64(time) + length, recovery: part.recoverySeconds))
        }
        time += Double(secondsPerHour)
      }
    }
    for element in shut.indices { shut[element].sort { ($0.start, $0.end) < ($1.start, $1.end) } }
    shutInOrder = shut.flatMap(\.self).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  mutating func scheduleDisruptions(_ engine: inout EventEngine) {
    for element in shut.indices where !system.closables[element].stations.isEmpty {
      for (number, window) in shut[element].enumerated() {
        let payload = UInt32(element) << 20 | UInt32(number) << 3
        engine.schedule(
          at: max(0, window.start), code: Timer.closes.rawValue, payload: payload)
        for quarter in 1...4 {
          engine.schedule(
            at: window.end + window.recovery * Int64(quarter - 1) / 4,
            code: Timer.recovers.rawValue, payload: payload | UInt32(quarter))
        }
      }
    }
  }

  mutating func closes(_ payload: UInt32, _ engine: inout EventEngine) {
    setCapacity(Int(payload >> 20), 0, &engine)
  }

  mutating func recovers(_ payload: UInt32, _ engine: inout EventEngine) {
    let element = Int(payload >> 20)
    setCapacity(element, Shut.openShare(of: shut[element], at: engine.now), &engine)
  }

  private mutating func setCapacity(_ element: Int, _ share: Double, _ engine: inout EventEngine) {
    for station in system.closables[element].stations {
      capacityShare[Int(station)] = share
      applyServers(Int(station), &engine)
    }
  }

  /// Servers on duty now: the table's, in their shift, as far as the place has recovered; the engine knows the broken ones.
  func serversOnDuty(_ station: Int) -> Int {
    guard isOnShift[station] else { return 0 }
    return Int((Double(system.stations[station].servers) * capacityShare[station]).rounded(.up))
  }

  mutating func applyServers(_ station: Int, _ engine: inout EventEngine) {
    let servers = serversOnDuty(station)
    engine.setServers(servers, at: stationIDs[station])
    duty[station].change(to: servers, at: engine.now)
  }

  /// When the element opens again; now where it is open.
  func closedUntil(_ element: Int, _ now: Int64) -> Int64 {
    var opens = now
    for window in shut[element] {
      if window.start > opens { break }
      if opens < window.end { opens = window.end }
    }
    return opens
  }

  /// The service itself is withdrawn now.
  func isClosed(_ runs: ServiceRuns, _ now: Int64) -> Bool {
    runs.ownElement >= 0 && closedUntil(Int(runs.ownElement), now) > now
  }

  mutating func changeShift(_ station: Int, _ engine: inout EventEngine) {
    guard let shifts = system.stations[station].shifts else { return }
    let opens = system.nextOpen(Int(shifts), engine.now)
    isOnShift[station] = opens == engine.now
    applyServers(station, &engine)
    let next = isOnShift[station] ? system.nextClosed(Int(shifts), engine.now) : opens
    guard next < system.end, next > engine.now else { return }
    engine.schedule(at: next, code: Timer.shift.rawValue, payload: UInt32(station))
  }

  /// Sets the next failure of a station's servers, all together, as if all of them were at work.
  mutating func scheduleFailure(_ station: Int, _ engine: inout EventEngine) {
    let spec = system.stations[station]
    guard let breakdown = spec.breakdown else { return }
    let u = luck.uniform(
      system.stationNames[station], Purpose.failures.rawValue, 2 * failures[station])
    failures[station] += 1
    let servers = max(1, spec.servers / spec.scale)
    let gap = Distribution.exponential(mean: breakdown.meanUpHours * 3_600 / Double(servers))
      .quantile(u)
    guard Double(engine.now) + gap < Double(system.end) else { return }
    engine.schedule(
      at: engine.now + max(1, Int64(gap)), code: Timer.fails.rawValue, payload: UInt32(station))
  }

  /// A server breaks down, and what it serves stands still until one is repaired, then goes on (pre-emptive resume).
  ///
  /// The one that fails is any of all: what was broken does not break again, and off duty nothing does.
  mutating func fails(_ station: Int, _ engine: inout EventEngine) {
    let spec = system.stations[station]
    let name = system.stationNames[station]
    let (servers, number) = (max(1, spec.servers / spec.scale), failures[station])
    let which = luck.uniform(name, Purpose.failures.rawValue, 2 * number - 1)
    let onDuty = engine.servers(at: stationIDs[station])
    if let breakdown = spec.breakdown, Int(which * Double(servers)) >= broken[station],
      (broken[station] + 1) * spec.scale <= onDuty
    {
      broken[station] += 1
      for _ in 0..<spec.scale { engine.fail(at: stationIDs[station]) }
      let u = luck.uniform(name, Purpose.breakdown.rawValue, number)
      let repair = Distribution.exponential(mean: breakdown.meanRepairHours * 3_600).quantile(u)
      engine.schedule(
        at: engine.now + max(1, Int64(repair)), code: Timer.repaired.rawValue,
        payload: UInt32(station))
    }
    scheduleFailure(station, &engine)
  }

  mutating func repaired(_ station: Int, _ engine: inout EventEngine) {
    broken[station] -= 1
    for _ in 0..<system.stations[station].scale { engine.repair(at: stationIDs[station]) }
  }
}

/// Servers on duty, integrated over time.
struct DutyTime {
  private var servers: Int
  private var since: Int64 = 0
  private var sum: Int64 = 0

  init(servers: Int) { self.servers = servers }

  mutating func change(to servers: Int, at now: Int64) {
    sum += Int64(self.servers) * (now - since)
    (self.servers, since) = (servers, now)
  }

  /// Begins anew, as at the end of the warm-up.
  mutating func restart(at now: Int64) { (sum, since) = (0, now) }

  /// Server-seconds up to now.
  func total(at now: Int64) -> Int64 { sum + Int64(servers) * (now - since) }
}

/// A window in which something is closed, and how long its capacity takes to grow back; seconds since the start.
struct Shut: Sendable, Hashable {
  var start: Int64
  var end: Int64
  var recovery: Int64

  /// Share of its capacity that what is shut in these windows has: none in a window, then a quarter more at each
  /// quarter of its recovery; where windows' recoveries overlap, that of the one that is furthest behind.
  ///
  /// - Complexity: O(windows).
  static func openShare(of windows: [Self], at now: Int64) -> Double {
    var share = 1.0
    for window in windows where window.start <= now {
      if now < window.end { return 0 }
      var quarter: Int64 = 4
      while quarter > 1, window.end + window.recovery * (quarter - 1) / 4 > now { quarter -= 1 }
      share = min(share, Double(quarter) / 4)
    }
    return share
  }
}
