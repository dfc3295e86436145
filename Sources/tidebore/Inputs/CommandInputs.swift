// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue

/// Reads the texts of a command line and keeps everything that is wrong with them, so that one run
/// names all faults.
struct CommandInputs {
  let session: Session
  private(set) var faults: [String] = []

  init(session: Session = .current) {
    self.session = session
    if let fault = session.languageFault {
      add("usage.choice", "--lang", fault, "zh, en")
    }
  }

  mutating func add(_ key: String, _ arguments: String...) {
    faults.append(Messages.text(key, arguments, in: session.language))
  }

  /// Ends the reading.
  ///
  /// - Throws: `CommandFailure.usage` with all faults found.
  func check() throws {
    if !faults.isEmpty { throw CommandFailure.usage(faults) }
  }

  /// An option that must be given.
  mutating func required(_ value: String?, _ option: String, example: String) -> String? {
    if value == nil { add("usage.missing", option, example) }
    return value
  }

  /// One of a fixed list of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, _ type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    add("usage.choice", option, text, Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  /// A number with one of the units; the factor turns it into the first unit of the list.
  mutating func quantity(
    _ text: String, _ option: String, units: KeyValuePairs<String, Double>, example: String
  ) -> Double? {
    for (unit, factor) in units.sorted(by: { $0.key.count > $1.key.count })
    where text.hasSuffix(unit) {
      if let value = positiveDecimal(text.dropLast(unit.count)) { return value * factor }
    }
    add("usage.quantity", option, text, units.map(\.key).joined(separator: ", "), example)
    return nil
  }

  mutating func positiveNumber(_ text: String, _ option: String, example: String) -> Double? {
    let value = positiveDecimal(text[...])
    if value == nil { add("usage.number", option, text, example) }
    return value
  }

  mutating func wholeNumber(
    _ text: String, _ option: String, in range: ClosedRange<Int>
  ) -> Int? {
    if !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy(isDigit), let value = Int(text),
      range.contains(value)
    {
      return value
    }
    add("usage.whole_number", option, text, "\(range.lowerBound)", "\(range.upperBound)")
    return nil
  }
}

/// A finite decimal above zero, written with digits and at most one point.
func positiveDecimal(_ text: Substring) -> Double? {
  guard let value = decimal(text), value > 0 else { return nil }
  return value
}

/// A finite decimal, zero or above, written with digits and at most one point.
func decimal(_ text: Substring) -> Double? {
  let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), text.utf8.count <= 15,
    parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
  else { return nil }
  return Double(text)
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
