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
    addStores()
    warnOfIdleResources()
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
    guard standsThere(table, row, place, kind) else { return nil }
    return Handling(
      place: place, placeKind: kind, inbound: inbound, outbound: outbound,
      cargoClass: word(table, row, table.column("class"), classes), time: time,
      distribution: optionalText(table, row, "distribution") ?? "lognormal",
      cost: cost(table, row), co2e: co2e(table, row),
      resource: table.text(row, table.column("resource")), provenance: provenance(table, row))
  }

  /// The resource that a row of handling names is at its place, or at one of its kind.
  private mutating func standsThere(
    _ table: DecodedTable, _ row: Int, _ place: ID<Place>?, _ kind: PlaceKind?
  ) -> Bool {
    let column = table.column("resource")
    guard let id = table.id(row, column, Resource.self), let resource = resources[id.index]
    else { return true }
    let here = places[resource.place.index]
    guard place.map({ $0 == resource.place }) ?? (here?.kind == kind) else {
      fault(.handlingResource, table, row, "resource", [resource.id, here?.id ?? ""])
      return false
    }
    return true
  }

  /// The room of a terminal that has no yard among its resources: places of its own, in TEU or, at airports, in tonnes.
  private mutating func addStores() {
    let known = Set(resources.compactMap { $0?.kind == .yard ? $0?.place : nil })
    for terminal in terminals where !known.contains(terminal.place) {
      guard let capacity = terminal.storageCapacity, let place = places[terminal.place.index]
      else { continue }
      let isShed = place.kind == .airport || place.kind == .airCargoTerminal
      let payload = parameterValue("cap.teu_weight") ?? 10
      let factor =
        switch terminal.storageUnit {
        case "t": isShed ? 1 : 1 / payload
        case "TEU": isShed ? payload : 1
        default: 1.0
        }
      resources.append(
        Resource(
          id: Resource.storeID(of: place.id), place: terminal.place, kind: .yard,
          servers: Int(min(1e8, capacity * factor)), rate: 0, provenance: terminal.provenance))
    }
  }

  /// What stands in resource.csv and serves nobody.
  private mutating func warnOfIdleResources() {
    guard let table = tables["resource"] else { return }
    let used = Set(
      tables["background"].map { table in
        table.rows.compactMap { table.integer($0, table.column("resource")) }
      } ?? [])
    for (position, rows) in references["resource"].rows.enumerated() {
      guard let row = rows.first, let resource = resources[position] else { continue }
      if resource.kind == .reeferPlug, !used.contains(position),
        tables["background"]?.isComplete ?? true
      {
        warn(.resourceIdle, table, row, "kind", [resource.id, resource.kind.rawValue])
      }
      if resource.kind.isPlaces, resource.kind != .truckFleet,
        table.number(row, table.column("cv")) != nil
      {
        warn(.resourceCV, table, row, "cv", [resource.id, resource.kind.rawValue])
      }
    }
  }

  /// A parameter before they are all read.
  private func parameterValue(_ id: String) -> Double? {
    guard let table = tables["parameter"] else { return nil }
    let (name, value) = (table.column("id"), table.column("value"))
    return table.rows.first { table.text($0, name) == id }.flatMap { table.number($0, value) }
  }
}
