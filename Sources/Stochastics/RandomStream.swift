// SPDX-License-Identifier: GPL-3.0-or-later

/// Random numbers that are named, not drawn in turn: the same name is the same number, whatever else is asked for.
///
/// Philox4x32 with ten rounds: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, *Parallel Random Numbers: As Easy as
/// 1, 2, 3*, SC 2011, doi:10.1145/2063384.2063405.
public enum RandomStream {
  /// The number that has this name.
  ///
  /// The key is the seed plus the purpose, scattered by a bijection of 64 bits; the counter's four words are the draw, the
  /// replication and the whole entity. So under one seed two names meet only where all four parts agree; purposes and
  /// entities are names of 64 bits (``name(_:)``), none of them cut.
  ///
  /// - Parameters:
  ///   - seed: Of the whole run.
  ///   - entity: What has the luck.
  ///   - purpose: What the number decides.
  ///   - replication: Which run of many.
  ///   - draw: Number of the draw within the stream.
  /// - Returns: Strictly between 0 and 1, of 53 bits.
  @inlinable @inline(__always)
  public static func uniform(
    seed: UInt64, entity: UInt64, purpose: UInt64, replication: UInt32, draw: UInt32
  ) -> Double {
    uniforms(seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw).0
  }

  /// Both numbers of one block: the first is `uniform`'s, the second from its other two words.
  ///
  /// For streams that are drawn in turn: half the price of a name for each number.
  @inlinable @inline(__always)
  public static func uniforms(
    seed: UInt64, entity: UInt64, purpose: UInt64, replication: UInt32, draw: UInt32
  ) -> (Double, Double) {
    let key = seed &+ scattered(purpose)
    let words = philox4x32(
      counter: (
        draw, replication, UInt32(truncatingIfNeeded: entity),
        UInt32(truncatingIfNeeded: entity >> 32)
      ),
      key: (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
    return (unit(words.0, words.1), unit(words.2, words.3))
  }

  /// The name of a text: its FNV-1a hash of 64 bits, scattered.
  ///
  /// - Complexity: O(bytes).
  public static func name(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return scattered(hash)
  }

  /// The name of a part of what has a name: different parts of one whole never meet.
  @inlinable @inline(__always)
  public static func name(_ whole: UInt64, _ part: UInt64) -> UInt64 {
    scattered(whole &+ scattered(part))
  }

  /// A bijection of 64 bits of which each bit hangs on every bit: the last step of SplitMix64 (Steele, Lea, Flood 2014).
  @inlinable @inline(__always)
  static func scattered(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
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
