// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Stochastics

/// Ticks in a unit of time: all systems state times in units, the engine runs in millionths of them.
let ticksPerUnit = 1_000_000.0

@inline(__always)
func ticks(_ units: Double) -> Int64 { Int64(units * ticksPerUnit) }

func units(_ ticks: Int64) -> Double { Double(ticks) / ticksPerUnit }

/// A stream of uniform numbers, drawn in turn: Philox, two numbers a block.
struct Luck {
  private let seed: UInt64
  private let purpose: UInt64
  private let replication: UInt32
  private var block: UInt32 = 0
  private var second = 0.0
  private var hasSecond = false

  init(seed: UInt64, purpose: UInt64, replication: UInt32) {
    (self.seed, self.purpose, self.replication) = (seed, purpose, replication)
  }

  @inline(__always)
  mutating func uniform() -> Double {
    if hasSecond {
      hasSecond = false
      return second
    }
    let pair = RandomStream.uniforms(
      seed: seed, entity: 0, purpose: purpose, replication: replication, draw: block)
    block &+= 1
    second = pair.1
    hasSecond = true
    return pair.0
  }

  @inline(__always)
  mutating func exponential(mean: Double) -> Double { -log(uniform()) * mean }
}

/// How long something takes, in units of time.
enum Law: Sendable {
  case exponential(mean: Double)
  case fixed(Double)
  case lognormal(mean: Double, cv: Double)
  case gamma(mean: Double, cv: Double)

  var mean: Double {
    switch self {
    case .exponential(let mean), .fixed(let mean), .lognormal(let mean, _), .gamma(let mean, _):
      mean
    }
  }

  /// Coefficient of variation.
  var cv: Double {
    switch self {
    case .exponential: 1
    case .fixed: 0
    case .lognormal(_, let cv), .gamma(_, let cv): cv
    }
  }

  /// E[X²].
  var secondMoment: Double { mean * mean * (1 + cv * cv) }

  @inline(__always)
  func draw(_ luck: inout Luck) -> Double {
    if case .exponential(let mean) = self { return luck.exponential(mean: mean) }
    return drawOther(&luck)
  }

  private func drawOther(_ luck: inout Luck) -> Double {
    switch self {
    case .exponential(let mean): return luck.exponential(mean: mean)
    case .fixed(let value): return value
    case .lognormal(let mean, let cv):
      let variance = log(1 + cv * cv)
      return mean * exp(variance.squareRoot() * Self.normal(&luck) - variance / 2)
    case .gamma(let mean, let cv):
      let shape = 1 / (cv * cv)
      return Self.gamma(shape, &luck) * mean / shape
    }
  }

  /// Standard normal by Box and Muller, the cosine only.
  private static func normal(_ luck: inout Luck) -> Double {
    (-2 * log(luck.uniform())).squareRoot() * cos(2 * .pi * luck.uniform())
  }

  /// Gamma of scale 1 by Marsaglia and Tsang (2000), doi:10.1145/358407.358414.
  private static func gamma(_ shape: Double, _ luck: inout Luck) -> Double {
    guard shape >= 1 else {
      return gamma(shape + 1, &luck) * pow(luck.uniform(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(&luck)
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if v > 0, log(luck.uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }
}
