// SPDX-License-Identifier: GPL-3.0-or-later

/// A fault in the words of the command line.
struct OptionFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// `--key value` pairs; whoever reads a key uses it up, what is left over is a fault.
struct Options {
  private var values: [String: String] = [:]

  init(_ words: some Sequence<String>) throws {
    var key: String?
    for word in words {
      if let open = key {
        values[open] = word
        key = nil
      } else {
        guard word.hasPrefix("--") else { throw OptionFault("what is “\(word)”?") }
        key = String(word.dropFirst(2))
      }
    }
    if let key { throw OptionFault("--\(key) has no value") }
  }

  mutating func number(
    _ key: String, or usual: Double, in range: ClosedRange<Double> = 0...Double.infinity,
    because rule: String = ""
  ) throws -> Double {
    guard let text = values.removeValue(forKey: key) else { return usual }
    guard let value = Double(text), value.isFinite else {
      throw OptionFault("--\(key) “\(text)” is not a number")
    }
    guard range.contains(value) else {
      throw OptionFault(
        "--\(key) \(text) is outside \(range)" + (rule.isEmpty ? "" : ": " + rule))
    }
    return value
  }

  mutating func count(
    _ key: String, or usual: Int, in range: ClosedRange<Int> = 1...1_000_000_000
  ) throws -> Int {
    guard let text = values.removeValue(forKey: key) else { return usual }
    guard let value = Int(text), range.contains(value) else {
      throw OptionFault("--\(key) “\(text)” is not a whole number of \(range)")
    }
    return value
  }

  mutating func word(_ key: String, or usual: String, of known: [String]) throws -> String {
    guard let text = values.removeValue(forKey: key) else { return usual }
    guard known.contains(text) else {
      throw OptionFault("--\(key) “\(text)” is none of \(known.joined(separator: ", "))")
    }
    return text
  }

  /// A load below 1: with 1 or more the queue grows without end and there is no mean.
  mutating func load(or usual: Double = 0.8) throws -> Double {
    let rho = try number("rho", or: usual)
    guard rho > 0, rho < 1 else {
      throw OptionFault("--rho \(rho): a queue settles only for 0 < rho < 1")
    }
    return rho
  }

  /// Throws where a key was not used.
  func finish() throws {
    guard let key = values.keys.sorted().first else { return }
    throw OptionFault("--\(key) means nothing to this system")
  }
}
