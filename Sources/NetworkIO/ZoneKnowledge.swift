// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

/// What the system's time zone data say of the zones that a network names.
struct ZoneKnowledge {
  struct Offsets: Sendable {
    /// Seconds east of UTC without summer time.
    var standard: Int
    /// In the reference week.
    var atReference: Int
  }

  /// The system's tables, read once; nil where it has no zone data.
  static let countries = try? ZoneCountries.load()
  private let reference: CivilDate
  private var offsets: [String: Offsets?] = [:]
  /// Country or region → its zones.
  private let zones: [String: [String]]

  private static let zonesOfTerritories: [String: [String]] = {
    var zones: [String: [String]] = [:]
    for zone in countries?.zones ?? [] {
      for code in countries?.countries(of: zone) ?? [] { zones[code, default: []].append(zone) }
    }
    return zones
  }()

  init(reference: CivilDate?) {
    // Any winter and summer do where the package gives no week.
    self.reference = reference ?? CivilDate(dayNumber: 20_514)
    zones = Self.zonesOfTerritories
  }

  func zones(of territory: String) -> [String] { zones[territory] ?? [] }

  /// The offsets of a zone, nil where no zone has this name; read once per zone.
  mutating func offsets(of zone: String) -> Offsets? {
    if let known = offsets[zone] { return known }
    var found: Offsets?
    if let rules = try? TimeZoneRules.load(zone) {
      let year = reference.yearMonthDay.year
      let halves = [1, 7].compactMap { CivilDate(year: year, month: $0, day: 15) }
      let both = halves.map {
        rules.offsetSeconds(at: Instant(seconds: $0.dayNumber * secondsPerDay))
      }
      found = Offsets(
        standard: both.min() ?? 0,
        atReference: rules.offsetSeconds(
          at: Instant(seconds: reference.dayNumber * secondsPerDay)))
    }
    offsets[zone] = found
    return found
  }

  /// Hours between a zone's standard time and the mean solar time of a longitude, −12…12.
  mutating func hoursOff(_ zone: String, longitude: Double) -> Double? {
    guard let offsets = offsets(of: zone) else { return nil }
    let hours = Double(offsets.standard) / 3_600 - longitude / 15
    return hours - 24 * (hours / 24).rounded()
  }
}
