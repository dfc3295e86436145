// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// The most likely law of a family, and how well it goes with the sample.
public struct DistributionFit: Sendable, Hashable {
  public var family: FitFamily
  public var distribution: Distribution
  public var logLikelihood: Double
  public var goodness: GoodnessOfFit
  /// Observations.
  public var count: Int
  /// Nil until ``judge(by:)``.
  public var bootstrap: Bootstrap?

  /// What refits to samples of the fitted law say.
  public struct Bootstrap: Sendable, Hashable {
    public var samples: Int
    /// Probability of a distance at least as large where the law is true: (1 + those as large) ÷ (1 + samples).
    public var kolmogorovSmirnovP: Double
    public var andersonDarlingP: Double
    /// The middle 95 % of each parameter, in the order of ``Distribution/fittedParameters``.
    public var intervals: [ClosedRange<Double>]
  }

  /// Fits by maximum likelihood.
  ///
  /// - Parameters:
  ///   - family: Of the law.
  ///   - sample: At least as many as the family asks for.
  ///   - start: As of ``FitFamily/mostLikely(_:from:)``.
  public init(_ family: FitFamily, to sample: ObservedSample, from start: Distribution? = nil) {
    self.family = family
    count = sample.count
    distribution = family.mostLikely(sample, from: start)
    logLikelihood = Stochastics.logLikelihood(distribution, sample)
    goodness = GoodnessOfFit(sample.values, distribution)
  }

  /// Akaike's criterion: 2 *k* − 2 ln L; the least is best.
  public var aic: Double { 2 * Double(family.parameterCount) - 2 * logLikelihood }

  /// Schwarz's criterion: *k* ln *n* − 2 ln L; the least is best.
  public var bic: Double {
    Double(family.parameterCount) * log(Double(count)) - 2 * logLikelihood
  }

  /// One refit of the parametric bootstrap: a sample of the fitted law, and the same family fitted to it.
  ///
  /// The usual tables of both distances are for laws that were not fitted to the sample itself; this is not.
  ///
  /// - Parameters:
  ///   - number: Of the sample; the same number is the same sample.
  ///   - seed: Of all samples.
  /// - Returns: nil where the sample is of one value, as of a law that is nearly a point.
  /// - Note: W. Stute, W. González Manteiga, M. Presedo Quindimil, *Metrika* 40 (1993).
  public func refit(_ number: Int, seed: UInt64) -> DistributionFit? {
    let family = FitFamily.allCases.firstIndex(of: family) ?? 0
    var generator = PhiloxGenerator(
      seed: seed, entity: UInt64(family), purpose: 0xF17, replication: UInt32(number))
    var values: [Double] = []
    values.reserveCapacity(count)
    while values.count < count {
      let value = generator.draw(distribution)
      // What underflows is no time.
      if value > 0, value.isFinite { values.append(value) }
    }
    return ObservedSample(values).map {
      DistributionFit(self.family, to: $0, from: distribution)
    }
  }

  /// Takes p-values and intervals from refits.
  public mutating func judge(by refits: [DistributionFit]) {
    guard !refits.isEmpty else { return }
    func pValue(_ distance: (GoodnessOfFit) -> Double) -> Double {
      let asLarge = refits.count { distance($0.goodness) >= distance(goodness) }
      return Double(1 + asLarge) / Double(1 + refits.count)
    }
    let parameters = refits.map { $0.distribution.fittedParameters.map(\.value) }
    let intervals = distribution.fittedParameters.indices.map { number in
      let values = parameters.map { $0[number] }.sorted()
      let low = Int(0.025 * Double(values.count))
      return values[low]...values[values.count - 1 - low]
    }
    bootstrap = Bootstrap(
      samples: refits.count, kolmogorovSmirnovP: pValue(\.kolmogorovSmirnov),
      andersonDarlingP: pValue(\.andersonDarling), intervals: intervals)
  }
}
