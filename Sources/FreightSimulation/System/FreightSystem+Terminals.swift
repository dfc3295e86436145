// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Glibc
import Quantities
import Stochastics

/// Stations, what may close, others' traffic.
extension FreightSystem {
  mutating func addClosables() throws {
    func number(_ element: NetworkElement) -> Int {
      if let known = closableOf[element] { return Int(known) }
      closableOf[element] = Int32(closables.count)
      var closable = Closable(element: element)
      let at: ID<Place>? =
        switch element {
        case .place(let place): place
        case .link(let link): network.links[link].from
        case .passage, .service: nil
        }
      closable.owner = at.map { owners.place($0, .closure) } ?? -1
      // Of a service that is withdrawn, the blank sailings from its first stop.
      if case .service(let service) = element { closable.owner = owners.room(service, 0) + 3 }
      closables.append(closable)
      return closables.count - 1
    }
    for closure in network.closures where !closure.isForEver {
      let zone = try TimeZoneRules.load(network.timeZone(of: closure.element))
      let windows = closure.windows(in: zone, from: start, to: start + end * 2)
        // What was over before the run begins closes nothing in it.
        .filter { $0.upperBound > start }
      guard !windows.isEmpty else { continue }
      let element = number(closure.element)
      let recovery = network.disruptions.first { $0.element == closure.element }?.recoverySeconds
      for window in windows {
        closables[element].dated.append(
          Shut(
            start: max(0, window.lowerBound - start), end: min(window.upperBound - start, end * 2),
            recovery: recovery ?? 0))
      }
    }
    var numberOfEvent: [String: Int] = [:]
    for disruption in network.disruptions {
      let name = disruption.event.isEmpty ? disruption.id : disruption.event
      if numberOfEvent[name] == nil {
        numberOfEvent[name] = events.count
        events.append(EventSpec(name: name, ratePerYear: disruption.ratePerYear, parts: []))
      }
      let part = EventSpec.Part(
        element: number(disruption.element), duration: disruption.duration,
        recoverySeconds: disruption.recoverySeconds)
      events[numberOfEvent[name] ?? 0].parts.append(part)
    }
    eventNames = events.map { RandomStream.name("event " + $0.name) }
  }

  mutating func addStations(_ query: SimulationQuery) {
    for (row, resource) in network.resources.enumerated() {
      let scale = resource.kind.isStore ? 10 : 1
      let servers = resource.servers + query.extraServers[row, default: 0]
      let cv = resource.serviceCV
      let perWork = resource.kind.isPlaces ? 3_600 : 3_600 / resource.rate
      stationsAt[StationKey(place: resource.place, kind: resource.kind), default: []].append(
        Int32(stations.count))
      stations.append(
        StationSpec(
          resource: row, kind: resource.kind, place: resource.place, servers: servers * scale,
          scale: scale, secondsPerWork: perWork, sigma: log(1 + cv * cv).squareRoot(),
          roomLimit: nil, shifts: nil,
          breakdown: resource.breakdown.map { ($0.meanUpHours, $0.meanRepairHours) }))
    }
    addPools()
    ownerOfStation = stations.map { owners.resource($0.resource) }
    stationNames = stations.map {
      RandomStream.name("resource " + network.resources[$0.resource].id)
    }
    let free = Dictionary(network.terminals.map { ($0.place, $0.freeStorageDays ?? 0) }) { a, _ in a
    }
    freeDays = stations.map { free[$0.place] ?? 0 }
    for station in stations.indices where stations[station].kind == .yard {
      // The gate keeps what the yard has no room for.
      if pool(.gateLane, at: stations[station].place) != nil {
        stations[station].roomLimit = 0
      }
    }
  }

  mutating func closeStations() {
    elementOfStation = stations.map { closableOf[.place($0.place)] ?? -1 }
    for station in stations.indices {
      let spec = stations[station]
      let shifts = calendars.hours(
        network.resources[spec.resource].shifts, at: network.places[spec.place])
      if shifts >= 0 { stations[station].shifts = shifts }
      if let element = closableOf[.place(spec.place)] {
        closables[Int(element)].stations.append(Int32(station))
      }
    }
  }

  /// The stations of some kinds at a place as one pool; nil where there is none.
  func pool(_ kinds: [ResourceKind], at place: ID<Place>) -> Int32? {
    poolOf[kinds.flatMap { stationsAt[StationKey(place: place, kind: $0)] ?? [] }]
  }

  func pool(_ kind: ResourceKind, at place: ID<Place>) -> Int32? { pool([kind], at: place) }

  /// The station that stands for a pool: of its kinds and places all are alike.
  func first(ofPool pool: Int32) -> StationSpec { stations[Int(pools[Int(pool)][0])] }

  func kind(ofPool pool: Int32) -> ResourceKind { first(ofPool: pool).kind }

  /// The pool of one station alone.
  func pool(ofStation station: Int32) -> Int32 { poolOf[[station]] ?? -1 }

  /// Makes a pool of all stations of a kind at a place, of stackers and gantry cranes together, and of each station alone.
  ///
  /// Their order is by what they do, so that an id changes nothing.
  private mutating func addPools() {
    func isBefore(_ a: Int32, _ b: Int32) -> Bool {
      let (one, other) = (stations[Int(a)], stations[Int(b)])
      return (one.secondsPerWork, other.servers, one.sigma, a)
        < (other.secondsPerWork, one.servers, other.sigma, b)
    }
    for key in stationsAt.keys { stationsAt[key]?.sort(by: isBefore) }
    let pairs: [[ResourceKind]] =
      ResourceKind.allCases.map { [$0] } + [
        [.reachStacker, .gantryCrane]
      ]
    for place in Set(stations.map(\.place)).sorted() {
      for kinds in pairs {
        addPool(kinds.flatMap { stationsAt[StationKey(place: place, kind: $0)] ?? [] })
      }
    }
    for station in stations.indices { addPool([Int32(station)]) }
  }

  private mutating func addPool(_ members: [Int32]) {
    guard !members.isEmpty, poolOf[members] == nil else { return }
    poolOf[members] = Int32(pools.count)
    pools.append(members)
  }

  /// What a ship passes on its way to a berth here and the cranes that work it, what a flight passes on its way to a stand, in order: pools of stations.
  func vehicleChain(at place: ID<Place>, _ mode: Mode, isPassage: Bool) -> [Int32] {
    let kinds: [ResourceKind] =
      switch mode {
      case .sea, .river:
        isPassage ? [.lockChamber] : [.anchorage, .tideWindow, .berth, .pilot, .crane]
      case .air: [.stand]
      case .rail: isPassage ? [.gaugeChange] : [.siding, .trainSlot]
      case .road: []
      }
    // Who has no berth to take waits at no anchorage, and is worked by no crane.
    let chain = kinds.compactMap { pool($0, at: place) }
    let hasBerth = chain.contains { kind(ofPool: $0) == .berth }
    return chain.filter { hasBerth || ![.anchorage, .crane].contains(kind(ofPool: $0)) }
  }

  mutating func addBackgrounds() {
    for background in network.backgrounds {
      let station = Int32(background.resource.index)
      let spec = stations[Int(station)]
      // Ships wait for a berth at anchor; their pilots are others' traffic of their own.
      let anchorage = spec.kind == .berth ? pool(.anchorage, at: spec.place) : nil
      let chain = (anchorage.map { [pools[Int($0)][0]] } ?? []) + [station]
      let cv = background.workCV
      // Work is shared by the servers that do it; who holds places holds all of them as long.
      let perWork =
        spec.kind.isPlaces ? spec.secondsPerWork : spec.secondsPerWork / Double(background.units)
      backgrounds.append(
        BackgroundSpec(
          name: RandomStream.name("background " + background.id), chain: chain,
          workSeconds: background.meanWork * perWork,
          sigma: log(1 + cv * cv).squareRoot(), units: UInt32(background.units * spec.scale),
          stages: background.arrivalStages,
          meanGapSeconds: Double(365 * secondsPerDay) / background.arrivalsPerYear,
          profile: weights(background.profile, at: spec.place)))
      if gaps[background.arrivalStages] == nil {
        gaps[background.arrivalStages] = Sampler(
          .gamma(mean: 1, shape: Double(background.arrivalStages)))
      }
    }
  }

  /// Row of the factors of a profile in the local time of a place; -1 for evenly.
  mutating func weights(_ profile: ID<Profile>?, at place: ID<Place>) -> Int32 {
    guard let profile else { return -1 }
    let key = ProfileKey(profile: profile.index, zone: network.places[place].timeZone)
    if let known = weightOf[key] { return known }
    let row = Int32(weights.count)
    weightOf[key] = row
    weights.append(factors(network.profiles[profile], calendars.zones[key.zone]))
    return row
  }

  /// Factor of every hour since the start, whose mean over a year from the end of the warm-up is 1.
  private func factors(_ profile: Profile, _ zone: TimeZoneRules?) -> [Float] {
    let hours = max(
      Int(end / secondsPerHour) + 1, Int(warmup / secondsPerHour) + 8_736)
    let factors = (0..<hours).map { hour in
      let local = zone?.local(start + Int64(hour) * secondsPerHour)
      let date = local?.date ?? network.header.referenceWeek
      return Float(
        profile.factor(
          hour: (local?.secondOfDay ?? 0) / 3_600, weekday: date.weekday.rawValue,
          week: isoWeek(date)))
    }
    let year = factors[Int(warmup / secondsPerHour)...].prefix(8_736)
    let mean = year.reduce(0, +) / Float(max(1, year.count))
    return mean > 0 ? factors.map { $0 / mean } : factors
  }

  mutating func addMonths() {
    let zone = calendars.zones[network.header.homeTimeZone]
    monthOfDay = (0...Int(end / secondsPerDay)).map { day in
      let instant = start + Int64(day) * secondsPerDay
      let date = (zone?.local(instant).date ?? network.header.referenceWeek).yearMonthDay
      return 12 * date.year + date.month - 1
    }
  }

  /// ISO 8601 week, 1…53: that of the date's Thursday.
  private func isoWeek(_ date: CivilDate) -> Int {
    let thursday = date + Int64(4 - date.weekday.rawValue)
    guard let newYear = CivilDate(year: thursday.yearMonthDay.year, month: 1, day: 1) else {
      return 1
    }
    return Int((thursday.dayNumber - newYear.dayNumber) / 7) + 1
  }
}
