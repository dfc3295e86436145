// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  mutating func readCarriers() {
    carriers = readNamed("carrier") { assembly, table, row in
      let nameEN = table.text(row, table.column("name_en"))
      return Carrier(
        id: table.text(row, table.column("id")), nameEN: nameEN,
        nameZH: assembly.optionalText(table, row, "name_zh") ?? nameEN,
        homes: table.list(row, table.column("homes")).map { ID($0) }.sorted(),
        provenance: assembly.provenance(table, row))
    }
  }

  mutating func readServices() {
    slotRules = readNamed("slot_rule") { assembly, table, row in assembly.slotRule(table, row) }
    let departures = rowsOfServices("departure")
    let stops = rowsOfServices("stop_time")
    let capacity = rowsOfServices("capacity")
    let modes = Mode.allCases
    services = readNamed("service") { assembly, table, row in
      assembly.service(table, row, modes)
    }
    for position in services.indices {
      readDepartures(
        position, departures.rows[position] ?? [],
        isWhole: !departures.spoilt.contains(position))
      readStops(position, stops.rows[position] ?? [], isWhole: !stops.spoilt.contains(position))
      readCapacity(
        position, capacity.rows[position] ?? [], isWhole: !capacity.spoilt.contains(position))
    }
    readServiceExceptions()
  }

  /// The rows of a table by the service they belong to, and the services of which some are faulty.
  private func rowsOfServices(_ name: String) -> (rows: [Int: [Int]], spoilt: Set<Int>) {
    guard let table = tables[name] else { return ([:], []) }
    let column = table.column("service")
    var rows: [Int: [Int]] = [:]
    var spoilt: Set<Int> = []
    for row in table.rows {
      guard let service = table.integer(row, column) else { continue }
      if table.isSound[row] {
        rows[service, default: []].append(row)
      } else {
        spoilt.insert(service)
      }
    }
    if !table.isComplete { spoilt.formUnion(services.indices) }
    return (rows, spoilt)
  }

  private mutating func slotRule(_ table: DecodedTable, _ row: Int) -> SlotRule? {
    let order = table.list(row, table.column("day_order")).map { bits in
      Weekday.allCases.filter { bits & 1 << ($0.rawValue - 1) != 0 }
    }
    guard order.count == 7, order.allSatisfy({ $0.count == 1 }), Set(order.joined()).count == 7
    else {
      let column = table.column("day_order")
      fault(
        .slotDays, table, row, "day_order",
        [table.text(row, column), table.text(row, table.column("id"))])
      return nil
    }
    return SlotRule(
      id: table.text(row, table.column("id")), dayOrder: Array(order.joined()),
      timeOrder: table.list(row, table.column("time_order")), provenance: provenance(table, row))
  }

  private mutating func service(_ table: DecodedTable, _ row: Int, _ modes: [Mode]) -> Service? {
    let id = table.text(row, table.column("id"))
    guard let mode = word(table, row, table.column("mode"), modes),
      let carrier = table.id(row, table.column("carrier"), Carrier.self),
      let status = word(table, row, table.column("status"), ServiceStatus.allCases)
    else { return nil }
    let from = table.date(row, table.column("valid_from"))
    let to = table.date(row, table.column("valid_to"))
    if let from, let to, to < from {
      let columns = (table.column("valid_from"), table.column("valid_to"))
      fault(
        .serviceValidity, table, row, "valid_to",
        [id, table.text(row, columns.0), table.text(row, columns.1)])
      return nil
    }
    if let frequency = table.number(row, table.column("frequency_per_week")),
      WeeklyFrequency(perWeek: frequency) == nil
    {
      let nearest = WeeklyFrequency.nearest(to: frequency)
      fault(
        .serviceFrequency, table, row, "frequency_per_week",
        [id, decimal(frequency), "\(WeeklyFrequency.longestPeriod)"],
        hint: [decimal(nearest.below), decimal(nearest.above)])
      return nil
    }
    return Service(
      id: id, nameEN: optionalText(table, row, "name_en") ?? id, mode: mode,
      serviceType: table.text(row, table.column("service_type")), carrier: carrier,
      vehicle: table.text(row, table.column("vehicle")), status: status,
      frequencyPerWeek: table.number(row, table.column("frequency_per_week")),
      slotRule: table.id(row, table.column("slot_rule")),
      slotPhase: table.integer(row, table.column("slot_phase")) ?? 0,
      phaseWeek: table.integer(row, table.column("phase_week")) ?? 0, stops: [],
      cutoffSeconds: table.seconds(hours: table.column("cutoff_h"), row),
      releaseSeconds: table.seconds(hours: table.column("release_h"), row),
      passages: table.texts(row, table.column("passages")),
      customsTransit: table.flag(row, table.column("customs_transit")), capacity: [:],
      isAssumedInterline: table.flag(row, table.column("assumed_interline")), validFrom: from,
      validTo: to, assumedFields: table.text(row, table.column("assumed_fields")),
      provenance: provenance(table, row))
  }

  private mutating func readDepartures(_ position: Int, _ rows: [Int], isWhole: Bool) {
    guard let service = services[position] else { return }
    var departures: [Departure] = []
    var isSound = isWhole
    if let table = tables["departure"] {
      let (days, date) = (table.column("days"), table.column("date"))
      var seen: [(departure: Departure, line: Int)] = []
      for row in rows {
        guard let time = table.integer(row, table.column("time")) else { continue }
        let weekly = table.cell(row, days) != nil
        guard weekly != (table.cell(row, date) != nil) else {
          fault(.eitherOr, table, row, nil, ["days", "date"])
          isSound = false
          continue
        }
        let period = table.integer(row, table.column("period_weeks")) ?? 1
        let phase = (table.integer(row, table.column("phase_week")) ?? 0) % period
        let when: Departure.Days =
          table.date(row, date).map { .date($0) }
          ?? .weekly(table.days(row, days), periodWeeks: period, phaseWeek: phase)
        let bare = Departure(
          days: when, secondOfDay: time, provenance: Provenance(quality: .assumed))
        if let other = seen.first(where: { $0.departure.leavesWith(bare) }) {
          fault(
            .departureTwice, table, row, nil,
            [service.id, table.text(row, table.column("time")), "\(other.line)"])
          isSound = false
          continue
        }
        seen.append((bare, table.line(row)))
        departures.append(
          Departure(days: when, secondOfDay: time, provenance: provenance(table, row)))
      }
    }
    departures.sort { Self.sortKey($0).lexicographicallyPrecedes(Self.sortKey($1)) }
    services[position]?.departures = departures
    guard isSound, departures.isEmpty, !references.isSuspect("service", position),
      let table = tables["service"], let row = references["service"].rows[position].first
    else { return }
    guard let frequency = service.frequencyPerWeek else {
      if service.status.runs {
        fault(.serviceNoDepartures, table, row, "id", [service.id])
        services[position] = nil
      }
      return
    }
    if service.slotRule == nil, frequency > 0 {
      fault(.serviceNoDepartures, table, row, "frequency_per_week", [service.id])
      services[position] = nil
    }
  }

  private static func sortKey(_ departure: Departure) -> [Int64] {
    switch departure.days {
    case .weekly(let days, let period, let phase):
      let bits = days.reduce(Int64(0)) { $0 | 1 << Int64($1.rawValue) }
      return [0, bits, Int64(departure.secondOfDay), Int64(period), Int64(phase)]
    case .date(let date): return [1, date.dayNumber, Int64(departure.secondOfDay)]
    }
  }

  private mutating func readCapacity(_ position: Int, _ rows: [Int], isWhole: Bool) {
    guard let service = services[position] else { return }
    if let table = tables["capacity"] {
      for row in rows {
        guard let cargo = word(table, row, table.column("class"), CargoClass.allCases),
          let amount = table.number(row, table.column("amount"))
        else { continue }
        let quality = provenance(table, row).quality
        let unit = table.text(row, table.column("unit"))
        guard let capacity = Service.Capacity(amount, unit, of: cargo, quality: quality) else {
          fault(.capacityUnit, table, row, "unit", [unit, cargo.rawValue])
          continue
        }
        services[position]?.capacity[cargo] = capacity
      }
    }
    if rows.isEmpty, isWhole, service.status.runs, !references.isSuspect("service", position),
      let table = tables["service"], let row = references["service"].rows[position].first
    {
      warn(.serviceNoCapacity, table, row, "id", [service.id])
    }
  }
}
