// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  /// A terminal may stand this far from the land of the raster: on an island it lacks, on a pier.
  private static let snapKM = 15.0

  /// Whether a place lies where its row says; one fault at most is reported.
  mutating func hasRightCoordinates(_ table: DecodedTable, _ row: Int, _ point: GeoPoint) -> Bool {
    let id = table.text(row, table.column("id"))
    let latitude = table.text(row, table.column("lat"))
    let longitude = table.text(row, table.column("lon"))
    let territory = table.integer(row, table.column("territory")).flatMap { territories[$0] }
    let misfit = misfit(point, in: territory)
    let swapped = GeoPoint(latitude: point.longitude, longitude: point.latitude)
    let isSwapped =
      misfit != nil || territory.map { isMuchNearer(swapped, than: point, to: $0) } ?? false
    if isSwapped, self.misfit(swapped, in: territory) == nil {
      fault(
        .swapped, table, row, "lat", [id, latitude, longitude, territory?.code ?? ""],
        hint: [longitude, latitude])
      return false
    }
    switch misfit {
    case nil: return true
    case .noDegrees:
      let isLatitude = abs(point.latitude) > 90
      fault(
        .outOfRange, table, row, isLatitude ? "lat" : "lon",
        [
          isLatitude ? latitude : longitude, isLatitude ? "lat" : "lon",
          isLatitude ? "-90…90" : "-180…180",
        ])
    case .outside:
      fault(
        .outsideTerritory, table, row, "lat", [id, latitude, longitude, territory?.code ?? ""])
    case .atSea:
      fault(
        .farFromLand, table, row, "lat", [id, latitude, longitude, decimal(Self.snapKM)])
    }
    return false
  }

  private enum Misfit { case noDegrees, outside, atSea }

  /// Without a box: kilometres to the principal place of the territory's nearest time zone.
  private func kilometresToZones(_ point: GeoPoint, of territory: Territory) -> Double? {
    zones.zones(of: territory.code).compactMap { ZoneKnowledge.countries?.location(of: $0) }
      .map { greatCircleKM(point.latitude, point.longitude, $0.latitude, $0.longitude) }.min()
  }

  private func isMuchNearer(
    _ swapped: GeoPoint, than point: GeoPoint, to territory: Territory
  ) -> Bool {
    guard territory.box == nil, let far = kilometresToZones(point, of: territory),
      let near = kilometresToZones(swapped, of: territory)
    else { return false }
    return far > 800 && near < far / 4
  }

  private func misfit(_ point: GeoPoint, in territory: Territory?) -> Misfit? {
    guard abs(point.latitude) <= 90, abs(point.longitude) <= 180 else { return .noDegrees }
    if let box = territory?.box,
      !box.contains(latitude: point.latitude, longitude: point.longitude)
    {
      return .outside
    }
    // India's corners, farthest of all, lie 2,100 km from Calcutta.
    if let territory, territory.box == nil, kilometresToZones(point, of: territory) ?? 0 > 2_500 {
      return .outside
    }
    let land = World.shared.nearestLand(
      latitude: point.latitude, longitude: point.longitude, withinKM: Self.snapKM)
    return land == nil ? .atSea : nil
  }

  /// Two cities within a kilometre are one city written twice.
  mutating func checkNearCities() {
    guard let table = tables["place"] else { return }
    let cities = places.indices.filter { places[$0]?.kind == .city }
    let points = cities.map {
      GeoPoint(latitude: places[$0]?.latitude ?? 0, longitude: places[$0]?.longitude ?? 0)
    }
    for pair in PointPair.all(of: points, withinKM: 1) {
      let rows = [cities[pair.a], cities[pair.b]].map { references["place"].rows[$0][0] }
      guard let first = rows.min(), let second = rows.max() else { continue }
      let id = table.column("id")
      fault(
        .tooNear, table, second, "lat",
        [table.text(second, id), table.text(first, id), "\(table.line(first))"])
    }
  }
}

/// Degrees with five decimals, about a metre.
func degrees(_ value: Double) -> String {
  let scaled = Int64((value.magnitude * 100_000).rounded())
  let fraction = String(scaled % 100_000)
  return (value < 0 ? "-" : "") + "\(scaled / 100_000)."
    + String(repeating: "0", count: 5 - fraction.utf8.count) + fraction
}
