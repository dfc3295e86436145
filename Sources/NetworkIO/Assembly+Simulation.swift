// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// Reads what only the simulation needs: others' traffic, when it comes, and who is inspected.
  mutating func readSimulation() {
    readProfiles()
    backgrounds = readRows("background") { assembly, table, row in
      assembly.background(table, row)
    }
    readLoads()
    readInspections()
  }

  private mutating func readProfiles() {
    guard let table = tables["profile"] else { return }
    profiles = references["profile"].rows.enumerated().map { position, rows in
      profile(references["profile"].ids[position], table, rows)
    }
  }

  /// A profile of all its rows; nil after a fault of any.
  private mutating func profile(_ id: String, _ table: DecodedTable, _ rows: [Int]) -> Profile? {
    var profile = Profile(id: id, provenance: provenance(table, of: rows))
    var isSound = true
    var given: [Profile.Kind: Int] = [:]
    for row in rows {
      guard table.isSound[row],
        let kind = word(table, row, table.column("kind"), Profile.Kind.allCases),
        let position = table.integer(row, table.column("position")),
        let factor = table.number(row, table.column("factor"))
      else {
        isSound = false
        continue
      }
      let range = kind.positions
      guard range.contains(position) else {
        fault(
          .profilePosition, table, row, "position",
          ["\(position)", kind.rawValue, "\(range.lowerBound)…\(range.upperBound)"])
        isSound = false
        continue
      }
      given[kind, default: 0] += 1
      let index = position - range.lowerBound
      switch kind {
      case .hourOfDay: profile.hourOfDay[index] = factor
      case .weekday: profile.weekday[index] = factor
      case .weekOfYear: profile.weekOfYear[index] = factor
      }
    }
    guard isSound, let first = rows.first else { return nil }
    for (kind, factors) in [
      (Profile.Kind.hourOfDay, profile.hourOfDay), (.weekday, profile.weekday),
      (.weekOfYear, profile.weekOfYear),
    ] where factors.allSatisfy({ $0 == 0 }) {
      fault(.profileZero, table, first, "id", [id, kind.rawValue])
      return nil
    }
    return profile
  }

  private mutating func background(_ table: DecodedTable, _ row: Int) -> Background? {
    guard let resource = table.id(row, table.column("resource"), Resource.self),
      let perYear = table.number(row, table.column("per_year")),
      let work = table.number(row, table.column("work"))
    else { return nil }
    let units = table.integer(row, table.column("units")) ?? 1
    if let servers = resources[resource.index]?.servers, units > servers {
      fault(
        .backgroundUnits, table, row, "units",
        ["\(units)", table.text(row, table.column("resource")), "\(servers)"])
      return nil
    }
    return Background(
      id: table.text(row, table.column("id")), resource: resource, arrivalsPerYear: perYear,
      meanWork: work, workCV: table.number(row, table.column("work_cv")) ?? 0.5, units: units,
      arrivalStages: table.integer(row, table.column("arrival_stages")) ?? 1,
      profile: table.id(row, table.column("profile")), provenance: provenance(table, row))
  }

  private mutating func readLoads() {
    let types = Set(services.compactMap(\.self).map(\.serviceType)).filter { !$0.isEmpty }
    let knowsTypes = tables["service"].map { $0.isComplete && $0.isSound.allSatisfy(\.self) }
    var first: [String: Int] = [:]
    loads = readRows("load") { assembly, table, row in
      guard let mode = assembly.word(table, row, table.column("mode"), Mode.allCases),
        let share = table.number(row, table.column("share"))
      else { return nil }
      let type = table.text(row, table.column("service_type"))
      if !type.isEmpty, knowsTypes == true, !types.contains(type) {
        assembly.fault(
          .loadType, table, row, "service_type", [type],
          hint: [NearestName.offer(type, in: types.sorted())])
        return nil
      }
      let key = ["mode", "service_type", "place", "class"].map {
        table.text(row, table.column($0))
      }
      guard assembly.isFirst(key, &first, table, row) else { return nil }
      let (low, high) = (table.column("low"), table.column("high"))
      for (column, name, isWrong) in [
        (low, "low", (table.number(row, low) ?? share) > share),
        (high, "high", (table.number(row, high) ?? share) < share),
      ] where isWrong {
        assembly.fault(
          .rangeOrder, table, row, name,
          [table.text(row, column), name, table.text(row, table.column("share")), "share"])
        return nil
      }
      return BackgroundLoad(
        id: table.text(row, table.column("id")), mode: mode, serviceType: type,
        place: table.id(row, table.column("place")),
        cargoClass: assembly.word(table, row, table.column("class"), CargoClass.allCases),
        share: share, low: table.number(row, low), high: table.number(row, high),
        provenance: assembly.provenance(table, row))
    }
  }

  private mutating func readInspections() {
    var first: [String: Int] = [:]
    inspections = readRows("inspection") { assembly, table, row in
      guard
        let side = assembly.word(
          table, row, table.column("side"), InspectionRule.Side.allCases),
        let probability = table.number(row, table.column("probability")),
        let hold = assembly.operationTime(table, row, median: "hold_h")
      else { return nil }
      var area = table.text(row, table.column("area"))
      if area == "*" { area = "" }
      let key = [table.text(row, table.column("export_mode")), side.rawValue, area]
      guard assembly.isFirst(key, &first, table, row) else { return nil }
      return InspectionRule(
        exportMode: assembly.word(
          table, row, table.column("export_mode"), ExportMode.allCases), side: side, area: area,
        probability: probability, hold: hold, provenance: assembly.provenance(table, row))
    }
  }

  /// Whether no row before had the same key: two that fit alike would leave open which one wins.
  private mutating func isFirst(
    _ key: [String], _ first: inout [String: Int], _ table: DecodedTable, _ row: Int
  ) -> Bool {
    let joined = key.joined(separator: "\u{1F}")
    guard let before = first[joined] else {
      first[joined] = row
      return true
    }
    // Rows come in the order of their key, not of the file: the later line is at fault.
    fault(
      .rowTwice, table, max(before, row), nil,
      [key.filter { !$0.isEmpty }.joined(separator: ", "), "\(table.line(min(before, row)))"])
    return false
  }
}
