// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
public import FreightModel
import FreightRouting
import JSONText
import Quantities

/// The rows of delivery points, in the order in which they were handed in; the same columns in every
/// form.
public struct PointsReport: Sendable {
  private let report: CoverageReport
  private let result: PointsResult
  private let points: [DeliveryPoint]
  private let columns: [String]

  /// Nil where the circle has no rows for these points.
  public init?(_ report: CoverageReport, points: [DeliveryPoint]) {
    guard let result = report.result.points ?? Self.none(points, report.network),
      result.rows.count == points.count
    else { return nil }
    self.report = report
    self.result = result
    self.points = points
    columns =
      [
        "id", "name", "latitude", "longitude", "population", "nearest_place", "nearest_name",
        "customs_area", "p50_h", "p80_h", "p95_h",
      ] + result.targets.map { "share_\(Numerals.hours($0))h" } + ["served_by", "status", "reason"]
  }

  /// A table without rows is no fault.
  private static func none(_ points: [DeliveryPoint], _ network: Network) -> PointsResult? {
    points.isEmpty
      ? PointsResult(rows: [], targets: [], readyCount: 0, reachKM: 0, horizonSeconds: 0) : nil
  }

  /// RFC 4180; with `excel` a byte order mark and inert text.
  public func csv(excel: Bool = false) -> [UInt8] {
    var text = CSVText(forExcel: excel)
    text.add(columns.map(Cell.text))
    var reasons = ReasonTexts(report, result)
    for number in points.indices { text.add(cells(number, &reasons)) }
    return text.bytes
  }

  public func json() -> [UInt8] {
    var bytes = opening([.init("format", "tidebore.points/1")], "points")
    var reasons = ReasonTexts(report, result)
    for number in points.indices {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += "\n{".utf8
      writeMembers(number, &reasons, into: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes += "\n]}\n".utf8
    return bytes
  }

  /// RFC 7946, WGS 84.
  public func geoJSON() -> [UInt8] {
    var bytes = opening([.init("type", "FeatureCollection")], "features")
    var reasons = ReasonTexts(report, result)
    for number in points.indices {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += "\n{\"type\":\"Feature\",\"id\":".utf8
      bytes += String(number + 1).utf8
      bytes += ",\"properties\":{".utf8
      writeMembers(number, &reasons, into: &bytes)
      bytes += "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[".utf8
      bytes += degrees(points[number].longitude).utf8
      bytes.append(UInt8(ascii: ","))
      bytes += degrees(points[number].latitude).utf8
      bytes += "]}}".utf8
    }
    bytes += "\n]}\n".utf8
    return bytes
  }

  /// The header, up to the bracket of the rows.
  private func opening(_ first: [JSONValue.Member], _ list: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONValue.object(first + report.headerMembers).write(into: &bytes)
    bytes.removeLast()
    bytes += ",\"\(list)\":[".utf8
    return bytes
  }

  private func writeMembers(
    _ number: Int, _ reasons: inout ReasonTexts, into bytes: inout [UInt8]
  ) {
    for (column, cell) in zip(columns, cells(number, &reasons)) {
      if column != "id" { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes += column.utf8
      bytes += "\":".utf8
      switch cell {
      case .decimal(let digits): bytes += digits.utf8
      default: cell.json.write(into: &bytes)
      }
    }
  }

  private func cells(_ number: Int, _ reasons: inout ReasonTexts) -> [Cell] {
    let point = points[number]
    let row = result.rows[number]
    var cells: [Cell] = [
      .text(point.id), Cell(point.name.isEmpty ? nil : point.name),
      .decimal(degrees(point.latitude)), .decimal(degrees(point.longitude)),
      point.population.map(Cell.whole) ?? .empty,
      Cell(row.nearest.map { report.network.places[$0].id }),
      Cell(row.nearest.map { report.names.place($0) }),
      Cell(row.nearest.map { report.network.territory(of: $0).customsArea }),
      hours(row.p50), hours(row.p80), hours(row.p95),
    ]
    let count = max(1, result.readyCount)
    for inTime in row.inTime {
      // Four decimals by whole numbers: half a unit is rounded up.
      let share = (Int(inTime) * 20_000 + count) / (2 * count)
      cells.append(.decimal(decimal(share, 10_000)))
    }
    cells.append(Cell(row.servedBy.map { report.network.places[$0].id }))
    cells.append(.text(row.standing == .reached ? "reached" : "unreachable"))
    cells.append(Cell(reasons.text(of: row)))
    return cells
  }

  /// Hours with at most three decimals, by whole numbers.
  private func hours(_ seconds: Int32?) -> Cell {
    guard let seconds else { return .empty }
    return .decimal(decimal((Int(seconds) * 10 + 18) / 36, 1_000))
  }

  /// Degrees with at most six decimals.
  private func degrees(_ value: Double) -> String {
    let scaled = Int((value.magnitude * 1e6).rounded())
    return (value < 0 && scaled > 0 ? "-" : "") + decimal(scaled, 1_000_000)
  }

  /// `value / scale` without zeros at the end; a short string, which needs no memory of its own.
  private func decimal(_ value: Int, _ scale: Int) -> String {
    let parts = value.quotientAndRemainder(dividingBy: scale)
    guard parts.remainder > 0 else { return String(parts.quotient) }
    var (rest, places) = (parts.remainder, scale)
    while rest % 10 == 0 { (rest, places) = (rest / 10, places / 10) }
    // A one before the digits keeps the zeros behind the point.
    return "\(parts.quotient).\(String(places + rest).dropFirst())"
  }
}

/// Sentences that many rows share, each made once.
private struct ReasonTexts {
  private let report: CoverageReport
  private let result: PointsResult
  private var known: [Key: String] = [:]

  private struct Key: Hashable {
    var standing: LastMileRow.Standing
    var reachedTimes: Int
    var area: ID<Territory>?
  }

  init(_ report: CoverageReport, _ result: PointsResult) {
    self.report = report
    self.result = result
  }

  /// Nil where the statistic is finite.
  mutating func text(of row: LastMileRow) -> String? {
    if row.statistic != nil { return nil }
    let territory = row.nearest.map { report.network.places[$0].territory }
    let key = Key(standing: row.standing, reachedTimes: row.reachedTimes, area: territory)
    if let text = known[key] { return text }
    let area = territory.map { report.network.territories[$0].customsArea } ?? ""
    let text =
      switch row.standing {
      case .reached:
        report.word("reason.horizon", String(row.reachedTimes), String(result.readyCount))
      case .atSea: report.word("point.at_sea", Numerals.short(result.snapKM, 1))
      case .noPlace: report.word("point.no_place", Numerals.short(result.reachKM, 1))
      case .nothingComes: report.word("point.nothing_comes", area)
      case .noRoad: report.word("point.no_road")
      case .late:
        report.word(
          "point.late", Numerals.short(Double(result.horizonSeconds) / 86_400, 1))
      }
    known[key] = text
    return text
  }
}
