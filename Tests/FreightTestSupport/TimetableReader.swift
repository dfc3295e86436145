// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// Collects the rows of a `TextTimetable`; a line that cannot be read stops the test.
struct TimetableReader {
  private var week = CivilDate(dayNumber: 20_514)
  private var territories: [Territory] = []
  private var markets: [String: String] = [:]
  private var hours: [OpeningHours] = []
  /// Rows that name places wait until all places are known.
  private var placeRows: [[String]] = []
  private var rows: [[String]] = []

  static let drawn = Provenance(quality: .assumed, source: "drawn by hand")

  mutating func read(_ words: [String]) {
    switch words[0] {
    case "week": week = Self.date(words[1])
    case "territory":
      let options = Self.options(words.dropFirst(3))
      zones[words[1]] = words[2]
      markets[words[1]] = options["market"] ?? ""
      territories.append(
        Territory(
          code: words[1], nameEN: words[1], nameZH: words[1], customsArea: options["area"],
          provenance: Self.drawn))
    case "hours": readHours(words)
    case "place": placeRows.append(words)
    default: rows.append(words)
    }
  }
  private var zones: [String: String] = [:]

  private mutating func readHours(_ words: [String]) {
    let index = hours.firstIndex { $0.id == words[1] } ?? hours.count
    if index == hours.count {
      hours.append(
        OpeningHours(
          id: words[1], week: Array(repeating: [], count: 7), provenance: Self.drawn))
    }
    var interval: [Range<Int>] = []
    if words[3] != "closed" {
      let ends = words[3].split(separator: "-").map { Self.seconds(String($0)) }
      interval = [ends[0]..<ends[1]]
    }
    if words[2].hasPrefix("20") {
      hours[index].exceptions[Self.date(words[2])] = interval
    } else {
      for day in Self.days(words[2]) {
        hours[index].week[day.rawValue - 1] += interval
        hours[index].week[day.rawValue - 1].sort { $0.lowerBound < $1.lowerBound }
      }
    }
  }

  mutating func finish() -> (Network, CivilDate) {
    territories.sort { $0.code < $1.code }
    hours.sort { $0.id < $1.id }
    placeRows.sort { $0[1] < $1[1] }
    var network = Network(
      header: NetworkHeader(
        name: "drawn", homeTimeZone: zones["CN"] ?? "Asia/Shanghai", referenceWeek: week),
      territories: territories, markets: territories.map { markets[$0.code] ?? "" },
      openingHours: hours)
    for (index, words) in placeRows.enumerated() { addPlace(words, index, to: &network) }
    for code in territories.indices {
      network.carriers.append(
        Carrier(
          id: territories[code].code, nameEN: "", nameZH: "", homes: [ID(code)],
          provenance: Self.drawn))
    }
    let services = rows.filter { $0[0] == "service" }.sorted { $0[1] < $1[1] }
    network.slotRules = [
      SlotRule(
        id: "slots", dayOrder: Weekday.allCases, timeOrder: [36_000], provenance: Self.drawn)
    ]
    for row in services { addService(row, to: &network) }
    for row in rows where row[0] != "service" { addRule(row, to: &network) }
    // What a drawing does not price costs and emits nothing.
    for purpose in ["main_haul", "line_haul", "van", "full_truck"] {
      network.tariffs.append(Tariff(id: "~\(purpose)", purpose: purpose, provenance: Self.drawn))
    }
    for mode in Mode.allCases {
      network.emissionFactors.append(
        EmissionFactor(id: "~\(mode)", mode: mode, gramsPerTonneKM: 0, provenance: Self.drawn))
    }
    network.parameters = [
      // Trucks go where a road is drawn, and nowhere else.
      Parameter(
        id: "drayage.max_km", group: "", name: "", value: 1, unit: "km", provenance: Self.drawn)
    ]
    return (network, week)
  }

  private func addPlace(_ words: [String], _ index: Int, to network: inout Network) {
    guard let kind = PlaceKind(rawValue: words[2]),
      let territory = network.territories.firstIndex(where: { $0.code == words[3] })
    else { preconditionFailure("cannot read \(words)") }
    let options = Self.options(words.dropFirst(4))
    network.places.append(
      Place(
        id: words[1], nameEN: words[1], nameZH: words[1], kind: kind,
        latitude: 24 + Double(index) * 1.5, longitude: 110, territory: ID(territory),
        timeZone: options["zone"] ?? zones[words[3]] ?? "", provenance: Self.drawn))
    guard !kind.isDemand else { return }
    let modes = (options["modes"] ?? "road").split(separator: ",")
    network.terminals.append(
      Terminal(
        place: ID(index), modes: modes.compactMap { Mode(rawValue: String($0)) },
        gateHours: options["gate"].map { calendar($0) }, hasCustoms: options["customs"] != nil,
        customsHours: options["customs"].flatMap { $0.isEmpty ? nil : calendar($0) },
        provenance: Self.drawn))
  }

  func calendar(_ name: String) -> ID<OpeningHours> {
    guard let index = hours.firstIndex(where: { $0.id == name })
    else { preconditionFailure("no hours \(name)") }
    return ID(index)
  }
}

extension TimetableReader {
  static func options(_ words: some Sequence<String>) -> [String: String] {
    var options: [String: String] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      options[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    return options
  }

  /// `h:mm`, with `+1` for the next day, as seconds of the day.
  static func seconds(_ text: String) -> Int {
    let parts = text.split(separator: "+")
    let clock = parts[0].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2 else { preconditionFailure("no time: \(text)") }
    let days = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return days * 86_400 + clock[0] * 3_600 + clock[1] * 60
  }

  static func date(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    else { preconditionFailure("no date: \(text)") }
    return date
  }

  static func weekday(_ text: String) -> Weekday {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    guard let index = names.firstIndex(of: text) else { preconditionFailure("no day: \(text)") }
    return Weekday.allCases[index]
  }

  /// `daily`, `Mon-Fri` or `Mon,Wed`.
  static func days(_ text: String) -> [Weekday] {
    if text == "daily" { return Weekday.allCases }
    let ends = text.split(separator: "-").map { weekday(String($0.prefix(3))) }
    if ends.count == 2 { return Weekday.allCases.filter { $0 >= ends[0] && $0 <= ends[1] } }
    return text.split(separator: ",").map { weekday(String($0)) }
  }
}
