// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  /// Farther than this from the sun no zone runs, western China's three hours included.
  private static let mostHoursOff = 4.0
  /// Another zone of the territory must be nearer by this much before a zone is called wrong:
  /// neighbours one hour apart share long, crooked borders.
  private static let leastGain = 1.25

  /// Whether the zone exists and is one of the territory's; one fault at most is reported.
  mutating func hasRightZone(_ table: DecodedTable, _ row: Int) -> Bool {
    guard let countries = ZoneKnowledge.countries else {
      if !saysNoZoneData {
        saysNoZoneData = true
        log.add(.noZoneData, table: table.order, file: table.file)
      }
      return true
    }
    let column = table.column("time_zone")
    let zone = table.text(row, column)
    guard zones.offsets(of: zone) != nil else {
      fault(
        .unknownZone, table, row, "time_zone", [zone],
        hint: [log.isFull ? "" : NearestName.offer(zone, in: countries.zones)])
      return false
    }
    let code = table.text(row, table.column("territory"))
    let allowed = zones.zones(of: code)
    let owners = countries.countries(of: zone)
    guard allowed.isEmpty || owners.isEmpty || owners.contains(code) else {
      fault(
        .zoneOtherTerritory, table, row, "time_zone",
        [table.text(row, table.column("id")), zone, owners.joined(separator: ", "), code],
        hint: [code, allowed.joined(separator: ", ")])
      return false
    }
    return true
  }

  /// Whether a place with a right zone and right coordinates lies in the zone's region.
  mutating func isInZone(_ table: DecodedTable, _ row: Int, _ point: GeoPoint) -> Bool {
    let zone = table.text(row, table.column("time_zone"))
    guard let off = zones.hoursOff(zone, longitude: point.longitude) else { return true }
    let others = zones.zones(of: table.text(row, table.column("territory"))).filter { $0 != zone }
    var best: (zone: String, off: Double)?
    for other in others {
      guard let off = zones.hoursOff(other, longitude: point.longitude) else { continue }
      if abs(off) < abs(best?.off ?? .infinity) { best = (other, off) }
    }
    // All of China keeps Beijing time in transport, in Xinjiang too.
    let isExempt = zone == "Asia/Shanghai"
    let isBeaten = !isExempt && best.map { abs(off) - abs($0.off) >= Self.leastGain } ?? false
    guard abs(off) > Self.mostHoursOff || isBeaten else { return true }
    fault(
      .zoneFar, table, row, "time_zone",
      [
        table.text(row, table.column("id")), table.text(row, table.column("lon")), zone,
      ], hint: [best?.zone ?? zone])
    return false
  }
}
