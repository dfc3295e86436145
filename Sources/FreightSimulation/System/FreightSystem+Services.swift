// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities
import Stochastics

/// Services with their departures, holds and rooms; demand.
extension FreightSystem {
  /// Departures after the end can still be booked, so that the last lots do as the first.
  static let bookableSeconds: Int64 = 60 * secondsPerDay

  mutating func addServices(_ query: SimulationQuery) throws {
    let exceptions = Dictionary(grouping: network.serviceExceptions, by: \.service)
    let names = network.services.map { RandomStream.name("service " + $0.id) }
    serviceNumber = [Int32](repeating: -1, count: network.services.count)
    let punctuality = Punctuality(network)
    for row in network.services.indices {
      let id = ID<Service>(row)
      guard
        var runs = ServiceRuns(
          id, in: network, exceptions: exceptions[id] ?? [], calendars: calendars, start: start,
          end: start + (end + Self.bookableSeconds))
      else { continue }
      let service = network.services[row]
      equip(&runs, service, punctuality, query.capacityFactors[id] ?? 1)
      serviceNumber[row] = Int32(services.count)
      firstRun.append(runCount)
      runCount += runs.count
      nameRuns(runs, names[row])
      firstRoom.append(rooms.count)
      for stop in runs.stops.indices { addRoom(services.count, runs, stop) }
      services.append(runs)
    }
  }

  /// Names the luck of each run by its service, the local date on which it sets out, and its number among those of that date.
  ///
  /// So another minute of departure changes no luck.
  private mutating func nameRuns(_ runs: ServiceRuns, _ service: UInt64) {
    let zone = calendars.zones[network.places[runs.stops[0]].timeZone]
    var numberOnDate: [Int64: UInt64] = [:]
    let order = (0..<runs.count).sorted {
      (runs.departure($0, 0), $0) < (runs.departure($1, 0), $1)
    }
    var names = [UInt64](repeating: 0, count: runs.count)
    for run in order {
      let instant = start + runs.departure(run, 0)
      let date = (zone?.local(instant).date ?? network.header.referenceWeek).dayNumber
      let number = numberOnDate[date, default: 0]
      numberOnDate[date] = number + 1
      names[run] = RandomStream.name(
        RandomStream.name(service, UInt64(bitPattern: date)), number)
    }
    runNames += names
  }

  private mutating func equip(
    _ runs: inout ServiceRuns, _ service: Service, _ punctuality: Punctuality, _ factor: Double
  ) {
    for (stop, place) in runs.stops.enumerated() {
      let chain = vehicleChain(at: place, service.mode, isPassage: runs.isPassage[stop])
      runs.stations[stop] = chain
      runs.placeElements[stop] = closableOf[.place(place)] ?? -1
      guard chain.contains(where: { self.kind(ofPool: $0).isPlaces }) else { continue }
      runs.staySeconds[stop] = staySeconds(service)
    }
    let kind = callKind(service)
    runs.craneMoves = network.parameter("call.moves.\(kind.name)", default: 0)
    runs.cranes = Int(network.parameter("call.cranes.\(kind.name)", default: kind.cranes))
    var stay = runs.staySeconds[0]
    if let crane = runs.stations[0].first(where: { self.kind(ofPool: $0) == .crane }) {
      let spec = first(ofPool: crane)
      stay += runs.craneMoves * spec.secondsPerWork / Double(spec.workers(of: runs.cranes))
    }
    if !runs.stations[0].isEmpty {
      // A vehicle is there early enough to be handled half as long again, with its pilot.
      let pilot = runs.stations[0].first { self.kind(ofPool: $0) == .pilot }
      let pilotSeconds = pilot.map { first(ofPool: $0).secondsPerWork } ?? 0
      runs.leadSeconds = Int64(stay * 1.5 + pilotSeconds)
    }
    for hold in Hold.allCases {
      runs.capacity[hold.rawValue] = Int64(Double(runs.capacity[hold.rawValue]) * factor)
    }
    loads.append(bookedByOthers(runs, service))
    runs.latenessMean = punctuality.latenessSeconds(service)
    runs.blankShare = network.parameter(
      "blank.\(service.serviceType == "barge" ? "barge" : service.mode.rawValue)", default: 0)
    runs.passages = service.passages.compactMap { closableOf[.passage($0)] }
    runs.ownElement = closableOf[.service(runs.service)] ?? -1
  }

  /// Class and section → others' share: of the row for the terminal where the section begins.
  private func bookedByOthers(_ runs: ServiceRuns, _ service: Service) -> [LoadShare] {
    Hold.allCases.flatMap { hold in
      (0..<runs.sections).map { section in
        guard let cargoClass = hold.cargoClass,
          let load = network.backgroundLoad(
            mode: service.mode, serviceType: service.serviceType, from: runs.stops[section],
            of: cargoClass)
        else { return LoadShare() }
        return LoadShare(low: load.low, mode: load.share, high: load.high)
      }
    }
  }

  /// What parameters call a service's vehicles, and the cranes that work one where they do not say: three a ship, two a
  /// feeder, one a barge.
  private func callKind(_ service: Service) -> (name: String, cranes: Double) {
    switch service.mode {
    case .sea: service.serviceType == "feeder" ? ("feeder", 2) : ("sea", 3)
    case .river: ("barge", 1)
    case .air: ("aircraft", 0)
    case .rail: ("train", 0)
    case .road: ("truck", 0)
    }
  }

  /// Mean seconds of one call at a berth, a stand or a siding, beside what cranes work.
  private func staySeconds(_ service: Service) -> Double {
    network.parameter("port_stay.\(callKind(service).name)_h", default: 0) * 3_600
  }

  /// Share of calls that wait for the tide: of river craft, which meet the bore, all.
  func tideShare(_ vehicle: Vehicle) -> Double {
    network.services[services[Int(vehicle.service)].service].mode == .river
      ? 1 : network.parameter("tide.share", default: 0.05)
  }

  private mutating func addRoom(_ service: Int, _ runs: ServiceRuns, _ stop: Int) {
    var departures: [(run: Int32, time: Int64)] = []
    if !runs.isPassage[stop], stop + 1 < runs.stops.count {
      for run in 0..<runs.count where runs.departure(run, stop) != ServiceRuns.none {
        departures.append((Int32(run), runs.departure(run, stop)))
      }
      departures.sort { ($0.time, $0.run) < ($1.time, $1.run) }
    }
    rooms.append(
      Room(
        service: service, stop: stop, runs: departures.map(\.run),
        departures: departures.map(\.time), cutoffSeconds: -1,
        owner: owners.room(runs.service, stop)))
    rooms[rooms.count - 1].indexDays()
  }

  mutating func addDemands(_ query: SimulationQuery) {
    let names = network.demands.map { RandomStream.name("demand " + $0.id) }
    var targetsOfClass: [CargoClass: CityTargets] = [:]
    var laneOf: [LaneKey: Int] = [:]
    for (row, demand) in network.demands.enumerated() {
      let size = plans.sizes[row]
      defer { lotUnits[demands[row].hold] = max(lotUnits[demands[row].hold], demands[row].units) }
      let place = network.findPlace(demand.destination)
      let key = LaneKey(destination: demand.destination, cargoClass: demand.cargoClass)
      let isBox = demand.cargoClass == .fcl
      let targets = targetsOfClass[demand.cargoClass] ?? cityTargets(demand.cargoClass, query)
      targetsOfClass[demand.cargoClass] = targets
      // Bands of time say how long a lot took, not how long it may take.
      let target = targets.isBanded ? 0 : place.flatMap { targets.seconds(of: $0) } ?? 0
      if laneOf[key] == nil {
        laneOf[key] = lanes.count
        lanes.append(
          ReplicationResult.Lane(
            destination: place ?? demand.origin, cargoClass: demand.cargoClass,
            tierSeconds: target))
      }
      let lane = laneOf[key] ?? 0
      lanes[lane].plannedSeconds = max(lanes[lane].plannedSeconds, plans.longestSeconds(of: row))
      let isFast = demand.cargoClass == .parcel || demand.cargoClass == .air
      let units = Int64(((isBox ? size.teu : size.tonnes) * 1_000).rounded())
      let patience =
        isFast
        ? network.parameter("replan.wait_h", default: 24)
        : network.parameter("replan.sea_wait_h", default: 240)
      let perDay =
        demand.cargoClass == .fcl || demand.cargoClass == .lcl
        ? network.parameter("storage.sea_cny_teu_day", default: 0) * size.teu
        : network.parameter("storage.air_cny_t_day", default: 0) * size.tonnes
      demands.append(
        DemandSpec(
          name: names[row], origin: demand.origin,
          lotsPerHour: demand.tonnesPerYear / size.tonnes / 8_760,
          profile: weights(demand.profile, at: demand.origin), tonnes: size.tonnes,
          kilograms: Int64((size.tonnes * 1_000).rounded()),
          units: units, roomWanted: units, hold: Hold(demand.cargoClass).rawValue,
          classNumber: CargoClass.allCases.firstIndex(of: demand.cargoClass) ?? 0,
          consignments: size.consignments, lane: laneOf[key] ?? 0,
          valueOfTime: isFast
            ? nil : GeneralizedCost(of: size.consignment, in: network).valueOfTime.count,
          patience: Int64(patience * 3_600), hasWay: plans.unreachable[row] == nil && place != nil,
          storageFenPerDay: perDay * 100, tierSeconds: target, destination: place))
    }
  }

  private struct LaneKey: Hashable {
    var destination: String
    var cargoClass: CargoClass
  }

  /// The hours of the cities that a class is judged by.
  private func cityTargets(_ cargoClass: CargoClass, _ query: SimulationQuery) -> CityTargets {
    CityTargets(
      network,
      circle: query.circle ?? CityTargets.usualCircle(of: cargoClass, in: network),
      set: query.targetSet ?? CityTargets.usualSet(in: network))
  }
}

/// How late a mode's vehicles are on average.
struct Punctuality {
  private let network: Network

  init(_ network: Network) { self.network = network }

  func latenessSeconds(_ service: Service) -> Double {
    let hours: Double =
      switch service.mode {
      case .air: network.parameter("late.air", default: 0)
      case .rail: network.parameter("late.rail", default: 0)
      case .river: network.parameter("late.barge", default: 0)
      case .sea where service.serviceType == "feeder":
        network.parameter("late.feeder", default: network.parameter("sea.delay", default: 0) * 24)
      case .sea: network.parameter("sea.delay", default: 0) * 24
      case .road: 0
      }
    return hours * 3_600
  }

  /// Mean of the share by which a truck drives longer than planned.
  var truckShare: Double { network.parameter("late.truck", default: 0) }
}
