// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import JSONText
import Quantities

extension CoverageReport {
  /// Cities as points with the contract's columns, the surface as polygons of one time band each.
  ///
  /// RFC 7946: WGS 84, outer rings counter-clockwise, nothing crosses ±180°.
  public func geoJSON() -> [UInt8] {
    var features = result.cities.map { feature($0, layer: "city") }
    features += result.beside.map { feature($0, layer: "beside") }
    features += result.districts.map { feature($0, layer: "district") }
    for view in views {
      features += surface(
        surface(of: view), layer: "surface_\(view.rawValue)", degrees: grid(of: view).degrees)
    }
    return GeoJSONText.collection(headerMembers, features)
  }

  private func feature(_ city: CityResult, layer: String) -> GeoJSONText.Feature {
    let place = network.places[city.place]
    let properties =
      [JSONValue.Member("layer", .string(layer))]
      + zip(columnNames, cells(of: city)).map { JSONValue.Member($0, $1.json) }
    return GeoJSONText.feature(
      GeoJSONText.point(place.longitude, place.latitude), properties)
  }

  private func surface(_ cells: [SurfaceCell], layer: String, degrees: Double)
    -> [GeoJSONText.Feature]
  {
    SurfaceBands(cells: cells, bands: bands, degrees: degrees).areas.map { area in
      GeoJSONText.feature(
        GeoJSONText.polygons(area.polygons, degrees: degrees),
        [
          .init("layer", .string(layer)), .init("band", .integer(Int64(area.band))),
          .init("from_h", area.band == 0 ? 0 : limit(area.band - 1)),
          .init("to_h", limit(area.band)),
          .init("status", .string(area.band == bands.unreachable ? "unreachable" : "reached")),
          .init("under_half_in_time", .bool(area.isHatched)),
        ])
    }
  }

  /// Upper end of a band in hours; null where it has none.
  private func limit(_ band: Int) -> JSONValue {
    if band == bands.unreachable { return .null }
    return bands.limits.indices.contains(band) ? .number(bands.limits[band]) : .null
  }
}

/// The surface as areas of one band and one hatching.
struct SurfaceBands {
  struct Area {
    var band: Int
    var isHatched: Bool
    var polygons: [CellPolygon]
  }
  let areas: [Area]

  init(cells: [SurfaceCell], bands: TimeBands, degrees: Double) {
    let outline = CellOutline(columns: Int((360 / degrees).rounded()))
    var members = [[Int]](repeating: [], count: bands.count * 2)
    for cell in cells {
      members[bands.band(of: cell.seconds) * 2 + (cell.isHatched ? 1 : 0)].append(cell.index)
    }
    areas = members.indices.compactMap { number in
      members[number].isEmpty
        ? nil
        : Area(
          band: number / 2, isHatched: number % 2 == 1,
          polygons: outline.polygons(of: members[number]))
    }
  }
}
