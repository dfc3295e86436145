// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  mutating func readTerminals() {
    let modes = Mode.allCases
    terminals = readRows("terminal") { assembly, table, row in
      guard let place = table.id(row, table.column("place"), Place.self) else { return nil }
      return Terminal(
        place: place, modes: table.list(row, table.column("modes")).map { modes[$0] },
        gateHours: table.id(row, table.column("gate_hours")),
        hasCustoms: table.flag(row, table.column("customs")),
        customsHours: table.id(row, table.column("customs_hours")),
        storageCapacity: table.number(row, table.column("storage_capacity")),
        storageUnit: table.text(row, table.column("storage_unit")),
        freeStorageDays: table.number(row, table.column("free_storage_days")),
        observedDwellHours: table.number(row, table.column("observed_dwell_h")),
        throughput: table.number(row, table.column("throughput")),
        throughputUnit: table.text(row, table.column("throughput_unit")),
        throughputYear: table.integer(row, table.column("throughput_year")),
        provenance: assembly.provenance(table, row))
    }
    terminals.sort { $0.place < $1.place }
    resources = readNamed("resource") { assembly, table, row in assembly.resource(table, row) }
    let (kinds, classes) = (PlaceKind.allCases, CargoClass.allCases)
    handlings = readRows("handling") { assembly, table, row in
      assembly.handling(table, row, kinds, modes, classes)
    }
  }

  private mutating func resource(_ table: DecodedTable, _ row: Int) -> Resource? {
    guard let place = table.id(row, table.column("place"), Place.self),
      let kind = word(table, row, table.column("kind"), ResourceKind.allCases),
      let servers = table.integer(row, table.column("servers")),
      let rate = table.number(row, table.column("rate"))
    else { return nil }
    let id = table.text(row, table.column("id"))
    let unit = table.text(row, table.column("rate_unit"))
    guard kind.rateUnits.contains(unit) else {
      fault(
        .resourceUnit, table, row, "rate_unit", [unit, kind.rawValue],
        hint: [
          NearestName.of(unit, in: kind.rateUnits) ?? kind.rateUnits[0],
          kind.rateUnits.joined(separator: ", "),
        ])
      return nil
    }
    guard (rate == 0) == kind.isPlaces else {
      fault(
        kind.isPlaces ? .resourcePlaces : .resourceRate, table, row, "rate",
        [table.text(row, table.column("rate")), kind.rawValue])
      return nil
    }
    let up = table.number(row, table.column("mtbf_h"))
    let repair = table.number(row, table.column("mttr_h"))
    guard (up == nil) == (repair == nil) else {
      fault(.resourceBreakdown, table, row, up == nil ? "mttr_h" : "mtbf_h", [id])
      return nil
    }
    return Resource(
      id: id, place: place, kind: kind, servers: servers, rate: rate, rateUnit: unit,
      shifts: table.id(row, table.column("shifts")),
      serviceCV: table.number(row, table.column("cv")) ?? Resource.usualCV,
      breakdown: up.flatMap { up in
        repair.map { Resource.Breakdown(meanUpHours: up, meanRepairHours: $0) }
      }, provenance: provenance(table, row))
  }

  private mutating func handling(
    _ table: DecodedTable, _ row: Int, _ kinds: [PlaceKind], _ modes: [Mode],
    _ classes: [CargoClass]
  ) -> Handling? {
    let place = table.id(row, table.column("place"), Place.self)
    let kind = word(table, row, table.column("place_kind"), kinds)
    guard (place == nil) != (kind == nil) else {
      fault(.eitherOr, table, row, nil, ["place", "place_kind"])
      return nil
    }
    guard let time = operationTime(table, row),
      let inbound = word(table, row, table.column("inbound"), modes),
      let outbound = word(table, row, table.column("outbound"), modes)
    else { return nil }
    return Handling(
      place: place, placeKind: kind, inbound: inbound, outbound: outbound,
      cargoClass: word(table, row, table.column("class"), classes), time: time,
      distribution: optionalText(table, row, "distribution") ?? "lognormal",
      cost: cost(table, row), co2e: co2e(table, row),
      resource: table.text(row, table.column("resource")), provenance: provenance(table, row))
  }
}
