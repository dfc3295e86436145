// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// A row of demand as rows to places: one to a territory, a market or `*` goes to the places of demand in it by their population.
  ///
  /// The origin gets nothing. Where no place of the scope has a population all get alike; where only some have, those without
  /// get nothing, which is warned of. A part's id is the row's, a slash and the place's.
  ///
  /// - Returns: Nil after a fault.
  mutating func spread(_ demand: Demand, _ table: DecodedTable, _ row: Int) -> [Demand]? {
    let scope = demand.destination
    if places.contains(where: { $0?.id == scope }) { return [demand] }
    let reached = places.indices.compactMap { number -> (id: String, people: Int)? in
      guard let place = places[number], place.kind.isDemand, number != demand.origin.index
      else { return nil }
      let territory = territories[place.territory.index]
      guard scope == "*" || territory?.code == scope || markets[place.territory.index] == scope
      else { return nil }
      return (place.id, place.population ?? 0)
    }
    let people = reached.reduce(0) { $0 + $1.people }
    guard !reached.isEmpty else {
      // A faulty place or territory is reported where it stands.
      if places.allSatisfy({ $0 != nil }), territories.allSatisfy({ $0 != nil }) {
        fault(.demandNowhere, table, row, "destination", [scope])
      }
      return nil
    }
    let empty = reached.count { $0.people == 0 }
    if people > 0, empty > 0 {
      warn(
        .demandSpread, table, row, "destination", [scope, "\(reached.count)", "\(empty)"])
    }
    return reached.compactMap { place in
      let weight = people > 0 ? Double(place.people) / Double(people) : 1 / Double(reached.count)
      guard weight > 0 else { return nil }
      var part = demand
      part.id = "\(demand.id)/\(place.id)"
      part.destination = place.id
      part.tonnesPerYear = demand.tonnesPerYear * weight
      return part
    }
  }
}
