// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities

/// Changes of services that hold for some dates: the service of those dates is a row of its own.
extension ChangeDesk {
  /// The ids of the services during the change's window: those given where it has none.
  ///
  /// A service is cut by its validity: it ends on the eve of the window, a copy runs in the window and
  /// another after it. Nil after a fault.
  mutating func duringWindow(_ ids: [String]) -> [String]? {
    guard fields.has("from") || fields.has("to") else { return ids }
    say(
      ChangeWords.window(from: fields.text("from"), to: fields.text("to")), fields: "from", "to")
    guard let dates = window()?.range, let typed = TimetableText(network()) else { return nil }
    var during: [String] = []
    for id in ids {
      guard !typed.planned(of: id, dates: dates, days: nil).isEmpty else {
        log.add(.noDepartures, fields.position(of: "from"), id)
        continue
      }
      during.append(cut(id, dates))
    }
    return during.count == ids.count ? during : nil
  }

  /// A window of a cell that holds for the whole time.
  mutating func refuseWindow(_ field: String) {
    for name in ["from", "to"] where fields.has(name) {
      log.add(.noWindow, fields.memberPosition(of: name), fields.kind, field)
      return
    }
  }

  private mutating func cut(_ id: String, _ dates: ClosedRange<CivilDate>) -> String {
    let table = self["service"]
    guard let row = table.present.first(where: { table.cell($0, "id") == id }) else { return id }
    let first = CellText.date(table.cell(row, "valid_from"))
    let last = CellText.date(table.cell(row, "valid_to"))
    let hasBefore = first.map { $0 < dates.lowerBound } ?? true
    let hasAfter = last.map { $0 > dates.upperBound } ?? true
    let from = hasBefore ? dates.lowerBound : first ?? dates.lowerBound
    let to = hasAfter ? dates.upperBound : last ?? dates.upperBound
    if hasAfter { copyService(row, id, from: to + 1, to: last) }
    guard hasBefore else {
      if hasAfter { setValidity(row, "valid_to", to) }
      return id
    }
    let during = copyService(row, id, from: from, to: hasAfter || last != nil ? to : nil)
    setValidity(row, "valid_to", from + (-1))
    return during
  }

  /// Dates of validity are the window, which the sentence has said.
  private mutating func setValidity(_ row: Int, _ column: String, _ date: CivilDate) {
    set("service", row, column, PlainText.date(date), isSaid: true)
  }

  @discardableResult
  private mutating func copyService(
    _ row: Int, _ id: String, from: CivilDate, to: CivilDate?
  ) -> String {
    let known = Set(ids(of: "service"))
    var copy = "\(id)@\(PlainText.date(from))"
    while known.contains(copy) { copy += "+" }
    var values = self.copy("service", row)
    values["id"] = copy
    values["valid_from"] = PlainText.date(from)
    values["valid_to"] = to.map(PlainText.date) ?? ""
    add("service", values)
    for table in ["stop_time", "departure", "capacity", "traffic_right", "tariff"] {
      copyRows(table, of: id, to: copy, [:])
    }
    let exceptions = self["service_exception"]
    for row in exceptions.present where exceptions.cell(row, "service") == id {
      guard let date = CellText.date(exceptions.cell(row, "date")), date >= from,
        to.map({ date <= $0 }) ?? true
      else { continue }
      set("service_exception", row, "service", copy, isSaid: true)
    }
    for name in ["closure", "disruption"] {
      let table = self[name]
      for row in table.present
      where table.cell(row, "kind") == "service" && table.cell(row, "target") == id {
        var values = self.copy(name, row)
        values["id"] = "\(table.cell(row, "id"))@\(PlainText.date(from))"
        values["target"] = copy
        add(name, values)
      }
    }
    return copy
  }
}
