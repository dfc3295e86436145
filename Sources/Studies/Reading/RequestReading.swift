// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import Quantities

/// Reads the texts of a request and keeps everything that is wrong with them, so that one reading
/// names all faults.
struct RequestReading {
  private(set) var faults: [StudyFault] = []

  mutating func add(_ code: String, _ arguments: String...) {
    faults.append(StudyFault(code, arguments))
  }

  /// Ends the reading.
  ///
  /// - Throws: `StudyFaults` with all faults found.
  func check() throws(StudyFaults) {
    if !faults.isEmpty { throw StudyFaults(faults) }
  }

  /// The faults as an error, where a value that must be there is missing.
  var failure: StudyFaults { StudyFaults(faults) }

  /// A value that must be given.
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
      guard let value = Decimal.positive(text.dropLast(unit.count)).map({ $0 * factor }) else {
        continue
      }
      return isWithin(value / (units.first?.value ?? 1), text, option) ? value : nil
    }
    add("usage.quantity", option, text, units.map(\.key).joined(separator: ", "), example)
    return nil
  }

  mutating func positiveNumber(_ text: String, _ option: String, example: String) -> Double? {
    let value = Decimal.positive(text[...])
    if value == nil { add("usage.number", option, text, example) }
    guard let value, isWithin(value, text, option) else { return nil }
    return value
  }

  /// Whether the bounds of the option hold the value, in the option's first unit.
  private mutating func isWithin(_ value: Double, _ text: String, _ option: String) -> Bool {
    guard let rule = OptionBounds.of(option), !rule.bounds.contains(value) else { return true }
    add("usage.bounds", option, text, rule.bounds.text, rule.unit)
    return false
  }

  /// A decimal, zero or above.
  mutating func amount(_ text: String, _ option: String, example: String) -> Double? {
    let value = Decimal.value(text[...])
    if value == nil { add("usage.amount", option, text, example) }
    guard let value, isWithin(value, text, option) else { return nil }
    return value
  }

  mutating func wholeNumber(
    _ text: String, _ option: String, in range: ClosedRange<Int>
  ) -> Int? {
    if let value = Decimal.whole(text), range.contains(value) { return value }
    add("usage.whole_number", option, text, "\(range.lowerBound)", "\(range.upperBound)")
    return nil
  }

  /// A seed of any study; 1 after a fault.
  mutating func seed(_ text: String) -> UInt64 {
    if !text.isEmpty, text.utf8.allSatisfy(Decimal.isDigit), let number = UInt64(text) {
      return number
    }
    add("usage.seed", text, String(UInt64.max))
    return 1
  }

  func didYouMean(_ words: [String]) -> String {
    guard !words.isEmpty else { return "" }
    let list = [words.joined(separator: ", ")]
    return Messages.name(
      en: Messages.text("usage.did_you_mean", list, in: .en),
      zh: Messages.text("usage.did_you_mean", list, in: .zh))
  }
}

/// Numbers as planners write them: digits and at most one point.
public enum Decimal {
  /// A finite decimal, zero or above.
  public static func value(_ text: Substring) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 15,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
    else { return nil }
    return Double(text)
  }

  /// A finite decimal above zero.
  public static func positive(_ text: Substring) -> Double? {
    guard let value = value(text), value > 0 else { return nil }
    return value
  }

  /// A whole number of at most nine digits.
  public static func whole(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
