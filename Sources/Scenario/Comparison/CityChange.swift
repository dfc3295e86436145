// SPDX-License-Identifier: GPL-3.0-or-later
public import Coverage
import FreightModel
import FreightRouting
import Quantities

/// One city before and after.
public struct CityChange: Sendable {
  public enum Status: String, Sendable, CaseIterable {
    case gained, lost
    case keptIn = "kept_in"
    case keptOut = "kept_out"
    case unreachable
  }
  public var cityID: String
  /// Nil where one of the two networks does not count the city.
  public var before, after: CityResult?
  public var status: Status
  /// The statistic after minus before; nil where one of them is infinite.
  public var deltaSeconds: Int64?
  /// Cost and CO2e of the itineraries at the rank, after minus before; nil where one is missing or not known.
  public var deltaCostCNY: Double?
  public var deltaCO2eKG: Double?

  /// Nothing that a report shows differs.
  public var isUnchanged: Bool {
    (status == .keptIn || status == .keptOut || status == .unreachable)
      && before?.statistic == after?.statistic && before?.status == after?.status
      && before?.itinerary?.cost == after?.itinerary?.cost
      && before?.itinerary?.co2e == after?.itinerary?.co2e
  }
}

extension CityChange {
  init(cityID: String, before: CityResult?, after: CityResult?) {
    self.cityID = cityID
    self.before = before
    self.after = after
    let wasIn = before?.status == .within
    let isIn = after?.status == .within
    status =
      switch (wasIn, isIn) {
      case (false, true): .gained
      case (true, false): .lost
      case (true, true): .keptIn
      case (false, false): (after ?? before)?.status == .unreachable ? .unreachable : .keptOut
      }
    if let old = before?.statistic, let new = after?.statistic { deltaSeconds = new - old }
    if let old = before?.itinerary, let new = after?.itinerary {
      if let before = old.cost, let after = new.cost {
        deltaCostCNY = Double((after - before).count) / 100
      }
      if let before = old.co2e, let after = new.co2e {
        deltaCO2eKG = Double((after - before).count) / 1_000
      }
    }
  }
}

extension Comparison {
  /// The targets of both networks, matched by id, in the base's order; new ones follow.
  ///
  /// - Parameter number: Of the scenario.
  /// - Returns: A row for each city that one of the two counts.
  /// - Complexity: O(cities).
  public func cityChanges(of number: Int) -> [CityChange] {
    cityChanges(of: number, \.cities)
  }

  /// Likewise the cities beside the tiers, or the districts.
  public func cityChanges(
    of number: Int, _ rows: KeyPath<CoverageResult, [CityResult]>
  ) -> [CityChange] {
    let other = scenarios[number].answer
    var after: [String: CityResult] = [:]
    for city in other.circle[keyPath: rows] { after[other.network.places[city.place].id] = city }
    var changes: [CityChange] = []
    for city in base.circle[keyPath: rows] {
      let id = base.network.places[city.place].id
      changes.append(
        CityChange(cityID: id, before: city, after: after.removeValue(forKey: id)))
    }
    for city in other.circle[keyPath: rows] {
      let id = other.network.places[city.place].id
      if after[id] != nil { changes.append(CityChange(cityID: id, before: nil, after: city)) }
    }
    return changes
  }
}
