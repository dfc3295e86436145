// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// One replication: the state of everything that moves, driven by the engine.
///
/// Not supported: lots that are split or joined on the way, vehicles that overtake their timetable, cargo that leaves a terminal
/// by another truck once it waits there for a seat that will never come.
struct FreightRun: SimulationModel, ~Copyable {
  static let gone: Int32 = -2

  let system: FreightSystem
  let luck: Luck
  let demandFactor: Double
  /// Ways found anew while it runs; shared by replications, and the same for all.
  let book: ReplanBook
  var steps: [LotStep]
  /// Step → least seconds from its begin to the delivery.
  var restSeconds: [Int64]
  let neighbours: SeatTable
  /// Question → first step of its answer; -1 for none.
  var stepOfReplan: [ReplanBook.Question: Int32] = [:]
  /// Ways of the choice at hand on which something is full or shut.
  var hindered: [Int32] = []
  /// The last forecast met a departure that is full or shut.
  var sawHindrance = false
  var stationIDs: [StationID] = []

  var lots: [Lot] = []
  var freeLots: [UInt32] = []
  var vehicles: [Vehicle] = []
  var freeVehicles: [UInt32] = []
  /// Run of all services → its vehicle; -1 before, `gone` after the voyage.
  var vehicleOfRun: [Int32]
  /// Run of all services and hold → what others leave of it; -1 until it is drawn.
  var freeHolds: [Int64]
  var strangers: [Stranger] = []
  var freeStrangers: [UInt32] = []
  var batches: [[UInt32]] = []
  var freeBatches: [UInt32] = []

  // By room.
  var waiting: [[UInt32]]
  var nextLoading: [Int]
  /// Departure that was loaded last.
  var loadedUntil: [Int64]
  /// Room and hold → departures before this one are known to be full.
  var fullUntil: [Int32]
  // By service.
  var nextVoyage: [Int]
  var sailings: [Int]
  var blanks: [Int]
  var rolled: [Int]
  var late: [Double]
  /// Service → hold and section → offered, others' and own, of the departures after the warm-up.
  var offered: [[Int64]]
  var background: [[Int64]]
  var carried: [[Int64]]
  // By background.
  var comings: [UInt32]
  var carry: [Double]
  // By station.
  var capacityShare: [Double]
  var isOnShift: [Bool]
  /// Servers that break down and are repaired: those that are broken now.
  var broken: [Int]
  /// Servers on duty, integrated over time.
  var duty: [DutyTime]
  var failures: [UInt32]
  var queueByHour: [[Int64]]
  /// Place and hour of the week → lots waiting for a departure, summed over weeks.
  var waitingByHour: [Int64]
  let logs: Bool
  let keepsLots: Bool
  /// Stations whose backlog is noted every hour.
  let hourly: [Int]
  var hoursSeen = [Int64](repeating: 0, count: 168)
  /// By closable element.
  var shut: [[Shut]] = []
  /// All closures by their beginning, the first that has not begun, and the end of the last that has.
  var shutInOrder: [Shut] = []
  /// Place → its number among the closable elements; -1 where nothing ever closes it.
  let elementAtPlace: [Int32]
  var nextShut = 0
  var lastShut = Int64.min

  var result: ReplicationResult
  var lanes: [ReplicationResult.Lane]
  /// Kilogram-seconds by owner.
  var owned: [Int64]
  var gatewayTonnes: [Double]
  var diversions: [ReplicationResult.Diversion: Int64] = [:]
  var cost: Int64 = 0
  var co2e: Int64 = 0
  var storage: Int64 = 0
  var tonnesInSystem = 0.0
  var systemSum = 0.0
  var systemSeen = 0

  init(_ system: FreightSystem, _ query: SimulationQuery, replication: Int, book: ReplanBook) {
    self.system = system
    self.book = book
    luck = Luck(seed: query.seed, replication: UInt32(replication))
    demandFactor = query.demandFactor
    steps = system.steps
    restSeconds = system.restSeconds
    neighbours = system.neighbours
    elementAtPlace = system.network.places.indices.map { system.closableOf[.place(ID($0))] ?? -1 }
    vehicleOfRun = [Int32](repeating: -1, count: system.runCount)
    freeHolds = [Int64](repeating: -1, count: system.runCount * Hold.allCases.count)
    waiting = [[UInt32]](repeating: [], count: system.rooms.count)
    nextLoading = [Int](repeating: 0, count: system.rooms.count)
    loadedUntil = [Int64](repeating: -1, count: system.rooms.count)
    fullUntil = [Int32](repeating: 0, count: system.rooms.count * Hold.allCases.count)
    let services = system.services.count
    nextVoyage = [Int](repeating: 0, count: services)
    sailings = nextVoyage
    blanks = nextVoyage
    rolled = nextVoyage
    late = [Double](repeating: 0, count: services)
    offered = system.services.map {
      [Int64](repeating: 0, count: Hold.allCases.count * $0.sections)
    }
    background = offered
    carried = offered
    comings = [UInt32](repeating: 0, count: system.backgrounds.count)
    carry = [Double](repeating: 0, count: system.backgrounds.count)
    let stations = system.stations.count
    capacityShare = [Double](repeating: 1, count: stations)
    isOnShift = [Bool](repeating: true, count: stations)
    broken = [Int](repeating: 0, count: stations)
    failures = [UInt32](repeating: 0, count: stations)
    duty = system.stations.map { DutyTime(servers: $0.servers) }
    queueByHour = [[Int64]](repeating: [Int64](repeating: 0, count: 168), count: stations)
    waitingByHour = [Int64](repeating: 0, count: system.network.places.count * 168)
    logs = query.logsEvents && replication == 0
    keepsLots = query.keepsLots
    hourly = system.stations.indices.filter {
      query.hourlyResources.contains(system.stations[$0].resource)
    }
    result = ReplicationResult(number: replication)
    result.deliveredByDay = [Double](
      repeating: 0, count: Int(system.end / secondsPerDay) + 1)
    result.readyByDay = result.deliveredByDay
    result.tonnesByDaysTaken = [Double](repeating: 0, count: WarmupCheck.longestDays)
    lanes = system.lanes
    result.probeSeconds = [Int32](
      repeating: -1, count: system.probes.ways.count * system.probes.weeks)
    owned = [Int64](repeating: 0, count: system.owners.count)
    gatewayTonnes = [Double](
      repeating: 0, count: (system.plans.network.places.count + 1) * CargoClass.allCases.count)
  }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    let number = job & Job.mask
    switch job & ~Job.mask {
    case Job.lot: return served(number, at: station.index, &engine)
    case Job.vehicle: return servedVehicle(Int(number), at: station.index, &engine)
    default: return servedStranger(Int(number), at: station.index, &engine)
    }
  }

  /// A job that had to wait starts: the hours of a lot's are the station's.
  mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
  ) {
    guard job & ~Job.mask == Job.lot else { return }
    // What waits for a store also waits at the gate before it: counted when it is let in.
    guard steps[Int(lots[Int(job & Job.mask)].step)].operation != .store else { return }
    ownWait(station.index, waited, Int(job & Job.mask), engine.now)
  }

  /// Hours of a wait at a station: those in which its place was shut are the closure's.
  mutating func ownWait(_ station: Int, _ waited: Int64, _ lot: Int, _ now: Int64) {
    var closed: Int64 = 0
    let element = Int(system.elementOfStation[station])
    if element >= 0 {
      for window in shut[element] where window.start < now && window.end > now - waited {
        closed += min(window.end, now) - max(window.start, now - waited)
      }
      closed = min(closed, waited)
      own(system.closables[element].owner, closed, lot)
    }
    own(system.ownerOfStation[station], waited - closed, lot)
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    guard let timer = Timer(rawValue: code) else { return }
    let number = Int(payload)
    switch timer {
    case .lot: advance(payload, &engine)
    case .hour: everyHour(&engine)
    case .voyage: sail(number, &engine)
    case .loading: load(number, &engine)
    case .arrives: arrive(number, &engine)
    case .handled: handled(number, &engine)
    case .departs: leave(number, &engine)
    case .released: release(number, &engine)
    case .stranger: comes(number, &engine)
    case .strangerHandled: strangerHandled(number, &engine)
    case .closes: closes(payload, &engine)
    case .recovers: recovers(payload, &engine)
    case .shift: changeShift(number, &engine)
    case .fails: fails(number, &engine)
    case .repaired: repaired(number, &engine)
    case .probes: send(number, &engine)
    case .warm:
      engine.resetStatistics()
      for station in duty.indices { duty[station].restart(at: engine.now) }
    }
  }

  private mutating func everyHour(_ engine: inout EventEngine) {
    bear(&engine)
    look(engine)
    if engine.now + secondsPerHour < system.end {
      engine.schedule(at: engine.now + secondsPerHour, code: Timer.hour.rawValue, payload: 0)
    }
  }

  /// Notes how long the queues are.
  private mutating func look(_ engine: borrowing EventEngine) {
    let isMeasured = engine.now >= system.warmup
    let hour = Int(floorModulo(engine.now - system.slotOffset, secondsPerWeek) / secondsPerHour)
    if isMeasured {
      hoursSeen[hour] += 1
      systemSum += tonnesInSystem
      systemSeen += 1
    }
    if isMeasured {
      for room in waiting.indices where !waiting[room].isEmpty {
        let place = system.services[system.rooms[room].service].stops[system.rooms[room].stop]
        waitingByHour[place.index * 168 + hour] += Int64(waiting[room].count)
      }
    }
    if isMeasured {
      for station in hourly {
        let jobs = engine.waiting(at: stationIDs[station]) + engine.inUse(at: stationIDs[station])
        result.hourly[system.stations[station].resource, default: []].append(Int32(jobs))
      }
    }
    let inSeries = engine.now % ReplicationResult.seriesSeconds == 0
    for station in stationIDs.indices {
      let queue = engine.waiting(at: stationIDs[station])
      if isMeasured { queueByHour[station][hour] += Int64(queue) }
      if inSeries, isMeasured {
        result.series[system.stations[station].resource, default: []].append(Int32(queue))
      }
    }
  }

  /// Notes a milestone of a lot, where the query asks for it.
  mutating func tell(
    _ lot: Int, _ milestone: ReplicationResult.Milestone, at place: ID<Place>, _ now: Int64,
    service: ID<Service>? = nil
  ) {
    guard logs, lots[lot].isMeasured else { return }
    result.events.append(
      ReplicationResult.EventRecord(
        at: system.start + now, demand: Int(lots[lot].row), lot: lots[lot].entity,
        hour: Int(lots[lot].born / secondsPerHour), serial: Int(lots[lot].serial),
        milestone: milestone, place: place, service: service))
  }
}
