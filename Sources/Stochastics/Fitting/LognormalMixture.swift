// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Two lognormal laws fitted by expectation and maximization: two normal laws of the logarithms.
///
/// The likelihood has no upper bound where a component shrinks onto one value; so no component is narrower than a
/// hundredth of the sample's own width. Within that, no step ever lowers the likelihood.
///
/// - Note: A. P. Dempster, N. M. Laird, D. B. Rubin, *J. R. Stat. Soc. B* 39 (1977).
struct LognormalMixture {
  struct Part {
    var weight: Double
    var mean: Double
    var sigma: Double
  }

  var first: Part
  var second: Part

  /// Log likelihood of the observed times after each step.
  struct Climb {
    var mixture: LognormalMixture
    var likelihoods: [Double]
  }

  /// The component with the lower median comes first.
  var distribution: Distribution {
    let parts = first.mean <= second.mean ? [first, second] : [second, first]
    return .mixture(
      parts.map {
        .init(weight: $0.weight, .lognormal(median: exp($0.mean), sigma: $0.sigma))
      })
  }

  init(_ first: Part, _ second: Part) { (self.first, self.second) = (first, second) }

  /// Nil where it is no mixture of two lognormal laws.
  init?(_ distribution: Distribution) {
    guard case .mixture(let components) = distribution, components.count == 2,
      case .lognormal(let a, let s) = components[0].distribution,
      case .lognormal(let b, let t) = components[1].distribution
    else { return nil }
    first = Part(weight: components[0].weight, mean: log(a), sigma: s)
    second = Part(weight: components[1].weight, mean: log(b), sigma: t)
  }

  /// The best of climbs from four halvings of the sample, or the climb from a given mixture.
  static func mostLikely(
    _ sample: ObservedSample, from start: Distribution? = nil
  ) -> LognormalMixture {
    if let start = start.flatMap(LognormalMixture.init) {
      return climb(sample, from: start, steps: 100, until: 1e-6).mixture
    }
    let starts = [0.25, 0.5, 0.75, 0.9].map { split(sample, at: $0) }
    let tried = starts.map { climb(sample, from: $0, steps: 30, until: 1e-6) }
    let best = tried.max { ($0.likelihoods.last ?? 0) < ($1.likelihoods.last ?? 0) } ?? tried[0]
    return climb(sample, from: best.mixture, steps: 500, until: 1e-9).mixture
  }

  /// Each part has the mean and width of its share of the sample.
  static func split(_ sample: ObservedSample, at share: Double) -> LognormalMixture {
    let cut = min(max(2, Int(share * Double(sample.count))), sample.count - 2)
    func part(_ logs: ArraySlice<Double>) -> Part {
      let logs = Array(logs)
      return Part(
        weight: Double(logs.count) / Double(sample.count), mean: sampleMean(logs),
        sigma: max(sampleVariance(logs).squareRoot(), sample.sigma / 100))
    }
    return LognormalMixture(part(sample.logs[..<cut]), part(sample.logs[cut...]))
  }

  /// Steps until the mean log likelihood rises by less than `gain`.
  static func climb(
    _ sample: ObservedSample, from start: LognormalMixture, steps: Int, until gain: Double
  ) -> Climb {
    let n = Double(sample.count)
    let least = sample.sigma / 100
    var climb = Climb(mixture: start, likelihoods: [])
    for _ in 0...steps {
      let (a, b) = (climb.mixture.first, climb.mixture.second)
      // Sums of the shares r that the first part has in each value, of r·x and r·x².
      var (sum, sumX, sumXX, likelihood) = (0.0, 0.0, 0.0, 0.0)
      let (scaleA, scaleB) = (log(a.weight / a.sigma), log(b.weight / b.sigma))
      for x in sample.logs {
        let (za, zb) = ((x - a.mean) / a.sigma, (x - b.mean) / b.sigma)
        let (ta, tb) = (scaleA - za * za / 2, scaleB - zb * zb / 2)
        let (top, other) = ta > tb ? (ta, tb) : (tb, ta)
        let rest = exp(other - top)
        likelihood += top + log1p(rest)
        let share = (ta > tb ? 1 : rest) / (1 + rest)
        let y = x - sample.meanLog
        sum += share
        sumX += share * y
        sumXX += share * y * y
      }
      likelihood -= n * (sample.meanLog + 0.5 * log(2 * Double.pi))
      let last = climb.likelihoods.last
      climb.likelihoods.append(likelihood)
      if let last, likelihood - last <= gain * n { break }
      guard climb.likelihoods.count <= steps, sum > 1e-6, sum < n - 1e-6 else { break }
      // Of y: its sum is 0, its squares sum to n·σ².
      func part(_ sum: Double, _ sumX: Double, _ sumXX: Double) -> Part {
        let mean = sumX / sum
        return Part(
          weight: sum / n, mean: mean + sample.meanLog,
          sigma: max(max(0, sumXX / sum - mean * mean).squareRoot(), least))
      }
      climb.mixture = LognormalMixture(
        part(sum, sumX, sumXX),
        part(n - sum, -sumX, n * sample.sigma * sample.sigma - sumXX))
    }
    return climb
  }
}
