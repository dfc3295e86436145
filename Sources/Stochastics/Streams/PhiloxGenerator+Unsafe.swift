// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because GSL wants a generator as C functions over memory of its own.
import CGSL
import Glibc

/// The numbers of one name of ``RandomStream``, drawn in turn, as a generator of GSL: it drives every `gsl_ran_*`.
///
/// Two copies would repeat each other's numbers, so there are none. For draws that must stay the same whatever else
/// changes, ask ``RandomStream`` and a ``Sampler`` instead: GSL takes as many numbers for a draw as it likes.
@safe
public struct PhiloxGenerator: ~Copyable {
  private let generator: UnsafeMutablePointer<gsl_rng>

  /// The stream of this name, from its first draw on.
  ///
  /// - Parameters: As of ``RandomStream/uniform(seed:entity:purpose:replication:draw:)``.
  public init(seed: UInt64, entity: UInt64, purpose: UInt64, replication: UInt32) {
    _ = quietGSL
    guard let generator = unsafe gsl_rng_alloc(philoxType) else {
      preconditionFailure("memory for a generator")
    }
    unsafe self.generator = generator
    unsafe generator.pointee.state.assumingMemoryBound(to: PhiloxState.self).pointee =
      PhiloxState(seed: seed, entity: entity, purpose: purpose, replication: replication)
  }

  deinit { unsafe gsl_rng_free(generator) }

  /// The next number, strictly between 0 and 1: the one that ``RandomStream`` has under this name and draw.
  public mutating func uniform() -> Double { unsafe gsl_rng_uniform_pos(generator) }

  /// A draw from a law without faults, by GSL's own method.
  public mutating func draw(_ distribution: Distribution) -> Double {
    if let point = distribution.point { return point }
    switch distribution {
    case .exponential(let mean): return unsafe gsl_ran_exponential(generator, mean)
    case .gamma(let shape, let scale): return unsafe gsl_ran_gamma(generator, shape, scale)
    case .erlang(let stages, let mean):
      return unsafe gsl_ran_gamma(generator, Double(stages), mean / Double(stages))
    case .lognormal(let median, let sigma):
      return unsafe gsl_ran_lognormal(generator, log(median), sigma)
    case .weibull(let shape, let scale): return unsafe gsl_ran_weibull(generator, scale, shape)
    case .mixture(let components):
      var rest = uniform()
      for component in components.dropLast() {
        if rest < component.weight { return draw(component.distribution) }
        rest -= component.weight
      }
      return draw(components[components.count - 1].distribution)
    case .deterministic, .uniform, .triangular, .empirical, .discrete:
      return distribution.quantile(uniform())
    }
  }

  /// Hands the generator to a function of GSL.
  mutating func withGenerator<Value>(
    _ body: (UnsafeMutablePointer<gsl_rng>) -> Value
  ) -> Value { unsafe body(generator) }
}

/// A name of a stream, and the next draw of it.
private struct PhiloxState {
  var seed: UInt64
  var entity: UInt64
  var purpose: UInt64
  var replication: UInt32
  var draw: UInt32 = 0

  mutating func next() -> Double {
    defer { draw &+= 1 }
    return RandomStream.uniform(
      seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw)
  }
}

/// GSL keeps the pointer for as long as there are generators, so it is never freed.
private nonisolated(unsafe) let philoxType: UnsafePointer<gsl_rng_type> = {
  let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
  unsafe type.initialize(
    to: gsl_rng_type(
      name: unsafe UnsafePointer(strdup("philox4x32-10")), max: UInt(UInt32.max), min: 0,
      size: MemoryLayout<PhiloxState>.size,
      set: { state, seed in
        unsafe state?.assumingMemoryBound(to: PhiloxState.self).initialize(
          to: PhiloxState(seed: UInt64(seed), entity: 0, purpose: 0, replication: 0))
      },
      get: { state in
        guard let state = unsafe state?.assumingMemoryBound(to: PhiloxState.self) else { return 0 }
        return UInt(unsafe state.pointee.next() * 0x1p32)
      },
      get_double: { state in
        guard let state = unsafe state?.assumingMemoryBound(to: PhiloxState.self) else { return 0 }
        return unsafe state.pointee.next()
      }))
  return unsafe UnsafePointer(type)
}()
