// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import Quantities

extension RouteReport {
  /// One line for each of several alternatives, before their legs.
  func overview() -> String {
    guard itineraries.count > 1, let first = itineraries[0].legs.first,
      let last = itineraries[0].legs.last
    else { return "" }
    let title = word(
      "report.alternatives.title", names.place(first.from), names.place(last.to),
      String(itineraries.count))
    var table = TextTable([
      (word("report.col.number"), .right), (word("report.col.delivered"), .left),
      (word("report.col.hours"), .right), ("CNY", .right), ("kg CO2e", .right),
      (word("report.col.modes"), .left), (word("report.col.services"), .left),
      (word("report.col.best_at"), .left),
    ])
    for (number, itinerary) in itineraries.enumerated() {
      table.add([
        String(number + 1), local(itinerary.arrive, at: last.to),
        Numerals.roundHours(itinerary.durationSeconds),
        itinerary.cost.map(Numerals.yuan) ?? word("report.not_known"),
        itinerary.co2e.map(Numerals.kilograms) ?? word("report.not_known"), modes(of: itinerary),
        services(of: itinerary), merits(of: itinerary),
      ])
    }
    return TextWidth.printable(title) + "\n" + table.text()
  }

  /// A sentence for each limit that narrowed the answer.
  func limitLines() -> String {
    limitsHit.map { "  \(word("report.limit." + $0.rawValue))\n" }.joined()
  }

  /// The modes of the legs that move, such as road–air–road.
  private func modes(of itinerary: Itinerary) -> String {
    var chain: [Mode] = []
    for leg in itinerary.legs where leg.from != leg.to {
      if let mode = leg.mode, mode != chain.last { chain.append(mode) }
    }
    return chain.map { word("mode." + $0.rawValue) }.joined(separator: "–")
  }

  private func services(of itinerary: Itinerary) -> String {
    itinerary.legs.filter { $0.kind == .mainHaul }
      .compactMap { $0.service.map { network.services[$0].id } }
      .joined(separator: ", ")
  }

  /// What it is best at among the alternatives.
  private func merits(of itinerary: Itinerary) -> String {
    var merits: [String] = []
    if itinerary.arrive == itineraries.map(\.arrive).min() { merits.append("earliest") }
    if let cost = itinerary.cost, cost == itineraries.compactMap(\.cost).min() {
      merits.append("cheapest")
    }
    if let co2e = itinerary.co2e, co2e == itineraries.compactMap(\.co2e).min() {
      merits.append("cleanest")
    }
    if merits.isEmpty { merits = ["between"] }
    return merits.map { word("report.best." + $0) }.joined(separator: language == .zh ? "、" : ", ")
  }
}
