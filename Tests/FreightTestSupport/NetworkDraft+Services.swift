// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

extension NetworkDraft {
  mutating func drawServices() {
    for territory in network.territories.indices {
      network.carriers.append(
        Carrier(
          id: "C\(territory)", nameEN: "", nameZH: "", homes: [ID(territory)],
          provenance: Self.drawn))
    }
    network.carriers.append(
      Carrier(
        id: "C8", nameEN: "", nameZH: "", homes: network.territories.indices.map { ID($0) },
        provenance: Self.drawn))
    network.carriers.append(
      Carrier(id: "C9", nameEN: "", nameZH: "", homes: [], provenance: Self.drawn))
    network.slotRules = ["R0", "R1"].map { id in
      SlotRule(
        id: id, dayOrder: Weekday.allCases.shuffled(using: &random),
        timeOrder: [[3_600, 41_400], [52_200, 8_100, 79_200], [36_000]][random.integer(0..<3)],
        provenance: Self.drawn)
    }
    let terminals = network.terminals.map(\.place).filter { !network.places[$0].kind.isPassage }
    // One rare service to each territory abroad, then any, some of them twice at two prices.
    let abroad = terminals.filter { terminal in
      terminal.index < 2 * network.territories.count
        && network.places[terminal].territory != network.places[origin].territory
    }
    let remotePlaces = places { $0.territory == self.remote }
    let trunks =
      abroad.filter { !remotePlaces.contains($0) } + abroad.filter(remotePlaces.contains)
    for index in 0..<max(trunks.count + 3, random.integer(5..<10)) {
      if index < trunks.count {
        network.services.append(drawTrunk(index, to: trunks[index]))
      } else if index == trunks.count, let home = homeTerminal() {
        network.services.append(drawTemptation(index, [home, trunks[0]]))
      } else if index == trunks.count + 1, let home = homeTerminal() {
        network.services.append(drawWorkhorse(index, [home, trunks[0]]))
      } else if random.chance(20) {
        var twin = network.services[index - 1]
        twin.id = "S\(index)"
        twin.serviceType = random.pick(["fast", "slow", ""])
        network.services.append(twin)
      } else {
        let near = terminals.filter { !remotePlaces.contains($0) }
        network.services.append(
          drawService(index, random.chance(5) || near.count < 2 ? terminals : near))
      }
      drawExceptions(ID(index))
    }
    for _ in 0..<random.integer(0..<4) {
      let service = random.integer(0..<network.services.count)
      let calls = network.services[service].stops.filter { !$0.isPassage }
      network.rights.append(
        TrafficRight(
          carrier: network.services[service].carrier,
          service: random.chance(50) ? ID(service) : nil, from: calls[0].place,
          to: calls[calls.count - 1].place, freedom: 7, provenance: Self.drawn))
    }
  }

  private func homeTerminal() -> ID<Place>? {
    network.terminals.map(\.place).first {
      $0.index < 2 * network.territories.count
        && network.places[$0].territory == network.places[origin].territory
    }
  }

  /// A frequent service whose carrier is mostly a stranger at both ends.
  private mutating func drawTemptation(_ index: Int, _ route: [ID<Place>]) -> Service {
    var service = drawService(index, route)
    service.stops = []
    service.departures = []
    service.frequencyPerWeek = random.pick([4, 7, 9])
    service.slotRule = ID(0)
    drawStops(of: &service, route: route, passed: [])
    service.status = .live
    service.passages = []
    service.validFrom = nil
    service.validTo = nil
    if random.chance(88) { service.carrier = ID(network.territories.count + 1) }
    return service
  }

  /// A frequent slow service that may carry, with a long cut-off.
  private mutating func drawWorkhorse(_ index: Int, _ route: [ID<Place>]) -> Service {
    var service = drawTemptation(index, route)
    service.carrier = ID(network.territories.count)
    service.cutoffSeconds = seconds(hours: 8...22)
    service.stops[1].arrivalLocal = nil
    service.stops[1].arrivalSeconds = seconds(hours: 30...60)
    return service
  }

  private mutating func drawTrunk(_ index: Int, to terminal: ID<Place>) -> Service {
    var service = drawService(index, [homeTerminal() ?? terminal, terminal])
    if random.chance(95) {
      service.departures = []
      service.frequencyPerWeek = random.pick([0.25, 0.25, 0.25, 0.5])
      service.slotRule = ID(random.integer(0..<2))
      let stops = service.stops
      service.stops = []
      drawStops(
        of: &service, route: stops.map(\.place),
        passed: Set(stops.indices.filter { stops[$0].isPassage }))
    }
    service.carrier = ID(random.pick([network.territories.count, terminal.index / 2]))
    service.status = random.chance(90) ? .live : .unconfirmed
    if random.chance(50) { service.cutoffSeconds = seconds(hours: 24...60) }
    service.validFrom = nil
    service.validTo = nil
    for cargoClass in CargoClass.allCases {
      service.capacity[cargoClass] = Service.Capacity(amount: 20, unit: "t", quality: .assumed)
    }
    return service
  }

  private mutating func drawService(_ index: Int, _ terminals: [ID<Place>]) -> Service {
    var route = terminals.shuffled(using: &random)
    let home = terminals.filter { network.places[$0].territory == network.places[origin].territory }
    if let first = home.randomElement(using: &random), random.chance(65) {
      route.removeAll { $0 == first }
      route.insert(first, at: 0)
    }
    route = Array(route.prefix(random.pick([2, 2, 2, 3, 3, 4])))
    let passages = places { $0.kind.isPassage }
    var passed: Set<Int> = []
    if let passage = passages.randomElement(using: &random), random.chance(35), route.count > 1 {
      route.insert(passage, at: 1)
      passed.insert(1)
    }
    let ends = [route[0], route[route.count - 1]].map { network.places[$0].territory.index }
    // Most services have no right to their whole way the right unless one is granted.
    let strangers =
      network.territories.indices.filter { !ends.contains($0) } + [network.territories.count + 1]
    let carrier =
      random.chance(60) ? random.pick(strangers) : random.pick(ends + [network.territories.count])
    var service = Service(
      id: "S\(index)", mode: random.pick([.air, .air, .air, .rail, .sea, .river, .road]),
      serviceType: random.pick(["", "fast", "slow"]), carrier: ID(carrier),
      status: random.pick([.live, .live, .live, .live, .live, .unconfirmed, .suspended]),
      stops: [], capacity: [:], provenance: Self.drawn)
    for cargoClass in CargoClass.allCases where random.chance(88) {
      service.capacity[cargoClass] = Service.Capacity(amount: 20, unit: "t", quality: .assumed)
    }
    if random.chance(70) { service.cutoffSeconds = seconds(hours: 4...30) }
    if random.chance(40) { service.releaseSeconds = seconds(hours: 0...8) }
    service.customsTransit = random.chance(30)
    service.isAssumedInterline = random.chance(10)
    if random.chance(15) { service.passages = [random.pick(["suez", "malacca"])] }
    if random.chance(10) { service.validFrom = network.header.referenceWeek + 3 }
    if random.chance(10) { service.validTo = network.header.referenceWeek + 9 }
    drawDepartures(of: &service)
    drawStops(of: &service, route: route, passed: passed)
    return service
  }

  private mutating func drawDepartures(of service: inout Service) {
    if random.chance(40) {
      service.frequencyPerWeek = random.pick([0, 0.25, 0.25, 0.5, 0.5, 1, 1.1, 2, 3.5, 7, 9, 16])
      service.slotRule = ID(random.integer(0..<2))
      service.slotPhase = random.integer(0..<7)
      service.phaseWeek = random.integer(0..<4)
      return
    }
    // Rare departures make the waits of more than a week.
    let period = random.pick([1, 1, 1, 2, 3, 4])
    for _ in 0..<random.pick([1, 1, 2]) {
      let days =
        random.chance(10)
        ? Departure.Days.date(network.header.referenceWeek + Int64(random.integer(0..<21)))
        : .weekly(
          Set((0..<random.integer(1..<4)).map { _ in random.pick(Weekday.allCases) }),
          periodWeeks: period, phaseWeek: random.integer(0..<4))
      service.departures.append(
        Departure(
          days: days, secondOfDay: random.integer(0..<96) * 900, provenance: Self.drawn))
    }
  }

  private mutating func drawStops(
    of service: inout Service, route: [ID<Place>], passed: Set<Int>
  ) {
    // Published local times only where all departures of a service leave at one time.
    let isOneTime =
      service.departures.isEmpty
      ? service.frequencyPerWeek ?? 0 <= 7 : service.departures.count == 1
    let isLocal = random.chance(70) && isOneTime
    let leaves = usualTime(of: service)
    let start = offset(route[0])
    var elapsed: Int64 = 0
    for (index, place) in route.enumerated() {
      var stop = StopTime(
        place: place, isPassage: passed.contains(index), provenance: Self.drawn)
      let arrive = elapsed
      let depart = elapsed + seconds(hours: 3...8)
      let shift = leaves + (offset(place) - start) * 3_600
      if index > 0 {
        if isLocal { stop.arrivalLocal = Int(arrive) + shift } else { stop.arrivalSeconds = arrive }
      }
      if index > 0, index < route.count - 1 {
        if isLocal {
          stop.departureLocal = Int(depart) + shift
        } else {
          stop.departureSeconds = depart
        }
      }
      if index == 0 { stop.departureSeconds = 0 }
      elapsed = (index == 0 ? 0 : depart) + seconds(hours: 3...random.pick([12, 30, 90]))
      service.stops.append(stop)
    }
  }

  private func usualTime(of service: Service) -> Int {
    service.departures.first?.secondOfDay
      ?? service.slotRule.map { network.slotRules[$0].timeOrder[0] } ?? 0
  }

  /// Hours ahead of UTC in winter.
  private func offset(_ place: ID<Place>) -> Int {
    network.places[place].timeZone == "America/New_York"
      ? -5 : regions[network.places[place].territory.index].standardOffset
  }

  private mutating func drawExceptions(_ id: ID<Service>) {
    guard random.chance(20) else { return }
    let date = network.header.referenceWeek + Int64(random.integer(0..<12))
    // An added departure leaves when the service always leaves, which its local times count on.
    let time = usualTime(of: network.services[id])
    for action in [ServiceException.Action.cancel, .add(secondOfDay: time)] where random.chance(60)
    {
      network.serviceExceptions.append(
        ServiceException(service: id, date: date, action: action, provenance: Self.drawn))
    }
  }
}
