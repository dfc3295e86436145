// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// Reads what is closed and what may fail; both name elements of other tables by kind and id.
  mutating func readClosures() {
    closures = readRows("closure") { assembly, table, row in assembly.closure(table, row) }
    disruptions = readRows("disruption") { assembly, table, row in
      guard let element = assembly.element(table, row),
        let rate = table.number(row, table.column("rate_per_year")),
        let duration = assembly.operationTime(table, row, median: "median_h")
      else { return nil }
      return Disruption(
        id: table.text(row, table.column("id")), element: element, ratePerYear: rate,
        duration: duration, event: table.text(row, table.column("event")),
        recoverySeconds: table.seconds(hours: table.column("recovery_h"), row) ?? 0,
        provenance: assembly.provenance(table, row))
    }
    checkEvents()
  }

  /// What strikes together has one rate: that of the event's first row in the file.
  private mutating func checkEvents() {
    guard let table = tables["disruption"] else { return }
    let columns = (event: table.column("event"), rate: table.column("rate_per_year"))
    var first: [String: Int] = [:]
    for row in table.rows where table.isSound[row] {
      let event = table.text(row, columns.event)
      guard !event.isEmpty else { continue }
      guard let before = first[event] else {
        first[event] = row
        continue
      }
      guard table.number(row, columns.rate) != table.number(before, columns.rate) else { continue }
      fault(
        .eventRate, table, row, "rate_per_year",
        [
          table.text(row, columns.rate), event, table.text(before, columns.rate),
          "\(table.line(before))",
        ])
    }
  }

  private mutating func closure(_ table: DecodedTable, _ row: Int) -> Closure? {
    let id = table.text(row, table.column("id"))
    let columns = (from: table.column("from"), to: table.column("to"), days: table.column("days"))
    let from = table.cell(row, columns.from).map { Instant(seconds: $0) }
    let to = table.cell(row, columns.to).map { Instant(seconds: $0) }
    if let from, let to, to <= from {
      fault(
        .closureOrder, table, row, "to",
        [id, table.text(row, columns.to), table.text(row, columns.from)])
      return nil
    }
    let start = table.integer(row, table.column("start"))
    let end = table.integer(row, table.column("end"))
    guard (start == nil) == (end == nil) else {
      fault(.closureHalf, table, row, start == nil ? "end" : "start", [id])
      return nil
    }
    if let start, let end, end <= start {
      fault(
        .closureHours, table, row, "end",
        [id, table.text(row, table.column("end")), table.text(row, table.column("start"))])
      return nil
    }
    guard let element = element(table, row) else { return nil }
    return Closure(
      id: id, element: element, from: from, to: to,
      days: table.cell(row, columns.days) == nil ? nil : table.days(row, columns.days),
      secondsOfDay: start.flatMap { start in end.map { start..<$0 } },
      provenance: provenance(table, row))
  }

  // MARK: What a row names

  /// What columns `kind` and `target` name; nil after a fault, or where another table's fault hides it.
  private mutating func element(_ table: DecodedTable, _ row: Int) -> NetworkElement? {
    guard
      let kind = word(table, row, table.column("kind"), NetworkElement.Kind.allCases)
    else { return nil }
    let target = table.text(row, table.column("target"))
    switch kind {
    case .place: return named("place", target, table, row).map { .place(ID($0)) }
    case .service: return named("service", target, table, row).map { .service(ID($0)) }
    case .link:
      if let position = links.firstIndex(where: { $0.id == target }) { return .link(ID(position)) }
      let known = tables["link"].map { table in
        table.rows.map { table.text($0, table.column("id")) }
      }
      if known?.contains(target) != true, tables["link"]?.isComplete != false {
        faultUnknown(target, of: "link", known: known ?? [], table, row)
      }
    case .passage:
      let known = passages
      if known.names.contains(target) { return .passage(target) }
      if known.isComplete, isFirst(target, kind: kind, in: table, row) {
        fault(
          .passageUnknown, table, row, "target",
          [target, "target", "\(count(target, kind, table))"],
          hint: [NearestName.offer(target, in: known.names.sorted())])
      }
    }
    return nil
  }

  /// Position of an id; what the resolver has reported as unknown is no second fault.
  private mutating func named(
    _ name: String, _ target: String, _ table: DecodedTable, _ row: Int
  ) -> Int? {
    let index = references[name]
    if let position = index.position[target] { return position }
    if index.isComplete, !references.isReported(target, of: name) {
      faultUnknown(target, of: name, known: index.ids, table, row)
    }
    return nil
  }

  private mutating func faultUnknown(
    _ target: String, of name: String, known: [String], _ table: DecodedTable, _ row: Int
  ) {
    guard let kind = NetworkElement.Kind(rawValue: name),
      isFirst(target, kind: kind, in: table, row)
    else { return }
    let arguments = [target, "target", name + ".csv", "\(count(target, kind, table))"]
    if known.isEmpty {
      fault(.referenceNoTable, table, row, "target", arguments, hint: [name + ".csv"])
    } else {
      fault(
        .referenceUnknown, table, row, "target", arguments,
        hint: [NearestName.offer(target, in: known), name + ".csv"])
    }
  }

  /// Each unknown name is reported once a table, in its first row.
  private func isFirst(
    _ target: String, kind: NetworkElement.Kind, in table: DecodedTable, _ row: Int
  ) -> Bool {
    rows(naming: target, kind, table).first == row
  }

  private func count(_ target: String, _ kind: NetworkElement.Kind, _ table: DecodedTable) -> Int {
    rows(naming: target, kind, table).count
  }

  private func rows(
    naming target: String, _ kind: NetworkElement.Kind, _ table: DecodedTable
  ) -> [Int] {
    let columns = (kind: table.column("kind"), target: table.column("target"))
    let number = NetworkElement.Kind.allCases.firstIndex(of: kind)
    return table.rows.filter {
      table.isSound[$0] && table.integer($0, columns.kind) == number
        && table.text($0, columns.target) == target
    }
  }

  /// Names that links and services use, and places that services pass; incomplete after faults of these.
  private var passages: (names: Set<String>, isComplete: Bool) {
    var names = Set(links.flatMap(\.passages))
    for service in services.compactMap(\.self) {
      names.formUnion(service.passages)
      names.formUnion(
        service.stops.filter(\.isPassage).compactMap { places[$0.place.index]?.id })
    }
    let isComplete = ["place", "link", "service", "stop_time"].compactMap { tables[$0] }
      .allSatisfy { $0.isComplete && $0.isSound.allSatisfy(\.self) }
    return (names, isComplete)
  }
}
