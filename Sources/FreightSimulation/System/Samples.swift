// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Stochastics

/// What a random number decides; one stream for each, so that none shifts another.
enum Purpose: UInt16 {
  case lots = 1
  case lateness, blank, hold, arrival, work, disruption, breakdown
  /// From here on: a step of a lot's way, by kind and place.
  case step = 64
}

/// The luck of one replication: every number is named by what it is for, not by when it is asked for.
struct Luck: Sendable {
  let seed: UInt64
  let replication: UInt32

  func uniform(_ entity: UInt64, _ purpose: UInt16, _ draw: UInt32 = 0) -> Double {
    RandomStream.uniform(
      seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw)
  }
}

/// 24 bits that name a row by its id, the same in every network that has it.
///
/// Rows of one table that meet are moved on in the order of their ids.
func names24(_ ids: [String]) -> [UInt64] {
  var taken: Set<UInt64> = []
  var names = [UInt64](repeating: 0, count: ids.count)
  for (row, id) in ids.enumerated().sorted(by: { $0.element < $1.element }) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var name = (hash ^ hash >> 24 ^ hash >> 48) & 0xff_ffff
    while !taken.insert(name).inserted { name = (name + 1) & 0xff_ffff }
    names[row] = name
  }
  return names
}

/// A lognormal factor of mean 1.
func factor(sigma: Double, at u: Double) -> Double {
  sigma == 0 ? 1 : exp(sigma * standardNormalQuantile(u) - sigma * sigma / 2)
}

/// Number of events of a Poisson law with this mean, by inversion: more mean is never fewer events.
func poisson(mean: Double, at u: Double) -> Int {
  guard mean > 0 else { return 0 }
  // e^-mean underflows from 745 on. Cornish-Fisher to the second order is here within one of the exact quantile.
  if mean > 2_000 { return 1_000 }
  if mean > 500 {
    let z = standardNormalQuantile(u)
    return Int(min(1_000, max(0, (mean + z * mean.squareRoot() + (z * z - 1) / 6).rounded())))
  }
  var term = exp(-mean)
  var sum = term
  var count = 0
  while u > sum, count < 1_000 {
    count += 1
    term *= mean / Double(count)
    sum += term
  }
  return count
}

/// The remainder that is never negative.
func floorModulo(_ value: Int64, _ modulus: Int64) -> Int64 {
  let rest = value % modulus
  return rest < 0 ? rest + modulus : rest
}
