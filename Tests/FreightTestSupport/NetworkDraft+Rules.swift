// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

extension NetworkDraft {
  mutating func drawHours() {
    let office = Weekday.monday...Weekday.friday
    let holiday = network.header.referenceWeek + Int64(random.integer(0..<9))
    let intervals: [(id: String, days: [Weekday], [Range<Int>])] = [
      ("H0", Weekday.allCases.filter { office.contains($0) }, [32_400..<61_200]),
      ("H1", Weekday.allCases, [28_800..<72_000]),
      ("H2", Weekday.allCases, [0..<21_600, 79_200..<86_400]),
      ("H3", [.tuesday, .thursday, .sunday], [3_600..<9_000, 36_000..<50_400]),
    ]
    for (id, days, ranges) in intervals {
      var hours = OpeningHours(
        id: id, week: Weekday.allCases.map { days.contains($0) ? ranges : [] },
        provenance: Self.drawn)
      if random.chance(50) {
        hours.exceptions[holiday] = random.chance(50) ? [] : [43_200..<46_800]
      }
      network.openingHours.append(hours)
    }
    for id in places(where: { !$0.kind.isDemand }) {
      let place = network.places[id]
      let main: Mode =
        switch place.kind {
        case .airport, .airCargoTerminal, .ehub: .air
        case .seaport: .sea
        case .railTerminal: .rail
        case .riverPort: .river
        default: .road
        }
      // A border post or lock is mostly passed at once.
      guard !place.kind.isPassage || random.chance(80) else { continue }
      network.terminals.append(
        Terminal(
          place: id, modes: main == .road ? [.road] : [main, .road],
          gateHours: random.chance(place.kind.isPassage ? 70 : 35) ? hours() : nil,
          hasCustoms: !place.kind.isPassage
            && (id.index < 2 * regions.count || random.chance(80)),
          customsHours: random.chance(30) ? hours() : nil, provenance: Self.drawn))
    }
  }

  private mutating func hours() -> ID<OpeningHours> {
    ID(random.integer(0..<network.openingHours.count))
  }

  mutating func drawWays() {
    let isAnywhere = random.chance(10)
    let usable = places { $0.kind != .lock && (isAnywhere || $0.territory != self.remote) }
    for index in 0..<random.integer(1..<6) {
      let from = random.pick(usable)
      let to = random.pick(usable)
      guard from != to else { continue }
      let mode = random.pick([Mode.road, .road, .road, .rail, .sea, .air])
      let isBorder = areaCode(from) != areaCode(to)
      network.links.append(
        Link(
          id: "L\(index)", mode: mode, from: from, to: to,
          distanceKM: random.real(20...(random.chance(60) ? 140 : 420)),
          seconds: seconds(hours: 1...9), carries: mode == .road,
          oneWay: !isBorder && random.chance(20), provenance: Self.drawn))
    }
    for ehub in places(where: { $0.kind == .ehub }) {
      let airports = places {
        $0.kind == .airport && $0.territory == self.network.places[ehub].territory
      }
      guard let airport = airports.first else { continue }
      network.hubs.append(
        HubRule(
          ehub: ehub, airport: airport, releaseSeconds: seconds(hours: 0...3),
          provenance: Self.drawn))
      let isJoined = network.links.contains { Set([$0.from, $0.to]) == Set([airport, ehub]) }
      if !isJoined {
        network.links.append(
          Link(
            id: "LH\(ehub.index)", mode: .road, from: airport, to: ehub,
            distanceKM: random.real(5...60), seconds: seconds(hours: 1...2), carries: true,
            provenance: Self.drawn))
      }
    }
    if random.chance(30) {
      let here = places { $0.territory == self.network.places[self.origin].territory }
      for (a, b) in zip(here, here.dropFirst()) where random.chance(50) {
        let (from, to) = (network.places[a], network.places[b])
        let north = (from.latitude - to.latitude) * 111.3
        let east = (from.longitude - to.longitude) * 111.3
        let km = (north * north + east * east).squareRoot() * random.real(1.01...1.7)
        network.roadDistances[Network.PlacePair(a, b)] = km
        network.roadDistances[Network.PlacePair(b, a)] = km
      }
    }
  }

  mutating func drawRules() {
    for mode in Mode.allCases where random.chance(85) {
      for isDomestic in [false, true] {
        for type in ["", "fast"] where type.isEmpty || random.chance(30) {
          network.modeRules.append(
            ModeRule(
              mode: mode, serviceType: type, isDomestic: isDomestic,
              cutoffSeconds: seconds(hours: 1...10), releaseSeconds: seconds(hours: 0...8),
              provenance: Self.drawn))
        }
      }
    }
    drawRoadRules()
    drawClearances()
    for operation in DoorRule.Operation.allCases {
      for territory in ["*"] + regions.map(\.code) where territory == "*" || random.chance(30) {
        for cargoClass in [nil, CargoClass.parcel] where random.chance(70) {
          network.doors.append(
            DoorRule(
              operation: operation, territory: territory, cargoClass: cargoClass,
              time: OperationTime(medianSeconds: seconds(hours: 0...3)),
              hours: random.chance(75) ? hours() : nil, cost: charge(), co2e: charge(),
              provenance: Self.drawn))
        }
      }
    }
    for kind in [PlaceKind.airport, .seaport, .railTerminal, .riverPort] where random.chance(60) {
      let main: Mode =
        [.airport: .air, .seaport: .sea, .railTerminal: .rail][kind] ?? .river
      for cargoClass in [nil, CargoClass.fcl] where random.chance(60) {
        network.handlings.append(
          Handling(
            place: nil, placeKind: kind, inbound: main, outbound: .road, cargoClass: cargoClass,
            time: OperationTime(medianSeconds: seconds(hours: 0...4)), cost: charge(),
            co2e: charge(), provenance: Self.drawn))
      }
    }
  }

  private mutating func drawRoadRules() {
    for territory in ["*", regions[0].code] where random.chance(70) {
      for (upTo, speed) in [(30.0, 35.0), (150, 55), (100_000, 78)] {
        network.roadRules.append(
          RoadRule(
            territory: territory, upToKM: upTo, circuity: random.real(1.1...1.5),
            speedKMH: speed * random.real(0.8...1.1), provenance: Self.drawn))
      }
    }
    for territory in ["*", regions[regions.count - 1].area] where random.chance(60) {
      network.driverRules.append(
        DriverRule(
          territory: territory, breakAfterSeconds: 3_600 * Int64(random.integer(2..<5)),
          breakSeconds: 900 * Int64(random.integer(1..<4)), dailySeconds: 14_400,
          restSeconds: 39_600, twoDriversOverDaily: random.chance(50), provenance: Self.drawn))
    }
    for (id, kind) in [("N0", nil), ("N1", PlaceKind.ehub)] where random.chance(80) {
      network.lineHauls.append(
        LineHaulRule(
          id: id, territory: random.pick(["*", regions[0].code]), fromKind: kind,
          classes: random.pick([[.parcel, .air, .lcl], [.parcel]]), maxMassKG: 1_000,
          minDistanceKM: random.pick([100, 150, 150]), maxDistanceKM: random.pick([250, 800]),
          departures: random.pick([[7_200, 36_000, 79_200], [9_000], [64_800]]),
          cutoffSeconds: seconds(hours: 0...3), releaseSeconds: seconds(hours: 0...3),
          provenance: Self.drawn))
    }
  }

  private mutating func drawClearances() {
    for direction in ClearanceRule.Direction.allCases {
      let scopes = ["*"] + regions.flatMap { [$0.code, $0.area] }
      for (index, territory) in scopes.enumerated() where index == 0 || random.chance(20) {
        let median = seconds(hours: 0...14)
        var rule = ClearanceRule(
          id: "\(direction)\(index)", direction: direction, territory: territory,
          time: OperationTime(
            medianSeconds: median, lowSeconds: median / 2, highSeconds: median * 3),
          hours: random.chance(40) ? hours() : nil, cost: charge(), provenance: Self.drawn)
        switch random.integer(0..<6) {
        case 0: rule.placeKind = random.pick([.ehub, .airport])
        case 1 where index > 0: rule.place = random.pick(places { !$0.kind.isDemand })
        case 2: rule.exportMode = .directParcel
        case 3: rule.cargoClass = .parcel
        default: break
        }
        network.clearances.append(rule)
        if index == 0 {
          rule.placeKind = nil
          rule.exportMode = nil
          rule.cargoClass = nil
          rule.id += "-general"
          rule.time = OperationTime(medianSeconds: seconds(hours: 0...10))
          network.clearances.append(rule)
        }
      }
    }
    network.clearances.sort { $0.id < $1.id }
  }

  private mutating func charge() -> Charge {
    Charge(fixed: random.real(0...90), perKilogram: random.real(0...2), perTEU: random.real(0...80))
  }
}
