// SPDX-License-Identifier: GPL-3.0-or-later

/// A small repeatable generator: equal seeds give equal networks on every machine.
///
/// - Note: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// True in so many of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { integer(0..<100) < percent }

  public mutating func integer(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// With 24 random bits, so that products of them are seldom a half.
  public mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound
      + (range.upperBound - range.lowerBound) * Double(next() >> 40) / Double(1 << 24)
  }

  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(0..<elements.count)]
  }
}
