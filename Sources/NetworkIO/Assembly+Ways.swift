// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  mutating func readWays() {
    readCrossings()
    let modes = Mode.allCases
    links = readRows("link") { assembly, table, row in assembly.link(table, row, modes) }
    checkRepeatedLinks()
    checkLinksOverWater()
    guard let table = tables["osm/road_distance"] else { return }
    let (from, to) = (table.column("from"), table.column("to"))
    let distance = table.column("distance_km")
    var backward: [Network.PlacePair: Double] = [:]
    for row in sortedRows(table) {
      guard let a = table.id(row, from, Place.self), let b = table.id(row, to, Place.self),
        let km = table.number(row, distance), isLongEnough(table, row, a, b, km)
      else { continue }
      roadDistances[Network.PlacePair(a, b)] = km
      backward[Network.PlacePair(b, a)] = km
    }
    roadDistances.merge(backward) { own, _ in own }
  }

  private mutating func readCrossings() {
    crossings = readRows("crossing") { assembly, table, row in
      let names = ["lat_a", "lon_a", "lat_b", "lon_b", "length_km"]
      let values = names.compactMap { table.number(row, table.column($0)) }
      guard values.count == names.count else { return nil }
      let straight = greatCircleKM(values[0], values[1], values[2], values[3])
      guard values[4] >= 0.9 * straight else {
        assembly.fault(
          .crossingTooShort, table, row, "length_km",
          [table.text(row, table.column("id")), decimal(values[4]), rounded(straight)])
        return nil
      }
      let nameEN = table.text(row, table.column("name_en"))
      return FixedCrossing(
        id: table.text(row, table.column("id")), nameEN: nameEN,
        nameZH: assembly.optionalText(table, row, "name_zh") ?? nameEN, latitudeA: values[0],
        longitudeA: values[1], latitudeB: values[2], longitudeB: values[3], lengthKM: values[4],
        provenance: assembly.provenance(table, row))
    }
  }

  private mutating func link(_ table: DecodedTable, _ row: Int, _ modes: [Mode]) -> Link? {
    let (from, to) = (table.column("from"), table.column("to"))
    let id = table.text(row, table.column("id"))
    guard let mode = word(table, row, table.column("mode"), modes),
      let a = table.id(row, from, Place.self), let b = table.id(row, to, Place.self),
      let distance = table.number(row, table.column("distance_km")),
      let seconds = table.seconds(hours: table.column("time_h"), row)
    else { return nil }
    guard a != b else {
      fault(.sameEnds, table, row, "to", [id, table.text(row, to)])
      return nil
    }
    let carries = table.flag(row, table.column("carries"))
    guard !carries || (mode != .sea && mode != .air) else {
      fault(.linkCarriesNot, table, row, "carries", [id, mode.rawValue])
      return nil
    }
    guard isLongEnough(table, row, a, b, distance) else { return nil }
    let isTooFast = isFasterThan(mode.topSpeedKMH, km: distance, seconds: seconds)
    if isTooFast, places[a.index] != nil, places[b.index] != nil {
      fault(
        .linkTooFast, table, row, "time_h",
        [
          id, speed(km: distance, seconds: seconds), mode.rawValue, decimal(mode.topSpeedKMH),
        ])
      return nil
    }
    return Link(
      id: id, mode: mode, from: a, to: b, distanceKM: distance, seconds: seconds,
      carries: carries, oneWay: table.flag(row, table.column("one_way")),
      passages: table.texts(row, table.column("passages")),
      attributes: table.text(row, table.column("attributes")),
      provenance: provenance(table, row))
  }

  /// No way is shorter than the great circle; a tenth is left for coordinates that are rounded.
  private mutating func isLongEnough(
    _ table: DecodedTable, _ row: Int, _ from: ID<Place>, _ to: ID<Place>, _ distance: Double
  ) -> Bool {
    guard let a = places[from.index], let b = places[to.index] else { return true }
    let straight = greatCircleKM(a.latitude, a.longitude, b.latitude, b.longitude)
    guard distance < 0.9 * straight else { return true }
    fault(
      .linkTooShort, table, row, "distance_km",
      [a.id, b.id, decimal(distance), rounded(straight)])
    return false
  }

  /// Two rows of one mode between the same ends, in the same direction, by the same passages.
  private mutating func checkRepeatedLinks() {
    guard let table = tables["link"] else { return }
    var first: [String: Int] = [:]
    for link in links.sorted(by: { $0.provenance.line < $1.provenance.line }) {
      let key = [
        link.mode.rawValue, "\(link.from.rawValue)", "\(link.to.rawValue)",
        link.passages.joined(separator: ";"), link.attributes,
      ].joined(separator: "\u{1F}")
      if let line = first[key] {
        log.add(
          .linkTwice, table: table.order, file: table.file, line: link.provenance.line,
          [link.id, places[link.from.index]?.id ?? "", places[link.to.index]?.id ?? "", "\(line)"])
      } else {
        first[key] = link.provenance.line
      }
    }
  }

  /// Roads to another land mass need a bridge or tunnel of the table `crossing`.
  private mutating func checkLinksOverWater() {
    // A faulty crossing may be the one that a road needs.
    guard let table = tables["link"], crossings.count == tables["crossing"]?.rowCount ?? 0
    else { return }
    let roads = links.filter {
      $0.mode == .road && places[$0.from.index] != nil && places[$0.to.index] != nil
    }
    guard !roads.isEmpty else { return }
    let ends = Set(roads.flatMap { [$0.from, $0.to] }).sorted()
    let points = ends.map {
      GeoPoint(
        latitude: places[$0.index]?.latitude ?? 0, longitude: places[$0.index]?.longitude ?? 0)
    }
    let number = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    let ways = OverlandNetwork(
      points: points,
      crossings: crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      })
    for road in roads {
      guard let a = number[road.from], let b = number[road.to], !ways.mayReach(a, b) else {
        continue
      }
      log.add(
        .linkOverWater, table: table.order, file: table.file, line: road.provenance.line,
        [road.id, places[road.from.index]?.id ?? "", places[road.to.index]?.id ?? ""])
    }
  }
}

extension Mode {
  /// Faster than this, great circle or road, a row must be wrong.
  var topSpeedKMH: Double {
    switch self {
    case .air: 1_000
    case .road: 110
    case .rail: 160
    case .sea, .river: 60
    }
  }
}

/// Whether a way is done faster than it can be; a minute is left for rounded times.
func isFasterThan(_ speedKMH: Double, km: Double, seconds: Int64) -> Bool {
  km / speedKMH * 3_600 > Double(seconds) + 60
}

func speed(km: Double, seconds: Int64) -> String {
  seconds > 0 ? rounded(km / Double(seconds) * 3_600) : "∞"
}

/// Whole numbers from 10 on, one decimal below.
func rounded(_ value: Double) -> String {
  value.magnitude >= 10
    ? String(Int64(value.rounded())) : decimal((value * 10).rounded() / 10)
}
