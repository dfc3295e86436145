// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import JSONText
import Scenario

extension ComparisonReport {
  /// Cities as points with the columns of the city table, cells as polygons of one band each.
  ///
  /// - Returns: RFC 7946: WGS 84, outer rings counter-clockwise, nothing crosses ±180°.
  public func geoJSON() -> [UInt8] {
    var features: [GeoJSONText.Feature] = []
    for side in sides {
      let layers = [("city", side.changes), ("beside", side.beside), ("district", side.districts)]
      for (layer, changes) in layers {
        for change in changes {
          guard let place = place(of: change, side)?.place else { continue }
          let properties =
            [JSONValue.Member("layer", .string(layer))]
            + zip(Self.cityColumns, cells(change, side)).map { JSONValue.Member($0, $1.json) }
          features.append(
            GeoJSONText.feature(
              GeoJSONText.point(place.longitude, place.latitude), properties))
        }
      }
      for view in base.views { features += areas(side, view, base.grid(of: view).degrees) }
    }
    return GeoJSONText.collection([.init("meta", .object(metaMembers))], features)
  }

  private func areas(
    _ side: ComparedScenario, _ view: MapView, _ degrees: Double
  ) -> [GeoJSONText.Feature] {
    var members: [Int: [Int]] = [:]
    for cell in cells(side, view) {
      if let band = cell.band { members[band, default: []].append(cell.index) }
    }
    let outline = CellOutline(columns: Int((360 / degrees).rounded()))
    return members.keys.sorted().map { band in
      let limits = DeltaBands.limits.map { JSONValue.integer(Int64($0)) }
      let step = DeltaBands.limits.count - abs(band)
      return GeoJSONText.feature(
        GeoJSONText.polygons(outline.polygons(of: members[band] ?? []), degrees: degrees),
        [
          .init("layer", .string("delta_" + view.rawValue)), .init("scenario", .string(side.name)),
          .init("band", .string(DeltaBands.name(band))),
          .init("at_least_h", band == 0 ? 0 : limits[step]),
        ])
    }
  }
}
