// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

/// Finds changes worth trying: one for each thing that a city's itineraries wait for or pass.
struct CandidateFinder {
  let network: Network
  let origin: ID<Place>
  let cargoClass: CargoClass
  /// Of the counted ready times.
  let itineraries: [Itinerary]
  let city: ID<Place>
  /// Services looked at, and hours by which each is tried earlier and later.
  var servicesTried = 6
  var shiftsTried = [-2, 2, -4, 4, -6, 6, -8, 8, -12, 12]

  /// All candidates, those that most hours are spent on first within a kind.
  func candidates() -> [Candidate] {
    services() + terminals() + clearances() + doors() + rights() + newServices()
  }

  // MARK: What the itineraries are made of

  private func hours<Key: Hashable & Comparable>(
    _ key: (Leg) -> Key?
  ) -> [Key] {
    var seconds: [Key: Int64] = [:]
    for leg in itineraries.flatMap(\.legs) {
      if let key = key(leg) { seconds[key, default: 0] += max(1, leg.seconds) }
    }
    return seconds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func services() -> [Candidate] {
    let waited = hours { $0.kind == .wait ? $0.service.map(\.index) : nil }
    let ridden = hours { $0.kind == .mainHaul ? $0.service.map(\.index) : nil }
    var order: [Int] = []
    for number in waited + ridden where !order.contains(number) { order.append(number) }
    return order.prefix(servicesTried).flatMap { number -> [Candidate] in
      let service = network.services[number]
      let now = departuresPerWeek(of: ID(number), in: network, options: RoutingOptions())
      let steps = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21].map(Double.init).filter { $0 > now + 0.5 }
      let more = Candidate(
        .frequency,
        steps.map { step in
          Candidate.Degree(
            change: NetworkChange(
              "frequency", ["services": .text(service.id), "per_week": .number(step)]),
            effort: (step - now) * Effort.departure)
        })
      let moved = Candidate(
        .retime, isMonotone: false,
        shiftsTried.map { shift in
          Candidate.Degree(
            change: NetworkChange(
              "retime", ["services": .text(service.id), "shift_h": "\(shift)"]),
            effort: Effort.retiming + Double(abs(shift)) * Effort.hourOfRetiming)
        })
      return (steps.isEmpty ? [] : [more]) + [moved]
    }
  }

  /// Cut-offs where cargo is loaded, releases where it is unloaded.
  private func terminals() -> [Candidate] {
    struct Turn: Hashable, Comparable {
      var place: Int
      var mode: Mode
      static func < (a: Self, b: Self) -> Bool {
        (a.place, a.mode.rawValue) < (b.place, b.mode.rawValue)
      }
    }
    func rule(_ turn: Turn, _ isCutoff: Bool) -> Double {
      let place = ID<Place>(turn.place)
      let fitting = network.modeRules.filter { $0.mode == turn.mode && !$0.isDomestic }
      let row = fitting.first { $0.place == place } ?? fitting.first { $0.serviceType.isEmpty }
      return Double((isCutoff ? row?.cutoffSeconds : row?.releaseSeconds) ?? 0) / 3_600
    }
    let loaded = hours { leg -> Turn? in
      guard leg.kind == .mainHaul, let mode = leg.mode else { return nil }
      return Turn(place: leg.from.index, mode: mode)
    }
    let unloaded = hours { leg -> Turn? in
      guard leg.kind == .mainHaul, let mode = leg.mode else { return nil }
      return Turn(place: leg.to.index, mode: mode)
    }
    func candidates(_ turns: [Turn], isCutoff: Bool) -> [Candidate] {
      turns.prefix(4).compactMap { turn in
        let now = rule(turn, isCutoff)
        let steps = stride(from: now - 1, through: max(1, now / 3), by: -1).map(\.self)
        guard !steps.isEmpty else { return nil }
        let field = isCutoff ? "cutoff_h" : "release_h"
        let id = network.places[turn.place].id
        return Candidate(
          isCutoff ? .cutOff : .release,
          steps.map { step in
            Candidate.Degree(
              change: NetworkChange(
                "cut_off",
                [
                  "place": .text(id), "mode": .text(turn.mode.rawValue), "domestic": "no",
                  field: .number(step),
                ]), effort: (now - step) * Effort.hour)
          })
      }
    }
    return candidates(loaded, isCutoff: true) + candidates(unloaded, isCutoff: false)
  }

  private func clearances() -> [Candidate] {
    let rows = hours { leg -> String? in
      leg.kind == .exportClearance || leg.kind == .importClearance ? leg.row : nil
    }
    let shorter = rows.prefix(4).compactMap { id -> Candidate? in
      guard let row = network.clearances.first(where: { $0.id == id }) else { return nil }
      let now = Double(row.time.medianSeconds) / 3_600
      let steps = [0.75, 0.5, 0.25].map { (now * $0 * 4).rounded() / 4 }.filter { $0 < now }
      guard !steps.isEmpty else { return nil }
      return Candidate(
        .clearance,
        steps.map { step in
          Candidate.Degree(
            change: shortened(row, to: step), effort: (now - step) * Effort.hour)
        })
    }
    let offices = hours { leg -> Int? in
      leg.kind == .importClearance || leg.kind == .exportClearance ? leg.from.index : nil
    }
    let open = offices.prefix(3).compactMap { number -> Candidate? in
      guard network.terminals.contains(where: { $0.place.index == number }) else { return nil }
      return Candidate(
        .hours,
        [
          Candidate.Degree(
            change: NetworkChange(
              "opening_hours",
              ["places": .text(network.places[number].id), "customs": "always"]),
            effort: Effort.alwaysOpen)
        ])
    }
    return shorter + open + gates()
  }

  /// Gates that cargo waits for.
  private func gates() -> [Candidate] {
    let waited = hours { $0.cause == .opening ? $0.from.index : nil }
    return waited.prefix(3).compactMap { number in
      let isTimed = network.terminals.contains { $0.place.index == number && $0.gateHours != nil }
      guard isTimed else { return nil }
      return Candidate(
        .hours,
        [
          Candidate.Degree(
            change: NetworkChange(
              "opening_hours", ["places": .text(network.places[number].id), "gate": "always"]),
            effort: Effort.alwaysOpen)
        ])
    }
  }

  /// The row itself, or one for the city's territory where the row holds everywhere.
  private func shortened(_ row: ClearanceRule, to hours: Double) -> NetworkChange {
    guard row.territory == "*", row.place == nil else {
      return NetworkChange("clearance", ["rows": .text(row.id), "time_h": .number(hours)])
    }
    let code = network.territory(of: city).code
    let ratio = hours * 3_600 / Double(max(1, row.time.medianSeconds))
    var change = NetworkChange(
      "add_clearance",
      [
        "id": "\(row.id)-\(code)", "direction": .text(row.direction.rawValue),
        "territory": .text(code), "time_h": .number(hours),
        "low_h": .number(Double(row.time.lowSeconds) / 3_600 * ratio),
        "high_h": .number(Double(row.time.highSeconds) / 3_600 * ratio),
      ])
    func add(_ name: String, _ text: String?) {
      if let text { change.fields.append(NetworkChange.Field(name, .text(text))) }
    }
    add("place_kind", row.placeKind?.rawValue)
    add("class", row.cargoClass?.rawValue)
    add("export_mode", row.exportMode?.rawValue)
    add("hours", row.hours.map { network.openingHours[$0].id })
    return change
  }

  /// Hours of pick-up at the origin and of delivery in the city, where cargo waits for them.
  private func doors() -> [Candidate] {
    let legs = itineraries.flatMap(\.legs)
    var operations: [(DoorRule.Operation, ID<Place>)] = []
    if legs.contains(where: { $0.cause == .deliveryHours }) { operations.append((.delivery, city)) }
    if legs.contains(where: { $0.cause == .opening && $0.from == origin }) {
      operations.append((.pickup, origin))
    }
    return operations.compactMap { operation, place in
      let territory = network.territory(of: place)
      let scopes = [territory.code, territory.customsArea, "*"]
      let rows = network.doors.filter { row in
        row.operation == operation && (row.cargoClass == nil || row.cargoClass == cargoClass)
          && row.hours != nil
      }
      guard let scope = scopes.first(where: { scope in rows.contains { $0.territory == scope } })
      else { return nil }
      return Candidate(
        .door,
        [
          Candidate.Degree(
            change: NetworkChange(
              "door",
              [
                "operation": .text(operation.rawValue), "territory": .text(scope),
                "hours": "always",
              ]), effort: Effort.alwaysOpen)
        ])
    }
  }
}
