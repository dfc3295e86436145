// SPDX-License-Identifier: GPL-3.0-or-later

/// A family of laws that can be fitted to observed times.
public enum FitFamily: String, Sendable, CaseIterable {
  case exponential, gamma, erlang, lognormal, weibull
  /// Two lognormal laws, drawn by weight: as of cargo that is held and cargo that is not.
  case mixture

  /// Parameters that are estimated.
  public var parameterCount: Int {
    switch self {
    case .exponential: 1
    case .gamma, .erlang, .lognormal, .weibull: 2
    case .mixture: 5
    }
  }

  /// Fewest observations that it is fitted to.
  public var leastCount: Int {
    self == .mixture ? 3 * ObservedSample.leastCount : ObservedSample.leastCount
  }

  /// The law of the family under which the sample is most likely; a mixture climbs from `start`, or tries several.
  ///
  /// - Complexity: O(*n*) an iteration, some ten of them; of a mixture up to 500.
  public func mostLikely(
    _ sample: ObservedSample, from start: Distribution? = nil
  ) -> Distribution {
    switch self {
    case .exponential: .exponential(mean: sample.mean)
    case .gamma: Distribution.gamma(mean: sample.mean, shape: gammaShape(sample))
    case .erlang: .erlang(stages: erlangStages(sample), mean: sample.mean)
    case .lognormal: mostLikelyLognormal(sample)
    case .weibull: mostLikelyWeibull(sample)
    case .mixture: LognormalMixture.mostLikely(sample, from: start).distribution
    }
  }
}

/// A number of a fitted law.
public struct FittedParameter: Sendable, Hashable {
  /// Such as `shape`, `scale_h`, `median_h_2`; hours end with `_h`.
  public var name: String
  public var value: Double
}

extension Distribution {
  /// The parameters of a law that ``FitFamily`` knows, by the names that files have for them.
  public var fittedParameters: [FittedParameter] {
    switch self {
    case .exponential(let mean): return [.init(name: "mean_h", value: mean)]
    case .gamma(let shape, let scale), .weibull(let shape, let scale):
      return [.init(name: "shape", value: shape), .init(name: "scale_h", value: scale)]
    case .erlang(let stages, let mean):
      return [.init(name: "stages", value: Double(stages)), .init(name: "mean_h", value: mean)]
    case .lognormal(let median, let sigma):
      return [.init(name: "median_h", value: median), .init(name: "sigma", value: sigma)]
    case .mixture(let components):
      var all: [FittedParameter] = []
      for (number, component) in components.enumerated() {
        all.append(.init(name: "weight_\(number + 1)", value: component.weight))
        for parameter in component.distribution.fittedParameters {
          all.append(.init(name: "\(parameter.name)_\(number + 1)", value: parameter.value))
        }
      }
      return all
    default: return []
    }
  }
}
