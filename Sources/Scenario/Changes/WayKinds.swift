// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO

extension ChangeKind {
  /// Changes of ways, closures and rights.
  static let wayKinds: [ChangeKind] = [
    ChangeKind(
      "close", optional: ["from", "to", "days", "start", "end", "reroute"],
      oneOf: [["places", "links", "passages", "services"]]
    ) { $0.close() },
    ChangeKind("open", oneOf: [["places", "links", "passages", "services"]]) { $0.open() },
    ChangeKind(
      "grant_right", ["from", "to"], optional: ["freedom", "both_ways"],
      oneOf: [["carrier", "service"]]
    ) { $0.grantRight() },
    ChangeKind(
      "withdraw_right", ["from", "to"], optional: ["both_ways"],
      oneOf: [["carrier", "service"]]
    ) { $0.withdrawRight() },
    ChangeKind("add_link", ["id"], columnsOf: "link") { $0.addLink() },
    ChangeKind("remove_link", ["links"]) { desk in
      let found = desk.rows("link", "id", field: "links")
      let gone = Set(found.map { desk["link"].cell($0, "id") })
      desk.remove("link", found)
      desk.removeElements("link", gone)
    },
    ChangeKind("link", ["links"], optional: ["time_h", "times", "distance_km"]) { $0.changeLink() },
  ]
}

extension ChangeDesk {
  private static let closed = [
    ("places", "place"), ("links", "link"), ("passages", "passage"), ("services", "service"),
  ]

  /// Targets of a closure: rows that are there, or names of passages.
  private mutating func targets() -> [(kind: String, ids: [String])] {
    Self.closed.compactMap { field, kind in
      guard fields.has(field) else { return nil }
      guard field == "passages" else {
        let found = rows(kind, "id", field: field)
        return (kind, found.map { self[kind].cell($0, "id") })
      }
      let known = passages()
      var found: [String] = []
      for (text, position) in texts(field) ?? [] {
        let fitting = known.filter(Pattern(text).fits).sorted()
        if fitting.isEmpty {
          log.add(
            .matchesNothing, position, text, field, hint: nearest(text, in: known.sorted()))
        }
        found += fitting.filter { !found.contains($0) }
      }
      for id in found { name(id) }
      return (kind, found)
    }
  }

  /// Names that links and services have for canals, straits, locks and borders.
  private mutating func passages() -> Set<String> {
    var names: Set<String> = []
    for table in ["link", "service"] {
      for row in self[table].present {
        names.formUnion(self[table].cell(row, "passages").split(separator: ";").map(String.init))
      }
    }
    let stops = self["stop_time"]
    for row in stops.present where stops.cell(row, "kind") == "passage" {
      names.insert(stops.cell(row, "place"))
    }
    return names
  }

  mutating func addClosure(_ values: [String: String]) {
    var values = values
    let known = Set(ids(of: "closure"))
    var number = known.count + 1
    while known.contains("\(scenario)-\(number)") { number += 1 }
    values["id"] = "\(scenario)-\(number)"
    for column in ["from", "to", "days", "start", "end"] where values[column]?.isEmpty == true {
      values[column] = nil
    }
    let table = self["closure"]
    let columns = ["kind", "target", "from", "to", "days", "start", "end"]
    let isThere = table.present.contains { row in
      columns.allSatisfy { table.cell(row, $0) == values[$0] ?? "" }
    }
    if isThere { log.add(.closedAlready, fields.position, values["target"] ?? "") }
    add("closure", values)
  }

  mutating func close() {
    if fields.has("reroute") {
      reroute()
      return
    }
    let columns = ["from", "to", "days", "start", "end"]
    let given = Dictionary(
      uniqueKeysWithValues: columns.compactMap { column in
        fields.text(column).map { (column, $0) }
      })
    say(
      ChangeWords.window(
        from: given["from"], to: given["to"], days: given["days"], start: given["start"],
        end: given["end"]), fields: "from", "to", "days", "start", "end", "passages")
    let targets = targets()
    guard touchesTheNetwork(given) else { return }
    for (kind, ids) in targets {
      for id in ids {
        if kind == "service" { checkDepartures(of: id, in: given) }
        addClosure(given.merging(["kind": kind, "target": id]) { _, new in new })
      }
    }
  }

  /// Takes closures of these out.
  mutating func open() {
    for (kind, ids) in targets() {
      for id in ids {
        let table = self["closure"]
        let found = table.present.filter {
          table.cell($0, "kind") == kind && table.cell($0, "target") == id
        }
        if found.isEmpty {
          let closed = table.present.filter { table.cell($0, "kind") == kind }
          log.add(
            .matchesNothing, fields.position(of: kind + "s"), id, "closure.csv",
            hint: nearest(id, in: closed.map { table.cell($0, "target") }))
        }
        remove("closure", found)
      }
    }
  }

  // MARK: Another way round

  /// Services through the passage sail another way, and are so much longer from the leg that had it.
  private mutating func reroute() {
    guard let way = fields["reroute"], let to = way["to"]?.text,
      let hours = way["hours"]?.text.flatMap(PlainText.number), hours >= 0
    else {
      log.add(.wrongShape, fields.position(of: "reroute"), "reroute", "{ to: cape, hours: 240 }")
      return
    }
    let without = ["from", "to", "days", "start", "end", "places", "links", "services"]
    for field in without where fields.has(field) {
      log.add(.fieldUnknown, fields.memberPosition(of: field), field, hint: "passages, reroute")
    }
    check(way, of: ["to", "hours"])
    say(
      ChangeWords.both("change.reroute", to, PlainText.text(hours)), fields: "reroute", "passages")
    for (_, names) in targets() {
      for passage in names {
        for row in self["service"].present {
          let cell = self["service"].cell(row, "passages")
          let parts = cell.split(separator: ";").map(String.init)
          guard parts.contains(passage) else { continue }
          let others = parts.map { $0 == passage ? to : $0 }
          set("service", row, "passages", others.joined(separator: ";"))
          lengthen(self["service"].cell(row, "id"), by: hours, through: passage)
        }
      }
    }
  }

  private mutating func lengthen(_ id: String, by hours: Double, through passage: String) {
    let table = self["stop_time"]
    let stops = table.present.filter { table.cell($0, "service") == id }.sorted {
      (Int(table.cell($0, "sequence")) ?? 0) < (Int(table.cell($1, "sequence")) ?? 0)
    }
    guard let first = leg(of: stops, through: passage) else { return }
    guard stops.allSatisfy({ table.cell($0, "arrive").isEmpty && table.cell($0, "depart").isEmpty })
    else {
      log.add(.localTimes, fields.position(of: "passages"), id)
      return
    }
    for row in stops[first...] {
      for column in ["arrive_h", "depart_h"] {
        guard let old = PlainText.number(table.cell(row, column)) else { continue }
        set("stop_time", row, column, PlainText.text(old + hours))
      }
    }
  }

  /// The stop at whose end the passage lies behind: a listed sea lane says so, else the longest leg.
  private mutating func leg(of stops: [Int], through passage: String) -> Int? {
    let table = self["stop_time"]
    let links = self["link"]
    let lanes = links.present.filter {
      links.cell($0, "passages").split(separator: ";").contains { $0 == passage }
    }
    let ends = Set(lanes.map { "\(links.cell($0, "from")) \(links.cell($0, "to"))" })
    for number in stops.indices.dropFirst() {
      let (a, b) = (table.cell(stops[number - 1], "place"), table.cell(stops[number], "place"))
      if ends.contains("\(a) \(b)") || ends.contains("\(b) \(a)") { return number }
    }
    let hours = { (row: Int, column: String) in PlainText.number(table.cell(row, column)) ?? 0 }
    return stops.indices.dropFirst().max {
      hours(stops[$0], "arrive_h") - hours(stops[$0 - 1], "depart_h")
        < hours(stops[$1], "arrive_h") - hours(stops[$1 - 1], "depart_h")
    }
  }

  // MARK: Rights

  private mutating func holder() -> (carrier: String, service: String)? {
    if fields.has("service") {
      guard let row = rows("service", "id", field: "service").first else { return nil }
      return (self["service"].cell(row, "carrier"), self["service"].cell(row, "id"))
    }
    guard let row = rows("carrier", "id", field: "carrier").first else { return nil }
    return (self["carrier"].cell(row, "id"), "")
  }

  private mutating func ends() -> [(from: String, to: String)] {
    guard let from = fields.text("from"), let to = fields.text("to") else { return [] }
    say(ChangeWords.both("change.between", from, to), fields: "from", "to")
    return fields.flag("both_ways") ? [(from, to), (to, from)] : [(from, to)]
  }

  mutating func grantRight() {
    guard let holder = holder() else { return }
    for (from, to) in ends() {
      add(
        "traffic_right",
        [
          "carrier": holder.carrier, "service": holder.service, "from": from, "to": to,
          "freedom": fields.text("freedom") ?? "5",
        ])
    }
  }

  mutating func withdrawRight() {
    guard let holder = holder() else { return }
    for (from, to) in ends() {
      let table = self["traffic_right"]
      let found = table.present.filter {
        table.cell($0, "carrier") == holder.carrier && table.cell($0, "from") == from
          && table.cell($0, "to") == to
          && (holder.service.isEmpty || table.cell($0, "service") == holder.service)
      }
      if found.isEmpty {
        log.add(
          .matchesNothing, fields.position, "\(holder.carrier) \(from)–\(to)", "traffic_right.csv",
          hint: "")
      }
      remove("traffic_right", found)
    }
  }

  // MARK: Links

  mutating func addLink() {
    guard let id = fields.text("id"), isFree(id, "link") else { return }
    name(id)
    var values = columns(of: "link")
    values["carries"] = values["carries"] ?? "yes"
    add("link", values)
  }

  mutating func changeLink() {
    let time = number("time_h", in: 0...10_000)
    let times = number("times", in: 0...1_000)
    let distance = number("distance_km", in: 0...100_000)
    for row in rows("link", "id", field: "links") {
      if time != nil || times != nil { scale("link", row, "time_h", to: time, times: times) }
      if let distance { set("link", row, "distance_km", PlainText.text(distance)) }
    }
  }
}
