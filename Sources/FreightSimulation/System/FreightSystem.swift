// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
public import FreightModel
import FreightRouting
public import Quantities
import Stochastics

/// A network made ready to be simulated: what every replication shares and none changes.
public struct FreightSystem: Sendable {
  public let plans: RoutePlans
  let network: Network
  /// Moment 0 of the simulation: so many days of warm-up before the reference week.
  public let start: Instant
  /// Seconds since the start at which measuring begins, and the run ends.
  let warmup: Int64
  let end: Int64
  /// Where in the reference week a moment lies is counted from here.
  var slotOffset: Int64 { warmup }

  // Terminals.
  var stations: [StationSpec] = []
  var stationNames: [UInt64] = []
  /// Row of the network's resources → its owner of waits.
  var ownerOfStation: [Int32] = []
  /// Its place among the closable elements; -1 where nothing ever closes it.
  var elementOfStation: [Int32] = []
  /// Place and kind → stations.
  var stationsAt: [StationKey: [Int32]] = [:]
  /// Stations that serve the same jobs side by side, the first of which stands for all; by number of the pool.
  var pools: [[Int32]] = []
  var poolOf: [[Int32]: Int32] = [:]
  var freeDays: [Double] = []
  // Services.
  var services: [ServiceRuns] = []
  /// Row of the network's services → row of `services`; -1 where it does not run.
  var serviceNumber: [Int32] = []
  /// Service → row of its first run among all runs.
  var firstRun: [Int] = []
  var runCount = 0
  /// Service → hold and section → what others have booked of it.
  var loads: [[LoadShare]] = []
  /// Run of all services → the name of its luck.
  var runNames: [UInt64] = []
  var rooms: [Room] = []
  /// Service → row of its first stop's room; those of the other stops follow.
  var firstRoom: [Int] = []
  // Time.
  var calendars = CalendarBook()
  // Demand and ways.
  var demands: [DemandSpec] = []
  var lanes: [ReplicationResult.Lane] = []
  /// Lots that only measure; their rows of demand stand behind the others.
  var probes = ProbeSchedule()
  /// Order of a loading among the events of its second.
  ///
  /// Cargo that comes in the second of a cut-off makes it, as in the timetable.
  let loadingPriority = EventEngine.usualPriority + 1
  var steps: [LotStep] = []
  /// Step → least seconds from its begin to the delivery.
  var restSeconds: [Int64] = []
  /// Path → its first step, and the steps of its seats.
  var firstStep: [Int32] = []
  var seats: [[Int32]] = []
  /// Neighbours: each seat of each service as a step, those between which cargo may choose side by side.
  var neighbours = SeatTable()
  var elementsOfPath: [[Int32]] = []
  /// Path → fen and grams of one consignment, seats left out; sums of `WeighedCharge`.
  var pathCost: [Int64] = []
  var pathCO2e: [Int64] = []
  /// Hold → what a lot takes of it.
  var lotUnits = [Int64](repeating: 0, count: Hold.allCases.count)
  /// Seconds that a shipper waits at most for room on one way while another has some.
  let longestWait: Int64
  // Others.
  var backgrounds: [BackgroundSpec] = []
  /// Profile → hour since the start → factor, whose mean over a year is 1.
  var weights: [[Float]] = []
  /// Profile and time zone → row of `weights`.
  var weightOf: [ProfileKey: Int32] = [:]
  var gaps: [Int: Sampler] = [:]
  private let gammaOfLateness = Sampler(.gamma(mean: 1, shape: 1.2))
  // What may close.
  var closables: [Closable] = []
  var closableOf: [NetworkElement: Int32] = [:]
  var events: [EventSpec] = []
  var eventNames: [UInt64] = []
  let placeNames: [UInt64]
  /// Day since the start → months since year 0 in the home zone.
  var monthOfDay: [Int] = []
  let owners: OwnerBook

  struct StationKey: Hashable {
    var place: ID<Place>
    var kind: ResourceKind
  }

  struct ProfileKey: Hashable {
    var profile: Int
    var zone: String
  }

  struct DemandSpec: Sendable {
    var name: UInt64
    var origin = ID<Place>(0)
    var lotsPerHour: Double
    var profile: Int32
    var tonnes: Double
    var kilograms: Int64
    /// Kilograms, or thousandths of a TEU, in a hold.
    var units: Int64
    /// What a departure must have left to take it: `units`, but for probes.
    var roomWanted: Int64
    var hold: Int
    var classNumber: Int
    /// Consignments of a lot.
    var consignments: Double
    var lane: Int
    /// Fen an hour of one consignment, where generalized cost chooses its way; nil where time does.
    var valueOfTime: Int64?
    /// Seconds that cargo left behind waits before another way is looked for.
    var patience: Int64
    var hasWay: Bool
    var storageFenPerDay: Double
    var tierSeconds: Int64
    var destination: ID<Place>?
  }

  struct BackgroundSpec: Sendable {
    var name: UInt64
    var chain: [Int32]
    var workSeconds: Double
    var sigma: Double
    var units: UInt32
    var stages: Int
    var meanGapSeconds: Double
    var profile: Int32
  }

  struct Closable: Sendable {
    var element: NetworkElement
    var stations: [Int32] = []
    var dated: [Shut] = []
    var owner: Int32 = -1
  }

  /// Disruptions that strike together.
  struct EventSpec: Sendable {
    struct Part: Sendable {
      var element: Int
      var duration: OperationTime
      var recoverySeconds: Int64
    }
    var name: String
    var ratePerYear: Double
    var parts: [Part]
  }

  /// Compiles a network with the ways that the routing core planned for it.
  ///
  /// - Parameters:
  ///   - plans: Of the network, or of one that differs in nothing the ways depend on.
  ///   - network: With its closures.
  ///   - query: Time, servers and capacities that differ.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public init(_ plans: RoutePlans, _ network: Network, _ query: SimulationQuery) throws {
    self.plans = plans
    self.network = network
    warmup = Int64(query.warmupDays) * secondsPerDay
    end = warmup + Int64(query.days) * secondsPerDay
    start = plans.epoch + (-warmup)
    placeNames = network.places.map { RandomStream.name("place " + $0.id) }
    owners = OwnerBook(network)
    longestWait = Int64(network.parameter("book.wait_h", default: 72) * 3_600)
    try addClosables()
    addStations(query)
    try calendars.unroll(network, from: start, to: start + (end + 100 * secondsPerDay))
    closeStations()
    addMonths()
    try addServices(query)
    addDemands(query)
    addBackgrounds()
    let compiler = StepCompiler(self)
    for (path, size) in zip(plans.paths, plans.sizeOfPath) {
      add(path, size, plans.seats[size.consignment] ?? [:], compiler)
    }
  }

  /// Where the lots of a lane are ready whose times are counted: before twice its longest way from the end, or, where the run is
  /// not so long, always.
  func timedUntil(_ lane: ReplicationResult.Lane) -> Int64 {
    let last = end - 2 * lane.plannedSeconds
    return last > warmup ? last : end
  }

  func weight(_ profile: Int32, hour: Int) -> Double {
    guard profile >= 0 else { return 1 }
    let table = weights[Int(profile)]
    return hour < table.count ? Double(table[hour]) : 0
  }

  /// Quantile of the law of lateness with mean 1.
  func lateness(_ u: Double) -> Double { gammaOfLateness.value(at: u) }

  /// Quantile of an Erlang law with mean 1.
  func gap(_ stages: Int, at u: Double) -> Double { gaps[stages]?.value(at: u) ?? 1 }

  func nextOpen(_ calendar: Int, _ now: Int64) -> Int64 { calendars.nextOpen(calendar, now) }
  func nextClosed(_ calendar: Int, _ now: Int64) -> Int64 { calendars.nextClosed(calendar, now) }
  func nextDeparture(_ timetable: Int, _ time: Int64) -> Int64 {
    calendars.nextDeparture(timetable, time)
  }

  /// Compiles a way, whose lots choose at each seat among its neighbours.
  mutating func add(
    _ path: [PathStage], _ size: LotSize, _ seats: [SeatKey: [PathStage]],
    _ compiler: StepCompiler
  ) {
    var compiled = compiler.compile(path, size)
    firstStep.append(Int32(steps.count))
    for number in join(&compiled, path, size, seats, compiler) {
      self.seats[firstStep.count - 1].append(Int32(steps.count + number))
    }
    restSeconds += leastRest(of: compiled, neighbours)
    steps += compiled
    let moves = path.filter { $0.kind != .seat }
    pathCost.append(moves.reduce(0) { $0 + WeighedCharge.fen($1.cost) })
    pathCO2e.append(moves.reduce(0) { $0 + WeighedCharge.grams($1.co2e) })
    var touched: Set<Int32> = []
    for stage in path {
      for place in [stage.from, stage.to] {
        if let element = closableOf[.place(place)] { touched.insert(element) }
      }
      if let link = stage.link, let element = closableOf[.link(link)] { touched.insert(element) }
      if let service = stage.service {
        if let element = closableOf[.service(service)] { touched.insert(element) }
        for passage in network.services[service].passages {
          if let element = closableOf[.passage(passage)] { touched.insert(element) }
        }
      }
    }
    elementsOfPath.append(touched.sorted())
  }
}

/// Where lots wait for the departures of a service from one of its stops.
struct Room: Sendable {
  /// Row of the system's services.
  var service: Int
  var stop: Int
  /// Runs that leave here, by departure.
  var runs: [Int32]
  var departures: [Int64]
  /// A departure is loaded so long before it leaves: the shortest cut-off of its seats; each seat closes at its own.
  var cutoffSeconds: Int64
  /// First of its five owners of delay: next departure, cut-off, rollover, blank, lateness.
  var owner: Int32

  /// Day since the start → place in `departures` of its first or a later one.
  var firstOfDay: [Int32] = []

  /// Place in `departures` of the first not before a time.
  func firstRun(notBefore time: Int64) -> Int {
    let day = Int(time / secondsPerDay)
    guard time >= 0, day + 1 < firstOfDay.count else {
      return time < 0 ? 0 : departures.count
    }
    var low = Int(firstOfDay[day])
    var high = Int(firstOfDay[day + 1])
    while low < high {
      let middle = (low + high) / 2
      if departures[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
