// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import Quantities

extension RouteReport {
  /// Itineraries for a terminal: every leg and wait with its cause, cost, CO2e and quality.
  public func table() -> String {
    var out = overview()
    for (number, itinerary) in itineraries.enumerated() {
      out +=
        itineraries.count == 1
        ? text(itinerary)
        : "\n" + word("report.alternatives.number", String(number + 1), text(itinerary))
    }
    out += limitLines()
    if let unreachable { out += sentence(unreachable) + "\n" }
    if let explanation { out += text(explanation) }
    for notice in headerText.notices { out += "  \(TextWidth.printable(notice))\n" }
    return out + "  \(TextWidth.printable(headerText.line))\n"
  }

  private func text(_ itinerary: Itinerary) -> String {
    guard let first = itinerary.legs.first, let last = itinerary.legs.last else { return "" }
    var out = word(
      "report.route.title", names.place(first.from), names.place(last.to),
      Numerals.roundHours(itinerary.durationSeconds),
      itinerary.cost.map { word("report.route.money", Numerals.yuan($0)) }
        ?? word("report.route.cost_not_known"),
      itinerary.co2e.map {
        word("report.route.emission", Numerals.short(Double($0.count) / 1_000, 1))
      }
        ?? word("report.route.co2e_not_known"))
    out = TextWidth.printable(out) + "\n"
    var table = TextTable([
      (word("report.col.leaves"), .left), (word("report.col.arrives"), .left),
      (word("report.col.hours"), .right), (word("report.col.step"), .left),
      (word("report.col.from"), .left), (word("report.col.to"), .left),
      (word("report.col.service"), .left), ("km", .right), ("CNY", .right),
      ("kg CO2e", .right), (word("report.col.quality"), .left),
    ])
    for leg in itinerary.legs { table.add(cells(leg)) }
    out += table.text()
    for (key, legs) in [
      ("report.route.unpriced", itinerary.legs.filter { $0.cost == nil }),
      ("report.route.without_factor", itinerary.legs.filter { $0.co2e == nil }),
    ] where !legs.isEmpty {
      let names = legs.map { leg in
        leg.service.map { network.services[$0].id } ?? (leg.row.isEmpty ? step(leg) : leg.row)
      }
      out += "  \(word(key, String(legs.count), names.joined(separator: ", ")))\n"
    }
    return out
  }

  private func cells(_ leg: Leg) -> [String] {
    let moves = leg.mode != nil && leg.from != leg.to
    return [
      local(leg.depart, at: leg.from), local(leg.arrive, at: leg.to),
      Numerals.roundHours(leg.seconds), step(leg), names.place(leg.from),
      moves ? names.place(leg.to) : "", leg.service.map { network.services[$0].id } ?? leg.row,
      moves ? Numerals.fixed(leg.distanceKM, 0) : "",
      leg.cost.map { $0.count == 0 ? "" : Numerals.yuan($0) } ?? "?",
      leg.co2e.map { $0.count == 0 ? "" : Numerals.fixed(Double($0.count) / 1_000, 2) } ?? "?",
      word("quality." + leg.quality.rawValue),
    ]
  }

  private func step(_ leg: Leg) -> String {
    let kind = word("leg." + leg.kind.rawValue)
    if let cause = leg.cause {
      return word("report.route.wait", kind, word("cause." + cause.rawValue))
    }
    guard let mode = leg.mode, leg.kind == .mainHaul else { return kind }
    return word("report.route.by", kind, word("mode." + mode.rawValue))
  }

  /// Weekday, date and time at the place.
  func local(_ instant: Instant, at place: ID<Place>) -> String {
    let day = word("report.weekday.\(clock.weekday(instant, at: place).rawValue)")
    return "\(day) \(clock.short(instant, at: place))"
  }

  private func text(_ explanation: Explanation) -> String {
    var out = ""
    if !explanation.binding.isEmpty {
      out += "\n\(word("report.route.binding"))\n"
      var table = TextTable([
        (word("report.col.hours"), .right), (word("report.col.wait"), .left),
        (word("report.col.place"), .left), (word("report.col.service"), .left),
      ])
      for wait in explanation.binding {
        table.add([
          Numerals.roundHours(wait.seconds), word("cause." + wait.cause.rawValue),
          names.place(wait.place), wait.service.map { network.services[$0].id } ?? wait.row,
        ])
      }
      out += table.text()
    }
    guard !explanation.remedies.isEmpty else { return out }
    out += "\n\(word("report.route.remedies"))\n"
    var table = TextTable([
      (word("report.col.assumption"), .left), (word("report.col.hours"), .right),
      (word("report.col.change"), .right), (word("report.col.status"), .left),
    ])
    for remedy in explanation.remedies {
      let change = remedy.seconds.flatMap { after in explanation.seconds.map { after - $0 } }
      table.add([
        Messages.text(remedy.code, remedy.arguments, in: language),
        remedy.seconds.map(Numerals.roundHours) ?? "–",
        change.map { ($0 > 0 ? "+" : "") + Numerals.roundHours($0) } ?? "–",
        remedy.bringsIn.map { word($0 ? "report.route.brings_in" : "report.route.not_enough") }
          ?? "",
      ])
    }
    return out + table.text()
  }
}
