// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation

/// The engine's slow twin: every list is an array that is searched from the front, every sum is taken anew at each event.
///
/// It runs scripts only, so that model and engine are one page. What it shares with the engine are rules, not code.
final class ReferenceEngine {
  struct Job {
    var number: UInt32
    var visit: NetworkScript.Visit
    var since: Int64
  }

  final class Service {
    let jobs: [Job]
    let units: Int
    let since: Int64
    var end: Int64
    /// Number of its pending end; when interrupted: order of interruption.
    var order: Int
    var interrupted = false
    var present: Int

    init(_ jobs: [Job], units: Int, since: Int64, end: Int64, order: Int) {
      self.jobs = jobs
      self.units = units
      self.since = since
      self.end = end
      self.order = order
      present = jobs.count
    }
  }

  final class Station {
    let rule: StationRule
    var servers: Int
    var away = 0
    var room: [Job] = []
    var services: [Service] = []
    /// Jobs of other stations that wait for room here, with where and in which service they are.
    var blocked: [(job: Job, from: Int, service: Service)] = []
    var held = 0
    var (arrivals, lost, starts, served, taken, withdrawn) = (0, 0, 0, 0, 0, 0)
    var (waits, longest): (Int64, Int64) = (0, 0)
    var most = 0
    var (waitingTicks, unitTicks, blockedTicks): (Int64, Int64, Int64) = (0, 0, 0)

    init(_ rule: StationRule) {
      self.rule = rule
      servers = rule.servers
    }

    var inUse: Int { held + services.map(\.units).reduce(0, +) }
    var free: Int { servers - away - inUse }
    var interrupted: [Service] { services.filter(\.interrupted) }
    /// The job that goes first: by priority, then by entering.
    var first: Int? { room.indices.min { room[$0].visit.priority < room[$1].visit.priority } }
  }

  enum What {
    case end(station: Int, Service)
    case action(NetworkScript.Action)
    case shift(station: Int, number: Int)
  }

  let script: NetworkScript
  var stations: [Station]
  var pending: [(time: Int64, priority: Int, order: Int, what: What)] = []
  var (now, order): (Int64, Int) = (0, 0)
  var marked: [Int] = []
  var visited: [Int]
  var log: [String] = []

  init(_ script: NetworkScript) {
    self.script = script
    stations = script.rules.map(Station.init)
    visited = Array(repeating: 0, count: script.jobs.count)
  }

  func run() -> ScriptResult {
    for (number, station) in stations.enumerated() where !station.rule.shifts.isEmpty {
      station.servers = station.rule.shifts[0].servers
      plan(station.rule.shifts[1].offset, 64, .shift(station: number, number: 1))
    }
    for row in script.actions { plan(row.time, Int(row.priority), .action(row.action)) }
    _ = run(until: script.resetAt)
    for station in stations {
      (station.arrivals, station.lost, station.starts, station.served) = (0, 0, 0, 0)
      (station.taken, station.withdrawn, station.waits, station.longest) = (0, 0, 0, 0)
      (station.waitingTicks, station.unitTicks, station.blockedTicks) = (0, 0, 0)
      station.most = station.room.count
    }
    let end = run(until: script.horizon)
    let sums = stations.map { of in
      "arrivals \(of.arrivals) lost \(of.lost) starts \(of.starts) served \(of.served) "
        + "taken \(of.taken) withdrawn \(of.withdrawn) waits \(of.waits) \(of.longest) "
        + "\(of.most) integrals \(of.waitingTicks) \(of.unitTicks) \(of.blockedTicks)"
    }
    return ScriptResult(log: log, end: end, sums: sums)
  }

  // MARK: The loop

  private func run(until end: Int64) -> RunEnd {
    while let next = pending.indices.min(by: {
      (pending[$0].time, pending[$0].priority, pending[$0].order)
        < (pending[$1].time, pending[$1].priority, pending[$1].order)
    }) {
      let onlyShifts = pending.allSatisfy { if case .shift = $0.what { true } else { false } }
      let shiftsHelp = stations.contains {
        !$0.rule.shifts.isEmpty && !($0.room.isEmpty && $0.blocked.isEmpty)
      }
      guard pending[next].time < end, !onlyShifts || shiftsHelp else {
        let ended: RunEnd = pending[next].time < end ? .idle : .timeReached
        pass(to: end)
        return ended
      }
      let event = pending.remove(at: next)
      pass(to: event.time)
      switch event.what {
      case .end(let station, let service): finish(service, at: station)
      case .action(let action): act(action)
      case .shift(let station, let number): change(station, to: number)
      }
      settle()
    }
    pass(to: end)
    return .idle
  }

  private func pass(to time: Int64) {
    for (number, station) in stations.enumerated() {
      let blockedHere = stations.flatMap(\.blocked).count { $0.from == number }
      station.waitingTicks += Int64(station.room.count) * (time - now)
      station.unitTicks += Int64(station.inUse) * (time - now)
      station.blockedTicks += Int64(blockedHere) * (time - now)
    }
    now = time
  }

  private func plan(_ time: Int64, _ priority: Int, _ what: What) {
    order += 1
    pending.append((time, priority, order, what))
  }

  private func mark(_ number: Int) {
    let station = stations[number]
    if !marked.contains(number), !(station.room.isEmpty && station.blocked.isEmpty) {
      marked.append(number)
    }
  }

  private func settle() {
    while let number = marked.first {
      if !startOrAdmit(number) { marked.removeFirst() }
    }
  }

  // MARK: Jobs

  private func enter(_ job: Job, _ number: Int, fromBlocked: Bool = false) -> String {
    let station = stations[number]
    let isFirst = station.room.allSatisfy { $0.visit.priority > job.visit.priority }
    if isFirst, station.rule.batch == nil, Int(job.visit.units) <= station.free,
      fromBlocked || station.blocked.isEmpty
    {
      station.arrivals += 1
      start([job], number, units: Int(job.visit.units))
      return "started"
    }
    guard station.room.count < station.rule.roomLimit ?? .max else { return "turnedAway" }
    station.arrivals += 1
    station.room.append(job)
    station.most = max(station.most, station.room.count)
    if station.rule.batch != nil { mark(number) }
    return "waits"
  }

  private func start(_ jobs: [Job], _ number: Int, units: Int) {
    let end = now + (jobs.map(\.visit.ticks).max() ?? 0)
    let service = Service(jobs, units: units, since: now, end: end, order: order + 1)
    stations[number].services.append(service)
    stations[number].starts += jobs.count
    plan(end, 128, .end(station: number, service))
  }

  /// One thing that a marked station can do; false if there is none.
  private func startOrAdmit(_ number: Int) -> Bool {
    let station = stations[number]
    if let batch = station.rule.batch {
      if station.room.count >= batch.least, station.free > 0 {
        var jobs: [Job] = []
        while jobs.count < batch.most, let first = station.first {
          jobs.append(station.room.remove(at: first))
        }
        start(jobs, number, units: 1)
        for job in jobs { tellWait(of: job, number) }
        return true
      }
    } else if let first = station.first, Int(station.room[first].visit.units) <= station.free {
      let job = station.room.remove(at: first)
      start([job], number, units: Int(job.visit.units))
      tellWait(of: job, number)
      return true
    }
    guard let next = station.blocked.first else { return false }
    let passes =
      station.rule.batch == nil && station.room.isEmpty
      && Int(next.job.visit.units) <= station.free
    guard passes || station.room.count < station.rule.roomLimit ?? .max else { return false }
    station.blocked.removeFirst()
    var job = next.job
    job.since = now
    _ = enter(job, number, fromBlocked: true)
    leave(next.service, next.from)
    log.append("\(now) unblocked \(job.number) \(next.from)→\(number)")
    return true
  }

  private func tellWait(of job: Job, _ number: Int) {
    stations[number].waits += now - job.since
    stations[number].longest = max(stations[number].longest, now - job.since)
    log.append("\(now) began \(job.number)@\(number) after \(now - job.since)")
  }

  private func finish(_ service: Service, at number: Int) {
    for job in service.jobs {
      // What a member's going allows happens before the next member is asked about only where it concerns others.
      log.append("\(now) served \(job.number)@\(number)")
      let visits = script.jobs[Int(job.number)]
      if visited[Int(job.number)] + 1 < visits.count {
        visited[Int(job.number)] += 1
        let visit = visits[visited[Int(job.number)]]
        let moved = Job(number: job.number, visit: visit, since: now)
        if enter(moved, visit.station) == "turnedAway" {
          stations[visit.station].blocked.append((moved, number, service))
        } else {
          leave(service, number)
        }
      } else if let hold = script.holds[Int(job.number)] {
        stations[number].held += service.units
        stations[number].services.removeAll { $0 === service }
        plan(now + hold, 128, .action(.release(station: number, units: job.visit.units)))
      } else {
        leave(service, number)
      }
    }
  }

  private func leave(_ service: Service, _ number: Int) {
    stations[number].served += 1
    service.present -= 1
    guard service.present == 0 else { return }
    stations[number].services.removeAll { $0 === service }
    mark(number)
  }

  // MARK: Actions

  private func act(_ action: NetworkScript.Action) {
    switch action {
    case .arrive(let number):
      let visit = script.jobs[Int(number)][0]
      let entry = enter(Job(number: number, visit: visit, since: now), visit.station)
      if entry == "turnedAway" {
        stations[visit.station].arrivals += 1
        stations[visit.station].lost += 1
      }
      log.append("\(now) arrived \(number)@\(visit.station) \(entry)")
    case .setServers(let number, let count):
      stations[number].servers = count
      mark(number)
    case .fail(let number): fail(stations[number])
    case .repair(let number): repair(number)
    case .take(let number, let units):
      var left = units
      var taken: [UInt32] = []
      let station = stations[number]
      while let first = station.first, station.room[first].visit.units <= left {
        let job = station.room.remove(at: first)
        left -= job.visit.units
        station.waits += now - job.since
        station.longest = max(station.longest, now - job.since)
        taken.append(job.number)
      }
      station.taken += taken.count
      log.append("\(now) took \(taken)@\(number)")
      mark(number)
    case .withdraw(let number, let job):
      let position = stations[number].room.firstIndex { $0.number == job }
      if let position {
        stations[number].room.remove(at: position)
        stations[number].withdrawn += 1
        mark(number)
      }
      log.append("\(now) withdrew \(job): \(position != nil)")
    case .release(let number, let units):
      stations[number].held -= Int(units)
      stations[number].served += 1
      mark(number)
    }
  }

  private func fail(_ station: Station) {
    guard station.away + station.interrupted.count < station.servers else { return }
    let running = station.services.filter { service in
      !service.interrupted && pending.contains { $0.order == service.order }
    }
    guard station.free <= 0, let last = running.max(by: { $0.order < $1.order }) else {
      station.away += 1
      return
    }
    pending.removeAll { $0.order == last.order }
    order += 1
    (last.interrupted, last.order, last.end) = (true, order, last.end - now)
  }

  private func repair(_ number: Int) {
    let station = stations[number]
    guard let first = station.interrupted.min(by: { $0.order < $1.order }) else {
      if station.away > 0 {
        station.away -= 1
        mark(number)
      }
      return
    }
    (first.interrupted, first.order, first.end) = (false, order + 1, now + first.end)
    plan(first.end, 128, .end(station: number, first))
  }

  private func change(_ number: Int, to shift: Int) {
    let rule = stations[number].rule
    stations[number].servers = rule.shifts[shift].servers
    mark(number)
    let next = 1 - shift
    let start = now - rule.shifts[shift].offset + (next == 0 ? rule.cycle : 0)
    plan(start + rule.shifts[next].offset, 64, .shift(station: number, number: next))
  }
}
