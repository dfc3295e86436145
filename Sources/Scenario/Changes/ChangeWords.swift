// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import NetworkIO
import Quantities

/// What a change says of itself, in both languages: columns, values, days, hours and dates.
enum ChangeWords {
  typealias Detail = (column: String, before: String, after: String)

  /// What a change without a subject is about.
  static var everything: String { both("change.everything") }

  /// Every cell and field of a change, each once.
  static func details(_ details: [Detail]) -> String {
    let texts = { (language: Language) in
      details.map { text($0, language) }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }.joined(separator: language == .zh ? "；" : "; ")
    }
    return Messages.name(en: texts(.en), zh: texts(.zh))
  }

  private static func text(_ detail: Detail, _ language: Language) -> String {
    let shown = { (text: String) in
      // Days of a cell as those of a window.
      detail.column == "days" && CellText.days(text) != nil
        ? Messages.inLanguage(days(text), language) : value(text, language)
    }
    guard !detail.column.isEmpty else { return shown(detail.after) }
    let column = column(detail.column, language)
    return detail.before.isEmpty
      ? "\(column) \(shown(detail.after))"
      : "\(column) \(shown(detail.before)) → \(shown(detail.after))"
  }

  private static func column(_ name: String, _ language: Language) -> String {
    let key = "column.\(name)"
    return Messages.contains(key) ? Messages.text(key, in: language) : name
  }

  /// A field's value in both languages: the texts of a list, “column value” of a map.
  static func value(_ value: YAMLValue) -> String {
    Messages.name(en: text(value, .en), zh: text(value, .zh))
  }

  private static func text(_ value: YAMLValue, _ language: Language) -> String {
    switch value {
    case .text(let text, _): Self.value(text, language)
    case .list(let values, _):
      values.map { text($0, language) }.joined(separator: language == .zh ? "，" : ", ")
    case .map(let members, _):
      members.map { member in
        let named = column(member.key, language)
        let name = named == member.key ? Self.value(named, language) : named
        let isDays = member.key == "days" && member.value.text.flatMap(CellText.days) != nil
        let shown =
          isDays
          ? Messages.inLanguage(days(member.value.text ?? ""), language)
          : text(member.value, language)
        return name + " " + shown
      }.joined(separator: language == .zh ? "，" : ", ")
    }
  }

  /// The name of a table.
  static func table(_ name: String) -> String {
    let key = "table.\(name)"
    return Messages.contains(key) ? both(key) : "\(name).csv"
  }

  /// Words that the format has are translated; numbers, ids and texts stay.
  private static func value(_ text: String, _ language: Language) -> String {
    let text = Messages.inLanguage(text, language)
    return text.split(separator: ", ", omittingEmptySubsequences: false).map { part in
      let key = "value.\(part)"
      return Messages.contains(key) ? Messages.text(key, in: language) : String(part)
    }.joined(separator: ", ")
  }

  static func both(_ key: String, _ arguments: String...) -> String {
    Messages.name(
      en: Messages.text(key, arguments, in: .en), zh: Messages.text(key, arguments, in: .zh))
  }

  // MARK: When

  /// Dates or moments, days and hours of a change, as far as it gives them.
  static func window(
    from: String? = nil, to: String? = nil, days: String? = nil, start: String? = nil,
    end: String? = nil
  ) -> String {
    let parts = [span(from, to), days.map(Self.days), hours(start, end)].compactMap(\.self)
    guard !parts.isEmpty else { return both("window.always") }
    let joined = { (language: Language) in
      parts.map { Messages.inLanguage($0, language) }
        .joined(separator: language == .zh ? "，" : ", ")
    }
    return Messages.name(en: joined(.en), zh: joined(.zh))
  }

  private static func span(_ from: String?, _ to: String?) -> String? {
    switch (shown(from), shown(to)) {
    case (let from?, let to?): from == to ? both("window.on", from) : both("window.span", from, to)
    case (let from?, nil): both("window.from", from)
    case (nil, let to?): both("window.to", to)
    case (nil, nil): nil
    }
  }

  /// A moment to the minute with its offset; a date as it is.
  private static func shown(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.count > 19, Instant(rfc3339: text) != nil else { return text }
    let characters = Array(text)
    return String(characters[..<10]) + " " + String(characters[11..<16]) + " "
      + String(characters[19...])
  }

  private static func hours(_ start: String?, _ end: String?) -> String? {
    guard let start, let end else { return nil }
    return "\(start)–\(end)"
  }

  /// `Mon-Fri;Sun` as a sentence has it.
  static func days(_ text: String) -> String {
    if text == "daily" { return both("window.daily") }
    let words = { (language: Language) in
      text.split(separator: ";").map { part in
        part.split(separator: "-").map { day in
          let key = "weekday.\(day)"
          return Messages.contains(key) ? Messages.text(key, in: language) : String(day)
        }.joined(separator: language == .zh ? "至" : "–")
      }.joined(separator: language == .zh ? "、" : ", ")
    }
    return Messages.name(en: words(.en), zh: words(.zh))
  }

  /// “21 h earlier”, “1.5 h later”.
  static func shift(hours: Double) -> String {
    both(hours < 0 ? "change.earlier" : "change.later", PlainText.text(abs(hours)))
  }
}
