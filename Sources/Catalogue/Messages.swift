// SPDX-License-Identifier: GPL-3.0-or-later

/// A language that Tidebore speaks.
public enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// One sentence in both languages; `{0}`, `{1}` … stand for arguments.
struct Entry: Sendable {
  let key: String
  let en: String
  let zh: String

  init(_ key: String, _ en: String, _ zh: String) {
    self.key = key
    self.en = en
    self.zh = zh
  }
}

/// Every sentence that Tidebore says, by a stable key; each area has a file of its own.
public enum Messages {
  /// The sentence of `key` in `language`, its `{n}` replaced by `arguments`.
  ///
  /// - Returns: The key itself and the arguments where the catalogue lacks the key; a test forbids that.
  public static func text(
    _ key: String, _ arguments: [String] = [], in language: Language
  ) -> String {
    guard let entry = byKey[key] else { return ([key] + arguments).joined(separator: " ") }
    return fill(
      language == .zh ? entry.zh : entry.en, arguments.map { inLanguage($0, language) })
  }

  /// A name in both languages as one argument; the sentence takes the one of its language.
  public static func name(en: String, zh: String) -> String {
    zh.isEmpty || zh == en ? en : "\(en)\(nameSeparator)\(zh)"
  }

  /// An argument as a sentence in `language` shows it.
  public static func inLanguage(_ argument: String, _ language: Language) -> String {
    let names = argument.split(separator: nameSeparator, omittingEmptySubsequences: false)
    guard names.count == 2 else { return argument }
    return String(language == .zh ? names[1] : names[0])
  }

  /// ASCII's unit separator, which no table may hold.
  private static let nameSeparator: Character = "\u{1F}"

  public static func contains(_ key: String) -> Bool { byKey[key] != nil }

  /// All keys, sorted.
  public static var keys: [String] { byKey.keys.sorted() }

  /// Keys that stand in the catalogue twice, one sentence hiding the other; a test forbids that.
  public static var repeatedKeys: [String] {
    Dictionary(grouping: all, by: \.key).filter { $1.count > 1 }.keys.sorted()
  }

  private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

  private static let all: [Entry] =
    validationEntries + legEntries + coverageEntries + commandEntries + reportEntries
    + reasonEntries + alternativeEntries + combinationEntries + pointEntries + matrixEntries
    + scenarioEntries + changeEntries + columnEntries + valueEntries + compareEntries
    + comparisonEntries
    + improveEntries + simulationEntries + simulatedComparisonEntries + fitEntries
    + reliabilityEntries + requestEntries + placeListEntries

  private static func fill(_ template: String, _ arguments: [String]) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var out = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(number)
      else {
        out += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      out += arguments[number]
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
