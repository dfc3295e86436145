// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

extension TimetableReader {
  func addRule(_ words: [String], to network: inout Network) {
    func span(_ text: String?) -> Int64 { Int64(Self.seconds(text ?? "0:00")) }
    func place(_ name: String) -> ID<Place> {
      guard let id = network.findPlace(name) else { preconditionFailure("no place \(name)") }
      return id
    }
    func number(_ text: String?) -> Double {
      Double((text ?? "0").replacing("km", with: "")) ?? 0
    }
    let id = words.joined(separator: " ")
    let options = Self.options(words)
    let cargoClass = options["class"].flatMap { CargoClass(rawValue: $0) }
    let kind = options["kind"].flatMap { PlaceKind(rawValue: $0) }
    let charge = Charge(fixed: number(options["cost"]))
    switch words[0] {
    case "road":
      network.links.append(
        Link(
          id: id, mode: .road, from: place(words[1]), to: place(words[2]),
          distanceKM: number(words[3]), seconds: span(words[4]), carries: true,
          oneWay: options["oneway"] != nil, provenance: Self.drawn))
    case "pickup", "delivery":
      network.doors.append(
        DoorRule(
          operation: words[0] == "pickup" ? .pickup : .delivery, territory: words[1],
          cargoClass: cargoClass, time: OperationTime(medianSeconds: span(words[2])),
          hours: options["hours"].map { calendar($0) }, cost: charge, provenance: Self.drawn))
    case "export", "import":
      network.clearances.append(
        ClearanceRule(
          id: id, direction: words[0] == "export" ? .export : .import, territory: words[1],
          placeKind: kind, place: options["at"].map { place($0) }, cargoClass: cargoClass,
          exportMode: options["mode"].flatMap { ExportMode(rawValue: $0) },
          time: OperationTime(medianSeconds: span(words[2])),
          hours: options["hours"].map { calendar($0) }, cost: charge, provenance: Self.drawn))
    case "linehaul":
      network.lineHauls.append(
        LineHaulRule(
          id: id, territory: words[1], fromKind: kind, classes: [.parcel, .air, .lcl],
          maxMassKG: 1_000, minDistanceKM: number(words[2]), maxDistanceKM: number(words[3]),
          departures: words[4].split(separator: ",").map { Self.seconds(String($0)) },
          cutoffSeconds: span(options["cutoff"]), releaseSeconds: span(options["release"]),
          provenance: Self.drawn))
    case "handling":
      network.handlings.append(
        Handling(
          place: nil, placeKind: PlaceKind(rawValue: words[1]), inbound: Self.mode(words[2]),
          outbound: Self.mode(words[3]), cargoClass: cargoClass,
          time: OperationTime(medianSeconds: span(words[4])), cost: charge, co2e: Charge(),
          provenance: Self.drawn))
    case "hub":
      network.hubs.append(
        HubRule(
          ehub: place(words[1]), airport: place(words[2]), releaseSeconds: span(words[3]),
          provenance: Self.drawn))
    case "rule":
      network.modeRules.append(
        ModeRule(
          mode: Self.mode(words[1]), isDomestic: options["domestic"] != nil,
          cutoffSeconds: span(options["cutoff"]), releaseSeconds: span(options["release"]),
          provenance: Self.drawn))
    case "right":
      network.rights.append(
        TrafficRight(
          carrier: Self.carrier(words[1], network), service: nil, from: place(words[2]),
          to: place(words[3]), freedom: 5, provenance: Self.drawn))
    case "tariff":
      network.tariffs.append(
        Tariff(
          id: id, purpose: words[1], serviceType: options["type"] ?? "",
          service: options["service"].flatMap { network.findService($0) },
          from: options["from"] ?? "*", to: options["to"] ?? "*", fixed: number(words[2]),
          perKilogram: number(options["perkg"]), provenance: Self.drawn))
    case "emission":
      network.emissionFactors.append(
        EmissionFactor(
          id: id, mode: Self.mode(words[1]), serviceType: options["type"] ?? "",
          gramsPerTonneKM: number(words[2]), provenance: Self.drawn))
    default: preconditionFailure("cannot read \(words)")
    }
  }

  static func mode(_ word: String) -> Mode {
    guard let mode = Mode(rawValue: word) else { preconditionFailure("no mode \(word)") }
    return mode
  }

  static func carrier(_ code: String, _ network: Network) -> ID<Carrier> {
    guard let index = network.carriers.firstIndex(where: { $0.id == code })
    else { preconditionFailure("no carrier \(code)") }
    return ID(index)
  }

  /// Reads `service ID MODE HOME DAYS stop > stop > stop | options`.
  func addService(_ words: [String], to network: inout Network) {
    let bar = words.firstIndex(of: "|") ?? words.endIndex
    let options = Self.options(words[bar...].dropFirst())
    let stops = words[5..<bar].split(separator: ">").map { stop(Array($0), network) }
    func cutOff(_ name: String) -> Int64? { options[name].map { Int64(Self.seconds($0)) } }
    let id = ID<Service>(network.services.count)
    var service = Service(
      id: words[1], mode: Self.mode(words[2]), serviceType: options["type"] ?? "",
      carrier: Self.carrier(words[3], network),
      status: options["status"].flatMap { ServiceStatus(rawValue: $0) } ?? .live,
      frequencyPerWeek: options["freq"].flatMap { Double($0) },
      phaseWeek: options["phase"].flatMap { Int($0) } ?? 0, stops: stops,
      cutoffSeconds: cutOff("cutoff"), releaseSeconds: cutOff("release"),
      passages: options["passage"].map { [$0] } ?? [], customsTransit: options["transit"] != nil,
      capacity: [:], validFrom: options["from"].map { Self.date($0) },
      validTo: options["to"].map { Self.date($0) }, provenance: Self.drawn)
    let classes = options["class"].flatMap { CargoClass(rawValue: $0) }.map { [$0] }
    for cargoClass in classes ?? CargoClass.allCases {
      service.capacity[cargoClass] = Service.Capacity(amount: 90, unit: "t", quality: .assumed)
    }
    if service.frequencyPerWeek != nil {
      service.slotRule = ID(0)
    } else {
      let leaves = service.stops[0].departureLocal ?? 0
      let days: Departure.Days =
        words[4].hasPrefix("20")
        ? .date(Self.date(words[4]))
        : .weekly(
          Set(Self.days(words[4])), periodWeeks: options["every"].flatMap { Int($0) } ?? 1,
          phaseWeek: service.phaseWeek)
      service.departures = [Departure(days: days, secondOfDay: leaves, provenance: Self.drawn)]
    }
    service.stops[0].departureLocal = nil
    service.stops[0].departureSeconds = 0
    network.services.append(service)
    if let date = options["cancel"] {
      network.serviceExceptions.append(
        ServiceException(
          service: id, date: Self.date(date), action: .cancel, provenance: Self.drawn))
    }
    if let added = options["add"]?.split(separator: "/").map(String.init) {
      network.serviceExceptions.append(
        ServiceException(
          service: id, date: Self.date(added[0]),
          action: .add(secondOfDay: Self.seconds(added[1])), provenance: Self.drawn))
    }
  }

  /// `ICN 01:30+1 02:30+1`, in brackets where it is only passed.
  private func stop(_ words: [String], _ network: Network) -> StopTime {
    let isPassage = words[0].hasPrefix("(")
    let name = words[0].filter { $0 != "(" && $0 != ")" }
    let times = words.dropFirst().map { word in
      let text = String(word.filter { $0 != ")" })
      // Hours that pass: `6h`.
      return text.hasSuffix("h")
        ? (elapsed: Int64(text.dropLast()).map { $0 * 3_600 }, local: nil)
        : (elapsed: nil, local: Self.seconds(text))
    }
    guard let place = network.findPlace(name), let first = times.first, let last = times.last
    else { preconditionFailure("cannot read \(words)") }
    return StopTime(
      place: place, arrivalSeconds: first.elapsed, departureSeconds: last.elapsed,
      arrivalLocal: first.local, departureLocal: last.local, isPassage: isPassage,
      provenance: Self.drawn)
  }
}
