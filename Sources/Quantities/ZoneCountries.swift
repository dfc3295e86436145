// SPDX-License-Identifier: GPL-3.0-or-later

/// The release of the time zone data, such as `2025b`; nil where the folder does not say.
public func tzdataVersion(directory: String = TimeZoneRules.systemDirectory) -> String? {
  if let bytes = FileBytes.read("\(directory)/tzdata.zi") {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let words = line.split(separator: UInt8(ascii: " "))
    if words.count == 3, words[0].elementsEqual("#".utf8), words[1].elementsEqual("version".utf8) {
      return String(decoding: words[2], as: UTF8.self)
    }
  }
  guard let bytes = FileBytes.read("\(directory)/+VERSION", limit: 64) else { return nil }
  let version = bytes.prefix { $0 > UInt8(ascii: " ") }
  return version.isEmpty ? nil : String(decoding: version, as: UTF8.self)
}

/// Which countries and regions use a time zone, and where its principal place lies.
///
/// From `zone1970.tab` and `zone.tab` beside the zones; a check of places against their zones, not
/// a map: only principal places are in the tables.
public struct ZoneCountries: Sendable {
  private struct Row: Sendable {
    var countries: Set<String>
    var latitude: Double
    var longitude: Double
  }

  private let rows: [String: Row]

  /// Reads both tables; a folder without them is one without data.
  public static func load(
    directory: String = TimeZoneRules.systemDirectory
  ) throws(TimeZoneFault) -> ZoneCountries {
    var rows: [String: Row] = [:]
    for table in ["zone1970.tab", "zone.tab"] {
      for line in (FileBytes.read("\(directory)/\(table)") ?? []).split(separator: 10) {
        guard let (name, row) = row(String(decoding: line, as: UTF8.self)) else { continue }
        rows[name, default: row].countries.formUnion(row.countries)
      }
    }
    guard !rows.isEmpty else { throw .noData(directory: directory) }
    return ZoneCountries(rows: rows)
  }

  /// The names in the tables, sorted; links and zones without a place (`Etc/…`) are not among them.
  public var zones: [String] { rows.keys.sorted() }

  /// ISO 3166 codes, sorted; empty for a zone that is not in the tables.
  public func countries(of zone: String) -> [String] { rows[zone]?.countries.sorted() ?? [] }

  /// Degrees north and east of the zone's principal place.
  public func location(of zone: String) -> (latitude: Double, longitude: Double)? {
    rows[zone].map { ($0.latitude, $0.longitude) }
  }

  /// `codes TAB ±ddmm[ss]±dddmm[ss] TAB zone [TAB comment]`.
  private static func row(_ line: String) -> (String, Row)? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard !line.hasPrefix("#"), fields.count >= 3 else { return nil }
    let place = fields[1]
    guard let east = place.lastIndex(where: { $0 == "+" || $0 == "-" }),
      let latitude = degrees(place[..<east], digits: 2),
      let longitude = degrees(place[east...], digits: 3)
    else { return nil }
    let codes = Set(fields[0].split(separator: ",").map(String.init))
    return (
      String(fields[2]), Row(countries: codes, latitude: latitude, longitude: longitude)
    )
  }

  /// A sign, `digits` digits of degrees, two of minutes, perhaps two of seconds (ISO 6709).
  private static func degrees(_ text: Substring, digits: Int) -> Double? {
    let number = text.dropFirst()
    guard let sign = text.first, number.allSatisfy({ ("0"..."9").contains($0) }),
      number.count == digits + 2 || number.count == digits + 4,
      let whole = Int(number.prefix(digits)), let minutes = Int(number.dropFirst(digits).prefix(2))
    else { return nil }
    let seconds = Int(number.dropFirst(digits + 2)) ?? 0
    let value = Double(whole) + Double(minutes) / 60 + Double(seconds) / 3_600
    return sign == "-" ? -value : value
  }
}
