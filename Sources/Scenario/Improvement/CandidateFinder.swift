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
            yaml: "kind: frequency\nservices: \(service.id)\nper_week: \(PlainText.text(step))",
            effort: (step - now) * Effort.departure)
        })
      let moved = Candidate(
        .retime, isMonotone: false,
        shiftsTried.map { shift in
          Candidate.Degree(
            yaml: "kind: retime\nservices: \(service.id)\nshift_h: \(shift)",
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
              yaml:
                "kind: cut_off\nplace: \(id)\nmode: \(turn.mode.rawValue)\ndomestic: no\n"
                + "\(field): \(PlainText.text(step))", effort: (now - step) * Effort.hour)
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
            yaml: shortened(row, to: step), effort: (now - step) * Effort.hour)
        })
    }
    let offices = hours { leg -> Int? in
      leg.kind == .importClearance ? leg.from.index : nil
    }
    let open = offices.prefix(3).compactMap { number -> Candidate? in
      guard network.terminals.contains(where: { $0.place.index == number }) else { return nil }
      return Candidate(
        .hours,
        [
          Candidate.Degree(
            yaml:
              "kind: opening_hours\nplaces: \(network.places[number].id)\ncustoms: always",
            effort: Effort.alwaysOpen)
        ])
    }
    return shorter + open
  }

  /// The row itself, or one for the city's territory where the row holds everywhere.
  private func shortened(_ row: ClearanceRule, to hours: Double) -> String {
    guard row.territory == "*", row.place == nil else {
      return "kind: clearance\nrows: \(row.id)\ntime_h: \(PlainText.text(hours))"
    }
    let code = network.territory(of: city).code
    let ratio = hours * 3_600 / Double(max(1, row.time.medianSeconds))
    var columns = [
      "id: \(row.id)-\(code)", "direction: \(row.direction.rawValue)", "territory: \(code)",
      "time_h: \(PlainText.text(hours))",
      "low_h: \(PlainText.text(Double(row.time.lowSeconds) / 3_600 * ratio))",
      "high_h: \(PlainText.text(Double(row.time.highSeconds) / 3_600 * ratio))",
    ]
    if let kind = row.placeKind { columns.append("place_kind: \(kind.rawValue)") }
    if let cargoClass = row.cargoClass { columns.append("class: \(cargoClass.rawValue)") }
    if let mode = row.exportMode { columns.append("export_mode: \"\(mode.rawValue)\"") }
    if let hours = row.hours { columns.append("hours: \(network.openingHours[hours].id)") }
    return "kind: add_clearance\n" + columns.joined(separator: "\n")
  }

  /// Hours of delivery in the city's territory.
  private func doors() -> [Candidate] {
    guard itineraries.contains(where: { $0.legs.contains { $0.cause == .deliveryHours } }) else {
      return []
    }
    let territory = network.territory(of: city)
    let rows = network.doors.filter { row in
      row.operation == .delivery && (row.cargoClass == nil || row.cargoClass == cargoClass)
        && [territory.code, territory.customsArea].contains(row.territory)
    }
    guard let row = rows.first else { return [] }
    return [
      Candidate(
        .door,
        [
          Candidate.Degree(
            yaml: "kind: door\noperation: delivery\nterritory: \(row.territory)\nhours: always",
            effort: Effort.alwaysOpen)
        ])
    ]
  }
}
