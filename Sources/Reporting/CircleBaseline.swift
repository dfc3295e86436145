// SPDX-License-Identifier: GPL-3.0-or-later
public import Coverage
public import FreightModel
public import JSONText
import Quantities

/// An earlier circle that another is held against, city by city.
public struct CircleBaseline: Sendable {
  struct City: Sendable {
    /// Hundredths of an hour as written, so that a circle differs by 0 from its own file.
    var p80: Double?
    var isWithin: Bool
    var isUnreachable: Bool
  }

  public var name: String
  /// By id of the city.
  let cities: [String: City]

  /// Of a circle that was computed.
  public init(name: String, result: CoverageResult, network: Network) {
    self.name = name
    var cities: [String: City] = [:]
    for city in result.cities + result.beside + result.districts {
      cities[network.places[city.place].id] = City(
        p80: Double(Cell(hours: city.p80).plain), isWithin: city.status == .within,
        isUnreachable: city.status == .unreachable)
    }
    self.cities = cities
  }

  /// Of a file that `coverage` wrote; nil where it is none.
  public init?(name: String, json: JSONValue) {
    let rows = ["cities", "beside", "districts"].flatMap { json[$0]?.arrayValue ?? [] }
    guard !rows.isEmpty else { return nil }
    var cities: [String: City] = [:]
    for row in rows {
      guard let id = row["city_id"]?.stringValue, let status = row["status"]?.stringValue else {
        return nil
      }
      cities[id] = City(
        p80: row["p80_h"]?.doubleValue,
        isWithin: ["in", "gained", "kept_in"].contains(status),
        isUnreachable: status == "unreachable")
    }
    self.name = name
    self.cities = cities
  }
}

extension CoverageReport {
  /// `gained`, `lost`, `kept_in`, `kept_out` or `unreachable` against a base; else the city's own status.
  func comparedStatus(of city: CityResult) -> String {
    guard let baseline else { return city.status.rawValue }
    let before = baseline.cities[network.places[city.place].id]
    switch (before?.isWithin ?? false, city.status) {
    case (false, .within): return "gained"
    case (true, .within): return "kept_in"
    case (true, _): return "lost"
    case (false, .unreachable): return "unreachable"
    case (false, .out): return "kept_out"
    }
  }

  /// Hours by which the P80 differs from the base's; nil where one of them is infinite.
  func deltaP80(of city: CityResult) -> Double? {
    guard let before = baseline?.cities[network.places[city.place].id]?.p80,
      let after = Double(Cell(hours: city.p80).plain)
    else { return nil }
    return ((after - before) * 100).rounded() / 100
  }

  /// Cities gained and lost, for a terminal.
  func baselineText() -> String {
    guard let baseline else { return "" }
    let names = { (status: String) in
      let cities = result.cities.filter { comparedStatus(of: $0) == status }
      return "\(cities.count) "
        + cities.prefix(12).map { self.names.place($0.place) }.joined(separator: ", ")
        + (cities.count > 12 ? " …" : "")
    }
    let deltas = result.cities.compactMap(deltaP80)
    return "\n" + word("report.against", baseline.name) + "\n"
      + "  " + word("report.gained", names("gained")) + "\n"
      + "  " + word("report.lost", names("lost")) + "\n"
      + "  "
      + word(
        "report.moved", String(deltas.count { $0 < 0 }), String(deltas.count { $0 > 0 }),
        String(deltas.count { $0 == 0 })) + "\n"
  }
}
