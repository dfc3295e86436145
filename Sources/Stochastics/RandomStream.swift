// SPDX-License-Identifier: GPL-3.0-or-later

/// Random numbers that are named, not drawn in turn: the same name is the same number, whatever else is asked for.
///
/// Philox4x32 with ten rounds: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, *Parallel Random Numbers: As Easy as
/// 1, 2, 3*, SC 2011, doi:10.1145/2063384.2063405.
public enum RandomStream {
  /// The number that has this name.
  ///
  /// The key is the seed; the counter's four words are the draw, the purpose with the entity's low 16 bits, the entity's
  /// bits from 16 on, and the replication: different names are different counters.
  ///
  /// - Parameters:
  ///   - seed: Of the whole run.
  ///   - entity: What has the luck; below 2⁴⁸.
  ///   - purpose: What the number decides.
  ///   - replication: Which run of many.
  ///   - draw: Number of the draw within the stream.
  /// - Returns: Strictly between 0 and 1, of 53 bits.
  @inlinable @inline(__always)
  public static func uniform(
    seed: UInt64, entity: UInt64, purpose: UInt16, replication: UInt32, draw: UInt32
  ) -> Double {
    uniforms(seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw).0
  }

  /// Both numbers of one block: the first is `uniform`'s, the second from its other two words.
  ///
  /// For streams that are drawn in turn: half the price of a name for each number.
  @inlinable @inline(__always)
  public static func uniforms(
    seed: UInt64, entity: UInt64, purpose: UInt16, replication: UInt32, draw: UInt32
  ) -> (Double, Double) {
    let words = philox4x32(
      counter: (
        draw, UInt32(purpose) | UInt32(truncatingIfNeeded: entity << 16),
        UInt32(truncatingIfNeeded: entity >> 16), replication
      ),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return (unit(words.0, words.1), unit(words.2, words.3))
  }

  /// The middle of one of 2⁵³ equal parts of the unit interval.
  @inlinable @inline(__always)
  static func unit(_ high: UInt32, _ low: UInt32) -> Double {
    (Double((UInt64(high) << 32 | UInt64(low)) >> 11) + 0.5) * 0x1p-53
  }
}

/// Ten rounds of Philox on four words.
@inlinable @inline(__always)
func philox4x32(
  counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
) -> (UInt32, UInt32, UInt32, UInt32) {
  var (c0, c1, c2, c3) = counter
  var (k0, k1) = key
  for _ in 0..<10 {
    let p0 = UInt64(c0) &* 0xD251_1F53
    let p1 = UInt64(c2) &* 0xCD9E_8D57
    (c0, c1, c2, c3) = (
      UInt32(p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1),
      UInt32(p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0)
    )
    k0 &+= 0x9E37_79B9
    k1 &+= 0xBB67_AE85
  }
  return (c0, c1, c2, c3)
}
