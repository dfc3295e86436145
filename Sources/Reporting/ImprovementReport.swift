// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import FreightModel
import JSONText
public import Scenario

/// What would bring missed cities in, or gain a tier the most cities.
public struct ImprovementReport: Sendable {
  private let improvements: [Improvement]
  /// Whose tiers have names.
  private let circle: String
  private let network: Network
  private let language: Language
  private let header: RunHeader
  private let names: Names

  public init(
    _ improvements: [Improvement], circle: String, network: Network, language: Language,
    header: RunHeader
  ) {
    self.circle = circle
    self.improvements = improvements
    self.network = network
    self.language = language
    self.header = header
    names = Names(network: network, language: language)
  }

  private func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  /// For a terminal.
  public func table() -> String {
    improvements.map(table).joined(separator: "\n") + "\n  \(word("improve.honesty"))\n"
  }

  private func table(_ improvement: Improvement) -> String {
    var out = "\(heading(improvement))\n"
    guard !improvement.remedies.isEmpty else {
      out += "  \(nothing(improvement))\n"
      guard !improvement.steps.isEmpty else { return out }
      let key = improvement.isReachedBySteps ? "improve.steps" : "improve.steps_short"
      return out + "  \(word(key, String(improvement.steps.count)))\n" + rows(improvement.steps)
    }
    out += rows(improvement.remedies)
    let more = improvement.remedies.count - 25
    if more > 0 { out += "  \(word("report.more", String(more)))\n" }
    return out
  }

  private func rows(_ remedies: [Remedy]) -> String {
    var table = TextTable([
      ("#", .right), (word("improve.col.change"), .left), (word("improve.col.effort"), .right),
      (word("improve.col.rows"), .right), ("P h", .right), (word("improve.col.gained"), .left),
      (word("improve.col.lost"), .left),
    ])
    for (number, remedy) in remedies.prefix(25).enumerated() {
      table.add([
        "\(number + 1)", TextWidth.printable(remedy.sentence.text(in: language)),
        Numerals.short(remedy.effort, 2), "\(remedy.rows)",
        remedy.after.map { "\(hours(remedy.before)) → \(Numerals.roundHours($0))" } ?? "",
        cities(remedy.gained), cities(remedy.lost),
      ])
    }
    return table.text()
  }

  /// Why there is no single change to show.
  private func nothing(_ improvement: Improvement) -> String {
    if improvement.isInAlready {
      return word(improvement.cityID == nil ? "improve.tier_in" : "improve.city_in")
    }
    return improvement.tried == 0
      ? word("improve.nothing_to_try") : word("improve.none", String(improvement.tried))
  }

  private func heading(_ improvement: Improvement) -> String {
    let target = Numerals.roundHours(improvement.targetSeconds)
    if improvement.isInAlready {
      guard let id = improvement.cityID else {
        return word("improve.in_tier", names.tier(improvement.tier, circle: circle), target)
      }
      return word("improve.in", name(id), hours(improvement.statistic), target)
    }
    let counts = [String(improvement.tried), String(improvement.runs)]
    guard let id = improvement.cityID else {
      return word(
        "improve.tier", names.tier(improvement.tier, circle: circle), target, counts[0], counts[1])
    }
    return word(
      "improve.city", name(id), hours(improvement.statistic), target, counts[0], counts[1])
  }

  private func hours(_ seconds: Int64?) -> String { seconds.map(Numerals.roundHours) ?? "∞" }

  private func name(_ id: String) -> String {
    network.findPlace(id).map { "\(names.place($0)) (\(id))" } ?? id
  }

  private func cities(_ ids: [String]) -> String {
    let shown = ids.prefix(6).map { id in
      network.findPlace(id).map { names.place($0) } ?? id
    }
    return shown.joined(separator: ", ") + (ids.count > 6 ? " … (\(ids.count))" : "")
  }

  /// GitHub-flavoured; each change as YAML that a scenario takes.
  public func markdown() -> String {
    var out = "# \(word("improve.title"))\n\n"
    for improvement in improvements {
      out += "## \(MarkdownText.escaped(heading(improvement)))\n\n"
      if improvement.remedies.isEmpty {
        out += "\(nothing(improvement))\n\n"
        let key = improvement.isReachedBySteps ? "improve.steps" : "improve.steps_short"
        if !improvement.steps.isEmpty {
          out += "\(word(key, String(improvement.steps.count)))\n\n"
        }
      }
      let shown = improvement.remedies.isEmpty ? improvement.steps : improvement.remedies
      for (number, remedy) in shown.prefix(15).enumerated() {
        let sentence = MarkdownText.escaped(remedy.sentence.text(in: language))
        let facts = word(
          "improve.facts", Numerals.short(remedy.effort, 2), String(remedy.rows),
          remedy.after.map { "\(hours(remedy.before)) → \(Numerals.roundHours($0)) h" } ?? "–",
          cities(remedy.gained).isEmpty ? "–" : cities(remedy.gained),
          cities(remedy.lost).isEmpty ? "–" : cities(remedy.lost))
        out += "\(number + 1). **\(sentence)**  \n   \(MarkdownText.escaped(facts))\n\n"
        out += "   ```yaml\n"
        for line in listItem(remedy.yaml) { out += "   \(line)\n" }
        out += "   ```\n\n"
      }
    }
    return out + "\(word("improve.honesty"))\n"
  }

  /// The change as an item of a list.
  private func listItem(_ yaml: String) -> [String] {
    yaml.split(separator: "\n").enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  public func json() -> [UInt8] {
    let head = RunHeaderText(
      header: header, network: network, notices: network.header.notices, names: names)
    let rows = improvements.map { improvement -> JSONValue in
      [
        "city_id": improvement.cityID.map { .string($0) } ?? .null,
        "tier": .integer(Int64(improvement.tier)),
        "target_h": .number(Double(improvement.targetSeconds) / 3_600),
        "statistic_h": number(improvement.statistic),
        "already_in": .bool(improvement.isInAlready),
        "tried": .integer(Int64(improvement.tried)), "runs": .integer(Int64(improvement.runs)),
        "remedies": .array(improvement.remedies.map(row)),
        "steps": .array(improvement.steps.map(row)),
        "reached_by_steps": .bool(improvement.isReachedBySteps),
      ]
    }
    let value = JSONValue.object(head.members + [.init("improvements", .array(rows))])
    return Array((value.text(.pretty) + "\n").utf8)
  }

  private func row(_ remedy: Remedy) -> JSONValue {
    [
      "kind": .string(remedy.kind.rawValue), "change": .string(remedy.yaml),
      "sentence": .string(remedy.sentence.text(in: language)), "effort": .number(remedy.effort),
      "rows": .integer(Int64(remedy.rows)), "before_h": number(remedy.before),
      "after_h": number(remedy.after), "gained_in_tier": .integer(Int64(remedy.gainedInTier)),
      "gained": .array(remedy.gained.map { .string($0) }),
      "lost": .array(remedy.lost.map { .string($0) }),
    ]
  }

  private func number(_ seconds: Int64?) -> JSONValue {
    seconds.map { .number((Double($0) / 36).rounded() / 100) } ?? .null
  }
}
