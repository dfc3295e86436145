// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

/// One scenario beside the base: what every format reads.
struct ComparedScenario: Sendable {
  let number: Int
  let scenario: ScenarioAnswer
  let report: CoverageReport
  /// In the base's order.
  let changes: [CityChange]
  let beside: [CityChange]
  let districts: [CityChange]
  let indicators: [Indicator]

  init(_ comparison: Comparison, number: Int, report: CoverageReport) {
    self.init(
      number: number, scenario: comparison.scenarios[number], report: report,
      changes: comparison.cityChanges(of: number),
      beside: comparison.cityChanges(of: number, \.beside),
      districts: comparison.cityChanges(of: number, \.districts),
      indicators: comparison.indicators(of: number))
  }

  private init(
    number: Int, scenario: ScenarioAnswer, report: CoverageReport, changes: [CityChange],
    beside: [CityChange], districts: [CityChange], indicators: [Indicator]
  ) {
    self.number = number
    self.scenario = scenario
    self.report = report
    self.changes = changes
    self.beside = beside
    self.districts = districts
    self.indicators = indicators
  }

  func speaking(_ language: Language) -> ComparedScenario {
    ComparedScenario(
      number: number, scenario: scenario, report: report.speaking(language), changes: changes,
      beside: beside, districts: districts, indicators: indicators)
  }

  var name: String { scenario.answer.name }

  /// Cities, those beside and the districts.
  var allChanges: [CityChange] { changes + beside + districts }

  func count(_ status: CityChange.Status, tier: Int? = nil) -> Int {
    changes.count { $0.status == status && (tier == nil || $0.tier == tier) }
  }

  /// Cities whose hours fall, or that become reachable.
  var faster: [CityChange] { changes.filter { $0.direction < 0 } }
  var slower: [CityChange] { changes.filter { $0.direction > 0 } }

  /// Every difference is exactly 0: of the cities, the indicators, and the cells of the map.
  func isUnchanged(beside base: CoverageReport) -> Bool {
    allChanges.allSatisfy { $0.isUnchanged && $0.before != nil && $0.after != nil }
      && indicators.allSatisfy {
        $0.base == $0.scenario && ($0.low ?? 0) == 0 && ($0.high ?? 0) == 0
      }
      && base.result.world == report.result.world && base.result.whole == report.result.whole
      && base.result.around == report.result.around
  }

  /// Rows by status, then by the size of the difference, then by id; those unchanged are left out.
  var changedCities: [CityChange] {
    allChanges.filter { !$0.isUnchanged }.sorted { a, b in
      if a.status != b.status { return a.status.order < b.status.order }
      return a.weight != b.weight ? a.weight > b.weight : a.cityID < b.cityID
    }
  }

  /// The largest changes of one direction: first those that cross the line, then by hours.
  func most(_ direction: Int, _ status: CityChange.Status) -> [CityChange] {
    changes.filter { $0.direction == direction || $0.status == status }.sorted { a, b in
      if (a.status == status) != (b.status == status) { return a.status == status }
      return a.weight != b.weight ? a.weight > b.weight : a.cityID < b.cityID
    }
  }
}

extension CityChange {
  var tier: Int { (before ?? after)?.tier ?? 0 }

  /// -1 faster or newly reached, 1 slower or no longer reached, 0 alike.
  var direction: Int {
    switch (before?.statistic, after?.statistic) {
    case (let old?, let new?): (new - old).signum() == 0 ? 0 : new < old ? -1 : 1
    case (nil, _?): -1
    case (_?, nil): 1
    case (nil, nil): 0
    }
  }

  /// Size of the difference; what becomes or ceases to be reachable is the greatest.
  var weight: Int64 { deltaSeconds.map { abs($0) } ?? (direction == 0 ? 0 : .max) }

  /// P80 after minus before, whatever the statistic is.
  var deltaP80: Int64? {
    guard let old = before?.p80, let new = after?.p80 else { return nil }
    return new - old
  }
}

extension CityChange.Status {
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A city's place in the network that knows it.
struct ChangedPlace {
  let names: Names
  let id: ID<Place>
  let network: Network

  var place: Place { network.places[id] }
}

extension ComparisonReport {
  /// The base's row of a city, or the scenario's where the base does not count it.
  func place(of change: CityChange, _ side: ComparedScenario) -> ChangedPlace? {
    if let city = change.before {
      return ChangedPlace(names: base.names, id: city.place, network: base.network)
    }
    return change.after.map {
      ChangedPlace(names: side.report.names, id: $0.place, network: side.report.network)
    }
  }

  func name(of change: CityChange, _ side: ComparedScenario) -> String {
    place(of: change, side).map { $0.names.place($0.id) } ?? change.cityID
  }

  func mapName(of change: CityChange, _ side: ComparedScenario) -> String {
    place(of: change, side).map { $0.names.mapName($0.id) } ?? change.cityID
  }

  func territory(of change: CityChange, _ side: ComparedScenario) -> String {
    place(of: change, side).map { $0.names.territory(of: $0.id) } ?? ""
  }

  func gateway(_ city: CityResult?, _ report: CoverageReport) -> String {
    guard let city, city.statistic != nil else { return "–" }
    return city.exitGateway.map(report.names.shortPlace) ?? word("report.by_road")
  }

  func service(_ city: CityResult?, _ report: CoverageReport) -> String {
    city?.mainService.map { report.network.services[$0].id } ?? "–"
  }
}
