// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import Quantities

extension Comparison {
  /// Why a scenario's circle is as the base's; nil where some city differs.
  ///
  /// - Parameter number: Of the scenario.
  /// - Returns: A sentence that names rows.
  /// - Complexity: O(legs of all itineraries + rows touched).
  public func unchangedReason(of number: Int) -> LocalizedText? {
    let scenario = scenarios[number]
    guard cityChanges(of: number).allSatisfy(\.isUnchanged) else { return nil }
    let others = indicators(of: number).contains { ($0.difference ?? 0) != 0 }
    let head = others ? "unchanged.circle" : "unchanged.all"
    let (key, arguments) = reason(scenario)
    func text(_ language: Language) -> String {
      Messages.text(head, [], in: language) + Messages.text(key, arguments, in: language)
    }
    return LocalizedText(en: text(.en), zh: text(.zh))
  }

  private func reason(_ scenario: ScenarioAnswer) -> (key: String, arguments: [String]) {
    guard !scenario.edits.isEmpty else { return ("unchanged.no_rows", []) }
    let tables = Set(scenario.edits.map(\.table))
    let unseen: Set = ["demand", "disruption", "resource", "check", "parameter", "basket"]
    guard !tables.isSubset(of: unseen) else {
      return ("unchanged.not_planned", [tables.sorted().joined(separator: ", ")])
    }
    let touched = Self.services(of: scenario.edits)
    let cargoClass = base.circle.query.consignment.cargoClass
    let network = scenario.answer.network
    let carrying = touched.filter { id in
      network.findService(id).map {
        (network.services[$0].capacity[cargoClass]?.amount ?? 0) > 0
      } ?? true
    }
    if !touched.isEmpty, carrying.isEmpty {
      return (
        "unchanged.wrong_class",
        [
          Self.list(touched),
          Messages.name(
            en: Messages.text("class.\(cargoClass.rawValue)", in: .en),
            zh: Messages.text("class.\(cargoClass.rawValue)", in: .zh)),
        ]
      )
    }
    let used = usedRows(base).union(usedRows(scenario.answer))
    let keys = scenario.edits.flatMap { [$0.key] + $0.key.split(separator: " ").map(String.init) }
    let onTheWay = Set(keys).intersection(used).sorted()
    if onTheWay.isEmpty {
      return ("unchanged.unused", [Self.list(touched.isEmpty ? keys : touched)])
    }
    return ("unchanged.not_binding", [Self.list(onTheWay)])
  }

  private static func services(of edits: [RowEdit]) -> [String] {
    var ids: [String] = []
    for edit in edits
    where ["service", "stop_time", "departure", "capacity", "service_exception"].contains(
      edit.table)
    {
      let id = edit.key.split(separator: " ").first.map(String.init) ?? edit.key
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Ids of places, services and rows on the itineraries of a circle.
  private func usedRows(_ answer: NetworkAnswer) -> Set<String> {
    var used: Set<String> = []
    for leg in answer.circle.cities.compactMap(\.itinerary).flatMap(\.legs) {
      used.insert(leg.row)
      used.insert(answer.network.places[leg.from].id)
      used.insert(answer.network.places[leg.to].id)
      if let service = leg.service { used.insert(answer.network.services[service].id) }
    }
    return used
  }

  private static func list(_ names: [String]) -> String {
    let unique = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return unique.prefix(5).joined(separator: ", ") + (unique.count > 5 ? " …" : "")
  }
}
