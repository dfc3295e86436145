// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import Coverage
import FreightModel

extension CoverageReport {
  /// One view as a sheet of SVG in the report's language.
  ///
  /// Names stay text: nothing in them is markup or script.
  public func svg(view: MapView) -> [UInt8] { Array(MapSheet(report: self, view: view).svg().utf8) }

  var headerText: RunHeaderText {
    RunHeaderText(header: header, network: network, notices: notices, names: names)
  }

  /// Those beside the first tier; of a circle of bands, the widest.
  var besideCounts: [TierCount] { result.besideTiers.suffix(1) }

  func targetHours(_ tier: Int) -> Double? {
    network.tiers.first { $0.circle == query.circle && $0.tier == tier }?.targetHours
  }

  /// Hours of a tier's target: `≤ 24 h`, from 5 days on in days.
  func targetText(_ tier: Int) -> String {
    targetHours(tier).map { "≤ " + duration(hours: $0) } ?? "–"
  }

  func duration(hours: Double) -> String {
    hours >= 120
      ? word("report.days", Numerals.short(hours / 24, 1))
      : word("report.hours", Numerals.short(hours, 1))
  }

  var grids: SurfaceGrids {
    result.grids ?? SurfaceGrids(network: network, origin: query.origin)
  }

  func grid(of view: MapView) -> SurfaceGrid {
    switch view {
    case .world: grids.world
    case .network: grids.network ?? grids.world
    case .origin: grids.origin
    }
  }

  /// Side of a view's cells.
  public func cellDegrees(_ view: MapView) -> Double { grid(of: view).degrees }

  public func surface(of view: MapView) -> [SurfaceCell] {
    switch view {
    case .world: result.world
    case .network: grids.network == nil ? result.world : result.whole
    case .origin: result.around
    }
  }

  /// The maps that differ, from the widest.
  public var views: [MapView] { grids.network == nil ? [.world, .origin] : MapView.allCases }

  /// The map that holds all places at the largest scale: what a picture shows unless its name says another.
  public var mainView: MapView { grids.network == nil ? .world : .network }

  /// Colours of a view: the circle's targets, or hours around the origin.
  func bands(of view: MapView) -> TimeBands {
    let local = result.around.compactMap(\.seconds)
    guard view == .origin, !local.isEmpty else { return bands }
    let nearest = network.tiers.filter { $0.circle == query.circle }.map(\.targetHours).min()
    return TimeBands(local: local, target: nearest ?? 24)
  }

  /// Value, name and colour of each band of the cells.
  public var bandStyles: [(value: String, label: String, colour: String)] {
    (0..<bands.count).map { (String($0), bandText($0, bands), bands.colour($0)) }
  }

  /// Value, name and colour of each status of a city.
  public var statusStyles: [(value: String, label: String, colour: String)] {
    [CityResult.Status.within, .out, .unreachable].map {
      ($0.rawValue, status($0), $0 == .within ? "#0b3c6f" : Glyphs.fill($0))
    }
  }

  func bandText(_ band: Int, _ bands: TimeBands) -> String {
    if band == bands.unreachable { return word("report.status.unreachable") }
    if band == bands.beyond { return "> " + duration(hours: bands.limits[band - 1]) }
    return "≤ " + duration(hours: bands.limits[band])
  }

  /// People in millions, as planners write them.
  func millions(_ people: Int) -> String {
    language == .zh
      ? word("report.millions", Numerals.grouped((people + 5_000) / 10_000))
      : word("report.millions", Numerals.fixed(Double(people) / 1_000_000, 1))
  }
}
