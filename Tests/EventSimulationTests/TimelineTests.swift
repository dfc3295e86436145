// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities
import Testing

/// Stations, jobs and what happens at which tick, as a drawing has it; the log is what comes out.
struct Timeline: ~Copyable {
  var run = Simulation(model: Script())

  mutating func station(_ rule: StationRule) -> StationID { run.engine.addStation(rule) }

  /// Has something happen at a tick.
  mutating func at(
    _ time: Int64, priority: UInt8 = EventEngine.usualPriority,
    _ action: @escaping @Sendable (inout EventEngine) -> Void
  ) {
    let code = UInt32(run.model.actions.count)
    run.model.actions[code] = action
    run.engine.schedule(at: time, priority: priority, code: code, payload: 0)
  }

  /// Runs to the end; every balance must hold.
  mutating func play(until end: Int64 = .max) -> [String] {
    run.run(until: end)
    for number in 0..<run.engine.stationCount {
      #expect(run.engine.imbalance(at: StationID(number)) == nil)
    }
    return run.model.log
  }
}

/// Writes down what it is told, and does what a drawing says.
struct Script: SimulationModel {
  var log: [String] = []
  /// Job → what it does after each of its services; then it leaves.
  var steps: [UInt32: [Step]] = [:]
  /// Code of a timer → what it does.
  var actions: [UInt32: @Sendable (inout EventEngine) -> Void] = [:]

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    log.append("\(engine.now) served \(job)@\(station.index)")
    guard var rest = steps[job], !rest.isEmpty else { return .leave }
    let step = rest.removeFirst()
    steps[job] = rest
    return step
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    if let action = actions[code] {
      action(&engine)
    } else {
      log.append("\(engine.now) timer \(code)")
    }
  }

  mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
  ) {
    log.append("\(engine.now) began \(job)@\(station.index) after \(waited)")
  }

  mutating func unblocked(
    _ job: UInt32, from station: StationID, to next: StationID, _ engine: inout EventEngine
  ) {
    log.append("\(engine.now) unblocked \(job) \(station.index)→\(next.index)")
  }
}

@Suite("Timelines drawn by hand")
struct TimelineTests {
  // job 1  |=====|
  // job 2  ......|===|
  @Test("one server: the second job waits until the first is served")
  func oneServer() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1))
    let entry1 = line.run.engine.arrive(1, at: desk, ticks: 5)
    #expect(entry1 == .started)
    let entry2 = line.run.engine.arrive(2, at: desk, ticks: 3)
    #expect(entry2 == .waits)
    let log = line.play()
    #expect(log == ["5 served 1@0", "5 began 2@0 after 5", "8 served 2@0"])
    let of = line.run.engine.statistics(of: desk)
    #expect(of.waitSum == 5 && of.waitingTicks == 5 && of.unitTicks == 8 && of.served == 2)
    #expect(of.longestWait == 5 && of.mostWaiting == 1 && line.run.engine.eventCount == 2)
  }

  @Test("events of one instant come by priority, then in the order in which they were scheduled")
  func oneInstant() {
    var line = Timeline()
    for (code, priority) in [(7, 128), (8, 128), (9, 1), (6, 200), (5, 128)] as [(UInt32, UInt8)] {
      line.run.engine.schedule(at: 4, priority: priority, code: code, payload: 0)
    }
    let log = line.play()
    #expect(log == ["4 timer 9", "4 timer 7", "4 timer 8", "4 timer 5", "4 timer 6"])
  }

  @Test("a run ends before its end's events, and a later run goes on with them")
  func halfOpen() {
    var line = Timeline()
    line.run.engine.schedule(at: 4, code: 1, payload: 0)
    let end8 = line.run.run(until: 4)
    #expect(end8 == .timeReached)
    #expect(line.run.model.log.isEmpty && line.run.engine.now == 4)
    let end9 = line.run.run(until: 5)
    #expect(end9 == .idle)
    #expect(line.run.model.log == ["4 timer 1"] && line.run.engine.now == 5)
  }

  @Test("a free server takes the most urgent job, of equals the first; nobody is pre-empted")
  func priorities() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1, priorities: 3))
    for (job, priority) in [(1, 2), (2, 2), (3, 1), (4, 2), (5, 1), (6, 0)] as [(UInt32, UInt8)] {
      line.run.engine.arrive(job, at: desk, ticks: 1, priority: priority)
    }
    let order = line.play().filter { $0.contains("served") }
    #expect(
      order == [
        "1 served 1@0", "2 served 6@0", "3 served 3@0", "4 served 5@0", "5 served 2@0",
        "6 served 4@0",
      ])
  }

  // Three units; job 2 needs three and holds up job 3, which would fit.
  @Test("a job that needs more units than are free holds up those behind it")
  func headOfLine() {
    var line = Timeline()
    let yard = line.station(StationRule(servers: 3))
    let entry3 = line.run.engine.arrive(1, at: yard, ticks: 4, units: 2)
    #expect(entry3 == .started)
    let entry4 = line.run.engine.arrive(2, at: yard, ticks: 2, units: 3)
    #expect(entry4 == .waits)
    let entry5 = line.run.engine.arrive(3, at: yard, ticks: 1)
    #expect(entry5 == .waits)
    let log = line.play()
    #expect(
      log == [
        "4 served 1@0", "4 began 2@0 after 4", "6 served 2@0", "6 began 3@0 after 6",
        "7 served 3@0",
      ])
  }

  @Test("a full room turns arrivals away")
  func loss() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1, roomLimit: 1))
    let entries = (1...3).map { line.run.engine.arrive($0, at: desk, ticks: 2) }
    #expect(entries == [.started, .waits, .turnedAway])
    _ = line.play()
    let of = line.run.engine.statistics(of: desk)
    #expect(of.lost == 1 && of.arrivals == 3 && of.served == 2)
  }

  // berth 0 → yard 1 (no room) → gate 2 (no room): the gate is slow, so that 2 waits in the yard's server and 3 in the berth.
  @Test("blocked jobs hold their servers, and one departure lets the whole chain move up")
  func blockingCascade() {
    var line = Timeline()
    let berth = line.station(StationRule(servers: 1))
    let yard = line.station(StationRule(servers: 1, roomLimit: 0))
    let gate = line.station(StationRule(servers: 1, roomLimit: 0))
    for job in 1...4 as ClosedRange<UInt32> {
      line.run.model.steps[job] = [.move(to: yard, ticks: 1), .move(to: gate, ticks: 10)]
      line.run.engine.arrive(job, at: berth, ticks: 1)
    }
    let log = line.play(until: 20)
    #expect(
      log == [
        "1 served 1@0", "1 began 2@0 after 1", "2 served 1@1", "2 served 2@0",
        "2 began 3@0 after 2", "3 served 2@1", "3 served 3@0", "12 served 1@2",
        "12 unblocked 2 1→2", "12 unblocked 3 0→1", "12 began 4@0 after 12", "13 served 3@1",
        "13 served 4@0",
      ])
    #expect(line.run.engine.statistics(of: yard).blockedTicks == 9 + 7)
    #expect(line.run.engine.statistics(of: berth).blockedTicks == 9 + 7)
    #expect(line.run.engine.blocked(before: gate) == 1)
  }

  @Test("rooms that are full in a circle block each other, and the run says that it is idle")
  func deadlock() {
    var line = Timeline()
    let a = line.station(StationRule(servers: 1, roomLimit: 0))
    let b = line.station(StationRule(servers: 1, roomLimit: 0))
    line.run.model.steps = [1: [.move(to: b, ticks: 1)], 2: [.move(to: a, ticks: 1)]]
    line.run.engine.arrive(1, at: a, ticks: 2)
    line.run.engine.arrive(2, at: b, ticks: 2)
    let end10 = line.run.run(until: .max)
    #expect(end10 == .idle)
    #expect(line.run.engine.blocked(before: a) == 1 && line.run.engine.blocked(before: b) == 1)
  }

  @Test("a job that holds keeps its units until they are released")
  func hold() {
    var line = Timeline()
    let trucks = line.station(StationRule(servers: 2))
    line.run.model.steps[1] = [.hold]
    line.run.engine.arrive(1, at: trucks, ticks: 3, units: 2)
    line.run.engine.arrive(2, at: trucks, ticks: 1)
    line.at(8) { $0.release(units: 2, at: trucks) }
    let log = line.play()
    #expect(log == ["3 served 1@0", "8 began 2@0 after 8", "9 served 2@0"])
    #expect(line.run.engine.statistics(of: trucks).unitTicks == 16 + 1)
  }

  // servers 0 until 6, then 2 until 10; cycle 10
  @Test("shifts change the servers, and a service that began goes on beyond its shift")
  func shifts() {
    var line = Timeline()
    let gate = line.station(
      StationRule(
        servers: 0, shifts: [.init(offset: 0, servers: 0), .init(offset: 6, servers: 2)],
        cycle: 10))
    for job in 1...3 as ClosedRange<UInt32> { line.run.engine.arrive(job, at: gate, ticks: 5) }
    let log = line.play()
    #expect(
      log == [
        "6 began 1@0 after 6", "6 began 2@0 after 6", "11 served 1@0", "11 served 2@0",
        "16 began 3@0 after 16", "21 served 3@0",
      ])
  }

  @Test("with fewer servers than are in use services go on and none starts")
  func fewerServers() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 2))
    for (job, ticks) in [(1, 4), (2, 6), (3, 1)] as [(UInt32, Int64)] {
      line.run.engine.arrive(job, at: desk, ticks: ticks)
    }
    line.at(2) { $0.setServers(1, at: desk) }
    let log = line.play()
    #expect(
      log == ["4 served 1@0", "6 served 2@0", "6 began 3@0 after 6", "7 served 3@0"])
  }

  // job 1  |==xxxx===|   fails at 2, repaired at 6: three of five ticks remain
  @Test("a breakdown interrupts the service, which goes on for what remained after the repair")
  func breakdown() {
    var line = Timeline()
    let crane = line.station(StationRule(servers: 1))
    line.run.engine.arrive(1, at: crane, ticks: 5)
    line.run.engine.arrive(2, at: crane, ticks: 1)
    line.at(2) { $0.fail(at: crane) }
    line.at(6) { $0.repair(at: crane) }
    let log = line.play()
    #expect(log == ["9 served 1@0", "9 began 2@0 after 9", "10 served 2@0"])
    #expect(line.run.engine.now == 10)
  }

  @Test("an idle server that breaks down is away until its repair")
  func idleBreakdown() {
    var line = Timeline()
    let cranes = line.station(StationRule(servers: 2))
    line.run.engine.arrive(1, at: cranes, ticks: 9)
    line.at(1) { $0.fail(at: cranes) }
    line.at(2) { engine in
      let entry6 = engine.arrive(2, at: cranes, ticks: 1)
      #expect(entry6 == .waits)
    }
    line.at(4) { $0.repair(at: cranes) }
    let log = line.play()
    #expect(log == ["4 began 2@0 after 2", "5 served 2@0", "9 served 1@0"])
  }

  // least 2, most 3: job 1 waits for 2; then 3, 4, 5 go together and 6 is left.
  @Test("a batch waits for its least, takes its most, and is served in the longest of its times")
  func batches() {
    var line = Timeline()
    let kiln = line.station(StationRule(servers: 1, batch: .init(least: 2, most: 3)))
    for (time, job, ticks) in [(0, 1, 2), (1, 2, 4), (2, 3, 1), (2, 4, 1), (3, 5, 1), (3, 6, 1)]
      as [(Int64, UInt32, Int64)]
    {
      line.at(time) { $0.arrive(job, at: kiln, ticks: ticks) }
    }
    let log = line.play()
    #expect(
      log == [
        "1 began 1@0 after 1", "1 began 2@0 after 0", "5 served 1@0", "5 served 2@0",
        "5 began 3@0 after 3", "5 began 4@0 after 3", "5 began 5@0 after 2", "6 served 3@0",
        "6 served 4@0", "6 served 5@0",
      ])
    #expect(line.run.engine.waiting(at: kiln) == 1)
  }

  @Test("a departure takes by priority, then by arrival, up to its units, and nobody overtakes")
  func departures() {
    var line = Timeline()
    let room = line.station(StationRule(servers: 0, priorities: 2))
    for (job, units, priority) in [(1, 2, 1), (2, 1, 1), (3, 1, 0), (4, 3, 1), (5, 1, 1)]
      as [(UInt32, UInt32, UInt8)]
    {
      line.run.engine.arrive(job, at: room, ticks: 0, units: units, priority: priority)
    }
    line.at(7) { engine in
      var aboard: [UInt32] = []
      let entry7 = engine.take(upTo: 6, from: room, into: &aboard)
      #expect(entry7 == 4)
      #expect(aboard == [3, 1, 2])
    }
    _ = line.play()
    let of = line.run.engine.statistics(of: room)
    #expect(of.taken == 3 && of.waitSum == 21 && line.run.engine.waiting(at: room) == 2)
  }

  @Test("a departure makes room for those who were blocked")
  func departureUnblocks() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1))
    let room = line.station(StationRule(servers: 0, roomLimit: 1))
    for job in 1...2 as ClosedRange<UInt32> {
      line.run.model.steps[job] = [.move(to: room, ticks: 0)]
      line.run.engine.arrive(job, at: desk, ticks: 1)
    }
    line.at(9) { engine in
      var aboard: [UInt32] = []
      engine.take(upTo: 5, from: room, into: &aboard)
      #expect(aboard == [1])
    }
    let log = line.play()
    #expect(
      log == ["1 served 1@0", "1 began 2@0 after 1", "2 served 2@0", "9 unblocked 2 0→1"])
  }

  @Test("a withdrawn job leaves the room, and the others keep their order")
  func withdrawal() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1))
    for job in 1...4 as ClosedRange<UInt32> { line.run.engine.arrive(job, at: desk, ticks: 1) }
    let withdrawn = [3, 3, 1].map { line.run.engine.withdraw($0, from: desk) }
    #expect(withdrawn == [true, false, false])
    let log = line.play()
    #expect(
      log.filter { $0.contains("served") } == [
        "1 served 1@0", "2 served 2@0", "3 served 4@0",
      ])
  }

  @Test("statistics count from their reset, with those who were there already")
  func reset() {
    var line = Timeline()
    let desk = line.station(StationRule(servers: 1))
    line.run.engine.arrive(1, at: desk, ticks: 6)
    line.run.engine.arrive(2, at: desk, ticks: 4)
    line.at(2) { $0.resetStatistics() }
    _ = line.play()
    let of = line.run.engine.statistics(of: desk)
    #expect(of.waitSum == 6 && of.waitingTicks == 4 && of.unitTicks == 8 && of.served == 2)
    #expect(of.arrivals == 0 && of.since == 2 && of.until == 10)
  }
}
