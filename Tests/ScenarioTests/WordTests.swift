// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightTestSupport
import NetworkIO
import Quantities
import Testing

@testable import Scenario

@Suite struct `The sentence of a change` {
  @Test(arguments: [
    ("kind: cancel, services: AF-KR, days: Tue", "AF-KR does not run: Tue", "AF-KR 停运：周二"),
    (
      "kind: close, places: HGH, days: Sun, start: \"01:00\", end: \"05:00\"",
      "Closed: HGH (Sun, 01:00–05:00)", "关闭：HGH（周日，01:00–05:00）"
    ),
    (
      "kind: retime, services: SH-INC, shift_h: -21, from: 2026-03-07, to: 2026-03-07",
      "SH-INC leaves at other times: 21 h earlier; on 2026-03-07",
      "SH-INC 改变开行时刻：提前 21 小时；2026-03-07"
    ),
    ("kind: close, places: HGH", "Closed: HGH (at all times)", "关闭：HGH（始终）"),
    (
      "kind: close, links: RO-HZ-HGH, from: \"2026-03-02T06:00:00+08:00\", days: Mon-Wed;Sun",
      "Closed: RO-HZ-HGH (from 2026-03-02 06:00 +08:00 on, Mon–Wed, Sun)",
      "关闭：RO-HZ-HGH（自 2026-03-02 06:00 +08:00 起，周一至周三、周日）"
    ),
    (
      "kind: calendar, hours: office, dates: { from: 2026-10-01, to: 2026-10-07 }, closed: yes",
      "Dates that differ in office: from 2026-10-01 to 2026-10-07; closed",
      "office 的特殊日期：2026-10-01 至 2026-10-07；关闭"
    ),
    (
      "kind: capacity, services: SH-BLN, class: fcl, times: 0.5, from: 2026-07-01, to: 2026-07-31",
      "Capacity of SH-BLN: from 2026-07-01 to 2026-07-31; capacity 900 → 450; class full container",
      "SH-BLN 的运力：2026-07-01 至 2026-07-31；运力 900 → 450；货类 整箱"
    ),
  ])
  func `has its days, hours, dates and fields`(change: String, en: String, zh: String) throws {
    let trial = try TrialScenario()
    let sentence = try #require(try trial.read(change).changes.last)
    #expect(sentence.en == en)
    #expect(sentence.zh == zh)
  }

  @Test(arguments: Example.all)
  func `has every field of its change, and in Chinese no English word of the format`(
    example: Example
  ) throws {
    let trial = try TrialScenario()
    let sentence = try #require(try trial.read(example.changes).changes.last)
    let change = try YAMLValue(yaml: "{ \(example.changes[example.changes.count - 1]) }")
    for member in change.members ?? [] where !ChangeFields.common.contains(member.key) {
      for text in member.value.words where Self.mustStand(text, of: member.key, example.kind) {
        let key = "value.\(text)"
        let word = Messages.contains(key) ? Messages.text(key, in: .en) : text
        let days = CellText.days(text) == nil ? nil : ChangeWords.days(text)
        let forms = [
          word, amount(member.key, text), days.map { Messages.inLanguage($0, .en) },
          String(text.prefix(10)),
        ]
        #expect(
          forms.contains { $0.map(sentence.en.contains) ?? false },
          "\(member.key) \(text): \(sentence.en)")
      }
    }
    for word in ["always", "window", "change.", "column.", "value.", "_"] {
      let isAnID = example.changes.joined().contains(word)
      #expect(isAnID || !sentence.zh.contains(word), "\(sentence.zh)")
    }
  }

  /// The unit of an amount stands where it changes.
  private func amount(_ field: String, _ text: String) -> String {
    field == "amount" ? String(text.prefix { $0 != " " }) : text
  }

  /// Tables have names; factors show in what they make of a cell, patterns in what they match, flags in their effect.
  static func mustStand(_ text: String, of field: String, _ kind: String) -> Bool {
    let isFactor = ["times", "release_times", "rate_times", "shift_h"].contains(field)
    let isFlag = ["yes", "true", "no"].contains(text)
    return !isFactor && !isFlag && field != "table" && !text.contains("*") && !text.isEmpty
      && !(kind == "close" && field == "reroute") && !(kind == "set" && field == "values")
  }

  @Test func `names every column of the tables in both languages`() {
    for table in TableSpecs.columns {
      #expect(Messages.contains("column.\(table)"), "\(table)")
    }
    for name in NetworkTables.names where !name.contains("/") {
      #expect(Messages.contains("table.\(name)"), "\(name)")
    }
  }
}

/// Columns of all tables of the teaching network's format.
private enum TableSpecs {
  static var columns: [String] {
    guard var tables = try? NetworkTables(directory: repository + "/networks/teaching") else {
      return ["no tables"]
    }
    return Set(NetworkTables.names.flatMap { tables[$0].knownColumns })
      .subtracting(["quality", "source", "note"]).sorted()
  }
}

@Suite struct `A change in a window` {
  private func departures(
    _ network: Network, _ ids: (String) -> Bool
  ) throws -> [(moment: Instant, capacity: Double)] {
    let zone = try TimeZoneRules.load("Asia/Shanghai")
    let monday = network.header.referenceWeek
    return network.services.indices.filter { ids(network.services[$0].id) }.flatMap { number in
      let service = network.services[number]
      return FreightModel.departures(
        of: service, rules: network.slotRules,
        exceptions: network.serviceExceptions.filter { $0.service.index == number }, override: nil,
        zoneOfFirstStop: zone, from: zone.instant(date: monday, secondOfDay: 0),
        to: zone.instant(date: monday + 280, secondOfDay: 0)
      ).map { ($0.first, service.capacity.values.map(\.amount).max() ?? 0) }
    }.sorted { $0.0 < $1.0 }
  }

  @Test(arguments: 0..<24)
  func `leaves every departure, with half the room in the window alone`(seed: Int) throws {
    let trial = try TrialScenario()
    var random = SplitMix64(seed: seed + 60_000)
    let id = random.pick(["SH-INC", "SH-BLN", "AF-KR", "AF-US", "BA-XSH", "RA-YIW"])
    let base = try NetworkReader.read(directory: trial.network).network
    let monday = base.header.referenceWeek
    let from = monday + Int64(random.integer(0..<120))
    let to = from + Int64(random.integer(7..<60))
    let change =
      "kind: capacity, services: \(id), times: 0.5, from: \(PlainText.date(from)), "
      + "to: \(PlainText.date(to))"
    let changed = try trial.read(change).read.network
    let isIt = { (other: String) in other == id || other.hasPrefix("\(id)@") }
    let (before, after) = (try departures(base, isIt), try departures(changed, isIt))
    #expect(before.map(\.moment) == after.map(\.moment), "seed \(seed): \(change)")
    let number = try #require(base.findService(id))
    let place = base.services[number].stops[0].place
    let zone = try TimeZoneRules.load(base.places[place].timeZone)
    for (old, new) in zip(before, after) {
      let date = zone.local(old.moment).date
      let factor = (from...to).contains(date) ? 0.5 : 1
      #expect(new.capacity == old.capacity * factor, "seed \(seed): \(change), \(date)")
    }
  }

  @Test func `of a terminal's hours is a calendar of its own`() throws {
    let trial = try TrialScenario()
    let network = try trial.read(
      "kind: opening_hours, places: HGH, gate: { days: Mon-Fri, opens: \"08:00\", "
        + "closes: \"12:00\" }, from: 2026-03-05, to: 2026-03-08"
    ).read.network
    let place = try #require(network.findPlace("HGH"))
    let terminal = try #require(network.terminals.first { $0.place == place })
    let hours = network.openingHours[try #require(terminal.gateHours)]
    let thursday = try #require(CivilDate(year: 2026, month: 3, day: 5))
    #expect(hours.exceptions.keys.sorted() == (0..<4).map { thursday + $0 })
    #expect(hours.exceptions[thursday] == [28_800..<43_200])
    #expect(hours.exceptions[thursday + 2] == [])
  }
}
