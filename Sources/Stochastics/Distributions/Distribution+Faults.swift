// SPDX-License-Identifier: GPL-3.0-or-later

/// A parameter of which there is no law.
public struct ParameterFault: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Rule: String, Sendable {
    case positive = "must be above 0"
    case notNegative = "must be 0 or above"
    case ascending = "must not be below the one before it"
    case sumsToOne = "must sum to 1"
    case notEmpty = "must have at least one value"
  }

  /// Word of the law.
  public var family: String
  /// Name of the parameter, with its number from 1 in a list: `value 3`.
  public var parameter: String
  public var value: Double
  public var rule: Rule

  public var description: String { "\(family): \(parameter) is \(value), \(rule.rawValue)" }
}

extension Distribution {
  /// True where the parameters are finite, in order, and of a law of numbers that are never negative.
  public var isProper: Bool { faults.isEmpty }

  /// Everything that is wrong with the parameters, in their order; a number that is not finite breaks every rule.
  public var faults: [ParameterFault] {
    var check = ParameterCheck(family: family)
    switch self {
    case .deterministic(let value): check.notNegative("value", value)
    case .uniform(let low, let high):
      check.ascending([("low", low), ("high", high)])
    case .triangular(let low, let mode, let high):
      check.ascending([("low", low), ("mode", mode), ("high", high)])
    case .exponential(let mean): check.notNegative("mean", mean)
    case .gamma(let shape, let scale), .weibull(let shape, let scale):
      check.positive("shape", shape)
      check.notNegative("scale", scale)
    case .erlang(let stages, let mean):
      check.positive("stages", Double(stages))
      check.notNegative("mean", mean)
    case .lognormal(let median, let sigma):
      check.notNegative("median", median)
      check.notNegative("sigma", sigma)
    case .empirical(let values):
      check.ascending(values.enumerated().map { ("value \($0.offset + 1)", $0.element) })
    case .discrete(let atoms):
      check.ascending(atoms.enumerated().map { ("value \($0.offset + 1)", $0.element.value) })
      check.shares("probability", atoms.map(\.probability))
    case .mixture(let components):
      check.shares("weight", components.map(\.weight))
      check.faults += components.flatMap(\.distribution.faults)
    }
    return check.faults
  }
}

/// Collects the faults of one law.
private struct ParameterCheck {
  let family: String
  var faults: [ParameterFault] = []

  mutating func positive(_ name: String, _ value: Double) {
    if !(value > 0 && value.isFinite) { add(name, value, .positive) }
  }

  mutating func notNegative(_ name: String, _ value: Double) {
    if !(value >= 0 && value.isFinite) { add(name, value, .notNegative) }
  }

  mutating func ascending(_ values: [(name: String, value: Double)]) {
    if values.isEmpty { add("value", .nan, .notEmpty) }
    var last = 0.0
    for (name, value) in values {
      if !(value >= 0 && value.isFinite) {
        add(name, value, .notNegative)
      } else if value < last {
        add(name, value, .ascending)
      } else {
        last = value
      }
    }
  }

  mutating func shares(_ name: String, _ shares: [Double]) {
    guard !shares.isEmpty else { return add(name, .nan, .notEmpty) }
    for (number, share) in shares.enumerated() { positive("\(name) \(number + 1)", share) }
    let sum = shares.reduce(0, +)
    if !(abs(sum - 1) <= 1e-9) { add(name, sum, .sumsToOne) }
  }

  private mutating func add(_ name: String, _ value: Double, _ rule: ParameterFault.Rule) {
    faults.append(ParameterFault(family: family, parameter: name, value: value, rule: rule))
  }
}
