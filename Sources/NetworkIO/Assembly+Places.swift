// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  mutating func readPlaces() {
    territories = readNamed("territory") { assembly, table, row in
      assembly.territory(table, row)
    }
    if let table = tables["territory"] {
      let column = table.column("market")
      markets = references["territory"].rows.map { $0.first.map { table.text($0, column) } ?? "" }
    }
    let kinds = PlaceKind.allCases
    places = readNamed("place") { assembly, table, row in
      assembly.place(table, row, kinds)
    }
    checkNearCities()
    readHours()
  }

  private mutating func territory(_ table: DecodedTable, _ row: Int) -> Territory? {
    let sides = ["west", "south", "east", "north"]
    let values = sides.map { table.number(row, table.column($0)) }
    var box: Territory.Box?
    if let west = values[0], let south = values[1], let east = values[2], let north = values[3] {
      guard south < north, west != east else {
        fault(.territoryBox, table, row, "south", [table.text(row, table.column("code"))])
        return nil
      }
      box = Territory.Box(west: west, south: south, east: east, north: north)
    } else if values.contains(where: { $0 != nil }) {
      let side = sides[values.firstIndex { $0 != nil } ?? 0]
      fault(.territoryBox, table, row, side, [table.text(row, table.column("code"))])
      return nil
    }
    let nameEN = table.text(row, table.column("name_en"))
    let nameZH = table.text(row, table.column("name_zh"))
    let area = table.text(row, table.column("customs_area"))
    return Territory(
      code: table.text(row, table.column("code")), nameEN: nameEN,
      nameZH: nameZH.isEmpty ? nameEN : nameZH, customsArea: area.isEmpty ? nil : area, box: box,
      provenance: provenance(table, row))
  }

  private mutating func place(_ table: DecodedTable, _ row: Int, _ kinds: [PlaceKind]) -> Place? {
    let hasZone = hasRightZone(table, row)
    guard let point = point(table, row), hasZone, isInZone(table, row, point),
      let territory = table.id(row, table.column("territory"), Territory.self),
      let kind = word(table, row, table.column("kind"), kinds)
    else { return nil }
    let nameEN = table.text(row, table.column("name_en"))
    let nameZH = table.text(row, table.column("name_zh"))
    return Place(
      id: table.text(row, table.column("id")), nameEN: nameEN,
      nameZH: nameZH.isEmpty ? nameEN : nameZH, kind: kind, latitude: point.latitude,
      longitude: point.longitude, territory: territory,
      timeZone: table.text(row, table.column("time_zone")),
      population: table.integer(row, table.column("population")),
      iata: optionalText(table, row, "iata"), locode: optionalText(table, row, "locode"),
      provenance: provenance(table, row))
  }

  func optionalText(_ table: DecodedTable, _ row: Int, _ column: String) -> String? {
    let text = table.text(row, table.column(column))
    return text.isEmpty ? nil : text
  }

  /// The place's coordinates in WGS 84, nil after a fault.
  private mutating func point(_ table: DecodedTable, _ row: Int) -> GeoPoint? {
    guard let latitude = table.number(row, table.column("lat")),
      let longitude = table.number(row, table.column("lon"))
    else { return nil }
    var point = GeoPoint(latitude: latitude, longitude: longitude)
    let system = table.integer(row, table.column("crs")) ?? 0
    if system > 0, abs(latitude) <= 90, abs(longitude) <= 180 {
      point =
        system == 1
        ? ChineseDatum.wgs84(fromGCJ02: point) : ChineseDatum.wgs84(fromBD09: point)
      warn(
        .coordinatesShifted, table, row, "crs",
        [
          table.text(row, table.column("id")), table.text(row, table.column("crs")),
          degrees(point.latitude), degrees(point.longitude),
        ])
    }
    guard hasRightCoordinates(table, row, point) else { return nil }
    return point
  }

  private mutating func readHours() {
    guard let table = tables["opening_hours"] else { return }
    var exceptions: [Int: [Int]] = [:]
    if let dates = tables["hours_exception"] {
      let column = dates.column("hours")
      for row in sortedRows(dates) {
        if let position = dates.integer(row, column) {
          exceptions[position, default: []].append(row)
        }
      }
    }
    hours = references["opening_hours"].rows.enumerated().map { position, rows in
      let week = week(table, rows)
      let special = specialDates(exceptions[position] ?? [])
      guard let week, let special else { return nil }
      return OpeningHours(
        id: references["opening_hours"].ids[position], week: week, exceptions: special,
        provenance: provenance(table, of: rows))
    }
  }

  /// The provenance of several rows: the worst quality, the texts of the first row by its content.
  func provenance(_ table: DecodedTable, of rows: [Int]) -> Provenance {
    let all = rows.map { provenance(table, $0) }
    let first = all.min { ($0.source, $0.note, $0.line) < ($1.source, $1.note, $1.line) }
    var whole = first ?? Provenance(quality: .assumed)
    whole.quality = all.map(\.quality).max() ?? .assumed
    return whole
  }

  /// The intervals of the seven days; nil after a fault.
  private mutating func week(_ table: DecodedTable, _ rows: [Int]) -> [[Range<Int>]]? {
    let (days, opens) = (table.column("days"), table.column("opens"))
    let closes = table.column("closes")
    var week: [[Range<Int>]] = Array(repeating: [], count: 7)
    var isSound = true
    for row in rows {
      guard table.isSound[row], let from = table.integer(row, opens),
        let to = table.integer(row, closes)
      else {
        isSound = false
        continue
      }
      guard from < to else {
        fault(
          .closesFirst, table, row, "closes", [table.text(row, closes), table.text(row, opens)])
        isSound = false
        continue
      }
      let wanted = table.days(row, days).map { $0.rawValue - 1 }
      guard !wanted.contains(where: { day in week[day].contains { $0.overlaps(from..<to) } })
      else {
        fault(
          .hoursOverlap, table, row, "opens",
          [
            "\(table.text(row, opens))–\(table.text(row, closes))",
            table.text(row, table.column("id")),
          ])
        isSound = false
        continue
      }
      for day in wanted { week[day].append(from..<to) }
    }
    return isSound ? week.map(joined) : nil
  }

  private mutating func specialDates(_ rows: [Int]) -> [CivilDate: [Range<Int>]]? {
    guard let table = tables["hours_exception"] else { return [:] }
    let (opens, closes) = (table.column("opens"), table.column("closes"))
    var dates: [CivilDate: [Range<Int>]] = [:]
    for row in rows {
      guard let date = table.date(row, table.column("date")) else { return nil }
      switch (table.integer(row, opens), table.integer(row, closes)) {
      case (nil, nil): dates[date, default: []] += []
      case (let from?, let to?):
        guard from < to else {
          fault(
            .closesFirst, table, row, "closes", [table.text(row, closes), table.text(row, opens)])
          return nil
        }
        guard !(dates[date] ?? []).contains(where: { $0.overlaps(from..<to) }) else {
          fault(
            .hoursOverlap, table, row, "opens",
            [
              "\(table.text(row, opens))–\(table.text(row, closes))",
              table.text(row, table.column("hours")),
            ])
          return nil
        }
        dates[date, default: []].append(from..<to)
      default:
        fault(.hoursHalf, table, row, nil, [table.text(row, table.column("hours"))])
        return nil
      }
    }
    return dates.mapValues(joined)
  }

  /// Sorted, with touching intervals made one.
  private func joined(_ intervals: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, last.upperBound == interval.lowerBound {
        result[result.count - 1] = last.lowerBound..<interval.upperBound
      } else {
        result.append(interval)
      }
    }
    return result
  }
}
