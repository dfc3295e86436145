// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO

/// Services that the base does not have.
extension ChangeDesk {
  private struct Stop {
    var place: String
    var arrive, depart: String
    var isPassage: Bool
  }

  mutating func addService() {
    guard let id = fields.text("id"), isFree(id, "service") else { return }
    let stops = readStops()
    guard !stops.isEmpty else { return }
    name(id)
    var values = ["id": id, "name_en": fields.text("name") ?? id]
    for column in [
      "mode", "service_type", "vehicle", "slot_rule", "slot_phase", "phase_week", "cutoff_h",
      "release_h", "customs_transit",
    ] { values[column] = fields.text(column) }
    // What a scenario proposes runs in it for certain: the swing "live services only" keeps it.
    values["status"] = fields.text("status") ?? ServiceStatus.live.rawValue
    values["carrier"] = carrier()
    values["frequency_per_week"] = fields.text("per_week")
    values["passages"] = texts("passages")?.map(\.text).joined(separator: ";")
    let departures = publishedDepartures()
    if departures.isEmpty, !fields.has("per_week") {
      log.add(.oneOf, fields.position, "departures, per_week")
    }
    write(values, stops, departures)
    guard let back = fields["also_back"] else { return }
    check(back, of: ["id", "name", "slot_phase", "slot_rule", "departures"])
    guard let backID = back["id"]?.text else {
      log.add(.fieldMissing, back.position, "id")
      return
    }
    guard isFree(backID, "service") else { return }
    name(backID)
    values["id"] = backID
    values["name_en"] = back["name"]?.text ?? "\(values["name_en"] ?? id) (return)"
    values["slot_phase"] = back["slot_phase"]?.text ?? values["slot_phase"]
    values["slot_rule"] = back["slot_rule"]?.text ?? values["slot_rule"]
    write(values, reversed(stops), publishedDepartures(back["departures"], "departures"))
  }

  /// The same way back: elapsed hours counted from the other end.
  private func reversed(_ stops: [Stop]) -> [Stop] {
    let total = stops.last.flatMap { PlainText.number($0.arrive) } ?? 0
    return stops.reversed().map { stop in
      let mirrored = { (text: String) in
        PlainText.number(text).map { PlainText.text(total - $0) } ?? ""
      }
      return Stop(
        place: stop.place, arrive: mirrored(stop.depart), depart: mirrored(stop.arrive),
        isPassage: stop.isPassage)
    }
  }

  private mutating func write(
    _ values: [String: String], _ stops: [Stop],
    _ departures: [(days: String, time: String, extra: [String: String])]
  ) {
    let id = values["id"] ?? ""
    add("service", values)
    writeStops(stops, of: id)
    for slot in departures {
      add(
        "departure", ["service": id, "time": slot.time].merging(slot.extra) { first, _ in first })
    }
    guard let capacities = fields["capacity"] else { return }
    guard let members = capacities.members else {
      log.add(.wrongShape, capacities.position, "capacity", "{ parcel: 20 t }")
      return
    }
    for member in members {
      let parts = (member.value.text ?? "").split(separator: " ").map(String.init)
      guard parts.count == 2 else {
        log.add(
          .wrongValue, member.value.position, member.value.text ?? "…", member.key,
          "20 t, 64 TEU")
        continue
      }
      add(
        "capacity", ["service": id, "class": member.key, "amount": parts[0], "unit": parts[1]])
    }
  }

  private mutating func readStops() -> [Stop] {
    let items = items("stops", of: ["place", "arrive_h", "depart_h", "passage"])
    return items.enumerated().compactMap { number, item in
      guard let place = item["place"]?.text else {
        log.add(.fieldMissing, item.position, "place")
        return nil
      }
      let arrive = item["arrive_h"]?.text ?? (number == 0 ? "0" : "")
      let isLast = number == items.count - 1
      let depart = item["depart_h"]?.text ?? (isLast || number > 0 ? arrive : "0")
      let isPassage = ["yes", "true"].contains(item["passage"]?.text)
      return Stop(place: place, arrive: arrive, depart: depart, isPassage: isPassage)
    }
  }

  /// The carrier's id; a new one is added.
  private mutating func carrier() -> String? {
    guard let value = fields["carrier"] else { return nil }
    if let id = value.text { return id }
    check(value, of: ["id", "name_en", "name_zh", "homes"])
    guard let id = value["id"]?.text else {
      log.add(.wrongShape, value.position, "carrier", "id; { id, name_en, homes }")
      return nil
    }
    var row = ["id": id, "name_en": value["name_en"]?.text ?? id]
    row["name_zh"] = value["name_zh"]?.text
    row["homes"] = value["homes"]?.texts?.map(\.text).joined(separator: ";")
    if !ids(of: "carrier").contains(id) { add("carrier", row) }
    return id
  }

  /// A fault where the id is there already.
  mutating func isFree(_ id: String, _ table: String) -> Bool {
    guard ids(of: table).contains(id) else { return true }
    log.add(.idTaken, fields.position(of: "id"), id, "\(table).csv")
    return false
  }

  mutating func likeService() {
    guard let id = fields.text("id"), isFree(id, "service"),
      let row = rows("service", "id", field: "service").first
    else { return }
    let model = self["service"].cell(row, "id")
    name(id)
    var values = copy("service", row)
    values["id"] = id
    values["name_en"] = fields.text("name") ?? id
    for column in [
      "status", "slot_phase", "slot_rule", "cutoff_h", "release_h", "vehicle", "passages",
    ] { if let text = fields.text(column) { values[column] = text } }
    if let list = fields["passages"]?.texts {
      values["passages"] = list.map(\.text).joined(separator: ";")
    }
    if let carrier = carrier() { values["carrier"] = carrier }
    values["frequency_per_week"] =
      fields.text("per_week") ?? fields.text("frequency_per_week")
      ?? values["frequency_per_week"]
    let departures = publishedDepartures()
    if !departures.isEmpty { (values["frequency_per_week"], values["slot_rule"]) = (nil, nil) }
    let stops = readStops()
    add("service", values)
    let places = replacements()
    copyRows("capacity", of: model, to: id, places)
    if !stops.isEmpty {
      writeStops(stops, of: id)
    } else {
      copyRows("stop_time", of: model, to: id, places)
    }
    if departures.isEmpty {
      if !fields.has("per_week") { copyRows("departure", of: model, to: id, places) }
    } else {
      for slot in departures {
        add(
          "departure", ["service": id, "time": slot.time].merging(slot.extra) { first, _ in first })
      }
    }
    copyRows("traffic_right", of: model, to: id, places)
  }

  private mutating func writeStops(_ stops: [Stop], of id: String) {
    detail("stops", "", stops.map(said).joined(separator: " – "))
    for (number, stop) in stops.enumerated() {
      add(
        "stop_time",
        [
          "service": id, "sequence": "\(number + 1)", "place": stop.place,
          "kind": stop.isPassage ? "passage" : "call", "arrive_h": number == 0 ? "" : stop.arrive,
          "depart_h": number == stops.count - 1 ? "" : stop.depart,
        ])
    }
  }

  /// A call with its hours: `BLN 20–26 h`.
  private func said(_ stop: Stop) -> String {
    if stop.arrive.isEmpty || (stop.arrive == "0" && stop.depart == "0") { return stop.place }
    let stays = stop.depart.isEmpty || stop.depart == stop.arrive
    return stop.place + " " + stop.arrive + (stays ? "" : "–\(stop.depart)") + " h"
  }

  private mutating func replacements() -> [String: String] {
    guard let value = fields["places"] else { return [:] }
    guard let members = value.members else {
      log.add(.wrongShape, value.position, "places", "{ HGH: EHU }")
      return [:]
    }
    var replaced: [String: String] = [:]
    for member in members {
      replaced[member.key] = member.value.text
      detail("place", member.key, member.value.text ?? "")
    }
    return replaced
  }

  /// The cells of a row that a new one takes over; where they come from is the scenario.
  mutating func copy(_ table: String, _ row: Int) -> [String: String] {
    let source = self[table]
    var values: [String: String] = [:]
    for column in source.columns where !["quality", "source", "note"].contains(column) {
      values[column] = source.cell(row, column)
    }
    return values
  }

  mutating func copyRows(
    _ table: String, of model: String, to id: String, _ places: [String: String]
  ) {
    let source = self[table]
    for row in source.present where source.cell(row, "service") == model {
      var values = copy(table, row)
      values["service"] = id
      // A row with an id of its own is another row.
      if let own = values["id"] { values["id"] = "\(own)@\(id)" }
      for column in ["place", "from", "to"] {
        if let place = values[column], let other = places[place] { values[column] = other }
      }
      add(table, values)
    }
  }
}
