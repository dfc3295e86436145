// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
public enum RandomStream {
  public static func uniform(seed: UInt64, entity: UInt64, purpose: UInt16, replication: UInt32, draw: UInt32) -> Double {
    var c0 = draw, c1 = UInt32(purpose) | UInt32(truncatingIfNeeded: entity << 16), c2 = UInt32(truncatingIfNeeded: entity >> 16), c3 = replication
    var k0 = UInt32(truncatingIfNeeded: seed), k1 = UInt32(truncatingIfNeeded: seed >> 32)
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* 0xD2511F53, p1 = UInt64(c2) &* 0xCD9E8D57
      (c0, c1, c2, c3) = (UInt32(p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1), UInt32(p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0))
      k0 &+= 0x9E3779B9; k1 &+= 0xBB67AE85
    }
    return (Double((UInt64(c0) << 32 | UInt64(c1)) >> 11) + 0.5) * 0x1p-53
  }
}
public func standardNormalQuantile(_ p: Double) -> Double { gsl_cdf_ugaussian_Pinv(p) }
public func studentQuantile(_ p: Double, degrees: Int) -> Double { gsl_cdf_tdist_Pinv(p, Double(degrees)) }
