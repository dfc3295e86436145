// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  mutating func readRules() {
    let (modes, kinds, classes) = (Mode.allCases, PlaceKind.allCases, CargoClass.allCases)
    modeRules = readRows("mode_rule") { assembly, table, row in
      guard let mode = assembly.word(table, row, table.column("mode"), modes),
        let cutoff = table.seconds(hours: table.column("cutoff_h"), row),
        let release = table.seconds(hours: table.column("release_h"), row)
      else { return nil }
      return ModeRule(
        mode: mode, serviceType: table.text(row, table.column("service_type")),
        isDomestic: table.flag(row, table.column("domestic")),
        place: table.id(row, table.column("place")), cutoffSeconds: cutoff,
        releaseSeconds: release, provenance: assembly.provenance(table, row))
    }
    lineHauls = readRows("line_haul") { assembly, table, row in
      assembly.lineHaul(table, row, kinds, classes)
    }
    readRoadRules()
    clearances = readRows("clearance") { assembly, table, row in
      assembly.clearance(table, row, kinds, classes)
    }
    doors = readRows("door") { assembly, table, row in
      guard let time = assembly.operationTime(table, row),
        let operation = assembly.word(
          table, row, table.column("operation"), DoorRule.Operation.allCases)
      else { return nil }
      return DoorRule(
        operation: operation, territory: table.text(row, table.column("territory")),
        cargoClass: assembly.word(table, row, table.column("class"), classes), time: time,
        hours: table.id(row, table.column("hours")), cost: assembly.cost(table, row),
        co2e: assembly.co2e(table, row), provenance: assembly.provenance(table, row))
    }
    hubs = readRows("hub") { assembly, table, row in assembly.hub(table, row) }
    hubs.sort { $0.ehub < $1.ehub }
  }

  private mutating func lineHaul(
    _ table: DecodedTable, _ row: Int, _ kinds: [PlaceKind], _ classes: [CargoClass]
  ) -> LineHaulRule? {
    let (low, high) = (table.column("min_km"), table.column("max_km"))
    guard let mass = table.number(row, table.column("max_mass_kg")),
      let least = table.number(row, low), let most = table.number(row, high),
      let cutoff = table.seconds(hours: table.column("cutoff_h"), row),
      let release = table.seconds(hours: table.column("release_h"), row)
    else { return nil }
    guard least < most else {
      fault(
        .distanceOrder, table, row, "max_km",
        ["max_km", table.text(row, high), "min_km", table.text(row, low)])
      return nil
    }
    return LineHaulRule(
      id: table.text(row, table.column("id")),
      territory: table.text(row, table.column("territory")),
      fromKind: word(table, row, table.column("from_kind"), kinds),
      classes: Set(table.list(row, table.column("classes")).map { classes[$0] }), maxMassKG: mass,
      minDistanceKM: least, maxDistanceKM: most,
      departures: table.list(row, table.column("departures")).sorted(), cutoffSeconds: cutoff,
      releaseSeconds: release, provenance: provenance(table, row))
  }

  private mutating func readRoadRules() {
    roadRules = readRows("road_rule") { assembly, table, row in
      guard let limit = table.number(row, table.column("up_to_km")),
        let circuity = table.number(row, table.column("circuity")),
        let speed = table.number(row, table.column("speed_kmh"))
      else { return nil }
      guard speed <= Mode.road.topSpeedKMH else {
        assembly.fault(
          .speedTooHigh, table, row, "speed_kmh", [decimal(speed), decimal(Mode.road.topSpeedKMH)])
        return nil
      }
      return RoadRule(
        territory: table.text(row, table.column("territory")), upToKM: limit, circuity: circuity,
        speedKMH: speed, provenance: assembly.provenance(table, row))
    }
    roadRules.sort { ($0.territory, $0.upToKM) < ($1.territory, $1.upToKM) }
    driverRules = readRows("driver_rule") { assembly, table, row in
      let hours = ["break_after_h", "break_h", "daily_h", "rest_h"].compactMap {
        table.seconds(hours: table.column($0), row)
      }
      guard hours.count == 4 else { return nil }
      return DriverRule(
        territory: table.text(row, table.column("territory")), breakAfterSeconds: hours[0],
        breakSeconds: hours[1], dailySeconds: hours[2], restSeconds: hours[3],
        twoDriversOverDaily: table.flag(row, table.column("two_drivers")),
        provenance: assembly.provenance(table, row))
    }
  }

  private mutating func clearance(
    _ table: DecodedTable, _ row: Int, _ kinds: [PlaceKind], _ classes: [CargoClass]
  ) -> ClearanceRule? {
    guard
      let direction = word(
        table, row, table.column("direction"), ClearanceRule.Direction.allCases),
      let time = operationTime(table, row)
    else { return nil }
    var inspection: OperationTime?
    if table.cell(row, table.column("inspection_h")) != nil {
      inspection = operationTime(table, row, "inspection_")
      if inspection == nil { return nil }
    }
    return ClearanceRule(
      id: table.text(row, table.column("id")), direction: direction,
      territory: table.text(row, table.column("territory")),
      placeKind: word(table, row, table.column("place_kind"), kinds),
      place: table.id(row, table.column("place")),
      cargoClass: word(table, row, table.column("class"), classes),
      exportMode: word(table, row, table.column("export_mode"), ExportMode.allCases), time: time,
      hours: table.id(row, table.column("hours")),
      inspectionShare: table.number(row, table.column("inspection_share")) ?? 0,
      inspectionTime: inspection, cost: cost(table, row), provenance: provenance(table, row))
  }

  private mutating func hub(_ table: DecodedTable, _ row: Int) -> HubRule? {
    guard let ehub = table.id(row, table.column("ehub"), Place.self),
      let airport = table.id(row, table.column("airport"), Place.self),
      let release = table.seconds(hours: table.column("release_h"), row)
    else { return nil }
    for (place, column, allowed) in [
      (ehub, "ehub", [PlaceKind.ehub]), (airport, "airport", [.airport, .airCargoTerminal]),
    ] {
      guard let kind = places[place.index]?.kind, !allowed.contains(kind) else { continue }
      fault(
        .hubKind, table, row, column,
        [table.text(row, table.column(column)), kind.rawValue, allowed[0].rawValue],
        hint: [allowed[0].rawValue])
      return nil
    }
    return HubRule(
      ehub: ehub, airport: airport, releaseSeconds: release, provenance: provenance(table, row))
  }
}
