// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Stochastics

/// What a random number decides; one stream for each, so that none shifts another.
///
/// A step of a lot's way has a purpose of its own, named by its kind and place (`FreightSystem.purpose`).
enum Purpose: UInt64 {
  case lots = 1
  case lateness, blank, hold, arrival, work, disruption, breakdown, failures
}

/// The luck of one replication: every number is named by what it is for, not by when it is asked for.
struct Luck: Sendable {
  let seed: UInt64
  let replication: UInt32

  func uniform(_ entity: UInt64, _ purpose: UInt64, _ draw: UInt32 = 0) -> Double {
    RandomStream.uniform(
      seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw)
  }
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
